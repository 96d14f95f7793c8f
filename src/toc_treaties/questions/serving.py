"""What one entry of an instrument's legal bases gives two states, in each direction, under what they have said."""

from collections.abc import Iterator
from typing import NamedTuple

from toc_treaties.law.designations import in_effect
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.statements import (
    bars_treaty,
    covers,
    excluded,
    reaches_requests_to,
    touches,
)
from toc_treaties.model.instrument import Instrument, Serving
from toc_treaties.model.state import Designation, State
from toc_treaties.model.vocabulary import Rule
from toc_treaties.model.when import When
from toc_treaties.questions.between import Between, MadeStatement
from toc_treaties.questions.treaties import Bound, By, Pair, Treaties, in_force_since, is_doubtful


class BasisFound(NamedTuple):
    """One basis in force between the two, with what their statements do to it.

    `requests_to` are the states of which it can be asked. `treaties` are those on the purpose, where the basis depends
    on whether one binds both.
    """

    purpose: str
    by: By
    articles: tuple[str, ...]
    force: str | None
    scope: str | None
    since: When | None
    requests_to: tuple[State, ...]
    treaties: Treaties | None = None
    said: tuple[MadeStatement, ...] = ()
    authorities: tuple[tuple[State, Designation], ...] = ()
    not_known: tuple[State, ...] = ()
    marked: bool = False
    serving: Serving | None = None

    @property
    def rule(self) -> str | None:
        """How a provision on extradition works, where it has a rule."""
        return self.serving.rule if self.serving else None


class Barred(NamedTuple):
    """Articles in force for both that a statement keeps from serving, for requests to these states."""

    purpose: str
    instrument: Instrument
    said: MadeStatement
    articles: tuple[str, ...]
    requests_to: tuple[State, ...]
    of: str | None = None


class Idle(NamedTuple):
    """Articles in force for both that do not arise between them, since a treaty on the purpose binds both."""

    purpose: str
    instrument: Instrument
    articles: tuple[str, ...]
    of: str | None = None


class Missing(NamedTuple):
    """An instrument that would serve if both were parties, and who is not.

    `doubtful` are those not known to be parties, `contracting` those that have consented, not yet in force for them.
    """

    purpose: str
    instrument: Instrument
    not_party: tuple[State, ...]
    doubtful: tuple[State, ...]
    contracting: tuple[State, ...] = ()


Found = BasisFound | Barred | Idle | Missing
"""What an entry can come to between two states."""


def between_parties(purpose: str, between: Between, serving: Serving, treaties: Treaties) -> Iterator[Found]:
    """What one entry gives two states.

    A basis that each direction has with other articles, or in one direction alone, is a line for each.
    """
    if not between.in_force:
        yield _missing(purpose, between)
        return
    if not arises(serving, treaties.bound):
        yield Idle(purpose, between.instrument, serving.articles, serving.of)
        return
    said = between.said
    bar = bar_of_treaty(said, between.pair)
    if bar is not None:
        yield Barred(purpose, between.instrument, bar, serving.articles, between.pair, serving.of)
        return
    asked = [state for state in between.pair if is_elected(between.instrument, serving, state, said)]
    left = {state.iso3: left_for(serving, said, state) for state in asked}
    for articles in dict.fromkeys(left.values()):
        states = tuple(state for state in asked if left[state.iso3] == articles)
        if articles:
            yield _line(purpose, between, serving, said, treaties, articles, states)
        else:
            by = next(one for a in pivots(serving) for one in said if _takes(one, a, serving, states[0]))
            yield Barred(purpose, between.instrument, by, serving.articles, states, serving.of)


def arises(serving: Serving, bound: Bound) -> bool:
    """Whether the case of an entry can arise between two states.

    What stands in for a treaty on extradition does not where one certainly binds both, unless the convention says that
    it stands beside one.
    """
    stands_in = serving.rule in {Rule.OPTIONAL, Rule.RECOGNIZED}
    return not (stands_in and bound is Bound.CERTAIN and serving.beside_treaty is None)


def bar_of_treaty(said: tuple[MadeStatement, ...], pair: Pair) -> MadeStatement | None:
    """The objection that keeps the whole treaty out of force between the two, if one does (VCLT art. 20(4)(b))."""
    for one in said:
        other = pair[1] if one.state is pair[0] else pair[0]
        if not one.late and bars_treaty(one.statement, other.iso3):
            return one
    return None


def left_for(serving: Serving, said: tuple[MadeStatement, ...], requested: State) -> tuple[str, ...]:
    """The articles that serve for requests to a state; none where that on which the basis turns is taken out."""
    taken = [a for a in pivots(serving) if any(_takes(one, a, serving, requested) for one in said)]
    if serving.turns_on in taken:
        return ()
    return tuple(article for article in serving.articles if article not in taken)


