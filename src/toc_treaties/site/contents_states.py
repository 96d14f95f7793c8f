"""The pages on the states: all of them, and of each its first page, its record, its checklist and its laws."""

from collections.abc import Iterator, Mapping

from toc_treaties.model.state import State
from toc_treaties.pages import site_commitments, site_sources, site_states
from toc_treaties.questions.authorities import authorities
from toc_treaties.questions.brief import brief
from toc_treaties.questions.checklist import checklist
from toc_treaties.questions.gaps import gaps
from toc_treaties.questions.measures import of_state
from toc_treaties.questions.profile import profile
from toc_treaties.questions.sources import sources_at_home
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.shelf import Shelf


def leaves(shelf: Shelf) -> Iterator[Leaf]:
    """The index of the states, then each state."""
    yield Leaf(
        "states",
        "states",
        shelf.section("states"),
        "gaps",
        lambda: gaps(shelf.register, shelf.scope, shelf.as_of),
        own=site_states.index_page,
    )
    paragraphs = shelf.paragraphs
    for state in shelf.states:
        yield from _of(shelf, state, paragraphs)


def _of(shelf: Shelf, state: State, paragraphs: Mapping[str, str]) -> Iterator[Leaf]:
    """The pages on one state, each leading to the others."""
    register, day, words = shelf.register, shelf.as_of, shelf.words
    name, path = words.name(state.name), f"states/{state.slug}"
    more = (
        (path, shelf.aspect("brief")),
        *((f"{path}/{key}", shelf.aspect(key)) for key in ("record", "checklist", "laws", "authorities", "sources")),
        (f"pairs/{state.slug}", shelf.aspect("with")),
    )
    yield Leaf(
        path,
        "states",
        name,
        "brief",
        lambda: brief(register, shelf.of(state), day),
        own=site_states.home_page,
        printed=True,
        more=more,
    )
    yield Leaf(
        f"{path}/record",
        "states",
        shelf.aspect("record"),
        "profile",
        lambda: profile(register, state, day, register.instruments.values()),
        title=words.say("{state}: all that is recorded", state=state.name),
        more=more,
    )
    yield Leaf(
        f"{path}/checklist",
        "states",
        shelf.aspect("checklist"),
        "checklist",
        lambda: checklist(register, state, day),
        own=site_commitments.checklist_page,
        title=words.say("{state}: checklist of the Hemispheric Strategy", state=state.name),
        more=more,
    )
    yield Leaf(
        f"{path}/laws",
        "states",
        shelf.aspect("laws"),
        "measures",
        lambda: of_state(register, state, day),
        how={"every": True, "named": paragraphs},
        more=more,
    )
    yield from _authorities(shelf, state, more)


def _authorities(shelf: Shelf, state: State, more: tuple[tuple[str, str], ...]) -> Iterator[Leaf]:
    """Whom a state has named, and where the pages lie that show what it did at home."""
    words, path = shelf.words, f"states/{state.slug}"
    yield Leaf(
        f"{path}/authorities",
        "states",
        shelf.aspect("authorities"),
        "authorities",
        lambda: authorities(shelf.register, shelf.of(state), shelf.as_of),
        title=words.say("{state}: authorities and notifications", state=state.name),
        more=more,
    )
    yield Leaf(
        f"{path}/sources",
        "states",
        shelf.aspect("sources"),
        "sources",
        lambda: sources_at_home(shelf.register, state),
        own=site_sources.page,
        title=words.say("{state}: sources of its laws and plans", state=state.name),
        more=more,
    )
