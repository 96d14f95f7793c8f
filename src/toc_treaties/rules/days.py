"""The days family: what is recorded as done has been done, and was seen by a source that is not older than it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.rules.dated import DatedRecord, days_beside, days_of_state
from toc_treaties.rules.state_file import StateFile
from toc_treaties.words.dates import day, when

YEAR = timedelta(days=366)
FIRST = 1810
"""An older year was mistyped: hardly a state of the register was one."""


def state_day_in_future(cases: StateFile, today: date) -> Iterator[Problem]:
    """No day in a state's file on which something was done is still to come."""
    yield from _in_future(days_of_state(cases), today)


def day_in_future(register: Register, today: date) -> Iterator[Problem]:
    """No day in the other files on which something was done is still to come."""
    yield from _in_future(days_beside(register), today)
    for source in register.sources.values():
        if source.as_of is not None:
            yield from _in_future([DatedRecord("as_of", source.as_of, source.place.of("as_of"))], today)


def state_day_after_sources(cases: StateFile, today: date) -> Iterator[Problem]:
    """What a state's file records is not newer than every source that it cites for it."""
    yield from _after_sources(days_of_state(cases), cases.register.sources, today)


def day_after_sources(register: Register, today: date) -> Iterator[Problem]:
    """What the other files record is not newer than every source that they cite for it."""
    yield from _after_sources(days_beside(register), register.sources, today)


def _in_future(days: Iterable[DatedRecord], today: date) -> Iterator[Problem]:
    for one in days:
        if one.when.latest.year < FIRST and not one.when.bracketed:
            message = f"{one.field} ({when(one.when)}) is before any treaty of the register"
            yield Problem("day-too-early", one.place, message, "check the year", width=len(one.when.text))
        if one.past and today < one.when.earliest:
            message = f"{one.field} ({when(one.when)}) is later than today, {day(today)}"
            help_ = "what is recorded here has been done: check the year"
            yield Problem("day-in-future", one.place, message, help_, width=len(one.when.text))


def _after_sources(days: Iterable[DatedRecord], sources: Mapping[str, Source], today: date) -> Iterator[Problem]:
    """An effect may be announced a year ahead, an end two (OAS Charter art. 143)."""
    for one in days:
        newest = (
            newest_day(one.sources, sources) if one.shown and (one.when.earliest <= today or one.ahead > 1) else None
        )
        if newest is not None and newest + one.ahead * YEAR < one.when.earliest:
            message = f"{one.field} ({when(one.when)}) is later than every source cited, to {day(newest)}"
            help_ = "is it the source of the entry above? cite the one that shows it, or say unconfirmed: why"
            yield Problem("day-after-sources", one.place, message, help_, width=len(one.when.text))


def newest_day(ids: Iterable[str], sources: Mapping[str, Source]) -> date | None:
    """The last possible day of the newest among some sources; None where one is undated or not there."""
    known = [sources[id].as_of if id in sources else None for id in ids]
    return None if not known or None in known else max(when.latest for when in known if when is not None)


OF_STATE = (state_day_in_future, state_day_after_sources)
BESIDE = (day_in_future, day_after_sources)
