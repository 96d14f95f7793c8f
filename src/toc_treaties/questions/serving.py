"""What one entry of an instrument's legal bases gives two states, in each direction, under what they have said."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from toc_treaties.law.agreements import ARRANGEMENT
from toc_treaties.law.designations import in_effect
from toc_treaties.law.evidence import is_marked
from toc_treaties.law.gap import Part, part_of
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.statements import covers, excluded, touches
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

    `serving` are its terms: the entry of an instrument, or those of an agreement as one. `articles` are those of them
    that serve for requests to the states of `requests_to`. `treaties` are those on the purpose, where the basis depends
    on whether one binds both. `withdrawn` are statements on it that acted until their withdrawal.
    """

    purpose: str
    by: By
    serving: Serving
    articles: tuple[str, ...]
    since: When | None
    requests_to: States
    treaties: Treaties | None = None
    said: tuple[MadeStatement, ...] = ()
    withdrawn: tuple[MadeStatement, ...] = ()
    authorities: tuple[tuple[State, Designation], ...] = ()
    not_known: States = ()
    marked: bool = False

    @property
    def force(self) -> str | None:
        """How far it obliges, where it says so."""
        return self.serving.force

    @property
    def scope(self) -> str | None:
        """The offences that it reaches; None where they were not read."""
        return self.serving.scope

    @property
    def rule(self) -> str | None:
        """How a provision on extradition works, where it has a rule."""
        return self.serving.rule

    @property
    def of(self) -> str | None:
        """The instrument whose articles they are, where it is another."""
        return self.serving.of

    @property
    def is_coastal(self) -> bool:
        """Whether the coastal state authorizes it, and not the flag state."""
        return self.serving.elected is not None and self.serving.elected.coastal

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
        if gives_way(self.serving) and self.treaties and self.treaties.bound is Bound.CERTAIN:
            return "agreed"
        return self.rule or self.force or "unstated"

    @property
    def is_unread(self) -> bool:
        """Whether it is an agreement whose articles were not seen: nor was, then, what offences it reaches."""
        return isinstance(self.by, Agreement) and self.scope is None

    @property
    def yields(self) -> tuple[str, ...]:
        """The articles that give way to a treaty on the purpose."""
        yields = self.serving.yields_to
        return (yields.articles or self.articles) if yields else ()

    @property
    def reserved_by(self) -> States:
        """Whose reservation limits an article that it names (VCLT art. 21(1))."""
        makers = [said.state for said in self.said if said.reserves]
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


class Provision(NamedTuple):
    """One entry of an instrument's legal bases, between two states on a date."""

    between: Between
    serving: Serving

    def is_elected(self, state: State) -> bool:
        """Whether a procedure is the one that a state elected; where it notified none, the default is."""
        elected = self.serving.elected
        if elected is None:
            return True
        entries = chain.from_iterable(self.between.instrument.serves.values())
        rivals = [entry for entry in entries if entry.elected is not None and entry.elected.under == elected.under]
        chosen = [entry for entry in rivals if _names(entry, state, self.between.said)]
        return self.serving in chosen if chosen else elected.default

    def taken_out(self, requested: State) -> dict[str, MadeStatement]:
        """The articles that do not serve for requests to a state, that on which the basis turns first, and by what.

        That neither state needs a treaty is a condition on both, so that either's statement takes it out for the pair.
        """
        of_both = self.serving.rule == Rule.RECOGNIZED
        acting = [said for said in self.between.said if not said.late and (of_both or said.reaches(requested))]
        pivots = (self.serving.turns_on or self.serving.articles[0], *self.serving.articles)
        return {article: said for article in pivots for said in reversed(acting) if excluded(said.statement, article)}

    def left_for(self, requested: State) -> tuple[str, ...]:
        """The articles that serve for requests to a state; none where that on which the basis turns is taken out."""
        taken = self.taken_out(requested)
        if self.serving.turns_on in taken:
            return ()
        return tuple(article for article in self.serving.articles if article not in taken)

    def basis(self, purpose: str, treaties: Treaties, articles: tuple[str, ...], requests_to: States) -> BasisFound:
        """The basis that it gives for requests to some of the two."""
        serving, between = self.serving, self.between
        concerned = (*serving.articles, *((serving.elected.under,) if serving.elected else ()))
        depends = serving.rule is not None or serving.yields_to is not None or bool(serving.conforms_to)
        return BasisFound(
            purpose,
            between.instrument,
            serving,
            articles,
            between.since,
            requests_to,
            treaties if depends else None,
            tuple(
                said for said in _about(between.said, concerned) if any(said.reaches(state) for state in requests_to)
            ),
            _about(between.withdrawn, concerned),
            tuple((state, designation) for state in between.pair for designation in self._authorities(state)),
            tuple(state for state in requests_to if not self._is_told(state)),
            between.marked,
        )

    def _authorities(self, state: State) -> list[Designation]:
        """The authorities that a state has designated under the articles that serve."""
        return [
            designation
            for designation in state.designations
            if designation.instrument == self.between.instrument.id
            and designation.article is not None
            and any(covers(article, designation.article) for article in self.serving.articles)
            and in_effect(designation, self.between.as_of)
        ]

    def _is_told(self, state: State) -> bool:
        """Whether it is known how a state takes a basis that is optional for it.

        Known is what was notified, and what was said of the paragraph on which the basis turns; so is everything where
        the instrument asks for no notification. An election is not known where a statement was made and not seen.
        """
        serving, said = self.serving, self.between.said
        own = [made.statement for made in said if made.state is state]
        if serving.elected is not None:
            return all(statement.text is not None for statement in own) or _names(serving, state, said)
        asked = [entry.article for entry in self.between.instrument.designations]
        due = [article for article in asked if any(covers(serves, article) for serves in serving.articles)]
        if serving.force != OPTIONAL or not due:
            return True
        about = [*due, serving.turns_on] if serving.turns_on else due
        return any(statement.articles and statement.text and touches(statement, about) for statement in own)


