"""Printed files hold what the page holds: read back by libraries that did not write them."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
from docx import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from tests.answers import QUESTIONS, Answers
from tests.documents import HEADLESS, MATRIX, NASTY, SAMPLE
from tests.readback import Html, footnotes_of, of_docx, of_pdf, of_xlsx
from toc_treaties.document import (
    Caution,
    Cell,
    Chart,
    Column,
    ColumnKind,
    DayIn,
    Document,
    Layout,
    Map,
    Paragraph,
    Reference,
    Section,
    Sources,
    Span,
    Table,
    Timeline,
    cell,
    line_of,
    paragraph,
    spans_in,
)
from toc_treaties.document.rows import PageWithRows, Rows
from toc_treaties.model.when import on
from toc_treaties.records import actions
from toc_treaties.writers import docx, html, pdf, plain, xlsx
from toc_treaties.writers.joined import Joined, joined
from toc_treaties.writers.pictures import chart_picture, map_picture
from toc_treaties.writers.printed import nested
from toc_treaties.writers.sheet import Paper, Sheet
from toc_treaties.writers.word_tables import within

SCRIPT = "<script>alert(1)</script>"


def page_of(*blocks: object) -> Document:
    """A page of some blocks."""
    return Document("page", "A page", "as of a day", blocks)  # type: ignore[arg-type]


def squeezed(text: str) -> str:
    """A text without its blanks, since paper breaks lines where it must."""
    return re.sub(r"\s+", "", text)


def said(document: Document) -> Iterator[str]:
    """Every run of text of a page, but for what pictures say in words of their own."""
    for block in document.printed:
        if not isinstance(block, Chart | Map | Timeline):
            yield from (span.text for span in spans_in(block) if span.text.strip())


def test_html_holds_every_text_of_the_page() -> None:
    """Nothing of a page is lost or changed on the web, whatever signs it is written with."""
    read = squeezed(Html(html.write(SAMPLE, Sheet())).text)
    assert [text for text in said(SAMPLE) if squeezed(text) not in read] == []


def test_html_runs_and_fetches_nothing() -> None:
    """A page from untrusted data holds no script, no style of its own and no address that is not of the web."""
    evil = Span("here", url="javascript:alert(1)")
    page = Html(html.write(page_of(paragraph(SCRIPT), paragraph('" onload="x'), Paragraph((evil,))), Sheet()))
    assert "script" not in page.tags
    assert page.links == []
    assert SCRIPT in page.text
    whole = html.write(SAMPLE, Sheet())
    assert "<script" not in whole
    assert re.findall(r"(?:\ssrc=|@import|url\()", whole) == []


def test_html_links_lead_somewhere() -> None:
    """Each number of a source leads to that source on the page."""
    page = Html(html.write(SAMPLE, Sheet()))
    inside = [link[1:] for link in page.links if link.startswith("#")]
    assert inside
    assert set(inside) <= set(page.ids)


def test_html_has_one_title_and_its_language() -> None:
    """A reader's machine knows what the page is called and in which language to read it aloud."""
    page = html.write(SAMPLE._replace(language="pt"), Sheet())
    assert Html(page).tags.count("h1") == 1
    assert '<html lang="pt-BR">' in page


def test_html_rows_are_those_of_the_matrix() -> None:
    """A table on the web has the cells of the page, each symbol with the word that it stands for."""
    row = (cell("Ávila"), *(Cell((Span("●", says="party"),)) for _ in MATRIX.columns[1:]))
    table = MATRIX._replace(sections=(Section("", (row,)),), totals=())
    (_head, read) = Html(html.write(page_of(table), Sheet())).rows
    assert read == ["Ávila", *["●party" for _ in MATRIX.columns[1:]]]


def test_pdf_holds_every_text_of_the_page() -> None:
    """Nothing of a page is lost or changed on paper, whatever signs it is written with."""
    read = squeezed(of_pdf(pdf.write(SAMPLE, Sheet())))
    assert [text for text in said(SAMPLE) if squeezed(text) not in read] == []


def test_sources_that_run_on_leave_their_addresses_out_on_paper_and_in_text() -> None:
    """A page that must fit one sheet names its sources one after another, by publisher, day and id."""
    rows = tuple(
        Reference(f"list-{day}", line_of(f"Gazette, {day}"), f"https://gazette.example/{day}") for day in (1, 2)
    )
    for between, listed in {"; ": "list-1 Gazette, 1; list-2 Gazette, 2", "": "list-1  Gazette, 1\nlist-2"}.items():
        page = page_of(Sources("Sources", rows, between=between))
        assert listed in plain.write(page, 80)
        printed = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf.write(page, Sheet()))).pages)
        assert "list-1" in printed
        assert ("gazette.example" in printed) is (between == "")


