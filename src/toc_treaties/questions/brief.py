"""What a delegate takes into a meeting: of one state, or of many, the answers of several questions on one day."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.periods import certainly
from toc_treaties.model.measure import MeasureSource
from toc_treaties.model.meeting import Meeting
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import TREATIES_ON
from toc_treaties.questions import measures
from toc_treaties.questions.calendar import DaysAhead, days_ahead
from toc_treaties.questions.case import Case, item
from toc_treaties.questions.changes import Changes, changes
from toc_treaties.questions.due import Dues, due
from toc_treaties.questions.gaps import Gaps, gaps
from toc_treaties.questions.measures import MeasuresMatrix, MeasuresOfState
from toc_treaties.questions.pairs import WithAll, with_all
from toc_treaties.questions.scope import Scope
from toc_treaties.questions.table import RatificationTable, table


class Brief(NamedTuple):
    """The answers of a brief; of one state `topics` are its measures, of several the matrix of signs.

    `bases` say what comes first between one state and some others, for each purpose that a treaty can be on.
    """

    as_of: date
    scope: Scope
    table: RatificationTable
    gaps: Gaps
    changes: Changes | None
    ahead: DaysAhead
    due: Dues
    topics: MeasuresOfState | MeasuresMatrix
    bases: tuple[WithAll, ...]
    cases: tuple[Case, ...] = ()
    """Of one state, its instruments with their histories."""

    @property
    def sources(self) -> tuple[Source | MeasureSource, ...]:
        """Every source behind the brief, each once, those of the register first."""
        held = self.topics.sources
        of_measures = held.values() if isinstance(held, Mapping) else held
        told = (*self.changes.cited, *self.changes.held.values()) if self.changes else ()
        register = (*self.table.cited, *self.gaps.sources, *self.ahead.sources, *self.due.sources)
        others = (*told, *(source for basis in self.bases for source in basis.cited), *of_measures)
        return tuple({source.id: source for source in (*register, *others)}.values())


def brief(register: Register, scope: Scope, as_of: date, others: Iterable[State] = ()) -> Brief:
    """The answers of a brief on a day: since the last meeting of a series, and with some other states."""
    meeting = last_meeting(register.meetings, as_of)
    told = changes(register, scope, meeting.begins.earliest, as_of, meeting) if meeting else None
    if told is not None and len(scope.states) > 1:
        told = told._replace(measures=(), held={})  # of many states these are pages of their own: `changes --measures`
    topics = register.topics_for_law
    (state, *more) = scope.states
    beside = tuple(others)
    return Brief(
        as_of,
        scope,
        table(register, scope, as_of),
        gaps(register, scope, as_of),
        told,
        days_ahead(register, scope, as_of),
        due(register, scope, as_of),
        measures.matrix(register, scope, topics, as_of) if more else measures.of_state(register, state, as_of),
        tuple(with_all(register, beside, state, as_of, purpose) for purpose in TREATIES_ON) if beside else (),
        () if more else tuple(item(register, state, instrument, as_of) for instrument in scope.instruments),
    )


def last_meeting(meetings: Mapping[str, Meeting], as_of: date) -> Meeting | None:
    """The last meeting of a series that had certainly begun by a day."""
    begun = (meeting for meeting in meetings.values() if meeting.series and certainly(meeting.begins, None, as_of))
    return max(begun, key=lambda meeting: meeting.begins.latest, default=None)
