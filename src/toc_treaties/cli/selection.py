"""Which states, instruments and days an option names."""

from datetime import date
from typing import TYPE_CHECKING

from toc_treaties.cli.faults import CommandError
from toc_treaties.cli.session import in_order
from toc_treaties.cli.spelling import instrument_named, word_named

if TYPE_CHECKING:
    from toc_treaties.law.membership import Members
    from toc_treaties.model.instrument import Instrument
    from toc_treaties.model.register import Register
    from toc_treaties.model.state import State
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
    members: "Members | None" = None,
) -> "Scope":
    """What the shared filters leave: states in the order named, else by name; instruments in the Strategy's order."""
    from toc_treaties.law.membership import Members
    from toc_treaties.model.instrument import Tier
    from toc_treaties.questions.scope import Scope

    states = chosen_states(register, group, subregion, day)
    if named:
        states = sorted((state for state in states if state.slug in named), key=lambda state: named.index(state.slug))
    if not states:
        filters = [f"--group {group}" if group else "", f"--subregion {subregion}" if subregion else ""]
        limits = " and ".join([*named, *filter(None, filters)])
        raise CommandError(f"no state is left on {day.isoformat()} by {limits}: ask for less, or of another day")
    return Scope(
        day,
        tuple(states),
        tuple(chosen_instruments(register, instrument, tier or "both")),
        grouping_named(register, group),
        subregion_named(register, subregion),
        Tier(tier) if tier and tier != "both" else None,
        bool(named),
        bool(instrument),
        members or Members.ALL,
    )


def chosen_states(register: "Register", group: str | None, subregion: str | None, day: date) -> "list[State]":
    """The states of a grouping and a subregion on a day, in alphabetical order."""
    from toc_treaties.law.membership import is_member

    group, subregion = grouping_named(register, group), subregion_named(register, subregion)
    return [
        state
        for state in in_order(register)
        if (group is None or is_member(state, group, day)) and subregion in {None, state.subregion}
    ]


def grouping_named(register: "Register", group: str | None) -> str | None:
    """The id of the grouping that an option names, as the data or as pages write it."""
    if group is None:
        return None
    from toc_treaties.words.phrases import GROUPING

    known = {name for state in register.states.values() for name in state.memberships}
    return word_named("grouping", group, sorted(known), GROUPING)


def subregion_named(register: "Register", subregion: str | None) -> str | None:
    """The id of the subregion that an option names, as the data or as pages write it."""
    if subregion is None:
        return None
    from toc_treaties.words.phrases import SUBREGION

    return word_named(
        "subregion", subregion, sorted({state.subregion for state in register.states.values()}), SUBREGION
    )


def chosen_instruments(register: "Register", ids: list[str] | None, tier: str = "both") -> "list[Instrument]":
    """The instruments named, else those of a tier, in the Strategy's order; one named of another tier is refused."""
    wanted = {instrument_named(register, id).id for id in ids or ()}
    chosen = [one for one in register.instruments.values() if not wanted or one.id in wanted]
    left_out = [one.id for one in chosen if tier not in {"both", one.tier}]
    if wanted and left_out:
        raise CommandError(f"--tier {tier} leaves out {' and '.join(left_out)}: give --tier or --instrument")
    return [one for one in chosen if one.id not in left_out]
