"""Open data as a value: tables with their columns, keys and rows, whatever they are written as."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

Value = str | int | bool | date | None


class Holds(StrEnum):
    """What a column holds; a text is never empty, so that an empty cell is always one without a value."""

    TEXT = "string"
    DAY = "date"
    NUMBER = "integer"
    FLAG = "boolean"


class Column(NamedTuple):
    """A column: what it holds, whether every row has it, the table whose key it names, and the only words it takes."""

    name: str
    holds: Holds = Holds.TEXT
    required: bool = False
    names: str | None = None
    words: tuple[str, ...] = ()


class Table(NamedTuple):
    """A table: its columns, those of its key, and its rows in an order that the same data always give."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[Mapping[str, Value], ...]

    @property
    def lines(self) -> list[tuple[Value, ...]]:
        """The rows, as the columns stand."""
        return [tuple(row[column.name] for column in self.columns) for row in self.rows]


class Publisher(NamedTuple):
    """Who keeps what the data says, and where that is."""

    title: str
    path: str


class Dataset(NamedTuple):
    """All tables; `as_of` is the day on which the spans end, `revision` that of the register's files."""

    as_of: date
    revision: str | None
    publishers: tuple[Publisher, ...]
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """The table of a name."""
        return next(table for table in self.tables if table.name == name)
