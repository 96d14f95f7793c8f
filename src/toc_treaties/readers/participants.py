"""Which state a participant is, as depositaries' pages call it; the others are a closed list of names.

A name that neither a state nor this list has is refused, since it may be a state's, misspelt.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from toc_treaties.model.names import Known, named, nearest, plain
from toc_treaties.readers.page import SAVE_AGAIN, Page, PageFault, Row

FOOTNOTES = re.compile(r"(?<=[^\W\d]|[.)]) ?\[?\d{1,2}(?: ?, ?\d{1,2})*\]?$")
"""The numbers of footnotes that a copy leaves behind a name."""


@cache
def other_participants() -> dict[str, str]:
    """The participants that are no state of the register: each name, bare, with the name as depositaries write it."""
    text = files("toc_treaties.readers").joinpath("participants.txt").read_text("utf-8")
    return {plain(name): name for line in text.splitlines() for name in line.split(" | ")}


def matched(page: Page, known: Sequence[Known]) -> dict[str, str | None]:
    """The id of the state that each participant is, None of one outside the register; each state stands once."""
    found = {row.participant: _state_of(row, known) for row in page.rows}
    seen: dict[str, str] = {}
    for participant, id in found.items():
        if id is not None and id in seen:
            raise PageFault(f"{seen[id]} and {participant} are one state", SAVE_AGAIN)
        if id is not None:
            seen[id] = participant
    return found


def refuse_missing(page: Page, found: Iterable[str | None], states: Iterable[Known]) -> None:
    """Refuse a page in which every state stands, where one of them does not."""
    there = set(found)
    missing = [state.shown_as for state in states if state.id not in there] if page.lists_all else []
    if missing:
        named = ", ".join(missing)
        raise PageFault(f"a row is missing: every state stands in such a table, and {named} does not", SAVE_AGAIN)


def _state_of(row: Row, known: Sequence[Known]) -> str | None:
    name = FOOTNOTES.sub("", row.participant)
    if row.state and named(row.state, known) != named(name, known):
        help_ = "mend the one that is wrong, or leave the column state empty"
        raise PageFault(f"{row.participant} and {row.state} beside it are not one state", help_, row.line)
    if plain(name) in other_participants():
        return None
    states = named(name, known)
    if len(states) == 1:
        return states[0].id
    names = {**other_participants(), **{plain(name): state.shown_as for state in known for name in state.names}}
    near = [state.shown_as for state in states] or [names[name] for name in nearest(plain(name), names)]
    help_ = f"the nearest known: {' or '.join(dict.fromkeys(near))}" if near else SAVE_AGAIN
    raise PageFault(f"the name {row.participant!r} is not known", help_, row.line)
