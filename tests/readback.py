"""What printed files hold, as libraries that did not write them read it."""

import io
import re
from html.parser import HTMLParser

from pypdf import PdfReader


def of_pdf(content: bytes) -> str:
    """The text of a PDF, page by page."""
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return "\n\f\n".join(pages) + "\n"


class Html(HTMLParser):
    """The elements, the texts and the links of an HTML page, and the rows of its tables."""

    VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.rows: list[list[str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element, and what it links to."""
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        values = dict(attrs)
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
