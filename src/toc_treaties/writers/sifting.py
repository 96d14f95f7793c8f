"""A matrix that readers sift without a script: the classes of its cells, and the styles that ask them.

A choice is a radio button; styles ask which is chosen, and hide what does not answer to it. They know choices, rows and
columns by number alone, so that the same styles serve every matrix in every language.
"""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from toc_treaties.document import Block, Cell, DayIn, Document, Layout, Role, Table
from toc_treaties.document.frame import Sifted, SiftedRow
from toc_treaties.writers.joined import Joined, joined
from toc_treaties.writers.runs import UNKNOWN

MOST = 40
"""How many columns or choices the styles know; a matrix with more is refused."""
GROUPS, REGIONS, LISTS, SIGNS = 16, 10, 5, 16
ROWS, COLUMNS = 16, 14
"""The size of the map of tiles."""


class SiftedCell(NamedTuple):
    """A cell with its classes, the entry to which it leads, and the same cell with days, where that is otherwise."""

    classes: str
    anchor: str
    cell: Cell
    by_day: Cell | None
    day: str


class SiftedLine(NamedTuple):
    """A row of cells with its classes, its name and what else is known of it."""

    classes: str
    name: Cell
    row: SiftedRow
    cells: tuple[SiftedCell, ...]


class SiftedPart(NamedTuple):
    """Rows under one heading."""

    heading: str
    lines: tuple[SiftedLine, ...]


class SiftedMatrix(NamedTuple):
    """A matrix as the site shows it: its table, the captions over its columns, its lines, and the class of a column."""

    table: Table
    parts: tuple[tuple[str, int], ...]
    sections: tuple[SiftedPart, ...]
    columns: tuple[str, ...]


def sifted_matrix(document: Document, sifted: Sifted) -> SiftedMatrix:
    """The matrix of a page with all that its cells need to be sifted."""
    table, parts = _matrix_of(document)
    days = _matrix_of(sifted.days)[0] if sifted.days else table
    if len(table.columns) > MOST:
        msg = f"the styles of the site know {MOST} columns"
        raise ValueError(msg)
    first_of_part = {1 + sum(n for _, n in parts[:at]) for at in range(1, len(parts))}
    columns = tuple(
        " ".join(filter(None, (_list_class(column.key, sifted), "apart" if n in first_of_part else "")))
        for n, column in enumerate(table.columns)
    )
    signs = {choice.sign: n for n, choice in enumerate(sifted.signs_by.choices) if choice.sign}
    sections = (
        SiftedPart(
            section.heading,
            tuple(
                _line(row, other, sifted, signs, columns, table)
                for row, other in zip(section.rows, dated.rows, strict=True)
            ),
        )
        for section, dated in zip(table.sections, days.sections, strict=True)
    )
    return SiftedMatrix(table, parts, tuple(sections), columns)


def is_matrix(block: Block | Joined) -> bool:
    """Whether a block is the matrix of its page."""
    table = block.table if isinstance(block, Joined) else block
    return isinstance(table, Table) and table.layout is Layout.MATRIX


def _matrix_of(document: Document) -> tuple[Table, tuple[tuple[str, int], ...]]:
    block = next(block for block in joined(document.blocks) if is_matrix(block))
    return (block.table, block.parts) if isinstance(block, Joined) else (block, ())  # type: ignore[return-value]


def _list_class(key: str, sifted: Sifted) -> str:
    return f"l{sifted.lists[key]}" if key in sifted.lists else ""


def _line(
    row: tuple[Cell, ...],
    dated: tuple[Cell, ...],
    sifted: Sifted,
    signs: dict[str, int],
    columns: tuple[str, ...],
    table: Table,
) -> SiftedLine:
    known = sifted.rows[row[0].text]
    classes = [f"{key[0]}{n}" for key, chosen in known.choices.items() for n in chosen]
    cells = (
        _cell(cell, by_day, signs, columns[n], table.columns[n].key)
        for n, (cell, by_day) in enumerate(zip(row[1:], dated[1:], strict=True), 1)
    )
    return SiftedLine(" ".join(classes), row[0], known, tuple(cells))


def _cell(cell: Cell, dated: Cell, signs: dict[str, int], column: str, key: str) -> SiftedCell:
    names = [column, f"n{signs[cell.text]}" if cell.text in signs else ""]
    names.append("is-open" if cell.role is Role.OPEN else "is-unknown" if cell.text == UNKNOWN else "")
    value = dated.value
    day = value.when.earliest.isoformat() if isinstance(value, DayIn) else ""
    return SiftedCell(" ".join(filter(None, names)), key, cell, None if dated == cell else dated, day)


def rules() -> str:
    """The styles that hide what does not answer to the choices."""
    return "\n".join(chain(_lists(), _rows("group", GROUPS), _rows("subregion", REGIONS), _signs(), _map())) + "\n"


def _chosen(key: str, n: int) -> str:
    return f"form:has(#{key}{n}:checked)"


def _lists() -> Iterator[str]:
    for n in range(1, LISTS):
        others = ", ".join(f".l{other}" for other in range(1, LISTS) if other != n)
        yield f"{_chosen('list', n)} .matrix :is({others}) {{ display: none; }}"


def _rows(key: str, most: int) -> Iterator[str]:
    """A heading goes with its last row; chosen by two filters at once, rows stand without headings."""
    for n in range(1, most):
        own = f".{key[0]}{n}"
        gone = f"tbody:not(:has({own})), tbody tr:not(.section, {own})"
        yield f"{_chosen(key, n)} .matrix :is({gone}) {{ display: none; }}"


def _signs() -> Iterator[str]:
    for n in range(1, SIGNS):
        for at in range(LISTS):
            cell = f".n{n}.l{at}" if at else f".n{n}"
            where = _chosen("standing", n) + (f":has(#list{at}:checked)" if at else "")
            gone = f"tbody:not(:has({cell})), tbody tr:not(.section):not(:has({cell}))"
            yield f"{where} .matrix :is({gone}) {{ display: none; }}"
        yield f"{_chosen('standing', n)} .matrix .n{n} {{ box-shadow: inset 0 0 0 2px var(--link); }}"


def _map() -> Iterator[str]:
    for n in range(1, MOST):
        yield f"form:has(#map option:nth-child({n}):checked) .tiles .m{n} {{ display: block; }}"
    for n in range(ROWS):
        yield f".y{n} {{ grid-row: {n + 1}; }}"
    for n in range(COLUMNS):
        yield f".x{n} {{ grid-column: {n + 1}; }}"
