"""The hemisphere's pairs of states by scope, and which would gain a title if a state joined an instrument."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Rule
from toc_treaties.questions.basis import served
from toc_treaties.questions.between import Between, instrument_between
from toc_treaties.questions.serving import BasisFound, bar_of_treaty, gives_way, is_elected, left_for
from toc_treaties.questions.treaties import Bound, Pair, agreements_between, treaties_between

TITLE = "title"
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


class Gain(NamedTuple):
    """A pair that would gain a title of a scope, for a purpose."""

    purpose: str
    scope: str
    other: State
    unconfirmed: bool


class WhatIf(NamedTuple):
    """What one state's joining one instrument would give, beyond what is in force already."""

    as_of: date
    state: State
    instrument: Instrument
    standing: Standing
    gains: tuple[Gain, ...]
    covered: int
    """How many pairs have a title of that scope already."""
    purpose: str | None = None
    """The one purpose asked about."""


class HeldStandings(NamedTuple):
    """The best basis that a pair has for a scope: its rule, whether by an instrument, whether all are unconfirmed."""

    rule: str
    by_instrument: bool
    marked: bool


Standings = dict[tuple[str, str], Standing]


def standings_of(register: Register, states: Iterable[State], as_of: date) -> Standings:
    """Every standing on a date, by state and instrument."""
    return {
        (state.iso3, id): standing(dossier(register, state, instrument), as_of)
        for state in states
        for id, instrument in register.instruments.items()
        if instrument.serves or instrument.treaty_on
    }


def matrix(register: Register, states: Iterable[State], as_of: date, purpose: str) -> Matrix:
    """How many pairs have a basis for a purpose on a date, each once for a scope, under the first rule that it has."""
    everyone = tuple(state for state in states if state.independence is None or state.independence <= as_of)
    standings = standings_of(register, everyone, as_of)
    found: dict[tuple[str, str], list[HeldStandings]] = {}
    pairs = list(combinations(everyone, 2))
    for pair in pairs:
        for scope, held in held_by(register, pair, standings, as_of, purpose).items():
            found.setdefault((scope, held.rule), []).append(held)
    counts = [_count(scope, rule, held) for (scope, rule), held in found.items()]
    counts.sort(key=lambda one: (_scopes(register).index(one.scope), RANK.index(one.rule)))
    return Matrix(as_of, purpose, len(pairs), tuple(counts))


def _count(scope: str, rule: str, held: list[HeldStandings]) -> ScopeCount:
    by_instruments = [one for one in held if one.by_instrument]
    force = None if rule in {Rule.WIDENS, Rule.RECOGNIZED} else rule
    marked = sum(one.marked for one in by_instruments)
    return ScopeCount(scope, str(rule), force, len(by_instruments), marked, len(held))


def _scopes(register: Register) -> list[str]:
    """The scopes in the order of the widest first, as the instruments name them."""
    named = [
        s.scope for one in register.instruments.values() for list_ in one.serves.values() for s in list_ if s.scope
    ]
    named += [agreement.scope for agreement in register.agreements.values() if agreement.scope]
    return sorted(dict.fromkeys(named), key=lambda scope: scope != "any-crime")


def held_by(
    register: Register, pair: Pair, standings: Standings, as_of: date, purpose: str
) -> dict[str, HeldStandings]:
    """The best basis that a pair certainly has for each scope."""
    best: dict[str, HeldStandings] = {}
    for scope, held in _all_held(register, pair, standings, as_of, purpose):
        known = best.get(scope)
        if known is None or RANK.index(held.rule) < RANK.index(known.rule):
            best[scope] = held
        elif held.rule == known.rule:
            by_instrument = held.by_instrument or known.by_instrument
            best[scope] = HeldStandings(held.rule, by_instrument, held.marked and known.marked)
    return best


def _all_held(
    register: Register, pair: Pair, standings: Standings, as_of: date, purpose: str
) -> Iterator[tuple[str, HeldStandings]]:
    """Every basis that counts between the two, with its scope."""
    both = {
        id: tuple(standings[state.iso3, id] for state in pair)
        for id in register.instruments
        if (pair[0].iso3, id) in standings
    }
    treaties = treaties_between(register, pair, both, as_of, purpose)
    for line in served(register, pair, both, as_of, purpose, treaties):
        if isinstance(line, BasisFound) and line.scope and (rule := counted_under(line)) is not None:
            yield line.scope, HeldStandings(rule, by_instrument=True, marked=line.marked)
    for agreement, binding in agreements_between(register, pair, as_of):
        if purpose in agreement.purposes and agreement.scope and agreement.force and binding.certain:
            yield agreement.scope, HeldStandings(agreement.force, by_instrument=False, marked=True)


def counted_under(line: BasisFound) -> str | None:
    """Under which rule a basis counts, if it does.

    What widens a treaty counts where one certainly binds both; what gives way to one, where the register holds none;
    an election, where that of one of the two at least is known.
    """
    bound = line.treaties.bound if line.treaties is not None else Bound.NONE
    if line.rule == Rule.WIDENS:
        return Rule.WIDENS if bound is Bound.CERTAIN else None
    if line.serving is not None and gives_way(line.serving) and bound is not Bound.NONE:
        return None
    if line.serving is not None and line.serving.elected is not None and len(line.not_known) == len(line.requests_to):
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
    if purpose is not None:
        instrument = instrument._replace(serves={purpose: instrument.serves.get(purpose, ())})
    return _if_party(register, states, state, instrument, as_of)._replace(purpose=purpose)


def _if_party(register: Register, states: Iterable[State], state: State, instrument: Instrument, as_of: date) -> WhatIf:
    everyone = tuple(states)
    standings = standings_of(register, everyone, as_of)
    now = standings.get((state.iso3, instrument.id)) or standing(dossier(register, state, instrument), as_of)
    if now.name is StandingKind.PARTY:
        return WhatIf(as_of, state, instrument, now, (), 0)
    gains: list[Gain] = []
    covered = 0
    for purpose in instrument.serves:
        for other in everyone:
            theirs = standings[other.iso3, instrument.id]
            if other is state or theirs.name is not StandingKind.PARTY:
                continue
            between_them = instrument_between(instrument, (state, other), (now, theirs), as_of)
            have = held_by(register, (state, other), standings, as_of, purpose)
            for scope in sorted(_titles(between_them, purpose)):
                if scope in have and have[scope].rule == TITLE:
                    covered += 1
                else:
                    gains.append(Gain(purpose, scope, other, theirs.evidence.marked))
    return WhatIf(as_of, state, instrument, now, tuple(gains), covered)


def _titles(between_them: Between, purpose: str) -> set[str]:
    """The scopes of which an instrument would give two states a title for a purpose."""
    said = between_them.said
    if bar_of_treaty(said, between_them.pair) is not None:
        return set()
    return {
        serving.scope
        for serving in between_them.instrument.serves.get(purpose, ())
        if serving.force == TITLE and serving.scope and not gives_way(serving)
        if any(
            is_elected(between_them.instrument, serving, requested, said) and left_for(serving, said, requested)
            for requested in between_them.pair
        )
    }
