"""Documents and plain data to text: one module per format, and this table of them.

A writer sees a Document, or plain data, and never a treaty.
"""

from enum import Enum, auto
from importlib import import_module
from typing import Any, NamedTuple, Protocol


class Takes(Enum):
    """What a format is written from: the page, the record, or the record's lines."""

    DOCUMENT = auto()
    RECORD = auto()
    ROWS = auto()


class Writer(Protocol):
    """A module that writes one format: text, or bytes where the format is none."""

    def write(self, answer: Any, width: int) -> str | bytes:  # noqa: ANN401 - what the format takes
        """The answer in this format; `width` is that of a line, where the format has lines."""


class Format(NamedTuple):
    """A format: its module, what it is written from, the file suffixes that choose it, and what its files begin with.

    `opening` is the byte-order mark by which a spreadsheet knows that a file is UTF-8.
    """

    module: str
    takes: Takes
    suffixes: tuple[str, ...]
    opening: str = ""

    @property
    def writer(self) -> Writer:
        """The module, imported when it is asked for."""
        writer: Writer = import_module(f"toc_treaties.writers.{self.module}")
        return writer


FORMATS = {
    "terminal": Format("terminal", Takes.DOCUMENT, ()),
    "plain": Format("plain", Takes.DOCUMENT, (".txt",)),
    "markdown": Format("markdown", Takes.DOCUMENT, (".md", ".markdown")),
    "csv": Format("csv", Takes.ROWS, (".csv",), "\ufeff"),
    "json": Format("json", Takes.RECORD, (".json",)),
}


def format_of(suffix: str) -> str | None:
    """The format that a file's suffix chooses."""
    return next((name for name, one in FORMATS.items() if suffix.lower() in one.suffixes), None)
