"""One instrument: what it says of joining and leaving, and what each state has done about it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.tally import Tally
from toc_treaties.model.instrument import Depositary, Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.questions.case import Case, cited, item
from toc_treaties.questions.table import total_of


class InstrumentProfile(NamedTuple):
    """An instrument with every state on a date, and the total among OAS members."""

    as_of: date
    instrument: Instrument
    parent: Instrument | None
    depositary: Depositary | None
    items: tuple[Case, ...]
    total: Tally
    sources: tuple[Source, ...]
    called: Mapping[str, str]
    """What codes and ids stand for: states by ISO 3, instruments by id."""


def instrument_profile(
    register: Register, instrument: Instrument, states: Iterable[State], as_of: date
) -> InstrumentProfile:
    """What an instrument says, and each state's standing under it on a date."""
    items = tuple(item(register, state, instrument, as_of) for state in states)
    requires = instrument.requires
    return InstrumentProfile(
        as_of,
        instrument,
        register.instruments.get(requires.instrument) if requires else None,
        register.depositaries.get(instrument.depositary),
        items,
        total_of([(one.state, one.standing) for one in items], as_of),
        cited(register, items),
        {
            **{state.iso3: state.name["en"] for state in register.states.values()},
            **{id: one.short["en"] for id, one in register.instruments.items()},
        },
    )
