"""A text of separated values to its rows: the sign between them is the one by which its head is a head."""

import csv
import io
import itertools
import re
from collections.abc import Sequence

from toc_treaties.readers.grid import (
    ABOVE,
    BLANKS,
    MOST_COLUMNS,
    Cell,
    FileFault,
    Grid,
    Headed,
    Line,
    bounded,
    cell_place,
    chosen,
    head_of,
    no_head,
)

SIGNS = (",", ";", "\t", "|")
_SAYS = re.compile(r'\A"?sep=(.)"?[,;\t ]*(?:\n|\Z)', re.IGNORECASE)
"""A first line by which Excel is told the sign; Excel does not count it as a row."""


def read(text: str, coding: str, columns: Sequence[str]) -> Headed:
    """The rows below the head that names the columns."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    signs: Sequence[str] = SIGNS
    says = _SAYS.match(text)
    if says:
        signs, text = (says[1],), text[says.end() :]
    if text.lstrip(BLANKS).startswith("<"):
        raise FileFault("it is a web page or XML, whatever its name says")
    grids, faults = [], []
    for sign in signs:
        lines, fault = _lines(text, sign, ABOVE)
        grid = Grid(lines, coding=coding)
        if head_of(grid, columns):
            lines, fault = _lines(text, sign)
            if fault:
                raise fault
            return chosen((Grid(lines, coding=coding),), columns)
        grids.append(grid)
        faults += [fault] if fault else []
    raise faults[0] if len(faults) == len(signs) else no_head(grids, columns)


def _lines(text: str, sign: str, most: int | None = None) -> tuple[tuple[Line, ...], FileFault | None]:
    """Each row that holds something, up to a fault; empty rows are counted, as a spreadsheet does."""
    lines: list[Line] = []
    table = csv.reader(io.StringIO(text, newline="\n"), delimiter=sign, strict=True)
    for number in itertools.count(1):
        try:
            row = next(table, None)
        except csv.Error as error:
            message = f"this is no table of separated values: {error}"
            help_ = "close each quotation mark, and double one that stands within a text"
            return tuple(lines), FileFault(message, help_, f"row {number}")
        if row is None or len(lines) == most:
            break
        cells = {
            column: Cell(value, cell_place("", number, column))
            for column, value in enumerate(row[: MOST_COLUMNS + 1])
            if value.strip(BLANKS)
        }
        if cells:
            line = Line(number, cells)
            bounded(lines, line)
            lines.append(line)
    return tuple(lines), None
