"""News for a feed reader: what a program for feeds takes."""

from datetime import date
from typing import NamedTuple


class FeedEntry(NamedTuple):
    """One entry: a key that stays, its day, its title, what is said of it, and the name of the thing that it is of."""

    key: str
    day: date
    title: str
    text: str
    of: str


class Feed(NamedTuple):
    """The entries of a feed under its title, by the day asked about, the newest first."""

    key: str
    title: str
    as_of: date
    language: str
    entries: tuple[FeedEntry, ...]
