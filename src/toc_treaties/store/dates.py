"""Dates in the files: as precise as they are known, and never padded."""

import re
from calendar import monthrange
from datetime import MAXYEAR, date
from typing import Any

from toc_treaties.model.when import When
from toc_treaties.store import faults
from toc_treaties.store.nodes import Node, Scalar
from toc_treaties.store.reading import FAULT, FileReading, Schema, Shape, Unreadable, mistaken
from toc_treaties.words.dates import MONTHS

_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_PATTERN = r"^(\d{4}(-\d\d(-\d\d)?)?)$"
_known: dict[str, When] = {}


def read_date(
    node: Node, reading: FileReading, *, words: tuple[str, ...] = (), full: bool = False
) -> When | Unreadable:
    """A year, month or day; what has another form or does not exist is reported.

    The help offers what would be read in its place: `words` that may stand there, and full days alone where `full`.
    """
    if not isinstance(node, Scalar):
        return mistaken(node, "a date", reading)
    text = node.text
    if text in _known:
        return _known[text]
    form = _FORM.fullmatch(text)
    if form is None:
        longer = re.match(r"(\d{4}-\d\d-\d\d)[T ,;(]", text)
        if longer and exists(longer[1]):
            return reading.fault(faults.over_precise_date(reading.place(node), text))
        return reading.fault(faults.not_a_date(reading.place(node), text, _offered(text, full=full), words, full=full))
    impossible = _impossible(*(int(part) if part else None for part in form.groups()))
    if impossible:
        offered = [cut for cut in (text[:7], text[:4]) if exists(cut) and not full]
        swapped = [day for day in _offered(text, full=full) if len(day) == len(text)]
        return reading.fault(faults.impossible_date(reading.place(node), text, impossible, offered, swapped))
    _known[text] = when = parse(text)
    return when


def exists(text: str) -> bool:
    """Whether a calendar has a date that is written as the files write it."""
    form = _FORM.fullmatch(text)
    return form is not None and _impossible(*(int(part) if part else None for part in form.groups())) is None


def _offered(text: str, *, full: bool) -> list[str]:
    """What the files would write for a date in another form."""
    from toc_treaties.store.other_dates import rewritten

    return [day for day in rewritten(text) if exists(day) and (len(day) == len("2004-06-15") or not full)]


def _impossible(year: int | None, month: int | None, day: int | None) -> str | None:
    """What is wrong with a date that has the right form, if anything."""
    if year is None or not 1 <= year <= MAXYEAR:
        return "the year 0 does not exist"
    if year == MAXYEAR:
        return f"{year} is what databases write where no year is known"
    if month is None:
        return None
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        return f"month {month} does not exist"
    if day is not None and not 1 <= day <= monthrange(year, month)[1]:
        return f"{day} {MONTHS[month - 1]} {year} does not exist"
    return None


def parse(text: str) -> When:
    """The days that a written year, month or day may mean; ValueError where no calendar has it."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:  # noqa: PLR2004 - year, month, day
        day = date(*parts)
        return When(day, day, text)
    if len(parts) == 2:  # noqa: PLR2004 - year, month
        year, month = parts
        return When(date(year, month, 1), date(year, month, monthrange(year, month)[1]), text)
    return When(date(parts[0], 1, 1), date(parts[0], 12, 31), text)


class Date(Shape):
    """A date as precise as it is known; `words` are allowed in its place and read as themselves."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def read(self, node: Node, reading: FileReading) -> When | str | Unreadable:
        """The date, or the word."""
        if isinstance(node, Scalar):
            if (when := _known.get(node.text)) is not None:
                return when
            if node.text in self.words:
                return node.text
        return read_date(node, reading, words=self.words)

    def schema(self) -> Schema:
        """A string; YAML tools may read a year as an integer."""
        date_schema: Schema = {"type": ["string", "integer"], "pattern": _PATTERN}
        if self.words:
            return {"anyOf": [{"enum": list(self.words)}, date_schema]}
        return date_schema


class Day(Shape):
    """A full date."""

    def __init__(self, *, needed: bool = False, edge: bool = False) -> None:
        self.needed = needed
        self.edge = edge

    def read(self, node: Node, reading: FileReading) -> date | Unreadable:
        """The day."""
        when = read_date(node, reading, full=True)
        if isinstance(when, Unreadable):
            return FAULT
        if when.day is None:
            help_ = "write the day that the source shows"
            if self.edge:
                help_ = f"write the first or the last possible day: {when.earliest} or {when.latest}"
            elif not self.needed:
                help_ += ", or leave the field out until it is seen"
            return reading.fault(faults.day_needed(reading.place(node), when.text, help_))
        return when.day

    def schema(self) -> Schema:
        """A string with a full date."""
        return {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}


class MonthDay(Shape):
    """A day of every year, as 07-01."""

    def read(self, node: Node, reading: FileReading) -> tuple[int, int] | Unreadable:
        """Month and day."""
        if not isinstance(node, Scalar):
            return mistaken(node, "a month and day", reading)
        form = re.fullmatch(r"([0-9]{2})-([0-9]{2})", node.text)
        if form is None or _impossible(2000, int(form[1]), int(form[2])):
            help_ = "write month and day, as 07-01"
            return reading.fault(faults.bad_value(reading.place(node), node.text, "a month and day", help_))
        return int(form[1]), int(form[2])

    def schema(self) -> Schema:
        """A string with month and day."""
        return {"type": "string", "pattern": r"^\d\d-\d\d$"}


def bracket(pair: tuple[Any, ...], node: Node, reading: FileReading) -> When | Unreadable:
    """The `between` of an unknown day: two days, the earlier first."""
    if len(pair) != 2:  # noqa: PLR2004 - two ends
        return reading.fault(faults.wrong_type(reading.place(node), "a list of two days", f"{len(pair)} of them"))
    first, last = pair
    if last < first:
        return reading.fault(faults.reversed_bound(reading.place(node)))
    return When(first, last, "unknown")
