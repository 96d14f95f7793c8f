"""The treaties on a purpose between two states: conventions on something else give way to them or widen them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple

from toc_treaties.law.agreements import Binding, Unsure, between, successor_of
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.periods import certainly
from toc_treaties.law.standing import Standing
from toc_treaties.law.statements import bars_treaty, standing_statements
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.precedence import Precedence
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Purpose
from toc_treaties.model.when import When, on, span

By = Instrument | Agreement
Pair = tuple[State, State]

TREATY_FOR: Mapping[str, str] = {
    Purpose.EXTRADITION: Purpose.EXTRADITION,
    Purpose.MUTUAL_LEGAL_ASSISTANCE: Purpose.MUTUAL_LEGAL_ASSISTANCE,
    Purpose.ASSET_RECOVERY: Purpose.MUTUAL_LEGAL_ASSISTANCE,
}
"""What a treaty must be on to come before other conventions for a purpose; for the rest there is no such test."""


class Bound(Enum):
    """Whether a treaty on a purpose binds two states: certainly, perhaps, or none in the register does."""

    CERTAIN = auto()
    PERHAPS = auto()
    NONE = auto()


class Treaties(NamedTuple):
    """The treaties on a purpose that certainly bind two states, and those of which it is not known.

    `since` is the day since which one binds both, by its id, where that was seen. `one_of` are an agreement and the
    one that took its place between the two on a day not seen: one of them certainly binds both.
    """

    certain: tuple[By, ...] = ()
    possible: tuple[By, ...] = ()
    since: Mapping[str, When] = MappingProxyType({})
    one_of: tuple[By, ...] = ()

    @property
    def bound(self) -> Bound:
        """The case that the pair is in."""
        return Bound.CERTAIN if self.certain or self.one_of else Bound.PERHAPS if self.possible else Bound.NONE


class Ordered(NamedTuple):
    """A treaty that comes before another, and the other's clause that says so."""

    first: By
    behind: By
    clause: Precedence


def treaties_between(
    register: Register, pair: Pair, standings: Mapping[str, tuple[Standing, ...]], as_of: date, purpose: str
) -> Treaties:
    """The treaties on a purpose between two states on a date, agreements first.

    A treaty is on what the data says it is; no article of another convention makes one.
    """
    subject = TREATY_FOR.get(purpose)
    if subject is None:
        return Treaties()
    agreements = [one for one in agreements_between(register, pair, as_of) if subject in one[0].treaty_on]
    found: list[tuple[By, bool, When | None]] = [(by, binding.certain, binding.since) for by, binding in agreements]
    found += _instruments(register, pair, standings, as_of, subject)
    certain = tuple(by for by, sure, _ in found if sure)
    possible = tuple(by for by, sure, _ in found if not sure)
    since = {by.id: since for by, _, since in found if since is not None}
    return Treaties(certain, possible, since, _one_of(register, pair, agreements))


def agreements_between(register: Register, pair: Pair, as_of: date) -> Iterator[tuple[Agreement, Binding]]:
    """Every agreement that binds two states on a date, or may; none before both are independent."""
    if any(state.independence is not None and state.independence > as_of for state in pair):
        return
    for agreement in register.agreements.values():
        binding = between(agreement, pair[0].iso3, pair[1].iso3, as_of, register.agreements)
        if binding is not None:
            yield agreement, binding


def _one_of(register: Register, pair: Pair, agreements: list[tuple[Agreement, Binding]]) -> tuple[By, ...]:
    """An agreement that bound both until another took its place on a day not seen, and that other."""
    for agreement, binding in agreements:
        successor = register.agreements.get(successor_of(agreement, pair[0].iso3, pair[1].iso3) or "")
        if successor is not None and binding.doubt is Unsure.REPLACED:
            return agreement, successor
    return ()


def _instruments(
    register: Register, pair: Pair, standings: Mapping[str, tuple[Standing, ...]], as_of: date, subject: str
) -> Iterator[tuple[Instrument, bool, When | None]]:
    for id, instrument in register.instruments.items():
        if subject not in instrument.treaty_on or not all(may_be_party(standing) for standing in standings[id]):
            continue
        if not _barred(pair, standings[id], as_of):
            certain = all(_is_shown_party(standing) for standing in standings[id])
            yield instrument, certain, in_force_since(standings[id])


def may_be_party(standing: Standing) -> bool:
    """Whether a state is a party, or may be one for all that is known."""
    return standing.name is StandingKind.PARTY or is_doubtful(standing)


def is_doubtful(standing: Standing) -> bool:
    """Whether a state may be a party, and is not known to be."""
    may_be = standing.between is not None and StandingKind.PARTY in standing.between
    return may_be or standing.name is StandingKind.NO_INFORMATION


def _is_shown_party(standing: Standing) -> bool:
    """Whether a source shows that a state is a party; a consent that rests on no source makes nothing certain."""
    return standing.name is StandingKind.PARTY and not standing.evidence.marked


def _barred(pair: Pair, standings: tuple[Standing, ...], as_of: date) -> bool:
    """Whether an objection keeps the treaty out of force between the two (VCLT art. 20(4)(b))."""
    return any(
        bars_treaty(statement, other.iso3)
        for standing, other in zip(standings, reversed(pair), strict=True)
        for statement in standing_statements(standing, as_of)
    )


def in_force_since(standings: tuple[Standing, ...]) -> When | None:
    """The day since which an instrument is in force between two states: the later of their own entries into force."""
    days = [standing.in_force for standing in standings if standing.in_force is not None]
    if len(days) < len(standings):
        return None
    return span(max(day.earliest for day in days), max(day.latest for day in days))


def order(bys: Iterable[By], since: Mapping[str, When]) -> tuple[tuple[Ordered, ...], tuple[By, ...]]:
    """Which of those that bind two states come before which, and those that none is put before.

    Clauses that put each of two before the other settle nothing.
    """
    everyone = tuple(bys)
    put = [
        Ordered(first, behind, clause)
        for behind in everyone
        for clause in clauses_of(behind)
        for first in everyone
        if first is not behind and _comes_first(clause, first, behind, since)
    ]
    against = {(one.behind.id, one.first.id) for one in put}
    ordered = tuple(one for one in put if (one.first.id, one.behind.id) not in against)
    behind = {one.behind.id for one in ordered}
    return ordered, tuple(by for by in everyone if by.id not in behind)


def clauses_of(by: By) -> tuple[Precedence, ...]:
    """The clauses of a treaty on what comes before what."""
    if isinstance(by, Instrument):
        return by.precedence
    return (by.precedence,) if by.precedence is not None else ()


def _comes_first(clause: Precedence, first: By, behind: By, since: Mapping[str, When]) -> bool:
    """Whether a treaty's clause lets another come before it; an earlier one, where its day was seen."""
    match clause.first:
        case "others":
            return True
        case "listing":
            return isinstance(first, Agreement) and first.scope == LISTED
        case "earlier" if clause.on is not None:
            bound = since.get(first.id)
            return bound is not None and certainly(bound, None, clause.on)
        case "earlier":
            theirs, ours = _concluded(first), _concluded(behind)
            return theirs is not None and ours is not None and theirs.latest < ours.earliest
    return False


LISTED = "listed-offences"
"""The scope of a treaty that lists its offences."""


def _concluded(by: By) -> When | None:
    """The day on which a treaty was concluded."""
    return on(by.adopted) if isinstance(by, Instrument) else by.signed or by.in_force
