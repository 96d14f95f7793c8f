"""Dates as precisely as they are known."""

from calendar import monthrange
from datetime import date
from functools import cache
from typing import NamedTuple


class When(NamedTuple):
    """A day known to lie between `earliest` and `latest`, both included; `text` is what the file says."""

    earliest: date
    latest: date
    text: str

    @property
    def day(self) -> date | None:
        """The day itself, or None where only a month, a year or a bracket is known."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def bracketed(self) -> bool:
        """Whether only a bracket is known: no day, month or year was found."""
        return self.text == "unknown"

    @property
    def unseen(self) -> bool:
        """Whether nothing bounds the day from above: no dated source shows the act."""
        return self.latest == date.max


UNSEEN = When(date.min, date.max, "unknown")
"""A day that no source shows: what bounds it is asked of the sources."""


@cache
def on(day: date) -> When:
    """The day `day`, known exactly."""
    return When(day, day, day.isoformat())


def span(earliest: date, latest: date) -> When:
    """A computed day that lies between two days; where these are a whole month or year, it is said as that."""
    return on(earliest) if earliest == latest else When(earliest, latest, _whole(earliest, latest) or "unknown")


def _whole(first: date, last: date) -> str | None:
    """The month or year that begins and ends on these days, as files write it."""
    if first.year != last.year or first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return None
    if first.month == last.month:
        return f"{first.year:04}-{first.month:02}"
    return f"{first.year:04}" if (first.month, last.month) == (1, 12) else None
