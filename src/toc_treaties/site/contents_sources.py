"""What all rests on: the sources, how current they are, what is to be verified next, where they disagree."""

from collections.abc import Iterator

from toc_treaties.pages import site_sources
from toc_treaties.questions.conflicts import conflicts
from toc_treaties.questions.currency import currency
from toc_treaties.questions.sources import sources_of_register
from toc_treaties.questions.worklist import REFRESHED_AFTER, worklist
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.shelf import Shelf


def leaves(shelf: Shelf) -> Iterator[Leaf]:
    """The sources with what rests on each, then what is said of them all."""
    register, scope, day = shelf.register, shelf.scope, shelf.as_of
    more = (
        ("sources", shelf.section("sources")),
        *((f"sources/{key}", shelf.aspect(key)) for key in ("currency", "worklist", "conflicts")),
        ("limits", shelf.aspect("limits")),
    )
    yield Leaf(
        "sources",
        "sources",
        shelf.section("sources"),
        "sources",
        lambda: sources_of_register(register),
        own=site_sources.page,
        more=more,
    )
    yield Leaf(
        "sources/currency",
        "sources",
        shelf.aspect("currency"),
        "currency",
        lambda: currency(register, scope, day),
        more=more,
    )
    yield Leaf(
        "sources/worklist",
        "sources",
        shelf.aspect("worklist"),
        "worklist",
        lambda: worklist(register, scope, day, REFRESHED_AFTER),
        title=shelf.words.say("What is to be verified next"),
        more=more,
    )
    yield Leaf(
        "sources/conflicts",
        "sources",
        shelf.aspect("conflicts"),
        "conflicts",
        lambda: conflicts(register, scope, day),
        more=more,
    )
