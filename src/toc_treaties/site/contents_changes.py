"""What was done and what lies ahead: changes, consents over time, days ahead."""

from collections.abc import Iterator

from toc_treaties.document.frame import Frame
from toc_treaties.pages import site_changes
from toc_treaties.pages.calendar import days
from toc_treaties.questions.brief import last_meeting
from toc_treaties.questions.calendar import DaysAhead, days_ahead
from toc_treaties.questions.changes import Changes, recent
from toc_treaties.questions.progress import STRATEGY, progress
from toc_treaties.site.leaves import Attached, Leaf
from toc_treaties.site.shelf import Shelf
from toc_treaties.words.language import Words
from toc_treaties.writers import atom, ics
from toc_treaties.writers.sheet import Sheet


def leaves(shelf: Shelf) -> Iterator[Leaf]:
    """The pages on time, each leading to the others."""
    register, scope, day = shelf.register, shelf.scope, shelf.as_of
    more = (
        ("changes", shelf.section("changes")),
        ("progress", shelf.aspect("progress")),
        ("calendar", shelf.aspect("calendar")),
    )
    yield Leaf(
        "changes",
        "changes",
        shelf.section("changes"),
        "changes",
        lambda: recent(register, scope, day, last_meeting(register.meetings, day)),
        own=site_changes.page,
        more=more,
        attached=(Attached(atom.NAME, "Atom", atom.MEDIA, _feed),),
    )
    yield Leaf(
        "progress",
        "changes",
        shelf.aspect("progress"),
        "progress",
        lambda: progress(register, scope, day, STRATEGY),
        more=more,
    )
    yield Leaf(
        "calendar",
        "changes",
        shelf.aspect("calendar"),
        "calendar",
        lambda: days_ahead(register, scope, day),
        more=more,
        attached=(Attached("calendar.ics", "iCalendar", "text/calendar", _days),),
    )


def _feed(answer: Changes, words: Words, frame: Frame) -> bytes:
    """The changes for a program that reads feeds."""
    return atom.write(site_changes.feed(answer, words), frame)


def _days(answer: DaysAhead, words: Words, frame: Frame) -> bytes:
    """The days ahead for a calendar program."""
    del frame
    return ics.write(days(answer, words), Sheet()).encode()
