"""What the register holds is a text in every format, and no command to a screen, a browser, a spreadsheet or a runner.

A hostile page has the same texts as the sample page, with an attack in every one of them; a hostile register is the
small one, with an attack in every free text that a shape reads.
"""

import csv
import io
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.answers import AS_OF, REGISTER
from tests.console import ROOT, toc
from tests.documents import SAMPLE
from tests.readback import Html, of_docx, of_pdf
from tests.test_writers_print import squeezed
from toc_treaties.document import Document, Paragraph, Reference, Sources, Span, line_of
from toc_treaties.document.dataset import Column, Dataset, Table
from toc_treaties.document.days import CalendarDay, Days
from toc_treaties.document.frame import Frame, Link
from toc_treaties.document.rows import PageWithRows, Rows
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.pages.problems import as_annotations
from toc_treaties.readers.markup import tree_of
from toc_treaties.writers import csv as csv_writer
from toc_treaties.writers import (
    dataset_csv,
    dataset_sqlite,
    docx,
    html,
    ics,
    markdown,
    pdf,
    plain,
    site,
    terminal,
    xlsx,
)
from toc_treaties.writers import json as json_writer
from toc_treaties.writers.sheet import Sheet

MARKUP = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"'> [bold red]rich[/] [l](javascript:alert(1)) "
    "![i](https://evil.example/i.png) | `c` **s** _u_ ~~d~~ $\\color{white}x$ &#x202e;&lt; <!-- {{ 7*7 }} {% x %} "
    "#panic() #let x = 1; @ref \\input ${x} '); DROP TABLE t;--"
)
"""What a browser, a typesetter, a template or a database would run or read as its own."""
UNSEEN = "\x1b]0;title\x07\x1b[31m\x9b5m\x00\u202e\u2066\u200b\u2028\ufeff\ufffe\U000e0041\ud800"
"""What a screen obeys, what turns the order of a line, and what cannot be seen."""
SEEN = "".join(f"<U+{ord(sign):04X}>" if not sign.isprintable() else sign for sign in UNSEEN)
"""The same as a page shows it."""
EVIL = f"{MARKUP} {UNSEEN}"
ADDRESSES = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "\x01javascript:x",
)
"""What leads to no page, or runs what it holds."""


