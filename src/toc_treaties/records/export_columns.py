"""The columns of the open data, and the cells that go with them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from toc_treaties.document.dataset import Column, Holds, Table, Value
from toc_treaties.model.vocabulary import Language
from toc_treaties.model.when import When

Row = dict[str, Value]
Columns = Iterable[Column | tuple[Column, ...]]
DAYS = ("", "_earliest", "_latest")
"""A recorded day is three columns: the day, where it is known to the day, and the first and last that it can be."""


class Entry(NamedTuple):
    """A row, and the record behind it, whose sources and contradictions stand in tables of their own."""

    row: Row
    record: object = None


class Sheet(NamedTuple):
    """A table that is to be: its columns, its key, and its entries."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def table(self) -> Table:
        """The table, its rows in the order of the entries."""
        return Table(self.name, self.columns, self.key, tuple(entry.row for entry in self.entries))

    def key_of(self, entry: Entry) -> str:
        """What names a row in other tables: its key, where that is one column; else its parts."""
        return "/".join(str(entry.row[name]) for name in self.key)


def sheet(name: str, key: str, columns: Columns, entries: Iterable[Entry | Row]) -> Sheet:
    """A table with its key's columns, parted by commas; a day, or a name in four languages, is several columns."""
    flat: list[Column] = []
    for column in columns:
        flat += [column] if isinstance(column, Column) else column
    whole = tuple(entry if isinstance(entry, Entry) else Entry(entry) for entry in entries)
    return Sheet(name, tuple(flat), tuple(key.split(",")), whole)


def text(name: str) -> Column:
    """A text that a row may lack."""
    return Column(name)


def needed(name: str) -> Column:
    """A text that every row has."""
    return Column(name, required=True)


def number(name: str, *, required: bool = False) -> Column:
    """A whole number."""
    return Column(name, Holds.NUMBER, required)


def flag(name: str) -> Column:
    """Yes or no."""
    return Column(name, Holds.FLAG, required=True)


def day(name: str, *, required: bool = False) -> Column:
    """A day that is known to the day."""
    return Column(name, Holds.DAY, required)


def one_of(name: str, words: type[StrEnum], *, required: bool = True) -> Column:
    """A word of a closed list."""
    return Column(name, required=required, words=tuple(str(word) for word in words))


def names(name: str, table: str, *, required: bool = True) -> Column:
    """The key of another table."""
    return Column(name, required=required, names=table)


def when(name: str) -> tuple[Column, ...]:
    """The columns of a recorded day."""
    return tuple(day(f"{name}{end}") for end in DAYS)


def when_cells(name: str, known: When | None) -> Row:
    """The cells of a recorded day; an end that nothing bounds is empty."""
    if known is None:
        return dict.fromkeys(f"{name}{end}" for end in DAYS)
    earliest = known.earliest if known.earliest != date.min else None
    latest = known.latest if known.latest != date.max else None
    return {name: known.day, f"{name}_earliest": earliest, f"{name}_latest": latest}


def in_languages(name: str) -> tuple[Column, ...]:
    """The columns of a name in the four languages."""
    return tuple(text(f"{name}_{language}") for language in Language)


def language_cells(name: str, given: Mapping[str, str]) -> Row:
    """The cells of a name in the four languages; empty where it was not seen in one."""
    return {f"{name}_{language}": given.get(language) for language in Language}


def plain(record: Any, *fields: str) -> Row:  # noqa: ANN401 - any record of the model
    """The fields of a record that are cells as they are: a list is one text, a word its spelling."""
    return {field: _cell(getattr(record, field)) for field in fields}


def _cell(value: object) -> Value:
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, tuple):
        return "; ".join(map(str, value)) or None
    if value is None or isinstance(value, (str, int, date)):
        return None if value == "" else value
    raise TypeError(value)


def numbered(prefix: str, records: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Records with the key that each has by its place: that of what holds them, and its number from 1."""
    return ((f"{prefix}/{place}", record) for place, record in enumerate(records, 1))
