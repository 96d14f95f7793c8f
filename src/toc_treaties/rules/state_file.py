"""What the rules of chronology and law may judge: the cells without a fault of shape, nor one in a parent."""

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
    sound: list[SoundCell] = []
    actions: list[tuple[Instrument, Action]] = []
    premature: list[tuple[Instrument, Action]] = []
    for id, cell in state.treaties.items():
        instrument = register.instruments.get(id)
        if cell.faulty or instrument is None:
            continue
        known = bounded(cell, state, instrument, register)
        adopted = instrument.adopted
        later = [action for action in known.actions if action.when.latest >= adopted]
        actions += [(instrument, action) for action in later]
        if len(later) == len(known.actions):
            sound.append(_case(instrument, known))
        else:
            premature += [(instrument, action) for action in known.actions if action.when.latest < adopted]
    return StateFile(register, state, tuple(sound), tuple(actions), tuple(premature))


def _case(instrument: Instrument, cell: Cell) -> SoundCell:
    signed: list[Action] = []
    consents: list[Action] = []
    releases: list[Action] = []
    withdrawn: list[Action] = []
    for action in cell.actions:
        effect = action.kind.effect
        if effect is Effect.CONSENTS:
            consents.append(action)
        elif effect is Effect.SIGNS:
            signed.append(action)
        elif effect is Effect.RELEASES:
            releases.append(action)
        elif effect is Effect.WITHDRAWS_SIGNATURE:
            withdrawn.append(action)
    if withdrawn:
        last = max(withdrawal.when.latest for withdrawal in withdrawn)
        signed = [signature for signature in signed if signature.when.latest > last]
    return SoundCell(instrument, cell, tuple(signed), tuple(consents), tuple(releases))
