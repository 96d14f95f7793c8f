"""What is not on record, as a page: by state in alphabetical order, and by body."""

from toc_treaties.document import Block, Cell, Column, Document, Heading, Note, Paragraph, Role, Section, Table
from toc_treaties.questions.due import Due, Dues
from toc_treaties.reports import FORMAT_VERSION
from toc_treaties.reports.cells import as_of_aside, record_note
from toc_treaties.reports.data import Data
from toc_treaties.words.dates import day
from toc_treaties.words.phrases import ROLE, counted, listed

SEEN = "What is listed is not on record here; it may have been given, and not be seen."


def document(answer: Dues) -> Document:
    """Each state's list, and each body's."""
    columns = (Column("State"), Column("Designations"), Column("Questionnaires"), Column("Returns for"))
    rows = tuple(
        (
            Cell(one.state.name["en"]),
            *(Cell(_of(one.dues, what)) for what in ("designation", "questionnaire", "return")),
        )
        for one in answer.states
    )
    blocks: list[Block] = [Table(columns, (Section("", rows),))] if rows else []
    if answer.bodies:
        blocks.append(Heading("Bodies of the Organization", 2))
    for body, commitments in answer.bodies:
        paragraphs = listed([one.id for one in commitments]) or "none"
        text = f"{body.name['en']}: nothing recorded on {counted(len(commitments), 'commitment')}: {paragraphs}."
        blocks.append(Paragraph(text, Role.QUIET))
    if answer.outside:
        names = listed([state.name["en"] for state in answer.outside])
        blocks.append(Paragraph(f"Not a member of the OAS on that day, and so not listed: {names}.", Role.QUIET))
    if answer.draft and any(one.what == "return" for state in answer.states for one in state.dues):
        blocks.append(Note("Returns", f"are asked for by a draft that was not seen adopted: {answer.draft}."))
    blocks += [Note("", SEEN), record_note()]
    return Document("Not on record", as_of_aside(answer.as_of), tuple(blocks))


def _of(dues: tuple[Due, ...], what: str) -> str:
    """The things of one sort, in words."""
    return "; ".join(_text(one) for one in dues if one.what == what) or "–"


def _text(one: Due) -> str:
    text = ROLE.get(one.about, one.about)
    if one.lapsed is not None:
        text += f" (lapsed: {one.lapsed.institution})"
    return text + (f" (by {day(one.by)})" if one.by else "")


def as_data(answer: Dues) -> Data:
    """Each thing not on record."""
    return {
        "format_version": FORMAT_VERSION,
        "as_of": answer.as_of.isoformat(),
        "states": [{"state": one.state.iso3, "due": [_data(due) for due in one.dues]} for one in answer.states],
        "bodies": [{"body": one.id, "commitments": [open.id for open in found]} for one, found in answer.bodies],
    }


def _data(one: Due) -> Data:
    return {
        "what": one.what,
        "about": one.about,
        "commitment": one.commitment,
        "by": one.by.isoformat() if one.by else None,
        "lapsed": one.lapsed.institution if one.lapsed else None,
    }


def as_rows(answer: Dues) -> list[Data]:
    """A line for each thing not on record."""
    return [
        {"as_of": answer.as_of.isoformat(), "state": one.state.iso3, **_data(due)}
        for one in answer.states
        for due in one.dues
    ]
