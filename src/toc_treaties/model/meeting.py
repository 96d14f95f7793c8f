"""Meetings that a span of time may be counted from."""

from typing import NamedTuple

from toc_treaties.model.instrument import Names
from toc_treaties.model.place import NOWHERE, Place
from toc_treaties.model.when import When


class Meeting(NamedTuple):
    """A meeting or a decision, with its first and last day; `series` joins the meetings of one name."""

    id: str
    name: Names
    begins: When
    ends: When | None = None
    series: str | None = None
    where: str | None = None
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE
