"""A source with all that rests on it; the list of all sources."""

from toc_treaties.document import (
    Block,
    Caution,
    Cell,
    Column,
    ColumnKind,
    Document,
    Facts,
    Role,
    Section,
    Span,
    Table,
    cell,
    line_of,
    paragraph,
)
from toc_treaties.model.source import Source
from toc_treaties.pages.foot import signs_in
from toc_treaties.questions.sources import Citation, CitedSource, Sources
from toc_treaties.words.citations import RECORD, SOURCE_KIND
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import GROUPING, NOT_THE_RECORD


def page(answer: Sources, words: Words) -> Document:
    """One source, or the list of all."""
    alone = len(answer.sources) == 1
    title = words.say("Source {id}", id=answer.sources[0].source.id) if alone else words.say("Sources")
    body: list[Block] = _one(answer.sources[0], words) if alone else [_list(answer, words)]
    body += [*signs_in(body, words), Caution(line_of(words.say(NOT_THE_RECORD)))]
    return Document("sources", title, "", tuple(body), words.language)


def _one(cited: CitedSource, words: Words) -> list[Block]:
    """What a source is, and the records that cite it."""
    source = cited.source
    rows = (
        (words.say("Title"), line_of(source.title)),
        (words.say("Publisher"), line_of(source.publisher)),
        (words.say("Kind"), line_of(words.term(SOURCE_KIND, source.kind))),
        (words.say("As it stood on"), line_of(_day(source, words))),
        (words.say("Address"), _link(source.url)),
        (words.say("Archived copy"), _link(source.archived)),
        (words.say("Note"), line_of(source.note or "")),
    )
    about = Facts(tuple((label, line) for label, line in rows if line))
    if not cited.citations:
        return [about, paragraph(words.say("Nothing rests on it."))]
    columns = (
        Column("record", words.say("What rests on it")),
        Column("state", words.say("State")),
        Column("about", words.say("About")),
        Column("day", words.say("Day"), ColumnKind.DAY, whole=True),
    )
    return [about, Table("citations", columns, (Section("", tuple(_row(one, words) for one in cited.citations)),))]


def _link(address: str | None) -> tuple[Span, ...]:
    """An address that can be followed; an archive may name a copy in another way."""
    return (Span(address, url=address if "://" in address else ""),) if address else ()


def _day(source: Source, words: Words) -> str:
    return words.when(source.as_of) if source.as_of else words.say("undated")


def _row(citation: Citation, words: Words) -> tuple[Cell, ...]:
    when = citation.when if citation.when and not citation.when.unseen else None
    about = (
        words.name(citation.instrument.short) if citation.instrument else "",
        words.say("art. {article}", article=citation.article) if citation.article else "",
        words.term(GROUPING, citation.about),
    )
    return (
        cell(words.term(RECORD, citation.kind), marked=citation.marked),
        cell(words.name(citation.state.name) if citation.state else "–"),
        cell(words.joined(about) or "–"),
        cell(words.when(when) if when else "–", value=when),
    )


def _list(answer: Sources, words: Words) -> Table:
    """Every source: its id, what it is, and how current it was."""
    rows = tuple((cell(source.id, role=Role.STRONG), cell(_described(source, words))) for source, _ in answer.sources)
    columns = (Column("source", words.say("Id"), whole=True), Column("title", words.say("Publisher, title and day")))
    return Table("sources", columns, (Section("", rows),))


def _described(source: Source, words: Words) -> str:
    day = _day(source, words)
    return words.say("{publisher}: {title}; {day}", publisher=source.publisher, title=source.title, day=day)
