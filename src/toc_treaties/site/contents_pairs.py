"""What two states can rest a request on: how to find them, each state with all others, and each pair."""

from collections.abc import Iterator
from itertools import combinations

from toc_treaties.model.state import State
from toc_treaties.pages import site_pairs
from toc_treaties.questions.basis import PURPOSES, basis
from toc_treaties.questions.between import WorkedOut
from toc_treaties.questions.with_each import with_each
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.shelf import Shelf


def leaves(shelf: Shelf) -> Iterator[Leaf]:
    """All states, from which one leads to all others; then the pages of two."""
    words, worked_out = shelf.words, WorkedOut()
    yield Leaf(
        "pairs",
        "pairs",
        shelf.section("pairs"),
        "pairs",
        lambda: shelf.scope,
        own=site_pairs.index_page,
        recorded=False,
        names={words.name(state.name): f"pairs/{state.slug}" for state in shelf.states},
        more=(("pairs", shelf.section("pairs")), ("agreements", shelf.aspect("agreements"))),
    )
    for state in shelf.states:
        yield _with_each(shelf, state, worked_out)
    by_slug = sorted(shelf.states, key=lambda state: state.slug)
    for first, second in combinations(by_slug, 2):
        yield _pair(shelf, first, second, worked_out)


def _path(first: State, second: State) -> str:
    """The address of a pair: the two in the order of their files' names, whichever was chosen first."""
    one, other = sorted((first.slug, second.slug))
    return f"pairs/{one}/{other}"


def _with_each(shelf: Shelf, state: State, worked_out: WorkedOut) -> Leaf:
    """What comes first between one state and each other; the others' names lead to the pages of the two."""
    words, name = shelf.words, shelf.words.name(state.name)
    return Leaf(
        f"pairs/{state.slug}",
        "pairs",
        name,
        "with_each",
        lambda: with_each(shelf.register, shelf.states, state, shelf.as_of, worked_out),
        names={words.name(other.name): _path(state, other) for other in shelf.states if other is not state},
        more=((f"states/{state.slug}", name), (f"pairs/{state.slug}", shelf.aspect("with"))),
    )


def _pair(shelf: Shelf, first: State, second: State, worked_out: WorkedOut) -> Leaf:
    """What two states can rest a request on."""
    words = shelf.words
    two = (words.name(first.name), words.name(second.name))
    return Leaf(
        _path(first, second),
        "pairs",
        two[1],
        "basis",
        lambda: basis(shelf.register, first, second, shelf.as_of, PURPOSES, worked_out),
        more=(
            *((f"states/{state.slug}", name) for state, name in zip((first, second), two, strict=True)),
            *(
                (f"pairs/{state.slug}", words.say("{state} with each other state", state=name))
                for state, name in zip((first, second), two, strict=True)
            ),
        ),
    )
