"""A state's instruments and commitments as a list to be printed and ticked."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from toc_treaties.document import Block, Box, Checklist, Document, Heading, Item, Legend, Line, Paragraph, cell, line_of
from toc_treaties.law.gap import Doubt, Part, doubt_of, part_of
from toc_treaties.law.history import Event, EventKind
from toc_treaties.law.outcome import GAPS, StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.model.action import Statement
from toc_treaties.model.vocabulary import Grouped, Listed
from toc_treaties.pages.case import together
from toc_treaties.pages.commitment_counts import later_text
from toc_treaties.pages.commitment_lists import also_recorded, lists
from toc_treaties.pages.foot import cited_in, page_of
from toc_treaties.pages.history import action_done, unknown_text
from toc_treaties.pages.membership import membership_line
from toc_treaties.pages.next_step import before_text, step_text, where_text
from toc_treaties.pages.standings import day_text, role_of, seen_text, verdict_text
from toc_treaties.pages.statements import kind_text
from toc_treaties.questions.case import Case
from toc_treaties.questions.checklist import StateChecklist
from toc_treaties.questions.profile import TierCases
from toc_treaties.words.duties import BOX_MEANS, PARAPHRASED
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import DOUBT, TIER_CONSENTED

BOXES = {
    StandingKind.PARTY: Box.DONE,
    StandingKind.CONTRACTING: Box.DONE,
    StandingKind.SIGNATORY: Box.PARTLY,
    StandingKind.NO_ACTION: Box.OPEN,
    StandingKind.WITHDRAWN: Box.OPEN,
    StandingKind.NOT_OPEN: Box.NOT_APPLICABLE,
    StandingKind.NOT_APPLICABLE: Box.NOT_APPLICABLE,
    StandingKind.NO_INFORMATION: Box.UNKNOWN,
}
FILLED = {Box.DONE, Box.NOT_APPLICABLE}
BOX_LEGEND = (
    ({Box.DONE}, "[x]", BOX_MEANS["done"]),
    ({*Box} - FILLED, "[ ]", BOX_MEANS["open"]),
    ({Box.NOT_APPLICABLE}, "[–]", BOX_MEANS["not_applicable"]),
)


def page(answer: StateChecklist, words: Words, by: Grouped = Grouped.DOCUMENT) -> Document:
    """The checklist of one state: its instruments, then its commitments under the headings asked for."""
    state, as_of = answer.profile.state, answer.profile.as_of
    blocks: list[Block] = [Heading(words.name(state.name), 1, key=state.iso3)]
    remark = membership_line(state, as_of, words)
    blocks += [Paragraph(remark)] if remark else []
    blocks += [_instruments(tier, words) for tier in answer.profile.tiers if tier.items]
    if Listed.COMMITMENTS in answer.listed:
        blocks += [*lists(answer, by, words), also_recorded(state, words)]
    used = {item.box for block in blocks if isinstance(block, Checklist) for item in block.items}
    blocks.append(Legend(tuple((sign, words.say(means)) for boxes, sign, means in BOX_LEGEND if boxes & used)))
    title = words.say("Treaty checklist of the Hemispheric Strategy")
    sources = [*answer.sources, *cited_in(blocks, [*answer.held.values()])]
    return page_of("checklist", title, as_of, blocks, sources, words, _remarks(answer, words), running=True)


def _remarks(answer: StateChecklist, words: Words) -> Iterator[str]:
    """What the commitments are measured by."""
    if Listed.COMMITMENTS in answer.listed:
        yield words.say(
            "Progress on a commitment is shown on the scale of the OAS's own peer review, with its evidence; "
            "it grades no state. Where no status stands beside a commitment, no assessment of it is recorded."
        )
        yield words.say(PARAPHRASED)
        yield later_text(answer.catalogue.documents.values(), answer.profile.as_of, words)


def _instruments(tier: TierCases, words: Words) -> Checklist:
    count = words.say(TIER_CONSENTED[tier.tier], consented=tier.consented, can_join=tier.can_join)
    doubts = words.say("{n} to verify", n=tier.to_verify) if tier.to_verify else ""
    return Checklist(tier.tier, words.joined((count, doubts)), tuple(_item(item, words) for item in tier.items))


def _item(item: Case, words: Words) -> Item:
    standing, instrument = item.standing, item.instrument
    label = words.say("{paragraph}  {name}", paragraph=instrument.paragraph, name=instrument.short)
    shown = cell(verdict_text(standing, words), role=role_of(standing))
    return Item(_box(standing), label, shown, tuple(line for line in _details(item, words) if line))


def _box(standing: Standing) -> Box:
    """The box of a standing; what is to verify is not ticked."""
    return Box.UNKNOWN if part_of(standing) in {Part.TO_VERIFY, Part.IN_DOUBT} else BOXES[standing.name]


def _details(item: Case, words: Words) -> Iterator[Line]:
    """Acts and computed days, what the standing rests on, what is to be done, and which statements were made."""
    acts = words.joined((*_acts(item, words), seen_text(item.standing, item.as_of, words)))
    yield line_of(acts, cites=item.standing.evidence.sources)
    yield line_of(words.joined(_to_do(item, words)))
    by_source = groupby(item.statements, lambda made: made.sources)
    made = (line_of(words.joined(_kinds(statements, words)), cites=cites) for cites, statements in by_source)
    yield together(made, words)


def _kinds(statements: Iterable[Statement], words: Words) -> Iterator[str]:
    """What statements are and on which articles, those of a kind together."""
    for _, alike in groupby(statements, lambda made: (made.kind, made.text is None, bool(made.articles))):
        first, *others = alike
        articles = (*first.articles, *(article for made in others for article in made.articles))
        yield kind_text(first._replace(articles=articles), words)


def _to_do(item: Case, words: Words) -> Iterator[str]:
    """The next step of a gap, or why none can be named; of what is to verify, why, and where to look."""
    standing, step = item.standing, item.next_step
    doubt = doubt_of(standing)
    if doubt is not None or standing.day_marked:
        yield _why_open(item, words) or (words.term(DOUBT, doubt.name.lower()) if doubt is Doubt.UNCONFIRMED else "")
    if doubt is not None:
        yield where_text(item.instrument, item.depositary, words)
    elif standing.name in GAPS:
        in_full = step_text(step, words)
        yield words.known("next step: {step}", step=in_full) or before_text(step, None, None, words)


def _acts(item: Case, words: Words) -> Iterator[str]:
    """What was done on which days, and each effect that the standing does not say."""
    for event in item.events:
        if event.kind is EventKind.ACTION or event.when != item.standing.since:
            day = day_text(event.when, event.action.day_unconfirmed, words, words.within)
            yield words.say("{act} {day}", act=_act(event, item, words), day=day)
            if event.kind is EventKind.ACTION and event.action.effect_from:
                yield words.say("with effect from {day}", day=event.action.effect_from)


def _act(event: Event, item: Case, words: Words) -> str:
    match event.kind:
        case EventKind.ACTION:
            return action_done(event.action, item.instrument, words)
        case EventKind.ENTRY_INTO_FORCE:
            return words.say("in force")
        case EventKind.EXIT:
            return words.say("ends")


def _why_open(item: Case, words: Words) -> str:
    """Why a standing or its day is to verify, as the record has it."""
    standing, deciding = item.standing, item.standing.deciding
    if standing.evidence.marked and deciding is not None and deciding.unconfirmed:
        return words.say("unconfirmed: {why}", why=deciding.unconfirmed)
    if standing.day_marked and deciding is not None:
        return words.say("day unconfirmed: {why}", why=deciding.day_unconfirmed or "")
    return unknown_text(item) or standing.eligibility or ""


commitments_page = page
