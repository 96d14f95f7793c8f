"""The measures family: what states have done at home stands once, under topics and with sources that exist."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from operator import itemgetter
from typing import Any

from toc_treaties.model.measure import Measure, MeasureKind, StateMeasures
from toc_treaties.model.names import Known, affordable, named, nearest, plain
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem, warning
from toc_treaties.model.register import Register
from toc_treaties.model.when import When
from toc_treaties.rules import measure_searches, measure_status, measure_texts
from toc_treaties.rules.articles import cited_articles
from toc_treaties.rules.commitments import unknown_articles, unknown_commitment
from toc_treaties.rules.evidence import out_of_order
from toc_treaties.rules.measures_file import MeasureRule, MeasuresFile
from toc_treaties.rules.repeats import repeated, same_names
from toc_treaties.rules.text import missing_languages, shared

MOST_ALIKE = 50
"""So many of one title and number are compared with a measure whose days are others; those of its days always are."""
FEW = 3
"""So many ids may be slips of writing; more of them fell out."""


def check_topics(register: Register) -> Iterator[Problem]:
    """Every problem of the list of topics."""
    for rule in OF_TOPICS:
        yield from rule(register)


def check_file(register: Register, slug: str, held: StateMeasures, today: date) -> list[Problem]:
    """Every problem of one state's file of measures."""
    state = register.states.get(slug)
    code = state.iso3 if state is not None else register.codes.get(slug, "")
    file = MeasuresFile(slug, held, register, f"{code.lower()}-", f"measures/{slug}" not in register.dropped)
    return [problem for rule in OF_FILE for problem in rule(file, today)]


def topic_names(register: Register) -> Iterator[Problem]:
    """A topic is named in the four languages, and no two topics by one name or one heading."""
    topics = register.topics.values()
    for topic in topics:
        yield from missing_languages(topic.name, topic.place.of("name"), "the name")
    yield from same_names(topics, "name")
    yield from shared({}, [(topic.id, topic.place.of("column"), topic.column) for topic in topics if topic.column])
    names = [(topic.id, topic.place.of("other_names"), name) for topic in topics for name in topic.other_names]
    yield from shared({}, [*((topic.id, topic.place, topic.id) for topic in topics), *names])


def topic_asked_for(register: Register) -> Iterator[Problem]:
    """What asks for a topic exists: articles of the instruments, paragraphs of the commitments."""
    for topic in register.topics.values():
        if register.instruments:
            yield from unknown_articles(register, topic.articles, topic.place)
            yield from cited_articles(register, topic.articles, topic.place.of("articles"))
        yield from _paragraphs(register, topic.commitments, topic.place.of("commitments"))


def _paragraphs(register: Register, ids: Iterable[str], place: Place) -> Iterator[Problem]:
    """The paragraphs that the commitments do not hold, where these were read."""
    catalogue = register.catalogue
    for id in ids if catalogue is not None else ():
        if catalogue is not None and id not in catalogue.commitments and id not in register.dropped:
            yield unknown_commitment(catalogue, place, id)


def topics_of_measures(file: MeasuresFile, _today: date) -> Iterator[Problem]:
    """A measure and a search are about topics of the list; a measure names each once, in the list's order."""
    known = file.register.topics
    if not known:
        return
    position = {id: number for number, id in enumerate(known)}
    for measure in file.held.measures:
        yield from _unknown_topics(file.register, measure.topics, measure.place.of("topics"))
        if not measure.topics:
            help_ = "name at least one, as in topics.yaml"
            yield Problem("measure-without-topic", measure.place.of("topics"), "this measure is about nothing", help_)
        listed = [id for id in measure.topics if id in position]
        ordered = sorted(listed, key=position.__getitem__)
        if listed != ordered:
            help_ = f"write [{', '.join(ordered)}]"
            yield warning(
                "topics-order", measure.place.of("topics"), "the topics are not in the order of the list", help_
            )
        yield from _paragraphs(file.register, measure.also, measure.place.of("also"))
    for search in file.held.searched:
        yield from _unknown_topics(file.register, [search.topic], search.place.of("topic"))


