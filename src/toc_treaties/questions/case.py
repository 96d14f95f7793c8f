"""One state and one instrument on a date, with everything that stands behind the answer."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.bound import Ground
from toc_treaties.law.dossier import dossier
from toc_treaties.law.history import Event, EventKind, history
from toc_treaties.law.next_step import NextStep, next_step
from toc_treaties.law.periods import possibly
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.statements import can_be_objected_to
from toc_treaties.law.waits import after_deposit, after_notice
from toc_treaties.model.action import Cell, Statement, StatementKind
from toc_treaties.model.instrument import Delay, Depositary, Exit, Instrument, Names
from toc_treaties.model.register import Register
from toc_treaties.model.state import Designation, State


class Case(NamedTuple):
    """A state's standing under an instrument, its path there and its next step, with the sources behind them."""

    as_of: date
    state: State
    instrument: Instrument
    parent: Instrument | None
    depositary: Depositary | None
    cell: Cell
    standing: Standing
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    next_step: NextStep
    designations: tuple[Designation, ...]
    """The authorities named under its articles by then, those that have lapsed included."""
    reserving: Mapping[str, Names]
    """The names of the states to whose reservations it objected, by ISO 3."""
    objections: tuple[tuple[State, Statement], ...] = ()
    """The objections of other states to its reservations, where they were asked for."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources of all that is recorded: acts, statements, authorities and objections."""
        acts = self.cell.actions
        objections = (objection for _, objection in self.objections)
        statements = (statement for action in acts for statement in action.statements)
        conflicts = (conflict for action in acts for conflict in action.conflict)
        records = (*self.cell.entries, *self.designations, *objections, *statements, *conflicts)
        in_force = (id for action in acts for id in action.in_force_seen)
        return (*(id for record in records for id in record.sources), *in_force)


def item(register: Register, state: State, instrument: Instrument, as_of: date) -> Case:
    """What a state has done about one instrument by a date, and what would be next."""
    case = dossier(register, state, instrument)
    found = standing(case, as_of)
    statements = tuple(statement for action in found.actions for statement in action.statements)
    codes = {statement.to for statement in statements if statement.to is not None}
    return Case(
        as_of,
        state,
        instrument,
        case.parent.instrument if case.parent else None,
        register.depositaries.get(instrument.depositary),
        case.cell,
        found,
        history(found),
        statements,
        next_step(case, found, as_of),
        tuple(
            designation
            for designation in state.designations
            if designation.instrument == instrument.id and possibly(designation.since, None, as_of)
        ),
        {other.iso3: other.name for other in register.states.values() if other.iso3 in codes} if codes else {},
    )


def with_objections(register: Register, case: Case) -> Case:
    """A state's case with the objections of other states to the reservations that it has made by then."""
    return case._replace(objections=tuple(_objections(register, case))) if can_be_objected_to(case.statements) else case


def _objections(register: Register, case: Case) -> Iterator[tuple[State, Statement]]:
    for state in register.states.values():
        for action in register.cell(state, case.instrument.id).actions:
            if possibly(action.when, None, case.as_of):
                yield from (
                    (state, statement)
                    for statement in action.statements
                    if statement.kind is StatementKind.OBJECTION
                    and statement.to == case.state.iso3
                    and possibly(statement.made, statement.withdrawn, case.as_of)
                )


def clause_of(event: Event, instrument: Instrument) -> Delay | Exit | None:
    """The clause that gives a computed day; of a recorded day, where it gives the same."""
    clause = instrument.exit if event.kind is EventKind.EXIT else instrument.later_parties
    if clause is None or event.ground is Ground.OWN_RULE:
        return clause
    return clause if event.ground is Ground.RECORDED and _computed(event, clause) == event.when.day else None


def _computed(event: Event, clause: Delay | Exit) -> date | None:
    """The day that a clause gives, counted from the act."""
    acted = event.action.when.day
    if acted is None:
        return None
    return after_notice(clause, acted) if isinstance(clause, Exit) else after_deposit(clause, acted)
