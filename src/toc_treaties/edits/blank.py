"""The blank return that a state fills in: CSV or YAML. As a workbook it is in `blank_sheet`."""

import csv
import io
from typing import NamedTuple

from toc_treaties.document.formulas import guarded
from toc_treaties.edits.slots import COLUMNS, TERMS, Slot, slots, value_of
from toc_treaties.edits.splice import quoted
from toc_treaties.model.commitment import Level
from toc_treaties.model.register import Register
from toc_treaties.model.state import State

ASKED = {Level.CORE: "asked", Level.IF_AVAILABLE: "if available", Level.BREAKDOWN: "breakdown, if held"}
SENTENCE_UNITS = {"life": "life terms", "text": "words"}
TERM_MEANT = {
    "min": "the shortest term",
    "median": "the median term",
    "max": "the longest term",
    "life": "how many terms for life",
    "text": "examples in words, where only these are given",
}
"""What each line of a sentence asks for."""


class Asked(NamedTuple):
    """A line of the form: the figure, what is recorded, in what it is counted, whether it must be held, what it is."""

    slot: Slot
    value: int | str | None
    unit: str
    asked: str
    definition: str


def asked(register: Register, state: State, year: int) -> tuple[Asked, ...]:
    """The lines of a form, with what is recorded already."""
    given = state.returns.get(year)
    return tuple(_asked(slot, value_of(given, slot)) for slot in slots(register))


def _asked(slot: Slot, value: int | str | None) -> Asked:
    statistic, term = slot.statistic, slot.term or ""
    meant = f" Here: {TERM_MEANT[term]}." if term else ""
    unit = SENTENCE_UNITS.get(term, statistic.unit)
    return Asked(slot, value, unit, ASKED[statistic.level], statistic.definition + meant)


def blank_csv(register: Register, state: State, year: int) -> str:
    """A form that any spreadsheet opens: what is already recorded stands in it, the rest is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in asked(register, state, year):
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
            lines.append(f"  # {slot.statistic.definition}")
        value = value_of(given, slot)
        shown = "null" if value is None else str(value) if isinstance(value, int) else quoted(value)
        lines.append(f"  {slot.name}: {shown}")
    return "\n".join(lines) + "\n"
