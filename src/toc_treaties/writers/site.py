"""A page of the site: the blocks of a page within their frame."""

import re
from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup, escape

from toc_treaties.document import Document, Legend
from toc_treaties.document.frame import Frame
from toc_treaties.words.visible import NO_BREAK, shown_whole
from toc_treaties.writers.blocks import environment, values_of
from toc_treaties.writers.sifting import is_matrix, rules, sifted_matrix
from toc_treaties.writers.within import within

HERE = Path(__file__).parent
STYLES = ("page.css", "site.css")
"""The styles of every page, and those of the site, in one file."""
BETWEEN, COLON = ", ", ": "
OMITTED = re.compile(r"</(?:dd|dt|li|tbody|td|tfoot|th|thead|tr)>|\n(?=\n|<t[rb])")
"""End tags that HTML lets a page leave out, where the next element begins: thousands of pages are lighter."""
QUOTED = re.compile(r'(?<==)"([^\s"\'=<>`]+)"(?=[ >])')
"""Values that need no quotes. A text has none that is not escaped."""


def write(document: Document, frame: Frame) -> str:
    """The page as one file of the site."""
    sifted = frame.sifted
    shown, frame = shown_whole(document), shown_whole(frame)
    links = _Links(frame)
    values = {
        **values_of(shown, shown.blocks, links.linked, links.anchored, brief=frame.brief),
        "named": links.named,
        "lead": links.lead,
        "matrix": None,
        "within": within,
        "fresh": links.fresh,
    }
    if sifted is not None:
        # Rows, columns and signs are found by what the register holds, and what is found is then made visible.
        values["matrix"] = shown_whole(sifted_matrix(document, sifted))
        others = ((block, level) for block, level in values["blocks"] if not is_matrix(block))
        values["blocks"] = [each for each in others if not isinstance(each[0], Legend)]  # its signs stand beside it
    made = environment().get_template("site.html").render(values, frame=frame).strip() + "\n"
    # What is parted at the quoted values holds these between: joined again, it lacks their quotes alone.
    return "".join(QUOTED.split(OMITTED.sub("", made))).replace("&#39;", "'")


class _Links:
    """What leads from a page: the names on it, each once in a table or list, and where they lead."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.language = frame.path.partition("/")[0] + "/"
        self.given: set[str] = set()

    def lead(self, address: str) -> str:
        """From the page to an address, by the shortest way."""
        root = self.frame.root
        if address.startswith(self.language):
            return root.removeprefix("../") + address.removeprefix(self.language)
        return root + address

    def anchored(self, name: str, text: str) -> Markup:
        """A text that leads to what is named."""
        address = self.frame.addresses.get(name)
        if address is None or address.partition("#")[0] == self.frame.path or name in self.given:
            return escape(text)
        self.given.add(name)
        return _leading(self.lead(address), escape(text))

    def linked(self, text: str) -> Markup:
        """A text with what leads from it as a whole, from what it is said of before a colon, or from its parts."""
        if text in self.frame.addresses:
            return self.anchored(text, text)
        before, colon, said = text.partition(COLON)
        of = before.rstrip(NO_BREAK)  # French has a space before a colon
        if colon and of in self.frame.addresses:
            return self.anchored(of, of) + escape(before.removeprefix(of) + COLON) + self._of_a_name(said)
        first, *others = text.split(BETWEEN)
        if others and others[0] in self.frame.addresses:
            return escape(BETWEEN).join((self._behind(first), *(self.anchored(part, part) for part in others)))
        return escape(BETWEEN).join(self.anchored(part, part) for part in (first, *others))

    def _of_a_name(self, said: str) -> Markup:
        """What is said of a name, whose last words may be one name: in force for all but Haiti."""
        return self.linked(said) if BETWEEN in said else self._behind(said)

    def _behind(self, text: str) -> Markup:
        """A text whose last words may be the first of several names: in force for Haiti, Peru."""
        words = text.split(" ")
        tails = (" ".join(words[at:]) for at in range(len(words)))
        name = next((tail for tail in tails if tail in self.frame.addresses), text)
        return escape(text.removesuffix(name)) + self.anchored(name, name)

    def named(self, name: str, short: str) -> Markup:
        """A row's name, and what stands for it where there is little room."""
        both = Markup('<span class="full">{}</span><span class="short" aria-hidden="true">{}</span>')
        address = self.frame.addresses.get(name)
        made = both.format(name, short)
        return made if address is None else _leading(self.lead(address), made)

    def fresh(self) -> str:
        """Let names lead again: once in each table or list, but once on a page of two states, of which most are."""
        if not self.frame.brief:
            self.given.clear()
        return ""


def _leading(address: str, said: Markup) -> Markup:
    """What leads to an address: a site has so many that joining is worth the words."""
    return Markup(f'<a href="{escape(address)}">{said}</a>')  # noqa: S704 - both are escaped


def assets() -> Iterator[tuple[str, bytes]]:
    """The files that all pages share, from the root of the site: styles, script, typeface and its licences."""
    templates = HERE / "templates"
    yield "assets/site.css", b"".join(templates.joinpath(name).read_bytes() for name in STYLES)
    yield "assets/matrix.css", templates.joinpath("matrix.css").read_bytes() + rules().encode()
    yield "assets/site.js", templates.joinpath("site.js").read_bytes()
    for face in sorted((HERE / "fonts/web").iterdir()):
        yield f"assets/{face.name}", face.read_bytes()
    yield "assets/LICENSE-DejaVu", (HERE / "fonts/LICENSE-DejaVu").read_bytes()