def _unknown_topics(register: Register, ids: Iterable[str], place: Place) -> Iterator[Problem]:
    for id in ids:
        if id not in register.topics and id not in register.dropped:
            meant = affordable(len(register.topics)) and (_meant(register, id) or nearest(id, register.topics))
            help_ = f"did you mean {meant[0]}?" if meant else f"one of {', '.join(register.topics)}"
            message, absent = f"there is no topic {id}", f"topics.yaml {id}"
            yield Problem("unknown-topic", place, message, help_, absent=absent)


def _meant(register: Register, written: str) -> list[str]:
    """The topic that goes by what was written for its id, by one of its names."""
    topics = register.topics.values()
    called = (Known(topic.id, (*topic.name.values(), *topic.other_names), topic.id) for topic in topics)
    return [known.id for known in named(written, called)]


def topic_of_provision(file: MeasuresFile, _today: date) -> Iterator[Problem]:
    """A provision by topic is of the topics that the measure has; of one whose topic is a slip, that is said alone."""
    known = file.register.topics
    for measure in file.held.measures:
        slips = [topic for topic in measure.topics if topic not in known]
        for topic in measure.provision:
            if topic and topic not in measure.topics and not (slips and topic in known):
                message = f"this measure has a provision on {topic}, and is not about it"
                near = nearest(topic, measure.topics) if topic not in known else ()
                help_ = f"add {topic} to topics, or move the provision to one of {', '.join(measure.topics)}"
                help_ = f"did you mean {near[0]}?" if near else help_
                place, width = measure.place.of(f"provision.{topic}"), len(topic)
                yield Problem("provision-without-topic", place, message, help_, width=width)


def sources_of_measures(file: MeasuresFile, _today: date) -> Iterator[Problem]:
    """A measure and a conflict name sources of their own file."""
    sources, dropped = file.held.sources, file.register.dropped
    absent: dict[str, Place] = {}
    for measure in file.held.measures:
        if not measure.sources:
            help_ = "add source: with an id of this file's sources"
            yield Problem("record-without-source", measure.place, f"this {measure.kind} names no source", help_)
        for conflict in measure.conflict:
            if not conflict.sources and conflict.unconfirmed is None:
                help_ = "add source: with an id of this file's sources, or unconfirmed: with the reason"
                yield Problem("record-without-source", conflict.place, "this conflict names no source", help_)
        for id, place in _cited(measure):
            if id not in sources and id not in dropped:
                absent.setdefault(id, place)
    if len(absent) > FEW or (absent and not sources):
        first, place = next(iter(absent.items()))
        last = max((source.place for source in sources.values()), key=lambda place: place.line, default=place)
        message = f"this file does not hold {len(absent)} sources that it cites, the first of them {first}"
        yield Problem("unknown-source", last, message, "add them under sources; or is the file cut short?")
        return
    for id, place in absent.items():
        near = nearest(id, sources)
        help_ = f"did you mean {near[0]}?" if near else "add it under sources in this file"
        yield Problem("unknown-source", place, f"this file holds no source {id}", help_, width=len(id))


def _cited(measure: Measure) -> Iterator[tuple[str, Place]]:
    """The sources that a measure and its conflicts cite, each with its place."""
    yield from ((id, measure.place.of("source")) for id in measure.sources)
    yield from ((id, conflict.place.of("source")) for conflict in measure.conflict for id in conflict.sources)


def ids_of_sources(file: MeasuresFile, _today: date) -> Iterator[Problem]:
    """The sources of a state's file begin with its code, stand once each, in the order of their ids, and are cited."""
    sources = file.held.sources.values()
    for source in sources:
        if file.prefix != "-" and not source.id.startswith(file.prefix):
            help_ = f"write {file.prefix}{source.id} here and where it is cited"
            message = f"the id of a source of this file begins with {file.prefix}"
            yield Problem("source-without-code", source.place, message, help_, width=len(source.id))
    yield from repeated(sources, lambda page: (page.url, plain(page.title), page.as_of), "this page")
    cited = {id for measure in file.held.measures for id, _ in _cited(measure)}
    if file.complete:
        yield from out_of_order({source.id: source.place for source in sources if source.id in cited})
    for source in sources if file.complete else ():
        if source.id not in cited:
            message = f"nothing cites {source.id}"
            yield warning("source-never-cited", source.place, message, "cite it, or remove it", width=len(source.id))