def given(purpose: str, between: Between, serving: Serving, treaties: Treaties) -> Iterator[Found]:
    """What one entry gives two states.

    A basis that each direction has with other articles, or in one direction alone, is a line for each.
    """
    instrument, provision = between.instrument, Provision(between, serving)
    if not between.in_force:
        yield _missing(purpose, between)
    elif not arises(serving, treaties.bound):
        yield Idle(purpose, instrument, serving.articles, serving.of, _about(between.said, serving.articles))
    elif between.bar is not None:
        yield Barred(purpose, instrument, between.bar, serving.articles, between.pair, serving.of)
    else:
        left = {state.iso3: provision.left_for(state) for state in between.pair if provision.is_elected(state)}
        for articles in dict.fromkeys(left.values()):
            states = tuple(state for state in between.pair if left.get(state.iso3) == articles)
            if articles:
                yield provision.basis(purpose, treaties, articles, states)
            else:
                said = next(iter(provision.taken_out(states[0]).values()))
                yield Barred(purpose, instrument, said, serving.articles, states, serving.of)


def of_agreement(purpose: str, agreement: Agreement, since: When | None, requests_to: States) -> BasisFound:
    """The basis that an agreement or arrangement gives for requests to some of two states."""
    articles, threshold, note = agreement.articles, agreement.threshold, agreement.note
    terms = Serving(articles, agreement.scope, agreement.force, threshold=threshold, note=note)
    return BasisFound(purpose, agreement, terms, articles, since, requests_to, marked=is_marked(agreement))


def arises(serving: Serving, bound: Bound) -> bool:
    """Whether the case of an entry can arise between two states.

    What stands in for a treaty on extradition does not where one certainly binds both, unless the convention says that
    it stands beside one.
    """
    stands_in = serving.rule in {Rule.OPTIONAL, Rule.RECOGNIZED}
    return not (stands_in and bound is Bound.CERTAIN and serving.beside_treaty is None)


def gives_way(serving: Serving) -> bool:
    """Whether the whole of an entry gives way to a treaty on the purpose that binds both."""
    return serving.yields_to is not None and not serving.yields_to.articles


def _about(said: Iterable[MadeStatement], articles: tuple[str, ...]) -> tuple[MadeStatement, ...]:
    """The statements that touch some articles."""
    return tuple(made for made in said if touches(made.statement, articles))


def _names(serving: Serving, state: State, said: Iterable[MadeStatement]) -> bool:
    """Whether a state has notified that it applies these articles."""
    named = (article for made in said if made.state is state for article in made.statement.articles)
    return any(article in serving.articles for article in named)


def _missing(purpose: str, between: Between) -> Missing:
    """Who keeps an instrument from being in force between the two."""
    both = list(zip(between.pair, between.standings, strict=True))
    doubtful = tuple(state for state, standing in both if is_doubtful(standing))
    known = [(state, standing) for state, standing in both if state not in doubtful]
    contracting = tuple(state for state, standing in known if standing.name is StandingKind.CONTRACTING)
    joined = {StandingKind.CONTRACTING, StandingKind.PARTY}
    absent = tuple(state for state, standing in known if standing.name not in joined)
    marked = tuple(state for state, standing in both if standing.evidence.marked)
    to_verify = tuple(state for state, standing in both if part_of(standing) is Part.TO_VERIFY)
    return Missing(purpose, between.instrument, absent, doubtful, contracting, marked, to_verify)
