"""The blank return that a state fills in, and a filled one read back: CSV of any dialect, or YAML."""

import csv
import io
from typing import NamedTuple

from toc_treaties.model.assessment import Figure, Return, Sentence
from toc_treaties.model.commitment import Level, Statistic
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.store.characters import odd_in
from toc_treaties.store.nodes import Mapping, Node, Scalar, read_nodes

COLUMNS = ("state", "year", "figure", "value", "unit", "asked", "definition")
TERMS = ("min", "median", "max", "life", "text")
ASKED = {Level.CORE: "asked", Level.IF_AVAILABLE: "if available", Level.BREAKDOWN: "breakdown, if held"}


class Slot(NamedTuple):
    """One figure of a form: its id, the term of a sentence where it is one, and the statistic that defines it."""

    id: str
    term: str | None
    statistic: Statistic

    @property
    def name(self) -> str:
        """The figure as the form names it."""
        return f"{self.id}.{self.term}" if self.term else self.id


class Entered(NamedTuple):
    """A value as it was filled in, and where: row and column counted from 1."""

    slot: Slot
    value: int | str | None
    row: int
    column: int


class FormFault(NamedTuple):
    """What is wrong with a form, and where."""

    row: int
    column: int
    message: str


class Form(NamedTuple):
    """A filled form: whose, for which year, and every value that was filled in; `faults` where it cannot be used."""

    state: str | None
    year: int | None
    entered: tuple[Entered, ...]
    faults: tuple[FormFault, ...]


def slots(register: Register) -> tuple[Slot, ...]:
    """Every figure that a state enters, sentences by their terms."""
    found: list[Slot] = []
    for id, one in register.statistics.items():
        if one.level is Level.DERIVED or one.unit == "date":
            continue
        terms: tuple[str | None, ...] = TERMS if one.unit == "months" else (None,)
        found += [Slot(id, term, one) for term in terms]
    return tuple(found)


def value_of(given: Return | None, slot: Slot) -> int | str | None:
    """What a return holds for a slot; None where it is not reported."""
    figure: Figure = given.figures.get(slot.id) if given else None
    if slot.term is None:
        return figure if isinstance(figure, int) else None
    if not isinstance(figure, Sentence):
        return None
    return {"min": figure.least, "median": figure.median, "max": figure.most, "life": figure.life, "text": figure.text}[
        slot.term
    ]


def blank_csv(register: Register, state: State, year: int) -> str:
    """A form that any spreadsheet opens: what is already recorded stands in it, the rest is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    given = state.returns.get(year)
    for slot in slots(register):
        value = value_of(given, slot)
        one = slot.statistic
        row = (state.iso3, year, slot.name, "" if value is None else value, one.unit, ASKED[one.level], one.definition)
        writer.writerow(row)
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


def quoted(text: str) -> str:
    """A text as YAML writes it on one line."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def read_form(name: str, content: bytes, register: Register) -> Form:
    """A filled form of either kind, told by its name; every fault is reported at once."""
    known = {slot.name: slot for slot in slots(register)}
    if name.endswith((".yaml", ".yml")):
        return _from_yaml(name, content, known)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return _from_csv(text, known)


def _from_csv(text: str, known: dict[str, Slot]) -> Form:
    first = text.splitlines()[0] if text.strip() else ""
    separator = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=None), delimiter=separator))
    except csv.Error as error:
        return Form(None, None, (), (FormFault(1, 1, f"this is no table of separated values: {error}"),))
    head = [cell.strip().casefold() for cell in rows[0]] if rows else []
    missing = [column for column in COLUMNS[:4] if column not in head]
    if missing:
        return Form(None, None, (), (FormFault(1, 1, f"the first row has no column {' or '.join(missing)}"),))
    twice = [column for column in COLUMNS[:4] if head.count(column) > 1]
    if twice:
        return Form(None, None, (), (FormFault(1, 1, f"the first row has the column {' and '.join(twice)} twice"),))
    at = {column: head.index(column) for column in COLUMNS[:4]}
    faults: list[FormFault] = []
    entered: list[Entered] = []
    owners: set[tuple[str, str]] = set()
    for number, row in enumerate(rows[1:], 2):
        cells = {column: (row[index].strip() if index < len(row) else "") for column, index in at.items()}
        if not any(cells.values()):
            continue
        if len(row) > len(head):
            message = f"the row has {len(row)} cells, the first row {len(head)}: is a number written with a separator?"
            faults.append(FormFault(number, len(head) + 1, message))
            continue
        owners.add((cells["state"], cells["year"]))
        value = Filled(cells["figure"], cells["value"], number, at["figure"] + 1, at["value"] + 1)
        _enter(value, known, entered, faults)
    state, year = _owner(owners, faults)
    return Form(state, year, tuple(entered), tuple(faults))


