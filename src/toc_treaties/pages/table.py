"""The hemisphere-wide matrix as a page: symbols or dates, a table for each list, with totals per instrument."""

from collections.abc import Mapping, Sequence
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
    marks_in,
)
from toc_treaties.law.gap import Part, is_old, part_of
from toc_treaties.law.membership import Members
from toc_treaties.law.standing import Standing
from toc_treaties.law.tally import Tally
from toc_treaties.model.instrument import Instrument, Tier
from toc_treaties.model.state import State
from toc_treaties.pages.foot import closing
from toc_treaties.pages.membership import footnotes
from toc_treaties.pages.scope import members_text, titled
from toc_treaties.pages.standings import (
    as_of_aside,
    brief_standing,
    dated,
    legend_entries,
    letter_entries,
    mark_of,
    role_of,
    symbol_cell,
    symbol_of,
)
from toc_treaties.questions.table import RatificationTable
from toc_treaties.records import Rows
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import GROUPING, OTHERS_NOT_SHOWN, SUBREGION, SYMBOL, TIER, TIER_TITLE, UNLETTERED

Row = tuple[Cell, ...]


class Cells(StrEnum):
    """What the matrix shows in a cell."""

    SYMBOLS = "symbols"
    DATES = "dates"


def page(answer: RatificationTable, words: Words, cells: Cells = Cells.SYMBOLS, *, transpose: bool = False) -> Document:
    """The matrix with its legend, what its totals count, and its footnotes."""
    notes = footnotes((row.state for row in answer.rows), answer.as_of, words)
    matrix = _Matrix(answer, words, cells, {slug: note.sign for slug, note in notes.items()})
    tables = [matrix.by_instrument()] if transpose else [matrix.by_state(tier) for tier in matrix.tiers]
    body: list[Block] = [*tables, _legend(tables, answer, words)]
    body += [_facts(answer, words, cells, transpose=transpose), *notes.values()]
    remarks = (UNLETTERED if cells is Cells.DATES else "", OTHERS_NOT_SHOWN)
    blocks = closing(body, words, answer.cited, remarks=map(words.say, remarks))
    aside = as_of_aside(answer.as_of, words)
    return Document("table", _title(answer, words), aside, blocks, words.language, answer.as_of)


def _title(answer: RatificationTable, words: Words) -> str:
    instruments = answer.scope.instruments
    tiers = {instrument.tier for instrument in instruments}
    title = words.term(TIER_TITLE, tiers.pop() if len(tiers) == 1 else "both")
    if len(instruments) == 1:
        title = words.name(instruments[0].short)
    return titled(title, answer.scope, words)


