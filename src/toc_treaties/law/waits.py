"""The waits that treaties prescribe, from a deposit to entry into force, from a notice to exit; how old evidence is."""

from calendar import monthrange
from datetime import date, timedelta

from toc_treaties.model.instrument import Delay, Exit
from toc_treaties.model.when import When

LAST_OF_EVERY_MONTH = 28
"""The last day that every month has."""


def months_after(day: date, months: int) -> date:
    """The same day some months later; the last day of that month where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if day.day <= LAST_OF_EVERY_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_passed(seen: When, years: int, as_of: date) -> bool:
    """Whether evidence of a day was some years old, or more, on a date."""
    return as_of >= months_after(seen.latest, 12 * years)


def first_of_month_after(day: date) -> date:
    """The first day of the month that follows `day`."""
    return months_after(day.replace(day=1), 1)


def after_deposit(wait: Delay, deposit: date) -> date:
    """The day of entry into force for a state that deposits on a day, by the instrument's own rule."""
    if wait.days is not None:
        return deposit + timedelta(days=wait.days)
    day = months_after(deposit, wait.months or 0)
    return first_of_month_after(day) if wait.then else day


def after_notice(leaving: Exit, notice: date) -> date:
    """The day on which a notice of denunciation or withdrawal takes effect.

    With a yearly cut-off, a notice by that day ends the treaty on the next `ends`, a later one a year after
    (1961 Convention art. 46, 1971 Convention art. 29).
    """
    if leaving.notice_by and leaving.ends:
        year = notice.year + (1 if (notice.month, notice.day) <= leaving.notice_by else 2)
        return date(year, *leaving.ends)
    day = months_after(notice, 12 * (leaving.years or 0) + (leaving.months or 0))
    return first_of_month_after(day) if leaving.then else day
