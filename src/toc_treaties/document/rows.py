"""An answer as lines of a table: what a file for spreadsheets holds."""

from typing import Any, NamedTuple


class Rows(NamedTuple):
    """An answer as lines of a table: the fields of its head, which stands there without lines too, and the lines."""

    fields: tuple[str, ...]
    lines: list[dict[str, Any]]
