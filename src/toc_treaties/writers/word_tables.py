"""Tables of a Word file: heads that repeat, rows that no sheet breaks, a matrix with turned heads and shaded cells."""

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any

from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Text

from toc_treaties.document import Cell, Layout, Role, Table, line_of
from toc_treaties.writers.joined import Joined
from toc_treaties.writers.printed import weights
from toc_treaties.writers.word import keep_whole, repeat, rule_left, ruled, set_widths, shade, turn

FIRST_COLUMN = 34
"""The width of the column of a matrix that names its rows, in millimetres."""
UPRIGHT = 5
"""The longest head of a matrix that stands upright: a short one is read where it is, and the row is as low as it."""
SIGN, MARGINS = 2.15, 2.4
"""The width of a sign of a head, and of the margins of a cell, in millimetres."""
GAP, UNKNOWN = ("clear", "D9D9D9"), ("thinDiagStripe", "FFFFFF")
"""How a gap is shaded, and what is not known: grey and hatched."""


def within(wished: Sequence[float], least: Sequence[float]) -> list[float]:
    """Widths as they are wished, but that no word of a head is broken, as far as the others have room to give."""
    lacks = sum(max(need - width, 0) for width, need in zip(wished, least, strict=True))
    spare = sum(max(width - need, 0) for width, need in zip(wished, least, strict=True))
    if lacks > spare:
        return [*wished]
    given = lacks / spare if spare else 0
    return [
        need if width <= need else width - (width - need) * given for width, need in zip(wished, least, strict=True)
    ]


class Tables:
    """What puts tables into a file; `text` writes runs of text into a paragraph, `room` is the width of the sheet."""

    def __init__(self, word: Word, text: Callable[..., Text], room: float, *, wide: bool) -> None:
        self.word, self.text, self.room, self.wide = word, text, room, wide

    def add(self, block: Joined) -> None:
        """A table: its head repeats, a matrix has turned heads, a gap is grey and what is not known hatched."""
        table, matrix = block.table, block.table.layout is Layout.MATRIX
        if not table.columns:
            return
        if table.caption:
            self.text(line_of(table.caption, Role.STRONG)).paragraph_format.keep_with_next = True
        made = self.word.add_table(0, len(table.columns))
        made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        ruled(made, 0.2 if matrix else 1.2)
        if block.parts:
            self.parts(made, block.parts)
        if table.layout is not Layout.LIST:
            self.head(made, table, matrix=matrix)
        breaks = list(accumulate(count for _, count in block.parts[:-1]))
        self.rows(made, table, [column + 1 for column in breaks], matrix=matrix)
        set_widths(made.columns, list(self.widths(table, matrix=matrix)))
        self.word.add_paragraph().paragraph_format.line_spacing = Pt(6)

    def widths(self, table: Table, *, matrix: bool) -> Iterable[float]:
        """The widths of the columns: of a matrix all but the first alike, of others by what they hold."""
        if matrix:
            each = (self.room - FIRST_COLUMN) / max(len(table.columns) - 1, 1)
            return (FIRST_COLUMN, *([each] * (len(table.columns) - 1)))
        shares = weights(table)
        wished = [self.room * share / sum(shares) for share in shares]
        return within(
            wished, [max(map(len, column.heading.split()), default=0) * SIGN + MARGINS for column in table.columns]
        )

    def rows(self, made: Any, table: Table, breaks: Sequence[int], *, matrix: bool) -> None:  # noqa: ANN401 - as above
        """The rows under their headings, and the totals."""
        for section in table.sections:
            if section.heading and section.rows:
                line = made.add_row()
                keep_whole(line)
                paragraph = line.cells[0].merge(line.cells[-1]).paragraphs[0]
                self.text(line_of(section.heading, Role.STRONG), paragraph)
                paragraph.paragraph_format.keep_with_next = True
                paragraph.paragraph_format.space_after = Pt(0)
            for row in section.rows:
                self.row(made, row, breaks, matrix=matrix)
        for row in table.totals:
            self.row(made, row, breaks, matrix=matrix)

    def parts(self, made: Any, parts: Iterable[tuple[str, int]]) -> None:  # noqa: ANN401 - the library's table
        """A row of captions, each over its columns."""
        row, column = made.add_row(), 1
        repeat(row)
        for caption, count in parts:
            over = row.cells[column].merge(row.cells[column + count - 1])
            self.text(line_of(caption, Role.STRONG), over.paragraphs[0])
            column += count

    def head(self, made: Any, table: Table, *, matrix: bool) -> None:  # noqa: ANN401 - the library's table
        """The head, on every sheet that the table reaches."""
        row = made.add_row()
        repeat(row)
        heads = [column.full or column.heading for column in table.columns]
        turned = matrix and max(map(len, heads[1:]), default=0) > UPRIGHT
        for index, (cell, head) in enumerate(zip(row.cells, heads, strict=True)):
            paragraph = cell.paragraphs[0]
            self.text(line_of(head, Role.STRONG), paragraph)
            for run in paragraph.runs if matrix else ():
                run.font.size = Pt(7.5)
            if turned and index:
                turn(cell)
            elif matrix and index:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                paragraph.paragraph_format.space_after = Pt(0)
        if turned:
            row.height = Mm(32)

    def row(self, made: Any, row: Sequence[Cell], breaks: Sequence[int], *, matrix: bool) -> None:  # noqa: ANN401 - the library's table
        """A row that no sheet breaks."""
        line = made.add_row()
        keep_whole(line)
        for index, (cell, one) in enumerate(zip(line.cells, row, strict=True)):
            paragraph = cell.paragraphs[0]
            self.inside(one, paragraph, plain=matrix)
            for below in one.below:
                self.text(below, cell.add_paragraph(), plain=matrix)
            paragraph.paragraph_format.space_after = Pt(0)
            if matrix:
                self.matrix_cell(cell, one, first=index == 0)
            if index in breaks:
                rule_left(cell)

    def matrix_cell(self, cell: _Cell, one: Cell, *, first: bool) -> None:
        """The look of a cell of a matrix: small, in the middle, shaded by what it says."""
        size = Pt(5 if self.wide else 7.5)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if first else WD_ALIGN_PARAGRAPH.CENTER
            for run in paragraph.runs:
                run.font.size = size
        if one.line and not first:
            unknown = one.text.startswith("?")
            if unknown or one.role is Role.OPEN:
                shade(cell, *(UNKNOWN if unknown else GAP))

    def inside(self, one: Cell, paragraph: Text, *, plain: bool = False) -> None:
        """A cell's line, with its mark."""
        self.text(one.line, paragraph, plain=plain)
        if one.marked:
            paragraph.add_run("†").font.superscript = True
