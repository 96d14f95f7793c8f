"""Bilateral and regional agreements that serve between states of the register."""

from typing import NamedTuple

from toc_treaties.model.place import NOWHERE, Place
from toc_treaties.model.precedence import Precedence
from toc_treaties.model.vocabulary import CrimeScope, Force, Purpose
from toc_treaties.model.when import When


class AgreementParty(NamedTuple):
    """A state bound by an agreement; `since` is None where it is that of the agreement, or `unknown`: was not found."""

    state: str
    since: When | None = None
    unknown: bool = False
    sources: tuple[str, ...] = ()
    note: str | None = None
    place: Place = NOWHERE


class Replaced(NamedTuple):
    """Two parties between whom another agreement took this one's place.

    `since` is None where its day is unknown; `seen` is then the date of a source that shows the other in force.
    """

    between: tuple[str, ...]
    by: str
    since: When | None = None
    seen: When | None = None
    place: Place = NOWHERE


class Agreement(NamedTuple):
    """An agreement: what it serves, since when, between whom; `short` is its title as pages call it.

    `seen` is the date of the register that lists it as in force, where no date of entry into force was found;
    `approved` the day of an approval, where nothing shows that it entered into force. `scope` is None where its
    articles were not read. `treaty_on` names what the treaty is on, by its title. An arrangement under national law is
    no treaty: `requests_to` are the states whose law lets them grant what the others ask.
    """

    id: str
    title: str
    kind: str
    purposes: tuple[Purpose, ...]
    parties: tuple[AgreementParty, ...] = ()
    force: Force | None = None
    scope: CrimeScope | None = None
    threshold: str | None = None
    articles: tuple[str, ...] = ()
    treaty_on: tuple[Purpose, ...] = ()
    requests_to: tuple[str, ...] = ()
    precedence: Precedence | None = None
    signed: When | None = None
    approved: When | None = None
    in_force: When | None = None
    until: When | None = None
    seen: When | None = None
    replaced: tuple[Replaced, ...] = ()
    signatories: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    note: str | None = None
    short: str | None = None
    place: Place = NOWHERE

    @property
    def called(self) -> str:
        """Its title as pages call it."""
        return self.short or self.title
