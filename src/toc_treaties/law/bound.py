"""The spells of being bound: each begins with a consent and may end with a notice, or with the parent's end.

Everything here speaks of exact days; `standing` asks once for each end of a date that is not exact.
"""

from datetime import date
from enum import Enum, auto
from operator import lt
from typing import NamedTuple

from toc_treaties.law.waits import after_deposit, after_notice, months_after
from toc_treaties.model.action import Action, Effect, Kind
from toc_treaties.model.instrument import Instrument

WITHDRAWALS = frozenset({Effect.WITHDRAWS_INSTRUMENT, Effect.WITHDRAWS_SIGNATURE})
DatedAction = tuple[date, Action]

UNRULED_MONTHS = 12
"""Before so many months a notice that no rule provides for cannot take effect (VCLT 56(2))."""


class Ground(Enum):
    """What decides a computed day."""

    RECORDED = auto()
    OWN_RULE = auto()
    INSTRUMENT = auto()
    PATH = auto()
    PARENT = auto()
    NOTIFICATION = auto()
    EARLIER_EXIT = auto()


class ComputedDay(NamedTuple):
    """A day of entry into force or exit, and what decides it."""

    day: date
    ground: Ground


class BoundPeriod(NamedTuple):
    """One time of being bound: the consent, its entry into force, the notice and the end, where there are any.

    `parent_notice` is the notice under the parent instrument where that brings the end.
    """

    consent: Action
    day: date
    in_force: ComputedDay | None
    notice: Action | None = None
    end: ComputedDay | None = None
    parent_notice: Action | None = None

    @property
    def ended_by(self) -> Action | None:
        """The notice that brings the end: the state's own, or the one under the parent."""
        if self.end is not None and self.end.ground is Ground.PARENT:
            return self.parent_notice
        return self.notice


class ParentPeriod(NamedTuple):
    """One time of being bound by the parent instrument: its entry into force, its end for the state and its notice."""

    in_force: date | None
    end: date | None
    notice: Action | None = None


NOT_BOUND = ParentPeriod(None, None)
"""No time of being bound by a parent, where there is none, or none that lasts."""


class Timeline(NamedTuple):
    """One way things can have been: actions on exact days, and the times under the parent, both in order.

    `unruled_ends` says whether a notice under a treaty of which no rule on leaving is known ends it (VCLT 56).
    """

    actions: tuple[DatedAction, ...]
    parent: tuple[ParentPeriod, ...] = ()
    unruled_ends: bool = True


def in_order(actions: list[DatedAction]) -> tuple[DatedAction, ...]:
    """Actions by day; on one day a notice comes before a signature, and both before a consent.

    Two of one kind and day, as two sources may give them, stand in an order that is not the file's: confirmed first.
    """
    days = [day for day, _ in actions] if len(actions) > 1 else []
    if all(map(lt, days, days[1:])):
        return tuple(actions)
    return tuple(sorted(actions, key=_rank))


def _rank(dated: DatedAction) -> tuple[object, ...]:
    day, action = dated
    recorded = (action.in_force or date.max, action.takes_effect or date.max, action.via or "", action.kind)
    return day, action.kind.effect.value, action.unconfirmed is not None, *recorded, action.sources, action.when.latest


def entry_into_force(action: Action, deposit: date, instrument: Instrument, parent: date | None) -> ComputedDay | None:
    """The day the instrument enters into force for a state that consents on a day; None while that is open.

    The latest of the instrument's own rule, its own entry into force, that of the path taken, and the parent's
    for the same state. A recorded date overrides them. A succession has no wait (1978 Vienna Convention arts 17, 23).
    """
    if action.in_force is not None:
        return ComputedDay(action.in_force, Ground.RECORDED)
    if instrument.in_force is None or instrument.later_parties is None or (instrument.requires and parent is None):
        return None
    if action.kind is Kind.SUCCESSION:
        own = ComputedDay(deposit, Ground.NOTIFICATION)
    else:
        own = ComputedDay(after_deposit(instrument.later_parties, deposit), Ground.OWN_RULE)
    path = instrument.paths.get(action.via or "")
    latest = own if own.day >= instrument.in_force else ComputedDay(instrument.in_force, Ground.INSTRUMENT)
    if path is not None and path.in_force is not None and path.in_force > latest.day:
        latest = ComputedDay(path.in_force, Ground.PATH)
    return latest if parent is None or parent <= latest.day else ComputedDay(parent, Ground.PARENT)


def spells(world: Timeline, instrument: Instrument) -> tuple[BoundPeriod, ...]:
    """The spells that these actions make. A consent during a spell that nothing ends adds nothing."""
    made: list[BoundPeriod] = []
    for day, action in world.actions:
        match action.kind.effect:
            case Effect.CONSENTS if not made or _ends(made[-1], day):
                made.append(_begun(action, day, instrument, world.parent, made[-1] if made else None))
            case Effect.RELEASES if made and made[-1].notice is None:
                made[-1] = _ended(made[-1], action, day, instrument, unruled_ends=world.unruled_ends)
            case Effect.REVOKES_NOTICE:
                made = _revoked(made, day, instrument, world.parent)
            case Effect.WITHDRAWS_INSTRUMENT if made and not _binds(made[-1], day):
                made.pop()
    return tuple(made)