def gives_way(serving: Serving) -> bool:
    """Whether the whole of an entry gives way to a treaty on the purpose that binds both."""
    return serving.yields_to is not None and not serving.yields_to.articles


def pivots(serving: Serving) -> tuple[str, ...]:
    """The articles whose exclusion matters to a basis, that on which it turns first."""
    return tuple(dict.fromkeys((serving.turns_on or serving.articles[0], *serving.articles)))


def _takes(one: MadeStatement, article: str, serving: Serving, requested: State) -> bool:
    """Whether a statement takes an article out for requests to a state.

    That neither state needs a treaty is a condition on both, so that either's statement takes it out for the pair.
    """
    of_both = serving.rule == Rule.RECOGNIZED
    acts = of_both or reaches_requests_to(one.statement, one.state.iso3, requested.iso3)
    return acts and not one.late and excluded(one.statement, article)


def is_elected(instrument: Instrument, serving: Serving, state: State, said: tuple[MadeStatement, ...]) -> bool:
    """Whether a procedure is the one that a state elected; where it notified none, the default is."""
    if serving.elected is None:
        return True
    rivals = [
        one
        for entries in instrument.serves.values()
        for one in entries
        if one.elected is not None and one.elected.under == serving.elected.under
    ]
    chosen = [one for one in rivals if _names(one, state, said)]
    return serving in chosen if chosen else serving.elected.default


def _names(serving: Serving, state: State, said: tuple[MadeStatement, ...]) -> bool:
    """Whether a state has notified that it applies these articles."""
    return any(one.state is state and named in serving.articles for one in said for named in one.statement.articles)


def _line(
    purpose: str,
    between: Between,
    serving: Serving,
    said: tuple[MadeStatement, ...],
    treaties: Treaties,
    articles: tuple[str, ...],
    states: tuple[State, ...],
) -> BasisFound:
    concerned = (*serving.articles, *((serving.elected.under,) if serving.elected else ()))
    concerns = tuple(
        one
        for one in said
        if touches(one.statement, concerned)
        and any(reaches_requests_to(one.statement, one.state.iso3, state.iso3) for state in states)
    )
    depends = serving.rule is not None or serving.yields_to is not None or bool(serving.conforms_to)
    return BasisFound(
        purpose,
        between.instrument,
        articles,
        serving.force,
        serving.scope,
        in_force_since(between.standings),
        states,
        treaties if depends else None,
        concerns,
        tuple((state, due) for state in between.pair for due in _authorities(state, between, serving)),
        tuple(state for state in states if not _is_told(state, between.instrument, serving, said)),
        any(standing.evidence.marked for standing in between.standings),
        serving,
    )


def _missing(purpose: str, between: Between) -> Missing:
    """Who keeps an instrument from being in force between the two."""
    both = list(zip(between.pair, between.standings, strict=True))
    doubtful = tuple(state for state, standing in both if is_doubtful(standing))
    contracting = tuple(s for s, standing in both if standing.name is StandingKind.CONTRACTING and s not in doubtful)
    others = (*doubtful, *contracting)
    absent = tuple(s for s, standing in both if standing.name is not StandingKind.PARTY and s not in others)
    return Missing(purpose, between.instrument, absent, doubtful, contracting)


def _authorities(state: State, between: Between, serving: Serving) -> list[Designation]:
    """The authorities that a state has designated under the articles that serve."""
    return [
        due
        for due in state.designations
        if due.instrument == between.instrument.id
        and due.article is not None
        and any(covers(article, due.article) for article in serving.articles)
        and in_effect(due, between.as_of)
    ]


def _is_told(state: State, instrument: Instrument, serving: Serving, said: tuple[MadeStatement, ...]) -> bool:
    """Whether it is known how a state takes a basis that is optional for it.

    Known is what was notified, and what was said of the paragraph on which the basis turns; so is everything where the
    instrument asks for no notification. An election is not known where a statement was made and not seen.
    """
    if serving.elected is not None:
        unseen = any(one.state is state and one.statement.text is None for one in said)
        return not unseen or _names(serving, state, said)
    due = [
        entry.article for entry in instrument.designations if any(covers(a, entry.article) for a in serving.articles)
    ]
    if serving.force != "optional" or not due:
        return True
    about = [*due, serving.turns_on] if serving.turns_on else due
    return any(
        one.state is state and one.statement.articles and one.statement.text and touches(one.statement, about)
        for one in said
    )
