"""Days as depositaries' pages write them; a day that no calendar has is refused."""

import re
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
    month, day, year = map(int, text.split("/"))
    if len(text.rsplit("/", 1)[1]) > 2:  # noqa: PLR2004 - a year of two digits
        return day_of(year, month, day, line)
    century = since.year - since.year % CENTURY
    years = (century + year, century + CENTURY + year)
    later = [found for found in (_try(year, month, day) for year in years) if found and found >= since]
    return later[0] if later else day_of(years[0], month, day, line)


def adopted_on(text: str, as_at: date, line: int) -> date:
    """The day on which a treaty was adopted, as its page writes it: the last one that is not after the page's day."""
    month, day, year = map(int, text.split("/"))
    if len(text.rsplit("/", 1)[1]) > 2:  # noqa: PLR2004 - a year of two digits
        return day_of(year, month, day, line)
    century = as_at.year - as_at.year % CENTURY
    found = [_try(each + year, month, day) for each in (century, century - CENTURY)]
    past = [day for day in found if day and day <= as_at]
    return past[0] if past else day_of(century + year, month, day, line)


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
