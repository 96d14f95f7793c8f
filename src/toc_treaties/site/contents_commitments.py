"""The commitments: what the texts ask, a page for each paragraph, what is not on record, who was named."""

from collections.abc import Iterator, Mapping
from functools import cache

from toc_treaties.model.commitment import Commitment
from toc_treaties.pages import site_commitments
from toc_treaties.questions.across import across, overview, with_measures
from toc_treaties.questions.authorities import authorities
from toc_treaties.questions.due import due
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.shelf import Shelf


def leaves(shelf: Shelf) -> Iterator[Leaf]:
    """The catalogue, then each paragraph, then what is asked for beside the paragraphs."""
    register, scope, day = shelf.register, shelf.scope, shelf.as_of
    if not shelf.commitments:
        return
    more = (
        ("commitments", shelf.section("commitments")),
        ("due", shelf.aspect("due")),
        ("authorities", shelf.aspect("authorities")),
    )
    yield Leaf(
        "commitments",
        "commitments",
        shelf.section("commitments"),
        "commitments",
        lambda: overview(register, scope, day),
        own=site_commitments.index_page,
        more=more,
    )
    at_home = cache(lambda: with_measures(register, scope.states, day))
    named, shared = shelf.paragraphs, site_commitments.shared_paragraphs(shelf.commitments)
    for commitment in shelf.commitments:
        yield Leaf(
            f"commitments/{commitment.id}",
            "commitments",
            named[commitment.id],
            "commitments",
            lambda commitment=commitment: across(register, scope, commitment, day, at_home()),  # type: ignore[misc]
            "across",
            title=named[commitment.id] if (commitment.document, commitment.paragraph) in shared else "",
            more=_beside(shelf, commitment, named),
        )
    yield Leaf("due", "commitments", shelf.aspect("due"), "due", lambda: due(register, scope, day), more=more)
    yield Leaf(
        "authorities",
        "commitments",
        shelf.aspect("authorities"),
        "authorities",
        lambda: authorities(register, scope, day),
        "overview",
        more=more,
    )


def _beside(shelf: Shelf, commitment: Commitment, named: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The catalogue, the paragraph itself, those that say the same, and the topics of measures that it calls for."""
    topics = (topic for topic in shelf.register.topics.values() if commitment.id in topic.commitments)
    return (
        ("commitments", shelf.section("commitments")),
        *((f"commitments/{id}", named[id]) for id in (commitment.id, *commitment.same_as) if id in named),
        *((f"measures/{topic.id}", shelf.words.name(topic.name)) for topic in topics),
    )
