"""How consent to each instrument grew over time, and which signatures still wait."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.spans import consented_spans
from toc_treaties.law.standing import Name, Standing, standing
from toc_treaties.model.action import Action, Effect
from toc_treaties.model.dossier import dossier
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.questions.table import OUTSIDE

Counts = Callable[[State, date], bool]


class Point(NamedTuple):
    """How many states that count had consented from a day on."""

    day: date
    parties: int


class Series(NamedTuple):
    """An instrument's points, one for each day on which the number changes, to the day asked."""

    instrument: Instrument
    points: tuple[Point, ...]
    unconfirmed: int
    of: int


class Waiting(NamedTuple):
    """A signature without consent: since when, and the national act where a gazette shows it."""

    state: State
    instrument: Instrument
    standing: Standing
    at_home: Action | None


class Progress(NamedTuple):
    """The growth of consent and the signatures that wait, on a date; `strategy` is the day of the Strategy."""

    as_of: date
    series: tuple[Series, ...]
    waiting: tuple[Waiting, ...]
    strategy: date | None
    sources: Mapping[str, Source]


def progress(
    register: Register,
    instruments: Iterable[Instrument],
    states: Iterable[State],
    as_of: date,
    counts: Counts,
    strategy: str | None = None,
) -> Progress:
    """Consents over time among the states that count, and open signatures in alphabetical order of states."""
    everyone = tuple(states)
    wanted = tuple(instruments)
    meeting = register.meetings.get(strategy or "")
    return Progress(
        as_of,
        tuple(_series(register, one, everyone, as_of, counts) for one in wanted),
        tuple(_waiting(register, wanted, everyone, as_of)),
        meeting.begins.day if meeting else None,
        register.sources,
    )


def _series(register: Register, one: Instrument, states: tuple[State, ...], as_of: date, counts: Counts) -> Series:
    spans = {state.slug: consented_spans(dossier(register, state, one)) for state in states}
    turns = {day for found in spans.values() for span in found for day in span if day is not None}
    turns |= {day for state in states for day in membership_days(state)}
    days = sorted({day for day in turns if day <= as_of} | {as_of})
    points: list[Point] = []
    for day in days:
        number = sum(
            counts(state, day) and any(begin <= day and (end is None or day < end) for begin, end in spans[state.slug])
            for state in states
        )
        if not points or points[-1].parties != number or day == as_of:
            points.append(Point(day, number))
    now = [standing(dossier(register, state, one), as_of) for state in states if counts(state, as_of)]
    marked = sum(found.consented and found.evidence.marked for found in now)
    return Series(one, tuple(points), marked, sum(found.name not in OUTSIDE for found in now))


def membership_days(state: State) -> list[date]:
    """The days on which a state begins or ceases to count."""
    days = [end for period in state.memberships.get("oas", ()) for end in (period.since, period.until) if end]
    days += [end for one in state.participation for end in (one.since, one.until) if end]
    return [bound for end in days for bound in (end.earliest, end.latest)]


def _waiting(
    register: Register, instruments: tuple[Instrument, ...], states: tuple[State, ...], as_of: date
) -> Iterable[Waiting]:
    for state in states:
        for one in instruments:
            now = standing(dossier(register, state, one), as_of)
            if now.name is Name.SIGNATORY:
                signed = [action for action in now.actions if action.effect is Effect.SIGNS]
                home = next((action for action in signed if action.ratified_at_home and action.gazette), None)
                yield Waiting(state, one, now, home)
