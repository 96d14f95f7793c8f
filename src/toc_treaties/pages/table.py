"""The hemisphere-wide matrix as a page: symbols or dates, a table for each list, with totals per instrument."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.document import Block, Cell, Column, ColumnKind, Document, Layout, Legend, cell, facts, spans_in
from toc_treaties.document.rows import Rows
from toc_treaties.law.gap import Part, is_old, part_of
from toc_treaties.law.standing import Standing
from toc_treaties.law.tally import Tally
from toc_treaties.model.instrument import Tier
from toc_treaties.model.vocabulary import Members, Subregion
from toc_treaties.pages.foot import behind
from toc_treaties.pages.membership import Footnotes, footnotes
from toc_treaties.pages.scope import members_text, scoped
from toc_treaties.pages.standings import (
    leaving_day,
    legend_entries,
    letter_entries,
    mark_of,
    standing_alone,
    standing_cell,
)
from toc_treaties.pages.tables import Row, column, gathered, number_cell, sectioned
from toc_treaties.questions.table import RatificationTable
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import GROUPING, MARK, OTHERS_NOT_SHOWN, SUBREGION, TIER, TIER_TITLE, UNLETTERED


class Cells(StrEnum):
    """What the matrix shows in a cell."""

    SYMBOLS = "symbols"
    DATES = "dates"


def page(answer: RatificationTable, words: Words, cells: Cells = Cells.SYMBOLS, *, transpose: bool = False) -> Document:
    """The matrix with its legend, what its totals count, and its footnotes."""
    notes = footnotes(answer.scope.states, answer.as_of, words, answer.scope.members)
    matrix = _Matrix(answer, words, cells, notes)
    lists = [matrix.by_instrument()] if transpose else map(matrix.by_state, matrix.tiers)
    tables = [table for tables in lists for table in tables]
    symbols = legend_entries((standing for _, _, standing in answer.cells), words)
    texts = {span.text for span in spans_in(tables)}
    shown = {text[:1] for text in texts}
    legend = (*(entry for entry in symbols if entry[0] in shown), *letter_entries(texts, words))
    body: list[Block] = [
        *tables,
        Legend(legend),
        _heads(answer, words, transpose=transpose),
        _facts(answer, words, cells),
        *notes.notes.values(),
    ]
    remarks = (words.say(OTHERS_NOT_SHOWN), words.say(UNLETTERED) if cells is Cells.DATES else "")
    title = words.term(TIER_TITLE, matrix.tiers[0] if len(matrix.tiers) == 1 else "both")
    if len(answer.scope.instruments) == 1:
        title = words.name(answer.scope.instruments[0].short)
    made = scoped("table", title, answer, body, answer.cited, words, *remarks)
    return made._replace(annex=behind(_rests_on(answer, words), answer.cited, words))


def _rests_on(answer: RatificationTable, words: Words) -> Iterator[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """Each instrument with its states, those together whose standings rest on the same sources."""
    rows = [(words.name(row.state.name), row.standings) for row in answer.rows]
    for index, instrument in enumerate(answer.scope.instruments):
        found: dict[tuple[str, ...], list[str]] = {}
        for name, standings in rows:
            sources = standings[index].evidence.sources
            if sources:
                found.setdefault(sources, []).append(name)
        yield words.name(instrument.short), [(", ".join(names), ids) for ids, names in found.items()]


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

    def by_state(self, tier: Tier) -> list[Block]:
        """States down, the instruments of a list across, with totals."""
        chosen = [(index, one) for index, one in enumerate(self.answer.scope.instruments) if one.tier is tier]
        regions = gathered(
            (
                row.state.subregion,
                (cell(self.notes.name(row.state)), *(self.cell(row.standings[index]) for index, _ in chosen)),
            )
            for row in self.answer.rows
        )
        instruments = (self.column(one.id, one.column, self.words.name(one.short)) for _, one in chosen)
        columns = (column("state", self.words, whole=True), *instruments)
        sections = ((self.words.term(SUBREGION, region), regions.get(region, [])) for region in Subregion)
        totals = self._totals([self.answer.totals[index] for index, _ in chosen])
        caption = self.words.term(TIER, tier) if len(self.tiers) > 1 else ""
        return sectioned(str(tier), columns, sections, self.words, caption=caption, layout=Layout.MATRIX, totals=totals)

    def by_instrument(self) -> list[Block]:
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
        sections = ((self.words.term(TIER, tier), rows) for tier, rows in lists.items())
        columns = (column("instrument", self.words, whole=True), total_of, *states)
        return sectioned("table", columns, sections, self.words, layout=Layout.MATRIX)

    def cell(self, standing: Standing) -> Cell:
        """A standing as its symbol, or as the day of its act."""
        return standing_cell(standing, self.words, dates=self.cells is Cells.DATES)

    def _totals(self, totals: list[Tally]) -> tuple[Row, ...]:
        """Consents, how many of them are marked, and of how many: OAS members on the day that can join."""
        say, members = self.words.say, members_text(self.answer.scope, self.words)
        label = say("{members} that consented", members=members)
        if self.answer.scope.subregion:
            label = say("{members}, that consented", members=members)
        marked = (
            cell(say("of these, marked {mark}", mark=MARK)),
            *(number_cell(total.unconfirmed) for total in totals),
        )
        return (
            (cell(label), *(number_cell(total.consented, _range(total)) for total in totals)),
            *((marked,) if any(total.unconfirmed for total in totals) else ()),
            (cell(say("of those that can join")), *(number_cell(total.of, str(total.of)) for total in totals)),
        )


def _range(total: Tally) -> str:
    """How many consented, or the two numbers between which that lies."""
    return str(total.consented) if total.most == total.consented else f"{total.consented}–{total.most}"


def _heads(answer: RatificationTable, words: Words, *, transpose: bool) -> Block:
    """What the headings stand for."""
    heads = [f"{instrument.column} {words.name(instrument.short)}" for instrument in answer.scope.instruments]
    if transpose:
        heads = [f"{state.iso3} {words.name(state.name)}" for state in answer.scope.states]
    return facts((words.say("Columns"), words.joined(heads)))._replace(of_short_headings=True)


def _facts(answer: RatificationTable, words: Words, cells: Cells) -> Block:
    """What the totals count, and who is leaving, suspended or in doubt."""
    dates = words.say("the day of the consent to be bound; of two years, some day between them")
    old = sum(is_old(one, answer.as_of) and part_of(one) is Part.GAP for _, _, one in answer.cells)
    gaps = words.count("{n} gap, last seen ten years ago or more", "{n} gaps, last seen ten years ago or more", old)
    return facts(
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
            yield f"{words.name(state.name)}, {words.name(instrument.short)}, {leaving_day(standing, words)}"


def _in_doubt(answer: RatificationTable, words: Words) -> str:
    """The states of which it is not settled whether they may join: shown, and outside the totals."""
    doubtful = [(state, instrument) for state, instrument, standing in answer.cells if standing.eligibility]
    cells = words.joined(f"{words.name(state.name)}, {words.name(one.short)}" for state, one in doubtful)
    return words.known("whether they may join; shown, outside the totals: {cells}", cells=cells)


def wide_rows(answer: RatificationTable, words: Words, cells: Cells = Cells.SYMBOLS) -> Rows:
    """The matrix as a spreadsheet has it: states and instruments by their names, the day, and words for the marks."""
    fields = (words.say("State"), words.say("As of"), *(words.name(one.short) for one in answer.scope.instruments))
    day, dates = answer.as_of.isoformat(), cells is Cells.DATES
    told = (
        (row.state, (standing_alone(standing, words, dates=dates) for standing in row.standings)) for row in answer.rows
    )
    lines = ((words.name(state.name), day, *standings) for state, standings in told)
    return Rows(fields, [dict(zip(fields, line, strict=True)) for line in lines])
