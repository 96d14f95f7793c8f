"""The terminal, through Rich: the same lines as plain text, with colours where the terminal has them."""

import io

from rich.console import Console
from rich.text import Text

from toc_treaties.document import Document
from toc_treaties.writers.layout import lines_of

STYLES = {
    "plain": "",
    "strong": "bold",
    "quiet": "dim",
    "good": "green",
    "open": "yellow",
    "doubt": "magenta",
    "title": "bold",
    "heading": "bold cyan",
    "column": "bold",
}


def write(document: Document, width: int) -> str:
    """The page for a terminal of `width` columns; NO_COLOR and the terminal's own abilities are respected."""
    # The caller decides that a terminal is at the other end; Rich reads NO_COLOR and TERM.
    console = Console(file=io.StringIO(), force_terminal=True, width=width, highlight=False, legacy_windows=False)
    with console.capture() as captured:
        for line in lines_of(document, width):
            text = Text.assemble(*((span.text, STYLES[span.style]) for span in line), end="")
            text.rstrip()
            console.print(text, soft_wrap=True)
    return captured.get() or "\n"
