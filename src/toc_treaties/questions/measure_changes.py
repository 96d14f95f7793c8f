"""What states did at home in a span of time: what was made, came into force, was held or ended."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.law.measures import MeasureStanding, Stands
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.when import When
from toc_treaties.questions.measures import on_record


class MeasureEvent(StrEnum):
    """What happened to a measure on a day."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    IN_FORCE = "in_force"
    HELD = "held"
    EXPIRED = "expired"
    REPEALED = "repealed"


class MeasureChange(NamedTuple):
    """One event of a measure of a state, and how the measure stands at the end of the span."""

    when: When
    event: MeasureEvent
    state: State
    standing: MeasureStanding


def measure_changes(register: Register, states: Iterable[State], since: date, until: date) -> tuple[MeasureChange, ...]:
    """Every event of a span in the order of the days; a month or year belongs to the span of its latest possible day.

    What is known by name alone is left out.
    """
    found = [
        MeasureChange(when, event, state, standing)
        for state in states
        for standing in on_record(register, state, until)
        for when, event in _events(standing)
        if since <= when.latest <= until
    ]
    return tuple(sorted(found, key=lambda change: change.when.latest))


def _events(standing: MeasureStanding) -> Iterator[tuple[When, MeasureEvent]]:
    """What is recorded of a measure with a day; where it came into force on the day it was made, that alone."""
    measure = standing.measure
    made = measure.adopted or measure.published
    if standing.stands is Stands.NAMED:
        return
    if made is not None and made != measure.in_force:
        yield made, MeasureEvent.DRAFT if standing.stands is Stands.DRAFT else MeasureEvent.ADOPTED
    if measure.in_force is not None:
        yield measure.in_force, MeasureEvent.IN_FORCE
    if measure.held is not None:
        yield measure.held, MeasureEvent.HELD
    if standing.ended and measure.until is not None:
        yield measure.until, MeasureEvent(standing.stands)
