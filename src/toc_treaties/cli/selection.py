"""Which states, instruments and days an option names."""

import sys
from datetime import date
from typing import TYPE_CHECKING

from toc_treaties.cli.faults import UnknownChoiceError
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


def day_of(text: str, register: "Register", until: date, *, end: bool = False) -> date:
    """A day, or a meeting's first (or last) day by its id; a part of ids means the last such meeting before `until`.

    Where only a month is known, the first possible day counts, and the user is told.
    """
    from toc_treaties.cli.options import parse_day

    if text[:1].isdigit():
        return parse_day(text)
    held = [one for one in register.meetings.values() if one.id == text] or [
        one for one in register.meetings.values() if _named(text, one.id) and one.begins.latest <= until
    ]
    if not held:
        raise UnknownChoiceError("day or meeting", text, register.meetings)
    meeting = held[-1]
    known = (meeting.ends or meeting.begins) if end else meeting.begins
    day = known.latest if end else known.earliest
    if known.day is None:
        sys.stderr.write(f"the day of {meeting.id} was not seen ({known.text}): {day.isoformat()} is taken\n")
    return day


def _named(text: str, id: str) -> bool:
    """Whether a name such as randot means a meeting such as randot-iii; a draft or an adoption is no meeting."""
    rest = id.removeprefix(text + "-")
    return rest != id and "-" not in rest


def only(*, group: str | None, states: list[str] | None = None, instruments: "list[Instrument]") -> str:
    """What a page is limited to, in words; empty where it shows everything."""
    from toc_treaties.words.phrases import listed, the_grouping

    parts = [f"members of {the_grouping(group)} on the last day"] if group else []
    parts += [listed(states)] if states else []
    parts += [listed([one.short["en"] for one in instruments])] if instruments else []
    return f"Only {'; '.join(parts)}." if parts else ""
