"""Pairs of states: one with each other, how many have a basis, which would gain a title by one accession."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, combinations
from typing import NamedTuple

from toc_treaties.law.membership import participation
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import CrimeScope, Rule
from toc_treaties.questions.basis import ForPurpose, for_purpose, served
from toc_treaties.questions.between import Between, Relation, Standings, WorkedOut
from toc_treaties.questions.serving import TITLE, BasisFound, Provision, gives_way
from toc_treaties.questions.treaties import Bound, treaties_between

RANK = (TITLE, Rule.WIDENS, Rule.OPTIONAL, Rule.RECOGNIZED, "enabling")
"""Under which of its bases a pair counts: the first of these that it has."""


class ScopeCount(NamedTuple):
    """How many pairs have a basis of a scope, each under the first rule that it has.

    By instruments, some unconfirmed, and with agreements.
    """

    scope: str
    rule: str
    force: str | None
    by_instruments: int
    unconfirmed: int
    with_agreements: int


class Matrix(NamedTuple):
    """The pairs of the states that exist on a date, for one purpose."""

    as_of: date
    purpose: str
    pairs: int
    counts: tuple[ScopeCount, ...]
    cited: tuple[Source, ...]


class Gain(NamedTuple):
    """A pair that would gain a title of a scope, for a purpose."""

    purpose: str
    scope: str
    other: State
    unconfirmed: bool


class WhatIf(NamedTuple):
    """What one state's joining one instrument would give, beyond what is in force already.

    `covered` is how many pairs have a title of that scope already; `purpose` the one asked about.
    """

    as_of: date
    state: State
    instrument: Instrument
    standing: Standing
    gains: tuple[Gain, ...] = ()
    covered: int = 0
    purpose: str | None = None
    cited: tuple[Source, ...] = ()


class WithAll(NamedTuple):
    """What comes first between one state and each other that exists on a date, for one purpose."""

    as_of: date
    state: State
    purpose: str
    others: tuple[tuple[State, ForPurpose], ...]
    cited: tuple[Source, ...]


class Held(NamedTuple):
    """The best basis that a pair has for a scope: its rule, whether by an instrument, whether all are unconfirmed."""

    rule: str
    by_instrument: bool
    marked: bool


def with_all(
    register: Register,
    states: Iterable[State],
    state: State,
    as_of: date,
    purpose: str,
    worked_out: WorkedOut | None = None,
) -> WithAll:
    """What serves for a purpose between one state and each other."""
    standings = Standings(register, as_of, worked_out)
    existing = (other for other in states if other.exists(as_of) and other is not state)
    relations = [(other, Relation(standings, state, other)) for other in existing]
    others = tuple((other, for_purpose(relation, purpose)) for other, relation in relations)
    agreements = _agreements([relation for _, relation in relations], purpose)
    return WithAll(as_of, state, purpose, others, standings.cited([*agreements, *participation(state, as_of)]))


def _agreements(relations: Iterable[Relation], *purposes: str) -> list[Agreement]:
    """The agreements that bind some pairs, or may, for some purposes."""
    agreements = {agreement.id: agreement for relation in relations for agreement, _ in relation.agreements}
    return [agreement for agreement in agreements.values() if {*purposes} & {*agreement.purposes}]


def matrix(register: Register, states: Iterable[State], as_of: date, purpose: str) -> Matrix:
    """How many pairs have a basis for a purpose on a date, each once for a scope, under the first rule that it has."""
    standings = Standings(register, as_of)
    existing = (state for state in states if state.exists(as_of))
    pairs = [Relation(standings, *pair) for pair in combinations(existing, 2)]
    found: dict[tuple[str, str], list[Held]] = {}
    for relation in pairs:
        for scope, held in held_by(relation, purpose).items():
            found.setdefault((scope, held.rule), []).append(held)
    counts = [_count(scope, rule, held) for (scope, rule), held in found.items()]
    scopes = _scopes(register)
    counts.sort(key=lambda count: (scopes.index(count.scope), RANK.index(count.rule)))
    return Matrix(as_of, purpose, len(pairs), tuple(counts), standings.cited(_agreements(pairs, purpose)))


def _count(scope: str, rule: str, held: list[Held]) -> ScopeCount:
    by_instruments = [best for best in held if best.by_instrument]
    force = None if rule in {Rule.WIDENS, Rule.RECOGNIZED} else rule
    marked = sum(best.marked for best in by_instruments)
    return ScopeCount(scope, str(rule), force, len(by_instruments), marked, len(held))


def _scopes(register: Register) -> list[str]:
    """The scopes in the order of the widest first, as the instruments name them."""
    served = (instrument.serves.values() for instrument in register.instruments.values())
    scopes: list[str | None] = [entry.scope for entry in chain.from_iterable(chain.from_iterable(served))]
    scopes += [agreement.scope for agreement in register.agreements.values()]
    return sorted(dict.fromkeys(filter(None, scopes)), key=lambda scope: scope != CrimeScope.ANY_CRIME)


def held_by(relation: Relation, purpose: str) -> dict[str, Held]:
    """The best basis that a pair certainly has for each scope."""
    best: dict[str, Held] = {}
    for scope, held in _all_held(relation, purpose):
        known = best.get(scope)
        if known is None or RANK.index(held.rule) < RANK.index(known.rule):
            best[scope] = held
        elif held.rule == known.rule:
            by_instrument = held.by_instrument or known.by_instrument
            best[scope] = Held(held.rule, by_instrument, held.marked and known.marked)
    return best


def _all_held(relation: Relation, purpose: str) -> Iterator[tuple[str, Held]]:
    """Every basis that counts between the two, with its scope."""
    for line in served(relation, purpose, treaties_between(relation, purpose)):
        if isinstance(line, BasisFound) and line.scope and (rule := counted_under(line)) is not None:
            yield line.scope, Held(rule, by_instrument=True, marked=line.marked)
    for agreement, binding in relation.agreements:
        if purpose in agreement.purposes and agreement.scope and agreement.force and binding.certain:
            yield agreement.scope, Held(agreement.force, by_instrument=False, marked=True)


def counted_under(line: BasisFound) -> str | None:
    """Under which rule a basis counts, if it does.

    What widens a treaty counts where one certainly binds both; what gives way to one, where the register holds none;
    an election, where that of one of the two at least is known.
    """
    bound = line.treaties.bound if line.treaties is not None else Bound.NONE
    if line.rule == Rule.WIDENS:
        return Rule.WIDENS if bound is Bound.CERTAIN else None
    if gives_way(line.serving) and bound is not Bound.NONE:
        return None
    if line.serving.elected is not None and len(line.not_known) == len(line.requests_to):
        return None
    return line.rule or line.force


def what_if(
    register: Register,
    states: Iterable[State],
    state: State,
    instrument: Instrument,
    as_of: date,
    purpose: str | None = None,
) -> WhatIf:
    """The pairs that would gain a title of a scope, for one purpose or for each, if a state were party on a date."""
    standings = Standings(register, as_of)
    purposes = [purpose] if purpose else [*instrument.serves]
    answer = WhatIf(as_of, state, instrument, standings.of(state, instrument), purpose=purpose)
    if answer.standing.name is StandingKind.PARTY:
        return answer._replace(cited=standings.cited(()))
    gains: list[Gain] = []
    covered = 0
    parties = [other for other in states if standings.of(other, instrument).name is StandingKind.PARTY]
    relations = [(other, Relation(standings, state, other)) for other in parties]
    for asked in purposes:
        for other, relation in relations:
            between, held = relation.under(instrument), held_by(relation, asked)
            for scope in sorted(_titles(between, asked)):
                if scope in held and held[scope].rule == TITLE:
                    covered += 1
                else:
                    gains.append(Gain(asked, scope, other, standings.of(other, instrument).evidence.marked))
    cited = standings.cited(_agreements((relation for _, relation in relations), *purposes))
    return answer._replace(gains=tuple(gains), covered=covered, cited=cited)


def _titles(between: Between, purpose: str) -> set[str]:
    """The scopes of which an instrument would give two states a title for a purpose."""
    if between.bar is not None:
        return set()
    return {
        serving.scope
        for serving in between.instrument.serves.get(purpose, ())
        if serving.force == TITLE and serving.scope and not gives_way(serving)
        if any(
            Provision(between, serving).is_elected(requested) and Provision(between, serving).left_for(requested)
            for requested in between.pair
        )
    }
