"""Documents and plain data to text: one module per format, and this table of them.

A writer sees a Document, or plain data, and never a treaty.
"""

from enum import Enum, auto
from importlib import import_module
from typing import Any, NamedTuple, Protocol


class Takes(Enum):
    """What a format is written from: the page, the record, or the record's lines."""

    DOCUMENT = auto()
    PRINTED = auto()
    """The page too, onto a sheet of paper."""
    WORKBOOK = auto()
    """The page, and the record's lines beside it."""
    RECORD = auto()
    ROWS = auto()
    DAYS = auto()
    """Days for a calendar, which one question alone has."""


class Writer(Protocol):
    """A module that writes one format: text, or bytes where the format is none."""

    def write(self, answer: Any, onto: Any, /) -> str | bytes:  # noqa: ANN401 - what the format takes
        """The answer in this format, onto lines of a width, or onto a sheet where the format is printed."""


class Format(NamedTuple):
    """A format: its module, what it is written from, the file suffixes that choose it, and what its files begin with.

    `opening` is the byte-order mark by which a spreadsheet knows that a file is UTF-8; `needs` is the library that
    writes the format.
    """

    module: str
    takes: Takes
    suffixes: tuple[str, ...]
    opening: str = ""
    needs: str = ""

    @property
    def is_there(self) -> bool:
        """Whether the library that the format needs is installed."""
        from importlib.util import find_spec

        return not self.needs or find_spec(self.needs) is not None

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
    "html": Format("html", Takes.PRINTED, (".html", ".htm"), needs="jinja2"),
    "pdf": Format("pdf", Takes.PRINTED, (".pdf",), needs="typst"),
    "docx": Format("docx", Takes.PRINTED, (".docx",), needs="docx"),
    "xlsx": Format("xlsx", Takes.WORKBOOK, (".xlsx",), needs="xlsxwriter"),
    "json": Format("json", Takes.RECORD, (".json",)),
    "ics": Format("ics", Takes.DAYS, (".ics",), needs="icalendar"),
}


def format_of(suffix: str) -> str | None:
    """The format that a file's suffix chooses."""
    return next((name for name, one in FORMATS.items() if suffix.lower() in one.suffixes), None)
