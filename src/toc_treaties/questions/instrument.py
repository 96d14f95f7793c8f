"""One instrument: what it says of joining and leaving, and what each state has done about it."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.evidence import cited
from toc_treaties.law.membership import limits
from toc_treaties.law.tally import Tally
from toc_treaties.model.instrument import Depositary, Instrument, Names
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.questions.case import Case, item
from toc_treaties.questions.scope import Scope
from toc_treaties.questions.table import total_of


class InstrumentProfile(NamedTuple):
    """An instrument with the states asked for on a date, and the total among OAS members."""

    as_of: date
    scope: Scope
    instrument: Instrument
    parent: Instrument | None
    depositary: Depositary | None
    items: tuple[Case, ...]
    total: Tally
    sources: tuple[Source, ...]
    named: Mapping[str, Names]
    """What codes and ids stand for: states by ISO 3, instruments by id."""


def instrument_profile(register: Register, instrument: Instrument, scope: Scope, as_of: date) -> InstrumentProfile:
    """What an instrument says, and each state's standing under it on a date."""
    items = tuple(item(register, state, instrument, as_of) for state in scope.states)
    return InstrumentProfile(
        as_of,
        scope._replace(instruments=(instrument,)),
        instrument,
        register.instruments.get(instrument.requires.instrument) if instrument.requires else None,
        register.depositaries.get(instrument.depositary),
        items,
        total_of([(case.state, case.standing) for case in items], as_of, scope.members),
        cited([*items, *instrument.conflict, *limits(scope.states, as_of)], register.sources),
        {
            **{state.iso3: state.name for state in register.states.values()},
            **{id: other.short for id, other in register.instruments.items()},
        },
    )
