"""Annual figures as pages: one year, one state over the years, and the report to the National Authorities' meeting."""

from collections.abc import Iterable, Iterator

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Heading,
    Layout,
    Paragraph,
    Role,
    Section,
    Table,
    cell,
    line_of,
    paragraph,
)
from toc_treaties.model.assessment import Figure, Sentence
from toc_treaties.model.commitment import Level
from toc_treaties.model.state import State
from toc_treaties.pages.foot import closing
from toc_treaties.questions.returns import OverYears, StateFigures, Sum, YearFigures
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK

GROUP = {
    "cooperation": "Cooperation",
    "convictions": "Convictions",
    "sentences": "Sentences",
    "legal-persons": "Liability of legal persons",
}
TOTAL = {
    "cooperation": "Total of the four kinds, in cases",
    "convictions": "Total over the offences; a case with several counts under each",
    "legal-persons": "Total of the three kinds of liability, in findings",
}
FIGURE = Column("figure", "Figure")


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
    median = words.say("median {months}", months=terms.median) if terms.median is not None else ""
    if months and not median:
        median = words.say("median not reported")
    life = words.say("{n} for life", n=terms.life) if terms.life is not None else ""
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
    body: list[Block] = [*_who(answer, words)]
    if answer.given:
        body += [_sums(answer, words), _columns([(each.state.iso3, each) for each in answer.given], answer, words)]
    aside = words.say("year {year}", year=answer.year)
    return _document(words.say("Annual figures for {year}", year=answer.year), aside, body, answer, words)


def _who(answer: YearFigures, words: Words) -> Iterator[Block]:
    """How many gave a return, and the names of those that did, that did not, and that were not asked."""
    given, of = len(answer.given), len(answer.states)
    text = words.count(
        "{n} return of {of} OAS members for {year}.",
        "{n} returns of {of} OAS members for {year}.",
        given,
        of=of,
        year=answer.year,
    )
    yield paragraph(text)
    if answer.given:
        names = _names((each.state for each in answer.given), words)
        yield paragraph(words.say("Return recorded: {states}.", states=names))
    yield from _without(answer, words)


def _without(answer: YearFigures, words: Words) -> Iterator[Block]:
    missing = [each.state for each in answer.states if each.given is None]
    if missing:
        yield paragraph(words.say("No return recorded: {states}.", states=_names(missing, words)))
    if answer.outside:
        names = _names(answer.outside, words)
        yield paragraph(
            words.say("Not a member of the OAS at the end of {year}: {states}.", year=answer.year, states=names)
        )


def _names(states: Iterable[State], words: Words) -> str:
    return ", ".join(words.name(state.name) for state in states)


def _sums(answer: YearFigures, words: Words) -> Table:
    """The core figures that some reported, with their definitions, added up over the members, group by group."""
    core = [each for each in answer.statistics if each.level is Level.CORE and each.id in answer.reported]
    columns = (FIGURE, Column("definition", words.say("Definition")), Column("sum", words.say("Reported, added up")))
    sections = (
        (
            group,
            tuple(
                (cell(each.id), cell(each.definition), cell(sum_text(answer.sums[each.id], words)))
                for each in core
                if each.group == group
            ),
        )
        for group in GROUP
    )
    return Table("sums", columns, tuple(Section(words.term(GROUP, group), rows) for group, rows in sections if rows))


def _columns(given: list[tuple[str, StateFigures]], answer: YearFigures | OverYears, words: Words) -> Table:
    """Returns beside one another, each in a column, a line for each figure that some of them report."""
    heads = (Column(head, head + _mark(each), ColumnKind.COUNT, whole=True) for head, each in given)
    rows = tuple(
        (cell(statistic.id), *(_entered(each.figures[statistic.id], words) for _, each in given))
        for statistic in answer.statistics
        if any(each.figures[statistic.id] is not None for _, each in given)
    )
    return Table("figures", (FIGURE, *heads), (Section("", rows),), layout=Layout.MATRIX)


def _entered(figure: Figure, words: Words) -> Cell:
    return figure_cell(figure, words) if figure is not None else cell("")


def _mark(entry: StateFigures) -> str:
    """The mark of a return that no source shows."""
    return MARK if entry.given is not None and entry.given.unconfirmed else ""


def years_page(answer: OverYears, words: Words) -> Document:
    """One state's figures, a column for each year."""
    title = words.say("{state}: annual figures", state=words.name(answer.state.name))
    if not answer.years:
        return _document(title, "", [paragraph(words.say("No return is recorded."))], answer, words)
    years = [(str(each.year), each) for each in answer.years]
    aside = " – ".join(dict.fromkeys((years[0][0], years[-1][0])))
    return _document(title, aside, [_columns(years, answer, words)], answer, words)


def randot_page(answer: YearFigures, words: Words) -> Document:
    """The annual report to the National Authorities' meeting: each return group by group; who gave none by name."""
    body: list[Block] = []
    for entry in answer.given:
        body += [Heading(words.name(entry.state.name), 1, key=entry.state.iso3), _submitted(entry, words)]
        body += [_group(entry, answer, group, words) for group in GROUP if group in answer.groups]
    aside = words.say("year {year}", year=answer.year)
    body += _without(answer, words)
    return _document(words.say("Report to the meeting of National Authorities"), aside, body, answer, words)


def _submitted(entry: StateFigures, words: Words) -> Paragraph:
    """When a return was given, with its source; why it is marked, where no source shows it."""
    given = entry.given
    submitted, why, sources = (given.submitted, given.unconfirmed, given.sources) if given else (None, None, ())
    text = words.say("Return for {year}", year=entry.year) + _mark(entry)
    day = words.say("submitted {day}", day=words.when(submitted)) if submitted else ""
    clauses = (text, day or words.say("day of submission not recorded"), why or "")
    return Paragraph(line_of(words.joined(clauses), cites=sources))


def _group(entry: StateFigures, answer: YearFigures, group: str, words: Words) -> Table:
    """A group's core figures and sentences, reported or not, breakdowns where reported, and its sum."""
    rows = tuple(
        (cell(each.definition, each.id), figure_cell(entry.figures[each.id], words))
        for each in answer.statistics
        if each.group == group and (entry.figures[each.id] is not None or each.level is not Level.BREAKDOWN)
    )
    totals = tuple(
        (cell(words.term(TOTAL, group)), cell(sum_text(entry.sums[each.id], words)))
        for each in answer.derived
        if each.group == group
    )
    columns = (Column("figure", words.say("Figure")), Column("reported", words.say("Reported"), ColumnKind.COUNT))
    return Table(group, columns, (Section("", rows),), totals, caption=words.term(GROUP, group))
