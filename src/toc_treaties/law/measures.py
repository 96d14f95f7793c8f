"""How a measure stands on a day, and which sign a topic has for a kind of measure.

A measure is there from its first day, which is no later than the day on which it was seen, and what it was seen to be
holds until a day on which it ended: a source that nobody renewed repeals no law.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.law.evidence import is_marked, newest
from toc_treaties.law.gap import OLD_YEARS
from toc_treaties.law.periods import certainly, possibly
from toc_treaties.law.waits import years_passed
from toc_treaties.model.measure import (
    Measure,
    MeasureBasis,
    MeasureKind,
    MeasureSource,
    MeasureStatus,
    Search,
    StateMeasures,
)
from toc_treaties.model.when import When, span


class Stands(StrEnum):
    """How a measure stands on a day."""

    IN_FORCE = "in_force"
    ADOPTED = "adopted"
    HELD = "held"
    DRAFT = "draft"
    EXPIRED = "expired"
    REPEALED = "repealed"
    NAMED = "named"
    """It is known by name alone: it counts as nothing."""


class Sign(StrEnum):
    """What is on record of a kind of measure on a topic; an earlier one goes before a later one."""

    IN_FORCE = "in_force"
    ADOPTED = "adopted"
    NOT_IN_FORCE = "not_in_force"
    NOT_FOUND = "not_found"
    NOT_SEARCHED = "not_searched"


SIGN = {
    Stands.IN_FORCE: Sign.IN_FORCE,
    Stands.ADOPTED: Sign.ADOPTED,
    Stands.HELD: Sign.ADOPTED,
    Stands.DRAFT: Sign.NOT_IN_FORCE,
    Stands.EXPIRED: Sign.NOT_IN_FORCE,
    Stands.REPEALED: Sign.NOT_IN_FORCE,
}
ENDED = frozenset({Stands.EXPIRED, Stands.REPEALED})
LASTING = frozenset({Stands.IN_FORCE, Stands.DRAFT})
"""What is said of the day on which it was seen, and grows old."""
_SIGNS = tuple(Sign)


class MeasureStanding(NamedTuple):
    """A measure as it stands on a day: since when, by which newest source, and whether that is old.

    `begins` is the day on which it was made or held, and None where neither that nor a dated source was found; `since`
    that from which it stands as it does. `official` says that the state itself or an organization of states shows it.
    """

    measure: Measure
    stands: Stands
    begins: When | None
    since: When | None
    seen: When | None
    old: bool
    official: bool
    cited: tuple[str, ...] = ()
    """The one source that a line has room for: that of the day on which it was seen, else the last official one."""

    @property
    def ended(self) -> bool:
        """Whether it no longer stands."""
        return self.stands in ENDED

    @property
    def marked(self) -> bool:
        """Whether it is shown with the mark of unconfirmed evidence."""
        return is_marked(self.measure)


class TopicSign(NamedTuple):
    """The sign of a topic for a kind of measure, and whether an official page shows what gives it."""

    sign: Sign
    official: bool = False


def standing_of(
    measure: Measure, sources: Mapping[str, MeasureSource], day: date, read_on: date | None = None
) -> MeasureStanding | None:
    """How a measure stands on a day; None before it was made.

    `read_on` is the day on which the register was read: what it records as done was done by then.
    """
    days = [source.as_of for id in measure.sources if (source := sources.get(id)) and source.as_of]
    first, last = min(days, key=_end, default=None), newest(days)
    begins = _by(made_on(measure), first, read_on) or first
    if begins is not None and not certainly(begins, None, day):
        return None
    stands, since = _stands(measure, days, begins, day, read_on)
    old = stands in LASTING and last is not None and years_passed(last, OLD_YEARS, day)
    official = [id for id in measure.sources if id in sources and sources[id].kind is MeasureBasis.OFFICIAL]
    newest_ids = [id for id in measure.sources if last is not None and id in sources and sources[id].as_of == last]
    says_seen = stands in LASTING or made_on(measure) is None
    cited = tuple(((newest_ids if says_seen else []) or official or measure.sources)[-1:])
    return MeasureStanding(measure, stands, begins, since, last, old, bool(official), cited)


def made_on(measure: Measure) -> When | None:
    """The day on which a measure was made, was published, came into force or took place: the first that is recorded."""
    return measure.adopted or measure.published or measure.in_force or measure.held


def standings_of(held: StateMeasures, day: date, read_on: date | None = None) -> tuple[MeasureStanding, ...]:
    """Every measure of a state that is there on a day, the newest first; those without a day last."""
    found = (standing_of(measure, held.sources, day, read_on) for measure in held.measures)
    return tuple(sorted((standing for standing in found if standing is not None), key=_newest_first))


def leading(standings: Iterable[MeasureStanding]) -> MeasureStanding | None:
    """The one that gives a sign, among those that give one: in force before adopted, shown officially, the newest."""
    return min(
        standings, key=lambda one: (_SIGNS.index(SIGN[one.stands]), not one.official, _newest_first(one)), default=None
    )


def sign_of(
    standings: Iterable[MeasureStanding],
    searched: Iterable[Search],
    topic: str,
    kind: MeasureKind,
    day: date,
) -> TopicSign:
    """The sign of a topic for a kind: the best of its measures, else whether anybody had looked by the day."""
    best = leading(
        standing
        for standing in standings
        if standing.measure.kind is kind and topic in standing.measure.topics and standing.stands in SIGN
    )
    if best is not None:
        return TopicSign(SIGN[best.stands], best.official)
    looked = any(was_searched(search, day) for search in searched if (search.topic, search.kind) == (topic, kind))
    return TopicSign(Sign.NOT_FOUND if looked else Sign.NOT_SEARCHED)


def was_searched(search: Search, day: date) -> bool:
    """Whether a search had been made by a day, or may have been: it says nothing of a state."""
    return possibly(search.date, None, day)


def _stands(
    measure: Measure, days: Iterable[When], begins: When | None, day: date, read_on: date | None
) -> tuple[Stands, When | None]:
    """How a measure that is there stands on a day, and since when."""
    recorded = measure.status
    if recorded is MeasureStatus.NAMED:
        return Stands.NAMED, begins
    if recorded is MeasureStatus.HELD:
        return Stands.HELD, begins
    over = recorded in {MeasureStatus.EXPIRED, MeasureStatus.REPEALED}
    until = measure.until or (newest(days) if over else None)
    if (until is not None and not certainly(None, until, day)) or (over and until is None):
        return (Stands(recorded) if over else Stands.EXPIRED), until
    if recorded is MeasureStatus.DRAFT:
        return Stands.DRAFT, begins
    force = _in_force_from(measure, days, read_on)
    if force is not None and certainly(force, None, day):
        return Stands.IN_FORCE, force
    return Stands.ADOPTED, begins


def _in_force_from(measure: Measure, days: Iterable[When], read_on: date | None) -> When | None:
    """The day of entry into force that a source prints; else that on which it was first seen in force.

    A page of the day on which it was made shows the text, and nothing of its force.
    """
    if measure.status is MeasureStatus.ADOPTED:
        return None
    if measure.in_force is not None:
        return _by(measure.in_force, newest(days), read_on)
    if measure.status is not MeasureStatus.IN_FORCE:
        return None
    made = newest((measure.adopted, measure.published))
    later = [when for when in days if made is None or when.latest > made.latest]
    return _by(min(later, key=_end, default=newest(days)), None, read_on)


def _by(when: When | None, seen: When | None, read_on: date | None) -> When | None:
    """A month or a year that is still running when it is seen or read ends on that day."""
    if when is None or when.day is not None:
        return when
    ends = (end for end in (seen and seen.latest, read_on) if end is not None and when.earliest <= end < when.latest)
    latest = min(ends, default=None)
    return when if latest is None else span(when.earliest, latest)._replace(text=when.text)


def _end(when: When) -> date:
    return when.latest


def _newest_first(standing: MeasureStanding) -> int:
    """The order of measures: the newest first, those without a day of their own last."""
    made = made_on(standing.measure)
    return -made.latest.toordinal() if made else 0
