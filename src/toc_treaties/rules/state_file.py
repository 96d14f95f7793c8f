"""What the rules of chronology and law may judge: the cells without a fault of shape, nor one in a parent."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from toc_treaties.law.seen import bounded
from toc_treaties.model.action import Action, Cell, Effect
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State


class SoundCell(NamedTuple):
    """A cell whose every entry could be read, with its instrument and its actions by what they do.

    A signature that was withdrawn is not among those `signed`.
    """

    instrument: Instrument
    cell: Cell
    signed: tuple[Action, ...]
    consents: tuple[Action, ...]
    releases: tuple[Action, ...]


class StateFile(NamedTuple):
    """One state's cases, gathered once for all rules; `actions` are theirs, with the instrument of each.

    An action before its instrument's adoption stands in `premature` alone, and its case is not in `sound`: the date
    is wrong, so that whatever else it contradicts is the same slip.
    """

    register: Register
    state: State
    sound: tuple[SoundCell, ...]
    actions: tuple[tuple[Instrument, Action], ...]
    premature: tuple[tuple[Instrument, Action], ...]

    @property
    def acknowledging(self) -> Iterator[Any]:
        """Every record that may acknowledge a warning with `as_recorded`."""
        for _instrument, action in self.actions:
            yield action
            yield from action.statements
        yield from self.state.designations
        yield from self.state.returns.values()

    def is_sound(self, instrument: str) -> bool:
        """Whether everything that the file says of an instrument could be read."""
        faulty = self.state.faulty
        return instrument not in faulty and ("*" not in faulty or instrument in self.state.treaties)


def cases_of(register: Register, state: State) -> StateFile:
    """The cases of a state's file."""
    readable = [
        _case(instrument, bounded(cell, state, instrument, register))
        for id, cell in state.treaties.items()
        if not cell.faulty and (instrument := register.instruments.get(id)) is not None
    ]
    actions: list[tuple[Instrument, Action]] = []
    premature: list[tuple[Instrument, Action]] = []
    for case in readable:
        for action in case.cell.actions:
            early = action.when.latest < case.instrument.adopted
            (premature if early else actions).append((case.instrument, action))
    misdated = {instrument.id for instrument, _ in premature}
    sound = tuple(case for case in readable if case.instrument.id not in misdated)
    return StateFile(register, state, sound, tuple(actions), tuple(premature))


def _case(instrument: Instrument, cell: Cell) -> SoundCell:
    if not cell.actions:
        return SoundCell(instrument, cell, (), (), ())
    acts: dict[Effect, list[Action]] = defaultdict(list)
    for action in cell.actions:
        acts[action.kind.effect].append(action)
    signed = acts[Effect.SIGNS]
    if withdrawn := acts[Effect.WITHDRAWS_SIGNATURE]:
        last = max(withdrawal.when.latest for withdrawal in withdrawn)
        signed = [signature for signature in signed if signature.when.latest > last]
    return SoundCell(instrument, cell, tuple(signed), tuple(acts[Effect.CONSENTS]), tuple(acts[Effect.RELEASES]))
