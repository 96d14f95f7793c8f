"""Pairs of states as pages: one with each other, how many have a basis, which would gain a title by one accession."""

from collections.abc import Iterable, Iterator

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Heading,
    Layout,
    Legend,
    Remark,
    Role,
    Section,
    Table,
    cell,
    line_of,
    paragraph,
)
from toc_treaties.law.outcome import OUTSIDE, StandingKind
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.state import State
from toc_treaties.pages.basis import cautions
from toc_treaties.pages.basis_terms import name_of, offences
from toc_treaties.pages.foot import closing
from toc_treaties.pages.standings import as_of_aside, standing_text
from toc_treaties.pages.statements import runs
from toc_treaties.questions.basis import ComesFirst, ForPurpose
from toc_treaties.questions.between import By
from toc_treaties.questions.pairs import Gain, Matrix, WhatIf, WithAll
from toc_treaties.questions.treaties import TREATY_FOR, Bound
from toc_treaties.words.bases import CONVENTIONS, FIRST, PURPOSE_TITLE, RULE, RULE_MEANS
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK

Row = tuple[Cell, ...]
Other = tuple[State, ForPurpose]


def with_all_page(answer: WithAll, words: Words) -> Document:
    """What comes first between one state and each other."""
    of_agreements, of_conventions, of_none = _sorted(answer.others)
    blocks: list[Block] = [Heading(words.term(PURPOSE_TITLE, answer.purpose), key=answer.purpose)]
    columns = (
        Column("with", words.say("With")),
        Column("first", words.say("Comes first")),
        Column("articles", words.say("Articles")),
        Column("since", words.say("Since"), ColumnKind.DAY, whole=True),
    )
    subject = TREATY_FOR.get(answer.purpose, "")
    sections = tuple(
        Section(
            words.term(FIRST, f"{bound.value} {subject}".strip()),
            tuple(row for other in others for row in _rows(*other, words)),
        )
        for bound, others in of_agreements.items()
    )
    blocks += [Table("first", columns, sections)] if sections else []
    blocks += _conventions(of_conventions, words.term(CONVENTIONS, subject), words)
    if of_none:
        names = words.listed(words.name(state.name) for state in of_none)
        blocks.append(paragraph(words.say("None in this register with: {states}.", states=names)))
    blocks += cautions([answer.purpose], words)
    title = words.say("{state}: what comes first with each other state", state=words.name(answer.state.name))
    return Document(
        "basis-all",
        title,
        as_of_aside(answer.as_of),
        closing(blocks, words, answer.cited),
        words.language,
        answer.as_of,
    )


def _sorted(others: Iterable[Other]) -> tuple[dict[Bound, list[Other]], list[Other], list[State]]:
    """With whom a treaty or agreement comes first or may, with whom there are conventions alone, with whom nothing."""
    of_agreements: dict[Bound, list[Other]] = {bound: [] for bound in Bound}
    of_conventions: list[Other] = []
    of_none: list[State] = []
    for state, part in others:
        if part.treaties.bound is not Bound.NONE or not all(isinstance(one.by, Instrument) for one in part.first):
            of_agreements[part.treaties.bound].append((state, part))
        elif part.first:
            of_conventions.append((state, part))
        else:
            of_none.append(state)
    return {bound: these for bound, these in of_agreements.items() if these}, of_conventions, of_none


def _rows(state: State, part: ForPurpose, words: Words) -> Iterator[Row]:
    """What comes first with one state, a line each where no clause puts one first, and what else may bind."""
    may = words.joined(_called(by, words) for by in part.treaties.possible)
    if part.treaties.bound is Bound.PERHAPS:
        yield cell(words.name(state.name), role=Role.STRONG), cell(may), cell(""), cell("")
        return
    unsettled = words.say("one of these two") if part.treaties.one_of else words.say("no clause seen puts one first")
    for index, one in enumerate(part.first):
        last = index == len(part.first) - 1
        yield (
            cell("" if index else words.name(state.name), role=Role.STRONG),
            cell(
                _called(one.by, words),
                unsettled if index and last else "",
                words.say("may bind: {names}", names=may) if may and last else "",
                marked=one.marked,
            ),
            cell(", ".join(runs(one.articles)) or words.say("not seen")),
            cell(words.when(one.since) if one.since else words.say("day not seen"), value=one.since),
        )


def _called(by: By, words: Words) -> str:
    """A name for a line: a bilateral agreement by the year of its signature, since the two are named there."""
    if isinstance(by, Agreement) and by.kind == "bilateral" and by.signed is not None:
        return words.say("bilateral agreement of {year}", year=by.signed.latest.year)
    return name_of(by, words)


