"""What a page is limited to, in its title and in a line of its own."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from toc_treaties.document import Block, Document
from toc_treaties.model.state import State
from toc_treaties.pages.foot import page_of
from toc_treaties.questions.scope import Scope
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import GROUPING_MEMBERS, SUBREGION, TIER_ONLY

if TYPE_CHECKING:
    from toc_treaties.pages.foot import Cited


class Scoped(Protocol):
    """An answer on a day about the states and instruments that filters leave."""

    @property
    def as_of(self) -> date:
        """The day asked about."""

    @property
    def scope(self) -> Scope:
        """What it covers."""


def scoped(
    key: str,
    title: str,
    answer: Scoped,
    body: Sequence[Block],
    sources: "Sequence[Cited]",
    words: Words,
    *said: str,
    running: bool = False,
) -> Document:
    """A page on such an answer: its title, its body, and at its foot what it is limited to and what else is `said`."""
    scope = answer.scope
    only = only_text(scope, words) if len(scope.states) > 1 or not scope.states_named else ""
    return page_of(key, titled(title, scope, words), answer.as_of, body, sources, words, (only, *said), running=running)


def titled(title: str, scope: Scope, words: Words) -> str:
    """A title with the grouping and the subregion behind it, where a page is limited to them."""
    whose = ", ".join(_whose(scope, words))
    return words.say("{title}: {whose}", title=title, whose=whose) if whose else title


def members_text(scope: Scope, words: Words) -> str:
    """Whose states a total counts, as its label says it: OAS members; CARICOM members, Caribbean."""
    return ", ".join(_whose(scope._replace(group=scope.group or "oas"), words))


def only_text(scope: Scope, words: Words) -> str:
    """The line that says what a page is limited to; empty where it shows everything."""
    parts = [words.term(SUBREGION, scope.subregion)]
    if scope.group:
        members = _members(scope.group, words)
        parts.insert(0, words.say("{members} on {day}", members=members, day=scope.day))
    if scope.states_named:
        parts.append(names_text(scope.states, words))
    if scope.instruments_named:
        parts.append(", ".join(words.name(instrument.short) for instrument in scope.instruments))
    elif scope.tier:
        parts.append(words.term(TIER_ONLY, scope.tier))
    limits = words.joined(parts)
    return words.known("Only: {limits}.", limits=limits)


def names_text(states: Iterable[State], words: Words) -> str:
    """The names of some states, one after another."""
    return ", ".join(words.name(state.name) for state in states)


def _whose(scope: Scope, words: Words) -> list[str]:
    """The grouping's members and the subregion."""
    group = [_members(scope.group, words)] if scope.group else []
    return group + ([words.term(SUBREGION, scope.subregion)] if scope.subregion else [])


def _members(group: str, words: Words) -> str:
    return words.term(GROUPING_MEMBERS, group)
