"""Cells that somebody sent, each with its place, and the head above them: what a text and a workbook are read to."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

MOST_ROWS, MOST_COLUMNS = 2_000, 60
"""A form has some eighty rows: what is far beyond is another file."""
ABOVE = 50
"""A head is looked for in so many rows that hold something: titles stand above it."""
LONGEST_SHOWN = 60
BLANKS = " \t\r\n\u00a0\u2007\u2009\u202f\u200b\ufeff"
"""What stands unseen before and behind a value in a spreadsheet."""
SAVE_AS = "open it in the spreadsheet program and save it as .xlsx, or as CSV UTF-8"


class FileFault(Exception):  # noqa: N818 - a fault of the file, as a problem is one of the data
    """Why a file that was sent cannot be read, where, and what helps."""

    def __init__(self, message: str, help: str = SAVE_AS, place: str = "") -> None:
        super().__init__(message)
        self.message, self.help, self.place = message, help, place


class Cell(NamedTuple):
    """A cell that is not empty: its text, its place, why it cannot be taken as it is, and what is to be said of it."""

    text: str
    place: str
    fault: str = ""
    remark: str = ""


class Line(NamedTuple):
    """A row that holds something, its cells by their columns from 0."""

    number: int
    cells: dict[int, Cell]
    hidden: bool = False


class Grid(NamedTuple):
    """The rows of a text or of one sheet. `coding` is the code page of a text that does not say its own."""

    lines: tuple[Line, ...]
    sheet: str = ""
    hidden: bool = False
    coding: str = ""

    def place(self, row: int, column: int) -> str:
        """Where a cell stands, as its program names it; the row from 1, the column from 0."""
        return cell_place(self.sheet, row, column)


class Headed(NamedTuple):
    """A grid with the columns that were looked for, and the rows below their head."""

    grid: Grid
    columns: dict[str, int]
    head: Line
    lines: tuple[Line, ...]
    remarks: tuple[str, ...] = ()


def cell_place(sheet: str, row: int, column: int) -> str:
    """A cell's place: `return!D5` in a workbook, row and column in a text."""
    if not sheet:
        return f"row {row}, column {column + 1}"
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{sheet_shown(sheet)}!{letters}{row}"


def sheet_shown(name: str) -> str:
    """A sheet's name as a formula writes it, without signs that a terminal would obey."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in name)
    return plain if plain.replace("_", "").isalnum() else f"'{plain}'"


def shown(text: str) -> str:
    """What stands in a cell, in quotes and not endless."""
    return repr(text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…")


def bounded(lines: Sequence[Line], line: Line) -> None:
    """Refuse a grid that is far larger than a form."""
    if len(lines) >= MOST_ROWS or any(column >= MOST_COLUMNS for column in line.cells):
        message = f"it has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns that hold something"
        raise FileFault(message, "hand in the form alone")


def head_of(grid: Grid, columns: Sequence[str]) -> Headed | None:
    """The first row that names every column, and what stands below it."""
    for index, line in enumerate(grid.lines[:ABOVE]):
        names = _names(line)
        if set(columns) <= set(names.values()):
            twice = [name for name in columns if list(names.values()).count(name) > 1]
            if twice:
                help_ = "leave each column once"
                raise FileFault(f"the head has the column {' and '.join(twice)} twice", help_, line_place(grid, line))
            at = {name: column for column, name in names.items() if name}
            return Headed(grid, at, line, grid.lines[index + 1 :])
    return None


def _names(line: Line) -> dict[int, str]:
    """The cells of a row as heads of columns."""
    return {column: cell.text.strip(BLANKS).casefold() for column, cell in line.cells.items()}


def line_place(grid: Grid, line: Line) -> str:
    """The place of a row's first cell."""
    return grid.place(line.number, min(line.cells, default=0))


def no_head(grids: Iterable[Grid], columns: Sequence[str]) -> FileFault:
    """That no row names every column, and what the nearest one lacks."""
    missing, place = list(columns), ""
    for grid in grids:
        for line in grid.lines[:ABOVE]:
            names = set(_names(line).values())
            lacking = [name for name in columns if name not in names]
            if len(lacking) < len(missing):
                missing, place = lacking, line_place(grid, line)
    message = f"it has no column {' or '.join(missing)}" + ("" if place else ", and no row that heads a form")
    return FileFault(message, "take the form of `toc-treaties returns template`, and keep its head", place)


def chosen(grids: Sequence[Grid], columns: Sequence[str]) -> Headed:
    """The one sheet that has the head; where two have it, nobody can say which was meant."""
    headed = [found for grid in grids if (found := head_of(grid, columns))]
    visible = [found for found in headed if not found.grid.hidden]
    names = [sheet_shown(found.grid.sheet) for found in visible or headed]
    if len(visible) > 1:
        raise FileFault(f"the sheets {' and '.join(names)} each hold a form", "leave one of them in the file")
    if not headed:
        raise no_head(grids, columns)
    if not visible:
        raise FileFault(f"the form stands on a hidden sheet, {names[0]}", "show the sheet, look at it, and save")
    remarks = tuple(
        f"the hidden sheet {sheet_shown(found.grid.sheet)} holds a form too, which was not read"
        for found in headed
        if found.grid.hidden
    )
    return visible[0]._replace(remarks=remarks)
