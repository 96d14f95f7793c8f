"""One state and one instrument, with what the law needs to read them."""

from collections.abc import Mapping
from typing import NamedTuple

from toc_treaties.model.action import Cell
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State


class Dossier(NamedTuple):
    """A state, an instrument, what is recorded of the two, and the same for the parent instrument."""

    state: State
    instrument: Instrument
    cell: Cell
    parent: "Dossier | None"
    sources: Mapping[str, Source]


def dossier(register: Register, state: State, instrument: Instrument) -> Dossier:
    """The dossier of a state on an instrument; a parent that the register does not hold is left out."""
    requires = instrument.requires
    above = register.instruments.get(requires.instrument) if requires else None
    parent = dossier(register, state, above) if above and above is not instrument else None
    return Dossier(state, instrument, register.cell(state, instrument.id), parent, register.sources)
