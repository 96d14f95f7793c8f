"""The gaps of a state as a page; of all states as one line each."""

from collections.abc import Iterator
from datetime import date

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    Document,
    Footnote,
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
from toc_treaties.law.evidence import is_marked
from toc_treaties.law.gap import Doubt, Part, is_old
from toc_treaties.law.standing import Standing
from toc_treaties.model.instrument import Tier
from toc_treaties.model.source import Source
from toc_treaties.pages.history import action_done
from toc_treaties.pages.membership import footnotes, membership_note
from toc_treaties.pages.next_step import before_text, doubt_text, step_text
from toc_treaties.pages.standings import (
    as_of_aside,
    day_mark_note,
    evidence_note,
    record_note,
    seen_text,
    sources_text,
    standing_cell,
)
from toc_treaties.questions.gaps import LIST_ADOPTED, GapEntry, Gaps, StateGaps, TierGaps
from toc_treaties.words.dates import day, when
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, in_words

TITLE = "Treaty gaps under the Hemispheric Strategy, section 2"
COLUMNS = (
    Column("strategy", "Strategy", whole=True),
    Column("instrument", "Instrument"),
    Column("standing", "Standing"),
    Column("next_step", "Next step"),
)
URGED_BY = (
    "The Strategy recites that the Plan of Action urges states to join the urged instruments; "
    "the complementary ones they should consider."
)


def page(answer: Gaps, words: Words, *, overview: bool = False) -> Document:
    """One or more states' gaps, tier by tier; or the overview of all."""
    if overview:
        return overview_page(answer, words)
    blocks: list[Block] = []
    alone = len(answer.states) == 1
    for one in answer.states:
        blocks.append(paragraph(TITLE) if alone else Heading(one.state.name["en"], 1))
        blocks += _state(one, answer)
    blocks += day_mark_note(_listed(answer))
    blocks += _list_notes(answer)
    blocks.append(record_note())
    title = answer.states[0].state.name["en"] if alone else TITLE
    return Document("gaps", title, as_of_aside(answer.as_of), tuple(blocks), words.language, answer.as_of)


def _listed(answer: Gaps) -> Iterator[Standing]:
    """The standings that the page shows."""
    for one in answer.states:
        for tier in one.tiers:
            yield from (entry.standing for entry in _shown(tier))


def _shown(tier: TierGaps) -> tuple[GapEntry, ...]:
    """What a tier's section lists, each once."""
    listed = tier.of(Part.GAP, Part.TO_VERIFY, Part.IN_DOUBT)
    return (*listed, *(entry for entry in tier.leaving if entry not in listed))


def _list_notes(answer: Gaps) -> list[Block]:
    """What the two lists are, and that they are later than the day asked, where they are."""
    notes: list[Block] = [Remark(line_of(URGED_BY))]
    if answer.as_of < LIST_ADOPTED:
        notes.append(Remark(line_of(f"Measured by a list adopted on {day(LIST_ADOPTED)}.")))
    return notes


def _state(one: StateGaps, answer: Gaps) -> list[Block]:
    note = membership_note(one.state, answer.as_of)
    blocks: list[Block] = [paragraph(note[0].upper() + note[1:] + ".", Role.QUIET)] if note else []
    for tier in one.tiers:
        blocks += _tier(tier, answer)
    listed = [entry for tier in one.tiers for entry in _shown(tier)]
    blocks.append(evidence_note(one.sources, sum(map(_is_marked, listed))))
    return blocks


def _is_marked(entry: GapEntry) -> bool:
    """Whether no source shows the standing, or the invitation that the step would rest on."""
    invitation = entry.next_step.invitation
    return entry.standing.evidence.marked or (invitation is not None and is_marked(invitation))


def _tier(tier: TierGaps, answer: Gaps) -> list[Block]:
    heading = Heading(_count(tier, answer), 2)
    sections = []
    if gaps := tier.of(Part.GAP):
        sections.append(Section("", tuple(_row(entry, answer) for entry in gaps)))
    if doubts := tier.of(Part.TO_VERIFY):
        sections.append(Section("to verify", tuple(_row(entry, answer) for entry in doubts)))
    if leaving := tier.leaving:
        sections.append(Section("leaving", tuple(_leaving_row(entry) for entry in leaving)))
    if unsettled := tier.of(Part.IN_DOUBT):
        title = "outside the count: whether it may join is not settled"
        sections.append(Section(title, tuple(_row(entry, answer) for entry in unsettled)))
    if not sections:
        return [heading, paragraph("Nothing to join and nothing to verify.", Role.QUIET)]
    return [heading, Table("gaps", COLUMNS, tuple(sections), layout=Layout.LIST)]


