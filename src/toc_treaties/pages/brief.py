"""A brief as a page: what a delegate takes into a meeting, from the pages of other questions, sources in an annex."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Facts,
    Heading,
    Layout,
    Paragraph,
    Section,
    Sources,
    Table,
    cell,
    line_of,
    marks_in,
    paragraph,
)
from toc_treaties.law.measures import MeasureStanding
from toc_treaties.law.standing import Standing
from toc_treaties.model.instrument import Instrument, Tier
from toc_treaties.pages import calendar, changes, due, gaps, measures_matrix, pairs, table
from toc_treaties.pages.body import body_of
from toc_treaties.pages.foot import page_of
from toc_treaties.pages.measure_lines import name_text, stands_text, topic_text
from toc_treaties.pages.membership import membership_line
from toc_treaties.pages.scope import titled
from toc_treaties.pages.standings import role_of, verdict_text
from toc_treaties.pages.timeline import timeline
from toc_treaties.questions.brief import Brief
from toc_treaties.questions.measures import MeasuresMatrix, MeasuresOfState
from toc_treaties.words.language import Words
from toc_treaties.words.measures import NO_ASSESSMENT
from toc_treaties.words.phrases import DAY_MARK, MARK, TIER

GAPS = "gaps"
PARTS = ("standing", GAPS, "changes", "ahead", "due", "measures")
"""The keys of the headings under which the parts of a brief stand."""


def page(answer: Brief, words: Words) -> Document:
    """The brief of one state or of many, its sources as an annex."""
    alone = len(answer.scope.states) == 1
    body = list(_of_state(answer, words) if alone else _of_states(answer, words))
    title = (
        words.say("Brief: {state}", state=answer.scope.states[0].name) if alone else words.say("Brief: the Americas")
    )
    if not alone and answer.scope.of_some_states:
        title = titled(words.say("Brief"), answer.scope, words)
    made = page_of("brief", title, answer.as_of, body, answer.sources, words, [words.say(NO_ASSESSMENT)])
    blocks = _with_annex(made.blocks)
    annex: list[Block] = [timeline(answer.cases, answer.as_of, words)] if alone else []
    if alone:
        annex += [block._replace(annex=False) for block in blocks if isinstance(block, Sources)]
    return made._replace(blocks=blocks, annex=tuple(annex))


def _with_annex(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the list of sources last, as an annex."""
    annex = [block._replace(annex=True) for block in blocks if isinstance(block, Sources)]
    return (*(block for block in blocks if not isinstance(block, Sources)), *annex)


def _of_state(answer: Brief, words: Words) -> Iterator[Block]:
    (state,) = answer.scope.states
    membership = membership_line(state, answer.as_of, words)
    if membership:
        yield Facts(((words.say("OAS"), membership),))
    yield Heading(words.say("Standing at a glance"), key="standing")
    yield _glance(answer, words)
    yield Heading(words.say("Not joined, and what comes next"), key=GAPS)
    listed = list(_part(gaps.page(answer.gaps, words)))
    yield from listed[next(index for index, block in enumerate(listed) if isinstance(block, Heading)) :]
    yield from _shared(answer, words)
    for basis in answer.bases:
        yield from _part(pairs.with_all_page(basis, words))
    yield Heading(words.say("Not on record: designations, notifications, returns"), key="due")
    dues = [each for entry in answer.due.states for each in entry.dues]
    yield Paragraph(due.dues_line(tuple(dues), words) or line_of(words.say("Nothing is listed.")))
    if isinstance(answer.topics, MeasuresOfState):
        yield Heading(words.say("Laws on record, by topic"), key="measures")
        yield from _topics(answer.topics, words)


def _of_states(answer: Brief, words: Words) -> Iterator[Block]:
    yield Heading(words.say("Standing at a glance"), key="standing")
    yield from _part(table.page(answer.table, words))
    yield Heading(words.say("Not joined, and what comes next"), key=GAPS)
    yield from _part(gaps.by_instrument_page(answer.gaps, words))
    yield from _shared(answer, words)
    yield Heading(words.say("Not on record: designations, notifications, returns"), key="due")
    yield from _part(due.page(answer.due._replace(bodies=()), words))
    if isinstance(answer.topics, MeasuresMatrix):
        yield Heading(words.say("Laws on record, by topic"), key="measures")
        yield from _part(measures_matrix.page(answer.topics, words))


