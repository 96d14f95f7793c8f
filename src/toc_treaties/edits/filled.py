"""What a form was filled in with: values, each with its place, and every fault at once."""

from contextlib import suppress
from functools import cache
from typing import NamedTuple

from toc_treaties.edits.counts import LONGEST, count_of
from toc_treaties.edits.slots import TERMS, Slot
from toc_treaties.model.names import plain
from toc_treaties.model.vocabulary import Language
from toc_treaties.readers.grid import shown
from toc_treaties.store.characters import odd_in
from toc_treaties.words.language import NotCompiledError, spoken
from toc_treaties.words.returns import NOT_REPORTED

TERM_LONGEST = 4
FIRST_YEAR, LAST_YEAR = 1900, 9998


class Entered(NamedTuple):
    """A value as it was filled in, and where."""

    slot: Slot
    value: int | str | None
    place: str


class FormFault(NamedTuple):
    """What is wrong with a form, and where."""

    place: str
    message: str


class Form(NamedTuple):
    """A filled form: whose, for which year, and every value that was filled in; `faults` where it cannot be used.

    `remarks` are what was read in a way that its author should know of.
    """

    state: str | None
    year: int | None
    entered: tuple[Entered, ...]
    faults: tuple[FormFault, ...]
    remarks: tuple[str, ...] = ()


class Filled(NamedTuple):
    """A figure's name and value as written, with their places; `fault` is why the value cannot be taken."""

    name: str
    text: str
    name_place: str
    place: str
    fault: str = ""


def enter(filled: Filled, known: dict[str, Slot], entered: list[Entered], faults: list[FormFault]) -> None:
    """Add a value, or say what is wrong with it; an empty one leaves the register as it is."""
    slot = known.get(filled.name)
    twice = next((before.place for before in entered if before.slot is slot), None)
    if slot is None:
        said = f"there is no figure {shown(filled.name)}" if filled.name else "a value without its figure"
        faults.append(FormFault(filled.name_place, said))
    elif filled.fault:
        faults.append(FormFault(filled.place, filled.fault))
    elif not filled.text:
        return
    elif twice is not None:
        faults.append(FormFault(filled.name_place, f"{filled.name} was filled in before, in {twice}"))
    elif plain(filled.text) in _taking_back():
        entered.append(Entered(slot, None, filled.place))
    elif slot.term == TERMS[-1]:
        _enter_text(filled, slot, entered, faults)
    else:
        count = count_of(filled.text, LONGEST if slot.term is None else TERM_LONGEST)
        if isinstance(count, int):
            entered.append(Entered(slot, count, filled.place))
        else:
            faults.append(FormFault(filled.place, f"{shown(filled.text)} is not a count: {count}"))


@cache
def _taking_back() -> frozenset[str]:
    """What takes a figure back, in whichever language a form was written."""
    said = {"null", plain(NOT_REPORTED)}
    for language in Language:
        with suppress(NotCompiledError):
            said.add(plain(spoken(language).say(NOT_REPORTED)))
    return frozenset(said)


def _enter_text(filled: Filled, slot: Slot, entered: list[Entered], faults: list[FormFault]) -> None:
    """Add a text on one line; a character that misleads would keep the file from being read."""
    text = " ".join(filled.text.split())
    if not odd_in(f"text: {text}"):
        entered.append(Entered(slot, text, filled.place))
    else:
        message = f"{shown(text)} holds a character that cannot be seen, or passes for another: type it again"
        faults.append(FormFault(filled.place, message))


def owner_of(owners: dict[tuple[str, str], str], faults: list[FormFault]) -> tuple[str | None, int | None]:
    """The one state and year that the whole form speaks of."""
    if not owners:
        faults.append(FormFault("", "the form speaks of no state and year"))
        return None, None
    (first, place), *others = owners.items()
    if others:
        (other, there), *_ = others
        said = f"{' '.join(other) or 'nobody'} here, {' '.join(first) or 'nobody'} in {place}"
        faults.append(FormFault(there, f"the form speaks of several states or years: {said}"))
        return None, None
    state, year = first
    if not (year.isascii() and year.isdecimal() and FIRST_YEAR <= int(year[:5]) <= LAST_YEAR):
        faults.append(FormFault(place, f"{shown(year)} is not a year"))
        return state, None
    return state, int(year)
