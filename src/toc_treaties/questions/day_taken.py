"""What is to be said above an answer: of its day, where it is not simply the one asked for, and of what it lacks."""

from datetime import date
from typing import NamedTuple

from toc_treaties.model.instrument import Instrument
from toc_treaties.model.meeting import Meeting
from toc_treaties.model.state import State
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


class NotGiven(NamedTuple):
    """What a past revision of the register does not hold in a form that is read today, of what an answer asks it for.

    Files; ids of records; cells, of which nothing is then known; and the places of what else was left out.
    """

    revision: str
    files: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    cells: tuple[tuple[State, Instrument], ...] = ()
    places: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is not given."""
        return any(self[1:])


DayTaken = FutureDay | AssumedDay
