"""The hemisphere's pairs of states by scope, and which would gain a basis if a state joined an instrument."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations
from typing import NamedTuple

from toc_treaties.law.agreements import between
from toc_treaties.law.dossier import dossier
from toc_treaties.law.standing import Name, Standing, standing
from toc_treaties.model.instrument import Instrument, Serving
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.questions.basis import Line, bar_of, between_parties, said_between

FORCES = ("title", "optional", "enabling")


class ScopeCount(NamedTuple):
    """How many pairs have a basis of one force and scope: by instruments, some unconfirmed, and with agreements."""

    scope: str
    force: str
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


Standings = dict[tuple[str, str], Standing]


def standings_of(register: Register, states: Iterable[State], as_of: date) -> Standings:
    """Every standing on a date, by state and instrument."""
    return {
        (state.iso3, id): standing(dossier(register, state, one), as_of)
        for state in states
        for id, one in register.instruments.items()
        if one.serves
    }


def matrix(register: Register, states: Iterable[State], as_of: date, purpose: str) -> Matrix:
    """How many pairs have a basis for a purpose on a date, by scope and force."""
    everyone = tuple(state for state in states if state.independence is None or state.independence <= as_of)
    standings = standings_of(register, everyone, as_of)
    found: dict[tuple[str, str], list[tuple[bool, bool]]] = {}
    pairs = list(combinations(everyone, 2))
    for pair in pairs:
        for key, value in _pair(register, pair, standings, as_of, purpose).items():
            found.setdefault(key, []).append(value)
    counts = [
        ScopeCount(
            scope,
            force,
            sum(by_instrument for by_instrument, _ in values),
            sum(by_instrument and marked for by_instrument, marked in values),
            len(values),
        )
        for (scope, force), values in found.items()
    ]
    counts.sort(key=lambda one: (_scopes(register).index(one.scope), FORCES.index(one.force)))
    return Matrix(as_of, purpose, len(pairs), tuple(counts))


def _scopes(register: Register) -> list[str]:
    """The scopes in the order of the widest first, as the instruments name them."""
    named = [
        s.scope for one in register.instruments.values() for list_ in one.serves.values() for s in list_ if s.scope
    ]
    named += [one.scope for one in register.agreements.values() if one.scope]
    return sorted(dict.fromkeys(named), key=lambda scope: scope != "any-crime")


def _pair(
    register: Register, pair: tuple[State, State], standings: Standings, as_of: date, purpose: str
) -> dict[tuple[str, str], tuple[bool, bool]]:
    """The (scope, force) that a pair has: whether by an instrument, and whether by unconfirmed evidence alone."""
    found: dict[tuple[str, str], tuple[bool, bool]] = {}
    for one, serving in _servings(register, purpose):
        line = _line(one, serving, pair, standings, as_of, purpose)
        if line is not None and serving.scope and serving.force:
            key = (serving.scope, serving.force)
            _, marked = found.get(key, (True, True))
            found[key] = (True, marked and line.marked)
    for agreement in register.agreements.values():
        if purpose in agreement.purposes:
            binding = between(agreement, pair[0].iso3, pair[1].iso3, as_of)
            if binding is not None and binding.certain and agreement.force and agreement.scope:
                found.setdefault((agreement.scope, agreement.force), (False, False))
    return found


def _servings(register: Register, purpose: str) -> list[tuple[Instrument, Serving]]:
    return [(one, serving) for one in register.instruments.values() for serving in one.serves.get(purpose, ())]


def _line(
    one: Instrument, serving: Serving, pair: tuple[State, State], standings: Standings, as_of: date, purpose: str
) -> Line | None:
    both = tuple(standings[state.iso3, one.id] for state in pair)
    if not all(now.name is Name.PARTY for now in both):
        return None
    found = between_parties(purpose, one, serving, pair, both, as_of)
    return found if isinstance(found, Line) else None


def what_if(register: Register, states: Iterable[State], state: State, instrument: Instrument, as_of: date) -> WhatIf:
    """The pairs that would gain a title of a scope if a state were party to an instrument on a date."""
    everyone = tuple(states)
    standings = standings_of(register, everyone, as_of)
    now = standings.get((state.iso3, instrument.id)) or standing(dossier(register, state, instrument), as_of)
    if now.name is Name.PARTY:
        return WhatIf(as_of, state, instrument, now, (), 0)
    gains: list[Gain] = []
    covered = 0
    for purpose, list_ in instrument.serves.items():
        titles = [serving for serving in list_ if serving.force == "title" and serving.scope]
        for other in everyone:
            theirs = standings[other.iso3, instrument.id]
            if other is state or theirs.name is not Name.PARTY:
                continue
            pair = (state, other)
            said = said_between(pair, (now, theirs), as_of)
            scopes = {serving.scope for serving in titles if serving.scope and bar_of(said, serving, pair) is None}
            have = _pair(register, (state, other), standings, as_of, purpose)
            for scope in sorted(scopes):
                if (scope, "title") in have:
                    covered += 1
                else:
                    gains.append(Gain(purpose, scope, other, theirs.evidence.marked))
    return WhatIf(as_of, state, instrument, now, tuple(gains), covered)
