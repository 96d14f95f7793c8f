"""Text as a page holds it: runs with a role, lines of runs, cells of lines."""

from collections.abc import Iterable
from datetime import date
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from toc_treaties.model.when import When

MARK = "†"
"""The mark of what no source shows, which a marked cell carries."""


class Role(Enum):
    """What a run of text is on the page; a writer with colours or fonts may show it."""

    PLAIN = auto()
    STRONG = auto()
    QUIET = auto()
    GOOD = auto()
    OPEN = auto()

    __hash__ = object.__hash__  # each is itself alone, and asked for with every cell

    @cached_property
    def style(self) -> str:
        """Its name, as writers have it."""
        return self.name.lower()


class Span(NamedTuple):
    """A run of text: its role, what a symbol says, the ids of the sources that it cites, where a link leads."""

    text: str
    role: Role = Role.PLAIN
    says: str = ""
    cites: tuple[str, ...] = ()
    url: str = ""

    @property
    def shown(self) -> str:
        """The text with the sources that it cites, as text formats write it."""
        if not self.cites:
            return self.text
        cited = f"[{', '.join(self.cites)}]"
        return f"{self.text} {cited}" if self.text else cited


Line = tuple[Span, ...]


def line_of(text: str, role: Role = Role.PLAIN, *, cites: tuple[str, ...] = ()) -> Line:
    """A line of one run of text; of nothing, nothing."""
    return (Span(text, role, cites=cites),) if text or cites else ()


def naming(text: str, names: Iterable[str], role: Role = Role.PLAIN) -> Line:
    """A text as a line in which each of some names, in their order, is a run of its own, so that it can lead on."""
    spans: list[Span] = []
    for name in names:
        before, said, behind = text.partition(name)
        if said and name:
            spans += [Span(before, role), Span(said, role)]
            text = behind
    return tuple(span for span in (*spans, Span(text, role)) if span.text)


def text_of(spans: Line) -> str:
    """A line as plain text."""
    if len(spans) == 1:  # as the line of nearly every cell
        return spans[0].shown
    return "".join([span.shown for span in spans])


class Named(NamedTuple):
    """A value that is one of a closed list of words: its code, and the word."""

    code: str
    word: str


class DayIn(NamedTuple):
    """A day within a cell that says more of it: the text by which it stands there."""

    when: When
    text: str


Value = When | DayIn | date | int | Named


class Cell(NamedTuple):
    """A cell of a table: its line, lines below it, and whether it carries the mark of unconfirmed evidence.

    `value` is what a spreadsheet stores instead of the text: where the cell says nothing else, or a day with its signs.
    """

    line: Line
    below: tuple[Line, ...] = ()
    marked: bool = False
    value: Value | None = None

    @property
    def text(self) -> str:
        """The line as plain text, without the mark."""
        return text_of(self.line)

    @property
    def role(self) -> Role:
        """The role of the first run of text."""
        return self.line[0].role if self.line else Role.PLAIN


def cell(
    text: str,
    *below: str,
    role: Role = Role.PLAIN,
    marked: bool = False,
    value: Value | None = None,
    cites: tuple[str, ...] = (),
) -> Cell:
    """A cell of plain texts: its line, and those below it that hold anything."""
    lines = tuple(line_of(text, Role.QUIET) for text in below if text)
    return Cell(line_of(text, role, cites=cites), lines, marked, value)
