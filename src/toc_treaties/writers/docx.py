"""A page for Word: real tables with heads that repeat, styles that an editor can change, footnotes for sources."""

import io
from collections.abc import Sequence

import docx
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.shared import Mm, RGBColor
from docx.text.paragraph import Paragraph as Text

from toc_treaties.document import (
    Chart,
    Checklist,
    Document,
    Foot,
    Heading,
    Legend,
    Line,
    Map,
    Paragraph,
    Provenance,
    Role,
    Sources,
    Span,
    Table,
    Timeline,
    line_of,
)
from toc_treaties.words.visible import shown_whole
from toc_treaties.writers.footnotes import Footnotes
from toc_treaties.writers.joined import Joined, joined, lies_across
from toc_treaties.writers.layout import foot_lines, map_rows
from toc_treaties.writers.pictures import drawn, picture_of
from toc_treaties.writers.printed import (
    box_sign,
    followed,
    in_foot,
    is_of_short_headings,
    legend_signs,
    made_on,
    nested,
    printable,
    tag_of,
)
from toc_treaties.writers.sheet import Paper, Sheet
from toc_treaties.writers.word import (
    add_field,
    add_link,
    completed,
    emptied,
    rule_below,
    set_widths,
    spoken,
    style_names,
    styled,
    without_clock,
)
from toc_treaties.writers.word_tables import Tables

SIZES = {Paper.A4: (210, 297), Paper.LETTER: (215.9, 279.4)}
"""Width and height in millimetres."""
MARGIN = 15
LONGEST_TITLE = 255
"""So many signs of its title a file can say of itself."""
PIXEL = 0.25
"""The width of a pixel of a picture, in millimetres."""


def write(document: Document, sheet: Sheet) -> bytes:
    """The page as a Word file; the same page gives the same bytes.

    The list of sources stands last: their footnotes are on each sheet, and the cautions stay with what they are about.
    """
    document = shown_whole(document)
    page = _Page(document, sheet)
    body = sorted(document.body_of_print, key=lambda block: isinstance(block, Sources))
    for block, level in nested((*joined(body), *document.annex)):
        if document.annex and block is document.annex[0]:
            page.word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        page.block(block, level)
    return page.file()


def _legend(block: Legend) -> str:
    return "   ".join(f"{sign} {meaning}" for sign, meaning in legend_signs(block))


