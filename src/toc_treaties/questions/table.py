"""The hemisphere-wide matrix: every state's standing under every instrument, and totals per instrument."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import cited
from toc_treaties.law.membership import Suspension, counts, limits, suspended
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.tally import Tally, tally
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Members
from toc_treaties.questions.scope import Scope


class StateRow(NamedTuple):
    """One state's standings, in the order of the instruments."""

    state: State
    standings: tuple[Standing, ...]


class RatificationTable(NamedTuple):
    """The matrix on a date; each total counts those of the states that are OAS members on the day (`counted`)."""

    as_of: date
    scope: Scope
    rows: tuple[StateRow, ...]
    totals: tuple[Tally, ...]
    counted: int
    suspended: tuple[tuple[State, Suspension], ...]
    """The members of the grouping asked for that are suspended from it, or may be."""
    cited: tuple[Source, ...]
    """Every source behind what is shown, in the order of `sources.yaml`."""
    sources: Mapping[str, Source]

    @property
    def cells(self) -> Iterator[tuple[State, Instrument, Standing]]:
        """Every standing with its state and instrument."""
        for row in self.rows:
            for instrument, held in zip(self.scope.instruments, row.standings, strict=True):
                yield row.state, instrument, held


def table(register: Register, scope: Scope, as_of: date) -> RatificationTable:
    """The standing of each state under each instrument on a date, with totals among OAS members."""
    rows = tuple(
        StateRow(state, tuple(standing(dossier(register, state, each), as_of) for each in scope.instruments))
        for state in scope.states
    )
    counted = [row for row in rows if counts(scope.members, row.state, as_of)]
    totals = tuple(tally(row.standings[index] for row in counted) for index in range(len(scope.instruments)))
    evidence = (standing.evidence for row in rows for standing in row.standings)
    out = [(state, suspended(state, scope.group, as_of)) for state in scope.states] if scope.group else []
    return RatificationTable(
        as_of,
        scope,
        rows,
        totals,
        len(counted),
        tuple((state, suspension) for state, suspension in out if suspension is not None),
        cited([*evidence, *limits(scope.states, as_of)], register.sources),
        register.sources,
    )


def total_of(standings: Iterable[tuple[State, Standing]], as_of: date, members: Members = Members.ALL) -> Tally:
    """The consents to one instrument among the OAS members that count on the date, of those that can join it."""
    return tally(standing for state, standing in standings if counts(members, state, as_of))
