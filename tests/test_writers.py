"""Every writer takes every page, and what it writes can be read: by a person, and by a program."""

import csv
import io
import json
import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.documents import DOCUMENTS, MATRIX, NASTY, SAMPLE, tables
from tests.goldens import expect, unused
from tests.readback import of_docx, of_pdf, of_xlsx
from toc_treaties.document import Cell, Column, ColumnKind, Document, Layout, Legend, Section, Table, cell
from toc_treaties.document.days import CalendarDay, Days
from toc_treaties.document.formulas import unguarded
from toc_treaties.document.rows import PageWithRows, Rows
from toc_treaties.words.visible import shown_whole
from toc_treaties.writers import FORMATS, Takes, format_of, markdown, plain, terminal
from toc_treaties.writers import csv as csv_writer
from toc_treaties.writers import json as json_writer
from toc_treaties.writers.sheet import Sheet
from toc_treaties.writers.tables import INDENT, lay_table, texts
from toc_treaties.writers.text import wrapped

ROWS = [{"text": text, "number": index, "flag": index % 2 == 0, "nothing": None} for index, text in enumerate(NASTY)]
SAMPLES: dict[Takes, object] = {
    Takes.DOCUMENT: SAMPLE,
    Takes.PRINTED: SAMPLE,
    Takes.WORKBOOK: PageWithRows(SAMPLE, Rows(("text", "number", "flag", "nothing"), ROWS)),
    Takes.RECORD: {"rows": ROWS},
    Takes.DAYS: Days(
        "Days | ahead",
        date(2026, 11, 21),
        "en",
        tuple(
            CalendarDay(f"day-{index}", date(2027, 2, 1), date(2027, 2, 28), text, f"{text}\nits source")
            for index, text in enumerate(NASTY)
        ),
    ),
    Takes.ROWS: Rows(("text", "number", "flag", "nothing"), ROWS),
}
PAGES = {
    **{f"writers/sample-{name}-80.txt": (name, 80) for name in FORMATS},
    "writers/sample-plain-40.txt": ("plain", 40),
    "writers/sample-plain-200.txt": ("plain", 200),
}
READ = {"pdf": of_pdf, "docx": of_docx, "xlsx": of_xlsx}
"""How what is no text is read for a comparison."""
WIDTHS = st.integers(min_value=40, max_value=220)


