"""How current the evidence is, as a page: cells by instrument, measures by topic, other records; a state's cells."""

from collections.abc import Iterator, Mapping

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Layout,
    Line,
    Role,
    cell,
    facts,
    line_of,
)
from toc_treaties.law.gap import Doubt, Part
from toc_treaties.law.strength import YEARS, MeasureStrength, Strength
from toc_treaties.model.instrument import Tier
from toc_treaties.model.source import Basis
from toc_treaties.model.when import When
from toc_treaties.pages.measure_lines import topic_text
from toc_treaties.pages.next_step import why_text
from toc_treaties.pages.scope import scoped
from toc_treaties.pages.standings import verdict_text
from toc_treaties.pages.tables import Row, column, gathered, number_cell, sectioned, table
from toc_treaties.questions.currency import CellEvidence, Currency, InstrumentEvidence, TopicEvidence
from toc_treaties.words.currency import (
    AGE_HEAD,
    BASIS_HEAD,
    COUNTED_KIND,
    HEAD_MEANS,
    MEASURE_HEAD,
    STRENGTH,
    STRENGTH_HEAD,
)
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import EVIDENCE, TIER

NOTHING = (Strength.LOOKED_FOR, Strength.NOTHING_KNOWN)
BASES = (Basis.DEPOSITARY, Basis.SECONDARY, Basis.UNCONFIRMED)


def page(answer: Currency, words: Words) -> Document:
    """What the evidence is, in counts; of one state, cell by cell."""
    alone = len(answer.scope.states) == 1
    body: list[Block] = []
    if alone:
        body += [*_summary(answer, words), *_cells(answer, words)]
    else:
        body += [*_strengths(answer, words), *_ages(answer, words), *_compared(answer, words)]
    body += [*_measures(answer, words), *_records(answer, words)]
    title = words.say("How current the evidence is")
    if alone:
        title = words.say("{state}: how current the evidence is", state=answer.scope.states[0].name)
    return scoped("currency", title, answer, body, answer.cited, words, *_remarks(words, alone=alone))


def _remarks(words: Words, *, alone: bool) -> Iterator[str]:
    """What is counted, and what the words mean."""
    if not alone:
        yield words.say("Counted are cells: one state under one instrument. No number says anything of a state.")
    yield words.say(
        "A page proves an old act whatever its age; that nothing was done since, it shows for its own day alone."
    )
    yield words.say("Which page to fetch next: toc-treaties sources --worklist.")


def _number(key: str, heading: str) -> Column:
    return Column(key, heading, ColumnKind.COUNT, whole=" " not in heading)


def _strengths(answer: Currency, words: Words) -> list[Block]:
    """The cells of each instrument by what they rest on, and what the columns are."""
    whole = InstrumentEvidence(answer.scope.instruments[0], tuple(answer.cells))
    used = [head for head in HEAD_MEANS if _counted(whole, head)]
    columns = [
        column("instrument", words, whole=True),
        *(_number(head, words.term(STRENGTH_HEAD, head)) for head in used),
    ]
    rows = gathered(
        (
            each.instrument.tier,
            (cell(words.name(each.instrument.short)), *(number_cell(_counted(each, head)) for head in used)),
        )
        for each in answer.instruments
        if each.counted
    )
    total = (cell(words.say("Cells")), *(number_cell(_counted(whole, head)) for head in used))
    caption = words.say("What the standings rest on, in cells")
    means = words.joined(words.term(HEAD_MEANS, head) for head in used)
    return [
        *sectioned("strengths", columns, _by_tier(rows, words), words, caption=caption, totals=[total]),
        facts((words.say("Columns"), means)),
    ]


def _counted(each: InstrumentEvidence, head: str) -> int:
    """The number of a column: of a strength, of what nothing is known of, or of what is to verify."""
    if head == "to_verify":
        return each.to_verify
    return sum(each.counts[strength] for strength in NOTHING) if head == "nothing" else each.counts[Strength(head)]


def _by_tier(rows: Mapping[Tier, list[Row]], words: Words) -> list[tuple[str, list[Row]]]:
    return [(words.term(TIER, tier) if len(rows) > 1 else "", found) for tier, found in rows.items()]


def _ages(answer: Currency, words: Words) -> list[Block]:
    """The cells of each instrument by the age of their newest evidence."""
    columns = (
        column("instrument", words, whole=True),
        *(_number(f"age_{band}", words.say(head)) for band, head in enumerate(AGE_HEAD)),
        _number("undated", words.say("Undated")),
        Column("oldest", words.say("Oldest"), ColumnKind.DAY, whole=True),
        Column("newest", words.say("Newest"), ColumnKind.DAY, whole=True),
    )
    rows = gathered(
        (each.instrument.tier, _age_row(each, answer, words)) for each in answer.instruments if each.counted
    )
    caption = words.say("Years since the newest evidence of each cell, in cells")
    return sectioned("ages", columns, _by_tier(rows, words), words, caption=caption)


def _age_row(each: InstrumentEvidence, answer: Currency, words: Words) -> Row:
    ages = each.ages(answer.as_of)
    return (
        cell(words.name(each.instrument.short)),
        *(number_cell(ages[band]) for band in range(len(YEARS) + 1)),
        number_cell(each.undated),
        *(_day(when, words) for when in (each.oldest, each.newest)),
    )


def _day(when: When | None, words: Words) -> Cell:
    return cell(words.when(when) or "–", value=when)


