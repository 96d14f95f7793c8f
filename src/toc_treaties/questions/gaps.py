"""Which instruments a state has not joined on a date, and what would be next."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.gap import Doubt, Part, doubt_of, part_of
from toc_treaties.law.membership import is_member
from toc_treaties.law.next_step import NextStep, next_step
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.instrument import Depositary, Instrument, Tier
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.questions.scope import Scope

LIST_ADOPTED = date(2021, 11, 11)
"""The day of the Strategy, whose two lists the gaps are measured by: AG/RES. 2970 (LI-O/21)."""


class GapEntry(NamedTuple):
    """One instrument for one state: its part of the tier, and the next step where there is one."""

    instrument: Instrument
    depositary: Depositary | None
    standing: Standing
    part: Part
    doubt: Doubt | None
    next_step: NextStep


class TierGaps(NamedTuple):
    """A tier for one state, in the Strategy's order."""

    tier: Tier
    entries: tuple[GapEntry, ...]

    @property
    def leaving(self) -> tuple[GapEntry, ...]:
        """The entries that bind the state, and under which a notice of leaving has been given."""
        return tuple(entry for entry in self.entries if entry.standing.leaving is not None)

    def of(self, *parts: Part) -> tuple[GapEntry, ...]:
        """The entries in some parts of the tier."""
        return tuple(entry for entry in self.entries if entry.part in parts)


class StateGaps(NamedTuple):
    """The gaps of one state, tier by tier, with the sources of what is listed."""

    state: State
    member: bool
    tiers: tuple[TierGaps, ...]
    sources: tuple[Source, ...]


class Gaps(NamedTuple):
    """The gaps of some states on a date."""

    as_of: date
    scope: Scope
    states: tuple[StateGaps, ...]

    def has_gap(self, tiers: Iterable[Tier]) -> bool:
        """Whether some state has a gap in these tiers."""
        wanted = set(tiers)
        return any(tier.tier in wanted and tier.of(Part.GAP) for one in self.states for tier in one.tiers)


def gaps(register: Register, scope: Scope, as_of: date) -> Gaps:
    """What each state has not consented to on a date, with the next step that would close each gap."""
    return Gaps(as_of, scope, tuple(_state_gaps(register, state, scope, as_of) for state in scope.states))


def _state_gaps(register: Register, state: State, scope: Scope, as_of: date) -> StateGaps:
    tiers: dict[Tier, list[GapEntry]] = {}
    for instrument in scope.instruments:
        tiers.setdefault(instrument.tier, []).append(_entry(register, state, instrument, as_of))
    parts = tuple(TierGaps(tier, tuple(tiers[tier])) for tier in Tier if tier in tiers)
    listed = [entry for tier in parts for entry in (*tier.of(Part.GAP, Part.TO_VERIFY, Part.IN_DOUBT), *tier.leaving)]
    ids = dict.fromkeys(id for entry in listed for id in sources_of(entry))
    sources = tuple(register.sources[id] for id in ids if id in register.sources)
    return StateGaps(state, is_member(state, "oas", as_of), parts, sources)


def _entry(register: Register, state: State, instrument: Instrument, as_of: date) -> GapEntry:
    case = dossier(register, state, instrument)
    now = standing(case, as_of)
    return GapEntry(
        instrument,
        register.depositaries.get(instrument.depositary),
        now,
        part_of(now),
        doubt_of(now),
        next_step(case, now, as_of),
    )


def sources_of(entry: GapEntry) -> tuple[str, ...]:
    """The sources that an entry rests on, its invitation's included."""
    invitation = entry.next_step.invitation
    return entry.standing.evidence.sources + (invitation.sources if invitation else ())
