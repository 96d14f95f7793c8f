"""What the printed formats have in common: how deep headings lie, and the signs of a checklist's boxes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TypeVar

from toc_treaties.document import Box, Document, Facts, Heading, Legend, Provenance, Sources, Table, text_of

Block = TypeVar("Block")
BOXES = {Box.DONE: "☑", Box.NOT_APPLICABLE: "–"}
TAGS = {"pt": "pt-BR"}
"""The languages whose texts are those of one land: a reader that speaks them aloud must know which."""
LEAST, MOST = 4, 60
"""The bounds between which columns of texts share the room, in signs."""
TYPED = {"[x]": "☑", "[ ]": "☐", "[–]": "–"}
"""The boxes that text types, as print draws them."""


def nested(blocks: Iterable[Block]) -> Iterator[tuple[Block, int]]:
    """Each block with the level of a heading that it is or has: one below those open above it; the title is 1."""
    above: list[int] = []
    for block in blocks:
        if isinstance(block, Heading | Sources):
            level = block.level if isinstance(block, Heading) else 0
            above = [open_level for open_level in above if open_level < level]
        yield block, len(above) + 2
        if isinstance(block, Heading):
            above.append(block.level)


def made_on(document: Document) -> datetime:
    """The day asked about, as the day on which a file says that it was made: the clock is no part of an answer."""
    asked = document.as_of[-1] if isinstance(document.as_of, tuple) else document.as_of
    day = asked if isinstance(asked, date) else date(asked or 2000, 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def tag_of(language: str) -> str:
    """A language as a file names it."""
    return TAGS.get(language, language)


def box_sign(box: Box) -> str:
    """The sign of a box; every one that is not filled is left to a pen."""
    return BOXES.get(box, "☐")


def in_foot(blocks: Sequence[Block]) -> list[Block]:
    """What stands in the foot of every sheet: the evidence, and the legend where the page has one alone."""
    kinds = (Legend, Provenance) if sum(isinstance(block, Legend) for block in blocks) == 1 else (Provenance,)
    return [block for block in blocks if isinstance(block, kinds)]


def legend_signs(legend: Legend) -> list[tuple[str, str]]:
    """The signs of a legend as print draws them, each with its meaning."""
    return [(TYPED.get(sign, sign), meaning) for sign, meaning in legend.entries]


def is_of_short_headings(block: object) -> bool:
    """Whether a block says what short headings stand for, which print has in full."""
    return isinstance(block, Facts) and block.of_short_headings


def weights(table: Table) -> list[int]:
    """How much of the room each column takes: by its longest text, within bounds."""
    rows = [row for section in table.sections for row in section.rows]
    texts = (
        [column.heading, *(text_of(line) for row in rows for line in (row[index].line, *row[index].below))]
        for index, column in enumerate(table.columns)
    )
    return [min(max(map(len, column)), MOST) + LEAST for column in texts]


FOLLOWED = ("http://", "https://")


def followed(url: str) -> str:
    """An address that a reader may follow; nothing else becomes a link."""
    return url if url.lower().startswith(FOLLOWED) else ""


def printable(text: str) -> str:
    """A text without the signs that XML cannot hold."""
    return "".join(sign for sign in text if sign in "\t\n" or (ord(sign) >= ord(" ") and not _is_no_sign(sign)))


def _is_no_sign(sign: str) -> bool:
    """Whether a code is no character: half of a pair, or one that Unicode keeps free."""
    return "\ud800" <= sign <= "\udfff" or sign in "\ufffe\uffff"
