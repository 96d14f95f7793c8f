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
    ends = _ends(first, last)
    return "–".join(ends) if ends[0].isdecimal() else " – ".join(ends)


def _ends(first: date, last: date) -> tuple[str, str]:
    """Two days, the first without what both share: 3 and 30 Mar 2007."""
    if first.year != last.year:
        return day(first), day(last)
    return (str(first.day) if first.month == last.month else day(first).rpartition(" ")[0]), day(last)


def since(value: When) -> str:
    """The same after "since": 19 Apr 1999, a day between 31 May and 30 Jun 2002, a day not before one."""
    if value.day is None and (value.unseen or value.bracketed):
        return f"a day {in_sentence(value)}"
    return when(value)


def in_sentence(value: When) -> str:
    """The same within a sentence: on 19 Apr 1999, in Apr 1999, between two days."""
    if value.day is not None:
        return f"on {when(value)}"
    if value.unseen:
        return when(value)
    if value.bracketed:
        return "between {} and {}".format(*_ends(value.earliest, value.latest))
    return f"in {when(value)}"
