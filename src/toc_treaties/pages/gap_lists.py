"""What states have not joined as lists: a line a state, or a table an instrument."""

from collections.abc import Iterator
from itertools import groupby

from toc_treaties.document import Block, Cell, Heading, Layout, Paragraph, Role, Span, cell, line_of, naming
from toc_treaties.law.gap import Part
from toc_treaties.law.outcome import StandingKind
from toc_treaties.model.instrument import Tier
from toc_treaties.pages.history import action_done
from toc_treaties.pages.membership import Footnotes, footnotes
from toc_treaties.pages.next_step import before_text, step_text, where_text, why_text
from toc_treaties.pages.standings import day_text, since_day, total_text
from toc_treaties.pages.tables import Row, sectioned, table
from toc_treaties.questions.gaps import Entries, GapEntry, Gaps, total
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, OUTSIDE, STANDING, STEP, TIER_HEADING


def overview(answer: Gaps, words: Words) -> list[Block]:
    """A table for each list, with the state's instruments by next step; never a count, which would be a score."""
    notes = footnotes((entry.state for entry in answer.entries), answer.as_of, words)
    blocks: list[Block] = []
    for tier in dict.fromkeys(instrument.tier for instrument in answer.scope.instruments):
        listed = (Entries(entry for entry in entries if entry.instrument.tier is tier) for entries in answer.by_state)
        rows = (_line(entries, notes, words) for entries in listed)
        blocks.append(Heading(words.term(TIER_HEADING, tier), 2, key=str(tier)))
        blocks += table(f"gaps_{tier}", ("state", "by_next_step"), rows, words)
    return [*blocks, *notes.notes.values()]


def _line(entries: Entries, notes: Footnotes, words: Words) -> Row:
    steps = [
        words.say("{step}: {instruments}", step=step, instruments=_instruments(group, words))
        for step, group in open_steps(entries, words)
    ]
    steps.append(words.known("to verify: {instruments}", instruments=_instruments(entries.of(Part.TO_VERIFY), words)))
    told = words.joined(steps)
    name = cell(notes.name(entries.first.state), role=Role.STRONG)
    return name, cell(told or "–", role=Role.PLAIN if told else Role.QUIET)


def open_steps(entries: Entries, words: Words) -> Iterator[tuple[str, Entries]]:
    """What a state has not joined, by what would be next, in words."""
    for group in entries.of(Part.GAP).by_step:
        yield _step_in_full(group, words), group


def _instruments(entries: Entries, words: Words) -> str:
    return ", ".join(words.name(entry.instrument.short) + detail_text(entry, words) for entry in entries)


def detail_text(entry: GapEntry, words: Words) -> str:
    """Behind a name: the day of the signature or consent, its mark, and that it was last seen long ago."""
    standing, mark = entry.standing, MARK if entry.standing.evidence.marked else ""
    day = day_text(standing.since, standing.day_marked, words)
    if standing.name is StandingKind.NO_ACTION:
        day = ""
    elif day and standing.name is not StandingKind.SIGNATORY:
        day = words.say("since {day}", day=since_day(standing, words))
    detail = words.joined([f"{day}{mark}" if day else "", words.say("old") if entry.old else ""])
    return f" ({detail})" if detail else mark


def _step_in_full(group: Entries, words: Words) -> str:
    """The next step with the parent that comes first, where one does."""
    step = group.first.next_step
    return step_text(step, words) if step.parent and step.step else _step_label(group, words)


def _step_label(group: Entries, words: Words) -> str:
    step = group.first.next_step.step
    return words.term(STEP, step) if step else words.say("not joined")


def instruments(answer: Gaps, words: Words) -> list[Block]:
    """For each instrument all states that have not joined it, by next step; what is to verify, and what is outside."""
    open_to_some = (entries for entries in answer.by_instrument if not _unopened(entries))
    named = (
        entry for entries in open_to_some for entry in entries if entry.part is not Part.CONSENTED or entry.leaving
    )
    notes = footnotes((entry.state for entry in named), answer.as_of, words)
    blocks: list[Block] = []
    for tier, groups in groupby(answer.by_instrument, lambda entries: entries.first.instrument.tier):
        blocks.append(Heading(words.term(TIER_HEADING, tier), 1, key=str(tier)))
        tables = [(entries, _instrument(entries, answer, notes, words)) for entries in groups if not _unopened(entries)]
        blocks += _settled(answer, tier, [entries for entries, table in tables if not table], words)
        blocks += [block for _, table in tables for block in table]
    return [*blocks, *notes.notes.values()]


def _unopened(entries: Entries) -> bool:
    """Whether an instrument is not open yet to any of the states."""
    return len(entries.of(Part.NOT_OPEN)) == len(entries)


