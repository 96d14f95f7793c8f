"""The hemisphere-wide matrix as a page: symbols or dates, by subregion, with totals per instrument."""

from enum import StrEnum

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Footnote,
    Layout,
    Legend,
    Remark,
    Section,
    cell,
    facts,
    line_of,
)
from toc_treaties.document import Table as TableBlock
from toc_treaties.law.gap import Part, is_old, part_of
from toc_treaties.law.membership import Members
from toc_treaties.law.outcome import CONSENTED, StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.model.instrument import Tier
from toc_treaties.model.when import When
from toc_treaties.pages.membership import footnotes
from toc_treaties.pages.standings import (
    as_of_aside,
    legend_entries,
    mark_note,
    mark_of,
    record_note,
    role_of,
    symbol_cell,
    symbol_of,
    total_text,
)
from toc_treaties.questions.table import RatificationTable, StateRow
from toc_treaties.words.dates import day, when
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import (
    DAY_MARK,
    DAY_MARK_MEANS,
    GROUPING,
    MARK,
    MARK_MEANS,
    OTHERS_NOT_SHOWN,
    SUBREGION,
    SYMBOL,
    counted,
    listed,
    span_of,
)


class Cells(StrEnum):
    """What the matrix shows in a cell."""

    SYMBOLS = "symbols"
    DATES = "dates"


def page(answer: RatificationTable, words: Words, cells: Cells = Cells.SYMBOLS, *, transpose: bool = False) -> Document:
    """The matrix with its legend, totals and footnotes."""
    notes = footnotes([row.state for row in answer.rows], answer.as_of)
    matrix = _by_instrument(answer, cells, notes) if transpose else _by_state(answer, cells, notes)
    blocks: list[Block] = [matrix, *_foot(answer, cells, transpose=transpose)]
    blocks += notes.values()
    blocks += [Remark(line_of(OTHERS_NOT_SHOWN)), record_note()]
    return Document("table", _title(answer), as_of_aside(answer.as_of), tuple(blocks), words.language, answer.as_of)


def _title(answer: RatificationTable) -> str:
    tiers = {instrument.tier for instrument in answer.scope.instruments}
    which = f"the {next(iter(tiers))} instruments" if len(tiers) == 1 else "the instruments of the Strategy"
    if len(answer.scope.instruments) == 1:
        which = answer.scope.instruments[0].short["en"]
    where = f", {GROUPING.get(answer.scope.group, answer.scope.group)} members" if answer.scope.group else ""
    return f"Ratification and accession: {which}{where}"


def _by_state(answer: RatificationTable, cells: Cells, notes: dict[str, Footnote]) -> TableBlock:
    columns = (
        Column("what", "", whole=True),
        *(Column(one.id, one.column, ColumnKind.SYMBOL, whole=True) for one in answer.scope.instruments),
    )
    sections = []
    for region, name in SUBREGION.items():
        rows = tuple(
            (_state_name(row, notes), *(_cell(now, cells) for now in row.standings))
            for row in answer.rows
            if row.state.subregion == region
        )
        if rows:
            sections.append(Section(name, rows))
    return TableBlock("table", columns, tuple(sections), _total_rows(answer), layout=Layout.MATRIX)


def _state_name(row: StateRow, notes: dict[str, Footnote]) -> Cell:
    sign = notes[row.state.slug][0] if row.state.slug in notes else ""
    return cell(row.state.name["en"] + sign)


def _cell(now: Standing, cells: Cells) -> Cell:
    if cells is Cells.SYMBOLS:
        return symbol_cell(now)
    known = now.consent if now.name in CONSENTED else now.since if now.name is StandingKind.SIGNATORY else None
    symbol = symbol_of(now)
    if known is None:
        return cell(symbol, role=role_of(now), marked=now.evidence.marked)
    text = (_years(known) if known.bracketed else known.text) + (DAY_MARK if now.day_marked else "")
    shown = text if symbol == SYMBOL[StandingKind.PARTY] else f"{symbol} {text}"
    return cell(shown, role=role_of(now), marked=now.evidence.marked, value=known)


def _years(known: When) -> str:
    """The years that a bracket touches: 2011–2017."""
    first, last = known.earliest.year, known.latest.year
    return str(first) if first == last else f"{first}–{last}"


def _total_rows(answer: RatificationTable) -> tuple[tuple[Cell, ...], ...]:
    """Consents, how many of them are unconfirmed, and of how many: OAS members on the day that can join."""
    rows = [
        (
            cell("OAS members that consented"),
            *(cell(span_of(total.consented, total.most), value=total.consented) for total in answer.totals),
        ),
        (cell("of members that can join"), *(cell(str(total.of), value=total.of) for total in answer.totals)),
    ]
    if any(total.unconfirmed for total in answer.totals):
        shown = (
            cell(str(total.unconfirmed) if total.unconfirmed else "", value=total.unconfirmed)
            for total in answer.totals
        )
        rows.insert(1, (cell(f"  {MARK} of them"), *shown))
    return tuple(rows)


