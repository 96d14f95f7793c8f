"""One state and one instrument on a date, with everything that stands behind the answer."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.bound import Ground
from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import Recorded
from toc_treaties.law.history import Event, EventKind, history
from toc_treaties.law.next_step import NextStep, next_step
from toc_treaties.law.periods import possibly
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.statements import can_be_objected_to
from toc_treaties.law.waits import after_deposit, after_notice
from toc_treaties.model.action import Cell, Statement, StatementKind
from toc_treaties.model.instrument import Delay, Depositary, Exit, Instrument, Names
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
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
    sources: tuple[Source, ...]
    """What the standing rests on."""
    next_step: NextStep
    designations: tuple[Designation, ...]
    """The authorities named under its articles by then, those that have lapsed included."""
    reserving: Mapping[str, Names]
    """The names of the states to whose reservations it objected, by ISO 3."""
    objections: tuple[tuple[State, Statement], ...] = ()
    """The objections of other states to its reservations, where they were asked for."""


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
        tuple(register.sources[id] for id in found.evidence.sources if id in register.sources),
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


def cited(register: Register, items: Iterable[Case], beside: Iterable[Recorded] = ()) -> tuple[Source, ...]:
    """Every source that the items' records and those beside them cite, in the order of `sources.yaml`."""
    ids = {id for record in beside for id in record.sources}
    for case in items:
        for record in case.cell.entries:
            ids.update(record.sources)
        for designation in case.designations:
            ids.update(designation.sources)
        for action in case.cell.actions:
            ids.update(action.in_force_seen)
            ids.update(id for statement in action.statements for id in statement.sources)
            ids.update(id for conflict in action.conflict for id in conflict.sources)
        ids.update(id for _, objection in case.objections for id in objection.sources)
    return tuple(source for id, source in register.sources.items() if id in ids)