class Filled(NamedTuple):
    """A figure's name and value as written, with their places."""

    name: str
    text: str
    row: int
    name_column: int
    value_column: int


def _longest(slot: Slot) -> int:
    """How many digits a value may have: a term in months has at most four."""
    return LONGEST if slot.term is None else 4


def _enter(entry: Filled, known: dict[str, Slot], entered: list[Entered], faults: list[FormFault]) -> None:
    """Add a value, or say what is wrong with it; an empty one leaves the register as it is."""
    slot = known.get(entry.name)
    twice = next((one.row for one in entered if one.slot is slot), None)
    if slot is None:
        faults.append(FormFault(entry.row, entry.name_column, f"there is no figure {entry.name!r}"))
    elif entry.text and twice is not None:
        faults.append(FormFault(entry.row, entry.name_column, f"{entry.name} was filled in before, in row {twice}"))
    elif entry.text.casefold() in {"null", "not reported"}:
        entered.append(Entered(slot, None, entry.row, entry.value_column))
    elif entry.text and slot.term == "text":
        _enter_text(entry, slot, entered, faults)
    elif entry.text and not (entry.text.isascii() and entry.text.isdecimal() and len(entry.text) <= _longest(slot)):
        message = f"{entry.text!r} is not a count: a whole number, 0 for none, or nothing where it is not reported"
        faults.append(FormFault(entry.row, entry.value_column, message))
    elif entry.text:
        entered.append(Entered(slot, int(entry.text), entry.row, entry.value_column))


LONGEST = 9
FIRST_YEAR, LAST_YEAR = 1900, 9998


def _enter_text(entry: Filled, slot: Slot, entered: list[Entered], faults: list[FormFault]) -> None:
    """Add a text on one line; a character that misleads would keep the file from being read."""
    text = " ".join(entry.text.split())
    if not odd_in(f"text: {text}"):
        entered.append(Entered(slot, text, entry.row, entry.value_column))
    else:
        message = f"{text!r} holds a character that cannot be seen, or passes for another"
        faults.append(FormFault(entry.row, entry.value_column, message))


def _owner(owners: set[tuple[str, str]], faults: list[FormFault]) -> tuple[str | None, int | None]:
    """The one state and year that the whole form speaks of."""
    if len(owners) != 1:
        faults.append(FormFault(2, 1, "the form speaks of no state and year, or of several"))
        return None, None
    state, year = next(iter(owners))
    if not (year.isascii() and year.isdecimal() and FIRST_YEAR <= int(year[:5]) <= LAST_YEAR):
        faults.append(FormFault(2, 2, f"{year!r} is not a year"))
        return state, None
    return state, int(year)


def _from_yaml(name: str, content: bytes, known: dict[str, Slot]) -> Form:
    node = read_nodes(name, content)
    if isinstance(node, list):
        met = tuple(FormFault(one.place.line, one.place.column, f"{one.message}: {one.help}") for one in node)
        return Form(None, None, (), met)
    fields: dict[str, Node] = {key.text: value for key, value in node.pairs} if isinstance(node, Mapping) else {}
    figures = fields.get("figures")
    if not isinstance(figures, Mapping):
        return Form(None, None, (), (FormFault(1, 1, "the form has no figures"),))
    faults: list[FormFault] = []
    entered: list[Entered] = []
    for key, first in figures.repeated:
        faults.append(FormFault(key.line, key.column, f"{key.text} stands here a second time, after row {first.line}"))
    for key, value in figures.pairs:
        text = value.text if isinstance(value, Scalar) else "?"
        if isinstance(value, Scalar) and value.plain and text in {"null", "~"}:
            continue
        _enter(Filled(key.text, text, value.line, key.column, value.column), known, entered, faults)
    state, year = fields.get("state"), fields.get("year")
    owner = {(_text(state), _text(year))}
    found = _owner(owner, faults)
    return Form(found[0], found[1], tuple(entered), tuple(faults))


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
