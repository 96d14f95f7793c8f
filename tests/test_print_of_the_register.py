"""The table on paper, in Word, in Excel and on the web holds the standings that its record has, cell by cell."""

import io
import re
from collections.abc import Iterator
from datetime import date

import docx as word
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.readback import Html, of_pdf
from toc_treaties.document import Document
from toc_treaties.document.rows import PageWithRows, Rows
from toc_treaties.model.register import Register
from toc_treaties.pages import table as pages
from toc_treaties.questions.scope import Scope
from toc_treaties.questions.table import RatificationTable
from toc_treaties.questions.table import table as ask
from toc_treaties.records import table as records
from toc_treaties.words.language import ENGLISH, spoken
from toc_treaties.words.phrases import LEGEND, NOT_THE_RECORD, SYMBOL
from toc_treaties.writers import docx, html, pdf, xlsx
from toc_treaties.writers.sheet import Sheet

DAYS = (date(1996, 7, 1), date(2012, 1, 15), date(2026, 11, 21))
SIGNS = "".join(dict.fromkeys(SYMBOL.values()))
NO_ROWS = Rows(("state",), [])
Line = tuple[str, ...]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def answer(request: pytest.FixtureRequest, register: Register) -> RatificationTable:
    """The table of every state and instrument on a day."""
    states = sorted(register.states.values(), key=lambda state: state.name["en"])
    scope = Scope(request.param, tuple(states), tuple(register.instruments.values()))
    return ask(register, scope, request.param)


@pytest.fixture(scope="module")
def page(answer: RatificationTable) -> Document:
    """Its page."""
    return pages.page(answer, ENGLISH)


def expected(answer: RatificationTable) -> set[Line]:
    """Each state with its signs, as the record has the standings."""
    lines: dict[str, list[str]] = {}
    names = {state.iso3: state.name["en"] for state in answer.scope.states}
    for cell in records.record(answer)["cells"]:
        lines.setdefault(names[cell["state"]], []).append(sign_of(cell))
    return {(name, *signs) for name, signs in lines.items()}


def sign_of(cell: dict[str, object]) -> str:
    """The sign of a standing in the record, marked where that says so."""
    code = str(cell["standing"])
    if cell["leaving_on"]:
        code = "leaving"
    elif code == "contracting" and cell["between"]:
        code = "between"
    elif code == "no_action" and cell["part"] == "to_verify" and cell["evidence"] != "unconfirmed":
        code = "undated"
    return SYMBOL[code] + ("†" if cell["evidence"] == "unconfirmed" else "")


def lines_in(rows: Iterator[Line], answer: RatificationTable) -> set[Line]:
    """The rows that begin with a state's name; the number of its footnote taken off."""
    names = {state.name["en"] for state in answer.scope.states}
    bare = ((re.sub(r"[¹²³⁴⁵⁶⁷⁸⁹]+$|\(\d+\)$", "", row[0]), *row[1:]) for row in rows if row)
    return {row for row in bare if row[0] in names}


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_the_matrix_is_one_sheet_in_every_language(language: str, register: Register) -> None:
    """35 states by 18 instruments with totals and notes stand on one upright sheet, however long the names are."""
    scope = Scope(DAYS[-1], tuple(register.states.values()), tuple(register.instruments.values()))
    words = spoken(language)
    content = pdf.write(pages.page(ask(register, scope, DAYS[-1]), words), Sheet())
    first = " ".join(PdfReader(io.BytesIO(content)).pages[0].extract_text().split())
    assert " ".join(words.say(NOT_THE_RECORD).split()) in first


def test_the_pdf_has_every_standing_of_the_record(answer: RatificationTable, page: Document) -> None:
    """630 standings on paper are those of the record, on each of three days."""
    text = of_pdf(pdf.write(page, Sheet()))
    rows = (re.fullmatch(rf"(.+?)((?: [{SIGNS}]†?){{18}})", line) for line in text.splitlines())
    read = ((row[1], *row[2].split()) for row in rows if row)
    assert lines_in(read, answer) == expected(answer)


def test_the_web_page_has_every_standing_of_the_record(answer: RatificationTable, page: Document) -> None:
    """630 standings on the web are those of the record; each sign says beside it what it means."""
    meanings = "|".join(map(re.escape, sorted(LEGEND.values(), key=len, reverse=True)))
    halves: dict[str, list[str]] = {}
    for row in Html(html.write(page, Sheet())).rows:
        signs = [
            re.sub("|".join(map(re.escape, sorted(meanings, key=len, reverse=True))), "", text) for text in row[1:]
        ]
        halves.setdefault(row[0], []).extend(sign.strip() for sign in signs)
    assert lines_in(((name, *signs) for name, signs in halves.items()), answer) == expected(answer)


def test_the_word_file_has_every_standing_of_the_record(answer: RatificationTable, page: Document) -> None:
    """630 standings in Word are those of the record."""
    tables = word.Document(io.BytesIO(docx.write(page, Sheet()))).tables
    rows = (tuple(cell.text for cell in row.cells) for table in tables for row in table.rows)
    assert lines_in(rows, answer) == expected(answer)


def test_the_workbook_has_every_standing_of_the_record(answer: RatificationTable, page: Document) -> None:
    """630 standings in Excel are those of the record, subregions in a column before them."""
    sheets = load_workbook(io.BytesIO(xlsx.write(PageWithRows(page, NO_ROWS), Sheet()))).worksheets
    rows = (row[1:20] for sheet in sheets for row in sheet.iter_rows(values_only=True))
    assert lines_in((tuple(str(value or "") for value in row) for row in rows), answer) == expected(answer)
