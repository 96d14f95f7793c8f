"""The blank return that a state fills in: CSV or YAML. As a workbook it is in `blank_sheet`."""

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from toc_treaties.document.formulas import guarded
from toc_treaties.edits.slots import COLUMNS, TERMS, Slot, slots, value_of
from toc_treaties.edits.splice import quoted
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Language
from toc_treaties.words.language import Words
from toc_treaties.words.returns import ASKED, COLUMN, TERM_MEANT, UNIT
from toc_treaties.words.visible import NO_BREAK, visible

OWN_UNITS = {"life", "text"}
"""The terms of sentences that are not counted in months."""


class Asked(NamedTuple):
    """A line of the form: the figure, what is recorded, in what it is counted, whether it must be held, what it is."""

    slot: Slot
    value: int | str | None
    unit: str
    asked: str
    definition: str


def asked(register: Register, state: State, year: int, words: Words) -> tuple[Asked, ...]:
    """The lines of a form, with what is recorded already."""
    given = state.returns.get(year)
    return tuple(_asked(slot, value_of(given, slot), words) for slot in slots(register))


def _asked(slot: Slot, value: int | str | None, words: Words) -> Asked:
    statistic, term = slot.statistic, slot.term or ""
    definition = statistic.definition
    if term:
        meant = words.term(TERM_MEANT, term)
        definition = words.say("{definition} Here: {meant}.", definition=definition, meant=meant)
    unit = words.term(UNIT, term if term in OWN_UNITS else statistic.unit)
    return Asked(slot, value, unit, words.term(ASKED, statistic.level), definition)


def heads(names: Sequence[str], words: Words) -> tuple[tuple[str, ...], ...]:
    """The rows that head a form: the names of its columns, by which it is read, below what they are called."""
    if words.language == Language.ENGLISH:
        return (tuple(names),)
    return tuple(words.term(COLUMN, name) for name in names), tuple(names)


def blank_csv(register: Register, state: State, year: int, words: Words) -> str:
    """A form that any spreadsheet opens: what is already recorded stands in it, the rest is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows(heads(COLUMNS, words))
    for line in asked(register, state, year, words):
        value = "" if line.value is None else line.value
        cells = (state.iso3, year, line.slot.name, value, line.unit, line.asked, line.definition)
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in cells])
    return "\ufeff" + out.getvalue()


def blank_yaml(register: Register, state: State, year: int) -> str:
    """The same form as YAML, each figure's definition above it."""
    lines = [f"state: {state.iso3}", f"year: {year}", "figures:"]
    given = state.returns.get(year)
    for slot in slots(register):
        if slot.term in {None, TERMS[0]}:
            said = visible(slot.statistic.definition, kept=NO_BREAK)
            lines.append(f"  # {' '.join(said.split())}")  # a sign at which YAML ends a line would end the comment
        value = value_of(given, slot)
        shown = "null" if value is None else str(value) if isinstance(value, int) else quoted(value)
        lines.append(f"  {slot.name}: {shown}")
    return "\n".join(lines) + "\n"
