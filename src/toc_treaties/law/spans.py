"""The spans of time during which a state has certainly consented to be bound, from all that is recorded."""

from datetime import date
from typing import NamedTuple

from toc_treaties.law.bound import BoundPeriod
from toc_treaties.law.dossier import Dossier
from toc_treaties.law.standing import standing


class ConsentSpan(NamedTuple):
    """A time of being bound: its first day, the first day after it (None while it lasts), and whether the day is dated.

    A span is not `dated` where only a bracket of the consent's day is known. `earliest` and `latest` are the first and
    last days between which it can have run, where a day is known as a month or a year alone.
    """

    begin: date
    end: date | None
    dated: bool
    earliest: date
    latest: date | None

    def holds(self, day: date) -> bool:
        """Whether a day lies in the span."""
        return self.begin <= day and (self.end is None or day < self.end)

    def may_hold(self, day: date) -> bool:
        """Whether a day may lie in the span, for all that is known of its ends."""
        return self.earliest <= day and (self.latest is None or day < self.latest)


def consented_spans(dossier: Dossier) -> tuple[ConsentSpan, ...]:
    """The span of each consent, each at its most careful.

    A consent counts from the last day on which it can have been given, to the first on which it can have ended.
    """
    worlds = standing(dossier, date.max).spells
    by_consent: dict[int, list[BoundPeriod]] = {}
    for world in worlds:
        for spell in world:
            by_consent.setdefault(id(spell.consent), []).append(spell)
    spans = [_span(found) for found in by_consent.values() if len(found) == len(worlds)]
    return tuple(sorted(spans, key=lambda span: span.begin))


def _span(found: list[BoundPeriod]) -> ConsentSpan:
    """The span of one consent over the ways its day can have been."""
    ends = [spell.end.day for spell in found if spell.end is not None]
    days = [spell.day for spell in found]
    last = max(ends) if len(ends) == len(found) else None
    return ConsentSpan(max(days), min(ends, default=None), not found[0].consent.when.bracketed, min(days), last)