def _compared(answer: Currency, words: Words) -> list[Block]:
    """Which whole table of a depositary was last compared, and which gaps are old."""
    checked = [
        words.say("{instrument} {day}", instrument=each.instrument.short, day=each.instrument.checked.as_of)
        for each in answer.instruments
        if each.instrument.checked is not None and each.instrument.checked.as_of <= answer.as_of
    ]
    none = words.say("none yet: what a page shows was read row by row")
    old = sum(each.old for each in answer.instruments)
    gaps = words.count("{n} gap, last seen ten years ago or more", "{n} gaps, last seen ten years ago or more", old)
    outside = [
        words.say("{instrument} {n}", instrument=each.instrument.short, n=each.counts[Strength.OUTSIDE])
        for each in answer.instruments
        if each.counts[Strength.OUTSIDE]
    ]
    beyond = words.known(
        "{cells}: the state cannot join on the day, or whether it may is not settled", cells=words.joined(outside)
    )
    of_depositary = (
        words.known("{instrument} {day}", instrument=each.instrument.short, day=each.of_depositary)
        for each in answer.instruments
    )
    return [
        facts(
            (words.say("Depositary's newest"), words.joined(of_depositary)),
            (words.say("Not counted"), beyond),
            (words.say("Whole table compared"), words.joined(checked) or none),
            (words.say("Old"), gaps if old else ""),
        )
    ]


def _summary(answer: Currency, words: Words) -> list[Block]:
    """How many of a state's cells rest on what."""
    whole = InstrumentEvidence(answer.scope.instruments[0], tuple(answer.cells))
    clauses = (
        words.say("{strength} {n}", strength=words.term(STRENGTH, strength), n=whole.counts[strength])
        for strength in Strength
        if whole.counts[strength]
    )
    days = words.from_to(whole.oldest, whole.newest) if whole.oldest and whole.newest else ""
    return [
        facts(
            (words.say("Cells"), words.joined(clauses)),
            (words.say("Newest evidence"), words.known("of each cell: {days}", days=days)),
        )
    ]


def _cells(answer: Currency, words: Words) -> list[Block]:
    """Each cell of one state: how it stands, what that rests on and how current it is, with its sources."""
    rows = gathered((each.instrument.tier, _cell_row(each, words)) for each in answer.cells)
    columns = (column("instrument", words, whole=True), "evidence")
    return sectioned("cells", columns, _by_tier(rows, words), words, layout=Layout.LIST)


def _cell_row(each: CellEvidence, words: Words) -> Row:
    why = "" if each.doubt is Doubt.UNDATED else why_of(each, words)
    rests = words.joined((_rests_text(each, words), why))
    stands = line_of(verdict_text(each.standing, words), Role.STRONG)
    below: tuple[Line, ...] = (line_of(rests, Role.QUIET, cites=each.sources),) if rests or each.sources else ()
    return cell(f"{each.instrument.paragraph} {words.name(each.instrument.short)}"), Cell(stands, below)


def _rests_text(each: CellEvidence, words: Words) -> str:
    """The kinds of evidence, each with its newest day: depositary 27 Jan 2014; secondary source 2022."""
    if each.strength is Strength.OUTSIDE and each.part is not Part.IN_DOUBT:
        return ""
    days = dict(each.evidence.days)
    kinds = [basis for basis in BASES if basis in days or basis is each.evidence.basis]
    shown = (
        words.say("{source} {day}", source=words.term(EVIDENCE, basis), day=days[basis])
        if basis in days
        else words.say("{source} undated", source=words.term(EVIDENCE, basis))
        for basis in kinds
        if basis is not Basis.UNCONFIRMED
    )
    return words.joined(shown)


def why_of(each: CellEvidence, words: Words) -> str:
    """Why a cell is to verify, or that its day is not shown."""
    if each.part is Part.TO_VERIFY and each.doubt is not None:
        return why_text(each.standing, each.doubt, words)
    return words.term(STRENGTH, each.strength) if each.strength is Strength.DAY_UNCONFIRMED else ""


def _measures(answer: Currency, words: Words) -> list[Block]:
    """The measures of each topic by what they rest on; in the last row each once."""
    if not answer.measures:
        return []
    *topics, whole = answer.measures
    used = [strength for strength in MeasureStrength if whole.counts[strength]]
    columns = (
        Column("topic", words.say("Topic")),
        *(_number(strength, words.term(MEASURE_HEAD, strength)) for strength in used),
        _number("searches", words.say("Searches")),
    )

    def row(each: TopicEvidence, name: str) -> Row:
        return cell(name), *(number_cell(each.counts[strength]) for strength in used), number_cell(each.searches)

    named = [(each, topic_text(each.topic, words)) for each in topics if each.topic is not None]
    rows = [row(each, name) for each, name in named if each.recorded]
    nothing = words.listed(name for each, name in named if not each.recorded)
    caption = words.say("Measures at home by topic, and searches that found none")
    total = row(whole, words.say("All, each once"))
    return [
        *sectioned("measures", columns, [("", rows)], words, caption=caption, totals=[total]),
        facts((words.say("Not on record, and nobody looked"), nothing)),
    ]


def _records(answer: Currency, words: Words) -> list[Block]:
    """The other records by what they rest on."""
    columns = (
        Column("kind", words.say("Records")),
        *(_number(basis, words.term(BASIS_HEAD, basis)) for basis in BASES),
        Column("oldest", words.say("Oldest"), ColumnKind.DAY, whole=True),
        Column("newest", words.say("Newest"), ColumnKind.DAY, whole=True),
    )
    rows = (
        (
            cell(words.term(COUNTED_KIND, each.kind)),
            *(number_cell(each.counts[basis]) for basis in BASES),
            _day(each.oldest, words),
            _day(each.newest, words),
        )
        for each in answer.records
        if each.counts
    )
    nothing = words.listed(words.term(COUNTED_KIND, each.kind) for each in answer.records if not each.counts)
    return [
        *table("records", columns, rows, words, caption=words.say("What else is on record")),
        facts((words.say("None on record"), nothing)),
    ]
