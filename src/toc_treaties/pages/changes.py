"""What changed in a span of time, a sentence each."""

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    Document,
    Footnote,
    Heading,
    Layout,
    Role,
    Section,
    Table,
    cell,
    line_of,
    paragraph,
)
from toc_treaties.model.action import Kind
from toc_treaties.pages.history import action_done
from toc_treaties.pages.standings import evidence_note, record_note
from toc_treaties.questions.changes import Change, ChangeKind, Changes
from toc_treaties.words.dates import day, when
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import DAY_MARK, DAY_MARK_MEANS, capital, counted, the, the_grouping

OBJECT = {
    Kind.ACCESSION: " to",
    Kind.SUCCESSION: " to",
    Kind.CONSENT_TO_BE_BOUND: " by",
    Kind.DENUNCIATION: " of",
    Kind.REVOCATION: " under",
    Kind.SIGNATURE_SUCCESSION: " of",
    Kind.SIGNATURE_WITHDRAWAL: " of",
    Kind.INSTRUMENT_WITHDRAWAL: " under",
    Kind.NO_INTENTION: " to",
    Kind.SUSPENSION: " of",
    Kind.LODGED: " under",
}
"""What joins an act to its instrument, where it is not its plain object: acceded to UNCAC."""


def page(answer: Changes, words: Words, only: str = "", *, undated: bool = False) -> Document:
    """The changes in order; on request those of which only a bracket is known. `only` says what the page is limited to.

    A bracket is no dated event: without the request, the page says how many there are.
    """
    blocks: list[Block] = [
        paragraph(f"{counted(len(answer.changes), 'change')} from {day(answer.since)} to {day(answer.until)}.")
    ]
    if only:
        blocks.append(paragraph(only))
    if answer.changes:
        columns = (Column("date", "Date", whole=True), Column("change", "Change"))
        rows = tuple((_date_cell(one), _sentence_cell(one)) for one in answer.changes)
        blocks.append(Table("changes", columns, (Section("", rows),), layout=Layout.LIST))
    shown = (*answer.changes, *(answer.undated if undated else ()))
    if answer.undated and not undated:
        more = counted(len(answer.undated), "act or effect", "acts or effects")
        blocks.append(paragraph(f"{capital(more)} whose day is not known can end in this span: --undated.", Role.QUIET))
    if answer.undated and undated:
        blocks.append(Heading("Date not known", 2))
        columns = (Column("between", "Between", whole=True), Column("change", "Change"))
        rows = tuple((cell(when(one.when), value=one.when), _sentence_cell(one)) for one in answer.undated)
        blocks.append(Table("changes", columns, (Section("", rows),), layout=Layout.LIST))
    blocks.append(
        paragraph(
            "A month or a year stands at its last day; what was recorded later may still be missing here.", Role.QUIET
        )
    )
    ids = {id for one in shown for record in (one.action, one.period) if record for id in record.sources}
    cited = tuple(source for source in answer.cited if source.id in ids)
    blocks.append(evidence_note(cited, sum(one.marked for one in shown)))
    if any(one.day_marked for one in shown):
        blocks.append(Footnote(DAY_MARK, line_of(f"{DAY_MARK_MEANS}.")))
    blocks.append(record_note())
    return Document(
        "changes",
        "Changes",
        f"{day(answer.since)} to {day(answer.until)}",
        tuple(blocks),
        words.language,
        (answer.since, answer.until),
    )


def _date_cell(one: Change) -> Cell:
    return cell(_date(one) + (DAY_MARK if one.day_marked else ""), value=one.when)


def _date(one: Change) -> str:
    """The date as in the data formats, which sort as they read."""
    if one.when.day is not None:
        return one.when.day.isoformat()
    return when(one.when) if one.when.bracketed else one.when.text


def _sentence_cell(one: Change) -> Cell:
    return cell(sentence(one), marked=one.marked)


def sentence(one: Change) -> str:
    """What happened, with the entry into force that follows."""
    name = one.state.name["en"]
    match one.kind:
        case ChangeKind.MEMBERSHIP:
            return _membership(one)
        case ChangeKind.ENTRY_INTO_FORCE:
            enters = "will enter into force" if one.ahead else "entered into force"
            return capital(f"{_instrument(one)} {enters} for {name}")
        case ChangeKind.EXIT:
            return f"{name} {_ceases(one)} to be party to {_instrument(one)}"
        case ChangeKind.ACTION:
            later = f"; in force for it {_in_force(one)}" if one.in_force is not None else ""
            return f"{name} {_done(one)}{later}"


def _ceases(one: Change) -> str:
    return "will cease" if one.ahead else "ceased"


def _in_force(one: Change) -> str:
    assert one.in_force is not None  # noqa: S101 - asked only where there is one
    return one.in_force.day.isoformat() if one.in_force.day else when(one.in_force)


def _instrument(one: Change) -> str:
    return the(one.instrument.short["en"]) if one.instrument else ""


def _done(one: Change) -> str:
    """The action with its object: acceded to UNCAC, ratified UNTOC."""
    assert one.action is not None  # noqa: S101 - only an action is done
    assert one.instrument is not None  # noqa: S101 - an action has its instrument
    area = f" in {one.action.area}" if one.action.area else ""
    return f"{action_done(one.action, one.instrument)}{OBJECT.get(one.action.kind, '')} {_instrument(one)}{area}"


def _membership(one: Change) -> str:
    """A membership's beginning, end or change of status: joined, became a full member, was suspended."""
    organization = the_grouping(one.organization or "")
    status = one.period.status if one.period else "member"
    before = one.before.status if one.before else None
    name = one.state.name["en"]
    as_associate = " as an associate" if status == "associate" else ""
    if not one.joins:
        return f"{name} {_ceases(one)} to be a member of {organization}{as_associate}"
    if status == "suspended":
        return f"{name} was suspended from {organization}"
    match before:
        case None:
            return f"{name} joined {organization}{as_associate}"
        case "suspended":
            return f"{name} was no longer suspended from {organization}"
        case _:
            return f"{name} became {'an associate' if as_associate else 'a full member'} of {organization}"
