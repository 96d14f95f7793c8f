"""Which day a text means: a day, a month, a year, or a meeting, whose first or last day is taken."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from toc_treaties.cli.faults import CommandError, UnknownChoiceError
from toc_treaties.cli.session import today
from toc_treaties.questions.day_taken import AssumedDay, DayTaken, FutureDay

if TYPE_CHECKING:
    from toc_treaties.cli.session import Session
    from toc_treaties.model.meeting import Meeting
    from toc_treaties.store.files import Known

    Meetings = Callable[[], Mapping[str, Meeting]]


def day_asked(session: "Session", as_of: str | None, taken: list[DayTaken], known: "Known | None" = None) -> date:
    """The day asked about, or today; `taken` gets what is to be said of it, as was `known` then."""
    now = today()
    day = last_day(as_of, lambda: session.alone("meetings").meetings, now, taken) if as_of is not None else now
    if day > now:
        taken.append(FutureDay(day, known.on if known else now))
    return day


def first_day(text: str, meetings: "Meetings", until: date, taken: list[DayTaken]) -> "tuple[date, Meeting | None]":
    """The first day of what a text means, and the meeting; of a series, the last one that had begun by `until`."""
    span = _span(text)
    if span is not None:
        return span[0], None
    meeting = _meeting(text, meetings(), until)
    if meeting.begins.day is None:
        taken.append(AssumedDay(meeting, meeting.begins, meeting.begins.earliest))
    return meeting.begins.earliest, meeting


def last_day(text: str, meetings: "Meetings", now: date, taken: list[DayTaken]) -> date:
    """The day that a text means, or the last of a month, a year or a meeting, at most today."""
    span = _span(text)
    if span is not None and span[0] == span[1]:
        return span[0]
    if span is not None:
        return _ended(text, *span, now)
    meeting = _meeting(text, meetings(), now)
    ends = meeting.ends or meeting.begins
    day = _ended(text, meeting.begins.earliest, ends.latest, now)
    if ends.day is None:
        taken.append(AssumedDay(meeting, ends, day))
    return day


def _ended(text: str, first: date, last: date, now: date) -> date:
    """The last day of a span of days that has begun, at most today."""
    if first > now:
        raise CommandError(f"{text} has not begun by {now.isoformat()}: write the day that is meant")
    return min(last, now)


def _span(text: str) -> tuple[date, date] | None:
    """The first and last day of a written day, month or year; None where a text is no date."""
    if not text[:1].isdecimal():
        return None
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        raise CommandError(f"{text!r} is not a day: write it as 2026-11-21, or a year or a meeting")
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    try:
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
        return (last if day else date(year, month or 1, 1)), last
    except ValueError:
        raise CommandError(f"{text!r} is not a day that the calendar has") from None


def day_written(text: str) -> str:
    """A day, month or year as the files write it, or the word for one that is not known."""
    from toc_treaties.store.dates import exists
    from toc_treaties.store.other_dates import rewritten

    if text in {"unknown", "undated", "none", "-"} or exists(text):
        return text
    near = [day for day in rewritten(text) if exists(day)]
    remedy = f"did you mean {' or '.join(near)}?" if near else "write 2026-11-21, 2026-11 or 2026, or: unknown"
    raise CommandError(f"{text!r} is not a day: {remedy}")


def _meeting(text: str, meetings: "Mapping[str, Meeting]", until: date) -> "Meeting":
    """The meeting of a name; of a series, the last one that had begun by a date."""
    from toc_treaties.cli.spelling import meetings_named
    from toc_treaties.law.periods import certainly

    found = meetings_named(meetings, text)
    begun = [meeting for meeting in found if certainly(meeting.begins, None, until)]
    if not found or not (begun or len(found) == 1):
        raise UnknownChoiceError("day or meeting", text, meetings)
    return (begun or found)[-1]
