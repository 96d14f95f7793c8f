"""Plain text: what a pipe, a file or a mail gets. It imports nothing but the layout."""

from toc_treaties.document import Document
from toc_treaties.writers.layout import lines_of


def write(document: Document, width: int) -> str:
    """The page as text, `width` characters wide at most where it can be."""
    lines = ("".join(span.text for span in line).rstrip() for line in lines_of(document, width))
    return "\n".join(lines).rstrip("\n") + "\n"