class _Page:
    """A Word file on its way, with the footnotes that it has so far."""

    def __init__(self, document: Document, sheet: Sheet) -> None:
        self.document = document
        self.word: Word = docx.Document(io.BytesIO(sheet.template) if sheet.template else None)
        completed(self.word)
        spoken(self.word, document.language)
        self.notes = Footnotes(self.word, document)
        if sheet.template:
            emptied(self.word)
        else:
            styled(self.word)
            self.lay(sheet)
        self.tables = Tables(self.word, self.text, self.room, wide=self.is_wide)
        self.foot()
        self.word.add_heading(document.title, 0 if "Title" in style_names(self.word) else 1)
        self.text(line_of(document.aside, Role.QUIET))

    @property
    def is_wide(self) -> bool:
        """Whether the page lies across the sheet."""
        return lies_across(joined(self.document.body_of_print))

    def lay(self, sheet: Sheet) -> None:
        """Lay the sheet: its size, its margins, upright or across."""
        section = self.word.sections[0]
        width, height = SIZES[sheet.paper][:: -1 if self.is_wide else 1]
        section.orientation = WD_ORIENT.LANDSCAPE if self.is_wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = Mm(MARGIN)
        section.top_margin, section.bottom_margin = Mm(20), Mm(20)

    @property
    def room(self) -> float:
        """The width between the margins, in millimetres."""
        section = self.word.sections[0]
        sides = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        return sides / Mm(1)

    def foot(self) -> None:
        """What stands on every sheet: title and day above; legend, evidence, data and the number of the page below."""
        section = self.word.sections[0]
        head = section.header.paragraphs[0]
        head.text = f"{self.document.title}\t{self.document.aside}"
        stops = self.word.styles["Header"].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Mm(self.room), WD_TAB_ALIGNMENT.RIGHT)
        foot = section.footer
        for block in in_foot(self.document.blocks):
            if isinstance(block, Legend):
                foot.add_paragraph(_legend(block), "Footer")
            elif isinstance(block, Provenance):
                self.text((Span(f"{block.label} ", Role.STRONG), *block.line), foot.add_paragraph(style="Footer"))
        if self.document.data:
            foot.add_paragraph(f"{self.document.data.label} {self.document.data.text}", "Footer")
        number = foot.paragraphs[0]
        number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        add_field(number, "PAGE", "1")
        number.add_run(" / ")
        add_field(number, "NUMPAGES", "1")

    def block(self, block: object, level: int) -> None:  # noqa: C901 - one case for each kind of block
        """A block, as Word has it."""
        match block:
            case Heading():
                heading = self.word.add_heading(printable(block.text), min(level - 1, 9))
                if block.aside:
                    heading.add_run(f"  {printable(block.aside)}").bold = False
            case Paragraph():
                self.text(block.line)
            case Table():
                self.tables.add(Joined(block))
            case Joined():
                self.tables.add(block)
            case Checklist():
                self.word.add_heading(printable(block.heading), min(level - 1, 9))
                self.checklist(block)
            case Chart() | Map() | Timeline():
                self.picture(block)
            case Sources():
                heading = self.word.add_heading(printable(block.heading), min(level - 1, 9))
                heading.paragraph_format.page_break_before = block.annex
                self.sources(block)
            case Legend() if block not in in_foot(self.document.blocks):
                self.text(line_of(_legend(block)))
            case Legend() | Provenance():
                pass
            case _ if isinstance(block, Foot) and not is_of_short_headings(block):
                self.facts(foot_lines(block))
            case _:
                pass

    def text(self, line: Line, onto: Text | None = None, *, plain: bool = False) -> Text:
        """Runs of text, each source that they cite as a footnote."""
        paragraph = onto if onto is not None else self.word.add_paragraph()
        for span in line:
            run = paragraph.add_run(printable(span.text))
            if not plain and span.role in {Role.STRONG, Role.GOOD}:
                run.bold = True
            if span.role is Role.QUIET:
                run.font.color.rgb = RGBColor(0x5C, 0x64, 0x70)
            self.notes.cite(paragraph, span.cites)
        return paragraph

    def facts(self, rows: Sequence[tuple[str, Line]]) -> None:
        """Labels and what is said of each."""
        for label, line in rows:
            self.text((Span(f"{label}  " if label else "", Role.STRONG), *line))

    def sources(self, block: Sources) -> None:
        """The sources that the page cites, by the numbers of their footnotes, with their addresses."""
        for source in sorted(block.rows, key=lambda source: self.notes.numbers.get(source.id, 0)):
            number = self.notes.numbers.get(source.id)
            paragraph = self.text((Span(f"{number}  " if number else ""), *source.line))
            if followed(source.url):
                paragraph.add_run(". ")
                add_link(self.word, paragraph, source.url)
            paragraph.add_run(f"  [{source.id}]")

    def checklist(self, block: Checklist) -> None:
        """Items with their boxes, and beside each a cell for a pen."""
        table = self.word.add_table(0, 3)
        for item in block.items:
            box, said, pen = table.add_row().cells
            box.text = box_sign(item.box)
            paragraph = self.text((Span(f"{item.label}  ", Role.STRONG),), said.paragraphs[0])
            self.tables.inside(item.standing, paragraph)
            for index, line in enumerate(item.details):
                beside = index == 0 and not item.standing.line
                self.text(line, paragraph if beside else said.add_paragraph())
            rule_below(pen)
        set_widths(table.columns, [8, self.room - 48, 40])

    def picture(self, block: Chart | Map | Timeline) -> None:
        """A picture with its caption, and in words what it shows; below a map the states of each standing."""
        picture = picture_of(block)
        self.text(line_of(block.caption, Role.STRONG)).paragraph_format.keep_with_next = True
        width = min(self.room, picture.width * PIXEL)
        made = self.word.add_picture(io.BytesIO(drawn(picture.svg)), width=Mm(width))
        made._inline.docPr.set("descr", printable(picture.says))  # noqa: SLF001 - the library has no other way
        if isinstance(block, Map):
            self.facts([(label, line_of(text)) for label, text in map_rows(block)])

    def file(self) -> bytes:
        """The file, with the day asked about as the day on which it was made."""
        core = self.word.core_properties
        core.title, core.language = self.document.title[:LONGEST_TITLE], tag_of(self.document.language)
        core.author = core.comments = ""
        core.created = core.modified = made_on(self.document).replace(tzinfo=None)
        core.last_modified_by, core.revision = "", 1
        self.notes.bind()
        out = io.BytesIO()
        self.word.save(out)
        return without_clock(out.getvalue())
