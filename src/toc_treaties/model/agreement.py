"""Bilateral and regional agreements that serve between states of the register."""

from typing import NamedTuple

from toc_treaties.model.place import NOWHERE, Place
from toc_treaties.model.when import When


class AgreementParty(NamedTuple):
    """A state bound by an agreement; `since` is None where it is that of the agreement, or `unknown`: was not found."""

    state: str
    since: When | None = None
    unknown: bool = False
    sources: tuple[str, ...] = ()
    note: str | None = None
    place: Place = NOWHERE


class Agreement(NamedTuple):
    """An agreement: what it serves, since when, between whom.

    `seen` is the date of the register that lists it as in force, where no date of entry into force was found.
    """

    id: str
    title: str
    kind: str
    purposes: tuple[str, ...]
    parties: tuple[AgreementParty, ...] = ()
    force: str | None = None
    scope: str = "any-crime"
    articles: tuple[str, ...] = ()
    signed: When | None = None
    in_force: When | None = None
    until: When | None = None
    seen: When | None = None
    signatories: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE
