"""What a newcomer reads first, what the register does not know, and the words of the field."""

from collections.abc import Iterator

from toc_treaties.pages import site_about, site_reading
from toc_treaties.questions.about import About, about
from toc_treaties.questions.glossary import GlossaryIn
from toc_treaties.questions.limits import limits
from toc_treaties.questions.reading import reading
from toc_treaties.site.frames import SITE, address_of
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
        ("about", shelf.aspect("about")),
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
    yield Leaf(
        "about",
        "reading",
        shelf.aspect("about"),
        "about",
        lambda: _about(shelf),
        own=site_about.page,
        recorded=False,
        more=more,
        names={
            **{shelf.aspect(key): f"sources/{key}" for key in site_about.BESIDE},
            shelf.aspect("limits"): "limits",
        },
    )


def _about(shelf: Shelf) -> About:
    """The register as it is published; the example is the page of the first instrument."""
    example, published = shelf.instruments[0], shelf.published
    address = address_of(f"instruments/{example.id}", shelf.words.language, published.base)
    return about(shelf.register, shelf.as_of, SITE, published.revision, published.report_to, example, address)
