"""The foot of a page: what its signs mean, what stands behind it, and what it must not be taken for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from toc_treaties.document import (
    Block,
    Caution,
    Cell,
    Column,
    Document,
    Footnote,
    Heading,
    Provenance,
    Reference,
    Remark,
    Section,
    Sources,
    Span,
    Table,
    cell,
    line_of,
    marks_in,
    reworded,
    spans_in,
)
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import DAY_MARK, DAY_MARK_MEANS, DAYS_OF, MARK, MARK_MEANS, NOT_THE_RECORD

if TYPE_CHECKING:
    from toc_treaties.model.measure import MeasureSource
    from toc_treaties.model.source import Source

    Cited = Source | MeasureSource
    """A source of the register, or one of a state's file of measures."""

SIGNS = {MARK: MARK_MEANS, DAY_MARK: DAY_MARK_MEANS}


def closing(
    body: Sequence[Block],
    words: Words,
    sources: "Sequence[Cited]",
    *,
    remarks: Iterable[str] = (),
    running: bool = False,
) -> tuple[Block, ...]:
    """A page's body with its foot: the marks that occur in it, evidence, remarks, the sources cited, the caution.

    `sources` are all that stand behind the answer, in the order of the register; those that the body cites are listed,
    each in a line or, `running`, one after another by publisher.
    """
    runs = [spans_in(block) for block in body]
    body = tuple(
        [
            reworded(block, words.prose) if words.names_days(span.text for span in spans) else block
            for block, spans in zip(body, runs, strict=True)
        ]
    )
    marks = marks_in(body, SIGNS)
    return (
        *body,
        *signs_of(marks, words),
        provenance(sources, marks[MARK], words),
        *(Remark(line_of(remark)) for remark in (*remarks, *_quoting(body, words)) if remark),
        *(_running if running else _listed)(_cited_by(chain(*runs), sources), words),
        Caution(line_of(words.say(NOT_THE_RECORD))),
    )


def signed(body: Sequence[Block], words: Words) -> tuple[Block, ...]:
    """The body of a page that lists no sources, with its foot: the marks that occur in it, and the caution."""
    return (*body, *signs_of(marks_in(body, SIGNS), words), Caution(line_of(words.say(NOT_THE_RECORD))))


def _quoting(body: Sequence[Block], words: Words) -> Iterator[str]:
    """In which language notes are quoted, where a page in another quotes any."""
    if words.quotations:
        mark = next(iter(words.quotations))[0]
        shown = "\n".join(span.text for span in spans_in(body) if mark in span.text)
        if any(quotation in shown for quotation in words.quotations):
            yield words.say("What stands in quotation marks is shown as it was written, in English.")


def page_of(
    key: str,
    title: str,
    as_of: date,
    body: Sequence[Block],
    sources: "Sequence[Cited]",
    words: Words,
    remarks: Iterable[str] = (),
    *,
    running: bool = False,
) -> Document:
    """A page on a day: its title with that day, its body, and its foot."""
    aside = words.say("as of {day}", day=words.long_day(as_of))
    blocks = closing(body, words, sources, remarks=remarks, running=running)
    return Document(key, title, aside, blocks, words.language, as_of)


def signs_of(marks: Mapping[str, int], words: Words) -> list[Footnote]:
    """What the signs mean that occur in a page's body, by how often."""
    return [Footnote(sign, line_of(words.say(means))) for sign, means in SIGNS.items() if marks[sign]]


def cited_in(body: Sequence[Block], sources: "Sequence[Cited]") -> "list[Cited]":
    """The sources that a page's body cites, in the order of the register."""
    return _cited_by(spans_in(body), sources)


def _cited_by(spans: Iterable[Span], sources: "Sequence[Cited]") -> "list[Cited]":
    cited = {id for span in spans for id in span.cites}
    return [source for source in sources if source.id in cited]


def _listed(sources: "Sequence[Cited]", words: Words) -> list[Block]:
    """The sources cited on a page, by the ids under which `toc-treaties sources` shows what rests on each."""
    rows = tuple(Reference(source.id, line_of(in_brief(source, words)), source.url or "") for source in sources)
    heading = words.say("Sources (in full, with what rests on each: toc-treaties sources ID)")
    return [Sources(heading, rows)] if rows else []


def _running(sources: "Sequence[Cited]", words: Words) -> list[Block]:
    """The same in a running line: those of one publisher together, who is named once."""
    rows: list[Reference] = []
    named = ""
    publishers = list(dict.fromkeys(source.publisher for source in sources))
    for source in sorted(sources, key=lambda source: publishers.index(source.publisher)):
        same = words.say("the same, {as_of}", as_of=as_of_text(source, words)) if source.publisher == named else ""
        rows.append(Reference(source.id, line_of(in_brief(source, words)), source.url or "", line_of(same)))
        named = source.publisher
    heading = words.say("Sources (in full, with what rests on each: toc-treaties sources ID)")
    return [Sources(heading, tuple(rows), between=words.between_clauses)] if rows else []


def in_brief(source: "Cited", words: Words) -> str:
    """A source in a line, as paper has room for: its publisher, and the day on which it was so."""
    return words.say("{publisher}, {as_of}", publisher=source.publisher, as_of=as_of_text(source, words))


def as_of_text(source: "Cited", words: Words) -> str:
    """The day on which a source was so, as far as it says."""
    return words.when(source.as_of) or words.say("undated")


def provenance(sources: "Sequence[Cited]", marks: int, words: Words) -> Provenance:
    """How many sources stand behind a page, how old and how new they are, and how many marks it carries."""
    dated = sorted(((source.as_of, source.kind) for source in sources if source.as_of), key=lambda day: day[0].latest)
    clauses = [words.count("{n} source", "{n} sources", len(sources))]
    for kind, message in DAYS_OF.items():
        days = [as_of for as_of, dated_kind in dated if dated_kind == kind]
        if days:
            clauses.append(words.say(message, days=words.from_to(days[0], days[-1])))
    undated = sum(source.as_of is None for source in sources)
    clauses += [words.say("{n} undated", n=undated)] if undated else []
    clauses += [words.count("{n} entry marked {mark}", "{n} entries marked {mark}", marks, mark=MARK)] if marks else []
    text = words.say("{clauses}.", clauses=words.joined(clauses)) if sources else words.say("no source recorded.")
    oldest, newest = (dated[0][0], dated[-1][0]) if dated else (None, None)
    return Provenance(words.say("Evidence"), line_of(text), len(sources), oldest, newest, marks)


Groups = Sequence[tuple[str, Sequence[str]]]
"""States, each group with the ids of the sources on which its cells rest."""


def behind(rows: Iterable[tuple[str, Groups]], sources: "Sequence[Cited]", words: Words) -> tuple[Block, ...]:
    """An annex that leads from cells to their sources: for each row what rests on which, then every source in full."""
    told = [(cell(label), Cell(tuple(_groups(groups, words)))) for label, groups in rows]
    columns = (Column("of", words.say("Instrument"), whole=True), Column("rests_on", words.say("States, by sources")))
    listed = tuple(Reference(source.id, line_of(in_brief(source, words)), source.url or "") for source in sources)
    heading = words.say("What stands behind each cell")
    return (
        Heading(heading, key="behind"),
        Table("behind", columns, (Section("", tuple(told)),)),
        Sources(words.say("Sources behind the cells"), listed),
    )


def _groups(groups: Groups, words: Words) -> Iterator[Span]:
    """States with the sources on which their cells rest, one group after another."""
    for index, (names, ids) in enumerate(groups):
        if index:
            yield Span(words.between_clauses)
        yield Span(names, cites=tuple(ids))
