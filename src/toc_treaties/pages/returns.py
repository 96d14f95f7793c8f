"""Annual figures as pages: one year, one state over the years, and the report to the National Authorities' meeting."""

from toc_treaties.document import (
    Block,
    Column,
    ColumnKind,
    Document,
    Heading,
    Layout,
    Remark,
    Role,
    Section,
    Table,
    cell,
    line_of,
    paragraph,
)
from toc_treaties.model.assessment import Figure, Sentence
from toc_treaties.model.commitment import Level, Statistic
from toc_treaties.pages.standings import record_note
from toc_treaties.questions.returns import OverYears, StateFigures, Sum, YearFigures
from toc_treaties.words.dates import when
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, counted

GROUP = {
    "cooperation": "Cooperation",
    "convictions": "Convictions",
    "sentences": "Sentences",
    "legal-persons": "Liability of legal persons",
    "return": "Return",
}
NOT_REPORTED = "not reported"
MEANING = "An empty figure was not reported; 0 was reported as none. Nothing is added up over a gap without saying so."


def figure_text(figure: Figure) -> str:
    """A figure as it is entered: empty where it is not reported."""
    match figure:
        case None:
            return ""
        case Sentence():
            return _terms(figure)
        case _:
            return str(figure)


def _terms(one: Sentence) -> str:
    """The terms of sentences in words: 12 to 96 months, median 36; nothing where none is reported."""
    ends = [str(term) for term in (one.least, one.most) if term is not None]
    parts = [f"{' to '.join(dict.fromkeys(ends))} months"] if ends else []
    if ends or one.median is not None:
        parts.append(f"median {one.median}" if one.median is not None else "median not reported")
    parts += [f"{one.life} for life"] if one.life is not None else []
    parts += [one.text] if one.text else []
    return ", ".join(parts)


def sum_text(one: Sum) -> str:
    """A sum, with what it leaves out: partial: n of m reported."""
    if one.total is None:
        return NOT_REPORTED
    return f"{one.total} (partial: {one.reported} of {one.of} reported)" if one.partial else str(one.total)


def year_page(answer: YearFigures, words: Words) -> Document:
    """The hemisphere's core figures for a year: sums over members, and each state's own."""
    core = [one for one in answer.statistics if one.level is Level.CORE]
    given = [one for one in answer.states if one.given is not None]
    blocks: list[Block] = [
        paragraph(f"{counted(len(given), 'return')} of {len(answer.states)} OAS members for {answer.year}.")
    ]
    for group, title in GROUP.items():
        rows = tuple(
            (cell(one.id), cell(one.definition), cell(sum_text(answer.sums[one.id])))
            for one in core
            if one.group == group and one.id in answer.sums
        )
        if rows:
            columns = (
                Column("figure", "Figure"),
                Column("definition", "Definition"),
                Column("reported_added_up", "Reported, added up"),
            )
            blocks += [Heading(title, 2), Table("returns", columns, (Section("", rows),))]
    for state in given:
        blocks += [Heading(state.state.name["en"] + _mark(state), 2), _figures(state, answer.statistics)]
    blocks += [Remark(line_of(MEANING)), record_note()]
    return Document(
        "returns",
        f"Annual figures for {answer.year}",
        f"year {answer.year}",
        tuple(blocks),
        words.language,
        answer.year,
    )


def _mark(state: StateFigures) -> str:
    """The mark of a return that no source shows, with the reason."""
    why = state.given.unconfirmed if state.given is not None else None
    return f" {MARK} ({why})" if why else ""


def _figures(state: StateFigures, statistics: tuple[Statistic, ...]) -> Table:
    rows = tuple(
        (cell(one.id), cell(figure_text(state.figures[one.id])), cell(one.unit, role=Role.QUIET))
        for one in statistics
        if state.figures.get(one.id) is not None
    )
    return Table(
        "returns",
        (Column("figure", "Figure"), Column("reported", "Reported", ColumnKind.COUNT), Column("unit", "Unit")),
        (Section("", rows),),
    )


def years_page(answer: OverYears, words: Words) -> Document:
    """One state's figures, a column for each year."""
    name = answer.state.name["en"]
    if not answer.years:
        nothing = (paragraph("No return is recorded."), Remark(line_of(MEANING)), record_note())
        return Document("returns", f"{name}: annual figures", "", nothing, words.language)
    columns = (
        Column("figure", "Figure"),
        *(
            Column(
                str(one.year),
                f"{one.year}{MARK if _mark(one) else ''}",
                ColumnKind.COUNT,
                whole=True,
            )
            for one in answer.years
        ),
    )
    rows = tuple(
        (cell(statistic.id), *(cell(figure_text(one.figures[statistic.id])) for one in answer.years))
        for statistic in answer.statistics
        if any(one.figures[statistic.id] is not None for one in answer.years)
    )
    blocks: list[Block] = [
        Table("returns", columns, (Section("", rows),), layout=Layout.MATRIX),
        Remark(line_of(MEANING)),
        record_note(),
    ]
    return Document("returns", f"{name}: annual figures", _span(answer), tuple(blocks), words.language)


def _span(answer: OverYears) -> str:
    first, last = answer.years[0].year, answer.years[-1].year
    return f"year {first}" if first == last else f"{first} to {last}"


def randot_page(answer: YearFigures, words: Words) -> Document:
    """The annual report to the National Authorities' meeting: each state that is asked about, group by group."""
    blocks: list[Block] = []
    for state in answer.states:
        blocks.append(Heading(state.state.name["en"], 1))
        given = state.given
        if given is None:
            blocks.append(paragraph(f"No return is recorded for {answer.year}."))
            continue
        submitted = f"submitted {when(given.submitted)}" if given.submitted else "day of submission not recorded"
        cited = f" [{', '.join(given.sources)}]" if given.sources else ""
        blocks.append(paragraph(f"Return for {answer.year}, {submitted}{cited}{_mark(state)}."))
        for group, title in GROUP.items():
            blocks += _group(state, answer, group, title)
    blocks += [
        paragraph(f"{one.name['en']} was not a member of the OAS at the end of {answer.year}.")
        for one in answer.outside
    ]
    blocks += [Remark(line_of(MEANING)), record_note()]
    return Document(
        "returns",
        "Report to the meeting of National Authorities",
        f"year {answer.year}",
        tuple(blocks),
        words.language,
        answer.year,
    )


def _group(state: StateFigures, answer: YearFigures, group: str, title: str) -> list[Block]:
    """A group's core figures and sentences, reported or not, breakdowns where reported, and its sum."""
    rows = []
    for one in answer.statistics:
        if one.group != group or one.unit == "date":
            continue
        figure = figure_text(state.figures[one.id])
        if figure or one.level is not Level.BREAKDOWN:
            rows.append(
                (cell(one.definition, one.id), cell(figure or NOT_REPORTED, role=Role.PLAIN if figure else Role.QUIET))
            )
    total = next((id for id in state.sums if id.startswith(PREFIX.get(group, "none"))), None)
    totals = ((cell(TOTAL[group]), cell(sum_text(state.sums[total]))),) if total else ()
    if not rows:
        return []
    return [
        Heading(title, 2),
        Table(
            "returns", (Column("figure", "Figure"), Column("reported", "Reported")), (Section("", tuple(rows)),), totals
        ),
    ]


TOTAL = {
    "cooperation": "Total of the four kinds, in cases",
    "convictions": "Total over the offences; a case with several counts under each",
    "legal-persons": "Total of the three kinds of liability, in findings",
}
PREFIX = {"cooperation": "coop-", "convictions": "conv-", "legal-persons": "legal-"}
