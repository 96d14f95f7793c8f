"""The statements family: a statement rests on an article and an act."""

from collections.abc import Iterator, Mapping
from datetime import date

from toc_treaties.model.action import StatementKind
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.state import State


def objection_without_reservation(register: Register, _today: date) -> Iterator[Problem]:
    """An objection is to a reservation that the other state made to the same instrument (VCLT art. 20)."""
    if not register.whole:
        return
    by_code = {state.iso3: state for state in register.states.values()}
    for state in register.states.values():
        for cell in state.treaties.values():
            for action in cell.actions:
                for said in action.statements:
                    if said.kind is StatementKind.OBJECTION and not _answers(said.to, cell.instrument, by_code):
                        message = (
                            f"an objection to a reservation that is not recorded{f' for {said.to}' if said.to else ''}"
                        )
                        help_ = "add to: with the reserving state's code, and record its reservation"
                        yield Problem("objection-without-reservation", said.place, message, help_, width=9)


def _answers(code: str | None, instrument: str, by_code: Mapping[str, State]) -> bool:
    other = by_code.get(code or "")
    cell = other.treaties.get(instrument) if other else None
    answered = (StatementKind.RESERVATION, StatementKind.DECLARATION, StatementKind.STATEMENT)
    return cell is not None and any(said.kind in answered for action in cell.actions for said in action.statements)
