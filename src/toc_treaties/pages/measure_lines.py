"""How one measure is shown: in a line beside a topic or a paragraph, or with all that is recorded of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from toc_treaties.document import Cell, Line, Role, Span, cell, line_of, naming
from toc_treaties.law.measures import MeasureStanding, Stands, made_on
from toc_treaties.model.measure import Measure, Search, Topic
from toc_treaties.pages.case import conflict_line
from toc_treaties.pages.standings import mark_of
from toc_treaties.questions.measures import TopicMeasures
from toc_treaties.words.language import Words
from toc_treaties.words.measures import DONE_ON, ENDED, KIND, KINDS, MADE_ON, SEEN, SEEN_OLD, SHOWN, STANDS

LONGEST, SHORTER, SHORT = 48, 36, 32
"""How long a name may be where a line has little room, less, or where it is the only one."""
TELLING, LEAST = 26, 14
"""How much of a title tells a reader which law it is; and the least that is worth printing beside a number."""


def day_text(standing: MeasureStanding, words: Words) -> str:
    """The day on which a measure was made or held; that it is not known, where it is not."""
    made = made_on(standing.measure)
    return words.when(made) if made else words.say("day not known")


def stands_text(standing: MeasureStanding, words: Words) -> str:
    """How a measure stands: in force, seen 2014 (old); repealed 4 May 2023."""
    if standing.ended and standing.since is not None:
        return words.say(ENDED[standing.stands], day=words.when(standing.since))
    if standing.seen is not None and (standing.stands in SEEN_OLD or made_on(standing.measure) is None):
        seen = SEEN_OLD if standing.old else SEEN
        return words.say(seen[standing.stands], day=words.when(standing.seen))
    return words.term(STANDS, standing.stands)


def name_text(measure: Measure, longest: int = LONGEST) -> str:
    """A measure as a line has room for: title and number, the title cut after a word, never to nothing.

    Where there is room for no more than one line, the number stands alone for a title that would be cut too short.
    """
    title, number = measure.title, measure.number or ""
    behind = f", {number}" if number and number not in title else ""
    room = longest - len(behind)
    if longest > SHORT:
        room = max(room, TELLING)
    elif room < LEAST < len(title):
        return number if len(number) <= longest else _cut(title, longest)
    return (title if len(title) <= room else _cut(title, room)) + behind


def _cut(title: str, room: int) -> str:
    """The beginning of a title, cut after a word; of a first word that is too long, after a letter."""
    words = title[:room].rpartition(" ")[0] or title[: room - 1]
    return f"{words.rstrip(' ,;:(')}…"


def provision_of(measure: Measure, topic: str) -> str:
    """Where in a measure a topic is dealt with."""
    return measure.provision.get(topic) or measure.provision.get("", "")


def brief_line(
    standing: MeasureStanding,
    words: Words,
    *,
    topic: str = "",
    dated: bool = False,
    more: int = 0,
    longest: int = LONGEST,
) -> Line:
    """A measure in a line, with one source: name, provision, how it stands, and how many others do."""
    measure = standing.measure
    made = made_on(measure) if dated else None
    named = ", ".join(filter(None, (name_text(measure, longest) + mark_of(measure), provision_of(measure, topic))))
    clauses = (named, words.when(made) if made else "", stands_text(standing, words), more_text(more, words))
    return line_of(words.joined(clauses), cites=standing.cited)


def absent_text(found: TopicMeasures, words: Words) -> str:
    """That something was looked for and not found, or that nobody looked."""
    if found.looked_for is None:
        return words.say("nobody looked")
    return words.say("looked for, not found: {day}", day=found.looked_for.date)


def on_record_line(standings: Sequence[MeasureStanding], words: Words) -> Line:
    """What is on record that serves a paragraph: the first with its day, and how many others there are."""
    if not standings:
        return ()
    first, *others = standings
    line = brief_line(first, words, dated=True, more=len(others))
    return (Span(words.say("on record: ")), *line)


def on_record_text(standings: Sequence[MeasureStanding], words: Words) -> str:
    """The same in one line of a list: a name, a day, and how it stands where it is neither in force nor adopted."""
    first, *others = standings
    stands = "" if first.stands in {Stands.IN_FORCE, Stands.ADOPTED} else words.term(STANDS, first.stands)
    made = made_on(first.measure)
    day = words.when(made) if made else words.known("seen {day}", day=first.seen)
    name = name_text(first.measure, SHORT) + mark_of(first.measure)
    named = ", ".join(filter(None, (name, day, stands, more_text(len(others), words))))
    return words.say("on record: {measures}", measures=named)


def more_text(more: int, words: Words) -> str:
    """How many others there are; nothing where there is none."""
    return words.count("and {n} more", "and {n} more", more) if more else ""


def search_text(search: Search, words: Words) -> str:
    """A search that found nothing: what was looked for, on which day, and where."""
    return words.joined((words.term(KINDS, search.kind), words.when(search.date), search.where, search.note or ""))


def full_rows(
    standings: Iterable[MeasureStanding],
    topics: Mapping[str, Topic],
    under: str,
    words: Words,
    named: Mapping[str, str],
) -> Iterator[tuple[Cell, ...]]:
    """Each measure with all that is recorded of it; paragraphs by what they are `named`, else by their ids."""
    for standing in standings:
        measure = standing.measure
        title = Span(measure.title + mark_of(measure), Role.STRONG, cites=measure.sources)
        below = tuple(line for line in _lines(standing, topics, under, words, named) if line)
        day = cell(day_text(standing, words), value=made_on(measure))
        yield day, cell(words.term(KIND, measure.kind)), Cell((title,), below)


def _lines(
    standing: MeasureStanding, topics: Mapping[str, Topic], under: str, words: Words, named: Mapping[str, str]
) -> Iterator[Line]:
    measure = standing.measure
    provisions = (_provision(topic, text, topics, words) for topic, text in measure.provision.items())
    yield line_of(words.joined((measure.title_english or "", measure.number or "", *provisions)), Role.QUIET)
    yield line_of(words.joined(stands_texts(standing, words)), Role.QUIET)
    replaced = words.say("replaced by {measure}", measure=measure.replaced_by) if measure.replaced_by else ""
    others = [topic_text(topics[id], words) for id in measure.topics if id != under and id in topics]
    also = words.known("also on {topics}", topics=words.listed(others))
    paragraphs = [named.get(id, id) for id in measure.also]
    served = words.known("serves also {paragraphs}", paragraphs=words.listed(paragraphs))
    beside = words.joined((also, served))
    before = words.joined((measure.institution or "", replaced, beside)).removesuffix(beside)
    yield (*line_of(before, Role.QUIET), *naming(beside, (*others, *paragraphs), Role.QUIET))
    shown = words.term(SHOWN, measure.shown)
    unconfirmed = words.say("unconfirmed: {why}", why=measure.unconfirmed) if measure.unconfirmed else ""
    yield line_of(words.joined((shown, unconfirmed, measure.note or "")), Role.QUIET)
    yield from (conflict_line(conflict, words) for conflict in measure.conflict)


def _provision(topic: str, text: str, topics: Mapping[str, Topic], words: Words) -> str:
    """A provision, and on which topic where it is not on all."""
    if topic not in topics:
        return text
    return words.say("{provision} on {topic}", provision=text, topic=topic_text(topics[topic], words))


def stands_texts(standing: MeasureStanding, words: Words) -> Iterator[str]:
    """How a measure stands, then every day that is recorded of it; what a day says is not said twice."""
    measure = standing.measure
    days = (measure.adopted, measure.published, measure.in_force, measure.held, measure.due, measure.until)
    told = [(message, when) for message, when in zip(DONE_ON, days, strict=True) if when is not None]
    if standing.stands in {Stands.DRAFT, Stands.NAMED}:
        told = [(MADE_ON if when is measure.adopted else message, when) for message, when in told]
    if standing.ended and standing.since == measure.until:
        told = told[:-1] if measure.until else told
    if not any(message.startswith(f"{standing.stands} ") for message, _ in told):
        yield stands_text(standing, words)
    for message, when in told:
        yield words.say(message, day=words.when(when))


def topic_text(topic: Topic, words: Words) -> str:
    """A topic where a line has little room."""
    return words.name(topic.short or topic.name)
