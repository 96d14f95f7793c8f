"""Which authorities and notifications a party owes under each article, and which are on record."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.questions.duties import DesignationOwed, RoleHeld, duties, roles


class StateAuthorities(NamedTuple):
    """The roles of one state, what it owes under each article, and what is on record, in the Strategy's order."""

    state: State
    owed: tuple[DesignationOwed, ...]
    roles: tuple[RoleHeld, ...] = ()


class Authorities(NamedTuple):
    """Designations by state on a date."""

    as_of: date
    states: tuple[StateAuthorities, ...]
    sources: Mapping[str, Source]


def authorities(
    register: Register, states: Iterable[State], instruments: Iterable[Instrument], as_of: date
) -> Authorities:
    """The designations of each state under the instruments in force for it on a date."""
    wanted = tuple(instruments)
    answers = tuple(
        StateAuthorities(state, tuple(duties(register, state, wanted, as_of)), roles(state, as_of)) for state in states
    )
    return Authorities(as_of, answers, register.sources)
