"""How consent to each instrument grew over time, and which signatures still wait."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import cited
from toc_treaties.law.membership import counts, limits, membership_days
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.spans import ConsentSpan, consented_spans
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.tally import Tally, tally
from toc_treaties.model import when as whens
from toc_treaties.model.action import Action, Effect
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.questions.scope import Scope

STRATEGY = "strategy-adopted"
"""The id of the Strategy's adoption among the meetings."""


class Point(NamedTuple):
    """How many states that count had consented from a day on."""

    day: date
    parties: int


class Turn(NamedTuple):
    """The beginning or end of a consent, as precisely as it is known, and the act that brings it."""

    when: whens.When
    act: Action


class ConsentSeries(NamedTuple):
    """An instrument's points, one for each day on which the number changes, to the day asked; and its total.

    The points count consents whose day, month or year is known: one of which only a bracket is known is no step, and
    stands in the total alone. `latest` is the latest consent or exit of a state that counts on the day asked. `gained`
    is how many of these consented since the Strategy, less those that left, at the least and at the most: a consent of
    that year may have come before or after the Strategy.
    """

    instrument: Instrument
    points: tuple[Point, ...]
    total: Tally
    latest: Turn | None = None
    gained: tuple[int, int] | None = None

    @property
    def undated(self) -> int:
        """How many consents of the total are no step, because their day is not known."""
        return self.total.consented - self.points[-1].parties

    def at(self, day: date) -> int:
        """How many had consented on a day."""
        index = bisect_right(self.points, day, key=lambda point: point.day)
        return self.points[index - 1].parties if index else 0


class Waiting(NamedTuple):
    """A signature without consent: since when, and the national act where a gazette shows it."""

    state: State
    instrument: Instrument
    standing: Standing
    at_home: Action | None


class ConsentProgress(NamedTuple):
    """The growth of consent and the signatures that wait, on a date; `strategy` is the day of the Strategy.

    `counted` is how many states count on the day asked; `cited` are the sources behind
    the standings, and behind what is said of the participation of those who signed.
    """

    as_of: date
    scope: Scope
    series: tuple[ConsentSeries, ...]
    waiting: tuple[Waiting, ...]
    counted: int
    strategy: date | None
    cited: tuple[Source, ...]


class Course(NamedTuple):
    """A state under one instrument: when it was bound, how it stands, and on which days it counts."""

    spans: tuple[ConsentSpan, ...]
    standing: Standing
    turns: tuple[date, ...]
    counts: Callable[[date], bool]


def progress(register: Register, scope: Scope, as_of: date, strategy: str | None = None) -> ConsentProgress:
    """Consents over time among the states that count, and open signatures in the order of the scope's states."""
    meeting = register.meetings.get(strategy or "")
    adopted = meeting.begins.day if meeting else None
    members = [_counting(scope, state) for state in scope.states]
    courses = [
        [
            Course(*_course(register, state, instrument, as_of), *counting)
            for state, counting in zip(scope.states, members, strict=True)
        ]
        for instrument in scope.instruments
    ]
    waiting = [
        Waiting(state, instrument, standing, _at_home(standing))
        for index, state in enumerate(scope.states)
        for instrument, of_it in zip(scope.instruments, courses, strict=True)
        if (standing := of_it[index].standing).name is StandingKind.SIGNATORY
    ]
    since = adopted if adopted and adopted <= as_of else None
    signed = (entry.state for entry in waiting)
    evidence = (course.standing.evidence for of_instrument in courses for course in of_instrument)
    return ConsentProgress(
        as_of,
        scope,
        tuple(_series(each, of_it, as_of, since) for each, of_it in zip(scope.instruments, courses, strict=True)),
        tuple(waiting),
        sum(counting(as_of) for _, counting in members),
        adopted,
        cited([*evidence, *limits(signed, as_of)], register.sources),
    )


def _counting(scope: Scope, state: State) -> tuple[tuple[date, ...], Callable[[date], bool]]:
    """The days on which a state begins or ceases to count, and whether it counts on a day: asked once for each turn."""
    turns = tuple(sorted(membership_days(state)))
    known = [counts(scope.members, state, day) for day in (date.min, *turns)]
    return turns, lambda day: known[bisect_right(turns, day)]


def _course(
    register: Register, state: State, instrument: Instrument, as_of: date
) -> tuple[tuple[ConsentSpan, ...], Standing]:
    """The dated spans of consent of all time, and the standing on the day asked."""
    case = dossier(register, state, instrument)
    held = standing(case, as_of)
    return tuple([span for span in consented_spans(case, held, as_of) if span.dated]), held


def _series(instrument: Instrument, courses: list[Course], as_of: date, since: date | None) -> ConsentSeries:
    counted = [course for course in courses if course.counts(as_of)]
    dated = [span for course in counted for span in course.spans]
    turns = (turn for span in dated for turn in _turns(span, as_of))
    return ConsentSeries(
        instrument,
        _points(courses, as_of),
        tally(course.standing for course in counted),
        max(turns, key=lambda turn: turn.when.latest, default=None),
        _gained(dated, since, as_of) if since else None,
    )


def _turns(span: ConsentSpan, as_of: date) -> Iterator[Turn]:
    """What a span began with by a day, and ended with."""
    if span.begin <= as_of:
        yield Turn(span.consent.when, span.consent)
    if span.end is not None and span.end <= as_of:
        yield Turn(whens.span(span.end, span.latest or date.max), span.ended_by)


def _points(courses: Iterable[Course], as_of: date) -> tuple[Point, ...]:
    """The sum of what each state adds and takes away, day by day; the day asked has a point of its own."""
    steps = Counter({as_of: 0})
    for course in courses:
        if not course.spans:
            continue
        before = False
        days = {day for span in course.spans for day in (span.begin, span.end) if day is not None}
        for day in sorted(days.union(course.turns)):
            bound = course.counts(day) and any(span.holds(day) for span in course.spans)
            steps[day] += bound - before
            before = bound
    points, parties = [], 0
    for day in sorted(day for day, step in steps.items() if day <= as_of and (step or day == as_of)):
        parties += steps[day]
        points.append(Point(day, parties))
    return tuple(points)


def _gained(dated: list[ConsentSpan], since: date, until: date) -> tuple[int, int]:
    """How many consents of a known day more there were at the end than at the beginning, at least and at most."""
    at_end = [span for span in dated if span.holds(until)]
    may_have = sum(not span.holds(since) and span.may_hold(since) for span in at_end)
    most = len(at_end) - sum(span.holds(since) for span in dated)
    return most - may_have, most


def _at_home(standing: Standing) -> Action | None:
    """The signature, where it records a national act with the gazette that printed it."""
    signatures = (action for action in standing.actions if action.effect is Effect.SIGNS)
    return next((action for action in signatures if action.ratified_at_home and action.gazette), None)
