"""What states have not joined as pages: one state on a sheet of paper, all states, all instruments."""

from collections.abc import Iterator
from itertools import groupby

from toc_treaties.document import (
    Block,
    Cell,
    Document,
    Facts,
    Heading,
    Layout,
    Role,
    cell,
    line_of,
    paragraph,
)
from toc_treaties.law.gap import Doubt, Part
from toc_treaties.law.outcome import StandingKind
from toc_treaties.model.instrument import Tier
from toc_treaties.pages.foot import page_of
from toc_treaties.pages.gap_lists import instruments, notice_text
from toc_treaties.pages.gap_lists import overview as overview_of
from toc_treaties.pages.membership import membership_line
from toc_treaties.pages.next_step import before_text, step_text, where_text, why_text
from toc_treaties.pages.scope import members_text, only_text, titled
from toc_treaties.pages.standings import seen_text, standing_text
from toc_treaties.pages.tables import Row, column, sectioned
from toc_treaties.questions.gaps import LIST_ADOPTED, Entries, GapEntry, Gaps
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import COUNT, MARK

COUNTED = {"to_verify": Part.TO_VERIFY, "not_applicable": Part.NOT_APPLICABLE, "not_open": Part.NOT_OPEN}
"""The parts that the heading of a list counts beside what is joined and what is not."""


def page(answer: Gaps, words: Words, *, overview: bool = False) -> Document:
    """One or more states' gaps, tier by tier; or the overview of all."""
    title = words.say("Treaty gaps under the Hemispheric Strategy, section 2")
    if overview:
        head = titled(title, answer.scope, words)
        return _document(answer, words, head, overview_of(answer, words), remark=_brackets(answer, words))
    blocks: list[Block] = []
    named = answer._replace(scope=answer.scope._replace(states_named=False))
    alone = len(answer.scope.states) == 1
    for entries in answer.by_state:
        blocks += [] if alone else [Heading(words.name(entries.first.state.name), 1, key=entries.first.state.slug)]
        membership = membership_line(entries.first.state, answer.as_of, words)
        blocks += [Facts(((words.say("OAS"), membership),))] if membership else []
        for tier, of_tier in groupby(entries, lambda entry: entry.instrument.tier):
            blocks += _tier(tier, Entries(of_tier), answer, words)
    if alone:
        return _document(named, words, words.name(answer.scope.states[0].name), blocks, subtitle=title)
    return _document(named, words, titled(title, answer.scope, words), blocks)


def by_instrument_page(answer: Gaps, words: Words) -> Document:
    """All instruments with the states that have not joined them."""
    title = titled(words.say("Treaty gaps by instrument"), answer.scope, words)
    members = members_text(answer.scope, words)
    counted = words.say("Totals: {members} that consented, of those that can join.", members=members)
    body = instruments(answer, words)
    return _document(answer, words, title, body, subtitle=counted, remark=_brackets(answer, words))


def _document(
    answer: Gaps, words: Words, title: str, body: list[Block], *, subtitle: str = "", remark: str = ""
) -> Document:
    """A page with what every page on gaps has at its head and foot."""
    head = [paragraph(text) for text in (subtitle, only_text(answer.scope, words)) if text]
    remarks = (remark, *_remarks(answer, words))
    return page_of("gaps", title, answer.as_of, [*head, *body], answer.sources, words, remarks)


def _brackets(answer: Gaps, words: Words) -> str:
    """What a day in brackets is, where there is one."""
    signed = any(entry.standing.name is StandingKind.SIGNATORY for entry in answer.entries.listed)
    return words.say("A day in brackets is that of the signature.") if signed else ""


def _remarks(answer: Gaps, words: Words) -> Iterator[str]:
    """What the signs and the two lists are, and that the lists are later than the day asked, where they are."""
    if any(entry.old for entry in answer.entries.listed):
        yield words.say("(old): last seen ten years ago or more.")
    yield words.say(
        "The Strategy recites that the Plan of Action urges states to join the urged instruments; "
        "the complementary ones they should consider."
    )
    if answer.as_of < LIST_ADOPTED:
        yield words.say("Measured by a list adopted on {day}.", day=LIST_ADOPTED)


