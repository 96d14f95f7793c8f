"""One self-contained page for the web: readable on a phone, projected and printed, without a script or a request."""

from toc_treaties.document import Document
from toc_treaties.words.visible import shown_whole
from toc_treaties.writers.blocks import environment, values_of
from toc_treaties.writers.sheet import Sheet


def write(document: Document, sheet: Sheet) -> str:
    """The page as one HTML file."""
    document = shown_whole(document)
    values = values_of(document, document.printed)
    return environment().get_template("page.html").render(values, paper=sheet.paper).strip() + "\n"
