"""An answer as lines of a table: what a file for spreadsheets holds."""

from typing import Any, NamedTuple

from toc_treaties.document import Document


class Rows(NamedTuple):
    """An answer as lines of a table: the fields of its head, which stands there without lines too, and the lines."""

    fields: tuple[str, ...]
    lines: list[dict[str, Any]]


class PageWithRows(NamedTuple):
    """A page, the same answer as lines, and further lists under their names: what a workbook is made from."""

    page: Document
    rows: Rows
    lists: tuple[tuple[str, Rows], ...] = ()