def signature(world: Timeline) -> DatedAction | None:
    """The signature that stands: the first, or the first after one that was withdrawn."""
    standing: DatedAction | None = None
    for day, action in world.actions:
        if action.kind.effect is Effect.SIGNS and standing is None:
            standing = (day, action)
        elif action.kind.effect is Effect.WITHDRAWS_SIGNATURE:
            standing = None
    return standing


def _ends(spell: BoundPeriod, day: date) -> bool:
    """Whether a notice has been given, or the parent's end has come, by a day."""
    return spell.notice is not None or (spell.end is not None and spell.end.day <= day)


def _binds(spell: BoundPeriod, day: date) -> bool:
    """Whether the treaty is in force for the state by a day: an instrument can then be withdrawn no more."""
    return spell.in_force is not None and spell.in_force.day <= day


def _begun(
    consent: Action, day: date, instrument: Instrument, parent: tuple[ParentPeriod, ...], before: BoundPeriod | None
) -> BoundPeriod:
    """The spell that a consent begins: it rests on the first time under the parent that has not ended by then.

    A later return to the parent does not bring it back: that takes a new consent. A consent given while a notice runs
    binds no sooner than that notice takes effect.
    """
    lasting = [period for period in parent if period.end is None or period.end > day] if parent else []
    above = lasting[0] if lasting else NOT_BOUND
    in_force = entry_into_force(consent, day, instrument, above.in_force)
    exit_ = before.end if before is not None else None
    waits = in_force is not None and in_force.ground is not Ground.RECORDED
    if exit_ is not None and in_force is not None and waits and exit_.day > max(day, in_force.day):
        in_force = ComputedDay(exit_.day, Ground.EARLIER_EXIT)
    return _with_parent(BoundPeriod(consent, day, in_force), instrument, above)


def _ended(spell: BoundPeriod, notice: Action, day: date, instrument: Instrument, *, unruled_ends: bool) -> BoundPeriod:
    """The spell with its notice; an end that the parent brings earlier stays, and a notice too early has no effect."""
    own = exit_day(spell, notice, day, instrument)
    if own is None and (too_early(spell, notice, day, instrument) or not unruled_ends):
        return spell
    own = own or ComputedDay(months_after(day, UNRULED_MONTHS), Ground.OWN_RULE)
    end = own if spell.end is None or own.day <= spell.end.day else spell.end
    return spell._replace(notice=notice, end=end)


def exit_day(spell: BoundPeriod, notice: Action, day: date, instrument: Instrument) -> ComputedDay | None:
    """The day on which a notice takes effect; None where it is too early, or where no rule on leaving is known."""
    if too_early(spell, notice, day, instrument):
        return None
    if notice.takes_effect is not None:
        return ComputedDay(notice.takes_effect, Ground.RECORDED)
    rule = instrument.exit if instrument.exit and instrument.exit.provided else None
    return ComputedDay(after_notice(rule, day), Ground.OWN_RULE) if rule else None


def unruled(notice: Action, instrument: Instrument) -> bool:
    """Whether neither the treaty, as far as it was seen, nor a source says when a notice takes effect (VCLT 56)."""
    leaving = instrument.exit
    return notice.takes_effect is None and (leaving is None or not leaving.provided)


def too_early(spell: BoundPeriod, notice: Action, day: date, instrument: Instrument) -> bool:
    """Whether a notice precedes the day from which the treaty allows one.

    It then has no effect, unless the depositary's own table gives it one.
    """
    shortest = instrument.exit.not_before if instrument.exit else None
    if shortest is None or (notice.takes_effect is not None and notice.as_recorded is not None):
        return False
    own = spell.in_force.day if spell.in_force else None
    begun = instrument.in_force if shortest.of_instrument else own
    return begun is None or day < months_after(begun, 12 * shortest.years)


def _revoked(
    made: list[BoundPeriod], day: date, instrument: Instrument, parent: tuple[ParentPeriod, ...]
) -> list[BoundPeriod]:
    """The spells after a revocation: a notice that has not taken effect is as if it had not been given (VCLT 68)."""
    for index in reversed(range(len(made))):
        spell = made[index]
        if spell.notice is not None and spell.end is not None and spell.end.day > day:
            before = made[index - 1] if index else None
            return [*made[:index], _begun(spell.consent, spell.day, instrument, parent, before)]
    return made


def _with_parent(spell: BoundPeriod, instrument: Instrument, above: ParentPeriod) -> BoundPeriod:
    """A spell that ends when the parent instrument does for the state, where the treaty says so."""
    leaves_along = instrument.exit is not None and instrument.exit.along is not None
    if leaves_along and above.end is not None and above.end > spell.day:
        return spell._replace(end=ComputedDay(above.end, Ground.PARENT), parent_notice=above.notice)
    return spell
