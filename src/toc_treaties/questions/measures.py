"""What states have done at home about the topics of the treaties: one state by topic, one topic by state, all cells."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from toc_treaties.law.evidence import among
from toc_treaties.law.measures import (
    ENDED,
    SIGN,
    MeasureStanding,
    Sign,
    Stands,
    TopicSign,
    sign_of,
    standings_of,
    was_searched,
)
from toc_treaties.model.measure import MeasureKind, MeasureSource, Search, StateMeasures, Topic
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.questions.scope import Scope

NOTHING = StateMeasures()
KINDS = tuple(MeasureKind)
SIGNS = tuple(Sign)
NOT_STANDING = ENDED | {Stands.DRAFT, Stands.NAMED}


class TopicMeasures(NamedTuple):
    """A topic with a state's measures on it, those of the kinds asked about, and the searches made for some.

    `sign` speaks of laws, or of the one kind asked about.
    """

    topic: Topic
    standings: tuple[MeasureStanding, ...]
    searched: tuple[Search, ...]
    sign: TopicSign
    kind: MeasureKind

    @property
    def of_kind(self) -> tuple[MeasureStanding, ...]:
        """The measures of the kind that the sign speaks of, but for those known by name alone."""
        return tuple(each for each in self.standings if each.measure.kind is self.kind and each.stands in SIGN)

    @property
    def shown(self) -> MeasureStanding | None:
        """The newest of those that give the sign, so that a line and a sign never differ; one without a mark first."""
        return min(self.of_kind, key=lambda each: (SIGNS.index(SIGN[each.stands]), each.marked), default=None)

    @property
    def standing(self) -> bool:
        """Whether one that stands is shown, and no draft, nor one that has ended."""
        shown = self.shown
        return shown is not None and shown.stands not in NOT_STANDING

    @property
    def more(self) -> int:
        """How many others of the kind stand."""
        shown = self.shown
        return sum(each.stands not in NOT_STANDING for each in self.of_kind if each is not shown)

    @property
    def looked_for(self) -> Search | None:
        """The newest search for the kind, where nothing was found."""
        found = [search for search in self.searched if search.kind is self.kind]
        return max(found, key=lambda search: search.date.latest) if found and not self.of_kind else None


class MeasuresOfState(NamedTuple):
    """A state's measures on a date: by topic in the order of the topics, and each once."""

    as_of: date
    state: State
    kind: MeasureKind | None
    topics: tuple[TopicMeasures, ...]
    standings: tuple[MeasureStanding, ...]
    searched: tuple[Search, ...]
    sources: Mapping[str, MeasureSource]
    narrowed: bool = False
    """Whether one topic alone was asked about."""

    @property
    def calling_for_law(self) -> tuple[TopicMeasures, ...]:
        """The topics that call for law, or the one asked about."""
        return self.topics if self.narrowed else tuple(each for each in self.topics if each.topic.calls_for_law)

    @property
    def under_first(self) -> Iterator[tuple[TopicMeasures, tuple[MeasureStanding, ...]]]:
        """Each topic with the measures of which it is the first, by kind, so that each measure stands once."""
        placed: set[int] = set()
        for each in self.topics:
            found = tuple(standing for standing in each.standings if id(standing.measure) not in placed)
            placed |= {id(standing.measure) for standing in found}
            yield each, tuple(sorted(found, key=lambda standing: KINDS.index(standing.measure.kind)))


class MeasuresOnTopic(NamedTuple):
    """One topic across states on a date, in alphabetical order."""

    as_of: date
    scope: Scope
    topic: Topic
    kind: MeasureKind | None
    states: tuple[tuple[State, TopicMeasures], ...]
    sources: Mapping[str, MeasureSource]


class MeasuresMatrix(NamedTuple):
    """States by topics on a date, with the sign of each cell for one kind of measure."""

    as_of: date
    scope: Scope
    kind: MeasureKind
    topics: tuple[Topic, ...]
    rows: tuple[tuple[State, tuple[TopicSign, ...]], ...]
    sources: tuple[MeasureSource, ...]
    """What shows the measures that give the signs."""

    @property
    def cells(self) -> Iterator[tuple[State, Topic, TopicSign]]:
        """Every cell, state by state."""
        for state, signs in self.rows:
            for topic, sign in zip(self.topics, signs, strict=True):
                yield state, topic, sign

    @property
    def totals(self) -> Mapping[Sign, tuple[int, ...]]:
        """How many states have which sign, by topic."""
        counts = [Counter(signs[index].sign for _, signs in self.rows) for index in range(len(self.topics))]
        return {sign: tuple(count[sign] for count in counts) for sign in Sign}


