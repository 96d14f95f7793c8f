"""What stands around a page of the site: where it lies, what leads from it, and which names on it lead where."""

from collections.abc import Mapping
from typing import NamedTuple

from toc_treaties.document import Document

INDEX = "index.html"
"""The file that is shown of a folder."""


class Link(NamedTuple):
    """What leads somewhere: its text, its address from the page, and whether it is the page itself.

    `about` says more of it: the language of where it leads, or the format of what is downloaded.
    """

    text: str
    href: str
    here: bool = False
    about: str = ""


class Choice(NamedTuple):
    """One choice of a filter: its key, which no language changes, its text, and the sign that it speaks of."""

    key: str
    text: str
    sign: str = ""


class Filter(NamedTuple):
    """What a reader may choose by: its key, its name, and its choices, the first of which leaves all."""

    key: str
    label: str
    choices: tuple[Choice, ...]


class SiftedRow(NamedTuple):
    """A row of a matrix that can be sifted: a short name, the choices that it answers to, and where its cells lead.

    `choices` are numbers of choices by the key of their filter; `tile` is the place on a map of equal tiles.
    """

    short: str
    choices: Mapping[str, tuple[int, ...]]
    cells: str
    tile: tuple[int, int] | None = None


class Sifted(NamedTuple):
    """How the matrix of a page is sifted: by its rows, by lists of its columns, by the signs in its cells.

    `rows` are found by what their first cells say, `lists` by the keys of columns; `days` is the same page with days.
    """

    rows_by: tuple[Filter, ...]
    lists_by: Filter | None
    signs_by: Filter
    rows: Mapping[str, SiftedRow]
    lists: Mapping[str, int]
    days: Document | None
    labels: Mapping[str, str]


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
    """The full address of the page, where the site's is known; with it that of a picture."""
    card: str = ""
    sifted: Sifted | None = None
    """How the matrix of the page is sifted, where it has one."""
    brief: bool = False
    """Whether the page is one of very many, which names what it links and what it cites as briefly as it can."""
    finder: bool = False
    """Whether the page finds the page of two states."""
    foot: tuple[Link, ...] = ()
    """What leads from the foot of every page."""


class Doors(NamedTuple):
    """What leads into the site in one language: its name in itself, what is said in it, its sections."""

    language: str
    name: str
    href: str
    said: str
    sections: tuple[Link, ...]
