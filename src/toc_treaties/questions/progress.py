"""How consent to each instrument grew over time, and which signatures still wait."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.membership import membership_days
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.spans import ConsentSpan, consented_spans
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.tally import Tally, tally
from toc_treaties.model.action import Action, Effect
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State

Counts = Callable[[State, date], bool]


class Point(NamedTuple):
    """How many states that count had consented from a day on."""

    day: date
    parties: int


class ConsentSeries(NamedTuple):
    """An instrument's points, one for each day on which the number changes, to the day asked; and its total.

    The points count consents whose day, month or year is known: one of which only a bracket is known is no step, and
    stands in the total alone.
    """

    instrument: Instrument
    points: tuple[Point, ...]
    total: Tally
    latest: date | None = None
    """The day of the latest consent or exit of a state that counts on the day asked."""
    gained: tuple[int, int] | None = None
    """How many of the states that count on the day asked consented since the Strategy, less those that left.

    At the least and at the most: a consent of that year may have come before or after the Strategy.
    """

    @property
    def undated(self) -> int:
        """How many consents of the total are no step, because their day is not known."""
        return self.total.consented - self.points[-1].parties


class Waiting(NamedTuple):
    """A signature without consent: since when, and the national act where a gazette shows it."""

    state: State
    instrument: Instrument
    standing: Standing
    at_home: Action | None


class ConsentProgress(NamedTuple):
    """The growth of consent and the signatures that wait, on a date; `strategy` is the day of the Strategy."""

    as_of: date
    series: tuple[ConsentSeries, ...]
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
) -> ConsentProgress:
    """Consents over time among the states that count, and open signatures in alphabetical order of states."""
    everyone = tuple(states)
    wanted = tuple(instruments)
    meeting = register.meetings.get(strategy or "")
    adopted = meeting.begins.day if meeting else None
    return ConsentProgress(
        as_of,
        tuple(_series(register, one, everyone, as_of, counts, adopted) for one in wanted),
        tuple(_waiting(register, wanted, everyone, as_of)),
        adopted,
        register.sources,
    )


def _series(
    register: Register, one: Instrument, states: tuple[State, ...], as_of: date, counts: Counts, strategy: date | None
) -> ConsentSeries:
    spans = {state.slug: _dated(consented_spans(dossier(register, state, one))) for state in states}
    turns = {day for found in spans.values() for span in found for day in (span.begin, span.end) if day is not None}
    turns |= {day for state in states for day in membership_days(state)}
    points: list[Point] = []
    for day in sorted({day for day in turns if day <= as_of} | {as_of}):
        number = sum(counts(state, day) and _bound(spans[state.slug], day) for state in states)
        if (points and points[-1].parties != number) or (number and not points) or day == as_of:
            points.append(Point(day, number))
    counted = [state for state in states if counts(state, as_of)]
    dated = [span for state in counted for span in spans[state.slug]]
    acts = [day for span in dated for day in (span.begin, span.end) if day is not None and day <= as_of]
    return ConsentSeries(
        one,
        tuple(points),
        tally(standing(dossier(register, state, one), as_of) for state in counted),
        max(acts, default=None),
        _gained(dated, strategy, as_of) if strategy is not None and strategy <= as_of else None,
    )


def _dated(spans: tuple[ConsentSpan, ...]) -> tuple[ConsentSpan, ...]:
    """The spans that begin on a day, or in a month or year, that is known."""
    return tuple(span for span in spans if span.dated)


def _bound(spans: tuple[ConsentSpan, ...], day: date) -> bool:
    """Whether a day lies in one of some spans."""
    return any(span.holds(day) for span in spans)


def _gained(dated: list[ConsentSpan], since: date, until: date) -> tuple[int, int]:
    """How many consents of a known day more there were at the end than at the beginning, at least and at most."""
    at_end = sum(span.holds(until) for span in dated)
    may_have = sum(span.holds(until) and not span.holds(since) and span.may_hold(since) for span in dated)
    most = at_end - sum(span.holds(since) for span in dated)
    return most - may_have, most


def _waiting(
    register: Register, instruments: tuple[Instrument, ...], states: tuple[State, ...], as_of: date
) -> Iterable[Waiting]:
    for state in states:
        for one in instruments:
            now = standing(dossier(register, state, one), as_of)
            if now.name is StandingKind.SIGNATORY:
                signed = [action for action in now.actions if action.effect is Effect.SIGNS]
                home = next((action for action in signed if action.ratified_at_home and action.gazette), None)
                yield Waiting(state, one, now, home)
