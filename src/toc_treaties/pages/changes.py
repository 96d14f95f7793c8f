"""What changed in a span of time: a line an act, with its entry into force; statements and memberships apart."""

from collections.abc import Iterator

from toc_treaties.document import Block, Cell, Document, cell, facts, paragraph
from toc_treaties.model.action import Action, Invitation, Statement, StatementKind
from toc_treaties.model.state import Period
from toc_treaties.pages.foot import cited_in, closing
from toc_treaties.pages.history import act_texts
from toc_treaties.pages.measure_lines import name_text
from toc_treaties.pages.scope import only_text, titled
from toc_treaties.pages.standings import day_text, mark_of
from toc_treaties.pages.statements import articles_text
from toc_treaties.pages.tables import Row, sectioned, table
from toc_treaties.questions.changes import Change, ChangeKind, Changes
from toc_treaties.questions.measure_changes import MeasureChange
from toc_treaties.words.changes import MEMBERSHIP, MEMBERSHIP_TO_COME, STATEMENT_ACT
from toc_treaties.words.language import Words
from toc_treaties.words.measures import KIND_NAME, STANDS
from toc_treaties.words.phrases import GROUPING, MARK

TABLES = {
    "acts": (Action, ("date", "state", "act", "instrument", "in_force")),
    "statements": (Statement, ("date", "state", "statement", "instrument")),
    "invitations": (Invitation, ("date", "state", "invitation", "instrument")),
    "memberships": (Period, ("date", "state", "membership", "organization")),
}
"""The tables of the page, each with the records that it holds and its columns."""
TOLD = ("act", "statement", "invitation", "membership", "instrument", "organization")
"""The columns that say what was done, and under or in what."""


def page(answer: Changes, words: Words, *, undated: bool = False) -> Document:
    """The changes in the order of their days; on request those of which only a bracket is known, apart."""
    told = (*answer.changes, *(answer.undated if undated else ()))
    cited = {id for change in told for id in change.record.sources}
    blocks: list[Block] = [*_limits(answer, words), *_tables(answer, answer.lines, words)]
    if not answer.changes:
        blocks.append(paragraph(_nothing(answer, words)))
    blocks += at_home(answer, words)
    more = ""
    if undated:
        caption = words.say("Day not known: between the two days given")
        blocks += _tables(answer, answer.undated_lines, words, "undated_", caption)
    elif answer.undated_lines:
        more = words.count(
            "{n} act whose day is not known may also lie in this span: --undated lists it.",
            "{n} acts whose days are not known may also lie in this span: --undated lists them.",
            len(answer.undated_lines),
        )
    sources = [source for source in answer.cited if source.id in cited]
    held = cited_in(blocks, [*answer.held.values()])
    later = words.say("What depositaries published later may be missing here.")
    first, last = words.day(answer.since), words.day(answer.until)
    return Document(
        "changes",
        titled(words.say("Changes"), answer.scope, words),
        words.say("{first} to {last}", first=first, last=last),
        closing(blocks, words, [*sources, *held], remarks=(more, later)),
        words.language,
        (answer.since, answer.until),
    )


def at_home(answer: Changes, words: Words) -> Iterator[Block]:
    """What states did at home, apart from the treaties, where that was asked."""
    alone = answer.scope.states_named and len(answer.scope.states) == 1
    keys = ("date", "act", "measure") if alone else ("date", "state", "act", "measure")
    rows = []
    for change in answer.measures:
        measure = change.standing.measure
        named = words.say("{kind}: {name}", kind=words.term(KIND_NAME, measure.kind), name=name_text(measure))
        cells = {
            "date": cell(words.when(change.when), value=change.when),
            "state": cell(words.name(change.state.name)),
            "act": cell(words.term(STANDS, change.event)),
            "measure": cell(named, cites=change.standing.cited, marked=change.standing.marked),
        }
        rows.append(tuple(cells[key] for key in keys))
    caption = words.say("On record at home; a record is no assessment")
    yield from table("measures", keys, rows, words, caption=caption)


def event_text(change: Change, answer: Changes, words: Words) -> str:
    """One change in a line: of which state, what was done, under which instrument or in which organization."""
    cells = _cells(change, answer, words)
    done = (cells[key] for key in TOLD if key in cells)
    named = ", ".join(shown.text + (MARK if shown.marked else "") for shown in done if shown.text)
    return words.say("{state}: {what}", state=change.state.name, what=named)


def measure_text(change: MeasureChange, words: Words) -> str:
    """One change at home in a line: of which state, what became of what."""
    measure = change.standing.measure
    named = words.say("{kind}: {name}", kind=words.term(KIND_NAME, measure.kind), name=measure.title)
    what = ", ".join((words.term(STANDS, change.event), named + mark_of(measure)))
    return words.say("{state}: {what}", state=change.state.name, what=what)