@pytest.fixture(autouse=True)
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with sixteen colours, whatever terminal the tests run in."""
    monkeypatch.setenv("TERM", "xterm-16color")
    for name in ("NO_COLOR", "COLORTERM", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("name", list(PAGES))
def test_the_sample_page_is_written_as_expected(name: str, *, bless: bool) -> None:
    """A page with every block and every nasty text looks, in every format, as it was last read and accepted."""
    format, width = PAGES[name]
    takes = FORMATS[format].takes
    written = FORMATS[format].writer.write(SAMPLES[takes], Sheet() if FORMATS[format].needs else width)
    expect(name, written if isinstance(written, str) else READ[format](written), bless=bless)


def test_no_golden_page_is_left_over(*, bless: bool) -> None:
    """Every expected page is one that some test writes."""
    assert unused("writers", PAGES, bless=bless) == []


@given(DOCUMENTS, WIDTHS)
def test_every_writer_takes_every_page(document: Document, width: int) -> None:
    """No text that the register can hold keeps a page from being written."""
    for write in (plain.write, markdown.write, terminal.write):
        text = write(document, width)
        assert text.endswith("\n")


@given(DOCUMENTS, WIDTHS)
def test_plain_lines_have_no_blanks_at_their_end(document: Document, width: int) -> None:
    """A plain page can be kept in a repository: no line ends in blanks, and none is followed by two empty ones."""
    lines = plain.write(document, width).split("\n")
    assert [line for line in lines if line != line.rstrip()] == []
    assert "\n\n\n" not in "\n".join(lines)


PRESSED = Table(
    "table",
    (Column("a"), Column("b"), Column("c", "000000000000"), Column("d")),
    (Section("", (tuple(cell("a|b c d") for _ in range(4)),)),),
)


@given(tables(), WIDTHS)
@example(PRESSED, 40)
def test_a_table_that_can_fit_does_fit(table: Table, width: int) -> None:
    """A table is as wide as the page at most, where its narrowest columns leave room."""
    table = shown_whole(table)
    if least(table) > width:
        return
    text = plain.write(Document("", "", "", (table,)), width)
    assert max(len(line) for line in text.split("\n")) <= width


def test_a_name_gives_way_to_numbers_and_no_word_is_cut() -> None:
    """A column that is kept whole is wrapped where numbers fill the page; a column of numbers is as its longest word.

    In another language names and heads are longer than in English.
    """
    heads = ("texto oficial", "lista oficial", "secundaria", "solo nombre", "sin mostrar", "fuente")
    counts = tuple(Column(head, head, ColumnKind.COUNT) for head in heads)
    rows = ((cell("asistencia judicial recíproca entre ambos"), *(cell("1") for _ in heads)),)
    table = Table("t", (Column("of", "instrumento", whole=True), *counts), (Section("", rows),))
    lines = ["".join(part.text for part in line).rstrip() for line in lay_table(table, 70)]
    assert max(map(len, lines)) <= 70
    assert set(" ".join(lines).split()) == {"1", "instrumento", *" ".join((rows[0][0].text, *heads)).split()}


def test_a_heading_folds_before_a_word_is_cut() -> None:
    """Days stay in one line, and their heading takes several, where the page has no room for it in one."""
    days = tuple(Column(head, head, ColumnKind.DAY, whole=True) for head in ("fonte mais antiga", "fonte mais recente"))
    table = Table("t", (Column("of", "entradas"), *days), (Section("", (tuple(map(cell, ROW)),)),))
    lines = ["".join(part.text for part in line).rstrip() for line in lay_table(table, 42)]
    assert [line.split() for line in lines[:2]] == [
        ["entradas", "fonte", "mais", "fonte", "mais"],
        ["antiga", "recente"],
    ]
    assert lines[2].split("  ")[1:] == [*ROW]


ROW = ("comunicações", "26 out 1999", "1º out 2026")


def test_a_sign_whose_meaning_is_longer_than_a_line_goes_on_below_it() -> None:
    """No legend is wider than the page, in whichever language; what a sign means stands beside it on each line."""
    signs = Legend((("●", "parte"), ("facultativa", "um Estado pode tomá-la como tal"), ("?", "não se sabe")))
    text = plain.write(Document("", "", "", (signs,)), 30)
    assert text.strip().split("\n") == [
        "● parte",
        "facultativa um Estado pode",
        "            tomá-la como tal",
        "? não se sabe",
    ]


def least(table: Table) -> int:
    """The width below which a table cannot be pressed: eight columns each, fixed ones as they are."""
    rows = [row for section in table.sections for row in section.rows] + list(table.totals)
    headings = [len(section.heading) + INDENT for section in table.sections]
    natural = [
        max([0 if table.layout is Layout.LIST else len(column.heading), *(_width(row[index]) for row in rows)])
        for index, column in enumerate(table.columns)
    ]
    if table.layout is Layout.MATRIX:
        apart = [2 if column.kind is ColumnKind.DAY else 1 for column in table.columns]
        spaced = [size + gap for size, gap in zip(natural[1:], apart[1:], strict=True)]
        return max([natural[0] + INDENT + max([0, *spaced]), *headings])
    pressed = [size if column.whole else min(size, 8) for size, column in zip(natural, table.columns, strict=True)]
    return max([INDENT + sum(pressed) + 2 * (len(pressed) - 1), *headings])


def _width(cell: Cell) -> int:
    return max(map(len, texts(cell)))


@given(DOCUMENTS)
def test_every_markdown_row_has_the_columns_of_its_head(document: Document) -> None:
    """A Markdown table stays a table: a bar in a text does not add a column, a newline does not end a row."""
    columns = 0
    for line in markdown.write(document, 80).split("\n"):
        if not line.startswith("|"):
            columns = 0
            continue
        bars = len(re.findall(r"(?<!\\)(?:\\\\)*\|", line))
        assert columns in {0, bars}
        columns = bars


def test_an_address_in_a_cell_can_be_followed_in_markdown() -> None:
    """Its underscores are not escaped, which would lead elsewhere, and a bar in it does not add a column."""
    cells = cell("Page", "https://a.example/b_47|c.asp?d=1")
    table = Table("pages", (Column("page", "Page"),), (Section("", ((cells,),)),))
    assert "| Page<br><https://a.example/b_47%7Cc.asp?d=1> |" in markdown.write(Document("", "", "", (table,)), 80)


@given(WIDTHS)
def test_a_matrix_is_cut_without_a_loss(width: int) -> None:
    """A matrix too wide for the page is cut into blocks that repeat the first column: every column stands once."""
    lines = plain.write(Document("", "", "", (MATRIX,)), width).split("\n")
    heads = [re.findall(r"C\d\d", line) for line in lines]
    blocks = [head for head in heads if head]
    assert [name for head in blocks for name in head] == [column.heading for column in MATRIX.columns[1:]]
    assert sum("Ávila¹" in line for line in lines) == sum("of members" in line for line in lines) == len(blocks)
    assert sum(line.count("◐†") for line in lines) == len(MATRIX.columns) - 1


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.fixed_dictionaries({"a": CELLS, "b": CELLS, "c": st.integers()}), min_size=1, max_size=8))
def test_csv_parses_back_to_the_same_cells(rows: list[dict[str, str | int]]) -> None:
    """A spreadsheet reads every cell as it was; only what would run as a formula is kept from it by an apostrophe."""
    read = list(csv.DictReader(io.StringIO(csv_writer.write(Rows(("a", "b", "c"), rows), 80), newline="")))
    assert [{key: unguarded(value) for key, value in row.items()} for row in read] == [
        {key: str(value) for key, value in row.items()} for row in rows
    ]


RUNS = ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\u00a0+", "\u200b@", "\x00=", "＝", "＋", "－", "＠"]


@given(st.sampled_from(RUNS), CELLS)
def test_csv_cells_never_run_as_formulas(start: str, rest: str) -> None:
    """Opening a CSV file runs nothing, whatever a title begins with, behind blanks and what is not seen too."""
    (row,) = csv.DictReader(io.StringIO(csv_writer.write(Rows(("a",), [{"a": start + rest}]), 80), newline=""))
    assert row["a"] == f"'{start}{rest}"


PLAIN_DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | CELLS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(CELLS, inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN_DATA)
def test_json_parses_back_to_the_same_data(data: object) -> None:
    """A program reads exactly what the answer was."""
    assert json.loads(json_writer.write(data, 80)) == data


def test_the_head_of_a_csv_stands_without_rows_too() -> None:
    """Who opens a spreadsheet in which nothing is listed sees which columns there would be."""
    assert csv_writer.write(Rows(("state", "instrument"), []), 80) == "state,instrument\r\n"


@pytest.mark.parametrize(("suffix", "name"), [(s, name) for name, one in FORMATS.items() for s in one.suffixes])
def test_a_suffix_chooses_its_format(suffix: str, name: str) -> None:
    """A file's suffix, in capitals too, chooses the format that is written into it."""
    assert format_of(suffix) == format_of(suffix.upper()) == name


def test_a_terminal_without_colours_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR is respected, and the text is that of the plain page."""
    monkeypatch.setenv("NO_COLOR", "1")
    text = terminal.write(SAMPLE, 80)
    assert re.search(r"\x1b\[[0-9;]*3[0-7]m", text) is None
    assert re.sub(r"\x1b\[[0-9;]*m", "", text) == plain.write(SAMPLE, 80)


@pytest.mark.parametrize("width", [8, 1, 0, -3])
def test_a_line_has_room_for_a_word_however_narrow_the_page(width: int) -> None:
    """Where what stands before a text leaves it no room, it is still written to its end."""
    assert wrapped("consented to be bound", width) == ["consente", "d to be", "bound"]


def test_a_long_word_is_cut_behind_its_hyphen() -> None:
    """A name of several words that are joined is broken where they are, and not within one of them."""
    assert wrapped("Saint-Vincent-et-les-Grenadines", 15) == ["Saint-Vincent-", "et-les-", "Grenadines"]
