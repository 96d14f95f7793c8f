"""Annual figures as pages: one year, one state over the years, and the report to the National Authorities' meeting."""

from collections.abc import Iterator

from toc_treaties.document import Block, Cell, Column, ColumnKind, Document, Heading, Layout, Role, cell, paragraph
from toc_treaties.model.assessment import Figure, Return, Sentence
from toc_treaties.model.commitment import Level
from toc_treaties.pages.foot import closing
from toc_treaties.pages.scope import names_text
from toc_treaties.pages.tables import sectioned, table
from toc_treaties.questions.returns import OverYears, StateFigures, Sum, YearFigures
from toc_treaties.words.duties import GROUP, TOTAL
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK


def figure_cell(figure: Figure, words: Words) -> Cell:
    """A figure as it was reported; that it was not."""
    if isinstance(figure, int):
        return cell(words.number(figure), value=figure)
    text = sentence_text(figure, words) if figure is not None else ""
    return cell(text) if text else cell(words.say("not reported"), role=Role.QUIET)


def sentence_text(terms: Sentence, words: Words) -> str:
    """The terms of sentences in words: 12 to 96 months; median 36; 0 for life. Nothing where none is reported."""
    ends = [term for term in (terms.least, terms.most) if term is not None]
    months = words.say("{terms} months", terms=words.span(ends[0], ends[-1])) if ends else ""
    median = words.known("median {months}", months=terms.median)
    if months and not median:
        median = words.say("median not reported")
    life = words.known("{n} for life", n=terms.life)
    return words.joined((months, median, life, terms.text or ""))


def sum_text(total: Sum, words: Words) -> str:
    """A sum, with what it leaves out: partial: n of m reported."""
    if total.total is None:
        return words.say("not reported")
    number = words.number(total.total)
    if not total.partial:
        return number
    return words.say("{total} (partial: {n} of {of} reported)", total=number, n=total.reported, of=total.of)


def _document(title: str, aside: str, body: list[Block], answer: YearFigures | OverYears, words: Words) -> Document:
    meaning = (
        words.say("A figure that is empty or not listed was not reported; 0 was reported as none."),
        words.say("A sum that leaves out what was not reported says so."),
    )
    foot = closing(body, words, answer.sources, remarks=meaning)
    return Document("returns", title, aside, foot, words.language, getattr(answer, "year", None))


def year_page(answer: YearFigures, words: Words) -> Document:
    """A year across the members: who gave a return, sums over members, and each return in a column of its own."""
    n, of, year = len(answer.given), len(answer.states), answer.year
    given = words.count(
        "{n} return of {of} OAS members for {year}.", "{n} returns of {of} OAS members for {year}.", n, of=of, year=year
    )
    body: list[Block] = [paragraph(given)]
    if answer.given:
        names = names_text((each.state for each in answer.given), words)
        body += [paragraph(words.say("Return recorded: {names}.", names=names)), *_sums(answer, words)]
        body += _columns([(each.state.iso3, each) for each in answer.given], answer, words)
    title = words.say("Annual figures for {year}", year=year)
    return _document(title, words.say("year {n}", n=year), [*body, *_without(answer, words)], answer, words)


def _without(answer: YearFigures, words: Words) -> Iterator[Block]:
    """The names of the members without a return, and of those asked about that were no members."""
    missing = [each.state for each in answer.states if each.given is None]
    if missing:
        yield paragraph(words.say("No return recorded: {names}.", names=names_text(missing, words)))
    if answer.outside:
        names, year = names_text(answer.outside, words), answer.year
        yield paragraph(words.say("Not a member of the OAS at the end of {year}: {names}.", year=year, names=names))


def _sums(answer: YearFigures, words: Words) -> list[Block]:
    """The core figures that some reported, with their definitions, added up over the members."""
    core = [each for each in answer.statistics if each.level is Level.CORE and each.id in answer.reported]
    rows = [(cell(each.id), cell(each.definition), cell(sum_text(answer.sums[each.id], words))) for each in core]
    return table("sums", ("figure", "definition", "sum"), rows, words)


def _columns(given: list[tuple[str, StateFigures]], answer: YearFigures | OverYears, words: Words) -> list[Block]:
    """Returns beside one another, each in a column, a line for each figure that some of them report."""
    heads = (Column(head, head + _mark(each), ColumnKind.COUNT, whole=True) for head, each in given)
    found = ((each.id, [entry.figures[each.id] for _, entry in given]) for each in answer.statistics)
    rows = (
        (cell(id), *(cell("") if figure is None else figure_cell(figure, words) for figure in figures))
        for id, figures in found
        if any(figure is not None for figure in figures)
    )
    return table("figures", ("figure", *heads), rows, words, layout=Layout.MATRIX)


def _mark(entry: StateFigures) -> str:
    """The mark of a return that no source shows."""
    return MARK if entry.given is not None and entry.given.unconfirmed else ""


def years_page(answer: OverYears, words: Words) -> Document:
    """One state's figures, a column for each year."""
    title = words.say("{state}: annual figures", state=answer.state.name)
    if not answer.years:
        return _document(title, "", [paragraph(words.say("No return is recorded."))], answer, words)
    years = [(str(each.year), each) for each in answer.years]
    aside = " – ".join(dict.fromkeys((years[0][0], years[-1][0])))
    return _document(title, aside, _columns(years, answer, words), answer, words)


def randot_page(answer: YearFigures, words: Words) -> Document:
    """The annual report to the National Authorities' meeting: each return group by group; who gave none by name."""
    body: list[Block] = []
    for entry in answer.given:
        body += [Heading(words.name(entry.state.name), 1, key=entry.state.iso3), _submitted(entry, words)]
        body += [table for group in GROUP if group in answer.groups for table in _group(entry, answer, group, words)]
    title, aside = words.say("Report to the meeting of National Authorities"), words.say("year {n}", n=answer.year)
    return _document(title, aside, [*body, *_without(answer, words)], answer, words)


def _submitted(entry: StateFigures, words: Words) -> Block:
    """When a return was given, with its source; why it is marked, where no source shows it."""
    given = entry.given or Return(entry.year)
    text = words.say("Return for {year}", year=entry.year) + _mark(entry)
    day = words.known("submitted {day}", day=given.submitted)
    clauses = (text, day or words.say("day of submission not recorded"), given.unconfirmed or "")
    return paragraph(words.joined(clauses), cites=given.sources)


def _group(entry: StateFigures, answer: YearFigures, group: str, words: Words) -> list[Block]:
    """A group's core figures and sentences, reported or not, breakdowns where reported, and its sum."""
    rows = [
        (cell(each.definition, each.id), figure_cell(entry.figures[each.id], words))
        for each in answer.statistics
        if each.group == group and (entry.figures[each.id] is not None or each.level is not Level.BREAKDOWN)
    ]
    sums = (entry.sums[each.id] for each in answer.derived if each.group == group)
    totals = ((cell(words.term(TOTAL, group)), cell(sum_text(total, words))) for total in sums)
    caption = words.term(GROUP, group)
    return sectioned(group, ("figure", "reported"), [("", rows)], words, caption=caption, totals=totals)
