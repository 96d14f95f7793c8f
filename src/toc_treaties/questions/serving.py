"""What one entry of an instrument's legal bases gives two states, in each direction, under what they have said."""

from collections.abc import Iterator
from typing import NamedTuple

from toc_treaties.law.agreements import ARRANGEMENT
from toc_treaties.law.designations import in_effect
from toc_treaties.law.gap import Part, part_of
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.statements import covers, excluded, reaches_requests_to, touches
from toc_treaties.model.action import StatementKind
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument, Serving
from toc_treaties.model.state import Designation, State
from toc_treaties.model.vocabulary import Rule
from toc_treaties.model.when import When
from toc_treaties.questions.between import Between, By, MadeStatement, is_doubtful
from toc_treaties.questions.treaties import TREATY_FOR, Bound, Treaties

TITLE, OPTIONAL = "title", "optional"
States = tuple[State, ...]


class BasisFound(NamedTuple):
    """One basis in force between the two, with what their statements do to it.

    `requests_to` are the states of which it can be asked. `treaties` are those on the purpose, where the basis depends
    on whether one binds both. `withdrawn` are statements on it that acted until their withdrawal.
    """

    purpose: str
    by: By
    articles: tuple[str, ...]
    force: str | None
    scope: str | None
    since: When | None
    requests_to: States
    treaties: Treaties | None = None
    said: tuple[MadeStatement, ...] = ()
    withdrawn: tuple[MadeStatement, ...] = ()
    authorities: tuple[tuple[State, Designation], ...] = ()
    not_known: States = ()
    marked: bool = False
    serving: Serving | None = None

    @property
    def rule(self) -> str | None:
        """How a provision on extradition works, where it has a rule."""
        return self.serving.rule if self.serving else None

    @property
    def terms(self) -> Serving | Agreement:
        """Where its threshold and its note stand: the entry of an instrument, or the agreement."""
        return self.by if isinstance(self.by, Agreement) else self.serving or Serving(self.articles)

    @property
    def of(self) -> str | None:
        """The instrument whose articles they are, where it is another."""
        return self.serving.of if self.serving else None

    @property
    def is_coastal(self) -> bool:
        """Whether the coastal state authorizes it, and not the flag state."""
        return self.serving is not None and self.serving.elected is not None and self.serving.elected.coastal

    @property
    def is_arrangement(self) -> bool:
        """Whether it is no treaty, but an arrangement under national law."""
        return isinstance(self.by, Agreement) and self.by.kind == ARRANGEMENT

    @property
    def works(self) -> str:
        """How it works between the two: its rule or force; a treaty on the purpose apart, and what needs consent."""
        if self.is_arrangement:
            return ARRANGEMENT
        obliges = isinstance(self.by, Agreement) or self.force == TITLE
        if obliges and TREATY_FOR.get(self.purpose) in self.by.treaty_on:
            return "treaty"
        if self.serving and gives_way(self.serving) and self.treaties and self.treaties.bound is Bound.CERTAIN:
            return "agreed"
        return self.rule or self.force or "unstated"

    @property
    def is_unread(self) -> bool:
        """Whether it is an agreement whose articles were not seen: nor was, then, what offences it reaches."""
        return isinstance(self.by, Agreement) and self.scope is None

    @property
    def yields(self) -> tuple[str, ...]:
        """The articles that give way to a treaty on the purpose."""
        yields = self.serving.yields_to if self.serving else None
        return (yields.articles or self.articles) if yields else ()

    @property
    def reserved_by(self) -> States:
        """Whose reservation limits an article that it names (VCLT art. 21(1))."""
        makers = [said.state for said in self.said if _reserves(said)]
        return tuple(state for index, state in enumerate(makers) if state not in makers[:index])


class Barred(NamedTuple):
    """Articles in force for both that a statement keeps from serving, for requests to these states."""

    purpose: str
    instrument: Instrument
    said: MadeStatement
    articles: tuple[str, ...]
    requests_to: States
    of: str | None = None


class Idle(NamedTuple):
    """Articles in force for both that do not arise, since a treaty on the purpose binds both; `said` of them."""

    purpose: str
    instrument: Instrument
    articles: tuple[str, ...]
    of: str | None = None
    said: tuple[MadeStatement, ...] = ()


class Missing(NamedTuple):
    """An instrument that would serve if both were parties, and who is not.

    `doubtful` are those not known to be parties, `contracting` those that have consented, not yet in force for them,
    `marked` those whose standing rests on no source, `to_verify` those whose standing is to verify.
    """

    purpose: str
    instrument: Instrument
    not_party: States
    doubtful: States
    contracting: States = ()
    marked: States = ()
    to_verify: States = ()


Found = BasisFound | Barred | Idle | Missing
"""What an entry can come to between two states."""


