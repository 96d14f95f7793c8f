"""What was done and what lies ahead: changes, consents over time, days ahead."""

from collections.abc import Iterator

from toc_treaties.questions.calendar import days_ahead
from toc_treaties.questions.progress import STRATEGY, progress
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.shelf import Shelf


def leaves(shelf: Shelf) -> Iterator[Leaf]:
    """The pages on time, each leading to the others."""
    register, scope, day = shelf.register, shelf.scope, shelf.as_of
    more = (
        ("changes", shelf.section("changes")),
        ("progress", shelf.aspect("progress")),
        ("calendar", shelf.aspect("calendar")),
    )
    yield Leaf(
        "progress",
        "changes",
        shelf.aspect("progress"),
        "progress",
        lambda: progress(register, scope, day, STRATEGY),
        more=more,
    )
    yield Leaf(
        "calendar",
        "changes",
        shelf.aspect("calendar"),
        "calendar",
        lambda: days_ahead(register, scope, day),
        more=more,
    )
