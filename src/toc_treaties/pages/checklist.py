"""A state's whole list of instruments as a printable checklist."""

from toc_treaties.document import Block, Box, Document, Heading, Legend, Remark, Role, facts, line_of, paragraph
from toc_treaties.document import (
    Checklist as ListBlock,
)
from toc_treaties.document import (
    Item as ListItem,
)
from toc_treaties.law.gap import Part, part_of
from toc_treaties.law.history import EventKind
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.model.instrument import Tier
from toc_treaties.model.source import Source
from toc_treaties.pages.commitment_lists import also_recorded, lists
from toc_treaties.pages.commitments import SCALE, later_texts
from toc_treaties.pages.history import unknown_text
from toc_treaties.pages.membership import membership_note
from toc_treaties.pages.standings import (
    as_of_aside,
    evidence_note,
    record_note,
    seen_text,
    standing_cell,
)
from toc_treaties.pages.statements import statement_text
from toc_treaties.questions.case import Case
from toc_treaties.questions.checklist import StateChecklist
from toc_treaties.words.dates import when
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import DAY_MARK, DAY_MARK_MEANS, DONE, MARK, MARK_MEANS, TIER, capital

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
BOX_LEGEND = (
    ("[x]", "has consented to be bound; complete"),
    ("[/]", "signed only; begun or partly complete"),
    ("[r]", "on record; how far it is carried out is not said"),
    ("[ ]", "no action, or withdrawn; not started"),
    ("[?]", "not known, or to verify"),
    ("[–]", "not open to the state; not applicable"),
    (MARK, MARK_MEANS),
    (DAY_MARK, DAY_MARK_MEANS),
)


def page(answer: StateChecklist, words: Words, by: str = "document") -> Document:
    """The checklist of one state: its instruments, then its commitments under the headings asked for."""
    name = answer.state.name["en"]
    blocks: list[Block] = [Heading(name, 1)]
    note = membership_note(answer.state, answer.as_of)
    if note:
        blocks.append(paragraph(capital(note) + ".", Role.QUIET))
    for tier in Tier:
        items = [item for item in answer.items if item.instrument.tier is tier]
        blocks.append(ListBlock("instruments", _count(tier, items), tuple(_item(item, answer) for item in items)))
    if answer.catalogue is not None:
        blocks += lists([one for one in answer.progress if not one.decided], answer.catalogue, by)
        blocks.append(Remark(line_of(SCALE)))
        blocks += later_texts(answer.catalogue.documents.values(), answer.as_of)
        blocks += also_recorded(answer.state)
    marks = sum(item.standing.evidence.marked for item in answer.items)
    blocks += [Legend(BOX_LEGEND), evidence_note(tuple(_deciding(answer)), marks)]
    named = {source.id: source for source in (*_deciding(answer), *answer.evidence)}
    blocks += [facts((source.id, f"{source.title}, {source.publisher}")) for source in named.values()]
    blocks.append(record_note())
    return Document(
        "checklist",
        "Treaty checklist of the Hemispheric Strategy",
        as_of_aside(answer.as_of),
        tuple(blocks),
        words.language,
        answer.as_of,
    )


def _deciding(answer: StateChecklist) -> list[Source]:
    """The sources that the standings rest on, each once."""
    return list({source.id: source for item in answer.items for source in item.sources}.values())


def _count(tier: Tier, items: list[Case]) -> str:
    parts = [part_of(item.standing) for item in items]
    can_join = sum(part not in {Part.NOT_APPLICABLE, Part.NOT_OPEN, Part.IN_DOUBT} for part in parts)
    doubts = parts.count(Part.TO_VERIFY)
    text = f"{TIER[tier]}: consented to {parts.count(Part.CONSENTED)} of {can_join}"
    return text + (f"; {doubts} to verify" if doubts else "")


def _item(item: Case, answer: StateChecklist) -> ListItem:
    instrument = item.instrument
    details = [instrument.title["en"]]
    details += [text for text in (_dates(item), _evidence(item, answer)) if text]
    details += [statement_text(statement) for statement in item.statements]
    label = f"{instrument.paragraph}  {instrument.short['en']}"
    return ListItem(_box(item.standing), label, standing_cell(item.standing), tuple(map(line_of, details)))


def _box(now: Standing) -> Box:
    """The box of a standing; what is to verify is not ticked."""
    return Box.UNKNOWN if part_of(now) in {Part.TO_VERIFY, Part.IN_DOUBT} else BOXES[now.name]


def _dates(item: Case) -> str:
    """What was done on which days, and the entry into force."""
    texts = {EventKind.ENTRY_INTO_FORCE: "in force", EventKind.EXIT: "ends"}
    return "; ".join(f"{texts.get(event.kind, DONE[event.action.kind])} {when(event.when)}" for event in item.events)


def _evidence(item: Case, answer: StateChecklist) -> str:
    """The sources that the standing rests on, and how old an absence is."""
    seen = seen_text(item.standing, answer.as_of)
    ids = ", ".join(source.id for source in item.sources)
    why = _why_unconfirmed(item)
    return "; ".join(part for part in (seen, f"source {ids}" if ids else "", why) if part)


def _why_unconfirmed(item: Case) -> str:
    now = item.standing
    if now.evidence.marked and now.deciding is not None and now.deciding.unconfirmed:
        return f"{MARK} {now.deciding.unconfirmed}"
    if now.day_marked and now.deciding is not None:
        return f"{DAY_MARK} {now.deciding.day_unconfirmed}"
    return unknown_text(item) if now.name is StandingKind.NO_INFORMATION else ""
