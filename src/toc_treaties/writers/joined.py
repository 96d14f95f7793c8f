"""Matrices that stand one under the other on a narrow page, side by side where there is room for them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from toc_treaties.document import Block, Cell, ColumnKind, Layout, Section, Table, cell

WIDE = 9
"""A matrix of days of more columns than this lies across the sheet."""


class Joined(NamedTuple):
    """A table, and over which of its columns each caption stands: the caption, and how many columns."""

    table: Table
    parts: tuple[tuple[str, int], ...] = ()


def joined(blocks: Sequence[Block]) -> Iterator[Block | Joined]:
    """The blocks, with neighbouring matrices of the same rows as one table."""
    for rows, group in groupby(blocks, _rows_of):
        members = list(group)
        tables = [block for block in members if rows is not None and isinstance(block, Table)]
        yield from [_side_by_side(tables)] if len(tables) > 1 else members


def lies_across(blocks: Iterable[Block | Joined]) -> bool:
    """Whether a page needs the sheet's longer side for its lines: where a matrix has many columns of days."""
    tables = (block.table if isinstance(block, Joined) else block for block in blocks)
    return any(isinstance(table, Table) and _is_wide(table) for table in tables)


def _is_wide(table: Table) -> bool:
    days = sum(column.kind is ColumnKind.DAY for column in table.columns)
    return table.layout is Layout.MATRIX and days > WIDE


def _rows_of(block: Block) -> object:
    """What the rows of a matrix are called; None of any other block."""
    if not isinstance(block, Table) or block.layout is not Layout.MATRIX:
        return None
    return tuple((section.heading, tuple(row[0].text for row in section.rows)) for section in block.sections)


def _side_by_side(tables: Sequence[Table]) -> Joined:
    first, *others = tables
    columns = (*first.columns, *(column for table in others for column in table.columns[1:]))
    sections = tuple(
        Section(parts[0].heading, tuple(_row(rows) for rows in zip(*(part.rows for part in parts), strict=True)))
        for parts in zip(*(table.sections for table in tables), strict=True)
    )
    table = first._replace(columns=columns, sections=sections, totals=tuple(_totals(tables)), caption="")
    return Joined(table, tuple((table.caption, len(table.columns) - 1) for table in tables))


def _row(rows: Iterable[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    """Rows of one name as one row."""
    first, *others = rows
    return (*first, *(cell for row in others for cell in row[1:]))


def _totals(tables: Sequence[Table]) -> Iterator[tuple[Cell, ...]]:
    """The rows of totals, each once in the order of the table that has the most; empty where a table has none."""
    longest = max(tables, key=lambda table: len(table.totals))
    by_label = [{row[0].text: row for row in table.totals} for table in tables]
    for label in longest.totals:
        empty = [(label[0], *(cell("") for _ in table.columns[1:])) for table in tables]
        yield _row(rows.get(label[0].text, none) for rows, none in zip(by_label, empty, strict=True))
