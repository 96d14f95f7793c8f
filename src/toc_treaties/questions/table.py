"""The hemisphere-wide matrix: every state's standing under every instrument, and totals per instrument."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.membership import Members, counts, is_member
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.tally import Tally, tally
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State


class StateRow(NamedTuple):
    """One state's standings, in the order of the instruments asked for."""

    state: State
    member: bool
    standings: tuple[Standing, ...]


class RatificationTable(NamedTuple):
    """The matrix on a date; the totals count member states of the OAS alone."""

    as_of: date
    instruments: tuple[Instrument, ...]
    rows: tuple[StateRow, ...]
    totals: tuple[Tally, ...]
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
) -> RatificationTable:
    """The standing of each state under each instrument on a date, with totals among OAS members."""
    columns = tuple(instruments)
    rows = tuple(
        StateRow(
            state,
            is_member(state, "oas", as_of),
            tuple(standing(dossier(register, state, instrument), as_of) for instrument in columns),
        )
        for state in states
    )
    totals = tuple(
        total_of([(row.state, row.standings[index]) for row in rows], as_of, members) for index in range(len(columns))
    )
    return RatificationTable(as_of, columns, rows, totals, register.sources, group, members)


def total_of(standings: Iterable[tuple[State, Standing]], as_of: date, members: Members = Members.ALL) -> Tally:
    """The consents to one instrument among the OAS members that count on the date, of those that can join it."""
    return tally(found for state, found in standings if counts(members, state, as_of))
