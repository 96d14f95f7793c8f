"""Designations and notifications that parties owe, and what is on record, as a page."""

from collections.abc import Iterator

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    Document,
    Footnote,
    Heading,
    Role,
    Section,
    Table,
    cell,
    facts,
    line_of,
    paragraph,
)
from toc_treaties.model.action import Statement
from toc_treaties.model.state import Designation
from toc_treaties.pages.standings import as_of_aside, evidence_note, mark_note, mark_of, record_note, sources_text
from toc_treaties.questions.authorities import Authorities, StateAuthorities
from toc_treaties.questions.duties import DesignationOwed, RoleHeld
from toc_treaties.words.dates import when
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, ROLE, capital

COLUMNS = (
    Column("instrument", "Instrument"),
    Column("article", "Article", whole=True),
    Column("what", "What"),
    Column("on_record", "On record"),
)
SORTS = (
    "due",
    "due on a condition that is not known to be met",
    "to be designated or desirable, no notification asked for",
    "may be given",
)
NONE_SEEN = "none on record here"


def page(answer: Authorities, words: Words) -> Document:
    """One or more states: what each owes under the instruments in force for it."""
    blocks: list[Block] = []
    for one in answer.states:
        blocks.append(Heading(one.state.name["en"], 1))
        blocks += _state(one)
    ids = _ids(answer)
    blocks.append(evidence_note(tuple(one for id, one in answer.sources.items() if id in ids), 0))
    blocks.append(
        facts(("On record", "in this register; what was notified may be with the depositary and not be seen here."))
    )
    everything = [owed for one in answer.states for owed in one.owed]
    if any(owed.due.unconfirmed for owed in everything):
        blocks.append(Footnote(MARK, line_of("at an article: its text was not seen.")))
    if any(owed.marked for owed in everything):
        blocks.append(Footnote(MARK, line_of("at an instrument: no source shows that it binds the state.")))
    blocks += mark_note(_recorded_in(answer), "an institution or a statement")
    blocks.append(record_note())
    return Document(
        "authorities",
        "Authorities and notifications by article",
        as_of_aside(answer.as_of),
        tuple(blocks),
        words.language,
        answer.as_of,
    )


def _ids(answer: Authorities) -> set[str]:
    """The sources of everything on record."""
    ids = {id for made in _recorded_in(answer) for id in made.sources}
    return ids | {id for one in answer.states for owed in one.owed if owed.met for id in owed.met.sources}


def _recorded_in(answer: Authorities) -> Iterator[Designation | Statement]:
    """The designations and statements on the page."""
    for one in answer.states:
        for held in one.roles:
            yield from (*held.designated, *held.lapsed)
        for owed in one.owed:
            yield from (*owed.designated, *owed.lapsed)
            yield from owed.statements


def _state(one: StateAuthorities) -> list[Block]:
    blocks: list[Block] = [facts((capital(ROLE.get(held.role, held.role)), _held_text(held))) for held in one.roles]
    sections = []
    for heading in dict.fromkeys(SORTS):
        rows = tuple(_row(owed) for owed in one.owed if _sort(owed) == heading)
        if rows:
            sections.append(Section(heading, rows))
    if not sections:
        text = "None of the instruments asked about is in force for it and asks for a designation."
        return [*blocks, paragraph(text, Role.QUIET)]
    return [*blocks, Table("authorities", COLUMNS, tuple(sections))]


def _sort(owed: DesignationOwed) -> str:
    """Which of the sorts a designation is of, for this party."""
    due, conditional, asked, allowed = SORTS
    if owed.is_due:
        return due
    return conditional if owed.due.due else allowed if owed.due.may else asked


def _held_text(held: RoleHeld) -> str:
    """Who holds a role, since when, and who held it before."""
    texts = []
    for one in held.designated:
        local = f" ({one.local})" if one.local and one.local != one.institution else ""
        notified = f", notified {when(one.notified)}" if one.notified else ""
        texts.append(_named(one) + local + notified + sources_text(one.sources))
    texts += [_lapsed(one) for one in held.lapsed]
    return "; ".join(texts) or NONE_SEEN


def _row(owed: DesignationOwed) -> tuple[Cell, ...]:
    mark = MARK if owed.due.unconfirmed else ""
    below = "; ".join(text for text in (_condition(owed), owed.due.note) if text)
    recorded, role = _recorded(owed)
    return (
        cell(owed.instrument.short["en"], marked=owed.marked),
        cell(owed.due.article + mark),
        cell(owed.due.what, below),
        cell(recorded, role=role),
    )


def _condition(owed: DesignationOwed) -> str:
    """Of which parties alone it is due, and what shows that this is one of them."""
    if owed.due.condition is None:
        return ""
    met = f"; met{sources_text(owed.met.sources)}" if owed.met else ""
    return f"only of {owed.due.condition}{met}"


def _recorded(owed: DesignationOwed) -> tuple[str, Role]:
    texts = [
        _named(one) + (f" ({one.note})" if one.note else "") + sources_text(one.sources) for one in owed.designated
    ]
    texts += [
        (one.text or f"a {one.kind} was made; its text was not seen") + mark_of(one) + sources_text(one.sources)
        for one in owed.statements
    ]
    texts += [_lapsed(one) for one in owed.lapsed]
    return ("; ".join(texts), Role.PLAIN) if texts else (NONE_SEEN, Role.QUIET)


def _lapsed(one: Designation) -> str:
    return f"lapsed: {one.institution}{mark_of(one)}{sources_text(one.sources)}"


def _named(one: Designation) -> str:
    since = f" (since {when(one.since)})" if one.since else ""
    return one.institution + mark_of(one) + since
