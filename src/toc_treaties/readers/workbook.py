"""A workbook (.xlsx) to its sheets, cell by cell: what was typed, what a formula gave last, and where it stands."""

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from toc_treaties.readers.grid import (
    BLANKS,
    MOST_COLUMNS,
    Cell,
    FileFault,
    Grid,
    Line,
    bounded,
    cell_place,
    shown,
)
from toc_treaties.readers.parts import Parts, Sink, damaged

MOST_SHEETS = 50
LARGEST = Decimal(10) ** 15
"""A program counts exactly up to here."""
MOST_DIGITS = 40
LONGEST_CODE = 255
REMEDY_KIND = "save it as .xlsx, or as CSV UTF-8"
DATE_IDS = {*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)}
"""The numbers of the formats of days and hours that every program knows."""
PERCENT_IDS = {9, 10}
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\][]*\]')
"""What a format of numbers says as text: in quotes, behind a sign, a colour, a condition."""
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)


def read(content: bytes) -> list[Grid]:
    """Every sheet of a workbook that has cells."""
    parts = Parts(content)
    _refuse_other(parts)
    root = next((one.target for one in parts.relations("").values() if one.kind == "officeDocument"), None)
    if root is None or root.casefold() not in parts.names:
        raise FileFault("it is a file of another program, and no workbook", REMEDY_KIND)
    book = _Book()
    parts.parse(root, book)
    related = parts.relations(root)
    strings, styles = _Strings(), _Styles()
    for relation in related.values():
        if relation.target and relation.kind in {"sharedStrings", "styles"}:
            parts.parse(relation.target, strings if relation.kind == "sharedStrings" else styles)
    if len(book.sheets) > MOST_SHEETS:
        raise FileFault(f"it has more than {MOST_SHEETS} sheets", "hand in the form alone")
    grids = []
    for sheet in book.sheets:
        part = related.get(sheet.id)
        if part is not None and part.target and part.kind == "worksheet":
            if part.target.casefold() not in parts.names:
                raise damaged()
            cells = _Cells(sheet.name, strings.texts, styles)
            parts.parse(part.target, cells)
            grids.append(Grid(tuple(cells.lines), sheet.name, sheet.hidden))
    if not grids:
        raise FileFault("it is a workbook without a sheet of cells", "hand in the form that was sent to you")
    return grids


def _refuse_other(parts: Parts) -> None:
    """Refuse what lies in the same kind of file and is not a plain workbook."""
    types = parts.head("[Content_Types].xml").lower()
    if b"opendocument" in parts.head("mimetype"):
        raise FileFault("it is a file of OpenDocument (.ods)", REMEDY_KIND)
    if b"sheet.binary" in types:
        raise FileFault("it is a binary workbook (.xlsb)", REMEDY_KIND)
    if b"macroenabled" in types or any(name.endswith("vbaproject.bin") for name in parts.names):
        raise FileFault("it is a workbook with macros (.xlsm)", REMEDY_KIND)


class _Sheet(NamedTuple):
    name: str
    id: str
    hidden: bool


class _Book(Sink):
    def __init__(self) -> None:
        self.sheets: list[_Sheet] = []

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """One sheet of the workbook."""
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append(_Sheet(attributes.get("name", ""), attributes.get("id", ""), hidden))


class _Strings(Sink):
    """The texts that cells share, without what only says how they are pronounced."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.pieces: list[str] = []
        self.within: list[str] = []

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """A shared text, or a run of it."""
        del attributes
        self.within.append(name)
        if name == "si":
            self.pieces = []

    def text(self, text: str) -> None:
        """A piece of the text."""
        if self.within[-1:] == ["t"] and "rPh" not in self.within:
            self.pieces.append(text)

    def close(self, name: str) -> None:
        """The end of a shared text."""
        self.within.pop()
        if name == "si":
            self.texts.append(unescaped("".join(self.pieces)))


class _Styles(Sink):
    """Which formats of cells show a number as a day or as a percentage."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}
        self.formats: list[str] = []
        self.counted = False

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """A format of numbers, or the format of some cells."""
        if name == "numFmt":
            self.codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:LONGEST_CODE]
        elif name == "cellXfs":
            self.counted = True
        elif name == "xf" and self.counted:
            self.formats.append(attributes.get("numFmtId", "0"))

    def close(self, name: str) -> None:
        """The end of the formats of cells."""
        if name == "cellXfs":
            self.counted = False

    def fault(self, style: str) -> str:
        """Why a number in a style is no count; nothing where it may be one."""
        index = int(style) if style.isdecimal() and len(style) < MOST_DIGITS else 0
        id = self.formats[index] if index < len(self.formats) else "0"
        code = _LITERAL.sub("", self.codes.get(id, ""))
        number = int(id) if id.isdecimal() and len(id) < MOST_DIGITS else 0
        if number in DATE_IDS or (code and re.search("[dmyhs]", code.replace("General", ""), re.IGNORECASE)):
            return (
                "a day or an hour, as programs turn some entries into: format the cell as a number, and write the count"
            )
        if number in PERCENT_IDS or "%" in code:
            return "a percentage: write the count, and format the cell as a number"
        return ""


