"""The hemisphere-wide matrix: every state's standing under every instrument, and totals per instrument."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.standing import CONSENTED, Name, Standing, standing
from toc_treaties.model.dossier import dossier
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State, is_member


class Row(NamedTuple):
    """One state's standings, in the order of the instruments asked for."""

    state: State
    member: bool
    standings: tuple[Standing, ...]


class Total(NamedTuple):
    """How many member states have consented to an instrument, of how many that can, and how many unconfirmed."""

    consented: int
    unconfirmed: int
    of: int


class Table(NamedTuple):
    """The matrix on a date; the totals count member states of the OAS alone."""

    as_of: date
    instruments: tuple[Instrument, ...]
    rows: tuple[Row, ...]
    totals: tuple[Total, ...]
    sources: Mapping[str, Source]
    group: str | None = None


def table(
    register: Register,
    as_of: date,
    instruments: Iterable[Instrument],
    states: Iterable[State],
    group: str | None = None,
) -> Table:
    """The standing of each state under each instrument on a date, with totals among OAS members."""
    columns = tuple(instruments)
    rows = tuple(
        Row(
            state,
            is_member(state, "oas", as_of),
            tuple(standing(dossier(register, state, instrument), as_of) for instrument in columns),
        )
        for state in states
    )
    totals = tuple(
        total_of([(row.state, row.standings[index]) for row in rows], as_of) for index in range(len(columns))
    )
    return Table(as_of, columns, rows, totals, register.sources, group)


def total_of(standings: Iterable[tuple[State, Standing]], as_of: date) -> Total:
    """The consents to one instrument among states that are OAS members on the date and can join it."""
    can_join = [
        now for state, now in standings if now.name is not Name.NOT_APPLICABLE and is_member(state, "oas", as_of)
    ]
    consented = [now for now in can_join if now.name in CONSENTED]
    return Total(len(consented), sum(now.evidence.marked for now in consented), len(can_join))


def in_group(group: str, as_of: date) -> Callable[[State], bool]:
    """Whether a state is a member of a grouping on a date."""
    return lambda state: is_member(state, group, as_of)
