"""What stands between two states on a date: their standings, what they have said to each other, their agreements."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from toc_treaties.law.agreements import Binding, between
from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import Recorded, cited
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.statements import (
    bars_treaty,
    can_be_objected_to,
    objected_too_late,
    reaches_requests_to,
    standing_statements,
    withdrawn_statements,
)
from toc_treaties.model.action import Statement, StatementKind
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.model.when import When, span

By = Instrument | Agreement
Pair = tuple[State, State]


class WorkedOut:
    """What was worked out of a register on a date, for whoever asks about very many pairs: each thing once."""

    def __init__(self) -> None:
        self.standings: dict[tuple[str, str], Standing] = {}
        self.between: dict[tuple[str, str, str], Between] = {}
        self.agreements: dict[tuple[str, str], tuple[tuple[Agreement, Binding], ...]] = {}


class Standings:
    """Standings on a date, each worked out once, when it is first asked for.

    `worked_out` holds what other questions on the same register and date have asked for before.
    """

    def __init__(self, register: Register, as_of: date, worked_out: WorkedOut | None = None) -> None:
        self.register, self.as_of = register, as_of
        self.worked_out = worked_out or WorkedOut()
        self._known: dict[tuple[str, str], Standing] = {}

    def of(self, state: State, instrument: Instrument) -> Standing:
        """The standing of a state under an instrument."""
        key = state.iso3, instrument.id
        if key not in self._known:
            before = self.worked_out.standings
            if key not in before:
                before[key] = standing(dossier(self.register, state, instrument), self.as_of)
            self._known[key] = before[key]
        return self._known[key]

    def cited(self, records: Iterable[Recorded]) -> tuple[Source, ...]:
        """The sources behind the standings that were asked for, and behind some records, in the register's order."""
        return cited([*(standing.evidence for standing in self._known.values()), *records], self.register.sources)


class MadeStatement(NamedTuple):
    """A statement with the state that made it; an objection that came too late only informs."""

    state: State
    statement: Statement
    late: bool = False

    @property
    def reserves(self) -> bool:
        """Whether it is a reservation on articles that it names."""
        named = self.statement.kind is StatementKind.RESERVATION and bool(self.statement.articles)
        return named and self.statement.effect != "informs"

    def reaches(self, requested: State) -> bool:
        """Whether it acts on requests to a state."""
        return reaches_requests_to(self.statement, self.state.iso3, requested.iso3)


class Between(NamedTuple):
    """An instrument between two states on a date: their standings under it, and what they have said of it.

    `withdrawn` is what they had said of it, and have withdrawn.
    """

    instrument: Instrument
    pair: Pair
    standings: tuple[Standing, ...]
    as_of: date
    said: tuple[MadeStatement, ...]
    withdrawn: tuple[MadeStatement, ...] = ()

    @property
    def in_force(self) -> bool:
        """Whether both are parties."""
        return all(standing.name is StandingKind.PARTY for standing in self.standings)

    @property
    def may_be_in_force(self) -> bool:
        """Whether each is a party, or may be one for all that is known."""
        return all(standing.name is StandingKind.PARTY or is_doubtful(standing) for standing in self.standings)

    @property
    def marked(self) -> bool:
        """Whether one of the two standings is unconfirmed: a consent that rests on no source makes nothing certain."""
        return any(standing.evidence.marked for standing in self.standings)

    @property
    def bar(self) -> MadeStatement | None:
        """The objection that keeps the whole treaty out of force between the two, if one does (VCLT art. 20(4)(b))."""
        for said in self.said:
            other = self.pair[1] if said.state is self.pair[0] else self.pair[0]
            if not said.late and bars_treaty(said.statement, other.iso3):
                return said
        return None

    @property
    def since(self) -> When | None:
        """The day since which it is in force between the two: the later of their own entries into force."""
        days = [standing.in_force for standing in self.standings if standing.in_force is not None]
        if len(days) < len(self.standings):
            return None
        return span(max(day.earliest for day in days), max(day.latest for day in days))


def is_doubtful(standing: Standing) -> bool:
    """Whether a state may be a party, and is not known to be."""
    may_be = standing.between is not None and StandingKind.PARTY in standing.between
    return may_be or standing.name is StandingKind.NO_INFORMATION


class Relation:
    """Two states on a date, in the order of their codes, with every instrument and agreement between them."""

    def __init__(self, standings: Standings, first: State, second: State) -> None:
        self.register, self.as_of, self.standings = standings.register, standings.as_of, standings
        self.pair: Pair = (first, second) if first.iso3 <= second.iso3 else (second, first)
        self._codes = self.pair[0].iso3, self.pair[1].iso3
        self._known: dict[str, Between] = {}

    def under(self, instrument: Instrument) -> Between:
        """An instrument between the two, with what they have said of it towards each other."""
        if instrument.id not in self._known:
            both = [(state, self.standings.of(state, instrument)) for state in self.pair]
            before, key = self.standings.worked_out.between, (*self._codes, instrument.id)
            if key not in before:
                before[key] = self._between(instrument, both)
            self._known[instrument.id] = before[key]
        return self._known[instrument.id]

    def _between(self, instrument: Instrument, both: list[tuple[State, Standing]]) -> Between:
        first, second = both
        said = (*_said_towards(first, second, self.as_of), *_said_towards(second, first, self.as_of))
        standings = tuple(standing for _, standing in both)
        withdrawn = tuple(
            MadeStatement(state, statement)
            for state, standing in both
            for statement in withdrawn_statements(standing, self.as_of)
            if statement.to is None
        )
        return Between(instrument, self.pair, standings, self.as_of, said, withdrawn)

    @cached_property
    def agreements(self) -> tuple[tuple[Agreement, Binding], ...]:
        """Every agreement that binds the two, or may; none before both are independent."""
        before = self.standings.worked_out.agreements
        if self._codes not in before:
            before[self._codes] = self._agreements()
        return before[self._codes]

    def _agreements(self) -> tuple[tuple[Agreement, Binding], ...]:
        if not all(state.exists(self.as_of) for state in self.pair):
            return ()
        (first, second), held = self.pair, self.register.agreements
        found = ((each, between(each, first.iso3, second.iso3, self.as_of, held)) for each in held.values())
        return tuple((agreement, binding) for agreement, binding in found if binding is not None)


def _said_towards(own: tuple[State, Standing], theirs: tuple[State, Standing], as_of: date) -> Iterator[MadeStatement]:
    """What a state has said that concerns another: an objection, the reserving state alone, while it reserves."""
    (state, standing), (other, its_standing) = own, theirs
    reserves = can_be_objected_to(standing_statements(its_standing, as_of))
    for statement in standing_statements(standing, as_of):
        if statement.kind is StatementKind.OBJECTION and not reserves:
            continue
        if statement.to in {None, other.iso3}:
            yield MadeStatement(state, statement, objected_too_late(statement, standing, its_standing))