def _count(tier: TierGaps, answer: Gaps) -> str:
    """The count of a tier with its denominator: what the state can join, less what is not open to it."""
    can_join = tier.of(Part.CONSENTED, Part.GAP, Part.TO_VERIFY)
    consented, gaps, doubts = (len(tier.of(part)) for part in (Part.CONSENTED, Part.GAP, Part.TO_VERIFY))
    if tier.tier is Tier.URGED:
        text = f"Urged: consented to {consented} of {len(can_join)}"
        text += f"; not joined {gaps}{_old(tier, answer)}" if gaps else ""
    else:
        text = f"Complementary, not joined: {gaps} of {len(can_join)}{_old(tier, answer)}"
    text += f"; {doubts} to verify" if doubts else ""
    outside = [(len(tier.of(Part.NOT_APPLICABLE)), "not applicable"), (len(tier.of(Part.NOT_OPEN)), "not open yet")]
    return text + "".join(f"; {count} {what}" for count, what in outside if count)


def _old(tier: TierGaps, answer: Gaps) -> str:
    """How many of the gaps were last seen ten years ago or more."""
    gaps = tier.of(Part.GAP)
    old = sum(is_old(entry.standing, answer.as_of) for entry in gaps)
    if not old:
        return ""
    return f", {'' if len(gaps) == 1 else in_words(old) + ' '}last seen over ten years ago"


def _leaving_row(entry: GapEntry) -> tuple[Cell, ...]:
    """What binds a state still, with the notice that ends it, its own or the parent instrument's."""
    notice = entry.standing.leaving
    assert notice is not None  # noqa: S101 - listed for its notice alone
    given = f"{action_done(notice, entry.instrument)} {when(notice.when)}{sources_text(notice.sources)}"
    return (
        cell(entry.instrument.paragraph),
        cell(entry.instrument.short["en"], role=Role.STRONG),
        standing_cell(entry.standing),
        cell("–", given),
    )


def _row(entry: GapEntry, answer: Gaps) -> tuple[Cell, ...]:
    if entry.doubt not in {None, Doubt.ELIGIBILITY}:
        below = doubt_text(entry.standing, entry.doubt, entry.instrument, entry.depositary)
        if entry.next_step.invited is not None:
            below = f"{before_text(entry.next_step, None)}; {below}"
    else:
        below = before_text(entry.next_step, entry.depositary, entry.standing.eligibility)
    return (
        cell(entry.instrument.paragraph),
        cell(entry.instrument.short["en"], role=Role.STRONG),
        standing_cell(entry.standing, seen_text(entry.standing, answer.as_of)),
        cell(step_text(entry.next_step), below),
    )


def overview_page(answer: Gaps, words: Words) -> Document:
    """One line for each state, naming the instruments; never a count, which would be a score."""
    columns = [Column("state", "State")]
    for tier in answer.states[0].tiers if answer.states else ():
        what = "Urged, not joined" if tier.tier is Tier.URGED else "Complementary, not joined"
        columns += [Column(f"{tier.tier}_gaps", what), Column(f"{tier.tier}_to_verify", "To verify")]
    signs = footnotes([one.state for one in answer.states], answer.as_of)
    sign = {slug: note.sign for slug, note in signs.items()}
    rows = tuple(_line(one, sign.get(one.state.slug, ""), answer.as_of) for one in answer.states)
    marks = any(
        entry.standing.evidence.marked
        for one in answer.states
        for tier in one.tiers
        for entry in tier.of(Part.TO_VERIFY)
    )
    notes: list[Block] = (
        [Remark(line_of(f"To verify: no information, evidence undated or contradicted, or {MARK} unconfirmed."))]
        if marks
        else []
    )
    listed = (entry for one in answer.states for tier in one.tiers for entry in tier.of(Part.GAP))
    old = any(is_old(entry.standing, answer.as_of) for entry in listed)
    sources: tuple[Source, ...] = tuple({source.id: source for one in answer.states for source in one.sources}.values())
    blocks = (
        Table("gaps", tuple(columns), (Section("", rows),)),
        *notes,
        *signs.values(),
        *([Footnote("(old)", line_of("last seen ten years ago or more."))] if old else []),
        evidence_note(sources, 0),
        *_list_notes(answer),
        record_note(),
    )
    return Document("gaps", TITLE, as_of_aside(answer.as_of), blocks, words.language, answer.as_of)


def _sign(entry: GapEntry, as_of: date) -> str:
    """What stands behind an instrument's name: its mark, and that its gap was last seen long ago."""
    old = " (old)" if entry.part is Part.GAP and is_old(entry.standing, as_of) else ""
    return (MARK if entry.standing.evidence.marked else "") + old


def _line(one: StateGaps, sign: str, as_of: date) -> tuple[Cell, ...]:
    cells = [cell(one.state.name["en"] + sign, role=Role.STRONG)]
    for tier in one.tiers:
        for part, role in ((Part.GAP, Role.OPEN), (Part.TO_VERIFY, Role.QUIET)):
            names = [entry.instrument.short["en"] + _sign(entry, as_of) for entry in tier.of(part)]
            cells.append(cell(", ".join(names) or "–", role=role if names else Role.QUIET))
    return tuple(cells)