def _settled(answer: Gaps, tier: Tier, joined: list[Entries], words: Words) -> list[Block]:
    """The instruments of a list that need no table: all have consented, or it is not open yet to any."""
    totals = words.joined(
        f"{words.name(entries.first.instrument.short)} {total_text(total(entries), words, told=True)}"
        for entries in joined
    )
    unopened = [entries.first.instrument for entries in answer.by_instrument if _unopened(entries)]
    named = [words.name(instrument.short) for instrument in unopened if instrument.tier is tier]
    consented = words.known("All that can join have consented: {instruments}.", instruments=totals)
    not_open = words.known("Not open yet to any of the states: {instruments}.", instruments=", ".join(named))
    lines = (
        naming(consented, (words.name(entries.first.instrument.short) for entries in joined)),
        naming(not_open, named),
    )
    return [Paragraph(line) for line in lines if line]


def _instrument(entries: Entries, answer: Gaps, notes: Footnotes, words: Words) -> list[Block]:
    """An instrument's states under its name, its total and its depositary; nothing where all have consented."""
    instrument, depositary = entries.first.instrument, entries.first.depositary
    consented = words.say("consented: {total}", total=total_text(total(entries), words, told=True))
    kept = words.name(depositary.short) if depositary else ""
    caption = f"{instrument.paragraph}  {words.name(instrument.short)}  {words.joined([consented, kept])}"
    sections, columns = _sections(entries, answer, notes, words), ("next_step", "states")
    return sectioned(instrument.id, columns, sections, words, layout=Layout.LIST, caption=caption)


def _sections(entries: Entries, answer: Gaps, notes: Footnotes, words: Words) -> Iterator[tuple[str, list[Row]]]:
    """Who has not joined, by next step; what is to verify, by what is known; who leaves; who is outside the total."""

    def row(label: str, group: Entries, *more: str) -> Row:
        named = ((Span(notes.name(entry.state)), *line_of(detail_text(entry, words))) for entry in group)
        names = tuple(span for index, line in enumerate(named) for span in (*line_of(", " if index else ""), *line))
        ids = {id for entry in group for id in entry.sources}
        cited = tuple(source.id for source in answer.sources if source.id in ids)
        below = line_of(words.joined(more), Role.QUIET, cites=cited)
        return cell(label, role=Role.STRONG), Cell(names, (below,) if below else ())

    gaps, leaving = entries.of(Part.GAP).by_conditions, [Entries((entry,)) for entry in entries.leaving]
    yield "", [row(_step_label(group, words), group, *_conditions(group, words), _seen(group, words)) for group in gaps]
    doubts = entries.of(Part.TO_VERIFY).by_doubt
    yield words.say("To verify"), [row(_standing_label(group, words), group, _why(group, words)) for group in doubts]
    yield (
        words.say("Leaving"),
        [row(_leaving_label(group.first, words), group, notice_text(group.first, words)) for group in leaving],
    )
    outside = [
        row(words.term(OUTSIDE, part.name.lower()), group, *_conditions(group, words))
        for part in (Part.IN_DOUBT, Part.NOT_APPLICABLE, Part.NOT_OPEN)
        for group in entries.of(part).by_conditions
    ]
    yield words.say("Outside the total"), outside


def _conditions(group: Entries, words: Words) -> tuple[str, str]:
    """The step in full where its short name does not say all, and what stands before it."""
    entry, step = group.first, group.first.next_step
    in_full, before = step_text(step, words), before_text(step, entry.depositary, entry.standing.eligibility, words)
    return in_full if in_full != words.term(STEP, step.step) else "", before


def _seen(group: Entries, words: Words) -> str:
    """The days on which those that have not joined were last seen not to have; an act done later needs none."""
    seen = [entry.standing.evidence.newest for entry in group if not entry.standing.acted_later]
    days = sorted((day for day in seen if day), key=lambda day: day.latest)
    return words.say("last seen {days}", days=words.from_to(days[0], days[-1])) if days else ""


def _standing_label(group: Entries, words: Words) -> str:
    standing = group.first.standing
    return words.either(words.term(STANDING, name) for name in standing.between or (standing.name,))


def _why(group: Entries, words: Words) -> str:
    whys = dict.fromkeys(why_text(entry.standing, entry.doubt, words) for entry in group if entry.doubt)
    return words.joined((*whys, where_text(group.first.instrument, group.first.depositary, words)))


def _leaving_label(entry: GapEntry, words: Words) -> str:
    """The day on which a notice takes effect, where a rule sets one."""
    return words.known("on {day}", day=entry.standing.leaving_on) or words.say("day not known")


def notice_text(entry: GapEntry, words: Words) -> str:
    """The notice of leaving that ends a consent, in the treaty's own word."""
    notice = entry.standing.leaving
    if notice is None:
        return ""
    return words.say("{act} {day}", act=action_done(notice, entry.instrument, words), day=notice.when)
