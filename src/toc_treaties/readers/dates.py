"""Days as depositaries' pages write them; a day that no calendar has is refused."""

import re
from collections.abc import Callable
from datetime import date

from toc_treaties.readers.page import PageFault

NAMED = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS = {month: number for number, month in enumerate(NAMED, start=1)}
CENTURY = 100
CHECK = "look the day up on the depositary's own page"


def day_of(year: int, month: int, day: int, line: int = 0) -> date:
    """A day of the calendar."""
    try:
        return date(year, month, day)
    except ValueError:
        raise PageFault(f"{year:04}-{month:02}-{day:02} is no day of the calendar", CHECK, line) from None


def day_month_year(text: str, line: int = 0) -> date:
    """A day as the Council of Europe writes it: 23/11/2001."""
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if not match:
        raise PageFault(f"{text!r} is no day, as 23/11/2001", CHECK, line)
    day, month, year = map(int, match.groups())
    return day_of(year, month, day, line)


def month_day_year(text: str, line: int, since: date) -> date:
    """A day as the OAS writes it, 05/03/94: of a year of two digits, the first on or after a day."""
    century = _century(since)
    return _in_century(text, line, (century, century + CENTURY), lambda day: day >= since)


def adopted_on(text: str, as_at: date, line: int) -> date:
    """The day on which a treaty was adopted, as its page writes it: the last one that is not after the page's day."""
    century = _century(as_at)
    return _in_century(text, line, (century, century - CENTURY), lambda day: day <= as_at)


def _century(day: date) -> int:
    return day.year - day.year % CENTURY


def _in_century(text: str, line: int, centuries: tuple[int, int], fits: Callable[[date], bool]) -> date:
    """A day of month, day and year: a year of two digits is of the first of two centuries in which the day fits."""
    month, day, year = map(int, text.split("/"))
    if len(text.rsplit("/", 1)[1]) > 2:  # noqa: PLR2004 - a year of two digits
        return day_of(year, month, day, line)
    days = (_try(century + year, month, day) for century in centuries)
    return next((each for each in days if each and fits(each)), None) or day_of(centuries[0] + year, month, day, line)


def _try(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso_day(text: str, line: int = 0) -> date:
    """A day as the register writes it: 2001-11-23."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    if not match:
        raise PageFault(f"{text!r} is no day, as 2001-11-23", "write the day in full, the year first", line)
    year, month, day = map(int, match.groups())
    return day_of(year, month, day, line)
