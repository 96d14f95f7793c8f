"""The days family: what is recorded as done has been done, and was seen by a source that is not older than it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Protocol

from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.when import When
from toc_treaties.rules.dated import DatedRecord, days_beside, days_of_state
from toc_treaties.rules.state_file import StateFile
from toc_treaties.words.english import day, when


class Consulted(Protocol):
    """A source, of the register or of one file."""

    @property
    def as_of(self) -> When | None:
        """How current its content is."""


YEAR = timedelta(days=366)
FIRST = 1810
"""An older year was mistyped: hardly a state of the register was one."""


def days_in_state(cases: StateFile, today: date) -> Iterator[Problem]:
    """A state's file records no day that is to come, none before any treaty, none newer than its sources."""
    yield from judged_days(days_of_state(cases), cases.register.sources, today)


def days_in_register(register: Register, today: date) -> Iterator[Problem]:
    """The same of the files beside the states'; a source itself is not of a day that is to come."""
    yield from judged_days(days_beside(register), register.sources, today)
    strange = (
        DatedRecord("as_of", source.as_of, source.place)
        for source in register.sources.values()
        if source.as_of is not None and not FIRST <= source.as_of.latest.year < today.year
    )
    yield from judged_days(strange, register.sources, today)


def judged_days(days: Iterable[DatedRecord], sources: Mapping[str, Consulted], today: date) -> Iterator[Problem]:
    """An effect may be announced a year ahead of its source, an end two (OAS Charter art. 143)."""
    for dated in days:
        field, (first, last, text), _record, ids, past, shown, ahead = dated
        if last.year < FIRST and not dated.when.bracketed:
            message = f"{field} ({when(dated.when)}) is before any treaty of the register"
            yield Problem("day-too-early", dated.place, message, "check the year", width=len(text))
        if past and today < first:
            message = f"{field} ({when(dated.when)}) is later than today, {day(today)}"
            help_ = "what is recorded here has been done: check the year"
            yield Problem("day-in-future", dated.place, message, help_, width=len(text))
        newest = newest_before(first, ids, sources) if shown and (first <= today or ahead > 1) else None
        if newest is not None and newest + ahead * YEAR < first:
            message = f"{field} ({when(dated.when)}) is later than every source cited, to {day(newest)}"
            help_ = "is it the source of the entry above? cite the one that shows it, or say unconfirmed: why"
            yield Problem("day-after-sources", dated.place, message, help_, width=len(text))


def newest_before(day: date, ids: Iterable[str], sources: Mapping[str, Consulted]) -> date | None:
    """The last possible day of the newest among some sources that all are older than a day.

    None where one may not be: it is as new, undated or not there. Nearly always the first one asked is.
    """
    newest: date | None = None
    for id in ids:
        source = sources.get(id)
        if source is None or (as_of := source.as_of) is None or (latest := as_of.latest) >= day:
            return None
        if newest is None or newest < latest:
            newest = latest
    return newest


OF_STATE = (days_in_state,)
BESIDE = (days_in_register,)
