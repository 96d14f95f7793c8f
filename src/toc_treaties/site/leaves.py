"""A page of the site before it is made: where it lies, what it asks, and what it is called in a list of pages."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from toc_treaties.document import Document, Heading
from toc_treaties.document.frame import Frame, Sifted
from toc_treaties.faces import page_of
from toc_treaties.words.language import Words

FIRST = "standings"
"""What the files of the first page are called, which has no path."""
Shown = Callable[[Any, Words], Document]
"""An answer to its page."""


class Attached(NamedTuple):
    """A file beside a page, made from the same answer: its name, what it is called, its kind, and what writes it."""

    name: str
    label: str
    media: str
    write: Callable[[Any, Words, Frame], bytes]


class Leaf(NamedTuple):
    """A page of the site: its permanent address below a language, its section, its name, and the question it answers.

    `own` makes the page where it is not that of the question; `recorded` is whether programs get the answer too, and
    `printed` whether readers get it as a PDF and a workbook. A `title` stands for that of the page where the page alone
    does not say what it is of. `more` are the pages on the same thing, each with its name there; `names` lead from this
    page elsewhere than from others. `sifted` says how readers sift its matrix.
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
    title: str = ""
    more: tuple[tuple[str, str], ...] = ()
    names: Mapping[str, str] = {}
    attached: tuple[Attached, ...] = ()
    sifted: Callable[[Any, Words, Document], Sifted] | None = None

    @property
    def called(self) -> str:
        """What files that hold the answer are called, behind the folders in which they lie."""
        return self.path or FIRST

    def page(self, answer: object, words: Words) -> Document:
        """The page of the answer."""
        made = self.own(answer, words) if self.own is not None else self.of_question(answer, words)
        return _titled(made, self.title) if self.title else made

    def of_question(self, answer: object, words: Words) -> Document:
        """The page that the question has by itself."""
        made: Document = page_of(self.question, self.kind)(answer, words=words, **self.how)
        return made


def _titled(page: Document, title: str) -> Document:
    """A page under a title that says of what it is; a heading above all of it that says that again is left out."""
    first, *others = page.blocks or (None,)
    again = isinstance(first, Heading) and first.level == 1 and title.startswith(first.text)
    return page._replace(title=title, blocks=tuple(others) if again else page.blocks)
