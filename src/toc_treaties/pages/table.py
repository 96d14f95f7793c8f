"""The hemisphere-wide matrix as a page: symbols or dates, a table for each list, with totals per instrument."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.document import (
    MARK,
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Layout,
    Legend,
    Section,
    Table,
    cell,
    facts,
    spans_in,
)
from toc_treaties.document.rows import Rows
from toc_treaties.law.gap import Part, is_old, part_of
from toc_treaties.law.standing import Standing
from toc_treaties.law.tally import Tally
from toc_treaties.model.instrument import Tier
from toc_treaties.model.vocabulary import Members
from toc_treaties.pages.membership import Footnotes, footnotes
from toc_treaties.pages.scope import members_text, scoped
from toc_treaties.pages.standings import (
    dated,
    legend_entries,
    letter_entries,
    mark_of,
    role_of,
    symbol_cell,
    symbol_code,
    symbol_of,
)
from toc_treaties.pages.tables import Row, column
from toc_treaties.questions.table import RatificationTable
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import (
    DAY_MARK,
    GROUPING,
    LEGEND,
    OTHERS_NOT_SHOWN,
    SUBREGION,
    SYMBOL,
    TIER,
    TIER_TITLE,
    UNLETTERED,
)


class Cells(StrEnum):
    """What the matrix shows in a cell."""

    SYMBOLS = "symbols"
    DATES = "dates"


def page(answer: RatificationTable, words: Words, cells: Cells = Cells.SYMBOLS, *, transpose: bool = False) -> Document:
    """The matrix with its legend, what its totals count, and its footnotes."""
    notes = footnotes(answer.scope.states, answer.as_of, words, answer.scope.members)
    matrix = _Matrix(answer, words, cells, notes)
    tables = [matrix.by_instrument()] if transpose else [matrix.by_state(tier) for tier in matrix.tiers]
    symbols = legend_entries((standing for _, _, standing in answer.cells), words)
    texts = {span.text for span in spans_in(tables)}
    shown = {text[:1] for text in texts}
    legend = (*(entry for entry in symbols if entry[0] in shown), *letter_entries(texts, words))
    body: list[Block] = [
        *tables,
        Legend(legend),
        _facts(answer, words, cells, transpose=transpose),
        *notes.notes.values(),
    ]
    remarks = (words.say(OTHERS_NOT_SHOWN), words.say(UNLETTERED) if cells is Cells.DATES else "")
    title = words.term(TIER_TITLE, matrix.tiers[0] if len(matrix.tiers) == 1 else "both")
    if len(answer.scope.instruments) == 1:
        title = words.name(answer.scope.instruments[0].short)
    return scoped("table", title, answer, body, answer.cited, words, *remarks)


class _Matrix(NamedTuple):
    """The answer with all that its cells need."""

    answer: RatificationTable
    words: Words
    cells: Cells
    notes: Footnotes

    @property
    def tiers(self) -> list[Tier]:
        """The lists that have an instrument here."""
        return [tier for tier in Tier if any(one.tier is tier for one in self.answer.scope.instruments)]

    def column(self, key: str, heading: str, full: str) -> Column:
        """A column of standings."""
        kind = ColumnKind.SYMBOL if self.cells is Cells.SYMBOLS else ColumnKind.DAY
        return Column(key, heading, kind, whole=True, full=full)

    def by_state(self, tier: Tier) -> Table:
        """States down, the instruments of a list across, with totals."""
        chosen = [(index, one) for index, one in enumerate(self.answer.scope.instruments) if one.tier is tier]
        regions: dict[str, list[Row]] = {region: [] for region in SUBREGION}
        for row in self.answer.rows:
            name = cell(self.notes.name(row.state))
            regions[row.state.subregion].append((name, *(self.cell(row.standings[index]) for index, _ in chosen)))
        instruments = (self.column(one.id, one.column, self.words.name(one.short)) for _, one in chosen)
        columns = (column("state", self.words, whole=True), *instruments)
        parts = (Section(self.words.term(SUBREGION, region), tuple(rows)) for region, rows in regions.items() if rows)
        totals = self._totals([self.answer.totals[index] for index, _ in chosen])
        caption = self.words.term(TIER, tier) if len(self.tiers) > 1 else ""
        return Table(str(tier), columns, tuple(parts), totals, Layout.MATRIX, caption)

    def by_instrument(self) -> Table:
        """Instruments down, by list, with their totals; states across."""
        lists: dict[Tier, list[Row]] = {tier: [] for tier in self.tiers}
        for index, instrument in enumerate(self.answer.scope.instruments):
            total = self.answer.totals[index]
            marks = f" ({total.unconfirmed}{MARK})" if total.unconfirmed else ""
            standings = (self.cell(row.standings[index]) for row in self.answer.rows)
            name = cell(self.words.name(instrument.short))
            lists[instrument.tier].append((name, cell(f"{_range(total)}/{total.of}{marks}"), *standings))
        states = (
            self.column(state.iso3, state.iso3 + self.notes.sign(state), self.notes.name(state))
            for state in self.answer.scope.states
        )
        total_of = Column("total", self.words.term(GROUPING, self.answer.scope.group or "oas"), whole=True)
        sections = (Section(self.words.term(TIER, tier), tuple(rows)) for tier, rows in lists.items())
        columns = (column("instrument", self.words, whole=True), total_of, *states)
        return Table("table", columns, tuple(sections), layout=Layout.MATRIX)

    def cell(self, standing: Standing) -> Cell:
        """A standing as its symbol, or as the day of its act."""
        day = dated(standing, self.words, brief=True) if self.cells is Cells.DATES else ""
        if not day:
            return symbol_cell(standing, self.words)
        text = day if (symbol := symbol_of(standing)) == SYMBOL["party"] else f"{symbol} {day}"
        return cell(text, role=role_of(standing), marked=standing.evidence.marked)

    def _totals(self, totals: list[Tally]) -> tuple[Row, ...]:
        """Consents, how many of them are marked, and of how many: OAS members on the day that can join."""
        say, members = self.words.say, members_text(self.answer.scope, self.words)
        label = say("{members} that consented", members=members)
        if self.answer.scope.subregion:
            label = say("{members}, that consented", members=members)
        marked = (cell(say("of these, marked {mark}", mark=MARK)), *(_number(total.unconfirmed) for total in totals))
        return (
            (cell(label), *(_number(total.consented, _range(total)) for total in totals)),
            *((marked,) if any(total.unconfirmed for total in totals) else ()),
            (cell(say("of those that can join")), *(_number(total.of, str(total.of)) for total in totals)),
        )


def _number(number: int, text: str = "") -> Cell:
    """A number of a total, or what stands for it; zero is said where the text says it."""
    text = text or str(number or "")
    return cell(text, value=number if text == str(number) else None)


def _range(total: Tally) -> str:
    """How many consented, or the two numbers between which that lies."""
    return str(total.consented) if total.most == total.consented else f"{total.consented}–{total.most}"


def _facts(answer: RatificationTable, words: Words, cells: Cells, *, transpose: bool) -> Block:
    """What the headings stand for, what the totals count, and who is leaving, suspended or in doubt."""
    heads = [f"{one.column} {words.name(one.short)}" for one in answer.scope.instruments]
    if transpose:
        heads = [f"{state.iso3} {words.name(state.name)}" for state in answer.scope.states]
    dates = words.say("the day of the consent to be bound; of two years, some day between them")
    old = sum(part_of(one) is Part.GAP and is_old(one, answer.as_of) for _, _, one in answer.cells)
    gaps = words.count("{n} gap, last seen ten years ago or more", "{n} gaps, last seen ten years ago or more", old)
    return facts(
        (words.say("Columns"), words.joined(heads)),
        (words.say("Dates"), dates if cells is Cells.DATES else ""),
        (words.term(GROUPING, answer.scope.group), words.joined(_suspended(answer, words))),
        (words.say("Totals"), words.joined(_counted(answer, words))),
        (words.say("Leaving"), words.joined(_leaving(answer, words))),
        (words.say("Not settled"), _in_doubt(answer, words)),
        (words.say("Old"), gaps if old else ""),
    )


def _counted(answer: RatificationTable, words: Words) -> Iterator[str]:
    """Whom the totals count, and what two numbers are."""
    yield words.count("{n} OAS member on that day", "{n} OAS members on that day", answer.counted)
    if answer.scope.members is Members.PARTICIPATING:
        yield words.say("less those that take no part or whose participation is contested")
    else:
        yield words.say("taking part or not")
    if any(total.most > total.consented for total in answer.totals):
        yield words.say("of two numbers, the second counts also those that may have consented")


def _suspended(answer: RatificationTable, words: Words) -> Iterator[str]:
    """The members of the grouping that are suspended from it on the day, and those of which that is not known."""
    certain, others = (
        ", ".join(words.name(state.name) + mark_of(one) for state, one in answer.suspended if one.certain is wanted)
        for wanted in (True, False)
    )
    yield words.known("suspended, and shown: {states}", states=certain)
    yield words.known("whether suspended on that day is not known: {states}", states=others)


def _leaving(answer: RatificationTable, words: Words) -> Iterator[str]:
    """Who is leaving what, and on which day."""
    for state, instrument, standing in answer.cells:
        if standing.leaving is not None:
            day = words.day(standing.leaving_on) if standing.leaving_on else words.say("day not known")
            yield f"{words.name(state.name)}, {words.name(instrument.short)}, {day}"


def _in_doubt(answer: RatificationTable, words: Words) -> str:
    """The states of which it is not settled whether they may join: shown, and outside the totals."""
    doubtful = [(state, instrument) for state, instrument, standing in answer.cells if standing.eligibility]
    cells = words.joined(f"{words.name(state.name)}, {words.name(one.short)}" for state, one in doubtful)
    return words.known("whether they may join; shown, outside the totals: {cells}", cells=cells)


def wide_rows(answer: RatificationTable, words: Words, cells: Cells = Cells.SYMBOLS) -> Rows:
    """The matrix as a spreadsheet has it: states and instruments by their names, the day, and words for the marks."""
    matrix = _Matrix(answer, words, cells, footnotes((), answer.as_of, words))
    fields = (words.say("State"), words.say("As of"), *(words.name(one.short) for one in answer.scope.instruments))

    def text(standing: Standing) -> str:
        shown = matrix.cell(standing)
        day = words.say("day unconfirmed") if DAY_MARK in shown.text else ""
        mark = words.say("unconfirmed") if shown.marked else ""
        symbol, standing_word = symbol_of(standing), words.term(LEGEND, symbol_code(standing))
        dated = shown.text.replace(DAY_MARK, "").replace(symbol, standing_word)
        return ", ".join(filter(None, (shown.line[0].says or dated, mark, day)))

    day = answer.as_of.isoformat()
    lines = ((words.name(row.state.name), day, *map(text, row.standings)) for row in answer.rows)
    return Rows(fields, [dict(zip(fields, line, strict=True)) for line in lines])
