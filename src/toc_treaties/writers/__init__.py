"""Documents and plain data to text: one module per format, and this table of them.

A writer sees a Document, or plain data, and never a treaty.
"""

from typing import NamedTuple


class Format(NamedTuple):
    """A format: its module, what it is written from, the file suffixes that choose it, and what its files begin with.

    `opening` is the byte-order mark by which a spreadsheet knows that a file is UTF-8.
    """

    module: str
    takes: str
    suffixes: tuple[str, ...]
    opening: str = ""


FORMATS = {
    "terminal": Format("terminal", "document", ()),
    "plain": Format("plain", "document", (".txt",)),
    "markdown": Format("markdown", "document", (".md", ".markdown")),
    "csv": Format("csv", "rows", (".csv",), "\ufeff"),
    "json": Format("json", "data", (".json",)),
}


def format_of(suffix: str) -> str | None:
    """The format that a file's suffix chooses."""
    return next((name for name, one in FORMATS.items() if suffix.lower() in one.suffixes), None)