def _by_instrument(answer: RatificationTable, cells: Cells, notes: dict[str, Footnote]) -> TableBlock:
    def heading(row: StateRow) -> str:
        return row.state.iso3 + (notes[row.state.slug][0] if row.state.slug in notes else "")

    columns = (
        Column("what", "", whole=True),
        Column("oas", "OAS", whole=True),
        *(Column(row.state.iso3, heading(row), ColumnKind.SYMBOL, whole=True) for row in answer.rows),
    )
    sections = []
    for tier in Tier:
        rows = tuple(
            (
                cell(instrument.short["en"]),
                cell(total_text(answer.totals[index])),
                *(_cell(row.standings[index], cells) for row in answer.rows),
            )
            for index, instrument in enumerate(answer.scope.instruments)
            if instrument.tier is tier
        )
        if rows:
            sections.append(Section("Urged" if tier is Tier.URGED else "Complementary", rows))
    return TableBlock("table", columns, tuple(sections), layout=Layout.MATRIX)


def _columns_text(answer: RatificationTable, *, transpose: bool) -> str:
    """What the headings of the columns stand for."""
    if transpose:
        return "; ".join(f"{row.state.iso3} {row.state.name['en']}" for row in answer.rows) + "."
    return "; ".join(f"{one.column} {one.short['en']}" for one in answer.scope.instruments) + "."


def _group_notes(answer: RatificationTable) -> list[Block]:
    """The members of the grouping that are suspended from it on the day, and those of which that is not known."""
    group = answer.scope.group or ""
    certain, others = (
        [state.name["en"] + mark_of(said) for state, said in answer.suspended if said.certain is wanted]
        for wanted in (True, False)
    )
    text = "members on that day"
    text += f"; suspended, and shown: {listed(certain)}" if certain else ""
    text += f"; whether suspended on that day is not known: {listed(others)}" if others else ""
    marks = mark_note((said for _, said in answer.suspended), "a suspension")
    return [facts((GROUPING.get(group, group), f"{text}.")), *marks]


def _foot(answer: RatificationTable, cells: Cells, *, transpose: bool) -> list[Block]:
    """The legend, what the columns stand for, and how the totals are counted."""
    standings = [now for row in answer.rows for now in row.standings]
    entries = legend_entries(standings)
    marked = any(now.evidence.marked for now in standings)
    entries += ((MARK, MARK_MEANS),) if marked else ()
    if cells is Cells.DATES:
        entries = tuple(entry for entry in entries if entry[0] != SYMBOL[StandingKind.PARTY])
        entries += ((DAY_MARK, DAY_MARK_MEANS),) if any(now.day_marked for now in standings) else ()
    blocks: list[Block] = [Legend(entries)] if entries else []
    if cells is Cells.DATES:
        text = "a date is that of the consent to be bound, as precise as it is known; two years: some day between them"
        blocks.append(facts(("Dates", text + ".")))
    blocks.append(facts(("Columns", _columns_text(answer, transpose=transpose))))
    if answer.scope.group:
        blocks += _group_notes(answer)
    which = "whether or not they take part"
    if answer.scope.members is Members.PARTICIPATING:
        which = "less those that take no part or whose participation is contested"
    ranges = ""
    if any(total.most > total.consented for total in answer.totals):
        ranges = " Of two numbers the second counts also those that may have consented: whether or when is not shown."
    blocks.append(
        facts(("Totals", f"count the {counted(answer.counted, 'OAS member')} shown on that day, {which}.{ranges}"))
    )
    blocks += _leaving(answer)
    blocks += _unsettled(answer)
    marks = sum(now.evidence.marked for now in standings)
    dates = sorted(
        (now.evidence.newest for now in standings if now.evidence.newest is not None), key=lambda one: one.latest
    )
    if dates:
        text = f"for the cells shown from {when(dates[0])} to {when(dates[-1])}"
        undated = sum(
            now.evidence.newest is None
            and now.name not in {StandingKind.NOT_OPEN, StandingKind.NOT_APPLICABLE, StandingKind.NO_INFORMATION}
            for now in standings
        )
        text += f"; {counted(undated, 'cell')} undated" if undated else ""
        old = sum(part_of(now) is Part.GAP and is_old(now, answer.as_of) for now in standings)
        text += f"; {counted(old, 'gap')} last seen ten years ago or more" if old else ""
        text += f". {MARK} {MARK_MEANS} ({counted(marks, 'cell')})" if marks else ""
        blocks.append(facts(("Evidence", text + ".")))
    return blocks


def _leaving(answer: RatificationTable) -> list[Block]:
    """Who is leaving what, and on which day."""
    texts = [
        f"{state.name['en']}, {instrument.short['en']}"
        + (f", on {day(now.leaving_on)}" if now.leaving_on else ", on no known day")
        for state, instrument, now in answer.cells
        if now.leaving is not None
    ]
    return [facts(("Leaving", "; ".join(texts) + "."))] if texts else []


def _unsettled(answer: RatificationTable) -> list[Block]:
    """The states of which it is not settled whether they may join: shown, and outside the totals."""
    texts = []
    for instrument in answer.scope.instruments:
        names = [state.name["en"] for state, one, now in answer.cells if one is instrument and now.eligibility]
        texts += [f"{listed(names)}, {instrument.short['en']}"] if names else []
    text = "not counted, since it is not settled whether they may join"
    return [facts(("Eligibility", f"{text}: {'; '.join(texts)}."))] if texts else []
