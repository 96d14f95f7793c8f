"""What printed files hold, as libraries that did not write them read it."""

import io
import re
import zipfile
from datetime import datetime
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import docx
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from pypdf import PdfReader


def of_pdf(content: bytes) -> str:
    """The text of a PDF, page by page."""
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return "\n\f\n".join(pages) + "\n"


def of_xlsx(content: bytes) -> str:
    """The cells of a workbook, sheet by sheet, a line a row; a day with the format in which it is shown."""
    lines: list[str] = []
    for sheet in load_workbook(io.BytesIO(content)).worksheets:
        lines.append(f"== {sheet.title}")
        lines += [" | ".join(map(_shown, row)).rstrip() for row in sheet.iter_rows()]
    return "\n".join(lines) + "\n"


def _shown(cell: Cell | MergedCell) -> str:
    if isinstance(cell.value, datetime):
        return f"{cell.value:%Y-%m-%d} as {cell.number_format}"
    return "" if cell.value is None else str(cell.value).replace("\n", " / ")


def of_docx(content: bytes) -> str:
    """The paragraphs and tables of a Word file in their order, its head, foot and footnotes."""
    word = docx.Document(io.BytesIO(content))
    lines = [f"^ {line.text}" for line in word.sections[0].header.paragraphs]
    for part in word.iter_inner_content():
        if isinstance(part, Paragraph):
            lines.append(part.text)
        else:
            lines += [" | ".join(cell.text.replace("\n", " / ") for cell in row.cells) for row in part.rows]
    lines += [f"_ {line.text}" for line in word.sections[0].footer.paragraphs]
    return "\n".join([*lines, *(f"* {note}" for note in footnotes_of(content))]) + "\n"


def footnotes_of(content: bytes) -> list[str]:
    """The texts of the footnotes of a Word file, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if "word/footnotes.xml" not in packed.namelist():
            return []
        notes = ET.fromstring(packed.read("word/footnotes.xml"))  # noqa: S314 - our own file
    texts = ["".join(text.text or "" for text in note.iter(f"{{{MAIN}}}t")).strip() for note in notes]
    return [text for text in texts if text]


MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Html(HTMLParser):
    """The elements, the attributes, the texts and the links of an HTML page, and the rows of its tables."""

    VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.rows: list[list[str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element, and what it links to."""
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        values = dict(attrs)
        self.attributes |= {*values}
        self.links += [values["href"] or ""] if "href" in values else []
        self.ids += [values["id"] or ""] if "id" in values else []
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """Close an element; one that is not the last opened is a fault of the page."""
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        """Remember a text, with the cell in which it stands."""
        if "style" in self.open:
            return
        self.texts.append(data)
        if self.rows and {"td", "th"} & set(self.open):
            self.rows[-1][-1] = re.sub(r"\s+", " ", self.rows[-1][-1] + data).strip()

    @property
    def text(self) -> str:
        """All texts with single blanks."""
        return re.sub(r"\s+", " ", " ".join(self.texts)).strip()
