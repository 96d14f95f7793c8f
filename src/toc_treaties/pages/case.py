"""One state under one instrument as rows: each act and computed day in order, and what shows them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from toc_treaties.document import Block, Cell, Layout, Line, Role, Span, cell, line_of
from toc_treaties.law.gap import is_old
from toc_treaties.law.history import Event, EventKind
from toc_treaties.law.outcome import OUTSIDE, StandingKind
from toc_treaties.law.statements import can_be_objected_to
from toc_treaties.model.action import Action, Conflict, Invitation, NoneSeen
from toc_treaties.model.state import Designation
from toc_treaties.model.when import When
from toc_treaties.pages.history import event_text, reason, route_texts, rule_text
from toc_treaties.pages.standings import day_text, mark_of, seen_text
from toc_treaties.pages.statements import statement_text
from toc_treaties.pages.tables import Row, gathered, table
from toc_treaties.questions.case import Case
from toc_treaties.words.acts import INVITATION
from toc_treaties.words.language import Words

DAY_ALONE = re.compile(r"\d{4}(-\d\d){0,2}")
"""A conflict that is nothing but a day speaks of the day of the act."""


def acts_table(item: Case, words: Words, caption: str = "") -> list[Block]:
    """All that is recorded of a state under an instrument and computed from it; a line for each."""
    rows = _rows(item, words)
    return table(item.instrument.id, ("date", "event"), rows, words, layout=Layout.LIST, caption=caption)


def together(clauses: Iterable[Line], words: Words) -> Line:
    """Clauses that each cite their own sources, in one line."""
    spans: list[Span] = []
    for clause in clauses:
        spans += [Span(words.between_clauses, Role.QUIET), *clause] if spans and clause else clause
    return tuple(spans)


def _rows(item: Case, words: Words) -> Iterator[Row]:
    yield from (row for _, row in sorted(_dated_rows(item, words), key=lambda dated: dated[0]))
    why = reason(item, words)
    if why:
        yield (cell(""), cell(why, role=Role.QUIET, cites=_sources_of_reason(item)))
    seen = seen_text(item.standing, item.as_of, words)
    if seen and (is_old(item.standing, item.as_of) or len(item.standing.evidence.days) > 1):
        yield (cell(""), cell(seen, role=Role.QUIET))
    yield from (_designation_row(designation, words) for designation in item.designations)


def _dated_rows(item: Case, words: Words) -> Iterator[tuple[date, Row]]:
    """Acts, effects, and what shows that there was none, each with the day by which it is ordered."""
    for event in item.events:
        row = _act_row(event, item, words) if event.kind is EventKind.ACTION else _effect_row(event, item, words)
        yield event.when.earliest, row
    if item.standing.name not in OUTSIDE:
        for seen in item.cell.none_seen:
            yield seen.as_of.latest if seen.as_of else date.max, _none_seen_row(seen, item, words)
    for invitation in item.cell.invitations:
        decided = invitation.decided
        yield decided.earliest if decided else date.max, _invitation_row(invitation, words)


def _sources_of_reason(item: Case) -> tuple[str, ...]:
    """The sources of what was looked for, or of an act that came later; a clause is the instrument's own."""
    if item.standing.name is StandingKind.NO_INFORMATION:
        record = item.standing.against or next(iter(item.cell.no_information), None)
        return record.sources if record else ()
    if item.standing.acted_later or item.standing.name is StandingKind.NOT_OPEN:
        told = (action for action in item.cell.actions if item.standing.acted_later or action.route)
        return tuple(dict.fromkeys(id for action in told for id in action.sources))
    return ()


def _day(when: When | None, words: Words, unseen: str | None = None) -> Cell:
    return cell(day_text(when, unseen, words), value=when)


def _effect_row(event: Event, item: Case, words: Words) -> Row:
    effect = event_text(event, item, words)
    rule = rule_text(event, item.instrument, item.parent, words)
    shown = words.known("{event}: {rule}", event=effect, rule=rule) or effect
    return _day(event.when, words, event.action.day_unconfirmed), cell(shown, role=Role.GOOD)


