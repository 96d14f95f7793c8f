"""The states: names, organizations, and their treaty actions."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from toc_treaties.model.action import Cell
from toc_treaties.model.instrument import Names
from toc_treaties.model.place import NOWHERE, Place
from toc_treaties.model.vocabulary import InstitutionRole, MembershipStatus, ParticipationStatus, Subregion
from toc_treaties.model.when import When

if TYPE_CHECKING:
    from toc_treaties.model.assessment import Assessment, Contribution, Return


class Period(NamedTuple):
    """A time of membership: `since` is None where the day was not found, `until` the first day after it."""

    since: When | None
    until: When | None = None
    status: MembershipStatus = MembershipStatus.MEMBER
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Version(NamedTuple):
    """One of the readings of a contested matter, with its source."""

    says: str
    sources: tuple[str, ...] = ()
    place: Place = NOWHERE


class Participation(NamedTuple):
    """Where a member takes no part (`none`), or its participation is contested."""

    status: ParticipationStatus
    since: When | None = None
    until: When | None = None
    readings: tuple[Version, ...] = ()
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Designation(NamedTuple):
    """An authority: under an article of an instrument, or in a role. An institution, never a person."""

    institution: str
    instrument: str | None = None
    article: str | None = None
    role: InstitutionRole | None = None
    local: str | None = None
    since: When | None = None
    notified: When | None = None
    until: When | None = None
    as_recorded: str | None = None
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Condition(NamedTuple):
    """A condition of an article's duty that the state is known to meet, as several legal systems."""

    instrument: str
    article: str
    since: When | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    place: Place = NOWHERE


class State(NamedTuple):
    """One of the states of the Americas, with everything its file records.

    `faulty` names the instruments whose entries were dropped for a fault of shape; "*" stands for all that
    are missing, where an entry's instrument could not be told, and "memberships" for a membership. `tile` is its
    row and column on a map of equal tiles, from 0.
    """

    slug: str
    iso3: str
    iso2: str
    name: Names
    subregion: Subregion
    official_name: Names = {}  # noqa: RUF012 - never changed
    style: str | None = None
    other_names: tuple[str, ...] = ()
    tile: tuple[int, int] | None = None
    independence: date | None = None
    memberships: Mapping[str, tuple[Period, ...]] = {}
    participation: tuple[Participation, ...] = ()
    designations: tuple[Designation, ...] = ()
    conditions: tuple[Condition, ...] = ()
    assessments: "tuple[Assessment, ...]" = ()
    contributions: "tuple[Contribution, ...]" = ()
    returns: "Mapping[int, Return]" = {}  # noqa: RUF012 - never changed
    treaties: Mapping[str, Cell] = {}
    faulty: frozenset[str] = frozenset()
    place: Place = NOWHERE

    @property
    def called(self) -> str:
        """The English name, or the file's where there is none: for messages about the data itself."""
        return self.name.get("en", self.slug)

    def exists(self, day: date) -> bool:
        """Whether it is independent on a day."""
        return self.independence is None or self.independence <= day
