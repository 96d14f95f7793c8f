"""Pairs of states as pages: one with each other, how many have a basis, which would gain a title by one accession."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

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
    cell,
    line_of,
    paragraph,
)
from toc_treaties.law.outcome import OUTSIDE, StandingKind
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.state import State
from toc_treaties.pages.basis import notes, since_text, told
from toc_treaties.pages.basis_terms import called, is_bilateral, name_of, offences
from toc_treaties.pages.standings import standing_text
from toc_treaties.pages.statements import runs
from toc_treaties.pages.tables import Row, gathered, sectioned, table
from toc_treaties.questions.basis import Comes, First, ForPurpose
from toc_treaties.questions.pairs import Gain, Matrix, WhatIf, WithAll
from toc_treaties.questions.treaties import TREATY_FOR, Bound
from toc_treaties.words.bases import CONVENTIONS, FIRST, PURPOSE_TITLE, RULE, RULE_MEANS
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK

Others = list[tuple[State, ForPurpose]]


def with_all_page(answer: WithAll, words: Words) -> Document:
    """What comes first between one state and each other."""
    subject = TREATY_FOR.get(answer.purpose, "")
    found = gathered((_group(part), (state, part)) for state, part in answer.others)
    columns = ("with", "first" if subject in {answer.purpose, ""} else "binds", "articles", "since")
    groups = ((f"{bound.value} {subject}".strip(), found.get(bound.value, [])) for bound in Bound)
    sections = (
        (words.term(FIRST, heading), (row for other in others for row in _rows(*other, words)))
        for heading, others in groups
    )
    blocks: list[Block] = [Heading(words.term(PURPOSE_TITLE, answer.purpose), key=answer.purpose)]
    blocks += [*notes([answer.state], answer.as_of, words), *sectioned("first", columns, sections, words)]
    blocks += _conventions({group: found.get(group, []) for group in WITH_CONVENTIONS}, subject, words)
    if nothing := found.get(NOTHING):
        names = words.listed(words.name(state.name) for state, _ in nothing)
        blocks.append(paragraph(words.say("None in this register with: {states}.", states=names)))
    if any(len(_certain(part)) > 1 for bound in Bound for _, part in found.get(bound.value, [])):
        several = words.say("Where several stand with a state, no clause seen puts one of them first.")
        blocks.append(Remark(line_of(several)))
    title = words.say("{state}: what comes first with each other state", state=answer.state.name)
    return told("basis-all", title, blocks, answer, [answer.purpose], words)


CONVENTIONS_ALONE, NOTHING = "conventions", "nothing"
WITH_CONVENTIONS = (CONVENTIONS_ALONE, Bound.PERHAPS.value)
"""The groups whose conventions in force are shown: those with no treaty, and those with one that only may bind."""


def _group(part: ForPurpose) -> str:
    """Whether a treaty or an agreement comes first between two states or may, or there are conventions, or nothing."""
    bys = [first.by for first in _certain(part)]
    if part.treaties.bound is not Bound.NONE or not all(isinstance(by, Instrument) for by in bys):
        return part.treaties.bound.value
    return CONVENTIONS_ALONE if bys else part.treaties.bound.value if part.first or part.lines else NOTHING


def _certain(part: ForPurpose) -> list[First]:
    """What comes first between two states, without what may bind them."""
    return [first for first in part.first if first.comes is not Comes.MAY_BIND]


def _may_bind(part: ForPurpose, words: Words) -> str:
    return words.joined(called(first.by, words) for first in part.first if first.comes is Comes.MAY_BIND)


def _rows(state: State, part: ForPurpose, words: Words) -> Iterator[Row]:
    """What comes first with one state, a line each where no clause puts one first, and what else may bind.

    Conventions beside a treaty that only may bind stand in the table of conventions.
    """
    may, name, certain = _may_bind(part, words), words.name(state.name), _certain(part)
    if part.treaties.bound is Bound.PERHAPS or not certain:
        others = words.joined(name_of(line.by, words) for line in part.lines if line.is_arrangement)
        sure = words.joined(called(first.by, words) for first in certain if isinstance(first.by, Agreement))
        binds = words.known("binds both: {names}", names=sure)
        yield cell(name, role=Role.STRONG), cell(may or others, binds), cell(""), cell("")
        return
    treaties = (*part.treaties.certain, *part.treaties.one_of)
    beside = [first for first in certain if treaties and first.by not in treaties]
    certain = [first for first in certain if first not in beside]
    names = words.joined(called(first.by, words) for first in beside)
    serving = {line.by.id for line in part.lines}
    for index, first in enumerate(certain, 1):
        last = index == len(certain)
        unread = words.say("not seen") if first.by.id in serving else ""
        yield (
            cell(name if index == 1 else "", role=Role.STRONG),
            cell(
                called(first.by, words),
                words.say("one of these two") if last and first.comes is Comes.ONE_OF else "",
                words.say("noted: see the page of the two") if is_bilateral(first.by) and first.by.note else "",
                words.say("also in force: {names}", names=names) if last and names else "",
                words.say("may bind: {names}", names=may) if last and may else "",
                marked=first.marked,
            ),
            cell(", ".join(runs(first.articles)) or unread),
            cell(since_text(first.since, first.by, words), value=first.since),
        )


def _conventions(groups: Mapping[str, Others], subject: str, words: Words) -> Iterator[Block]:
    """The conventions in force with each state, and since which year; their articles in a legend."""
    found: dict[str, tuple[Instrument, dict[str, None]]] = {}
    for _, part in chain.from_iterable(groups.values()):
        for first in _certain(part):
            if isinstance(first.by, Instrument):
                found.setdefault(first.by.id, (first.by, {}))[1].update(dict.fromkeys(first.articles))
    sections = (
        (words.term(CONVENTIONS, f"{group} {subject}".strip()), _years(others, found, words))
        for group, others in groups.items()
    )
    may = gathered((_may_bind(part, words), words.name(state.name)) for state, part in groups[CONVENTIONS_ALONE])
    if found:
        days = (Column(id, instrument.column, ColumnKind.DAY, whole=True) for id, (instrument, _) in found.items())
        caption = words.say("Conventions in force for both, since")
        yield from sectioned("conventions", ("with", *days), sections, words, layout=Layout.MATRIX, caption=caption)
        named = ((one.column, name_of(one, words), ", ".join(runs((*articles,)))) for one, articles in found.values())
        yield Legend(tuple((code, words.say("{name} {articles}", name=n, articles=a)) for code, n, a in named))
    for names, states in may.items():
        if names:
            with_ = words.listed(states)
            yield paragraph(words.say("May bind too: {agreements}; with {states}.", agreements=names, states=with_))


def _years(others: Others, columns: Collection[str], words: Words) -> Iterator[Row]:
    """A row for each state with which one of these conventions is in force."""
    for state, part in others:
        of = {first.by.id: first for first in _certain(part)}
        if any(id in of for id in columns):
            yield cell(words.name(state.name)), *(_year(of.get(id), words) for id in columns)


def _year(first: First | None, words: Words) -> Cell:
    """The year since which a convention is in force between the two; a spreadsheet holds the day."""
    if first is None:
        return cell("")
    year = str(first.since.latest.year) if first.since else words.say("yes")
    return cell(year, marked=first.marked, value=first.since)


def matrix_page(answer: Matrix, words: Words) -> Document:
    """How many of the pairs have a basis, by scope and rule."""
    unconfirmed = Column("unconfirmed", words.say("of them {mark}", mark=MARK), ColumnKind.COUNT, whole=True)
    rows = (
        (
            cell(offences(count.scope, answer.purpose, words)),
            cell(words.term(RULE, count.rule)),
            *(_number(number, words) for number in (count.by_instruments, count.unconfirmed, count.with_agreements)),
        )
        for count in answer.counts
    )
    caption = words.say("Pairs of states with a basis in force, at least, of {n}", n=words.number(answer.pairs))
    used = {count.rule for count in answer.counts}
    text = words.say(
        "A pair counts once for each kind of offence, under the first that it has in the order below: by an instrument "
        "of the Strategy, or, in the last column, by one or by an agreement of this register."
    )
    columns = ("offences", "rule", "by_instruments", unconfirmed, "with_agreements")
    blocks: list[Block] = [
        *(table("pairs", columns, rows, words, caption=caption) or [paragraph(words.say("None in this register."))]),
        Legend(tuple((words.term(RULE, rule), words.term(RULE_MEANS, rule)) for rule in RULE if rule in used)),
        Remark(line_of(text)),
    ]
    title = words.say("{purpose}: pairs of states", purpose=words.term(PURPOSE_TITLE, answer.purpose))
    return told("pairs", title, blocks, answer, [answer.purpose], words)


def _number(number: int, words: Words) -> Cell:
    return cell(words.number(number), value=number)


def what_if_page(answer: WhatIf, words: Words) -> Document:
    """The pairs that would gain a title if one state were party to one instrument."""
    blocks: list[Block] = [paragraph(words.say("Today: {standing}.", standing=standing_text(answer.standing, words)))]
    if answer.standing.name is StandingKind.PARTY:
        blocks.append(paragraph(words.say("It is a party already: no pair would gain a title.")))
    elif answer.standing.name in OUTSIDE:
        blocks.append(paragraph(words.say("It could not join on that day.")))
    else:
        blocks += _gains(answer.gains, words) or [paragraph(words.say("No pair would gain a title."))]
    covered = words.count("{n} pair has such a title already.", "{n} pairs have such a title already.", answer.covered)
    blocks += [Remark(line_of(covered))] if answer.covered else []
    title = words.say(
        "{state} and {instrument}: what joining would add", state=answer.state.name, instrument=answer.instrument.short
    )
    purposes = [answer.purpose] if answer.purpose else answer.instrument.serves
    return told("what-if", title, blocks, answer, purposes, words)


def _gains(gains: tuple[Gain, ...], words: Words) -> list[Block]:
    """The pairs that would gain, by purpose and offences; purposes for which they are the same, together."""
    found = gathered(
        ((gain.purpose, gain.scope), words.name(gain.other.name) + (MARK if gain.unconfirmed else "")) for gain in gains
    )
    alike = gathered(
        ((offences(scope, purpose, words), tuple(names)), words.term(PURPOSE_TITLE, purpose))
        for (purpose, scope), names in found.items()
    )
    rows = (
        (
            cell(words.joined(purposes), role=Role.STRONG),
            cell(reach),
            _number(len(names), words),
            cell(", ".join(names)),
        )
        for (reach, names), purposes in alike.items()
    )
    caption = words.say("Pairs that would gain a title")
    return table("gains", ("purpose", "offences", "pairs", "with"), rows, words, caption=caption)
