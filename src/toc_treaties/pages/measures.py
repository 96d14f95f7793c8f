"""Measures as pages: one state by topic, one topic state by state, all cells. They say what exists and never grade."""

from collections.abc import Iterable, Iterator, Mapping

from toc_treaties.document import (
    Block,
    Caution,
    Cell,
    Column,
    ColumnKind,
    Document,
    Heading,
    Role,
    Section,
    Table,
    cell,
    facts,
    line_of,
    paragraph,
)
from toc_treaties.law.measures import MeasureStanding
from toc_treaties.model.measure import MeasureKind, Topic
from toc_treaties.pages import measures_matrix
from toc_treaties.pages.foot import cited_in, page_of
from toc_treaties.pages.measure_lines import (
    LONGEST,
    SHORTER,
    absent_text,
    brief_line,
    day_text,
    full_rows,
    search_text,
    topic_text,
)
from toc_treaties.pages.scope import scoped
from toc_treaties.questions.measures import MeasuresOfState, MeasuresOnTopic, TopicMeasures
from toc_treaties.words.language import Words
from toc_treaties.words.measures import KIND_TITLE, KINDS, NO_ASSESSMENT

Row = tuple[Cell, ...]
matrix_page = measures_matrix.page


def page(
    answer: MeasuresOfState, words: Words, *, every: bool = False, named: Mapping[str, str] | None = None
) -> Document:
    """The measures of one state: a line a topic that calls for law, or every measure with all that is recorded.

    Paragraphs that a measure serves stand by what they are `named`, else by their ids.
    """
    body: list[Block] = [*(_every(answer, words, named or {}) if every else by_topic(answer, words))]
    body.append(Caution(line_of(words.say(NO_ASSESSMENT))))
    title = words.say("{state}, measures on record", state=words.name(answer.state.name))
    more = "" if every else words.say("With --all: every measure, with all that is recorded of it.")
    sources = cited_in(body, [*answer.sources.values()])
    return page_of("measures", title, answer.as_of, body, sources, words, (more,), running=not every)


def by_topic(answer: MeasuresOfState, words: Words) -> Iterator[Block]:
    """The newest measure of each topic, what was looked for and not found, and what nobody looked for."""
    topics = answer.calling_for_law
    kind = topics[0].kind if topics else MeasureKind.LAW
    standing = tuple(_row(topic_text(each.topic, words), each, words) for each in topics if each.standing)
    others = tuple(
        _row(topic_text(each.topic, words), each, words) for each in topics if each.shown and not each.standing
    )
    if standing or others:
        sections = (Section("", standing), Section(words.say("Draft, expired or repealed"), others))
        columns = _columns(words.say("Topic"), kind, words)
        yield Table("topics", columns, tuple(section for section in sections if section.rows))
    else:
        yield paragraph(words.say("None on record."), Role.QUIET)
    looked = [(each.topic, each.looked_for) for each in topics if each.looked_for]
    found = (
        words.say("{topic} ({day})", topic=topic_text(topic, words), day=words.when(search.date))
        for topic, search in looked
    )
    nobody = [topic_text(each.topic, words) for each in topics if not each.of_kind and not each.looked_for]
    yield facts(
        (words.say("Looked for, not found"), words.joined(found)),
        (words.say("Nobody looked"), words.joined(nobody)),
        (words.say("Also on record"), words.listed(_beside(answer, kind, words))),
    )


def _beside(answer: MeasuresOfState, kind: MeasureKind, words: Words) -> Iterator[str]:
    """The kinds of which something is on record beside that which the page shows."""
    kinds = {standing.measure.kind for standing in answer.standings}
    yield from (words.term(KINDS, each) for each in MeasureKind if each in kinds - {kind})


def _columns(first: str, kind: MeasureKind, words: Words) -> tuple[Column, ...]:
    return (
        Column("of", first, whole=True),
        Column("measure", words.say("{kind} on record", kind=words.term(KIND_TITLE, kind))),
    )


def _row(of: str, found: TopicMeasures, words: Words, longest: int = SHORTER) -> Row:
    """The newest measure of a topic, with its day below what it is of; where there is none, whether anybody looked."""
    if found.shown is not None:
        line = brief_line(found.shown, words, topic=found.topic.id, more=found.more, longest=longest)
        return cell(of, day_text(found.shown, words)), Cell(line)
    return cell(of), cell(absent_text(found, words), role=Role.QUIET)


def _every(answer: MeasuresOfState, words: Words, named: Mapping[str, str]) -> Iterator[Block]:
    """Every measure under the first of its topics, each once; the searches that found none."""
    topics = {each.topic.id: each.topic for each in answer.topics}
    for found, standings in answer.under_first:
        yield Heading(topic_text(found.topic, words), key=found.topic.id)
        if standings:
            rows = tuple(full_rows(standings, topics, found.topic.id, words, named))
            yield Table(found.topic.id, _every_columns(words), (Section("", rows),))
        elif not found.standings and not found.searched:
            yield paragraph(words.say("None on record, and nobody looked."), Role.QUIET)
        others = [each for each in found.standings if each not in standings]
        yield facts(
            (words.say("See also"), words.joined(_elsewhere(others, topics, words))),
            *((words.say("Looked for, not found"), search_text(search, words)) for search in found.searched),
        )


def _elsewhere(standings: Iterable[MeasureStanding], topics: Mapping[str, Topic], words: Words) -> Iterator[str]:
    """Measures that stand under an earlier topic."""
    for standing in standings:
        first = next(id for id in topics if id in standing.measure.topics)
        name = standing.measure.number or standing.measure.title
        yield words.say("{measure} (under {topic})", measure=name, topic=topic_text(topics[first], words))


def _every_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column("day", words.say("Day"), ColumnKind.DAY, whole=True),
        Column("kind", words.say("Kind"), whole=True),
        Column("measure", words.say("On record")),
    )


def topic_page(answer: MeasuresOnTopic, words: Words, *, every: bool = False) -> Document:
    """One topic state by state: a line each, or every measure with all that is recorded."""
    body: list[Block] = []
    if every:
        body += _each_state(answer, words)
    else:
        kind = answer.kind or MeasureKind.LAW
        rows = tuple(_row(words.name(state.name), found, words, LONGEST) for state, found in answer.states)
        body.append(Table("states", _columns(words.say("State"), kind, words), (Section("", rows),)))
    body.append(Caution(line_of(words.say(NO_ASSESSMENT))))
    title = words.say("{topic}, measures on record", topic=words.name(answer.topic.name))
    return scoped("measures", title, answer, body, cited_in(body, [*answer.sources.values()]), words, running=not every)


def _each_state(answer: MeasuresOnTopic, words: Words) -> Iterator[Block]:
    topics = {answer.topic.id: answer.topic}
    for state, found in answer.states:
        yield Heading(words.name(state.name), key=state.iso3)
        if found.standings:
            rows = tuple(full_rows(found.standings, topics, answer.topic.id, words, {}))
            yield Table(state.iso3, _every_columns(words), (Section("", rows),))
        elif not found.searched:
            yield paragraph(words.say("None on record, and nobody looked."), Role.QUIET)
        yield facts(
            *((words.say("Looked for, not found"), search_text(search, words)) for search in found.searched),
        )
