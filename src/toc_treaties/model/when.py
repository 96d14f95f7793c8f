"""Dates as precisely as they are known."""

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


@cache
def on(day: date) -> When:
    """The day `day`, known exactly."""
    return When(day, day, day.isoformat())


def span(earliest: date, latest: date) -> When:
    """A computed day that lies between two days."""
    return on(earliest) if earliest == latest else When(earliest, latest, "unknown")
