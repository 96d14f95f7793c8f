"""A workbook: the page's tables as sheets that sort and filter, what else the page says, the record, the sources."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from toc_treaties.document import (
    Cell,
    Chart,
    Checklist,
    Column,
    Document,
    Heading,
    Layout,
    Legend,
    Map,
    Paragraph,
    Role,
    Section,
    Sources,
    Table,
    Timeline,
    cell,
    text_of,
)
from toc_treaties.document.rows import PageWithRows, Rows
from toc_treaties.words import workbook as said
from toc_treaties.words.language import spoken
from toc_treaties.words.visible import ON_A_PAGE, shown_whole, visible
from toc_treaties.writers.joined import Joined, joined
from toc_treaties.writers.layout import foot_rows, map_rows
from toc_treaties.writers.printed import box_sign, followed, legend_signs, made_on
from toc_treaties.writers.sheet import Sheet
from toc_treaties.writers.sheet_cells import (
    FIRST_DAY,
    LINE,
    LONGEST_NAME,
    SIGN,
    TALLEST,
    around,
    cited,
    cut,
    day_of,
    height,
    quoted,
    widths,
)
from toc_treaties.writers.tables import shown, texts

LABEL, SAID = 24, 95
"""The widths of the columns of the sheet with what the page says, in signs."""
LOCALES = {"en": "409", "es": "40A", "pt": "416", "fr": "40C"}
"""Whose names of months a day is shown with."""
LONGEST_ADDRESS = 2079
"""A longer one is no link in a workbook."""
ORDINAL = re.compile(r"1(\D{1,2}) ")
"""The first of a month, where a language writes it with more than its number: 1er avr 2015."""
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def write(answer: PageWithRows, sheet: Sheet) -> bytes:
    """The workbook as a file; the same answer gives the same bytes."""
    del sheet
    answer = answer._replace(page=shown_whole(answer.page))
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as workbook:
        workbook.set_properties({"title": answer.page.title, "created": made_on(answer.page).replace(tzinfo=None)})
        book = _Book(workbook, answer.page.language)
        book.about(answer.page)
        for name, table in _tables(answer.page):
            book.table(name, table)
        for name, rows in ((said.DATA, answer.rows), *((said.LISTS[name], rows) for name, rows in answer.lists)):
            book.record(book.words.say(name), rows)
        book.sources(answer.page)
    return out.getvalue()


def _tables(document: Document) -> Iterator[tuple[str, Table]]:
    """Each table of the page with a name for its sheet; checklists and maps as tables."""
    heading = ""
    for block in (*joined(document.body_of_print), *document.annex):
        match block:
            case Heading():
                heading = block.text
            case Joined():
                yield document.title, block.table
            case Table():
                yield block.caption or heading or document.title, block
            case Checklist():
                yield block.heading, _boxes(block)
            case _:
                pass


def _boxes(block: Checklist) -> Table:
    """A checklist as a table: its box, what it is, how it stands, and the rest."""
    columns = tuple(Column(key, key) for key in ("box", "item", "standing", "details"))
    rows = tuple(
        (
            cell(box_sign(item.box)),
            cell(item.label),
            item.standing,
            Cell(item.details[0], item.details[1:]) if item.details else cell(""),
        )
        for item in block.items
    )
    return Table(block.key, columns, (Section("", rows),))


class _Book:
    """The workbook with its formats and the names that its sheets already have."""

    def __init__(self, workbook: Workbook, language: str) -> None:
        self.workbook = workbook
        self.locale, self.words = LOCALES.get(language, LOCALES["en"]), spoken(language)
        self.names: set[str] = set()
        self.known: dict[tuple[tuple[str, Any], ...], Format] = {}

    def format(self, **properties: Any) -> Format:  # noqa: ANN401 - as the library takes them
        """A format, made once; texts are wrapped and stand at the top."""
        key = tuple(sorted(properties.items()))
        if key not in self.known:
            self.known[key] = self.workbook.add_format({"valign": "top", "text_wrap": True, **properties})
        return self.known[key]

    def sheet(self, name: str) -> Worksheet:
        """A new sheet under a name that no other has."""
        plain = re.sub(r"[\u00a0\u202f]?[\[\]:*?/\\\x00-\x1f]", " ", name).replace("\u00a0", " ").strip(" '")
        plain = plain or self.words.say(said.SHEET)
        called, number = cut(plain), 2
        while called.casefold() in self.names or called.casefold() == "history":
            ending = f" {number}"
            called, number = plain[: LONGEST_NAME - len(ending)] + ending, number + 1
        self.names.add(called.casefold())
        return self.workbook.add_worksheet(called)

    def about(self, document: Document) -> None:
        """What the page says beside its tables: title and day, paragraphs, legend, footnotes, cautions."""
        sheet = self.sheet(self.words.say(said.PAGE))
        sheet.set_column(0, 0, LABEL)
        sheet.set_column(1, 1, SAID)
        sheet.fit_to_pages(1, 0)
        rows = [("", document.title), ("", document.aside), *_said(document)]
        for index, (label, text) in enumerate(rows):
            sheet.set_row(index, LINE * max(-(-len(text) // SAID), 1))
            _write_text(sheet, index, 0, label, self.format(bold=True))
            _write_text(sheet, index, 1, text, self.format(bold=index == 0))

    def table(self, name: str, table: Table) -> None:
        """A table on a sheet of its own: its head frozen and filtered, the parts of its rows as a column."""
        sheet = self.sheet(name)
        parted = any(section.heading for section in table.sections)
        heads = [column.full or column.heading for column in table.columns]
        heads = [*([self.words.say(said.PART)] if parted else []), *heads, self.words.say(said.SOURCES)]
        rows = [
            ([cell(section.heading)] if parted else []) + [*row, cell(cited(row))]
            for section in table.sections
            for row in section.rows
        ]
        totals = [([cell("")] if parted else []) + [*row, cell("")] for row in table.totals]
        fixed = 2 if parted else 1
        self.head(sheet, heads, len(rows), fixed, turned=table.layout is Layout.MATRIX)
        wide = widths(heads, [*rows, *totals], matrix=table.layout is Layout.MATRIX)
        for index, row in enumerate([*rows, *totals], 1):
            sheet.set_row(index, LINE * height(row, wide))
            for column, one in enumerate(row):
                self.cell(sheet, index, column, one, bold=index > len(rows))
        for column, width in enumerate(wide):
            sheet.set_column(column, column, width)

    def head(self, sheet: Worksheet, heads: Sequence[str], rows: int, fixed: int, *, turned: bool = False) -> None:
        """The head of a sheet: frozen with the columns that name a row, filtered, repeated in print."""
        for column, head in enumerate(heads):
            rotation = {"rotation": 90} if turned and fixed <= column < len(heads) - 1 else {}
            _write_text(sheet, 0, column, head, self.format(bold=True, bottom=1, **rotation))
        if turned:
            sheet.set_row(0, min(max(map(len, heads)) * SIGN + LINE, TALLEST))
        sheet.freeze_panes(1, fixed)
        sheet.autofilter(0, 0, max(rows, 1), len(heads) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def cell(self, sheet: Worksheet, row: int, column: int, one: Cell, *, bold: bool) -> None:
        """A cell: a real day or number where it holds one, its signs in the number format; else its text."""
        text = "\n".join(texts(one))
        fill = {"bg_color": "#EDEDED"} if one.role is Role.OPEN and one.line else {}
        day = day_of(one)
        if day is not None:
            before, after = around(one)
            first = ORDINAL.match(shown(one), len(before)) if day.day == 1 else None
            number = f"d{quoted(first[1]) if first else ''}"
            pattern = f"{quoted(before)}[$-{self.locale}]{number} mmm yyyy{quoted(after)}"
            sheet.write_datetime(row, column, day, self.format(num_format=pattern, align="left", bold=bold, **fill))
        elif isinstance(one.value, int) and not one.below:
            sheet.write_number(row, column, one.value, self.format(bold=bold, **fill))
        else:
            _write_text(sheet, row, column, text, self.format(bold=bold, **fill))

    def record(self, name: str, rows: Rows) -> None:
        """Lines of a record: ids, and days as days."""
        sheet = self.sheet(name)
        self.head(sheet, rows.fields, len(rows.lines), 1)
        for index, line in enumerate(rows.lines, 1):
            for column, key in enumerate(rows.fields):
                self.plain(sheet, index, column, line.get(key))
        sheet.set_column(0, len(rows.fields) - 1, 18)

    def plain(self, sheet: Worksheet, row: int, column: int, value: Any) -> None:  # noqa: ANN401 - a plain value
        """A value of the record: a number, a day, or a text."""
        if isinstance(value, bool) or value is None:
            _write_text(sheet, row, column, "" if value is None else str(value).lower(), self.format())
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self.format())
        elif isinstance(value, str) and ISO_DAY.fullmatch(value) and date.fromisoformat(value) >= FIRST_DAY:
            day = date.fromisoformat(value)
            sheet.write_datetime(row, column, day, self.format(num_format="yyyy-mm-dd", align="left"))
        else:
            _write_text(sheet, row, column, str(value), self.format())

    def sources(self, document: Document) -> None:
        """The sources that the page cites, with links that work."""
        listed = (row for block in document.printed if isinstance(block, Sources) for row in block.rows)
        cited = list({row.id: row for row in listed}.values())
        if not cited:
            return
        sheet = self.sheet(self.words.say(said.SOURCES))
        self.head(sheet, ("id", self.words.say(said.SOURCE), self.words.say(said.ADDRESS)), len(cited), 1)
        for index, source in enumerate(cited, 1):
            _write_text(sheet, index, 0, source.id, self.format())
            _write_text(sheet, index, 1, text_of(source.line), self.format())
            if followed(source.url) and len(source.url) <= LONGEST_ADDRESS:
                sheet.write_url(index, 2, source.url, self.format(font_color="#1F4E79", underline=1), source.url)
            else:
                _write_text(sheet, index, 2, source.url, self.format())
        for column, width in enumerate((30, 60, 80)):
            sheet.set_column(column, column, width)


def _write_text(sheet: Worksheet, row: int, column: int, text: str, format: Format) -> None:
    """A text as a text, whatever it begins with; what is longer than a cell can be is cut."""
    sheet.write_string(row, column, visible(text, kept=ON_A_PAGE)[:32767], format)


def _said(document: Document) -> Iterator[tuple[str, str]]:
    """What a page says beside its tables, as labels and texts."""
    for block in document.whole:
        match block:
            case Paragraph():
                yield "", block.text
            case Legend():
                yield from legend_signs(block)
            case Map():
                yield block.caption, ""
                yield from map_rows(block)
            case Chart():
                yield block.caption, ""
                yield from ((series.label, series.remark) for series in block.series)
            case Timeline():
                yield block.caption, ""
                yield from ((track.label, track.says) for track in block.tracks)
            case Heading() | Table() | Checklist() | Sources():
                pass
            case _:
                yield from foot_rows(block)