def _shared(answer: Brief, words: Words) -> Iterator[Block]:
    """What changed since the last meeting, and what is coming into force, ending or meeting."""
    if answer.changes is not None:
        yield Heading(words.say("What changed since the last meeting"), key="changes")
        unnamed = answer.changes._replace(scope=answer.changes.scope._replace(states_named=False))
        yield from _part(changes.page(unnamed, words))
    yield Heading(words.say("What lies ahead"), key="ahead")
    unnamed_days = answer.ahead._replace(scope=answer.ahead.scope._replace(states_named=False))
    yield from _part(calendar.page(unnamed_days, words))


def _part(document: Document) -> Iterator[Block]:
    """The body of another page under a heading of the brief."""
    return body_of(document, deeper=1)


def _glance(answer: Brief, words: Words) -> Table:
    """The two lists beside each other, each instrument with its standing."""
    held: dict[Tier, list[tuple[Instrument, Standing]]] = {tier: [] for tier in Tier}
    for _, instrument, standing in answer.table.cells:
        held[instrument.tier].append((instrument, standing))
    lists = [tier for tier in Tier if held[tier]]
    columns = [
        column
        for tier in lists
        for column in (Column(f"{tier}", words.term(TIER, tier), whole=True), Column(f"{tier}_standing", ""))
    ]
    beside = zip_longest(*(held[tier] for tier in lists))
    rows = tuple(tuple(one for pair in pairs for one in _pair(pair, words)) for pairs in beside)
    return Table("glance", tuple(columns), (Section("", rows),))


def _pair(pair: tuple[Instrument, Standing] | None, words: Words) -> tuple[Cell, Cell]:
    if pair is None:
        return cell(""), cell("")
    instrument, standing = pair
    return cell(words.name(instrument.short)), cell(verdict_text(standing, words), role=role_of(standing))


def _topics(answer: MeasuresOfState, words: Words) -> Iterator[Block]:
    """Each topic that calls for law, with what shows how it stands; those without one in a line."""
    shown = [(each.topic, each.shown) for each in answer.calling_for_law]
    rows = [(cell(topic_text(topic, words)), _law(standing, words)) for topic, standing in shown if standing]
    columns = (Column("topic", words.say("Topic"), whole=True), Column("law", words.say("Law")))
    if rows:
        yield Table("topics", columns, (Section("", tuple(rows)),), layout=Layout.LIST)
    missing = [topic_text(each.topic, words) for each in answer.calling_for_law if not each.shown and each.looked_for]
    if missing:
        yield paragraph(words.say("Looked for, and not found: {topics}.", topics=", ".join(missing)))


def _law(standing: MeasureStanding, words: Words) -> Cell:
    named = name_text(standing.measure) + (MARK if standing.marked else "")
    said = words.joined((named, stands_text(standing, words)))
    return Cell(line_of(said, cites=standing.measure.sources[-1:]))


def unconfirmed_in(document: Document) -> list[str]:
    """What a page marks as unconfirmed, each once with what it is of; a gap repeats a standing that was named."""
    named = list(dict.fromkeys(_unconfirmed(_apart_from("gaps", document.blocks))))
    return named or list(dict.fromkeys(_unconfirmed(document.blocks)))


def _apart_from(part: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a brief but for those of one of its parts."""
    within = ""
    for block in blocks:
        if isinstance(block, Heading) and block.key in PARTS:
            within = block.key
        if within != part:
            yield block


def _unconfirmed(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for section in block.sections:
                for row in section.rows:
                    yield from _marked(block, row)


def _marked(table: Table, row: Sequence[Cell]) -> Iterator[str]:
    """The marked cells of a row, each behind what it is of; a row that begins with a day is told as a whole."""
    marked = [any(marks_in(one, (MARK, DAY_MARK)).values()) for one in row]
    if any(marked) and table.columns and table.columns[0].kind is ColumnKind.DAY:
        yield ", ".join(_text(one) for one in row if one.line)
        return
    of = ""
    for index, one in enumerate(row):
        if marked[index]:
            column = table.columns[index].full if table.layout is Layout.MATRIX else ""
            yield ": ".join(filter(None, (", ".join(filter(None, (of, column))), _text(one))))
        elif table.layout is not Layout.MATRIX or not of:
            of = one.text


def _text(shown: Cell) -> str:
    """A cell as a line without a legend says it: words for a sign, and its mark."""
    return "".join(span.says or span.text for span in shown.line) + (MARK if shown.marked else "")
