"""Every page of the site in one language, section by section."""

from collections.abc import Iterator

from toc_treaties.questions.table import table
from toc_treaties.site import (
    contents_changes,
    contents_commitments,
    contents_home,
    contents_pairs,
    contents_reading,
    contents_sources,
    contents_states,
    contents_treaties,
    sifting,
)
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.shelf import Shelf


def contents(shelf: Shelf) -> Iterator[Leaf]:
    """Every page of a language."""
    yield _hemisphere(shelf)
    yield from contents_states.leaves(shelf)
    yield from contents_treaties.leaves(shelf)
    yield from contents_home.leaves(shelf)
    yield from contents_commitments.leaves(shelf)
    yield from contents_pairs.leaves(shelf)
    yield from contents_changes.leaves(shelf)
    yield from contents_sources.leaves(shelf)
    yield from contents_reading.leaves(shelf)


def _hemisphere(shelf: Shelf) -> Leaf:
    """The first page: every state under every instrument."""
    return Leaf(
        "",
        "",
        shelf.section(""),
        "table",
        lambda: table(shelf.register, shelf.scope, shelf.as_of),
        printed=True,
        sifted=sifting.of_table,
        more=(
            ("", shelf.aspect("treaties")),
            ("measures", shelf.section("measures")),
            ("reading", shelf.section("reading")),
            ("limits", shelf.aspect("limits")),
        ),
    )
