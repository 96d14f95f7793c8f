"""A page of the site before it is made: where it lies, what it asks, and what it is called in a list of pages."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from toc_treaties.document import Document
from toc_treaties.faces import page_of
from toc_treaties.words.language import Words

Shown = Callable[[Any, Words], Document]
"""An answer to its page."""


class Leaf(NamedTuple):
    """A page of the site: its permanent address below a language, its section, its name, and the question it answers.

    `own` makes the page where it is not that of the question; `recorded` is whether programs get the answer too, and
    `printed` whether readers get it as a PDF and a workbook.
    """

    path: str
    section: str
    name: str
    question: str
    ask: Callable[[], Any]
    kind: str = ""
    how: Mapping[str, object] = {}
    own: Shown | None = None
    recorded: bool = True
    printed: bool = False

    def page(self, answer: object, words: Words) -> Document:
        """The page of the answer."""
        if self.own is not None:
            return self.own(answer, words)
        made: Document = page_of(self.question, self.kind)(answer, words=words, **self.how)
        return made
