"""Saved pages as a parser of HTML sees them: their tables cell by cell, and their text line by line."""

import re
from typing import Any

from toc_treaties.readers.page import PageFault

BREAKS = ("br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table")
"""Elements after which a new line begins."""
TAG = re.compile(rb"""<[a-zA-Z](?:[^"'>]++|"[^"]*+"|'[^']*+')*+""")
SEPARATING = re.compile(rb"[\s/\"'=]")
MOST_SEPARATING = 20_000
"""What parts attributes stands so often in one element at most: the parser compares each with all before it."""


def is_html(text: str) -> bool:
    """Whether a page is HTML, and not text."""
    return re.search(r"<(?:html|body|table|pre|!doctype)\b", text, re.IGNORECASE) is not None


def tree_of(content: bytes) -> Any:  # noqa: ANN401 - lxml has no types
    """The elements of a page."""
    try:
        from lxml import etree, html
    except ImportError:
        raise PageFault(
            "a page of HTML needs a parser that is not installed",
            "pip install 'toc-treaties[reconcile]'; in a checkout: pip install '.[reconcile]'",
        ) from None
    if any(len(SEPARATING.findall(tag[0])) > MOST_SEPARATING for tag in TAG.finditer(content)):
        raise PageFault("one of its elements has thousands of attributes", "save the page again")
    parser = html.HTMLParser(encoding="utf-8")
    try:
        return html.document_fromstring(content, parser=parser)
    except etree.ParserError:
        raise PageFault("there is nothing in it", "save the page again") from None


def text_of(content: bytes) -> str:
    """The text of a file."""
    return content.decode("utf-8")


def cell_text(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    """The text of a cell without the numbers of its footnotes, in single blanks."""
    return " ".join("".join(element.xpath(".//text()[not(ancestor::sup)]")).split())


def rows_of(table: Any) -> list[tuple[int, list[Any]]]:  # noqa: ANN401 - lxml has no types
    """The rows of a table, each with its line in the file and its cells."""
    rows = table.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr")
    return [(row.sourceline or 0, row.xpath("./td|./th")) for row in rows]


def lines_of(content: bytes) -> list[str]:
    """The lines of a page as a reader sees them; those of a table, a line a row."""
    text = text_of(content)
    if not is_html(text):
        return text.replace("\xa0", " ").splitlines()
    tree = tree_of(content)
    for row in tree.iter("tr"):
        cells = row.xpath("./td|./th")
        if not row.xpath(".//table"):
            line = " ".join(cell_text(cell) for cell in cells)
            row.clear()
            row.text = f"\n{line}\n"
    for element in tree.iter(*BREAKS):
        element.tail = "\n" + (element.tail or "")
    return str(tree.text_content()).replace("\xa0", " ").splitlines()