def _act_row(event: Event, item: Case, words: Words) -> Row:
    action = event.action
    done = line_of(event_text(event, item, words) + mark_of(action), cites=action.sources)
    statements = (
        line_of(statement_text(statement, words, item.reserving), Role.QUIET, cites=statement.sources)
        for statement in action.statements
    )
    objections = _objections(item, words) if action is _reserving(item) else ()
    below = (together(_remarks(action, item, words), words), *statements, *objections)
    return _day(event.when, words, action.day_unconfirmed), Cell(done, tuple(text for text in below if text))


def _reserving(item: Case) -> Action | None:
    """The last act with which a state made what can be a reservation."""
    return next((act for act in reversed(item.standing.actions) if can_be_objected_to(act.statements)), None)


def _objections(item: Case, words: Words) -> Iterator[Line]:
    """What other states objected to its reservation, each objection once with all that made it."""
    makers = gathered(
        ((statement_text(made, words), made.sources), words.name(by.name)) for by, made in item.objections
    )
    for (text, cites), names in makers.items():
        told = words.say("{states}: {text}", states=words.listed(names), text=text)
        yield line_of(told, Role.QUIET, cites=cites)


def _remarks(action: Action, item: Case, words: Words) -> Iterator[Line]:
    """What is recorded of an act beside its kind and day."""
    for text in _remark_texts(action, item, words):
        yield line_of(text, Role.QUIET)
    if action.in_force_seen:
        yield line_of(words.say("listed as in force"), Role.QUIET, cites=action.in_force_seen)
    yield from (conflict_line(conflict, words) for conflict in action.conflict)
    yield line_of(action.note or "", Role.QUIET)


def _remark_texts(action: Action, item: Case, words: Words) -> Iterator[str]:
    yield words.known("unconfirmed: {why}", why=action.unconfirmed)
    yield words.known("day unconfirmed: {why}", why=action.day_unconfirmed)
    yield words.known("as recorded: {what}", what=action.as_recorded)
    yield words.known("depositary notification {number}", number=action.depositary_notification)
    yield words.known("ratified at home {day}", day=action.ratified_at_home)
    yield action.gazette or ""
    yield from route_texts(action, item, words)


def conflict_line(conflict: Conflict, words: Words) -> Line:
    """What is said otherwise, by which source, or that none was seen; and why the record was kept."""
    what, is_day = words.date_alone(conflict.says), bool(DAY_ALONE.fullmatch(conflict.says))
    if conflict.unconfirmed:
        also = {"what": what + mark_of(conflict), "why": conflict.unconfirmed}
        said = words.say("the day is also given as {what}: {why}", **also)
        said = said if is_day else words.say("also given as {what}: {why}", **also)
    elif is_day:
        said = words.say("another source gives the day as {what}", what=what)
    else:
        said = words.say("another source says: {what}", what=what)
    reading = line_of(said, Role.QUIET, cites=conflict.sources)
    return together((reading, line_of(conflict.why or "", Role.QUIET)), words)


def _none_seen_row(seen: NoneSeen, item: Case, words: Words) -> Row:
    before = (action for action in item.standing.actions if seen.as_of and action.when.earliest <= seen.as_of.latest)
    if seen.as_of is None:
        text = words.say("no act seen, undated")
    else:
        text = words.say("no later act seen") if any(before) else words.say("no act seen")
    line = line_of(text + mark_of(seen), Role.QUIET, cites=seen.sources)
    return _day(seen.as_of, words), Cell(together((line, line_of(seen.note or "", Role.QUIET)), words))


def _invitation_row(invitation: Invitation, words: Words) -> Row:
    """An invitation with its end, where that is known; or that a source shows none."""
    code = (
        "none" if invitation.none else "until" if invitation.until else "open" if invitation.until_known else "not_seen"
    )
    text = words.say(INVITATION[code], day=invitation.until)
    return _day(invitation.decided, words), cell(text + mark_of(invitation), cites=invitation.sources)


def _designation_row(designation: Designation, words: Words) -> Row:
    """An authority named under an article, with the days of its notification and end where they were seen."""
    article, institution = designation.article or "", designation.institution + mark_of(designation)
    named = words.say("designated under art. {article}: {institution}", article=article, institution=institution)
    notified = words.known("notified {day}", day=designation.notified)
    until = words.known("until {day}", day=designation.until)
    text = words.joined((named, notified, until, designation.note or ""))
    return _day(designation.since, words), cell(text, cites=designation.sources)
