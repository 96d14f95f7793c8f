"""Whether what is recorded with a beginning and an end holds on a day: for certain, possibly, or not.

The one place where a recorded time is compared with the day asked about. `since` is the first day on which something
holds, and None where no beginning is asked or known; `until` is the first day on which it no longer holds, and None
where it has no end. An act is asked for with its own day as the beginning: it certainly happened by a day, or may have.
"""

from datetime import date
from enum import Enum, auto

from toc_treaties.model.when import When


class Holds(Enum):
    """How far the days that are known let something hold on a day."""

    CERTAIN = auto()
    POSSIBLE = auto()
    NO = auto()


def certainly(since: When | None, until: When | None, day: date) -> bool:
    """Whether something holds on a day in whatever way its open dates fall."""
    return (since is None or since.latest <= day) and (until is None or day < until.earliest)


def possibly(since: When | None, until: When | None, day: date) -> bool:
    """Whether something holds on a day in some way that its open dates can fall; what is certain is possible too."""
    return (since is None or since.earliest <= day) and (until is None or day < until.latest)


def holds(since: When | None, until: When | None, day: date) -> Holds:
    """Which of the two, or neither."""
    if certainly(since, until, day):
        return Holds.CERTAIN
    return Holds.POSSIBLE if possibly(since, until, day) else Holds.NO


def lasts(last: When | None, day: date) -> Holds:
    """How far something whose last day is recorded, not the first day after it, still holds on a day."""
    if last is None or day <= last.earliest:
        return Holds.CERTAIN
    return Holds.POSSIBLE if day <= last.latest else Holds.NO