def test_pdf_is_tagged_and_says_its_language() -> None:
    """A screen reader can read the file: PDF/UA-1, tagged, with title and language."""
    reader = PdfReader(io.BytesIO(pdf.write(SAMPLE._replace(language="fr"), Sheet())))
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert str(root["/Lang"]) == "fr"
    assert reader.metadata is not None
    assert reader.metadata.title == SAMPLE.title
    assert b"pdfuaid:part>1<" in reader.xmp_metadata.stream.get_data()  # type: ignore[union-attr]


def test_a_word_longer_than_a_line_is_broken_on_paper() -> None:
    """What runs over the edge of a sheet would be lost to who reads the print."""
    page = page_of(paragraph("x" * 300))
    lines = PdfReader(io.BytesIO(pdf.write(page, Sheet()))).pages[0].extract_text().splitlines()
    parts = [line.count("x") for line in lines if set(line) <= {"x", "\u200b"}]
    assert sum(parts) == 300
    assert max(parts) < 150


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_pdf_has_the_paper_asked_for(paper: Paper, size: tuple[int, int]) -> None:
    """Who prints on letter gets letter."""
    box = PdfReader(io.BytesIO(pdf.write(page_of(paragraph("x")), Sheet(paper)))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_print_is_the_same_each_time() -> None:
    """The same page gives the same bytes, so that a file that changed says that the answer did."""
    assert pdf.write(SAMPLE, Sheet()) == pdf.write(SAMPLE, Sheet())
    assert html.write(SAMPLE, Sheet()) == html.write(SAMPLE, Sheet())
    assert docx.write(SAMPLE, Sheet()) == docx.write(SAMPLE, Sheet())
    both = PageWithRows(SAMPLE, Rows(("a",), [{"a": 1}]))
    assert xlsx.write(both, Sheet()) == xlsx.write(both, Sheet())


def test_a_sign_that_the_font_lacks_is_shown_as_a_box_and_said(caplog: pytest.LogCaptureFixture) -> None:
    """A page with a sign that no font on paper has is printed all the same, and the reader is told."""
    assert "before▯after" in of_pdf(pdf.write(page_of(paragraph("before\U00020000after")), Sheet()))
    assert "U+20000" in caplog.text


@pytest.mark.parametrize(
    "text", [*NASTY, SCRIPT, "#{1 + 1}", "$x^2$", "@ref", "\\", "//", "e\u0301", "\u05e2\u05d1\u05e8\u05d9\u05ea"]
)
def test_nothing_of_a_text_is_markup(text: str) -> None:
    """What looks like a command of the typesetter or the web is printed as it was written."""
    page = page_of(paragraph(text))
    assert squeezed(text) in squeezed(Html(html.write(page, Sheet())).text)
    assert squeezed(text) in squeezed(of_docx(docx.write(page, Sheet())))
    assert pdf.write(page, Sheet()).startswith(b"%PDF")


def test_a_word_file_holds_every_text_of_the_page() -> None:
    """Nothing of a page is lost or changed in Word, whatever signs it is written with."""
    read = squeezed(of_docx(docx.write(SAMPLE, Sheet())))
    assert [text for text in said(SAMPLE) if squeezed(text) not in read] == []


def test_a_source_is_one_footnote_however_often_it_is_cited() -> None:
    """The first citation of a source is its footnote; later ones repeat its number."""
    cites = (Paragraph((Span("a", cites=("x", "y")), Span("b", cites=("y",)))),)
    rows = (Reference("y", line_of("Yearbook")), Reference("x", line_of("Gazette & <i>")))
    content = docx.write(page_of(*cites, Sources("Sources", rows)), Sheet())
    assert footnotes_of(content) == ["Gazette & <i> [x]", "Yearbook [y]"]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.read("word/document.xml").count(b"NOTEREF _source2") == 1


def test_the_cautions_of_a_word_file_stand_before_its_list_of_sources() -> None:
    """What a page must not be taken for stands with the page, and not alone on a sheet behind the sources."""
    sources = Sources("Sources", (Reference("y", line_of("Yearbook")),))
    page = page_of(paragraph("x"), sources, Caution(line_of("Not the depositary's record")))
    texts = [each.text for each in Word(io.BytesIO(docx.write(page, Sheet()))).paragraphs]
    assert texts.index("Not the depositary's record") < texts.index("Sources")


def test_the_head_of_a_word_table_repeats() -> None:
    """Whoever reads the second sheet of a table still knows what its columns are."""
    word = Word(io.BytesIO(docx.write(page_of(MATRIX), Sheet())))
    (table,) = word.tables
    heads = [row for row in table.rows if row._tr.trPr is not None and row._tr.trPr.findall(qn("w:tblHeader"))]
    assert [row.cells[1].text for row in heads] == ["C00"]


@pytest.mark.parametrize(("full", "turned"), [("Nassau Convention", True), ("", False)])
def test_long_heads_of_a_word_matrix_are_turned_and_short_ones_stand(full: str, turned: bool) -> None:
    """Names of instruments are turned so that the columns stay narrow; short codes need no high row of a head."""
    columns = (Column("state", "With"), Column("mla", "MLA", full=full))
    matrix = Table("m", columns, (Section("", ((cell("Haiti"), cell("2009")),)),), layout=Layout.MATRIX)
    (table,) = Word(io.BytesIO(docx.write(page_of(matrix), Sheet()))).tables
    assert (table.rows[0].height is not None, b"btLr" in table._tbl.xml.encode()) == (turned, turned)


def test_a_house_style_is_kept(tmp_path: Path) -> None:
    """A page poured into a ministry's file has that file's styles and sheet, and none of its text."""
    house = Word()
    house.add_paragraph("Ministry's own text")
    house.sections[0].left_margin = Inches(2)
    house.styles["Normal"].font.name = "Garamond"
    house.save(str(tmp_path / "ministry.docx"))
    word = Word(io.BytesIO(docx.write(SAMPLE, Sheet(template=(tmp_path / "ministry.docx").read_bytes()))))
    assert word.sections[0].left_margin == Inches(2)
    assert word.styles["Normal"].font.name == "Garamond"
    assert "Ministry" not in " ".join(paragraph.text for paragraph in word.paragraphs)
    assert SAMPLE.title in [paragraph.text for paragraph in word.paragraphs]


@pytest.mark.parametrize(("language", "tag"), [("en", "en-US"), ("es", "es-ES"), ("pt", "pt-BR"), ("fr", "fr-FR")])
def test_a_word_file_says_the_language_of_its_text(tmp_path: Path, language: str, tag: str) -> None:
    """Word proofs the text in the page's language, also where a ministry's own file is in another."""
    house = Word()
    house.styles["Normal"].element.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="nl"/>'))
    house.save(str(tmp_path / "ministry.docx"))
    for sheet in (Sheet(), Sheet(template=(tmp_path / "ministry.docx").read_bytes())):
        word = Word(io.BytesIO(docx.write(SAMPLE._replace(language=language), sheet)))
        told = word.styles["Normal"].element.rPr.findall(qn("w:lang"))
        assert [each.get(qn("w:val")) for each in told] == [tag]
        assert str(word.core_properties.language) == {"pt": "pt-BR"}.get(language, language)


def test_a_house_style_of_another_language_is_found_by_its_name(tmp_path: Path) -> None:
    """A French Word calls its styles Titre1 and Entete within the file: headings are its headings all the same."""
    house = Word()
    for style, called in (("Heading 1", "Titre1"), ("Heading 2", "Titre2"), ("Title", "Titre"), ("Header", "Entete")):
        house.styles[style].element.set(qn("w:styleId"), called)
    house.styles["Heading 1"].font.name = "Garamond"
    house.save(str(tmp_path / "ministere.docx"))
    sheet = Sheet(template=(tmp_path / "ministere.docx").read_bytes())
    word = Word(io.BytesIO(docx.write(SAMPLE._replace(language="fr"), sheet)))
    used = {paragraph.style.style_id for paragraph in word.paragraphs if paragraph.style is not None}
    assert {"Titre", "Titre1"} <= used
    assert [style.name for style in word.styles if style.name == "Heading 1"] == ["Heading 1"]


def test_no_word_of_a_head_is_broken_in_a_word_file() -> None:
    """A narrow column has room for the longest word of its head; where all columns lack room, none is given more."""
    assert within([20, 160], [30, 30]) == [30, 150]
    assert within([20, 160], [10, 170]) == [10, 170]
    assert within([50, 50], [60, 60]) == [50, 50]


@pytest.mark.parametrize("kept", [("Normal",), ()], ids=["without heads", "without any"])
def test_a_house_style_without_the_styles_of_a_page_is_given_them(tmp_path: Path, kept: tuple[str, ...]) -> None:
    """Word gives a file those styles alone that its author has used: a page is poured into such a file all the same."""
    house = Word()
    for style in [style for style in house.styles if style.name not in kept]:
        style.element.getparent().remove(style.element)
    house.save(str(tmp_path / "ministry.docx"))
    word = Word(io.BytesIO(docx.write(SAMPLE, Sheet(template=(tmp_path / "ministry.docx").read_bytes()))))
    heading = next(paragraph for paragraph in word.paragraphs if paragraph.text == SAMPLE.title)
    assert heading.style is not None
    assert heading.style.name == "Heading 1"
    assert [style.name for style in word.styles if style.name == "Header"] == ["Header"]


FIRST_AND_ELEVENTH = (("1er avr 2015", date(2015, 4, 1)), ("11 avr 2015", date(2015, 4, 11)))
NO_ROWS = Rows(("a",), [])


def workbook(*blocks: object, rows: Rows = NO_ROWS) -> Workbook:
    """A workbook of a page of some blocks, as another library reads it."""
    return load_workbook(io.BytesIO(xlsx.write(PageWithRows(page_of(*blocks), rows), Sheet())))


def test_a_workbook_holds_every_text_of_the_page() -> None:
    """Nothing of a page is lost or changed in a workbook, whatever signs it is written with."""
    read = squeezed(of_xlsx(xlsx.write(PageWithRows(SAMPLE, NO_ROWS), Sheet())).replace(" / ", ""))
    day = HEADLESS.sections[0].rows[0][0].text
    assert [text for text in said(SAMPLE) if squeezed(text) not in read and text != day] == []


def test_a_day_in_a_workbook_is_a_day_with_its_signs() -> None:
    """A day sorts as a day, and a signature never looks like a consent: its sign is part of what is shown."""
    day = on(date(1997, 11, 14))
    row = (cell("A"), cell("◐ 14 Nov 1997‡", value=DayIn(day, "14 Nov 1997"), marked=True), cell("1997", value=1997))
    columns = (Column("a", "A"), Column("b", "B", ColumnKind.DAY), Column("c", "C", ColumnKind.COUNT))
    sheet = workbook(Table("t", columns, (Section("", (row,)),))).worksheets[1]
    shown = sheet["B2"]
    assert shown.value == datetime.combine(day.earliest, time())
    assert shown.number_format == "\\◐\\ [$-409]d mmm yyyy\\‡\\†"
    assert sheet["C2"].value == 1997


def test_a_day_that_no_source_shows_keeps_its_sign_in_a_workbook() -> None:
    """Who copies a day from a workbook sees that it is unconfirmed, as on the page."""
    row = (cell("A"), cell("14 Nov 1997‡", value=on(date(1997, 11, 14))))
    made = workbook(Table("t", (Column("a", "A"), Column("b", "B", ColumnKind.DAY)), (Section("", (row,)),)))
    sheet = made.worksheets[1]
    assert sheet["B2"].number_format == "[$-409]d mmm yyyy\\‡"


def test_a_day_before_a_spreadsheet_can_count_stays_a_text() -> None:
    """No day is changed because a spreadsheet knows none so early."""
    row = (cell("8 Feb 1885", value=on(date(1885, 2, 8))),)
    assert workbook(Table("t", (Column("a", "A"),), (Section("", (row,)),))).worksheets[1]["A2"].value == "8 Feb 1885"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "1e3", "0012", "https://example.org"])
