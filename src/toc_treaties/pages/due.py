"""What is not on record, as a page: what nearly all states share said once, then each state; of one state all."""

from collections.abc import Iterator

from toc_treaties.document import Block, Cell, Document, Heading, Layout, Line, Role, Span, cell, line_of, paragraph
from toc_treaties.model.state import State
from toc_treaties.pages.scope import names_text, scoped
from toc_treaties.pages.standings import mark_of
from toc_treaties.pages.tables import table
from toc_treaties.questions.due import BodyDue, Due, Dues
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import MARK, ROLE

OTHERWISE = {"designation": "Role", "questionnaire": "Questionnaire", "return": "Return"}
"""Who asks, where no text does."""


def page(answer: Dues, words: Words) -> Document:
    """Of one state each thing that is not on record; of several what nearly all share, then a line for each."""
    body = [*(_of_one(answer, words) if len(answer.states) == 1 else _of_several(answer, words))]
    body += _bodies(answer, words)
    return scoped("due", words.say("Not on record"), answer, body, answer.sources, words, *_remarks(answer, words))


def _remarks(answer: Dues, words: Words) -> Iterator[str]:
    yield words.say("What is listed is not on record here; it may have been given and not be seen.")
    dues = [due for entry in answer.states for due in entry.dues]
    if any(due.asked_by for due in dues):
        yield words.say("An article is listed where all parties owe what it asks, or its condition is known to be met.")
    if any(each.but for each in answer.shared):
        yield words.say("Except: it is on record of these states, is not asked of them, or is said below of them.")
    if answer.draft and any(due.document == answer.draft for due in dues):
        yield words.say("{text}: a text that was not seen adopted.", text=answer.draft.short)
    if answer.outside:
        names = names_text(answer.outside, words)
        yield words.say("Not a member of the OAS on this day; only what treaties ask is listed: {names}.", names=names)


def _of_one(answer: Dues, words: Words) -> Iterator[Block]:
    (entry,) = answer.states
    yield Heading(words.name(entry.state.name), 1, key=entry.state.iso3)
    rows = ((_asker(due, words), _thing(due, words)) for due in entry.dues)
    nothing = paragraph(words.say("Nothing is listed."), Role.QUIET)
    yield from table("due", ("asked_by", "not_on_record"), rows, words) or [nothing]


def _of_several(answer: Dues, words: Words) -> Iterator[Block]:
    shared = [(_asker(each.due, words), _thing(each.due, words, each.but)) for each in answer.shared]
    caption = words.say("Of all {n} states on this page, except those named", n=len(answer.states))
    yield from table("shared", ("asked_by", "not_on_record"), shared, words, caption=caption)
    own = [(cell(words.name(each.state.name)), Cell(dues_line(each.own, words))) for each in answer.states if each.own]
    caption = words.say("Of each state, in addition") if shared else ""
    yield from table("states", ("state", "not_on_record"), own, words, caption=caption)
    others = [entry.state for entry in answer.states if not entry.own]
    if others and (own or not shared):
        message = words.say("Nothing in addition: {names}.", names=names_text(others, words))
        nothing = words.say("Nothing is listed: {names}.", names=names_text(others, words))
        yield paragraph(message if shared else nothing, Role.QUIET)


def _asker(due: Due, words: Words) -> Cell:
    """Who asks: the article of an instrument, the paragraph of a document, or a questionnaire."""
    if due.asked_by is not None:
        return cell(f"{words.name(due.asked_by.short)} {due.article}", marked=due.marked)
    if due.document is not None and due.commitment is not None:
        document, paragraph = words.name(due.document.short), due.commitment.paragraph
        return cell(document, paragraph) if due.meeting else cell(f"{document} {paragraph}")
    return cell(words.term(OTHERWISE, due.what))


def _thing(due: Due, words: Words, but: tuple[State, ...] = ()) -> Cell:
    """What is asked, by when or at which meeting, what has lapsed; which states it does not concern."""
    below: list[Line] = []
    if due.meeting is not None:
        days = (words.name(due.meeting.name) + mark_of(due.meeting), words.when(due.meeting.begins), due.meeting.where)
        told = words.say("at the {meeting}", meeting=", ".join(filter(None, days)))
        below.append(line_of(told, Role.QUIET, cites=due.meeting.sources))
    if but:
        below.append(line_of(words.say("except {names}", names=names_text(but, words)), Role.QUIET))
    return Cell((Span(_about(due, words)), *_lapsed(due, words)), tuple(below))


def _about(due: Due, words: Words) -> str:
    about = words.term(ROLE, due.about)
    if due.meeting is not None:
        return words.say("return for {year}", year=about)
    return words.say("{what}, by {day}", what=about, day=due.by) if due.by else about


def _lapsed(due: Due, words: Words) -> Line:
    if due.lapsed is None:
        return ()
    institution = due.lapsed.institution + mark_of(due.lapsed)
    return (Span(words.say(" (lapsed: {institution})", institution=institution), cites=due.lapsed.sources),)


def dues_line(dues: tuple[Due, ...], words: Words) -> Line:
    """The things in a row: articles behind their instrument, others in words."""
    spans: list[Span] = []
    last = None
    for due in dues:
        asker = words.name(due.asked_by.short) + (MARK if due.marked else "") if due.asked_by else None
        again = asker is not None and asker == last
        text = due.article or "" if again else f"{asker} {due.article}" if asker else _about(due, words)
        spans += [Span(", " if again else words.between_clauses), Span(text), *_lapsed(due, words)]
        last = asker
    return tuple(spans[1:])


def _bodies(answer: Dues, words: Words) -> list[Block]:
    """Each body with the paragraphs on which nothing is recorded of it, by document."""
    owing = [entry for entry in answer.bodies if entry.of]
    rows = ((cell(words.name(entry.body.name)), cell(_paragraphs(entry, words))) for entry in owing)
    caption = words.say("Bodies of the Organization: paragraphs on which nothing is recorded")
    return table("bodies", ("body", "paragraphs"), rows, words, layout=Layout.LIST, caption=caption)


def _paragraphs(entry: BodyDue, words: Words) -> str:
    asked = ((document, ", ".join(commitment.paragraph for commitment in of)) for document, of in entry.of)
    return words.joined(
        words.say("{of}: {entry}", of=document.short, entry=paragraphs) for document, paragraphs in asked
    )
