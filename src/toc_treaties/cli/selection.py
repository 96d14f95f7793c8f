"""Which states and instruments the shared filters leave."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from toc_treaties.cli.faults import CommandError
from toc_treaties.cli.spelling import instrument_named, word_named
from toc_treaties.model.vocabulary import Members

if TYPE_CHECKING:
    from toc_treaties.model.instrument import Instrument, Tier
    from toc_treaties.model.register import Register
    from toc_treaties.questions.scope import Scope


def scope_of(
    register: "Register",
    day: date,
    named: list[str],
    *,
    group: str | None = None,
    subregion: str | None = None,
    instrument: list[str] | None = None,
    tier: str | None = None,
    members: Members = Members.ALL,
) -> "Scope":
    """What the shared filters leave: states as named, else as in the register; instruments as the Strategy lists."""
    from toc_treaties.law.membership import is_member
    from toc_treaties.model.instrument import Tier
    from toc_treaties.questions.scope import Scope

    grouping, part = grouping_named(register, group), subregion_named(register, subregion)
    listed = Tier(tier) if tier and tier != "both" else None
    states = [
        state
        for state in register.states.values()
        if (grouping is None or is_member(state, grouping, day)) and part in {None, state.subregion}
    ]
    if named:
        states = sorted((state for state in states if state.slug in named), key=lambda state: named.index(state.slug))
    if not states:
        filters = [f"--group {group}" if group else "", f"--subregion {subregion}" if subregion else ""]
        limits = " and ".join([*named, *filter(None, filters)])
        raise CommandError(f"no state is left on {day.isoformat()} by {limits}: ask for less, or of another day")
    instruments = chosen_instruments(register, instrument, listed)
    return Scope(day, tuple(states), tuple(instruments), grouping, part, listed, bool(named), bool(instrument), members)


def grouping_named(register: "Register", group: str | None) -> str | None:
    """The id of the grouping that an option names, as the data or as pages write it."""
    known = {name for state in register.states.values() for name in state.memberships}
    return _printed("grouping", group, known, "GROUPING")


def subregion_named(register: "Register", subregion: str | None) -> str | None:
    """The id of the subregion that an option names, as the data or as pages write it."""
    return _printed("subregion", subregion, {state.subregion for state in register.states.values()}, "SUBREGION")


def _printed(what: str, name: str | None, known: Iterable[str], phrases: str) -> str | None:
    """The word that an option means, among those for which pages have phrases."""
    if name is None:
        return None
    from toc_treaties.words import phrases as words

    return word_named(what, name, sorted(known), getattr(words, phrases))


def chosen_instruments(register: "Register", ids: list[str] | None, tier: "Tier | None") -> "list[Instrument]":
    """The instruments named, else those of a tier, in the Strategy's order; one named of another tier is refused."""
    wanted = {instrument_named(register, id).id for id in ids or ()}
    chosen = [each for each in register.instruments.values() if not wanted or each.id in wanted]
    left_out = [each.id for each in chosen if tier not in {None, each.tier}]
    if wanted and left_out:
        raise CommandError(f"--tier {tier} leaves out {' and '.join(left_out)}: give --tier or --instrument")
    return [each for each in chosen if each.id not in left_out]