class _Matrix(NamedTuple):
    """The answer with all that its cells need; `signs` are the footnotes' signs by state."""

    answer: RatificationTable
    words: Words
    cells: Cells
    signs: Mapping[str, str]

    @property
    def tiers(self) -> list[Tier]:
        """The lists that have an instrument here."""
        return [tier for tier in Tier if any(one.tier is tier for one in self.answer.scope.instruments)]

    @property
    def kind(self) -> ColumnKind:
        """What a column holds."""
        return ColumnKind.SYMBOL if self.cells is Cells.SYMBOLS else ColumnKind.DAY

    def by_state(self, tier: Tier) -> Table:
        """States down, the instruments of a list across, with totals."""
        chosen = [(index, one) for index, one in enumerate(self.answer.scope.instruments) if one.tier is tier]
        heads = (Column(one.id, one.column, self.kind, whole=True) for _, one in chosen)
        regions: dict[str, list[Row]] = {region: [] for region in SUBREGION}
        for row in self.answer.rows:
            name = self.words.name(row.state.name) + self.signs.get(row.state.slug, "")
            regions[row.state.subregion].append((cell(name), *(self.cell(row.standings[index]) for index, _ in chosen)))
        sections = (Section(self.words.term(SUBREGION, one), tuple(rows)) for one, rows in regions.items() if rows)
        totals = self._totals([self.answer.totals[index] for index, _ in chosen])
        caption = self.words.term(TIER, tier) if len(self.tiers) > 1 else ""
        return Table(str(tier), (Column("state", whole=True), *heads), tuple(sections), totals, Layout.MATRIX, caption)

    def by_instrument(self) -> Table:
        """Instruments down, by list, with their totals; states across."""
        heads = (
            Column(one.iso3, one.iso3 + self.signs.get(one.slug, ""), self.kind, whole=True) for one in self._states
        )
        total = Column("total", self.words.term(GROUPING, self.answer.scope.group or "oas"), whole=True)
        lists: dict[Tier, list[Row]] = {tier: [] for tier in self.tiers}
        for index, instrument in enumerate(self.answer.scope.instruments):
            tally = cell(_fraction(self.answer.totals[index]))
            standings = (self.cell(row.standings[index]) for row in self.answer.rows)
            lists[instrument.tier].append((cell(self.words.name(instrument.short)), tally, *standings))
        sections = (Section(self.words.term(TIER, tier), tuple(rows)) for tier, rows in lists.items())
        return Table("table", (Column("instrument", whole=True), total, *heads), tuple(sections), layout=Layout.MATRIX)

    @property
    def _states(self) -> tuple[State, ...]:
        return self.answer.scope.states

    def cell(self, standing: Standing) -> Cell:
        """A standing as its symbol, or as the day of its act."""
        symbol = symbol_of(standing)
        day = dated(standing, self.words, brief=True) if self.cells is Cells.DATES else ""
        if not day:
            return symbol_cell(standing, self.words)
        text = day if symbol == SYMBOL["party"] else f"{symbol} {day}"
        return cell(text, role=role_of(standing), marked=standing.evidence.marked)

    def _totals(self, totals: list[Tally]) -> tuple[Row, ...]:
        """Consents, how many of them are marked, and of how many: OAS members on the day that can join."""
        members = members_text(self.answer.scope, self.words)
        label = self.words.say("{members} that consented", members=members)
        if self.answer.scope.subregion:
            label = self.words.say("{members}, that consented", members=members)
        rows = [(cell(label), *(cell(_range(total), value=_exact(total)) for total in totals))]
        if any(total.unconfirmed for total in totals):
            marked = (cell(str(total.unconfirmed or ""), value=total.unconfirmed or None) for total in totals)
            rows.append((cell(self.words.say("of these, marked {mark}", mark=MARK)), *marked))
        of = self.words.say("of those that can join")
        return (*rows, (cell(of), *(cell(str(total.of), value=total.of) for total in totals)))


def _exact(total: Tally) -> int | None:
    return total.consented if total.most == total.consented else None


def _range(total: Tally) -> str:
    """How many consented, or the two numbers between which that lies."""
    return str(total.consented) if total.most == total.consented else f"{total.consented}–{total.most}"


def _fraction(total: Tally) -> str:
    """The same of how many, and how many are marked: 2–6/34 (2†)."""
    return f"{_range(total)}/{total.of}" + (f" ({total.unconfirmed}{MARK})" if total.unconfirmed else "")


def _legend(tables: Sequence[Table], answer: RatificationTable, words: Words) -> Legend:
    """The symbols and letters that stand in the tables."""
    standings = [standing for _, _, standing in answer.cells]
    symbols = (entry for entry in legend_entries(standings, words) if marks_in(tables, entry[0]))
    return Legend((*symbols, *letter_entries(tables, words)))


