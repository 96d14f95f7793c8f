"""An instrument between two states: their standings under it, and what they have said of it towards each other."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.law.statements import can_be_objected_to, objected_too_late, standing_statements
from toc_treaties.model.action import Statement, StatementKind
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.state import State
from toc_treaties.questions.treaties import Pair


class MadeStatement(NamedTuple):
    """A statement with the state that made it; an objection that came too late only informs."""

    state: State
    statement: Statement
    late: bool = False


class Between(NamedTuple):
    """An instrument between two states on a date: their standings under it, and what they have said of it."""

    instrument: Instrument
    pair: Pair
    standings: tuple[Standing, ...]
    as_of: date
    said: tuple[MadeStatement, ...]

    @property
    def in_force(self) -> bool:
        """Whether both are parties."""
        return all(standing.name is StandingKind.PARTY for standing in self.standings)


def instrument_between(instrument: Instrument, pair: Pair, standings: tuple[Standing, ...], as_of: date) -> Between:
    """An instrument between two states, with what they have said of it towards each other."""
    both = list(zip(pair, standings, strict=True))
    said = [one for own, theirs in (both, reversed(both)) for one in _said_towards(own, theirs, as_of)]
    return Between(instrument, pair, standings, as_of, tuple(said))


def _said_towards(own: tuple[State, Standing], theirs: tuple[State, Standing], as_of: date) -> Iterator[MadeStatement]:
    """What a state has said that concerns another: an objection, the reserving state alone, while it reserves."""
    (state, standing), (other, its_standing) = own, theirs
    reserves = can_be_objected_to(standing_statements(its_standing, as_of))
    for statement in standing_statements(standing, as_of):
        if statement.kind is StatementKind.OBJECTION and not reserves:
            continue
        if statement.to in {None, other.iso3}:
            yield MadeStatement(state, statement, objected_too_late(statement, standing, its_standing))
