"""One edition of the site: the register on a day, in every language, and its files one after another."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.document import DataUsed
from toc_treaties.document.frame import INDEX
from toc_treaties.model.alphabetical import in_order
from toc_treaties.model.register import Register
from toc_treaties.model.vocabulary import Language
from toc_treaties.site import api, prints, root
from toc_treaties.site.contents import contents
from toc_treaties.site.frames import Around, file_of
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.names import names
from toc_treaties.site.shelf import Published, Shelf
from toc_treaties.words.language import Words
from toc_treaties.words.site import on_site
from toc_treaties.writers import FORMATS, site

File = tuple[str, bytes]


class Prepared(NamedTuple):
    """What the pages of one language share: the register in that language, every page, and what stands around them."""

    shelf: Shelf
    leaves: tuple[Leaf, ...]
    around: Around


class Edition(NamedTuple):
    """What a site is made from: the register, its texts in the other languages, the day, and which data was used."""

    register: Register
    texts: Mapping[str, Mapping[str, str]]
    used: Mapping[str, DataUsed]
    data: Mapping[str, object]
    as_of: date
    base: str = ""
    prints: tuple[str, ...] = ()
    """The formats in which pages are printed."""
    report_to: str = ""
    """The address of a page on which readers report a mistake."""

    def shelf(self, words: Words) -> Shelf:
        """What the pages of one language are made from."""
        register = in_order(self.register, words.language)
        if words.language != Language.ENGLISH:
            from toc_treaties.store.languages import in_language

            register = in_language(register, self.texts[words.language], words)
        revision = self.data.get("revision")
        published = Published(str(revision) if revision else None, self.base, self.report_to)
        return Shelf(register, words, self.as_of, published)

    def prepared(self, language: str) -> Prepared:
        """What the pages of a language share, for whoever makes several parts of them."""
        shelf = self.shelf(on_site(language))
        leaves = tuple(contents(shelf))
        card = root.card_of(language) if self.has_cards else ""
        around = Around.of(shelf.words, leaves, names(shelf), self.base, self.prints, card)
        return Prepared(shelf, leaves, around)

    def made(self, prepared: Prepared, part: int, of: int) -> Iterator[File]:
        """The files of one part of the pages of a language, every so many; with those in English go the records."""
        words = prepared.shelf.words
        for leaf in prepared.leaves[part::of]:
            answer = leaf.ask()
            page = leaf.page(answer, words)._replace(data=self.used[words.language])
            frame = prepared.around.frame(leaf)
            if leaf.sifted is not None:
                frame = frame._replace(sifted=leaf.sifted(answer, words, page))
            yield file_of(leaf.path, words.language), site.write(page, frame).encode()
            for file in leaf.attached:
                yield beside(leaf, words.language, file.name), file.write(answer, words, frame)
            if leaf.printed:
                made = prints.printed(leaf, answer, words, self.used[words.language], self.prints)
                yield from ((beside(leaf, words.language, name), content) for name, content in made)
            if words.language == Language.ENGLISH and leaf.recorded:
                yield from api.files(leaf, answer, self._of)

    @property
    def has_cards(self) -> bool:
        """Whether links to the site are shown with a picture: its address has to be known, and be set by typst."""
        return bool(self.base) and FORMATS["pdf"].is_there

    @property
    def _of(self) -> api.Used:
        """What every record is of."""
        return api.Used(self.data, self.as_of, self.base)

    def around_all(self) -> Iterator[File]:
        """The files that belong to no page."""
        prepared = self.prepared(Language.ENGLISH)
        yield from site.assets()
        yield from api.around(prepared.shelf, prepared.leaves, self._of)
        yield from root.files(prepared.leaves, self.base)
        if self.has_cards:
            yield from root.cards(prepared.shelf, self.as_of)


def beside(leaf: Leaf, language: str, name: str) -> str:
    """A file beside a page, from the root of the site."""
    return file_of(leaf.path, language).removesuffix(INDEX) + name