def test_a_text_in_a_workbook_is_never_run_nor_read_as_something_else(text: str) -> None:
    """Opening a workbook runs nothing, and no id becomes a number or a link."""
    made = workbook(Table("t", (Column("a", "A"),), (Section("", ((cell(text),),)),)), rows=Rows(("a",), [{"a": text}]))
    for sheet in made.worksheets[1:]:
        assert (sheet["A2"].value, sheet["A2"].data_type) == (text, "s")
        assert sheet["A2"].hyperlink is None


def test_the_parts_of_a_table_are_a_column_of_the_workbook() -> None:
    """A filter on a sheet keeps its rows: a subregion is a column, and no line between them; heads stay in sight."""
    made = workbook(MATRIX).worksheets[1]
    assert [made["A2"].value, made["B2"].value, made["A3"].value] == ["North", "Ávila¹", "South"]
    assert made.freeze_panes == "C2"
    assert made.auto_filter.ref == "A1:AA3"


def test_a_workbook_lists_the_actions_behind_its_standings() -> None:
    """Beside the answer each act has a line with its bounds, basis and sources, under its state and instrument."""
    action = {"kind": "accession", "date": "2004-06", "earliest": "2004-06-01", "latest": "2004-06-30"}
    act = action | {"day_unconfirmed": False, "basis": "depositary", "source": ["x", "y"]}
    record = {"state": "HTI", "instruments": [{"instrument": "cifta", "actions": [act]}], "totals": []}
    expected = {"state": "HTI", "instrument": "cifta", **act, "source": "x, y"}
    assert actions.rows(record) == [expected]
    lists = (("actions", Rows(actions.FIELDS, [expected])),)
    made = load_workbook(io.BytesIO(xlsx.write(PageWithRows(page_of(), NO_ROWS, lists), Sheet())))["actions"]
    assert [made["D2"].value, made["E2"].value.date()] == ["2004-06", date(2004, 6, 1)]


