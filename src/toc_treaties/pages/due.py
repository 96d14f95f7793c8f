"""What is not on record, as a page: what nearly all states share said once, then each state; of one state all."""

from collections.abc import Iterable, Iterator

from toc_treaties.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Layout,
    Role,
    Section,
    Span,
    Table,
    cell,
    line_of,
    paragraph,
)
from toc_treaties.model.state import State
from toc_treaties.pages.foot import closing
from toc_treaties.pages.scope import only_text, titled
from toc_treaties.pages.standings import as_of_aside, mark_of
from toc_treaties.questions.due import BodyDue, Due, Dues
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, ROLE

OTHERWISE = {"designation": "Role", "questionnaire": "Questionnaire", "return": "Return"}
"""Who asks, where no text does."""
ASKED = (Column("asked_by", "Asked by"), Column("not_on_record", "Not on record"))


def page(answer: Dues, words: Words) -> Document:
    """Of one state each thing that is not on record; of several what nearly all share, then a line for each."""
    body = [*(_of_one(answer, words) if len(answer.states) == 1 else _of_several(answer, words))]
    return Document(
        "due",
        titled(words.say("Not on record"), answer.scope, words),
        as_of_aside(answer.as_of),
        closing([*body, *_bodies(answer.bodies, words)], words, answer.sources, remarks=_remarks(answer, words)),
        words.language,
        answer.as_of,
    )


def _remarks(answer: Dues, words: Words) -> Iterator[str]:
    if len(answer.states) > 1:
        yield only_text(answer.scope, words)
    yield words.say("What is listed is not on record here; it may have been given and not be seen.")
    dues = [due for entry in answer.states for due in entry.dues]
    if any(due.asked_by for due in dues):
        yield words.say(
            "An article is listed where every party owes what it asks, or where its condition is known to be met."
        )
    if answer.draft and any(due.document == answer.draft for due in dues):
        yield words.say("{text}: a text that was not seen adopted.", text=words.name(answer.draft.short))
    if answer.outside:
        names = _names(answer.outside, words)
        yield words.say(
            "Not a member of the OAS on this day; only what treaties ask is listed: {states}.", states=names
        )


def _names(states: Iterable[State], words: Words) -> str:
    return words.listed(words.name(state.name) for state in states)


def _of_one(answer: Dues, words: Words) -> Iterator[Block]:
    (entry,) = answer.states
    yield Heading(words.name(entry.state.name), 1, key=entry.state.iso3)
    rows = tuple((_asker(due, words), _thing(due, words)) for due in entry.dues)
    yield Table("due", ASKED, (Section("", rows),)) if rows else paragraph(words.say("Nothing is listed."), Role.QUIET)


def _of_several(answer: Dues, words: Words) -> Iterator[Block]:
    shared = tuple((_asker(each.due, words), _thing(each.due, words, each.but)) for each in answer.shared)
    if shared:
        caption = words.say("Of all {n} states on this page, except those named", n=len(answer.states))
        yield Table("shared", ASKED, (Section("", shared),), caption=caption)
    rows = tuple(
        (cell(words.name(entry.state.name)), Cell(tuple(_in_line(entry.own, words))))
        for entry in answer.states
        if entry.own
    )
    if rows:
        columns = (Column("state", "State"), Column("not_on_record", "Not on record"))
        caption = words.say("Of each state, in addition") if shared else ""
        yield Table("states", columns, (Section("", rows),), caption=caption)
    others = [entry.state for entry in answer.states if not entry.own]
    if others and shared:
        yield paragraph(words.say("Nothing in addition: {states}.", states=_names(others, words)), Role.QUIET)
    elif others:
        yield paragraph(words.say("Nothing is listed: {states}.", states=_names(others, words)), Role.QUIET)


def _asker(due: Due, words: Words) -> Cell:
    """Who asks: the article of an instrument, the paragraph of a document, or a questionnaire."""
    if due.asked_by is not None:
        return cell(f"{words.name(due.asked_by.short)} {due.article}", marked=due.marked)
    if due.document is not None and due.commitment is not None:
        return cell(words.name(due.document.short), due.commitment.paragraph)
    return cell(words.term(OTHERWISE, due.what))


def _thing(due: Due, words: Words, but: tuple[State, ...] = ()) -> Cell:
    """What is asked, by when or at which meeting, what has lapsed; which states it does not concern."""
    below = [line_of(words.say("except {states}", states=_names(but, words)), Role.QUIET)] if but else []
    if due.meeting is not None:
        place = [due.meeting.where] if due.meeting.where else []
        told = ", ".join([words.name(due.meeting.name) + mark_of(due.meeting), words.when(due.meeting.begins), *place])
        below.insert(0, line_of(words.say("at the {meeting}", meeting=told), Role.QUIET, cites=due.meeting.sources))
    return Cell(tuple(_spans(due, words)), tuple(below))


def _spans(due: Due, words: Words) -> Iterator[Span]:
    about = words.term(ROLE, due.about)
    yield Span(words.say("return for {year}", year=about) if due.meeting else about)
    if due.by is not None:
        yield Span(words.say(" (by {day})", day=words.day(due.by)))
    if due.lapsed is not None:
        lapsed = due.lapsed.institution + mark_of(due.lapsed)
        yield Span(words.say(" (lapsed: {institution})", institution=lapsed), cites=due.lapsed.sources)


def _in_line(dues: tuple[Due, ...], words: Words) -> Iterator[Span]:
    """The things in a row: articles behind their instrument, others in words."""
    last = ""
    for due in dues:
        marked = MARK if due.marked else ""
        asker = words.name(due.asked_by.short) + marked if due.asked_by else ""
        gap = "" if not last else ", " if asker == last else "; "
        if due.asked_by is None:
            yield Span(gap)
            yield from _spans(due, words)
        else:
            yield Span(f"{gap}{due.article}" if asker == last else f"{gap}{asker} {due.article}")
            if due.lapsed is not None:
                lapsed = due.lapsed.institution + mark_of(due.lapsed)
                yield Span(words.say(" (lapsed: {institution})", institution=lapsed), cites=due.lapsed.sources)
        last = asker or due.what


def _bodies(bodies: tuple[BodyDue, ...], words: Words) -> Iterator[Block]:
    """Each body with the paragraphs on which nothing is recorded of it, by document."""
    rows = tuple((cell(words.name(entry.body.name)), cell(_paragraphs(entry, words))) for entry in bodies if entry.of)
    if rows:
        columns = (Column("body", "Body"), Column("not_on_record", "Nothing recorded on"))
        yield Table(
            "bodies",
            columns,
            (Section("", rows),),
            layout=Layout.LIST,
            caption=words.say("Bodies of the Organization: paragraphs on which nothing is recorded"),
        )


def _paragraphs(entry: BodyDue, words: Words) -> str:
    return words.joined(
        f"{words.name(document.short)}: {', '.join(commitment.paragraph for commitment in commitments)}"
        for document, commitments in entry.of
    )
