"""A source with all that rests on it; the list of all sources."""

from toc_treaties.document import Block, Document, Role, Span, cell, facts, paragraph
from toc_treaties.pages.foot import as_of_text, signed
from toc_treaties.pages.tables import Row, table
from toc_treaties.questions.sources import Citation, CitedSource, Sources
from toc_treaties.words.citations import RECORD, SOURCE_KIND
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import GROUPING


def page(answer: Sources, words: Words) -> Document:
    """One source, or the list of all."""
    alone = len(answer.sources) == 1
    title = words.say("Source {id}", id=answer.sources[0].source.id) if alone else words.say("Sources")
    body: list[Block] = _one(answer.sources[0], words) if alone else _list(answer, words)
    return Document("sources", title, "", signed(body, words), words.language)


def _one(cited: CitedSource, words: Words) -> list[Block]:
    """What a source is, and the records that cite it."""
    source = cited.source
    about = facts(
        (words.say("Title"), source.title),
        (words.say("Publisher"), source.publisher),
        (words.say("Kind"), words.term(SOURCE_KIND, source.kind)),
        (words.say("As it stood on"), as_of_text(source, words)),
        (words.say("Address"), link(source.url)),
        (words.say("Archived copy"), link(source.archived)),
        (words.say("Note"), source.note or ""),
    )
    rows = (_row(citation, words) for citation in cited.citations)
    nothing = paragraph(words.say("Nothing rests on it."))
    return [about, *(table("citations", ("record", "state", "about", "day"), rows, words) or [nothing])]


def link(address: str | None) -> tuple[Span, ...]:
    """An address that can be followed; an archive may name a copy in another way."""
    return (Span(address, url=address if "://" in address else ""),) if address else ()


def _row(citation: Citation, words: Words) -> Row:
    when = citation.when if citation.when and not citation.when.unseen else None
    return (
        cell(words.term(RECORD, citation.kind), marked=citation.marked),
        cell(words.name(citation.state.name) if citation.state else "–"),
        cell(about_text(citation, words) or "–"),
        cell(words.when(when) or "–", value=when),
    )


def about_text(citation: Citation, words: Words) -> str:
    """What a record is about: an instrument or a thing by its name, and an article."""
    return words.joined(
        (
            words.name(citation.instrument.short) if citation.instrument else "",
            words.known("art. {article}", article=citation.article),
            words.term(GROUPING, citation.about),
        )
    )


def _list(answer: Sources, words: Words) -> list[Block]:
    """Every source: its id, what it is, and how current it was."""
    rows = (
        (
            cell(source.id, role=Role.STRONG),
            cell(
                words.say(
                    "{by}: {title}; {day}", by=source.publisher, title=source.title, day=as_of_text(source, words)
                )
            ),
        )
        for source, _ in answer.sources
    )
    return table("sources", ("source", "title"), rows, words)
