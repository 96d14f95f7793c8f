"""Days for a calendar: what a program for appointments takes."""

from datetime import date
from typing import NamedTuple


class CalendarDay(NamedTuple):
    """One entry: an id that stays, its first and last day, its title, and what is said of it."""

    id: str
    first: date
    last: date
    title: str
    text: str


class Days(NamedTuple):
    """The entries of a calendar under its title, by the day asked about."""

    title: str
    as_of: date
    language: str
    days: tuple[CalendarDay, ...]
