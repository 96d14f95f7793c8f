"""Every standing as a span of time: since when a state has stood so under an instrument, and until when."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from toc_treaties.law.dossier import Dossier, dossier
from toc_treaties.law.gap import part_of
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.turning_days import turning_days
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State


class StandingSpan(NamedTuple):
    """A standing from its first day, `begin`, to the day before `until`; None where it holds on the day asked.

    `standing` is that of the first day.
    """

    state: State
    instrument: Instrument
    begin: date
    until: date | None
    standing: Standing


class StandingSpans(NamedTuple):
    """The spans of all states and instruments, without a gap from the first day on which any instrument was there.

    In `named` a span ends where the standing becomes another; in `certain` also where it is less or more certain.
    """

    as_of: date
    named: tuple[StandingSpan, ...]
    certain: tuple[StandingSpan, ...]


class Course(NamedTuple):
    """A state under one instrument, and its standing on each day on which that can turn."""

    case: Dossier
    days: tuple[tuple[date, Standing], ...]


def standing_spans(register: Register, as_of: date) -> StandingSpans:
    """The spans of every state under every instrument to a date, in the order of the register."""
    cases = [
        dossier(register, state, instrument)
        for state in register.states.values()
        for instrument in register.instruments.values()
    ]
    turns = [(case, turning_days(case)) for case in cases]
    first = min((day for case, days in turns for day in (case.instrument.adopted, *days)), default=as_of)
    courses = [Course(case, tuple(_days(case, first, turning, as_of))) for case, turning in turns]
    return StandingSpans(
        as_of,
        tuple(span for course in courses for span in _spans(course, _named)),
        tuple(span for course in courses for span in _spans(course, _certainty)),
    )


def _days(case: Dossier, first: date, turning: Iterable[date], as_of: date) -> Iterator[tuple[date, Standing]]:
    for day in sorted({first, *turning}):
        if day <= as_of:
            yield day, standing(case, day)


def _spans(course: Course, alike: Callable[[Standing], object]) -> Iterator[StandingSpan]:
    """The spans of a course: days whose standings are alike follow one another without an end between them."""
    runs = [next(run) for _, run in groupby(course.days, lambda turn: alike(turn[1]))]
    ends = [*(day for day, _ in runs[1:]), None]
    for (begin, found), until in zip(runs, ends, strict=bool(runs)):
        yield StandingSpan(course.case.state, course.case.instrument, begin, until, found)


def _named(found: Standing) -> object:
    """What makes two standings one span: the name, and that it is settled whether the state may join."""
    return found.name, found.eligibility is None


def _certainty(found: Standing) -> object:
    """The same, with how certain it is and on what it rests."""
    return _named(found), part_of(found), found.between, found.day_marked, found.evidence.basis
