"""The spans of time during which a state has certainly consented to be bound, from all that is recorded."""

from datetime import date
from typing import NamedTuple

from toc_treaties.law.bound import BoundPeriod
from toc_treaties.law.dossier import Dossier
from toc_treaties.law.standing import Standing, bound_periods
from toc_treaties.model.action import Action


class ConsentSpan(NamedTuple):
    """A time of being bound: its first day, the first day after it (None while it lasts), and the acts at its ends.

    What ends it is the consent itself while nothing does.
    `earliest` and `latest` are the first and last days between which it can have run, where a day is known as a month
    or a year alone.
    """

    begin: date
    end: date | None
    earliest: date
    latest: date | None
    consent: Action
    ended_by: Action

    @property
    def dated(self) -> bool:
        """Whether the day, month or year of the consent is known, and no bracket alone."""
        return not self.consent.when.bracketed

    def holds(self, day: date) -> bool:
        """Whether a day lies in the span."""
        return self.begin <= day and (self.end is None or day < self.end)

    def may_hold(self, day: date) -> bool:
        """Whether a day may lie in the span, for all that is known of its ends."""
        return self.earliest <= day and (self.latest is None or day < self.latest)


def consented_spans(dossier: Dossier, held: Standing | None = None, as_of: date = date.max) -> tuple[ConsentSpan, ...]:
    """The span of each consent, each at its most careful.

    A consent counts from the last day on which it can have been given, to the first on which it can have ended. `held`
    is the standing on a day, where that was asked before: its times are those of all days where no act is later.
    """
    asked = held is not None and _done_by(as_of, dossier)
    worlds = held.spells if held is not None and asked else bound_periods(dossier, date.max)
    by_consent: dict[int, list[BoundPeriod]] = {}
    for world in worlds:
        for spell in world:
            by_consent.setdefault(id(spell.consent), []).append(spell)
    spans = [_span(found) for found in by_consent.values() if len(found) == len(worlds)]
    return tuple(sorted(spans, key=lambda span: span.begin))


def _done_by(day: date, dossier: Dossier) -> bool:
    """Whether every act was done by a day, those under the parent too."""
    later = [action for action in dossier.cell.actions if action.when.latest > day]
    return not later and (dossier.parent is None or _done_by(day, dossier.parent))


def _span(found: list[BoundPeriod]) -> ConsentSpan:
    """The span of one consent over the ways its day can have been."""
    ends = [spell.end.day for spell in found if spell.end is not None]
    days = [spell.day for spell in found]
    last = max(ends) if len(ends) == len(found) else None
    consent = found[0].consent
    return ConsentSpan(max(days), min(ends, default=None), min(days), last, consent, found[0].ended_by or consent)


class BoundTime(NamedTuple):
    """A time of being bound by a consent, as far as its days are known on the day asked.

    `begin` is the day from which it certainly ran: None where it is not certain that the consent was given. `end` is
    the first day on which it may have ended, `latest` the one by which it certainly had.
    """

    consent: Action
    earliest: date
    begin: date | None
    end: date | None
    latest: date | None


def bound_times(found: Standing, as_of: date) -> tuple[BoundTime, ...]:
    """The times of being bound behind a standing, each over the ways its days can have been."""
    by_consent: dict[int, list[BoundPeriod]] = {}
    for period in (period for periods in found.spells for period in periods):
        by_consent.setdefault(id(period.consent), []).append(period)
    times = (_time(same, len(found.spells), as_of) for same in by_consent.values())
    return tuple(sorted(times, key=lambda time: time.earliest))


def _time(same: list[BoundPeriod], ways: int, as_of: date) -> BoundTime:
    """The time of one consent; an end that has not come is none yet."""
    days = [period.day for period in same]
    ends = [period.end.day for period in same if period.end is not None and period.end.day <= as_of]
    begin = max(days) if len(same) == ways else None
    latest = max(ends) if ends and len(ends) == len(same) else None
    return BoundTime(same[0].consent, min(days), begin, min(ends, default=None), latest)
