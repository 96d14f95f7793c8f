"""A page as a value: the one thing that every writer understands, and all that a writer sees.

Reports make documents, writers turn them into text or bytes, so that n questions and m formats cost n + m.
"""

from enum import Enum, auto
from typing import NamedTuple

from toc_treaties.model.when import When


class Role(Enum):
    """What a piece of text is on the page; a writer with colours may show it."""

    PLAIN = auto()
    STRONG = auto()
    QUIET = auto()
    GOOD = auto()
    OPEN = auto()
    DOUBT = auto()


class Cell(NamedTuple):
    """A cell of a table: its text, a second line below it, and whether it carries the mark of unconfirmed evidence.

    `value` is the date or number that the text shows, for formats that have types.
    """

    text: str
    below: str = ""
    marked: bool = False
    role: Role = Role.PLAIN
    value: When | int | None = None


class Column(NamedTuple):
    """A column's heading; `fixed` columns are never wrapped, `numeric` ones stand to the right."""

    heading: str
    fixed: bool = False
    centred: bool = False
    numeric: bool = False


class Section(NamedTuple):
    """Rows of a table under a heading of their own, or under none."""

    heading: str
    rows: tuple[tuple[Cell, ...], ...]


class Table(NamedTuple):
    """A table. A `matrix` too wide for the page is cut into blocks that repeat the first column."""

    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    totals: tuple[tuple[Cell, ...], ...] = ()
    matrix: bool = False
    headless: bool = False


class Heading(NamedTuple):
    """A heading within the page: level 1 is a state or instrument, 2 a part of it."""

    text: str
    level: int = 2
    aside: str = ""


class Paragraph(NamedTuple):
    """A sentence or more."""

    text: str
    role: Role = Role.PLAIN


class Box(Enum):
    """The box of a checklist's item."""

    DONE = auto()
    PARTLY = auto()
    RECORDED = auto()
    OPEN = auto()
    UNKNOWN = auto()
    NOT_APPLICABLE = auto()


class Item(NamedTuple):
    """An item of a checklist: its box, what it is, how it stands, and lines of detail."""

    box: Box
    label: str
    standing: Cell
    details: tuple[str, ...] = ()


class Checklist(NamedTuple):
    """A list with boxes, for printing and ticking."""

    heading: str
    items: tuple[Item, ...]


class Series(NamedTuple):
    """One line of a chart: its label, and values at points of the chart's axis; `remark` stands at its end."""

    label: str
    values: tuple[int, ...]
    remark: str = ""


class Chart(NamedTuple):
    """Values over time: the axis names each point, `top` is the highest value there can be."""

    heading: str
    axis: tuple[str, ...]
    series: tuple[Series, ...]
    top: int


class Note(NamedTuple):
    """A line at the foot: what it is about, and what it says."""

    label: str
    text: str


class Legend(NamedTuple):
    """The symbols used on the page, each with its meaning."""

    entries: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Table | Checklist | Chart | Note | Legend


class Document(NamedTuple):
    """A whole page: title, date, and blocks in order, in one language (its ISO 639-1 code)."""

    title: str
    aside: str
    blocks: tuple[Block, ...]
    language: str = "en"
