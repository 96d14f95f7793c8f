"""The path to a standing: each action and each computed effect, in order, with what decides its day."""

from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from toc_treaties.law.bound import BoundPeriod, ComputedDay, Ground
from toc_treaties.law.standing import Standing
from toc_treaties.model.action import Action
from toc_treaties.model.when import When, span


class EventKind(Enum):
    """What happened: the order is that of events of one day."""

    ACTION = auto()
    EXIT = auto()
    ENTRY_INTO_FORCE = auto()


class Event(NamedTuple):
    """One event; `ground` says what decides a computed day, and is None for an action."""

    kind: EventKind
    when: When
    action: Action
    ground: Ground | None = None


def history(now: Standing) -> tuple[Event, ...]:
    """Every action behind a standing and every effect computed from it, in order.

    Effects that fall after the date asked are included: they are already fixed. Those of an act that may not have
    happened by the date are left out.
    """
    events = [Event(EventKind.ACTION, action.when, action) for action in now.actions]
    by_consent: dict[int, list[BoundPeriod]] = {}
    for world in now.spells:
        for spell in world:
            by_consent.setdefault(id(spell.consent), []).append(spell)
    certain = (same for same in by_consent.values() if len(same) == len(now.spells))
    for same in certain:
        events += _effects(same)
    return tuple(sorted(events, key=_order))


def _effects(same: list[BoundPeriod]) -> list[Event]:
    """The entry into force and the exit of one consent, over the ways its day can have been."""
    events = []
    for kind, days, action in (
        (EventKind.ENTRY_INTO_FORCE, [spell.in_force for spell in same], same[0].consent),
        (EventKind.EXIT, [spell.end for spell in same], same[0].ended_by or same[0].consent),
    ):
        fixed: list[ComputedDay] = [day for day in days if day is not None]
        if fixed and len(fixed) == len(days):
            when = span(min(day.day for day in fixed), max(day.day for day in fixed))
            events.append(Event(kind, when, action, fixed[-1].ground))
    return events


def _order(event: Event) -> tuple[date, date, int, int]:
    return event.when.earliest, event.when.latest, event.kind.value, event.action.effect.value
