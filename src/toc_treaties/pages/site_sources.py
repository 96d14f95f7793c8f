"""The sources as pages of the site: each under its publisher, with what rests on it, where citations lead to it."""

from collections.abc import Iterator

from toc_treaties.document import Block, Document, Heading, Layout, cell, facts, paragraph
from toc_treaties.model.measure import MeasureSource
from toc_treaties.model.names import plain, slug_of
from toc_treaties.pages.foot import as_of_text, signed
from toc_treaties.pages.sources import about_text, link
from toc_treaties.pages.tables import Row, gathered, table
from toc_treaties.questions.sources import Citation, CitedSource, Sources
from toc_treaties.words.citations import RECORD, SOURCE_KIND
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK


def page(answer: Sources, words: Words) -> Document:
    """Every source, those of one publisher together, the publishers in the order of the alphabet."""
    by_publisher = gathered((cited.source.publisher, cited) for cited in answer.sources)
    body: list[Block] = [
        paragraph(
            words.say(
                "Each source is one consultation: a page as it stood on a day. What rests on it is everything in "
                "this register that cites it."
            )
        )
    ]
    for publisher in sorted(by_publisher, key=plain):
        body.append(Heading(publisher, 1, key=f"by-{slug_of(publisher)}"))
        for cited in by_publisher[publisher]:
            body += _source(cited, answer, words)
    if not by_publisher:
        body = [paragraph(words.say("No source is on record here."))]
    return Document("sources", words.say("Sources"), "", signed(body, words), words.language)


def _source(cited: CitedSource, answer: Sources, words: Words) -> Iterator[Block]:
    """A source under its title, by its id; what it is, and what rests on it."""
    source = cited.source
    yield Heading(source.title, 2, aside=source.id, key=source.id)
    yield facts(
        (words.say("Kind"), words.term(SOURCE_KIND, source.kind)),
        (words.say("As it stood on"), as_of_text(source, words)),
        (words.say("Address"), link(source.url)),
        (words.say("Archived copy"), link(source.archived)),
        (words.say("Note"), source.note or ""),
        (words.say("What rests on it"), "" if cited.citations else words.say("nothing")),
    )
    at_home = isinstance(source, MeasureSource)
    columns = ("record", "about") if at_home else ("record", "about", "states")
    rows = (row[: len(columns)] for row in _resting(cited, answer, words))
    yield from table(f"rests-{source.id}", columns, rows, words, layout=Layout.LIST)


def _resting(cited: CitedSource, answer: Sources, words: Words) -> Iterator[Row]:
    """The records that cite a source, those of a kind and on one thing together, with the states whose they are."""
    alike = gathered(((citation.kind, _about(citation, answer, words)), citation) for citation in cited.citations)
    for (kind, about), citations in alike.items():
        names = dict.fromkeys(
            words.name(each.state.name) + (MARK if each.marked else "") for each in citations if each.state
        )
        marked = any(each.marked for each in citations if not each.state)
        yield cell(words.term(RECORD, kind), marked=marked), cell(about or "–"), cell(", ".join(names))


def _about(citation: Citation, answer: Sources, words: Words) -> str:
    """What a record is about; a meeting or a text of commitments by its name."""
    named = answer.named.get(citation.about or "")
    return words.name(named) if named else about_text(citation, words)
