"""One state and one instrument, with what the law needs to read them."""

from collections.abc import Mapping
from typing import NamedTuple

from toc_treaties.law.seen import bounded
from toc_treaties.model.action import Cell
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State


class Dossier(NamedTuple):
    """A state, an instrument, what is recorded of the two, and the same for the parent instrument.

    The open dates of the cell's actions are bounded by the sources that show them.
    """

    state: State
    instrument: Instrument
    cell: Cell
    parent: "Dossier | None"
    sources: Mapping[str, Source]


def dossier(register: Register, state: State, instrument: Instrument, below: frozenset[str] = frozenset()) -> Dossier:
    """The dossier of a state on an instrument; a parent that the register does not hold is left out.

    `below` are the instruments already on the way, so that parents in a circle end.
    """
    requires = instrument.requires
    above = register.instruments.get(requires.instrument) if requires else None
    on_the_way = below | {instrument.id}
    parent = dossier(register, state, above, on_the_way) if above and above.id not in on_the_way else None
    cell = bounded(register.cell(state, instrument.id), state, instrument, register)
    return Dossier(state, instrument, cell, parent, register.sources)
