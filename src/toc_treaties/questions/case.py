"""One state and one instrument on a date, with everything that stands behind the answer."""

from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.history import Event, history
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.action import Cell, Statement
from toc_treaties.model.instrument import Depositary, Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State


class Case(NamedTuple):
    """A state's standing under an instrument, its path there, and the statements and sources behind it."""

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


def item(register: Register, state: State, instrument: Instrument, as_of: date) -> Case:
    """What a state has done about one instrument by a date."""
    case = dossier(register, state, instrument)
    now = standing(case, as_of)
    return Case(
        as_of,
        state,
        instrument,
        case.parent.instrument if case.parent else None,
        register.depositaries.get(instrument.depositary),
        case.cell,
        now,
        history(now),
        tuple(statement for action in now.actions for statement in action.statements),
        tuple(register.sources[id] for id in now.evidence.sources if id in register.sources),
    )


def cited(register: Register, items: tuple[Case, ...]) -> tuple[Source, ...]:
    """Every source that the items' records cite, in the order of `sources.yaml`."""
    ids: set[str] = set()
    for one in items:
        for record in one.cell.entries:
            ids.update(record.sources)
        for action in one.cell.actions:
            ids.update(id for statement in action.statements for id in statement.sources)
            ids.update(id for conflict in action.conflict for id in conflict.sources)
    return tuple(source for id, source in register.sources.items() if id in ids)