def of_state(
    register: Register, state: State, as_of: date, *, topic: Topic | None = None, kind: MeasureKind | None = None
) -> MeasuresOfState:
    """A state's measures by topic on a date, of one topic or all, of one kind or all."""
    held = held_of(register, state)
    topics = (topic,) if topic else tuple(register.topics.values())
    standings, found = _on_topics(register, state, topics, as_of, kind)
    searched = tuple(search for each in found for search in each.searched)
    return MeasuresOfState(as_of, state, kind, found, standings, searched, held.sources, narrowed=topic is not None)


def on_topic(
    register: Register, scope: Scope, topic: Topic, as_of: date, *, kind: MeasureKind | None = None
) -> MeasuresOnTopic:
    """The measures of each state on a topic on a date."""
    found = ((state, _on_topics(register, state, [topic], as_of, kind)) for state in scope.states)
    rows = tuple((state, of_topic) for state, (_, (of_topic,)) in found)
    return MeasuresOnTopic(as_of, scope, topic, kind, rows, all_sources(register, scope.states))


def matrix(
    register: Register, scope: Scope, topics: Iterable[Topic], as_of: date, *, kind: MeasureKind | None = None
) -> MeasuresMatrix:
    """The signs of some topics in each state on a date."""
    wanted, asked = tuple(topics), kind or MeasureKind.LAW
    rows, cited = [], list[MeasureSource]()
    for state in scope.states:
        held = held_of(register, state)
        _, found = _on_topics(register, state, wanted, as_of, asked)
        rows.append((state, tuple(each.sign for each in found)))
        ids = {id for each in found for standing in each.of_kind for id in standing.measure.sources}
        cited += among(ids, held.sources)
    return MeasuresMatrix(as_of, scope, asked, wanted, tuple(rows), tuple(cited))


def held_of(register: Register, state: State) -> StateMeasures:
    """What a state's file of measures holds; nothing where it was not read."""
    return register.measures.get(state.slug, NOTHING)


def on_record(register: Register, state: State, as_of: date) -> tuple[MeasureStanding, ...]:
    """Every measure of a state that is there on a date, the newest first."""
    return standings_of(held_of(register, state), as_of, register.read_on)


def serving(register: Register, held: Sequence[MeasureStanding], paragraphs: set[str]) -> tuple[MeasureStanding, ...]:
    """Those of a state's measures on a date that serve a paragraph, through their topics or by its name.

    Those that stand come first, among them those that name the paragraph, then what is in place before what took place,
    and the newest. One that is known by name alone serves nothing.
    """
    topics = {id for id, topic in register.topics.items() if paragraphs & {*topic.commitments}}
    found = (
        each
        for each in held
        if each.stands in SIGN and (topics & {*each.measure.topics} or paragraphs & {*each.measure.also})
    )

    def order(each: MeasureStanding) -> tuple[bool, bool, bool, bool]:
        named, took_place = bool(paragraphs & {*each.measure.also}), each.stands is Stands.HELD
        return each.stands in NOT_STANDING, not named, took_place, each.marked

    return tuple(sorted(found, key=order))


def _on_topics(
    register: Register, state: State, topics: Sequence[Topic], as_of: date, kind: MeasureKind | None
) -> tuple[tuple[MeasureStanding, ...], tuple[TopicMeasures, ...]]:
    """A state's measures on some topics, of one kind or all, on a date: all, the newest first; and topic by topic."""
    held, wanted = held_of(register, state), {topic.id for topic in topics}
    of_kind = tuple(each for each in held.measures if kind in {None, each.kind} and not wanted.isdisjoint(each.topics))
    standings = standings_of(held._replace(measures=of_kind), as_of, register.read_on)
    searched = [each for each in held.searched if kind in {None, each.kind} and was_searched(each, as_of)]
    asked = kind or MeasureKind.LAW
    found = []
    for topic in topics:
        own = tuple(each for each in standings if topic.id in each.measure.topics)
        looked = tuple(each for each in searched if each.topic == topic.id)
        found.append(TopicMeasures(topic, own, looked, sign_of(own, looked, topic.id, asked, as_of), asked))
    return standings, tuple(found)


def all_sources(register: Register, states: Iterable[State]) -> Mapping[str, MeasureSource]:
    """The sources of several states' files of measures; the ids of one begin with its own code."""
    return {id: source for state in states for id, source in held_of(register, state).sources.items()}
