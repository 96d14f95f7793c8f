"""What lies at the root of the site: the choice of a language, and what servers and search engines ask for."""

from collections.abc import Iterator
from datetime import date

from toc_treaties.document.frame import INDEX, Doors, Link
from toc_treaties.model.vocabulary import IN_ITSELF, Language
from toc_treaties.site.frames import ABOUT as ABOUT_IT
from toc_treaties.site.frames import SITE, address_of, file_of
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.shelf import Shelf
from toc_treaties.words.language import Words, spoken
from toc_treaties.words.site import ABOUT, ASPECT, MISSING, SECTION
from toc_treaties.writers import site_root, sitemap

File = tuple[str, bytes]


def files(leaves: tuple[Leaf, ...], base: str) -> Iterator[File]:
    """The files at the root that are there for every site; with its address known, the map of all pages too."""
    paths = {leaf.path for leaf in leaves}
    yield INDEX, site_root.write(SITE, _doors(paths, "", ABOUT)).encode()
    # A page that is not there may have been looked for at any depth: links from it are full ones, where they can be.
    yield "404.html", site_root.write(SITE, _doors(paths, base, MISSING), base).encode()
    yield "robots.txt", sitemap.robots(f"{base}sitemap.xml" if base else "").encode()
    if base:
        addresses = ({str(language): address_of(leaf.path, language, base) for language in Language} for leaf in leaves)
        yield "sitemap.xml", sitemap.write(addresses).encode()


def cards(shelf: Shelf, as_of: date) -> Iterator[File]:
    """The picture by which a link to the site is shown elsewhere, in each language."""
    from toc_treaties.writers import card

    tiles = {state.iso3: state.tile for state in shelf.states if state.tile is not None}
    for language in Language:
        words = spoken(language)
        day = words.say("as of {day}", day=words.long_day(as_of))
        yield card_of(language), card.write(SITE, words.say(ABOUT), day, tiles)


def card_of(language: str) -> str:
    """The file of that picture, from the root."""
    return f"assets/card-{language}.png"


def _doors(paths: set[str], base: str, message: str) -> tuple[Doors, ...]:
    """What leads into the site, in each language."""
    return tuple(_door(spoken(language), paths, base, message) for language in Language)


def _door(words: Words, paths: set[str], base: str, message: str) -> Doors:
    language = words.language
    named = {**SECTION, ABOUT_IT: ASPECT[ABOUT_IT]}
    sections = tuple(
        Link(words.say(name), base + file_of(path, language)) for path, name in named.items() if path in paths
    )
    return Doors(language, IN_ITSELF[language], base + file_of("", language), words.say(message), sections)