def _tier(tier: Tier, entries: Entries, answer: Gaps, words: Words) -> list[Block]:
    in_doubt = words.say("Outside the count: whether it may join is not settled")
    sections = (
        ("", [_row(entry, answer, words) for entry in entries.of(Part.GAP)]),
        (words.say("To verify"), [_row(entry, answer, words) for entry in entries.of(Part.TO_VERIFY)]),
        (words.say("Leaving"), [_leaving_row(entry, words) for entry in entries.leaving]),
        (in_doubt, [_row(entry, answer, words) for entry in entries.of(Part.IN_DOUBT)]),
    )
    columns = (column("instrument", words, whole=True), "next_step")
    nothing = paragraph(words.say("Nothing to join and nothing to verify."), Role.QUIET)
    listed = sectioned(f"gaps_{tier}", columns, sections, words, layout=Layout.LIST) or [nothing]
    return [Heading(_count(tier, entries, words), 2, key=str(tier)), *listed]


def _count(tier: Tier, entries: Entries, words: Words) -> str:
    """The count of a tier with its denominator: what the state can join, less what is not open to it."""
    consented, of = len(entries.of(Part.CONSENTED)), len(entries.of(Part.CONSENTED, Part.GAP, Part.TO_VERIFY))
    gaps = len(entries.of(Part.GAP))
    old = sum(entry.old for entry in entries.of(Part.GAP))
    if tier is Tier.URGED:
        clauses = [words.say("Urged: consented to {n} of {of}", n=consented, of=of)]
        clauses += [words.say("not joined {n}", n=gaps)] if gaps else []
    else:
        clauses = [words.say("Complementary, not joined: {n} of {of}", n=gaps, of=of)]
    clauses += [words.say("of these old: {n}", n=old)] if old else []
    counts = {code: len(entries.of(part)) for code, part in COUNTED.items()}
    return words.joined([*clauses, *(words.say(COUNT[code], n=n) for code, n in counts.items() if n)])


def _row(entry: GapEntry, answer: Gaps, words: Words) -> Row:
    """The instrument and its depositary; what to do, or to look up first, and how it stands, with its sources."""
    step, standing = entry.next_step, entry.standing
    stands = standing_text(standing, words) + (MARK if standing.evidence.marked else "")
    known = _clauses(words, stands, seen_text(standing, answer.as_of, words))
    before = before_text(step, entry.depositary, standing.eligibility, words)
    do = step_text(step, words)
    if entry.doubt in {None, Doubt.ELIGIBILITY}:
        first, *more = [text for text in ((do, known, before) if do else (before, known)) if text]
    else:
        where = where_text(entry.instrument, entry.depositary, words)
        first = _clauses(words, stands, why_text(standing, entry.doubt, words))
        more = [where, words.known("then {step}", step=do), before]
    return _instrument_cell(entry, words), Cell(
        line_of(first, Role.STRONG), (line_of(words.joined(more), Role.QUIET, cites=entry.sources),)
    )


def _clauses(words: Words, first: str, second: str) -> str:
    return words.say("{standing}, {known}", standing=first, known=second) if second else first


def _instrument_cell(entry: GapEntry, words: Words) -> Cell:
    depositary = words.name(entry.depositary.short) if entry.depositary else ""
    return cell(f"{entry.instrument.paragraph} {words.name(entry.instrument.short)}", depositary)


def _leaving_row(entry: GapEntry, words: Words) -> Row:
    """What binds a state still, with the notice that ends it, its own or the parent instrument's."""
    notice = entry.standing.leaving
    given = line_of(notice_text(entry, words), Role.QUIET, cites=notice.sources if notice else ())
    return _instrument_cell(entry, words), Cell(line_of(standing_text(entry.standing, words), Role.STRONG), (given,))