def test_a_workbook_speaks_the_language_of_its_page() -> None:
    """Its sheets and the heads that it adds are in the page's language, and no name ends in what parted it."""
    table = Table(
        "t", (Column("a", "A"),), (Section("Caraïbes", ((cell("x"),),)),), caption="Préconisés\u00a0: 9 sur 11"
    )
    page = page_of(table, Sources("Sources", (Reference("x", line_of("Gazette"), ""),)))._replace(language="fr")
    made = load_workbook(io.BytesIO(xlsx.write(PageWithRows(page, NO_ROWS), Sheet())))
    assert made.sheetnames == ["page", "Préconisés  9 sur 11", "données", "sources"]
    assert [each.value for each in made["Préconisés  9 sur 11"][1]] == ["section", "A", "sources"]
    assert [each.value for each in made["sources"][1]] == ["id", "source", "adresse"]


def test_the_first_of_a_month_is_written_in_a_workbook_as_on_the_page() -> None:
    """1er avr 2015 is a day that sorts, and keeps the letters that French writes behind its number; 11 avr has none."""
    first, other = (cell(text, value=on(day)) for text, day in FIRST_AND_ELEVENTH)
    page = page_of(Table("t", (Column("a", "A"),), (Section("", ((first,), (other,))),)))._replace(language="fr")
    made = load_workbook(io.BytesIO(xlsx.write(PageWithRows(page, NO_ROWS), Sheet()))).worksheets[1]
    assert [made[at].number_format for at in ("A2", "A3")] == [r"[$-40C]d\e\r mmm yyyy", "[$-40C]d mmm yyyy"]


