"""Cells and names of a workbook: the day that a cell holds, what stands around it, how wide and high it is."""

from collections.abc import Iterable, Sequence
from datetime import date

from toc_treaties.document import Cell, DayIn
from toc_treaties.model.when import When
from toc_treaties.words.phrases import DAY_MARK, MARK
from toc_treaties.writers.tables import shown, texts

WIDEST, NARROWEST = 60, 5
"""The bounds of a column's width, in signs; what is longer is wrapped."""
LINE, TALLEST, SIGN = 15, 409, 5.5
"""The height of a line, what the height of a row cannot exceed, and that of a sign of a turned head, in points."""
LONGEST_NAME = 31
"""A sheet's name may be no longer."""
FIRST_DAY = date(1900, 3, 1)
"""A spreadsheet counts days from here; an earlier one stays text."""


def cut(name: str) -> str:
    """As much of a name as a sheet's may have, cut between its parts or after a word: half a day would be another."""
    if len(name) <= LONGEST_NAME:
        return name
    room = name[: LONGEST_NAME + 1]
    kept = room.rpartition("  ")[0] or room.rpartition(" ")[0] or name[:LONGEST_NAME]
    return kept.strip(" ',;")


def cited(row: Sequence[Cell]) -> str:
    """The ids of the sources that a row cites, each once."""
    every = [line for one in row for line in (one.line, *one.below)]
    return ", ".join(dict.fromkeys(id for line in every for span in line for id in span.cites))


def day_of(one: Cell) -> date | None:
    """The exact day that a cell holds, where a spreadsheet can count it and nothing else stands below."""
    when = one.value.when if isinstance(one.value, DayIn) else one.value
    day = when.day if isinstance(when, When) else when
    return day if isinstance(day, date) and day >= FIRST_DAY and not one.below else None


def around(one: Cell) -> tuple[str, str]:
    """What stands before and behind the day of a cell."""
    day = one.value.text if isinstance(one.value, DayIn) else one.text.rstrip(MARK + DAY_MARK)
    before, _, after = shown(one).partition(day)
    return before, after


def quoted(text: str) -> str:
    """A text within a number format, sign by sign, so that none of it is a code."""
    return "".join(f"\\{sign}" for sign in text)


def height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """How many lines a row takes in columns of some widths: a program that opens the file need not work it out."""
    cells = zip(row, widths, strict=True)
    return min(max(sum(-(-len(line) // width) or 1 for line in texts(one)) for one, width in cells), TALLEST // LINE)


def widths(heads: Sequence[str], rows: Iterable[Iterable[Cell]], *, matrix: bool) -> list[int]:
    """How wide each column is: by its longest line; the head of a matrix is turned and does not count."""
    turned = range(1, len(heads) - 1) if matrix else ()
    wide = [NARROWEST if column in turned else len(head) + 3 for column, head in enumerate(heads)]
    for row in rows:
        for column, one in enumerate(row):
            wide[column] = max(wide[column], *(len(line) + 2 for line in texts(one)))
    return [min(width, WIDEST) for width in wide]
