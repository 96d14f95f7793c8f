"""What is to be said of the day that an answer is about, where it is not simply the day that was asked for."""

from datetime import date
from typing import NamedTuple

from toc_treaties.model.meeting import Meeting
from toc_treaties.model.when import When


class FutureDay(NamedTuple):
    """A day that has not come: the answer knows what was recorded by today."""

    day: date
    recorded_by: date


class AssumedDay(NamedTuple):
    """A meeting whose day is not known: which day is taken for it, of those between which it lies."""

    meeting: Meeting
    known: When
    day: date


DayTaken = FutureDay | AssumedDay
