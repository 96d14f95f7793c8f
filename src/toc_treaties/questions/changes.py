"""What changed in a span of time: acts with what follows from them, invitations, statements and memberships."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import cited, is_marked, newest
from toc_treaties.law.history import EventKind, history
from toc_treaties.law.periods import possibly
from toc_treaties.law.standing import standing
from toc_treaties.model.action import Action, Cell, Effect, Invitation, Statement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.measure import MeasureSource
from toc_treaties.model.meeting import Meeting
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import Period, State
from toc_treaties.model.when import When
from toc_treaties.questions.measure_changes import MeasureChange, measure_changes
from toc_treaties.questions.measures import all_sources
from toc_treaties.questions.scope import Scope


class ChangeKind(StrEnum):
    """What kind of event a change is; the order is that of one state's events under one instrument on one day."""

    INVITATION = "invitation"
    INVITATION_END = "invitation_end"
    ACTION = "action"
    ENTRY_INTO_FORCE = "entry_into_force"
    EXIT = "exit"
    STATEMENT = "statement"
    STATEMENT_WITHDRAWAL = "statement_withdrawal"
    MEMBERSHIP = "membership"


class MembershipChange(StrEnum):
    """What a change of membership is; an associate is no member."""

    JOINED = "joined"
    JOINED_AS_ASSOCIATE = "joined_as_associate"
    BECAME_MEMBER = "became_member"
    BECAME_ASSOCIATE = "became_associate"
    SUSPENDED = "suspended"
    SUSPENSION_ENDED = "suspension_ended"
    LEFT = "left"
    LEFT_AS_ASSOCIATE = "left_as_associate"


ORDER = {kind: place for place, kind in enumerate(ChangeKind)}
Dated = tuple[When, ChangeKind, Statement | Invitation]
EFFECTS = {EventKind.ENTRY_INTO_FORCE: ChangeKind.ENTRY_INTO_FORCE, EventKind.EXIT: ChangeKind.EXIT}


class Change(NamedTuple):
    """One event, of a state under an instrument or in an organization, and its record.

    The record of an effect is the act from which it follows. `in_force` and `ends` are what follows from an act: its
    entry into force, or the day on which a notice takes effect. An exit `with_parent` is that of the parent instrument,
    which takes this one along.
    """

    when: When
    kind: ChangeKind
    state: State
    record: Action | Statement | Invitation | Period
    instrument: Instrument | None = None
    in_force: When | None = None
    ends: When | None = None
    with_parent: bool = False
    organization: str | None = None
    membership: MembershipChange | None = None

    @property
    def action(self) -> Action | None:
        """The act itself, or the one from which an effect follows."""
        return self.record if isinstance(self.record, Action) else None

    @property
    def marked(self) -> bool:
        """Whether no source shows it."""
        return is_marked(self.record)

    @property
    def day_marked(self) -> bool:
        """Whether the act is shown and its day, as it is recorded, is not."""
        return self.action is not None and self.action.day_unconfirmed is not None

    @property
    def earlier_act(self) -> Action | None:
        """The act of the state under the instrument from which an effect follows."""
        return self.action if self.kind in EFFECTS.values() and not self.with_parent else None

    @property
    def told_on(self) -> When:
        """The day of the line that tells it: an effect's is that of the act from which it follows."""
        return self.earlier_act.when if self.earlier_act else self.when


class Changes(NamedTuple):
    """The changes of a span, both days included; `undated` are those of which only a bracket is known.

    `meeting` is the one whose day begins the span, where a meeting was named; `read_on` the day on which the register
    was read, after which nothing has happened yet.
    """

    since: date
    until: date
    scope: Scope
    changes: tuple[Change, ...]
    undated: tuple[Change, ...]
    cited: tuple[Source, ...]
    read_on: date
    meeting: Meeting | None = None
    newest: When | None = None
    """The newest day of a source on what was asked: what was done later was not seen."""
    measures: tuple[MeasureChange, ...] = ()
    """What was done at home, where that was asked."""
    held: Mapping[str, MeasureSource] = {}
    """The sources of that."""

    @property
    def lines(self) -> list[Change]:
        """One for each act, by its own day, with what follows from it: an effect alone where the act was earlier."""
        return self._told(self.changes)

    @property
    def undated_lines(self) -> list[Change]:
        """The same of what is not dated; an effect of a dated act stands in that act's line."""
        return self._told(self.undated)

    def _told(self, changes: tuple[Change, ...]) -> list[Change]:
        acts = {id(change.record) for change in (*self.changes, *self.undated) if change.kind is ChangeKind.ACTION}
        kept = (change for change in changes if id(change.earlier_act) not in acts)
        return sorted(kept, key=lambda change: change.told_on.latest)


def changes(register: Register, scope: Scope, since: date, until: date, meeting: Meeting | None = None) -> Changes:
    """Every event from a day to another. A month or year belongs to the span that holds its latest possible day.

    Where some instruments alone are asked about, memberships are left out.
    """
    every = chain.from_iterable(_of_state(register, state, scope) for state in scope.states)
    within = (change for change in every if since <= change.when.latest <= until)
    found = sorted(within, key=lambda change: change.when.latest)
    return Changes(
        since,
        until,
        scope,
        tuple(change for change in found if not _bracketed(change)),
        tuple(change for change in found if _bracketed(change)),
        cited((change.record for change in found), register.sources),
        register.read_on or until,
        meeting,
        newest(register.sources[id].as_of for id in _seen(register, scope) if id in register.sources),
        measure_changes(register, scope.states, since, until) if register.measures else (),
        all_sources(register, scope.states),
    )


