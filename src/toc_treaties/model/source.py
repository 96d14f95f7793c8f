"""Consultations: what was read, where, and how current it was."""

from enum import StrEnum
from typing import NamedTuple

from toc_treaties.model.place import NOWHERE, Place
from toc_treaties.model.when import When


class Basis(StrEnum):
    """What an action or a standing rests on, from the strongest to the weakest."""

    DEPOSITARY = "depositary"
    SECONDARY = "secondary"
    UNCONFIRMED = "unconfirmed"
    NONE = "none"


class Source(NamedTuple):
    """One consultation: a page, as its content stood on a date (`as_of`, None where undated)."""

    id: str
    kind: Basis
    title: str
    publisher: str
    url: str
    as_of: When | None
    archived: str | None = None
    note: str | None = None
    place: Place = NOWHERE
