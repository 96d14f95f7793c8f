"""Which states, instruments and days an option names."""

from datetime import date
from typing import TYPE_CHECKING

from toc_treaties.cli.faults import CommandError, UnknownChoiceError
from toc_treaties.cli.session import find_instrument, in_order

if TYPE_CHECKING:
    from toc_treaties.model.instrument import Instrument
    from toc_treaties.model.register import Register
    from toc_treaties.model.state import State


def chosen_states(register: "Register", group: str | None, subregion: str | None, day: date) -> "list[State]":
    """The states of a grouping and a subregion on a day, in alphabetical order."""
    from toc_treaties.model.state import is_member

    states = in_order(register)
    _known("grouping", group, {name for state in states for name in state.memberships})
    _known("subregion", subregion, {state.subregion for state in states})
    return [
        state
        for state in states
        if (group is None or is_member(state, group, day)) and subregion in {None, state.subregion}
    ]


def _known(what: str, word: str | None, known: set[str]) -> None:
    if word is not None and word not in known:
        raise UnknownChoiceError(what, word, sorted(known))


def chosen_instruments(register: "Register", ids: list[str] | None, tier: str = "both") -> "list[Instrument]":
    """The instruments named, else those of a tier, in the Strategy's order."""
    wanted = {find_instrument(register, id).id for id in ids or ()}
    everything = register.instruments.values()
    return [one for one in everything if (one.id in wanted if wanted else tier in {"both", one.tier})]


def day_of(text: str, register: "Register", until: date) -> date:
    """A day, or the first day of a meeting by its id; a part of ids means the last such meeting before `until`."""
    from toc_treaties.cli.options import parse_day

    if text[:1].isdigit():
        return parse_day(text)
    held = [one for one in register.meetings.values() if one.id == text] or [
        one for one in register.meetings.values() if _named(text, one.id) and one.begins.latest <= until
    ]
    if not held:
        raise UnknownChoiceError("day or meeting", text, register.meetings)
    day = held[-1].begins
    if day.day is None:
        raise CommandError(
            f"the day of {held[-1].id} was not seen ({day.text}); name a day, as {day.earliest.isoformat()}"
        )
    return day.day


def _named(text: str, id: str) -> bool:
    """Whether a name such as randot means a meeting such as randot-iii; a draft or an adoption is no meeting."""
    rest = id.removeprefix(text + "-")
    return rest != id and "-" not in rest
