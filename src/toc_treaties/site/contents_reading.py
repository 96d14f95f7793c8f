"""What a newcomer reads first, what the register does not know, and the words of the field."""

from collections.abc import Iterator

from toc_treaties.pages import site_reading
from toc_treaties.questions.glossary import GlossaryIn
from toc_treaties.questions.limits import limits
from toc_treaties.questions.reading import reading
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.shelf import Shelf
from toc_treaties.store.glossary import glossary
from toc_treaties.words.reading import BEGIN


def leaves(shelf: Shelf) -> Iterator[Leaf]:
    """The pages about the register itself, each leading to the others."""
    register, scope, day = shelf.register, shelf.scope, shelf.as_of
    more = (
        ("reading", shelf.section("reading")),
        ("limits", shelf.aspect("limits")),
        ("glossary", shelf.aspect("glossary")),
    )
    yield Leaf(
        "reading",
        "reading",
        shelf.section("reading"),
        "reading",
        lambda: reading(register, scope, day),
        own=site_reading.page,
        recorded=False,
        more=more,
        names={shelf.words.term(BEGIN, section): section for section in BEGIN},
    )
    yield Leaf("limits", "reading", shelf.aspect("limits"), "limits", lambda: limits(register, scope, day), more=more)
    yield Leaf(
        "glossary",
        "reading",
        shelf.aspect("glossary"),
        "glossary",
        lambda: GlossaryIn(shelf.words.language, glossary()),
        more=more,
    )
