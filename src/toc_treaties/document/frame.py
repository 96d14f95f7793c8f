"""What stands around a page of the site: where it lies, what leads from it, and which names on it lead where."""

from collections.abc import Mapping
from typing import NamedTuple


class Link(NamedTuple):
    """What leads somewhere: its text, its address from the page, and whether it is the page itself.

    `about` says more of it: the language of where it leads, or the format of what is downloaded.
    """

    text: str
    href: str
    here: bool = False
    about: str = ""


class Frame(NamedTuple):
    """What stands around a page. `root` leads from the page to the site's root: `../../`, or nothing.

    `addresses` are those of the things that have a page or an entry, by their names or ids, from the root.
    """

    root: str
    path: str
    site: str
    labels: Mapping[str, str]
    sections: tuple[Link, ...]
    languages: tuple[Link, ...]
    trail: tuple[Link, ...]
    downloads: tuple[Link, ...]
    addresses: Mapping[str, str]
    more: tuple[Link, ...] = ()
    """What else there is on the same thing."""
    canonical: str = ""
    """The full address of the page, where the site's is known; with it those in each language, and of a picture."""
    alternates: tuple[Link, ...] = ()
    card: str = ""


class Doors(NamedTuple):
    """What leads into the site in one language: its name in itself, what is said in it, its sections."""

    language: str
    name: str
    href: str
    said: str
    sections: tuple[Link, ...]
