"""The blocks of a page as HTML, for a page that stands alone and for those of the site."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from toc_treaties.document import Block, Cell, ColumnKind, Document, Heading, Layout, Role, Table, text_of
from toc_treaties.writers.citing import numbers_of
from toc_treaties.writers.joined import joined
from toc_treaties.writers.layout import foot_lines, map_rows
from toc_treaties.writers.pictures import picture_of
from toc_treaties.writers.printed import box_sign, followed, is_of_short_headings, legend_signs, nested, tag_of
from toc_treaties.writers.runs import Entry, Linked, Runs, spoken

LETTER = {ColumnKind.DAY: "d", ColumnKind.COUNT: "c"}
"""The letter before the place of a column, by what it holds."""
PHONE, GAP, PROSE = 46, 2, 90
"""How many signs a line of a phone has, those between two columns, and what is too long for one beside others."""


def values_of(
    document: Document,
    blocks: tuple[Block, ...],
    linked: Linked = escape,
    entry: Entry = lambda _, text: Markup("<small>{}</small>").format(text),
    *,
    brief: bool = False,
) -> Mapping[str, Any]:
    """What the template of the blocks needs of a page whose texts are visible."""
    numbers = numbers_of(blocks)
    parts = Parts()
    runs = Runs(linked, entry, numbers, brief=brief)
    return {
        "document": document,
        "parts": parts,
        "anchor": parts.anchor,
        "blocks": [each for each in nested(joined(blocks)) if not is_of_short_headings(each[0])],
        "numbers": numbers,
        "runs": runs.line,
        "inside": runs.cell,
        "row": runs.row,
        "spoken": spoken,
        "quiet": Role.QUIET,
        "strong": Role.STRONG,
        "linked": linked,
        "entry": entry,
        "headed": {block.key for block in blocks if isinstance(block, Heading)},
        "fresh": str,
        "brief": brief,
        "region": Once("{} ({})"),
    }


class Once:
    """Names on a page, each given once: the anchors of its headings, or what its wide tables and drawings are."""

    def __init__(self, again: str) -> None:
        """`again` is how a name is given that stands on the page before."""
        self.again = again
        self.given: Counter[str] = Counter()

    def __call__(self, name: str) -> str:
        """A name; of one that stands on the page before, with a number behind it."""
        self.given[name] += 1
        return name if self.given[name] == 1 else self.again.format(name, self.given[name])


class Part(NamedTuple):
    """What of a page can be led to: the level of its heading, what that says, and its anchor."""

    level: int
    text: str
    anchor: str


class Parts:
    """The parts of a page in the order in which they are written, each with an anchor that no other has."""

    def __init__(self) -> None:
        self.once = Once("{}-{}")
        self.listed: list[Part] = []

    def anchor(self, key: str, level: int, text: str) -> str:
        """The anchor of the next part."""
        anchor = self.once(key)
        self.listed.append(Part(level, text, anchor))
        return anchor


def table_class(table: Table) -> str:
    """The classes of a table, but whether it stacks: its layout, and which of its columns hold days and counts."""
    names = [table.layout.name.lower()]
    if table.layout is not Layout.MATRIX:
        names += [f"{LETTER[column.kind]}{n}" for n, column in enumerate(table.columns, 1) if column.kind in LETTER]
        names += ["one"] if len(table.columns) == 1 else []
    return " ".join(names)


def stacks(table: Table) -> bool:
    """Whether a phone has no room for the columns of a table beside one another, so that each cell has its label."""
    if table.layout is not Layout.FLOW or len(table.columns) < 3:  # noqa: PLR2004 - two columns always have room
        return False
    rows = [row for section in table.sections for row in section.rows]
    texts = [
        [text_of(line) for row in rows for line in (row[n].line, *row[n].below)] for n in range(len(table.columns))
    ]
    words = (
        max(
            (_widest(text, nowrap=at > 0 and column.kind is ColumnKind.DAY) for text in (column.heading, *told)),
            default=0,
        )
        for at, (column, told) in enumerate(zip(table.columns, texts, strict=True))
    )
    longest = max((len(text) for told in texts for text in told), default=0)
    return sum(words) + GAP * len(table.columns) > PHONE or longest > PROSE


def _widest(text: str, *, nowrap: bool) -> int:
    """How much room a text needs: that of its longest word, or all where no line breaks it."""
    return len(text) if nowrap else max(map(len, text.replace("-", " ").split()), default=0)


def gappy(table: Table) -> bool:
    """Whether a head of a table is left empty, so that those that stand must say what they are heads of."""
    if table.layout is Layout.LIST:
        return not all(section.rows[0][0].text for section in table.sections if section.rows)
    rows = [row for section in table.sections for row in section.rows]
    heads = [column.full or column.heading for column in table.columns]
    return not all(heads) or not all(row[0].text for row in (*rows, *table.totals) if row)


def twins(table: Table) -> list[Table]:
    """Lists that stand side by side in a table for want of room, each as a table; none of any other table."""
    heads = [column.heading for column in table.columns]
    if table.layout is not Layout.FLOW or len(heads) < 4 or not all(heads[::2]) or any(heads[1::2]):  # noqa: PLR2004
        return []
    return [_twin(table, at) for at in range(0, len(heads), 2)]


def _twin(table: Table, at: int) -> Table:
    """Two columns of a table, with the rows that say anything there."""
    sections = (
        section._replace(
            rows=tuple(row[at : at + 2] for row in section.rows if any(cell.line for cell in row[at : at + 2]))
        )
        for section in table.sections
    )
    caption = table.caption if at == 0 else ""
    return table._replace(columns=table.columns[at : at + 2], sections=tuple(sections), totals=(), caption=caption)


def labels(rows: Sequence[tuple[Cell, ...]]) -> Iterator[tuple[tuple[Cell, ...], int]]:
    """The rows of a list, each with the number of rows that its label stands for; 0 where the label stands above."""
    at = 0
    while at < len(rows):
        end = next((n for n in range(at + 1, len(rows)) if rows[n][0].line), len(rows))
        yield rows[at], end - at
        yield from ((row, 0) for row in rows[at + 1 : end])
        at = end


@cache
def environment() -> Environment:
    """Where the templates are: every value is escaped, and a name that is not there is an error."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "kind": lambda block: type(block).__name__,
        "foot": foot_lines,
        "states": map_rows,
        "box": box_sign,
        "signs": legend_signs,
        "labels": labels,
        "twins": twins,
        "said": text_of,
        "stacks": stacks,
        "table_class": table_class,
        "followed": followed,
        "gappy": gappy,
        "tag": tag_of,
        "picture": lambda block: Markup(picture_of(block).svg),  # noqa: S704 - its texts are escaped where it is drawn
    }
    return made