def measure_twice(file: MeasuresFile, _today: date) -> Iterator[Problem]:
    """A measure stands once: by its number, or by its title, unless its days or its number tell it from another."""
    held: dict[tuple[Any, ...], list[tuple[int, Measure, str | None]]] = {}
    """The first measures of a kind and a title, or a number; of these, those with some number or none, and days."""
    for position, measure in enumerate(file.held.measures):
        number, days = plain(measure.number) if measure.number else None, _days_that_tell(measure)
        keys: list[tuple[str, ...]] = [("title", measure.kind, plain(measure.title))]
        if number is not None and measure.kind is not MeasureKind.BODY:  # of a body it is that of the act that makes it
            keys.append(("number", measure.kind, number))
        alike = [held.get(part, ()) for key in keys for part in _parts_alike(key, number, days)]
        others = sorted({other[0]: other for some in alike for other in some}.values(), key=itemgetter(0))
        before, its = next(((other, its) for _, other, its in others if _same_days(measure, other)), (None, None))
        if before is not None:
            called = measure.title if number is None or its is None else measure.number
            message = f"{called} stands here a second time; it is already on line {before.place.line}"
            help_ = "keep one, with the topics and the sources of both; or give what tells them apart"
            yield Problem("measure-twice", measure.place, message, help_)
        for part in (part for key in keys for part in ((key,), (key, number), (key, days), (key, number, days))):
            some = held.setdefault(part, [])
            if len(some) < MOST_ALIKE:
                some.append((position, measure, number))
    yield from repeated(
        file.held.searched,
        lambda search: (search.topic, search.kind, search.date, plain(search.where)),
        "this search",
    )


def _parts_alike(key: tuple[str, ...], number: str | None, days: tuple[When | None, ...]) -> list[tuple[Any, ...]]:
    """Where those stand that no number tells from a measure: with its number or none, or any where it has none."""
    if number is None:
        return [(key,), (key, days)]
    return [(key, number), (key, number, days), (key, None), (key, None, days)]


def _same_days(measure: Measure, other: Measure) -> bool:
    """Whether no day tells two measures of one number or one title apart."""
    return not any(
        ours is not None and theirs is not None and (ours.latest < theirs.earliest or theirs.latest < ours.earliest)
        for ours, theirs in zip(_days_that_tell(measure), _days_that_tell(other), strict=True)
    )


def _days_that_tell(measure: Measure) -> tuple[When | None, ...]:
    return measure.adopted, measure.published, measure.in_force, measure.held, measure.due


def replacement(file: MeasuresFile, _today: date) -> Iterator[Problem]:
    """What replaces a measure is another one of the same file, by its number or its title."""
    if not file.complete:
        return
    called: dict[str, set[int]] = {}
    """The measures that go by a name."""
    for number, measure in enumerate(file.held.measures):
        for name in _names(measure):
            called.setdefault(plain(name), set()).add(number)
    names: list[str] = []
    for number, measure in enumerate(file.held.measures):
        wanted = measure.replaced_by
        if wanted is None:
            continue
        named = called.get(plain(wanted), set())
        if len(named) == (number in named):
            names = names or [name for other in file.held.measures for name in _names(other)]
            own = {*_names(measure)}
            near = [name for name in nearest(wanted, names) if name not in own]
            help_ = (
                f"did you mean {near[0]}?" if near else "write its number or its title as it stands there; or add it"
            )
            message = f"no other measure of this file is {wanted}"
            yield Problem("unknown-measure", measure.place.of("replaced_by"), message, help_, width=len(wanted))


def _names(measure: Measure) -> list[str]:
    return [name for name in (measure.number, measure.title, measure.title_english) if name]


OF_TOPICS: tuple[Callable[[Register], Iterable[Problem]], ...] = (topic_names, topic_asked_for)
OF_FILE: tuple[MeasureRule, ...] = (
    topics_of_measures,
    topic_of_provision,
    sources_of_measures,
    ids_of_sources,
    measure_twice,
    replacement,
    *measure_searches.OF_FILE,
    *measure_status.OF_FILE,
    *measure_texts.OF_FILE,
)