def attacked(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - a page, or a part of one
    """A page with every text of it changed, whichever field holds it; only the language stays one."""
    if type(value) is str:
        return change(value)
    if not isinstance(value, tuple):
        return value
    if not hasattr(value, "_fields"):
        return tuple(attacked(part, change) for part in value)
    fields: tuple[str, ...] = value._fields
    parts = dict(zip(fields, value, strict=True))
    return type(value)(**{name: part if name == "language" else attacked(part, change) for name, part in parts.items()})


LINKS = Sources("Links", tuple(Reference(f"a{at}", line_of("text"), url) for at, url in enumerate(ADDRESSES)))
SPANS = tuple(Span("here", url=url) for url in ADDRESSES)
HOSTILE: Document = attacked(SAMPLE, lambda text: text + EVIL)
HARMLESS: Document = attacked(SAMPLE, lambda text: text + "more")
LEADING: Document = attacked(SAMPLE, lambda text: "=HYPERLINK(1)" + text)
WITH_LINKS = SAMPLE._replace(annex=(*SAMPLE.annex, LINKS), blocks=(*SAMPLE.blocks, LINKS, Paragraph(SPANS)))
ROWS = Rows(("text", "number"), [{"text": text + EVIL, "number": 1} for text in ("", "=1", "@x", "\t=1", "＝1")])


def unseen_in(text: str) -> set[str]:
    """The signs of a text that show nothing, but ends of lines and French blanks."""
    return {sign for sign in text if not (sign.isprintable() or sign in "\n\u00a0\u202f\t")}


def test_the_hostile_page_holds_an_attack_in_every_text() -> None:
    """Whatever field a block gets, an attack stands in it here."""
    texts: list[str] = []
    attacked(HOSTILE, lambda text: texts.append(text) or text)  # type: ignore[func-returns-value]
    assert len(texts) > 500
    assert [text for text in texts if not text.endswith(EVIL)] == []


# Text


def test_a_text_page_holds_no_command_to_the_screen() -> None:
    """A control, an order of signs or a sign of no width is written as its code point, and seen."""
    text = plain.write(HOSTILE, 400)
    assert unseen_in(text) == set()
    assert SEEN[:20] in text


def test_a_terminal_page_has_no_colours_but_its_own() -> None:
    """Neither a control sequence nor the markup of the library that colours is obeyed."""
    styled = terminal.write(HOSTILE, 400)
    assert {*re.findall(r"\x1b\[([0-9;]*)m", styled)} <= {"0", "1", "2", "32", "33", "35", "1;36"}
    text = re.sub(r"\x1b\[[0-9;]*m", "", styled)
    assert unseen_in(text) == set()
    assert "[bold red]rich[/]" in text


def test_a_terminal_is_given_no_command_by_csv_and_what_check_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is exact for a program is made visible on a screen."""
    from toc_treaties.cli import output

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setattr("sys.stdout", screen)
    output.deliver(csv_writer.write(ROWS, 80), None)
    assert unseen_in(screen.getvalue()) <= {"\r"}
    assert SEEN[:20] in screen.getvalue()


# Markdown


def tokens(text: str) -> Iterator[Any]:
    """Every token of a page of Markdown, the inner ones too."""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


def test_markdown_of_a_hostile_page_is_laid_as_the_page_is() -> None:
    """No element of HTML, no picture, no link, no emphasis, list or cell that the page does not have."""
    text = markdown.write(HOSTILE, 80)
    assert unseen_in(text) == set()
    kinds = [token.type for token in tokens(text)]
    own = [token.type for token in tokens(markdown.write(HARMLESS, 80))]
    assert {token.content for token in tokens(text) if token.type.startswith("html")} <= {"<br>"}
    assert {"image", "link_open", "code_inline", "s_open"}.isdisjoint(kinds)
    for kind in ("heading_open", "td_open", "th_open", "tr_open", "list_item_open", "strong_open", "blockquote_open"):
        assert kinds.count(kind) == own.count(kind)
    shown = "".join(token.content for token in tokens(text) if token.type == "text")
    assert squeezed(MARKUP) in squeezed(shown)
    assert [line for line in text.splitlines() if not line.startswith("    ") and re.search(r"(?<!\\)\$", line)] == []


@pytest.mark.parametrize("opening", ["# x", "- x", "+ x", "1. x", "2) x", "> x", "---", "===", "    x", "| x", "```"])
def test_a_text_of_markdown_opens_no_block(opening: str) -> None:
    """A text that begins as a heading, a list, a rule or a quotation is a paragraph."""
    kinds = {token.type for token in tokens(f"Above\n\n{markdown.escaped(opening)}\n")}
    assert kinds == {"paragraph_open", "inline", "text", "text_special", "paragraph_close"} & kinds


# Web pages


def test_a_web_page_has_no_element_and_no_attribute_but_its_own() -> None:
    """A text is a text there, in pictures and heads too; nothing of it is a template."""
    text = html.write(HOSTILE, Sheet())
    page, own = Html(text), Html(html.write(HARMLESS, Sheet()))
    assert unseen_in(text) == set()
    assert page.tags == own.tags
    assert page.attributes == own.attributes
    assert squeezed(MARKUP) in squeezed(page.text)
    assert "{{ 7*7 }}" in page.text


def test_a_page_of_the_site_has_no_element_and_no_attribute_but_its_own() -> None:
    """Its frame's names are texts too, and what leaves out quotes and end tags lets no text out of its place."""
    written = site.write(HOSTILE, framed(lambda text: f"{text}{MARKUP} {SEEN}"))
    page, own = (
        [(element.tag, {*element.attrib} - {"font-size"}) for element in tree_of(text.encode()).iter()]
        for text in (written, site.write(HARMLESS, framed(lambda text: text + "more")))
    )
    assert page == own
    names = framed(lambda text: text + EVIL)._replace(labels=framed(str).labels)
    assert unseen_in(site.write(HOSTILE, names)) == set()
    leads = {link for _, _, link, _ in tree_of(site.write(WITH_LINKS, framed(str)).encode()).iterlinks()}
    assert {link for link in leads if not link.startswith(("./", "https:", "#", "url(#"))} == set()


def framed(change: Callable[[str], str]) -> Frame:
    """What stands around a page of the site, with every name of it changed."""
    names = ("skip", "sections", "languages", "trail", "more", "within", "downloads")
    link = Link(change("text"), "./there/", about="es")
    return Frame(
        "./", "here/", change("site"), {name: change(name) for name in names}, (link,), (link,), (link, link), (link,),
        {change("Ávila"): change("states/avila/")}, (link,),
    )  # fmt: skip


def test_no_format_links_to_what_is_no_page() -> None:
    """An address that runs or opens something else is a text at most: on the web, on paper, in Word, in Markdown."""
    assert [link for link in Html(html.write(WITH_LINKS, Sheet())).links if not link.startswith(("https:", "#"))] == []
    assert {*links_of_pdf(pdf.write(WITH_LINKS, Sheet()))} == {SAMPLE_ADDRESS}
    assert {*links_of_docx(docx.write(WITH_LINKS, Sheet()))} == {SAMPLE_ADDRESS}
    book = load_workbook(io.BytesIO(xlsx.write(PageWithRows(WITH_LINKS, ROWS), Sheet())))
    assert {cell.hyperlink.target for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink} == {
        SAMPLE_ADDRESS
    }
    links = [token.attrs["href"] for token in tokens(markdown.write(WITH_LINKS, 80)) if token.type == "link_open"]
    assert {*links} == {SAMPLE_ADDRESS}


SAMPLE_ADDRESS = "https://example.org/1999?a=b&c=d"


def links_of_pdf(content: bytes) -> Iterator[str]:
    """The addresses to which a PDF links."""
    for page in PdfReader(io.BytesIO(content)).pages:
        for annotation in page.get("/Annots", ()):
            yield str(annotation.get_object()["/A"]["/URI"])


def links_of_docx(content: bytes) -> Iterator[str]:
    """The addresses outside a Word file to which it leads, or from which it would fetch."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if name.endswith(".rels"):
                parts = ET.fromstring(packed.read(name))  # noqa: S314 - our own file
                yield from (part.attrib["Target"] for part in parts if part.get("TargetMode") == "External")


# Paper, Word, workbooks


def test_a_pdf_sets_every_text_as_it_stands() -> None:
    """Nothing of a text is a command to the typesetter, and a sign that cannot be seen does not stop it."""
    content = pdf.write(attacked(SAMPLE, lambda text: f"{text}#panic()$x\x1b\u202e"), Sheet())
    text = squeezed(of_pdf(content))
    assert text.count("#panic()$x<U+001B><U+202E>") > 200


def test_a_word_file_holds_every_text_as_it_stands() -> None:
    """Its parts are XML whatever a text holds, it has no field but those of page numbers and footnotes."""
    content = docx.write(HOSTILE, Sheet())
    text = of_docx(content)
    assert unseen_in(text) == set()
    assert squeezed(MARKUP) in squeezed(text)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = [ET.fromstring(packed.read(name)) for name in packed.namelist() if name.endswith(".xml")]  # noqa: S314
    named = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instr"
    fields = {element.attrib[named].split()[0] for part in parts for element in part.iter() if named in element.attrib}
    assert fields <= {"PAGE", "NUMPAGES", "NOTEREF"}


@pytest.mark.parametrize("page", [HOSTILE, LEADING], ids=["attacks", "formulas"])
def test_a_workbook_computes_and_fetches_nothing(page: Document) -> None:
    """No cell is a formula, no link leads elsewhere, no part of it names another file."""
    content = xlsx.write(PageWithRows(page, ROWS, (("actions", ROWS),)), Sheet())
    book = load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert all(str(cell.hyperlink.target).startswith(SAMPLE_ADDRESS) for cell in cells if cell.hyperlink)
    assert set().union(*(unseen_in(str(cell.value)) for cell in cells)) == set()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert [name for name in packed.namelist() if re.search("external|macro|vba|connection", name.lower())] == []


# What programs read


def test_a_cell_of_csv_is_no_formula_and_no_second_line() -> None:
    """Each record is one record again, and no cell begins as a formula does."""
    read = list(csv.DictReader(io.StringIO(csv_writer.write(ROWS, 80), newline="")))
    assert len(read) == len(ROWS.lines)
    assert [row["text"] for row in read if re.match(r"\s*[=+\-@＝]", row["text"])] == []


def test_a_calendar_has_no_line_but_its_own() -> None:
    """An end of a line within a text is written as a sign: no property, entry or alarm can be brought in."""
    break_in = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTENDEE:mailto:a@evil.example\r;,\\"
    days = Days(f"t{break_in}{EVIL}", date(2026, 11, 21), "en", (
        CalendarDay(f"id{break_in}", date(2027, 1, 1), date(2027, 1, 2), f"t{break_in}{EVIL}", f"d{break_in}{EVIL}"),
    ))  # fmt: skip
    text = ics.write(days, Sheet())
    lines = text.replace("\r\n ", "").split("\r\n")
    names = [re.split("[:;]", line)[0] for line in lines if line]
    assert names == [
        *("BEGIN", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME"),
        *("BEGIN", "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "DESCRIPTION", "TRANSP", "END", "END"),
    ]
    assert unseen_in(text) <= {"\r"}
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_json_holds_exactly_the_text_and_nothing_unseen() -> None:
    """A program reads what the register holds; a screen shows only what is printed."""
    text = json_writer.write({"text": EVIL}, 80)
    assert json.loads(text) == {"text": EVIL}
    assert unseen_in(text) == set()


def test_the_database_and_its_tables_hold_exactly_the_text() -> None:
    """A text that is a statement is stored as one; no table is made or lost; CSV for programs reads back exactly."""
    texts = [f"{MARKUP}\x1b\u202e", "'); DROP TABLE t;--", '"', 'a,"b\r\nc', "=1"]
    table = Table("t", (Column("id"), Column("text")), ("id",), tuple(
        {"id": str(number), "text": text} for number, text in enumerate(texts)
    ))  # fmt: skip
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(dataset_sqlite_of(table))
        assert [text for (text,) in database.execute('SELECT text FROM "t" ORDER BY id')] == texts
        assert {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")} >= {"t"}
    read = csv.reader(io.StringIO(dataset_csv.write(table).decode(), newline=""), strict=True)
    assert [row[1] for row in read][1:] == texts


def dataset_sqlite_of(table: Table) -> bytes:
    """A database of one table, without the view that needs all of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dataset_sqlite, "TODAY", "SELECT 1")
        return dataset_sqlite.write(Dataset(date(2026, 11, 21), "1a2b3c4", (), (table,)))


