"""The spells of being bound: each begins with a consent and may end with a notice, or with the parent's end.

Everything here speaks of exact days; `standing` asks once for each end of a date that is not exact.
"""

from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from toc_treaties.law.waits import after_deposit, after_notice
from toc_treaties.model.action import Action, Effect, Kind
from toc_treaties.model.instrument import Instrument

DatedAction = tuple[date, Action]


class Ground(Enum):
    """What decides a computed day."""

    RECORDED = auto()
    OWN_RULE = auto()
    INSTRUMENT = auto()
    PATH = auto()
    PARENT = auto()
    NOTIFICATION = auto()


class Fixed(NamedTuple):
    """A day of entry into force or exit, and what decides it."""

    day: date
    ground: Ground


class Spell(NamedTuple):
    """One time of being bound: the consent, its entry into force, the notice and the end, where there are any."""

    consent: Action
    day: date
    in_force: Fixed | None
    notice: Action | None = None
    end: Fixed | None = None


class Above(NamedTuple):
    """One time of being bound by the parent instrument: its entry into force and its end for the state."""

    in_force: date | None
    end: date | None


class World(NamedTuple):
    """One way the dates can have been: actions on exact days, and the times under the parent, both in order."""

    actions: tuple[DatedAction, ...]
    parent: tuple[Above, ...] = ()


def in_order(actions: list[DatedAction]) -> tuple[DatedAction, ...]:
    """Actions by day; on one day a signature comes before a consent, so that it never lowers it.

    Two of one kind and day, as two sources may give them, stand in an order that is not the file's: confirmed first.
    """
    return tuple(sorted(actions, key=_rank))


def _rank(dated: DatedAction) -> tuple[object, ...]:
    day, action = dated
    recorded = (action.in_force or date.max, action.takes_effect or date.max, action.via or "", action.kind)
    return day, action.effect.value, action.unconfirmed is not None, *recorded, action.sources, action.when.latest


def entry_into_force(action: Action, deposit: date, instrument: Instrument, parent: date | None) -> Fixed | None:
    """The day the instrument enters into force for a state that consents on a day; None while that is open.

    The latest of the instrument's own rule, its own entry into force, that of the path taken, and the parent's
    for the same state. A recorded date overrides them. A succession has no wait (1978 Vienna Convention arts 17, 23).
    """
    if action.in_force is not None:
        return Fixed(action.in_force, Ground.RECORDED)
    if instrument.in_force is None or instrument.later_parties is None or (instrument.requires and parent is None):
        return None
    if action.kind is Kind.SUCCESSION:
        own = Fixed(deposit, Ground.NOTIFICATION)
    else:
        own = Fixed(after_deposit(instrument.later_parties, deposit), Ground.OWN_RULE)
    path = instrument.paths.get(action.via or "")
    floors = [own, Fixed(instrument.in_force, Ground.INSTRUMENT)]
    if path is not None and path.in_force is not None:
        floors.append(Fixed(path.in_force, Ground.PATH))
    if parent is not None:
        floors.append(Fixed(parent, Ground.PARENT))
    return max(floors, key=lambda fixed: fixed.day)


def spells(world: World, instrument: Instrument) -> tuple[Spell, ...]:
    """The spells that these actions make. A consent during a spell that nothing ends adds nothing."""
    made: list[Spell] = []
    for day, action in world.actions:
        current = made[-1] if made else None
        if action.effect is Effect.CONSENTS and (current is None or _ends(current, day)):
            made.append(_begun(action, day, instrument, world.parent))
        elif action.effect is Effect.RELEASES and current is not None and current.notice is None:
            made[-1] = _ended(current, action, day, instrument)
    return tuple(made)


def _ends(spell: Spell, day: date) -> bool:
    """Whether a notice has been given, or the parent's end has come, by a day."""
    return spell.notice is not None or (spell.end is not None and spell.end.day <= day)


def _begun(consent: Action, day: date, instrument: Instrument, parent: tuple[Above, ...]) -> Spell:
    """The spell that a consent begins: it rests on the first time under the parent that has not ended by then.

    A later return to the parent does not bring it back: that takes a new consent.
    """
    above = next((one for one in parent if one.end is None or one.end > day), Above(None, None))
    in_force = entry_into_force(consent, day, instrument, above.in_force)
    return _with_parent(Spell(consent, day, in_force), instrument, above.end)


def _ended(spell: Spell, notice: Action, day: date, instrument: Instrument) -> Spell:
    """The spell with its notice; an end that the parent brings earlier stays."""
    if notice.takes_effect is not None:
        own = Fixed(notice.takes_effect, Ground.RECORDED)
    else:
        own = Fixed(after_notice(instrument.exit, day) if instrument.exit else day, Ground.OWN_RULE)
    end = own if spell.end is None or own.day <= spell.end.day else spell.end
    return spell._replace(notice=notice, end=end)


def _with_parent(spell: Spell, instrument: Instrument, parent_end: date | None) -> Spell:
    """A spell that ends when the parent instrument does for the state, where the treaty says so."""
    leaves_along = instrument.exit is not None and instrument.exit.along is not None
    if leaves_along and parent_end is not None and parent_end > spell.day:
        return spell._replace(end=Fixed(parent_end, Ground.PARENT))
    return spell
