"""Printed files hold what the page holds: read back by libraries that did not write them."""

import io
import re
from collections.abc import Iterator

import pytest
from pypdf import PdfReader

from tests.documents import MATRIX, NASTY, SAMPLE
from tests.readback import Html, of_pdf
from toc_treaties.document import (
    Cell,
    Chart,
    Document,
    Layout,
    Map,
    Section,
    Span,
    Table,
    cell,
    line_of,
    paragraph,
    spans_in,
)
from toc_treaties.writers import html, pdf
from toc_treaties.writers.joined import Joined, joined
from toc_treaties.writers.pictures import chart_picture, map_picture
from toc_treaties.writers.printed import nested
from toc_treaties.writers.sheet import Paper, Sheet

SCRIPT = "<script>alert(1)</script>"


def page_of(*blocks: object) -> Document:
    """A page of some blocks."""
    return Document("page", "A page", "as of a day", blocks)  # type: ignore[arg-type]


def squeezed(text: str) -> str:
    """A text without its blanks, since paper breaks lines where it must."""
    return re.sub(r"\s+", "", text)


def said(document: Document) -> Iterator[str]:
    """Every run of text of a page, but for what pictures say in words of their own."""
    for block in document.blocks:
        if not isinstance(block, Chart | Map):
            yield from (span.text for span in spans_in(block) if span.text.strip())


def test_html_holds_every_text_of_the_page() -> None:
    """Nothing of a page is lost or changed on the web, whatever signs it is written with."""
    read = squeezed(Html(html.write(SAMPLE, Sheet())).text)
    assert [text for text in said(SAMPLE) if squeezed(text) not in read] == []


def test_html_runs_and_fetches_nothing() -> None:
    """A page from untrusted data holds no script, no style of its own and no address that is not of the web."""
    evil = Span("here", url="javascript:alert(1)")
    page = Html(
        html.write(page_of(paragraph(SCRIPT), paragraph('" onload="x'), *[paragraph("").__class__((evil,))]), Sheet())
    )
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
    assert '<html lang="pt">' in page


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


def test_pdf_is_tagged_and_says_its_language() -> None:
    """A screen reader can read the file: PDF/UA-1, tagged, with title and language."""
    reader = PdfReader(io.BytesIO(pdf.write(SAMPLE._replace(language="fr"), Sheet())))
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert str(root["/Lang"]) == "fr"
    assert reader.metadata is not None
    assert reader.metadata.title == SAMPLE.title
    assert b"pdfuaid:part>1<" in reader.xmp_metadata.stream.get_data()  # type: ignore[union-attr]


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_pdf_has_the_paper_asked_for(paper: Paper, size: tuple[int, int]) -> None:
    """Who prints on letter gets letter."""
    box = PdfReader(io.BytesIO(pdf.write(page_of(paragraph("x")), Sheet(paper)))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_print_is_the_same_each_time() -> None:
    """The same page gives the same bytes, so that a file that changed says that the answer did."""
    assert pdf.write(SAMPLE, Sheet()) == pdf.write(SAMPLE, Sheet())
    assert html.write(SAMPLE, Sheet()) == html.write(SAMPLE, Sheet())


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
    assert pdf.write(page, Sheet()).startswith(b"%PDF")


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
    assert "party: Ávila, São José; signatory: Très Loin" in map_picture(tiles)
    evil = tiles._replace(caption=SCRIPT, disclaimer=line_of(""))
    assert SCRIPT not in map_picture(evil)
    assert Layout.MATRIX is MATRIX.layout
    assert isinstance(MATRIX, Table)