def _facts(answer: RatificationTable, words: Words, cells: Cells, *, transpose: bool) -> Block:
    """What the headings stand for, what the totals count, and who is leaving, suspended or in doubt."""
    dates = words.say("the day of the consent to be bound; of two years, some day between them")
    return facts(
        (words.say("Columns"), _columns(answer, words, transpose=transpose)),
        (words.say("Dates"), dates if cells is Cells.DATES else ""),
        (words.term(GROUPING, answer.scope.group), _suspended(answer, words)),
        (words.say("Totals"), _counted(answer, words)),
        (words.say("Leaving"), _leaving(answer, words)),
        (words.say("Not settled"), _in_doubt(answer, words)),
        (words.say("Old"), _old(answer, words)),
    )


def _columns(answer: RatificationTable, words: Words, *, transpose: bool) -> str:
    """What the headings of the columns stand for."""
    if transpose:
        return words.joined(f"{state.iso3} {words.name(state.name)}" for state in answer.scope.states)
    return words.joined(f"{one.column} {words.name(one.short)}" for one in answer.scope.instruments)


def _counted(answer: RatificationTable, words: Words) -> str:
    """Whom the totals count, and what two numbers are."""
    taking_part = words.say("taking part or not")
    if answer.scope.members is Members.PARTICIPATING:
        taking_part = words.say("less those that take no part or whose participation is contested")
    counted = words.count("{n} OAS member on that day", "{n} OAS members on that day", answer.counted)
    ranges = words.say("of two numbers, the second counts also those that may have consented")
    is_range = any(total.most > total.consented for total in answer.totals)
    return words.joined((f"{counted}, {taking_part}", ranges if is_range else ""))


def _suspended(answer: RatificationTable, words: Words) -> str:
    """The members of the grouping that are suspended from it on the day, and those of which that is not known."""
    certain, others = (
        ", ".join(words.name(state.name) + mark_of(one) for state, one in answer.suspended if one.certain is wanted)
        for wanted in (True, False)
    )
    suspended = words.say("suspended, and shown: {states}", states=certain) if certain else ""
    unsure = words.say("whether suspended on that day is not known: {states}", states=others) if others else ""
    return words.joined((suspended, unsure))


def _leaving(answer: RatificationTable, words: Words) -> str:
    """Who is leaving what, and on which day."""
    unknown = words.say("day not known")
    return words.joined(
        f"{_named(state, instrument, words)}, {words.day(on) if (on := standing.leaving_on) else unknown}"
        for state, instrument, standing in answer.cells
        if standing.leaving is not None
    )


def _in_doubt(answer: RatificationTable, words: Words) -> str:
    """The states of which it is not settled whether they may join: shown, and outside the totals."""
    cells = words.joined(_named(state, one, words) for state, one, standing in answer.cells if standing.eligibility)
    return words.say("whether they may join; shown, outside the totals: {cells}", cells=cells) if cells else ""


def _named(state: State, instrument: Instrument, words: Words) -> str:
    return f"{words.name(state.name)}, {words.name(instrument.short)}"


def _old(answer: RatificationTable, words: Words) -> str:
    """How many gaps were last seen long ago."""
    old = sum(part_of(one) is Part.GAP and is_old(one, answer.as_of) for _, _, one in answer.cells)
    text = words.count("{n} gap, last seen ten years ago or more", "{n} gaps, last seen ten years ago or more", old)
    return text if old else ""


def wide_rows(answer: RatificationTable, words: Words, cells: Cells = Cells.SYMBOLS) -> Rows:
    """The matrix as a spreadsheet has it: a line for each state, a column for each instrument, by their names."""
    matrix = _Matrix(answer, words, cells, {})
    state, names = words.say("State"), [words.name(one.short) for one in answer.scope.instruments]

    def text(standing: Standing) -> str:
        if cells is Cells.SYMBOLS:
            return brief_standing(standing, words)
        dated_cell = matrix.cell(standing)
        return dated_cell.text + MARK if dated_cell.marked else dated_cell.text

    lines = [
        {state: words.name(row.state.name), **dict(zip(names, map(text, row.standings), strict=True))}
        for row in answer.rows
    ]
    return Rows((state, *names), lines)
