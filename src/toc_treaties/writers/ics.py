"""Days for a calendar program (iCalendar, RFC 5545): whole days, with ids that stay, so that a new file updates."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vText

from toc_treaties.document.days import CalendarDay, Days
from toc_treaties.words.visible import shown_whole
from toc_treaties.writers.sheet import Sheet


def write(days: Days, sheet: Sheet) -> str:
    """The calendar as a file; the same answer gives the same bytes."""
    del sheet
    days = shown_whole(days)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//toc-treaties//Days ahead//{days.language.upper()}")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", vText(days.title))
    for day in days.days:
        calendar.add_component(_event(day, days))
    if not days.days:
        calendar.add_component(_nothing())
    return str(calendar.to_ical(), "utf-8")


def _nothing() -> Timezone:
    """What stands in a calendar without entries: it must hold something, and the time zone of UTC says nothing."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "UTC")
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 - the format asks for a time of no zone
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    zone.add_component(standard)
    return zone


def _event(day: CalendarDay, days: Days) -> Event:
    """One entry of whole days; its stamp is the day asked about, since the clock is no part of an answer."""
    event = Event()
    event.add("uid", f"{day.id}@toc-treaties")
    event.add("dtstamp", datetime(days.as_of.year, days.as_of.month, days.as_of.day, tzinfo=UTC))
    event.add("dtstart", day.first)
    event.add("dtend", day.last + timedelta(days=1))
    event.add("summary", day.title, parameters={"LANGUAGE": days.language})
    event.add("description", day.text, parameters={"LANGUAGE": days.language})
    event.add("transp", "TRANSPARENT")
    return event
