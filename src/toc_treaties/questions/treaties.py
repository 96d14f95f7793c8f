"""The treaties on a purpose between two states: conventions on something else give way to them or widen them."""

from collections.abc import Iterable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from toc_treaties.law.agreements import Unsure, successor_of
from toc_treaties.law.periods import certainly
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.precedence import Precedence
from toc_treaties.model.vocabulary import Purpose
from toc_treaties.model.when import When, on
from toc_treaties.questions.between import By, Relation

TREATY_FOR: Mapping[str, str] = {
    Purpose.EXTRADITION: Purpose.EXTRADITION,
    Purpose.MUTUAL_LEGAL_ASSISTANCE: Purpose.MUTUAL_LEGAL_ASSISTANCE,
    Purpose.ASSET_RECOVERY: Purpose.MUTUAL_LEGAL_ASSISTANCE,
}
"""What a treaty must be on to come before other conventions for a purpose; for the rest there is no such test."""
LISTED = "listed-offences"
"""The scope of a treaty that lists its offences."""


class Bound(Enum):
    """Whether a treaty on a purpose binds two states: certainly, perhaps, or none in the register does."""

    CERTAIN = "binds_both"
    PERHAPS = "may_bind_both"
    NONE = "none_here"


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


def treaties_between(relation: Relation, purpose: str) -> Treaties:
    """The treaties on a purpose between two states, agreements first.

    A treaty is on what the data says it is; no article of another convention makes one.
    """
    subject = TREATY_FOR.get(purpose)
    if subject is None:
        return Treaties()
    found: list[tuple[By, bool, When | None]] = [
        (agreement, binding.certain, binding.since)
        for agreement, binding in relation.agreements
        if subject in agreement.treaty_on
    ]
    for instrument in relation.register.instruments.values():
        if subject in instrument.treaty_on:
            under = relation.under(instrument)
            if under.may_be_in_force and under.bar is None:
                found.append((instrument, under.in_force and not under.marked, under.since))
    certain = tuple(by for by, sure, _ in found if sure)
    possible = tuple(by for by, sure, _ in found if not sure)
    since = {by.id: since for by, _, since in found if since is not None}
    return Treaties(certain, possible, since, _one_of(relation, subject))


def _one_of(relation: Relation, subject: str) -> tuple[By, ...]:
    """An agreement that bound both until another took its place on a day not seen, and that other."""
    held, (first, second) = relation.register.agreements, relation.pair
    for agreement, binding in relation.agreements:
        if subject in agreement.treaty_on and binding.doubt is Unsure.REPLACED:
            successor = held.get(successor_of(agreement, first.iso3, second.iso3) or "")
            if successor is not None:
                return agreement, successor
    return ()


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
    against = {(pair.behind.id, pair.first.id) for pair in put}
    ordered = tuple(pair for pair in put if (pair.first.id, pair.behind.id) not in against)
    behind = {pair.behind.id for pair in ordered}
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


def _concluded(by: By) -> When | None:
    """The day on which a treaty was concluded."""
    return on(by.adopted) if isinstance(by, Instrument) else by.signed or by.in_force