class _Cells(Sink):
    """The cells of a sheet that hold something, row by row."""

    def __init__(self, sheet: str, strings: list[str], styles: _Styles) -> None:
        self.sheet, self.strings, self.styles = sheet, strings, styles
        self.lines: list[Line] = []
        self.row, self.column, self.hidden = 0, -1, False
        self.cells: dict[int, Cell] = {}
        self.kind = self.style = ""
        self.value: list[str] | None = None
        self.formula: list[str] | None = None
        self.within: list[str] = []

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """A row, a cell, or what a cell holds."""
        self.within.append(name)
        if name == "row":
            number = attributes.get("r", "")
            self.row = int(number) if number.isdecimal() and len(number) <= 7 else self.row + 1  # noqa: PLR2004 - digits
            self.column, self.cells = -1, {}
            self.hidden = attributes.get("hidden", "") in {"1", "true"}
        elif name == "c":
            self.column = self._column(attributes.get("r", ""))
            self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "0")
            self.value = self.formula = None
        elif name in {"v", "is"}:
            self.value = []
        elif name == "f":
            self.formula = []

    def _column(self, reference: str) -> int:
        """The column of a cell, which need not say it: then it is the next one. Its row must be the one it is in."""
        place = _REFERENCE.fullmatch(reference)
        if place is None:
            if reference:
                raise damaged()
            return self.column + 1
        number = 0
        for letter in place[1]:
            number = number * 26 + ord(letter) - ord("A") + 1
        if int(place[2]) != self.row or number - 1 in self.cells:
            raise damaged()
        return number - 1

    def text(self, text: str) -> None:
        """A piece of a value or a formula."""
        inside = self.within[-1] if self.within else ""
        if inside == "f" and self.formula is not None:
            self.formula.append(text)
        elif self.value is not None and inside in {"v", "t"} and "rPh" not in self.within:
            self.value.append(text)

    def close(self, name: str) -> None:
        """The end of a cell or a row."""
        self.within.pop()
        if name == "c":
            cell = self._cell()
            if cell is not None:
                self.cells[min(self.column, MOST_COLUMNS)] = cell
        elif name == "row" and self.cells:
            if self.lines and self.row <= self.lines[-1].number:
                raise damaged()
            line = Line(self.row, self.cells, self.hidden)
            bounded(self.lines, line)
            self.lines.append(line)

    def _cell(self) -> Cell | None:
        """A cell that holds something; None of an empty one."""
        place = cell_place(self.sheet, self.row, self.column)
        raw = "".join(self.value) if self.value is not None else ""
        text, fault = self._text(raw)
        remark = ""
        if self.formula is not None:
            formula = "".join(self.formula)
            said = f"the formula {shown('=' + formula)}" if formula else "a formula"
            if not raw and (self.value is None or self.kind != "str"):
                fault = f"{said} has no value that was saved: write the value instead"
            elif "[" in formula:
                fault = f"{said} looks into another file: write the value instead"
            elif not fault:
                remark = f"{said} is read as {shown(text)}, the value it had when the file was saved"
        return Cell(text, place, fault, remark) if text.strip(BLANKS) or fault else None

    def _text(self, raw: str) -> tuple[str, str]:
        """What a cell shows as text, and why it is none that can be taken."""
        match self.kind:
            case "s":
                index = int(raw) if raw.isdecimal() and len(raw) < MOST_DIGITS else -1
                if not 0 <= index < len(self.strings):
                    raise damaged()
                return self.strings[index], ""
            case "str" | "inlineStr":
                return unescaped(raw), ""
            case "b":
                word = "TRUE" if raw == "1" else "FALSE"
                return word, f"{word} is no count: write a number or a text"
            case "e":
                return raw, f"{shown(raw)} is an error of the spreadsheet: correct the cell"
            case "d":
                return raw, f"{shown(raw)} is a day: write the count"
            case _:
                return self._number(raw.strip())

    def _number(self, raw: str) -> tuple[str, str]:
        """A number as it is written; a whole one without its fraction."""
        if not raw:
            return "", ""
        try:
            number = Decimal(raw) if len(raw) <= MOST_DIGITS else Decimal("NaN")
        except InvalidOperation:
            raise damaged() from None
        if not number.is_finite() or abs(number) >= LARGEST:
            return raw, f"{shown(raw)} is too large for a count"
        said = self.styles.fault(self.style)
        if said:
            return raw, f"{raw} is shown as {said}"
        if number != number.to_integral_value():
            return raw, f"{raw} is not a whole number"
        return str(int(number)), ""


def unescaped(text: str) -> str:
    """A text whose signs that XML cannot hold are written as their numbers."""

    def sign(match: re.Match[str]) -> str:
        number = int(match[1], 16)
        return match[0] if number in _SURROGATES else chr(number)

    return _ESCAPED.sub(sign, text)
