"""What is not on record, as a page: by state in alphabetical order, and by body."""

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    Document,
    Footnote,
    Heading,
    Remark,
    Role,
    Section,
    Table,
    cell,
    facts,
    line_of,
    paragraph,
)
from toc_treaties.pages.standings import as_of_aside, mark_note, mark_of, record_note
from toc_treaties.questions.due import Due, Dues
from toc_treaties.words.dates import day, when
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, ROLE, counted, listed

SEEN = "What is listed is not on record here; it may have been given, and not be seen."
CONDITIONAL = "are those that every party owes, and conditional ones where their condition is known to be met."
HEADING = {"designation": "Roles", "questionnaire": "Questionnaires", "return": "Returns for"}


def page(answer: Dues, words: Words) -> Document:
    """Each state's list, and each body's: of one state with what each article asks, of several by article alone."""
    whole = len(answer.states) == 1
    sections = tuple(
        Section("" if whole else one.state.name["en"], _rows(one.dues, whole=whole))
        for one in answer.states
        if one.dues
    )
    blocks: list[Block] = [Heading(one.state.name["en"], 1) for one in answer.states if whole]
    if sections:
        blocks.append(
            Table("due", (Column("asked_by", "Asked by"), Column("not_on_record", "Not on record")), sections)
        )
    elif whole:
        blocks.append(paragraph("Nothing is listed.", Role.QUIET))
    nothing = [one.state.name["en"] for one in answer.states if not one.dues]
    if nothing and not whole:
        blocks.append(paragraph(f"Nothing is listed of {listed(nothing)}.", Role.QUIET))
    if answer.bodies:
        blocks.append(Heading("Bodies of the Organization", 2))
    for body, commitments in answer.bodies:
        paragraphs = listed([one.id for one in commitments]) or "none"
        text = f"{body.name['en']}: nothing recorded on {counted(len(commitments), 'commitment')}: {paragraphs}."
        blocks.append(paragraph(text, Role.QUIET))
    return Document(
        "due", "Not on record", as_of_aside(answer.as_of), (*blocks, *_notes(answer)), words.language, answer.as_of
    )


def _notes(answer: Dues) -> list[Block]:
    """What the page says of those outside, of drafts, of conditions, and of what was seen."""
    blocks: list[Block] = []
    everything = [due for state in answer.states for due in state.dues]
    if answer.outside:
        names = listed([state.name["en"] for state in answer.outside])
        text = f"Not a member of the OAS on that day: of {names} only what treaties ask is listed."
        blocks.append(paragraph(text, Role.QUIET))
    if answer.draft and any(one.what == "return" for one in everything):
        draft = answer.draft.short["en"]
        blocks.append(facts(("Returns", f"are asked for by a draft that was not seen adopted: {draft}.")))
    if any(one.asked_by for one in everything):
        blocks.append(facts(("Articles", CONDITIONAL)))
    if any(one.marked for one in everything):
        blocks.append(Footnote(MARK, line_of("no source shows that the instrument binds the state.")))
    blocks += mark_note((one.lapsed for one in everything if one.lapsed), "an institution")
    return [*blocks, Remark(line_of(SEEN)), record_note()]


def _rows(dues: tuple[Due, ...], *, whole: bool) -> tuple[tuple[Cell, ...], ...]:
    """A row for each article where the page has room, else for each instrument; roles, questionnaires and returns."""
    by_asker: dict[str, list[str]] = {}
    for one in dues:
        article = f" {one.article}" if whole and one.article else ""
        by_asker.setdefault(_asker(one) + article, []).append(_text(one, whole=whole))
    return tuple((cell(asker), cell("; ".join(texts))) for asker, texts in by_asker.items())


def _asker(one: Due) -> str:
    """Who asks: an instrument, or the heading of the other things."""
    if one.asked_by is not None:
        return one.asked_by.short["en"] + (MARK if one.marked else "")
    return HEADING[one.what]


def _text(one: Due, *, whole: bool) -> str:
    text = ROLE.get(one.about, one.about) if whole or one.article is None else one.article
    if one.meeting is not None:
        text += f" ({one.meeting.name['en']}{MARK if one.meeting.unconfirmed else ''}, {when(one.meeting.begins)})"
    if one.lapsed is not None:
        text += f" (lapsed: {one.lapsed.institution}{mark_of(one.lapsed)})"
    return text + (f" (by {day(one.by)})" if one.by else "")