def _conventions(others: list[Other], caption: str, words: Words) -> Iterator[Block]:
    """The conventions in force with each state, and since which year."""
    first = {one.by.id: one.by for _, part in others for one in part.first}
    instruments = [by for by in first.values() if isinstance(by, Instrument)]
    if not instruments:
        return
    columns = (
        Column("with", words.say("With")),
        *(Column(by.id, by.column, ColumnKind.DAY, whole=True) for by in instruments),
    )
    rows = []
    for state, part in others:
        of_part = {one.by.id: one for one in part.first}
        rows.append((cell(words.name(state.name)), *(_year(of_part.get(by.id), words) for by in instruments)))
    yield Table("conventions", columns, (Section("", tuple(rows)),), layout=Layout.MATRIX, caption=caption)
    articles = {
        by.id: dict.fromkeys(a for _, p in others for one in p.first if one.by.id == by.id for a in one.articles)
        for by in instruments
    }
    yield Legend(
        tuple((by.column, f"{name_of(by, words)} {', '.join(runs(tuple(articles[by.id])))}") for by in instruments)
    )


def _year(first: ComesFirst | None, words: Words) -> Cell:
    """The year since which a convention is in force between the two; a spreadsheet holds the day."""
    if first is None:
        return cell("")
    year = str(first.since.latest.year) if first.since else words.say("yes")
    return cell(year, marked=first.marked, value=first.since)


def matrix_page(answer: Matrix, words: Words) -> Document:
    """How many of the pairs have a basis, by scope and rule."""
    columns = (
        Column("scope", words.say("Offences")),
        Column("rule", words.say("Serves"), whole=True),
        Column("by_instruments", words.say("By instruments"), ColumnKind.COUNT, whole=True),
        Column("unconfirmed", words.say("of them {mark}", mark=MARK), ColumnKind.COUNT, whole=True),
        Column("with_agreements", words.say("With agreements"), ColumnKind.COUNT, whole=True),
    )
    rows = tuple(
        (
            cell(offences(one.scope, answer.purpose, words)),
            cell(words.term(RULE, one.rule)),
            *(
                cell(words.number(number), value=number)
                for number in (one.by_instruments, one.unconfirmed, one.with_agreements)
            ),
        )
        for one in answer.counts
    )
    caption = words.say("Pairs of states with a basis in force, at least, of {n}", n=words.number(answer.pairs))
    table = Table("pairs", columns, (Section("", rows),), caption=caption)
    used = {one.rule for one in answer.counts}
    text = words.say(
        "A pair counts once for each kind of offence, under the first that it has in the order below: by an instrument "
        "of the Strategy, or, in the last column, by one or by an agreement of this register."
    )
    blocks: list[Block] = [
        table if rows else paragraph(words.say("None in this register.")),
        Legend(tuple((words.term(RULE, rule), words.term(RULE_MEANS, rule)) for rule in RULE if rule in used)),
        Remark(line_of(text)),
        *cautions([answer.purpose], words),
    ]
    title = words.say("{purpose}: pairs of states", purpose=words.term(PURPOSE_TITLE, answer.purpose))
    return Document(
        "pairs", title, as_of_aside(answer.as_of), closing(blocks, words, answer.cited), words.language, answer.as_of
    )


def what_if_page(answer: WhatIf, words: Words) -> Document:
    """The pairs that would gain a title if one state were party to one instrument."""
    name, instrument = words.name(answer.state.name), words.name(answer.instrument.short)
    blocks: list[Block] = [paragraph(words.say("Today: {standing}.", standing=standing_text(answer.standing)))]
    blocks += [_gains(answer.gains, words)] if answer.gains else [paragraph(_no_gain(answer, words))]
    if answer.covered:
        text = words.count(
            "{n} pair has a title of the same kind already.",
            "{n} pairs have a title of the same kind already.",
            answer.covered,
        )
        blocks.append(Remark(line_of(text)))
    purposes = [answer.purpose] if answer.purpose else answer.instrument.serves
    blocks += cautions(purposes, words)
    title = words.say("{state} and {instrument}: what joining would add", state=name, instrument=instrument)
    return Document(
        "what-if", title, as_of_aside(answer.as_of), closing(blocks, words, answer.cited), words.language, answer.as_of
    )


def _gains(gains: tuple[Gain, ...], words: Words) -> Table:
    """The pairs that would gain, by purpose and offences."""
    found: dict[tuple[str, str], list[Gain]] = {}
    for gain in gains:
        found.setdefault((gain.purpose, gain.scope), []).append(gain)
    columns = (
        Column("purpose", words.say("For")),
        Column("scope", words.say("Offences")),
        Column("pairs", words.say("Pairs"), ColumnKind.COUNT, whole=True),
        Column("with", words.say("With")),
    )
    rows = tuple(
        (
            cell(words.term(PURPOSE_TITLE, purpose), role=Role.STRONG),
            cell(offences(scope, purpose, words)),
            cell(words.number(len(these)), value=len(these)),
            cell(", ".join(words.name(gain.other.name) + (MARK if gain.unconfirmed else "") for gain in these)),
        )
        for (purpose, scope), these in found.items()
    )
    return Table("gains", columns, (Section("", rows),), caption=words.say("Pairs that would gain a title"))


def _no_gain(answer: WhatIf, words: Words) -> str:
    """Why no pair would gain."""
    if answer.standing.name is StandingKind.PARTY:
        return words.say("It is a party already: no pair would gain a title.")
    if answer.standing.name in OUTSIDE:
        return words.say("It could not join on that day.")
    return words.say("No pair would gain a title.")
