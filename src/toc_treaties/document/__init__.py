"""A page as a value: the one thing that every writer understands, and all that a writer sees.

Pages make documents, writers turn them into text or bytes, so that n questions and m formats cost n + m.
"""

from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from toc_treaties.document.pictures import Bar as Bar
from toc_treaties.document.pictures import Chart as Chart
from toc_treaties.document.pictures import Map as Map
from toc_treaties.document.pictures import Mark as Mark
from toc_treaties.document.pictures import Meanings as Meanings
from toc_treaties.document.pictures import Series as Series
from toc_treaties.document.pictures import Tile as Tile
from toc_treaties.document.pictures import Timeline as Timeline
from toc_treaties.document.pictures import Track as Track
from toc_treaties.document.text import MARK as MARK
from toc_treaties.document.text import Cell as Cell
from toc_treaties.document.text import DayIn as DayIn
from toc_treaties.document.text import Line as Line
from toc_treaties.document.text import Named as Named
from toc_treaties.document.text import Role as Role
from toc_treaties.document.text import Span as Span
from toc_treaties.document.text import Value as Value
from toc_treaties.document.text import cell as cell
from toc_treaties.document.text import line_of as line_of
from toc_treaties.document.text import naming as naming
from toc_treaties.document.text import text_of as text_of
from toc_treaties.document.within import marks_in as marks_in
from toc_treaties.document.within import reworded as reworded
from toc_treaties.document.within import spans_in as spans_in
from toc_treaties.model.when import When


class ColumnKind(Enum):
    """What a column holds: alignment and a spreadsheet's number format follow from it."""

    TEXT = auto()
    DAY = auto()
    COUNT = auto()
    SYMBOL = auto()


class Column(NamedTuple):
    """A column: a key that no language changes, its heading, its kind; one that is `whole` is never wrapped.

    `full` is the heading where there is room for it, as on turned heads; `language` that of what the column holds,
    where it may be another than the page's.
    """

    key: str
    heading: str = ""
    kind: ColumnKind = ColumnKind.TEXT
    whole: bool = False
    full: str = ""
    language: str = ""


class Section(NamedTuple):
    """Rows of a table under a heading of their own, or under none; `key` is the anchor of that heading."""

    heading: str
    rows: tuple[tuple[Cell, ...], ...]
    key: str = ""


class Layout(Enum):
    """How a table is laid: with its head, as a list without one, or as a matrix that may be cut into blocks."""

    FLOW = auto()
    LIST = auto()
    MATRIX = auto()


class Table(NamedTuple):
    """A table under its caption; a matrix too wide for the page becomes blocks that repeat the first column."""

    key: str
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    totals: tuple[tuple[Cell, ...], ...] = ()
    layout: Layout = Layout.FLOW
    caption: str = ""


class Heading(NamedTuple):
    """A heading within the page: level 1 is a state or instrument, 2 a part of it; `key` is its anchor."""

    text: str
    level: int = 2
    aside: str = ""
    key: str = ""


class Paragraph(NamedTuple):
    """A sentence or more."""

    line: Line

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return text_of(self.line)


def paragraph(text: str, role: Role = Role.PLAIN, *, cites: tuple[str, ...] = ()) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(line_of(text, role, cites=cites))


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
    details: tuple[Line, ...] = ()


class Checklist(NamedTuple):
    """A list with boxes, for printing and ticking."""

    key: str
    heading: str
    items: tuple[Item, ...]


class Facts(NamedTuple):
    """Labels with what is said of each, as an instrument's clauses.

    Some say what short headings stand for: they are not needed where columns have their full ones.
    """

    rows: tuple[tuple[str, Line], ...]
    of_short_headings: bool = False


def facts(*rows: tuple[str, str | Line]) -> Facts:
    """Labels with texts; a label of which nothing is said is left out."""
    return Facts(tuple((label, line_of(said) if isinstance(said, str) else said) for label, said in rows if said))


class Footnote(NamedTuple):
    """What a sign on the page means: † or a number behind a name."""

    sign: str
    line: Line


class Remark(NamedTuple):
    """A sentence at the foot: what the page counts, and what it leaves out."""

    line: Line


class Caution(NamedTuple):
    """What a reader must not take the page for, or must know before reading it."""

    line: Line


class Reference(NamedTuple):
    """A source cited on the page: its id, its description, its address.

    `again` is the description where it stands right behind one of the same publisher in a running list.
    """

    id: str
    line: Line
    url: str = ""
    again: Line = ()


class Sources(NamedTuple):
    """The sources that the page cites, in the order of the register; `between` them, where text has no line for each.

    As an annex they begin a sheet of their own.
    """

    heading: str
    rows: tuple[Reference, ...]
    between: str = ""
    annex: bool = False


class Provenance(NamedTuple):
    """What stands behind a page: how many sources, the oldest and newest day among them, how many marks."""

    label: str
    line: Line
    sources: int
    oldest: When | None = None
    newest: When | None = None
    marks: int = 0


class Legend(NamedTuple):
    """The symbols used on the page, each with its meaning."""

    entries: tuple[tuple[str, str], ...]


Foot = Facts | Footnote | Remark | Caution | Sources | Provenance
"""What stands in two columns: a label or a sign, and its text."""
Block = Heading | Paragraph | Table | Checklist | Chart | Map | Timeline | Legend | Foot


class DataUsed(NamedTuple):
    """Which data a page rests on, in words."""

    label: str
    text: str


class Document(NamedTuple):
    """A whole page: its key, title and day in words, its blocks in order, in one language (its ISO 639-1 code).

    The `annex` stands behind the page where it is printed: what a line of text has no room for.
    """

    key: str
    title: str
    aside: str
    blocks: tuple[Block, ...]
    language: str = "en"
    as_of: date | tuple[date, date] | int | None = None
    data: DataUsed | None = None
    annex: tuple[Block, ...] = ()

    @property
    def printed(self) -> tuple[Block, ...]:
        """The blocks, and the annex behind them; where that lists the sources, the page itself does not."""
        return (*self.body_of_print, *self.annex)

    @property
    def body_of_print(self) -> tuple[Block, ...]:
        """The blocks as they are printed before the annex."""
        listed = any(isinstance(block, Sources) for block in self.annex)
        return tuple(block for block in self.blocks if not (listed and isinstance(block, Sources)))

    @property
    def whole(self) -> tuple[Block, ...]:
        """The blocks, and after them which data the page rests on."""
        return self.blocks if self.data is None else (*self.blocks, facts((self.data.label, self.data.text)))
