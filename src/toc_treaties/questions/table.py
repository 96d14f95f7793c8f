"""The hemisphere-wide matrix: every state's standing under every instrument, and totals per instrument."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.standing import CONSENTED, Name, Standing, standing
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State, is_member
from toc_treaties.questions.members import Members, counts

OUTSIDE = frozenset({Name.NOT_APPLICABLE, Name.NOT_OPEN})
"""The standings of states that cannot join on the day: outside every denominator."""


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
    members: Members = Members.ALL


def table(
    register: Register,
    as_of: date,
    instruments: Iterable[Instrument],
    states: Iterable[State],
    group: str | None = None,
    members: Members = Members.ALL,
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
        total_of([(row.state, row.standings[index]) for row in rows], as_of, members) for index in range(len(columns))
    )
    return Table(as_of, columns, rows, totals, register.sources, group, members)


def total_of(standings: Iterable[tuple[State, Standing]], as_of: date, members: Members = Members.ALL) -> Total:
    """The consents to one instrument among the OAS members that count on the date, of those that can join it."""
    can_join = [now for state, now in standings if now.name not in OUTSIDE and counts(members, state, as_of)]
    consented = [now for now in can_join if now.name in CONSENTED]
    return Total(len(consented), sum(now.evidence.marked for now in consented), len(can_join))