def _nothing(answer: Changes, words: Words) -> str:
    """That nothing is recorded, and how far what was seen reaches, where that is not the whole span.

    Where something is told of what was done at home, nothing is recorded of treaties and memberships alone.
    """
    nothing = words.say("Nothing is recorded in this span")
    undated = words.say("no dated source on what was asked was seen")
    if answer.measures:
        nothing = words.say("Of treaties and memberships nothing is recorded in this span")
        undated = words.say("no dated source on them was seen")
    if answer.newest is None:
        return words.say("{clauses}.", clauses=words.joined((nothing, undated)))
    if answer.newest.latest >= answer.until:
        return words.say("{clauses}.", clauses=nothing)
    later = words.say("the newest source on them is of {day}: what was done later was not seen", day=answer.newest)
    if not answer.measures:
        later = words.say(
            "the newest source on what was asked is of {day}: what was done later was not seen", day=answer.newest
        )
    return words.say("{clauses}.", clauses=words.joined((nothing, later)))


def _limits(answer: Changes, words: Words) -> list[Block]:
    """Since which meeting, and what the page is limited to."""
    blocks: list[Block] = []
    meeting, only = answer.meeting, only_text(answer.scope, words)
    if meeting is not None:
        named = words.joined((words.name(meeting.name), words.when(meeting.begins)))
        blocks.append(facts((words.say("Since"), named)))
    return [*blocks, paragraph(only)] if only else blocks


def _tables(answer: Changes, told: list[Change], words: Words, key: str = "", caption: str = "") -> Iterator[Block]:
    """Acts, statements, invitations and memberships; no table that is empty, no state's name where it is one's page."""
    alone = answer.scope.states_named and len(answer.scope.states) == 1
    for name, (kind, every) in TABLES.items():
        keys = [key for key in every if key != "state" or not alone]
        changes = [change for change in told if isinstance(change.record, kind)]
        yield from sectioned(key + name, keys, _sections(changes, keys, answer, words), words, caption=caption)


def _sections(changes: list[Change], keys: list[str], answer: Changes, words: Words) -> Iterator[tuple[str, list[Row]]]:
    """Acts before the span apart from its own."""
    earlier = [change for change in changes if change.told_on.latest < answer.since]
    own = words.say("Acts in this span") if earlier else ""
    parts = ((words.say("Acts before this span that take effect in it"), earlier), (own, changes[len(earlier) :]))
    for heading, part in parts:
        rows = [_cells(change, answer, words) for change in part]
        yield heading, [tuple(cells[key] for key in keys) for cells in rows]


def _cells(change: Change, answer: Changes, words: Words) -> dict[str, Cell]:
    """Date, State, what was done, under which instrument, and what follows from it."""
    cells = {
        "date": cell(day_text(change.told_on, change.day_marked, words), value=change.told_on),
        "state": cell(words.name(change.state.name)),
        "instrument": cell(words.name(change.instrument.short) if change.instrument else ""),
    }
    match change.record:
        case Statement() as statement:
            cells["statement"] = _statement(change, statement, words)
        case Invitation() as invitation:
            cells["invitation"] = _invitation(change, invitation, words)
        case Action() as action:
            cells |= {"act": _act(change, action, words), "in_force": _effect(change, answer, words)}
        case Period():
            phrases = {**MEMBERSHIP, **MEMBERSHIP_TO_COME} if change.when.latest > answer.read_on else MEMBERSHIP
            cells["membership"] = cell(words.term(phrases, change.membership), marked=change.marked)
            cells["organization"] = cell(words.term(GROUPING, change.organization))
    return cells


def _act(change: Change, action: Action, words: Words) -> Cell:
    """An act in one line; below it what is special about it, and that a reservation came with it."""
    if change.with_parent or change.instrument is None:
        return cell(words.say("left with the parent instrument"), marked=change.marked)
    reservations = sum(one.kind is StatementKind.RESERVATION and one.made is None for one in action.statements)
    made = words.count("with a reservation", "with {n} reservations", reservations) if reservations else ""
    return cell(*act_texts(action, change.instrument, words), made, marked=change.marked)


def _statement(change: Change, statement: Statement, words: Words) -> Cell:
    """A statement made, or withdrawn, with its articles and its substance where that was seen."""
    what = words.term(STATEMENT_ACT[change.kind], statement.kind)
    on = articles_text(statement.articles, "", words) if statement.articles else ""
    text = statement.text or words.say("text not seen")
    return cell(words.joined((what, on)), text, marked=change.marked)


def _invitation(change: Change, invitation: Invitation, words: Words) -> Cell:
    made = words.known("made, until {day}", day=invitation.until) or words.say("made")
    return cell(words.say("lapsed") if change.kind is ChangeKind.INVITATION_END else made, marked=change.marked)


def _effect(change: Change, answer: Changes, words: Words) -> Cell:
    """The entry into force that follows from an act, or the day on which a notice takes effect."""
    leaves = change.ends is not None or change.kind is ChangeKind.EXIT
    when = change.ends or change.in_force if change.kind is ChangeKind.ACTION else change.when
    if when is None:
        return cell("")
    day, ahead = day_text(when, change.day_marked, words), when.latest > answer.read_on
    if leaves:
        day = day_text(when, change.day_marked, words, words.within)
        return cell(words.say("ends {day}", day=day) if ahead else words.say("ended {day}", day=day))
    return cell(words.say("{day}, to come", day=day) if ahead else day, value=when)