def given(purpose: str, between: Between, serving: Serving, treaties: Treaties) -> Iterator[Found]:
    """What one entry gives two states.

    A basis that each direction has with other articles, or in one direction alone, is a line for each.
    """
    instrument, said = between.instrument, between.said
    if not between.in_force:
        yield _missing(purpose, between)
    elif not arises(serving, treaties.bound):
        told = tuple(one for one in said if touches(one.statement, serving.articles))
        yield Idle(purpose, instrument, serving.articles, serving.of, told)
    elif between.bar is not None:
        yield Barred(purpose, instrument, between.bar, serving.articles, between.pair, serving.of)
    else:
        asked = [state for state in between.pair if is_elected(between, serving, state)]
        left = {state.iso3: left_for(serving, said, state) for state in asked}
        for articles in dict.fromkeys(left.values()):
            states = tuple(state for state in asked if left[state.iso3] == articles)
            if articles:
                yield _line(purpose, between, serving, treaties, articles, states)
            else:
                by = next(one for a in pivots(serving) for one in said if _takes(one, a, serving, states[0]))
                yield Barred(purpose, instrument, by, serving.articles, states, serving.of)


def arises(serving: Serving, bound: Bound) -> bool:
    """Whether the case of an entry can arise between two states.

    What stands in for a treaty on extradition does not where one certainly binds both, unless the convention says that
    it stands beside one.
    """
    stands_in = serving.rule in {Rule.OPTIONAL, Rule.RECOGNIZED}
    return not (stands_in and bound is Bound.CERTAIN and serving.beside_treaty is None)


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
    acts = serving.rule == Rule.RECOGNIZED or _reaches(one, requested)
    return acts and not one.late and excluded(one.statement, article)


def _reaches(one: MadeStatement, requested: State) -> bool:
    """Whether a statement acts on requests to a state."""
    return reaches_requests_to(one.statement, one.state.iso3, requested.iso3)


def _reserves(one: MadeStatement) -> bool:
    statement = one.statement
    reserves = statement.kind is StatementKind.RESERVATION and bool(statement.articles)
    return reserves and statement.effect != "informs"


def is_elected(between: Between, serving: Serving, state: State) -> bool:
    """Whether a procedure is the one that a state elected; where it notified none, the default is."""
    elected = serving.elected
    if elected is None:
        return True
    entries = [entry for entries in between.instrument.serves.values() for entry in entries]
    rivals = [entry for entry in entries if entry.elected is not None and entry.elected.under == elected.under]
    chosen = [entry for entry in rivals if _names(entry, state, between.said)]
    return serving in chosen if chosen else elected.default


def _names(serving: Serving, state: State, said: tuple[MadeStatement, ...]) -> bool:
    """Whether a state has notified that it applies these articles."""
    return any(one.state is state and named in serving.articles for one in said for named in one.statement.articles)


def _line(
    purpose: str,
    between: Between,
    serving: Serving,
    treaties: Treaties,
    articles: tuple[str, ...],
    states: States,
) -> BasisFound:
    concerned = (*serving.articles, *((serving.elected.under,) if serving.elected else ()))
    concerns = [one for one in between.said if touches(one.statement, concerned)]
    depends = serving.rule is not None or serving.yields_to is not None or bool(serving.conforms_to)
    return BasisFound(
        purpose,
        between.instrument,
        articles,
        serving.force,
        serving.scope,
        between.since,
        states,
        treaties if depends else None,
        tuple(one for one in concerns if any(_reaches(one, state) for state in states)),
        tuple(one for one in between.withdrawn if touches(one.statement, concerned)),
        tuple((state, due) for state in between.pair for due in _authorities(state, between, serving)),
        tuple(state for state in states if not _is_told(state, between, serving)),
        between.marked,
        serving,
    )


def _missing(purpose: str, between: Between) -> Missing:
    """Who keeps an instrument from being in force between the two."""
    both = list(zip(between.pair, between.standings, strict=True))
    doubtful = tuple(state for state, standing in both if is_doubtful(standing))
    contracting = tuple(s for s, standing in both if standing.name is StandingKind.CONTRACTING and s not in doubtful)
    others = (*doubtful, *contracting)
    absent = tuple(s for s, standing in both if standing.name is not StandingKind.PARTY and s not in others)
    marked = tuple(state for state, standing in both if standing.evidence.marked)
    to_verify = tuple(state for state, standing in both if part_of(standing) is Part.TO_VERIFY)
    return Missing(purpose, between.instrument, absent, doubtful, contracting, marked, to_verify)


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


def _is_told(state: State, between: Between, serving: Serving) -> bool:
    """Whether it is known how a state takes a basis that is optional for it.

    Known is what was notified, and what was said of the paragraph on which the basis turns; so is everything where the
    instrument asks for no notification. An election is not known where a statement was made and not seen.
    """
    own = [one.statement for one in between.said if one.state is state]
    if serving.elected is not None:
        return all(one.text is not None for one in own) or _names(serving, state, between.said)
    asked = [entry.article for entry in between.instrument.designations]
    due = [article for article in asked if any(covers(one, article) for one in serving.articles)]
    if serving.force != OPTIONAL or not due:
        return True
    about = [*due, serving.turns_on] if serving.turns_on else due
    return any(one.articles and one.text and touches(one, about) for one in own)
