"""Designations and notifications that treaties ask for, and what is on record: of a state, or under each article."""

from collections.abc import Iterable, Iterator

from toc_treaties.document import Block, Cell, Document, Heading, Layout, Line, Role, Span, cell, line_of, paragraph
from toc_treaties.model.state import Designation, State
from toc_treaties.pages.history import marked_article
from toc_treaties.pages.scope import names_text, scoped
from toc_treaties.pages.standings import mark_of
from toc_treaties.pages.tables import Row, column, sectioned, table
from toc_treaties.questions.authorities import AcrossInstrument, Authorities, StateAuthorities
from toc_treaties.questions.duties import DesignationOwed, Duty, RoleHeld
from toc_treaties.words.duties import DUTY
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import ROLE, STATEMENT_UNSEEN


def page(answer: Authorities, words: Words) -> Document:
    """One or more states: what is on record of each, and then what is not."""
    return _document(answer, [block for entry in answer.states for block in _state(entry, words)], words)


def overview_page(answer: Authorities, words: Words) -> Document:
    """Who holds each role, and under each article the parties of which something is on record."""
    roles = [(role, _holders(held, words)) for role, held in answer.by_role.items()]
    columns = (column("article", words, whole=True), "asked", "on_record_of")
    sections = [_instrument(across, answer, words) for across in answer.by_instrument]
    caption = words.count("Articles, across {n} state", "Articles, across {n} states", len(answer.states))
    keys = {_in_force(across, answer, words): across.instrument.id for across in answer.by_instrument}
    articles = sectioned("articles", columns, sections, words, caption=caption, keys=keys)
    return _document(answer, [*_roles(roles, words), *articles], words)


def _roles(roles: list[tuple[str, Line]], words: Words) -> list[Block]:
    """The roles that members are asked to fill, and others on record, each with who holds it."""
    none = line_of(words.say("nothing on record"), Role.QUIET)
    rows = ((cell(words.term(ROLE, role)), Cell(held or none)) for role, held in roles)
    caption = words.say("Roles: institutions known for a task, not notified under an article")
    return table("roles", ("role", "on_record"), rows, words, layout=Layout.LIST, caption=caption)


def _document(answer: Authorities, body: list[Block], words: Words) -> Document:
    title = words.say("Authorities and notifications by article")
    held = words.say("On record is what this register holds; more may have been notified to the depositary.")
    due = words.say("What an article asks is due of every party, unless a line under it says otherwise.")
    said = (held, due) if any(entry.owed for entry in answer.states) else (held,)
    return scoped("authorities", title, answer, body, answer.cited, words, *said)


def _state(entry: StateAuthorities, words: Words) -> Iterator[Block]:
    yield Heading(words.name(entry.state.name), 1, key=entry.state.iso3)
    yield from _roles([(held.role, _records(held, words)) for held in entry.roles], words)
    recorded = [owed for owed in entry.owed if owed.on_record or owed.lapsed]
    rows = ((*_asked(owed, words), Cell(_records(owed, words))) for owed in recorded)
    yield from table("on_record", ("article", "asked", "on_record"), rows, words, caption=words.say("On record"))
    missing = [owed for owed in entry.owed if owed not in recorded]
    sections = [
        (words.term(DUTY, duty), [_asked(owed, words) for owed in missing if owed.duty is duty]) for duty in Duty
    ]
    yield from sectioned("not_on_record", ("article", "asked"), sections, words, caption=words.say("Not on record"))
    if not entry.owed:
        yield paragraph(words.say("No instrument in force for it asks for a designation."), Role.QUIET)


def _asked(owed: DesignationOwed, words: Words) -> tuple[Cell, Cell]:
    """The article behind its instrument, and what it asks; of which parties alone."""
    article = f"{words.name(owed.instrument.short)} {marked_article(owed.due)}"
    return cell(article, marked=owed.marked), Cell(line_of(owed.due.what), tuple(_condition(owed, words)))


def _condition(owed: DesignationOwed, words: Words) -> Iterator[Line]:
    """Of which parties alone something is due, what shows that this is one of them, and what the article says of it."""
    if owed.due.condition is not None:
        yield line_of(words.say("only of {parties}", parties=owed.due.condition), Role.QUIET)
    if owed.met is not None:
        yield line_of(words.say("it is one of them"), Role.QUIET, cites=owed.met.sources)
    if owed.due.note is not None:
        yield line_of(owed.due.note, Role.QUIET)


def _records(found: DesignationOwed | RoleHeld, words: Words) -> Line:
    """What is on record of one state under an article or for a role, each with its sources, and what has lapsed."""
    spans = [Span(_designation(made, words), cites=made.sources) for made in found.designated]
    for made in found.statements if isinstance(found, DesignationOwed) else ():
        text = made.text or words.term(STATEMENT_UNSEEN, made.kind)
        spans.append(Span(text + mark_of(made), cites=made.sources))
    for past in found.lapsed:
        text = words.say("lapsed: {institution}", institution=_designation(past, words, lapsed=True))
        spans.append(Span(text, cites=past.sources))
    return tuple(part for span in spans for part in (Span(words.between_clauses), span))[1:]


def _designation(made: Designation, words: Words, *, lapsed: bool = False) -> str:
    """An institution, in its own language where that differs, and since when it was designated; until when it was."""
    local = f" ({made.local})" if made.local and made.local != made.institution else ""
    days = (
        words.known("since {day}", day=made.since),
        words.known("notified {day}", day=made.notified),
        words.say("until {day}", day=made.until) if made.until and lapsed else "",
        made.note or "",
    )
    return ", ".join([made.institution + local + mark_of(made), *filter(None, days)])


def _instrument(across: AcrossInstrument, answer: Authorities, words: Words) -> tuple[str, list[Row]]:
    """An instrument with the states for which it is in force, and its articles."""
    rows: list[Row] = []
    for article in across.articles:
        owed = article[0][1]._replace(met=None)
        asked = Cell(line_of(owed.due.what), tuple(_condition(owed, words)))
        rows.append(
            (cell(marked_article(owed.due)), asked, Cell(_holders(article, words, full=answer.scope.instruments_named)))
        )
    return _in_force(across, answer, words), rows


def _in_force(across: AcrossInstrument, answer: Authorities, words: Words) -> str:
    """For which states of the page an instrument is in force; the fewer of the two are named."""
    short = words.name(across.instrument.short)
    others = [entry.state for entry in answer.states if entry.state not in across.parties]
    if not others:
        return words.say("{instrument}: in force for all", instrument=short)
    if len(others) < len(across.parties):
        names = names_text(others, words)
        return words.say("{instrument}: in force for all but {states}", instrument=short, states=names)
    return words.say("{instrument}: in force for {states}", instrument=short, states=names_text(across.parties, words))


def _holders(pairs: Iterable[tuple[State, DesignationOwed | RoleHeld]], words: Words, *, full: bool = False) -> Line:
    """The states of which something is on record, with what it is where the page has room."""
    spans: list[Span] = []
    for state, found in pairs:
        records = _records(found, words)
        name = words.name(state.name)
        if records and full:
            spans += [Span(words.between_clauses), Span(words.say("{state}: ", state=name)), *records]
        elif found.designated or (isinstance(found, DesignationOwed) and found.statements):
            spans += [Span(", "), Span(name)]
        elif records:
            spans += [Span(", "), Span(words.say("{state} (lapsed)", state=name))]
    return tuple(spans[1:])
