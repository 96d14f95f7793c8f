"""Every page of the site in one language, in the order of its addresses' sections."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.questions.scope import Scope
from toc_treaties.site.leaves import Leaf
from toc_treaties.words.language import Words
from toc_treaties.words.site import ASPECT, SECTION


class Shelf(NamedTuple):
    """What the pages of one language are made from: the register in that language, and the day."""

    register: Register
    words: Words
    as_of: date

    @property
    def states(self) -> tuple[State, ...]:
        """The states, in the order of their names."""
        return tuple(self.register.states.values())

    @property
    def scope(self) -> Scope:
        """All states and instruments."""
        return Scope(self.as_of, self.states, tuple(self.register.instruments.values()))

    def of(self, state: State) -> Scope:
        """One state, as if it were named."""
        return self.scope._replace(states=(state,), states_named=True)

    def section(self, path: str) -> str:
        """The name of a section."""
        return self.words.term(SECTION, path)

    def aspect(self, key: str) -> str:
        """What else there is on a thing, in words."""
        return self.words.term(ASPECT, key)


def contents(shelf: Shelf) -> Iterator[Leaf]:
    """Every page of a language."""
    yield from _hemisphere(shelf)
    for state in shelf.states:
        yield from _state(shelf, state)
    for instrument in shelf.scope.instruments:
        yield from _instrument(shelf, instrument)
    yield from _topics(shelf)
    yield from _commitments(shelf)
    yield from _pairs(shelf)


def _hemisphere(shelf: Shelf) -> Iterator[Leaf]:
    """The pages on all states together."""
    from toc_treaties.questions.authorities import authorities
    from toc_treaties.questions.conflicts import conflicts
    from toc_treaties.questions.currency import currency
    from toc_treaties.questions.due import due
    from toc_treaties.questions.gaps import gaps
    from toc_treaties.questions.progress import progress
    from toc_treaties.questions.table import table
    from toc_treaties.questions.worklist import worklist

    register, scope, day = shelf.register, shelf.scope, shelf.as_of
    yield Leaf("", "", shelf.section(""), "table", lambda: table(register, scope, day), printed=True)
    yield Leaf(
        "states",
        "states",
        shelf.section("states"),
        "gaps",
        lambda: gaps(register, scope, day),
        how={"overview": True},
    )
    yield Leaf(
        "instruments",
        "instruments",
        shelf.section("instruments"),
        "gaps",
        lambda: gaps(register, scope, day),
        "by_instrument",
    )
    yield Leaf("progress", "changes", shelf.aspect("progress"), "progress", lambda: progress(register, scope, day))
    yield Leaf("due", "commitments", shelf.aspect("due"), "due", lambda: due(register, scope, day))
    yield Leaf(
        "authorities",
        "commitments",
        shelf.aspect("authorities"),
        "authorities",
        lambda: authorities(register, scope, day),
        "overview",
    )
    yield Leaf("sources", "sources", shelf.section("sources"), "currency", lambda: currency(register, scope, day))
    yield Leaf(
        "sources/worklist", "sources", shelf.aspect("worklist"), "worklist", lambda: worklist(register, scope, day, 5)
    )
    yield Leaf(
        "sources/conflicts", "sources", shelf.aspect("conflicts"), "conflicts", lambda: conflicts(register, scope, day)
    )


def _state(shelf: Shelf, state: State) -> Iterator[Leaf]:
    """The pages on one state."""
    from toc_treaties.questions.brief import brief
    from toc_treaties.questions.checklist import checklist
    from toc_treaties.questions.measures import of_state
    from toc_treaties.questions.profile import profile

    register, day, name = shelf.register, shelf.as_of, shelf.words.name(state.name)
    path = f"states/{state.slug}"
    yield Leaf(path, "states", name, "brief", lambda: brief(register, shelf.of(state), day), printed=True)
    yield Leaf(
        f"{path}/record",
        "states",
        shelf.aspect("record"),
        "profile",
        lambda: profile(register, state, day, register.instruments.values()),
    )
    yield Leaf(
        f"{path}/checklist",
        "states",
        shelf.aspect("checklist"),
        "checklist",
        lambda: checklist(register, state, day),
    )
    yield Leaf(
        f"{path}/laws",
        "states",
        shelf.aspect("laws"),
        "measures",
        lambda: of_state(register, state, day),
        how={"every": True},
    )


def _instrument(shelf: Shelf, instrument: Instrument) -> Iterator[Leaf]:
    """The pages on one instrument."""
    from toc_treaties.questions.instrument import instrument_profile

    yield Leaf(
        f"instruments/{instrument.id}",
        "instruments",
        shelf.words.name(instrument.short),
        "instrument",
        lambda: instrument_profile(shelf.register, instrument, shelf.scope, shelf.as_of),
        printed=True,
    )


def _topics(shelf: Shelf) -> Iterator[Leaf]:
    """The second matrix, and a page for each topic."""
    from toc_treaties.questions.measures import matrix, on_topic

    register, scope, day = shelf.register, shelf.scope, shelf.as_of
    topics = [topic for topic in register.topics.values() if topic.calls_for_law]
    yield Leaf(
        "measures",
        "measures",
        shelf.section("measures"),
        "measures",
        lambda: matrix(register, scope, topics, day),
        "matrix",
    )
    for topic in register.topics.values():
        yield Leaf(
            f"measures/{topic.id}",
            "measures",
            shelf.words.name(topic.name),
            "measures",
            lambda topic=topic: on_topic(register, scope, topic, day),  # type: ignore[misc]
            "topic",
        )


def _commitments(shelf: Shelf) -> Iterator[Leaf]:
    """The commitments, and a page for each paragraph."""
    from toc_treaties.questions.across import across, overview

    register, scope, day = shelf.register, shelf.scope, shelf.as_of
    yield Leaf(
        "commitments",
        "commitments",
        shelf.section("commitments"),
        "commitments",
        lambda: overview(register, scope, day),
    )
    catalogue = register.catalogue
    for commitment in catalogue.commitments.values() if catalogue else ():
        yield Leaf(
            f"commitments/{commitment.id}",
            "commitments",
            commitment.paragraph,
            "commitments",
            lambda commitment=commitment: across(register, scope, commitment, day),  # type: ignore[misc]
            "across",
        )


def _pairs(shelf: Shelf) -> Iterator[Leaf]:
    """What two states can rest a request on: a page for each pair, and one for each state with all others."""
    from toc_treaties.questions.basis import PURPOSES, basis
    from toc_treaties.questions.pairs import with_all

    register, day, words = shelf.register, shelf.as_of, shelf.words
    for state in shelf.states:
        yield Leaf(
            f"pairs/{state.slug}",
            "pairs",
            words.name(state.name),
            "pairs",
            lambda state=state: with_all(register, shelf.states, state, day, "extradition"),  # type: ignore[misc]
            "with_all",
        )
    by_slug = sorted(shelf.states, key=lambda state: state.slug)
    for first, second in combinations(by_slug, 2):
        yield Leaf(
            f"pairs/{first.slug}/{second.slug}",
            "pairs",
            words.name(second.name),
            "basis",
            lambda first=first, second=second: basis(register, first, second, day, PURPOSES),  # type: ignore[misc]
        )
