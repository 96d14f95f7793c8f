"""How consent to each instrument grew over time, and which signatures still wait."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import is_marked
from toc_treaties.law.membership import counts, membership_days
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.spans import ConsentSpan, consented_spans
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.tally import Tally, tally
from toc_treaties.model.action import Action, Effect
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.model.when import When
from toc_treaties.model.when import span as when_between
from toc_treaties.questions.scope import Scope


class Point(NamedTuple):
    """How many states that count had consented from a day on."""

    day: date
    parties: int


class Turn(NamedTuple):
    """The beginning or end of a consent, as precisely as it is known, and the act that brings it."""

    when: When
    act: Action | None

    @property
    def marked(self) -> bool:
        """Whether no source shows the act."""
        return self.act is not None and is_marked(self.act)

    @property
    def day_marked(self) -> bool:
        """Whether a source shows the act, and none its day."""
        return self.act is not None and self.act.day_unconfirmed is not None


class ConsentSeries(NamedTuple):
    """An instrument's points, one for each day on which the number changes, to the day asked; and its total.

    The points count consents whose day, month or year is known: one of which only a bracket is known is no step, and
    stands in the total alone.
    """

    instrument: Instrument
    points: tuple[Point, ...]
    total: Tally
    first: "Turn | None" = None
    """The first consent of a state that counts on the day asked."""
    latest: "Turn | None" = None
    """The latest consent or exit of a state that counts on the day asked."""
    gained: tuple[int, int] | None = None
    """How many of the states that count on the day asked consented since the Strategy, less those that left.

    At the least and at the most: a consent of that year may have come before or after the Strategy.
    """

    @property
    def undated(self) -> int:
        """How many consents of the total are no step, because their day is not known."""
        return self.total.consented - self.points[-1].parties

    def at(self, day: date) -> int:
        """How many had consented on a day."""
        return next((point.parties for point in reversed(self.points) if point.day <= day), 0)


class Waiting(NamedTuple):
    """A signature without consent: since when, and the national act where a gazette shows it."""

    state: State
    instrument: Instrument
    standing: Standing
    at_home: Action | None


class ConsentProgress(NamedTuple):
    """The growth of consent and the signatures that wait, on a date; `strategy` is the day of the Strategy.

    `counted` is how many states count on the day asked; `cited` are the sources behind the signatures.
    """

    as_of: date
    scope: Scope
    series: tuple[ConsentSeries, ...]
    waiting: tuple[Waiting, ...]
    counted: int
    strategy: date | None
    cited: tuple[Source, ...]


class Course(NamedTuple):
    """A state under one instrument: when it was bound, how it stands on the day asked, and on which days it counts."""

    spans: tuple[ConsentSpan, ...]
    standing: Standing
    counts: Callable[[date], bool]
    turns: tuple[date, ...]


def progress(register: Register, scope: Scope, as_of: date, strategy: str | None = None) -> ConsentProgress:
    """Consents over time among the states that count, and open signatures in the order of the scope's states."""
    meeting = register.meetings.get(strategy or "")
    adopted = meeting.begins.day if meeting else None
    members = [_counting(scope, state) for state in scope.states]
    series, waiting = [], []
    for instrument in scope.instruments:
        courses = []
        for state, (turns, counting) in zip(scope.states, members, strict=True):
            case = dossier(register, state, instrument)
            now = standing(case, as_of)
            consents = any(action.effect is Effect.CONSENTS for action in case.cell.actions)
            spans = tuple(span for span in consented_spans(case) if span.dated) if consents else ()
            courses.append(Course(spans, now, counting, turns))
            if now.name is StandingKind.SIGNATORY:
                waiting.append(Waiting(state, instrument, now, _at_home(now)))
        series.append(_series(instrument, courses, as_of, adopted if adopted and adopted <= as_of else None))
    places = {state.slug: place for place, state in enumerate(scope.states)}
    waiting.sort(key=lambda one: places[one.state.slug])
    ids = {id for one in waiting for id in one.standing.evidence.sources}
    return ConsentProgress(
        as_of,
        scope,
        tuple(series),
        tuple(waiting),
        sum(counting(as_of) for _, counting in members),
        adopted,
        tuple(source for id, source in register.sources.items() if id in ids),
    )


def _counting(scope: Scope, state: State) -> tuple[tuple[date, ...], Callable[[date], bool]]:
    """The days on which a state begins or ceases to count, and whether it counts on a day: asked once for each turn."""
    turns = tuple(sorted(membership_days(state)))
    known = [counts(scope.members, state, day) for day in (date.min, *turns)]
    return turns, lambda day: known[bisect_right(turns, day)]


def _series(instrument: Instrument, courses: list[Course], as_of: date, strategy: date | None) -> ConsentSeries:
    counted = [course for course in courses if course.counts(as_of)]
    dated = [span for course in counted for span in course.spans]
    return ConsentSeries(
        instrument,
        _points(courses, as_of),
        tally(course.standing for course in counted),
        min((Turn(span.consent.when, span.consent) for span in dated if span.begin <= as_of), key=_day, default=None),
        max((turn for span in dated for turn in _turns(span, as_of)), key=_day, default=None),
        _gained(dated, strategy, as_of) if strategy else None,
    )


def _turns(span: ConsentSpan, as_of: date) -> Iterator[Turn]:
    if span.begin <= as_of:
        yield Turn(span.consent.when, span.consent)
    if span.end is not None and span.end <= as_of:
        yield Turn(when_between(span.end, span.latest or date.max), span.notice)


def _day(turn: Turn) -> date:
    return turn.when.latest


def _points(courses: Iterable[Course], as_of: date) -> tuple[Point, ...]:
    """The sum of what each state adds and takes away, day by day; the day asked has a point of its own."""
    steps: Counter[date] = Counter()
    for course in courses:
        before = False
        for day in sorted(
            {*course.turns, *(day for span in course.spans for day in _ends(span))} if course.spans else ()
        ):
            bound = course.counts(day) and any(span.holds(day) for span in course.spans)
            steps[day] += bound - before
            before = bound
    points = [Point(date.min, 0)]
    for day, step in sorted(steps.items()):
        if step and day <= as_of:
            points.append(Point(day, points[-1].parties + step))
    if points[-1].day != as_of:
        points.append(Point(as_of, points[-1].parties))
    return tuple(points[1:])


def _ends(span: ConsentSpan) -> tuple[date, ...]:
    return (span.begin, span.end) if span.end else (span.begin,)


def _gained(dated: list[ConsentSpan], since: date, until: date) -> tuple[int, int]:
    """How many consents of a known day more there were at the end than at the beginning, at least and at most."""
    at_end = [span for span in dated if span.holds(until)]
    may_have = sum(not span.holds(since) and span.may_hold(since) for span in at_end)
    most = len(at_end) - sum(span.holds(since) for span in dated)
    return most - may_have, most


def _at_home(now: Standing) -> Action | None:
    """The signature, where it records a national act with the gazette that printed it."""
    signatures = (action for action in now.actions if action.effect is Effect.SIGNS)
    return next((action for action in signatures if action.ratified_at_home and action.gazette), None)