def test_an_annotation_is_one_command_on_one_line() -> None:
    """A message is shown beside its line; nothing in it is a command to the runner, or unseen."""
    problem = Problem("bad-value", Place("data/a.yaml", 1, 1), f"{EVIL}\n::set-env name=x::y\r", EVIL)
    (line,) = as_annotations([problem]).splitlines()
    assert unseen_in(line) == set()


# The register


QUESTIONS = [
    ("state", "bolivia"), ("table",), ("basis", "bolivia", "nicaragua"), ("brief", "haiti"),
    ("measures", "haiti", "--all"), ("commitments", "strategy-5d"), ("changes", "--since", "2010-01-01"),
    ("sources", "--conflicts"), ("sources", "--state", "haiti"), ("explain", "nicaragua", "minors"),
    ("progress",), ("map", "minors"),
]  # fmt: skip
LANGUAGES = ("en", "es", "pt", "fr")
FORM = ("returns", "template", "haiti", "2024")


def test_no_answer_of_a_hostile_register_holds_a_command(tmp_path: Path) -> None:
    """In four languages: nothing unseen, no element in Markdown and on the web, no formula, and a form that is one."""
    form = tmp_path / "form.yaml"
    spoken = [(*question, "--lang", LANGUAGES[at % 4]) for at, question in enumerate(QUESTIONS)]
    texts = [(*words, "--format", "markdown") for words in spoken[::2]]
    webs = [(*words, "--format", "html") for words in spoken[::3]]
    tables = [(*words, "--format", "csv") for words in spoken[1::3]]
    asked = [*spoken, *texts, *webs, *tables, FORM]
    given = {"attack": EVIL.replace("\ud800", ""), "data": str(REGISTER), "day": AS_OF}
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
        input=json.dumps({**given, "asked": [*asked, (*FORM, "-o", str(form))]}),
    )  # fmt: skip
    answers = dict(zip([*asked, form], json.loads(done.stdout), strict=True))
    assert [(words, said) for words, (code, _, said) in answers.items() if code] == []
    for words in spoken:
        assert unseen_in(answers[words][1]) == set(), words
        assert "<U+202E>" in answers[words][1], words
    for words in texts:
        assert {each.content for each in tokens(answers[words][1]) if each.type.startswith("html")} <= {"<br>"}
    for words in webs:
        assert {"script", "img"}.isdisjoint(element.tag for element in tree_of(answers[words][1].encode()).iter())
    for words in tables:
        for row in csv.reader(io.StringIO(answers[words][1], newline="")):
            assert [cell for cell in row if re.match(r"\s*[=@＝]", cell)] == []
    rows = list(csv.reader(io.StringIO(answers[FORM][1].lstrip("\ufeff"), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if cell.startswith("=")] == []
    lines = form.read_text("utf-8").splitlines()
    assert [line for line in lines if not re.match(r"(state|year|figures):|  #|  [a-z0-9-]+(\.[a-z]+)?:", line)] == []
    assert unseen_in("".join(lines)) == set()


def test_a_name_of_the_register_reads_no_file_outside_the_folder(tmp_path: Path) -> None:
    """A state that the list calls by a path is refused, and what lies there is neither read nor shown."""
    shutil.copytree(REGISTER, tmp_path / "data")
    shutil.copy(REGISTER / "states" / "haiti.yaml", tmp_path / "secret.yaml")
    for name in ("../../secret", str(tmp_path / "secret")):
        (tmp_path / "data" / "register.yaml").write_text(f"states:\n  haiti: HTI\n  {name}: XXS\n", "utf-8")
        result = toc("table", "--data", str(tmp_path / "data"))
        assert (result.code, result.out) == (3, "")
        assert "Haiti" not in result.err


# Saved pages


def test_a_saved_page_fetches_nothing_and_opens_no_file(tmp_path: Path) -> None:
    """An entity of a page stands for nothing outside it; scripts, frames and pictures are elements and no more."""
    secret = tmp_path / "secret"
    secret.write_text("SECRET", "utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY e SYSTEM "{secret.as_uri()}"><!ENTITY % p SYSTEM "{secret.as_uri()}"> %p;]>'
        f'<base href="https://evil.example/"><iframe src="{secret.as_uri()}"></iframe><p>&e;</p>'
    )
    tree = tree_of(page.encode())
    assert "SECRET" not in tree.text_content()
