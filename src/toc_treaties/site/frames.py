"""What stands around a page: where it lies, what leads from it, in which languages it is there."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from toc_treaties.document.frame import INDEX, Frame, Link
from toc_treaties.model.vocabulary import IN_ITSELF, Language
from toc_treaties.site.api import API
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.prints import name_of
from toc_treaties.words.language import Words
from toc_treaties.words.site import FOOT, LABEL, SECTION

SITE = "toc-treaties"
ABOUT = "about"
"""The page about the register."""
PAIRS = "pairs"
"""The page from which those of two states are found."""


def file_of(path: str, language: str) -> str:
    """The file of a page, from the root of the site."""
    return "/".join(filter(None, (language, path, INDEX)))


def near(root: str, path: str) -> str:
    """What leads from a page to another in its language: `root` leads from it to the root of the site."""
    return root.removeprefix("../") + "/".join(filter(None, (path, INDEX)))


def address_of(path: str, language: str, base: str) -> str:
    """The full address of a page, as it is written everywhere."""
    return base + file_of(path, language).removesuffix(INDEX)


class Around(NamedTuple):
    """What the frames of all pages of a language share."""

    words: Words
    leaves: Mapping[str, Leaf]
    addresses: Mapping[str, str]
    base: str = ""
    prints: tuple[str, ...] = ()
    """The formats in which pages are printed."""
    card: str = ""
    """The file of the picture by which a link is shown elsewhere."""

    @classmethod
    def of(
        cls,
        words: Words,
        leaves: Iterable[Leaf],
        named: Mapping[str, str],
        base: str = "",
        prints: tuple[str, ...] = (),
        card: str = "",
    ) -> "Around":
        """What they share: every page by its path, and the file to which each name leads."""
        around = cls(words, {leaf.path: leaf for leaf in leaves}, {}, base, prints, card)
        return around._replace(addresses=around._files(named))

    def _files(self, named: Mapping[str, str]) -> dict[str, str]:
        """The file of each page that is there, with the entry on it behind a number sign."""
        parted = {name: path.partition("#") for name, path in named.items()}
        return {
            name: file_of(path, self.words.language) + sign + entry
            for name, (path, sign, entry) in parted.items()
            if path in self.leaves
        }

    def frame(self, leaf: Leaf) -> Frame:
        """What stands around one page."""
        own = file_of(leaf.path, self.words.language)
        root = "../" * own.count("/")
        return Frame(
            root,
            own,
            SITE,
            {key: self.words.say(message) for key, message in LABEL.items()},
            tuple(
                Link(self.words.say(name), near(root, path), here=leaf.section == path)
                for path, name in SECTION.items()
                if path in self.leaves
            ),
            tuple(
                Link(
                    IN_ITSELF[language], root + file_of(leaf.path, language), language == self.words.language, language
                )
                for language in Language
            ),
            tuple(self._trail(leaf, root)),
            tuple(self._downloads(leaf, root)),
            {**self.addresses, **self._files(leaf.names)} if leaf.names else self.addresses,
            tuple(
                Link(name, near(root, path), here=path == leaf.path) for path, name in leaf.more if path in self.leaves
            ),
            **(self._full(leaf) if self.base else {}),
            brief=leaf.section == PAIRS and leaf.question == "basis",
            finder=leaf.path == PAIRS,
            foot=tuple(Link(self.words.say(name), near(root, ABOUT) + place) for place, name in FOOT.items())
            if ABOUT in self.leaves
            else (),
        )

    def _full(self, leaf: Leaf) -> dict[str, Any]:
        """What is said of a page by full addresses."""
        return {
            "canonical": address_of(leaf.path, self.words.language, self.base),
            "card": f"{self.base}{self.card}" if self.card else "",
        }

    def _trail(self, leaf: Leaf, root: str) -> Iterable[Link]:
        """The pages above a page, from the first, and itself; its section where its address does not say it."""
        parts = leaf.path.split("/") if leaf.path else []
        above = ("", leaf.section, *("/".join(parts[: index + 1]) for index in range(len(parts))))
        for path in dict.fromkeys(above):
            if path in self.leaves:
                yield Link(self.leaves[path].name, near(root, path), here=path == leaf.path)

    def _downloads(self, leaf: Leaf, root: str) -> Iterable[Link]:
        """The page as files for programs, and what is made beside it."""
        for file in leaf.attached:
            yield Link(file.label, file.name, about=file.media)
        for format in self.prints if leaf.printed else ():
            yield Link(format.upper(), name_of(leaf, self.words.language, format))
        if leaf.recorded:
            for suffix in ("csv", "json"):
                yield Link(suffix.upper(), f"{root}{API}/{leaf.called}.{suffix}")
