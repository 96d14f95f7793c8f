"""What lies ahead of a day: a line a day on a page, an entry a day in a calendar."""

from toc_treaties.document import Block, Cell, Document, cell, line_of, paragraph
from toc_treaties.document.days import CalendarDay, Days
from toc_treaties.model.action import Action, Invitation
from toc_treaties.model.when import span
from toc_treaties.pages.history import action_done
from toc_treaties.pages.scope import scoped, titled
from toc_treaties.pages.standings import day_cell, day_text
from toc_treaties.pages.tables import table
from toc_treaties.questions.calendar import Ahead, DaysAhead
from toc_treaties.words.calendar import AHEAD
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import NOT_THE_RECORD


def page(answer: DaysAhead, words: Words) -> Document:
    """The days ahead in their order, each with that from which it follows."""
    rows = [(_day(day, words), _state(day, words), _instrument(day, words), _what(day, words)) for day in answer.days]
    body: list[Block] = table("ahead", ("day", "state", "instrument", "what"), rows, words)
    if not rows:
        body = [paragraph(words.say("Nothing that is recorded here lies ahead of this day."))]
    said = words.say(
        "Days that follow from what was done on or before this day, and meetings recorded; plans, returns and "
        "questionnaires are not listed."
    )
    return scoped("calendar", words.say("Days ahead"), answer, body, answer.sources, words, said)


def days(answer: DaysAhead, words: Words) -> Days:
    """The same as entries of a calendar."""
    title = titled(words.say("Days ahead"), answer.scope, words)
    entries = tuple(_entry(day, answer, words) for day in answer.days)
    return Days(title, answer.as_of, words.language, entries)


def _entry(day: Ahead, answer: DaysAhead, words: Words) -> CalendarDay:
    """An entry: of a day that is not known, all days between which it lies, and its title says so."""
    whose = ", ".join(filter(None, (_state(day, words).text, _instrument(day, words).text)))
    event = _event(day, words)
    title = words.say("{whose}: {event}", whose=whose, event=event) if whose else event
    if day.marked:
        title = words.say("{what}, unconfirmed", what=title)
    if day.when.day is None:
        title = words.say("{what} (day not known: {when})", what=title, when=day.when)
    titles = {source.id: source for source in answer.sources}
    sources = [titles[id] for id in day.record.sources if id in titles]
    seen = [words.known("{title}, {url}", title=source.title, url=source.url) or source.title for source in sources]
    said = (_follows(day, words), *seen, words.say(NOT_THE_RECORD))
    last = day.until.latest if day.until else day.when.latest
    return CalendarDay(day.id, day.when.earliest, last, title, "\n".join(filter(None, said)))


def _day(day: Ahead, words: Words) -> Cell:
    if day.until is not None and day.until != day.when:
        return cell(words.when(span(day.when.earliest, day.until.latest)))
    return day_cell(day.when, day_text(day.when, day.day_marked, words), words)


def _what(day: Ahead, words: Words) -> Cell:
    """What happens; below it from what it follows, with its sources."""
    follows = _follows(day, words)
    below = (line_of(follows, cites=day.record.sources),) if follows or day.record.sources else ()
    return Cell(line_of(_event(day, words)), below, marked=day.marked)


def _event(day: Ahead, words: Words) -> str:
    if isinstance(day.record, Action | Invitation):
        return words.term(AHEAD, day.kind)
    return words.name(day.record.name)


def _follows(day: Ahead, words: Words) -> str:
    """The act from which a day follows, when an invitation was made, or where a meeting is."""
    match day.record:
        case Action() as action if day.instrument is not None:
            when = day_text(action.when, action.day_unconfirmed, words, words.within)
            return words.say("{done} {day}", done=action_done(action, day.instrument, words), day=when)
        case Invitation() as invitation:
            return words.known("invited {day}", day=invitation.decided and words.within(invitation.decided))
        case _:
            return getattr(day.record, "where", None) or ""


def _state(day: Ahead, words: Words) -> Cell:
    return cell(words.name(day.state.name) if day.state else "")


def _instrument(day: Ahead, words: Words) -> Cell:
    return cell(words.name(day.instrument.short) if day.instrument else "")
