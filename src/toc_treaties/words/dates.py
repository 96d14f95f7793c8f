"""How days are written for people."""

from datetime import date

from toc_treaties.model.when import When

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(value: date) -> str:
    """A day, short: 19 Apr 1999."""
    return f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"


def month_day(month: int, day_of_month: int) -> str:
    """A day of every year: 1 Jul."""
    return f"{day_of_month} {MONTHS[month - 1][:3]}"


def long_day(value: date) -> str:
    """A day, in full: 19 April 1999."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def when(value: When) -> str:
    """A day as precisely as it is known: 19 Apr 1999, Apr 1999, 1999, between two days, or not before one."""
    if value.day is not None:
        return day(value.day)
    if value.unseen:
        return f"not before {day(value.earliest)}"
    if value.bracketed:
        return _bracket(value.earliest, value.latest)
    if value.earliest.month == value.latest.month:
        return f"{MONTHS[value.earliest.month - 1][:3]} {value.earliest.year}"
    return str(value.earliest.year)


def _bracket(first: date, last: date) -> str:
    """Two days, said as short as they can be: 3–30 Mar 2007."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{day(first).removesuffix(f' {first.year}')} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def in_sentence(value: When) -> str:
    """The same within a sentence: on 19 Apr 1999, in Apr 1999, between two days."""
    if value.day is not None:
        return f"on {when(value)}"
    if value.unseen:
        return when(value)
    if value.bracketed:
        return f"between {day(value.earliest)} and {day(value.latest)}"
    return f"in {when(value)}"