def test_a_row_of_a_workbook_is_as_high_as_its_lines() -> None:
    """What stands below a line, or runs over the width of its column, is not hidden by the next row."""
    rows = ((cell("x"),), (Cell(line_of("x"), (line_of("y"),)),), (cell("word " * 30),))
    made = workbook(Table("t", (Column("a", "A"),), (Section("", rows),))).worksheets[1]
    assert [made.row_dimensions[number].height for number in (2, 3, 4)] == [None, 30, 45]


def test_the_sources_of_a_workbook_are_links() -> None:
    """Each source that the page cites stands on a sheet with an address that works."""
    rows = (Reference("x", line_of("Gazette"), "https://example.org/x"), Reference("y", line_of("Y"), "javascript:x"))
    sheet = workbook(Sources("Sources", rows))["sources"]
    assert sheet["C2"].hyperlink.target == "https://example.org/x"
    assert sheet["C3"].hyperlink is None


@pytest.mark.parametrize("name", ["a/b:c*d?e[f]", "'quoted'", "History", "x" * 40, ""])
def test_a_sheet_has_a_name_that_a_spreadsheet_takes(name: str) -> None:
    """Whatever a heading says, its sheet can be opened; two of one name are told apart."""
    table = Table("t", (Column("a", "A"),), (Section("", ((cell("x"),),)),), caption=name)
    titles = workbook(table, paragraph("between"), table).sheetnames
    assert len({title.casefold() for title in titles}) == len(titles) == 4
    assert all(len(title) <= 31 for title in titles)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("2.x  IACAC  party since 7 Jul 2004", "2.x  IACAC"),
        ("Signatures that wait for consent to be bound", "Signatures that wait for"),
        ("2.i  UNTOC  signatory", "2.i  UNTOC  signatory"),
    ],
)
def test_the_name_of_a_sheet_is_cut_into_no_other_day(heading: str, name: str) -> None:
    """A heading too long for a sheet's name loses its last words or parts, and never the half of a year."""
    table = Table("t", (Column("a", "A"),), (Section("", ((cell("x"),),)),), caption=heading)
    assert name in workbook(table).sheetnames


