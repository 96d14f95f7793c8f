"""Tables as pages make them: columns by their keys, rows under headings or under none."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from toc_treaties.document import Block, Cell, Column, ColumnKind, Facts, Layout, Section, Table, cell, facts
from toc_treaties.words.heads import HEAD
from toc_treaties.words.language import Words

Key = TypeVar("Key")
Value = TypeVar("Value")
Row = tuple[Cell, ...]
Columns = Iterable[str | Column]
DAYS = ("consent", "date", "day", "in_force", "latest", "signature", "signed", "since")
COUNTS = ("by_instruments", "gained", "pairs", "reported", "with_agreements")
KIND = dict.fromkeys(DAYS, ColumnKind.DAY) | dict.fromkeys(COUNTS, ColumnKind.COUNT)
WRAPPED = {"consent", "in_force", "gained", "reported"}
"""Days and counts that may say more, and are wrapped as texts are."""
NO_KEYS: Mapping[str, str] = {}
WHOLE = {*KIND, "addressee", "order", "rule", "source"} - WRAPPED


def labelled(texts: Mapping[str, tuple[str, str]], words: Words, **values: object) -> Facts:
    """Labels with what is said of each, from a table of words."""
    return facts(*((words.say(label), words.say(text, **values)) for label, text in texts.values()))


def gathered(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    """What stands under each key, in the order in which the keys first come."""
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def column(key: str, words: Words, *, whole: bool = False) -> Column:
    """A column by its key, which says its head and what it holds."""
    return Column(key, words.term(HEAD, key), KIND.get(key, ColumnKind.TEXT), whole or key in WHOLE)


def number_cell(number: int, text: str = "") -> Cell:
    """A number of a table, or what stands for it; zero is said where the text says it."""
    text = text or str(number or "")
    return cell(text, value=number if text == str(number) else None)


def table(
    key: str, columns: Columns, rows: Iterable[Row], words: Words, *, caption: str = "", layout: Layout = Layout.FLOW
) -> list[Block]:
    """A table; nothing where it has no rows."""
    return sectioned(key, columns, [("", rows)], words, caption=caption, layout=layout)


def sectioned(
    key: str,
    columns: Columns,
    sections: Iterable[tuple[str, Iterable[Row]]],
    words: Words,
    *,
    caption: str = "",
    layout: Layout = Layout.FLOW,
    totals: Iterable[Row] = (),
    keys: Mapping[str, str] = NO_KEYS,
) -> list[Block]:
    """A table whose rows stand under headings; a heading without rows is left out, and so is a table without any.

    `keys` are the anchors of headings that have one.
    """
    told = ((heading, (*rows,)) for heading, rows in sections)
    parts = tuple(Section(heading, rows, keys.get(heading, "")) for heading, rows in told if rows)
    heads = tuple(column(each, words) if isinstance(each, str) else each for each in columns)
    return [Table(key, heads, parts, tuple(totals), layout, caption)] if parts else []
