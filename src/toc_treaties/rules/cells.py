"""Which cells the rules of chronology and law may judge: those without a fault of shape, nor one in a parent."""

from collections.abc import Iterator

from toc_treaties.model.action import Action, Cell, Effect
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State

Case = tuple[Instrument, Cell]


def sound(register: Register, state: State) -> Iterator[Case]:
    """The cells whose every entry could be read, each with its instrument."""
    for cell in state.treaties.values():
        instrument = register.instruments.get(cell.instrument)
        if instrument is not None and not cell.faulty:
            yield instrument, cell


def sound_actions(register: Register, state: State) -> Iterator[tuple[Instrument, Action]]:
    """Every action of the sound cells."""
    for instrument, cell in sound(register, state):
        for action in cell.actions:
            yield instrument, action


def is_sound(state: State, instrument: str) -> bool:
    """Whether everything that the file says of an instrument could be read."""
    return instrument not in state.faulty and ("*" not in state.faulty or instrument in state.treaties)


def with_effect(cell: Cell, effect: Effect) -> tuple[Action, ...]:
    """The cell's actions of one effect."""
    return tuple(action for action in cell.actions if action.effect is effect)
