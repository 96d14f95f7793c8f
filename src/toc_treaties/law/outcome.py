"""The outcome of one world: what a state's actions make of it where every day is known."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.law.bound import WITHDRAWALS, BoundPeriod, Timeline, signature, spells
from toc_treaties.law.dossier import Dossier
from toc_treaties.law.eligibility import open_from
from toc_treaties.model.action import Action


class StandingKind(StrEnum):
    """The standings, as the data formats spell them."""

    PARTY = "party"
    CONTRACTING = "contracting"
    SIGNATORY = "signatory"
    NO_ACTION = "no_action"
    WITHDRAWN = "withdrawn"
    NOT_OPEN = "not_open"
    NOT_APPLICABLE = "not_applicable"
    NO_INFORMATION = "no_information"


CONSENTED = frozenset({StandingKind.PARTY, StandingKind.CONTRACTING})
OUTSIDE = frozenset({StandingKind.NOT_APPLICABLE, StandingKind.NOT_OPEN})
"""The standings of states that cannot join on the day: outside every denominator."""
GAPS = frozenset({StandingKind.SIGNATORY, StandingKind.NO_ACTION, StandingKind.WITHDRAWN})
NEARNESS = (
    StandingKind.NOT_OPEN,
    StandingKind.NO_ACTION,
    StandingKind.SIGNATORY,
    StandingKind.WITHDRAWN,
    StandingKind.CONTRACTING,
    StandingKind.PARTY,
)


class Outcome(NamedTuple):
    """What one world makes of the date."""

    name: StandingKind
    since: date | None
    deciding: Action | None = None
    consent: date | None = None
    in_force: date | None = None
    leaving_on: date | None = None
    spells: tuple[BoundPeriod, ...] = ()
    notice: Action | None = None


def outcome_of(world: Timeline, dossier: Dossier, as_of: date) -> Outcome:
    """The standing in one world."""
    made = spells(world, dossier.instrument)
    for spell in reversed(made):
        outcome = _bound(spell, made, as_of)
        if outcome is not None:
            return outcome
    if made:
        last = max(made, key=lambda spell: spell.end.day if spell.end else date.min)
        notice = last.ended_by
        return Outcome(StandingKind.WITHDRAWN, last.end.day if last.end else None, notice or last.consent, spells=made)
    return _unbound(world, dossier, as_of)


def _unbound(world: Timeline, dossier: Dossier, as_of: date) -> Outcome:
    """Signatory or no action, where the state was never bound."""
    back = [day for day, action in world.actions if action.effect in WITHDRAWALS]
    last = world.actions[-1][1] if world.actions else None
    signed = signature(world)
    if signed is not None:
        return Outcome(StandingKind.SIGNATORY, max([signed[0], *back]), signed[1])
    opened = open_from(dossier)
    if opened > as_of:
        return Outcome(StandingKind.NOT_OPEN, None)
    return Outcome(StandingKind.NO_ACTION, max([opened, *back]), last)


def _bound(spell: BoundPeriod, made: tuple[BoundPeriod, ...], as_of: date) -> Outcome | None:
    """Party or contracting, where the spell is running on the date."""
    end = spell.end.day if spell.end else None
    if end is not None and end <= as_of:
        return None
    in_force = spell.in_force.day if spell.in_force else None
    notice = spell.ended_by if end is not None else None
    if in_force is not None and in_force <= as_of:
        return Outcome(StandingKind.PARTY, in_force, spell.consent, spell.day, in_force, end, made, notice)
    still = next((before for before in made if before is not spell and _runs(before, as_of)), None)
    if still is not None:
        return _bound(still, made, as_of)
    exits = [before.end.day for before in made if before is not spell and before.end and before.end.day <= as_of]
    since = max([spell.day, *exits])
    return Outcome(StandingKind.CONTRACTING, since, spell.consent, spell.day, in_force, end, made, notice)


def _runs(spell: BoundPeriod, as_of: date) -> bool:
    """Whether an earlier spell, its notice given, is still in force on the date."""
    begun = spell.in_force is not None and spell.in_force.day <= as_of
    return begun and (spell.end is None or spell.end.day > as_of)
