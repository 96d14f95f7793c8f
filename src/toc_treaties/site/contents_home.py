"""What states have done at home: the second matrix, and a page for each topic."""

from collections.abc import Iterator

from toc_treaties.questions.measures import matrix, on_topic
from toc_treaties.site import sifting
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.shelf import Shelf


def leaves(shelf: Shelf) -> Iterator[Leaf]:
    """All states by topics, then each topic state by state."""
    register, scope, day = shelf.register, shelf.scope, shelf.as_of
    yield Leaf(
        "measures",
        "measures",
        shelf.section("measures"),
        "measures",
        lambda: matrix(register, scope, register.topics_for_law, day),
        "matrix",
        sifted=sifting.of_measures,
        more=(("", shelf.aspect("treaties")), ("measures", shelf.section("measures"))),
    )
    named = shelf.paragraphs
    for topic in register.topics.values():
        yield Leaf(
            f"measures/{topic.id}",
            "measures",
            shelf.words.name(topic.name),
            "measures",
            lambda topic=topic: on_topic(register, scope, topic, day),  # type: ignore[misc]
            "topic",
            more=(
                ("measures", shelf.section("measures")),
                (f"measures/{topic.id}", shelf.words.name(topic.name)),
                *((f"commitments/{id}", named[id]) for id in topic.commitments if id in named),
            ),
        )