def test_matrices_of_the_same_rows_stand_side_by_side() -> None:
    """On paper both lists of instruments stand beside each other, each under its caption, totals by their labels."""
    second = MATRIX._replace(
        caption="Second", totals=((cell("of them"), *(cell("9") for _ in range(24))), *MATRIX.totals)
    )
    (found,) = joined([MATRIX._replace(caption="First"), second])
    assert isinstance(found, Joined)
    assert found.parts == (("First", 24), ("Second", 24))
    assert len(found.table.columns) == 49
    assert [row[0].text for row in found.table.totals] == ["of them", "of members"]
    assert {len(row) for section in found.table.sections for row in section.rows} == {49}
    assert found.table.totals[0][1].text == ""
    assert list(joined([MATRIX, paragraph("x"), MATRIX])) == [MATRIX, paragraph("x"), MATRIX]


def test_an_annex_is_printed_behind_the_page_and_left_out_of_text() -> None:
    """What leads from cells to their sources stands on a sheet of its own; text, which has ids, leaves it out."""
    page = page_of(paragraph("first"))._replace(annex=(paragraph("behind"),))
    first, second = of_pdf(pdf.write(page, Sheet())).split("\f")
    assert ("first" in first, "behind" in first, "behind" in second) == (True, False, True)
    assert "behind" in Html(html.write(page, Sheet())).text
    assert "behind" not in plain.write(page, 80)


def test_sources_are_listed_once_where_an_annex_lists_them() -> None:
    """A page with an annex of sources has one list of them, so that each has one number."""
    rows = (Reference("x", line_of("Gazette")),)
    page = page_of(Sources("on the page", rows))._replace(annex=(Sources("in the annex", rows),))
    assert [block.heading for block in page.printed if isinstance(block, Sources)] == ["in the annex"]


def test_headings_never_skip_a_level() -> None:
    """A page whose first heading is of the second level has it right below its title."""
    from toc_treaties.document import Heading

    blocks = [Heading("a", 2), paragraph("b"), Heading("c", 1), Heading("d", 2), Heading("e", 1)]
    assert [level for block, level in nested(blocks) if isinstance(block, Heading)] == [2, 2, 3, 2]


def test_a_picture_says_what_it_shows() -> None:
    """Who cannot see a picture is told the same in words; texts in it are no markup."""
    chart = next(block for block in SAMPLE.blocks if isinstance(block, Chart))
    tiles = next(block for block in SAMPLE.blocks if isinstance(block, Map))
    assert "aria-label='Members by year: Alpha 7 of 8; Beta | b 2'" in chart_picture(chart)
    assert "party: Ávila, São José; signatory†: Très Loin" in map_picture(tiles)
    evil = tiles._replace(caption=SCRIPT, disclaimer=line_of(""))
    assert SCRIPT not in map_picture(evil)
    assert Layout.MATRIX is MATRIX.layout
    assert isinstance(MATRIX, Table)


ONE_OF_EACH = {words[0]: name for name, words in QUESTIONS.items()}


@pytest.mark.parametrize("name", list(ONE_OF_EACH.values()))
def test_every_question_prints_in_every_format(answers: Answers, name: str) -> None:
    """Whatever is asked can be handed over on paper, in Word, in Excel and on the web."""
    answer = answers[name]
    title = squeezed(answer.document.title)
    assert title in squeezed(of_pdf(pdf.write(answer.document, Sheet())))
    assert title in squeezed(of_docx(docx.write(answer.document, Sheet())))
    assert title in squeezed(Html(html.write(answer.document, Sheet())).text)
    assert title in squeezed(of_xlsx(xlsx.write(PageWithRows(answer.document, answer.rows), Sheet())))