RECENT_YEARS = 10
"""How many whole years before that of a day are recent, so that there is always something to tell."""


def recent(register: Register, scope: Scope, as_of: date, meeting: Meeting | None) -> Changes:
    """What changed up to a day in the years before it, and since a meeting, if that is longer ago."""
    first = date(max(as_of.year - RECENT_YEARS, 1), 1, 1)
    return changes(register, scope, min(first, meeting.begins.earliest) if meeting else first, as_of, meeting)


def within(answer: Changes, since: date, until: date) -> Changes:
    """The changes of a part of the span."""

    def in_part(change: Change | MeasureChange) -> bool:
        return since <= change.when.latest <= until

    return answer._replace(
        since=since,
        until=until,
        changes=tuple(filter(in_part, answer.changes)),
        undated=tuple(filter(in_part, answer.undated)),
        measures=tuple(filter(in_part, answer.measures)),
    )


def _seen(register: Register, scope: Scope) -> set[str]:
    """The sources of what is recorded of the states under the instruments."""
    cells = (register.cell(state, instrument.id) for state in scope.states for instrument in scope.instruments)
    return {id for cell in cells for entry in cell.entries for id in entry.sources}


def _bracketed(change: Change) -> bool:
    """Whether only a bracket of the day is known, or of the parent's on which an effect depends."""
    act = change.action.when if change.action else change.when
    return act.bracketed or (change.when.bracketed and act.day is not None)


def _of_state(register: Register, state: State, scope: Scope) -> Iterator[Change]:
    """Every event of a state, whenever it was, in the order of one day: what is in the span is chosen afterwards."""
    if not scope.of_some_instruments:
        yield from _memberships(state)
    for instrument in scope.instruments:
        yield from sorted(_under(register, state, instrument), key=lambda change: ORDER[change.kind])


def _under(register: Register, state: State, instrument: Instrument) -> Iterator[Change]:
    """Every event of a state under an instrument."""
    case = dossier(register, state, instrument)
    events = history(standing(case, date.max))
    days = {(id(event.action), event.kind): event.when for event in events}
    own = {id(action) for action in case.cell.actions}
    for event in events:
        change = Change(event.when, ChangeKind.ACTION, state, event.action, instrument)
        if event.kind is EventKind.ACTION:
            in_force, ends = (days.get((id(event.action), kind)) for kind in EFFECTS)
            yield change._replace(in_force=in_force, ends=ends)
        else:
            yield change._replace(kind=EFFECTS[event.kind], with_parent=id(event.action) not in own)
    for when, kind, record in (*_statements(case.cell), *_invitations(case.cell)):
        yield Change(when, kind, state, record, instrument)


def _statements(cell: Cell) -> Iterator[Dated]:
    """Statements of a day of their own, and those withdrawn; one of the act's own day stands with the act."""
    for statement in (statement for action in cell.actions for statement in action.statements):
        if statement.made is not None:
            yield statement.made, ChangeKind.STATEMENT, statement
        if statement.withdrawn is not None:
            yield statement.withdrawn, ChangeKind.STATEMENT_WITHDRAWAL, statement


def _invitations(cell: Cell) -> Iterator[Dated]:
    """Invitations whose day was seen, and the last day of one on which the state had not consented by then."""
    consents = [action.when for action in cell.actions if action.effect is Effect.CONSENTS]
    for invitation in cell.invitations:
        end = invitation.until
        if invitation.decided is not None and not invitation.none:
            yield invitation.decided, ChangeKind.INVITATION, invitation
        if end is not None and not any(possibly(when, None, end.latest) for when in consents):
            yield end, ChangeKind.INVITATION_END, invitation


def _memberships(state: State) -> Iterator[Change]:
    """Every beginning and end of a membership whose day was seen; a change of status on a day is one event."""
    for organization, periods in state.memberships.items():
        for before, period, after in zip((None, *periods), periods, (*periods[1:], None), strict=False):
            turns = []
            if period.since is not None:
                follows = before.status if before and before.until == period.since else None
                turns.append((period.since, _begun(period.status, follows)))
            if period.until is not None and (after is None or after.since != period.until):
                associate = period.status == "associate"
                turns.append((period.until, MembershipChange.LEFT_AS_ASSOCIATE if associate else MembershipChange.LEFT))
            for when, what in turns:
                change = Change(when, ChangeKind.MEMBERSHIP, state, period)
                yield change._replace(organization=organization, membership=what)


def _begun(status: str, before: str | None) -> MembershipChange:
    """What a membership of a status is that follows on another of the same day, or on none."""
    if status == "suspended":
        return MembershipChange.SUSPENDED
    if before == "suspended":
        return MembershipChange.SUSPENSION_ENDED
    if status == "associate":
        return MembershipChange.BECAME_ASSOCIATE if before else MembershipChange.JOINED_AS_ASSOCIATE
    return MembershipChange.BECAME_MEMBER if before else MembershipChange.JOINED
