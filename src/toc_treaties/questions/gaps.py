"""Which instruments a state has not joined on a date, and what would be next: by state, or by instrument."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import cited
from toc_treaties.law.gap import Doubt, Part, doubt_of, is_old, part_of
from toc_treaties.law.membership import OAS, is_member, limits
from toc_treaties.law.next_step import NextStep, Step, next_step
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.tally import Tally, tally
from toc_treaties.model.instrument import Depositary, Instrument, Tier
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.questions.scope import Scope

LIST_ADOPTED = date(2021, 11, 11)
"""The day of the Strategy, whose two lists the gaps are measured by: AG/RES. 2970 (LI-O/21)."""


class GapEntry(NamedTuple):
    """One state under one instrument: its part of the tier, and the next step where there is one.

    `member` of the OAS on the day; `old`: a gap that was last seen ten years before it or more.
    """

    state: State
    member: bool
    instrument: Instrument
    depositary: Depositary | None
    standing: Standing
    part: Part
    doubt: Doubt | None
    next_step: NextStep
    old: bool

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that the entry rests on, its invitation's included."""
        invitation = self.next_step.invitation
        return self.standing.evidence.sources + (invitation.sources if invitation else ())

    @property
    def leaving(self) -> bool:
        """Whether it binds the state, and a notice of leaving has been given."""
        return self.standing.leaving is not None


class Entries(tuple[GapEntry, ...]):
    """Some entries, in the order of the answer."""

    __slots__ = ()

    def of(self, *parts: Part) -> "Entries":
        """Those in some parts of the tier."""
        return Entries(entry for entry in self if entry.part in parts)

    @property
    def first(self) -> GapEntry:
        """The first of them, for what they have in common."""
        return next(iter(self))

    @property
    def leaving(self) -> "Entries":
        """Those that a notice ends."""
        return Entries(entry for entry in self if entry.leaving)

    @property
    def listed(self) -> "Entries":
        """What a page names with its sources: not joined, to verify, in doubt, or being left, each once."""
        return Entries(entry for entry in self if entry.part in LISTED or entry.leaving)

    @property
    def by_step(self) -> "tuple[Entries, ...]":
        """Those with the same next step together: first what a state can do by itself."""
        return _alike(sorted(self, key=_step), lambda entry: (entry.next_step.step, entry.next_step.parent))

    @property
    def by_conditions(self) -> "tuple[Entries, ...]":
        """Those with the same next step and all that stands before it together."""
        return _alike(sorted(self, key=_step), lambda entry: entry.next_step)

    @property
    def by_doubt(self) -> "tuple[Entries, ...]":
        """Those with the same standing to verify for the same reason together, the nearest to a consent first."""
        return _alike(
            sorted(self, key=_nearness), lambda entry: (entry.standing.name, entry.standing.between, entry.doubt)
        )


LISTED = frozenset({Part.GAP, Part.TO_VERIFY, Part.IN_DOUBT})


def _step(entry: GapEntry) -> int:
    """The place of an entry's step among all."""
    step = entry.next_step.step
    return len(Step) if step is None else tuple(Step).index(step)


def _nearness(entry: GapEntry) -> tuple[int, bool]:
    """The place of an entry's standing among all; one that lies between two stands before what is not known at all."""
    return tuple(StandingKind).index(entry.standing.name), entry.standing.between is None


def _alike(entries: Iterable[GapEntry], key: Callable[[GapEntry], object]) -> tuple[Entries, ...]:
    """The entries with equal keys together, in the order of the first of each."""
    groups: list[tuple[object, list[GapEntry]]] = []
    for entry in entries:
        wanted = key(entry)
        group = next((group for known, group in groups if known == wanted), None)
        if group is None:
            groups.append((wanted, group := []))
        group.append(entry)
    return tuple(Entries(group) for _, group in groups)


class Gaps(NamedTuple):
    """The entries of some states on a date, state by state in the Strategy's order.

    `sources` are those of what is listed, and of what is said of participation in the OAS.
    """

    as_of: date
    scope: Scope
    entries: Entries
    sources: tuple[Source, ...]

    @property
    def by_state(self) -> tuple[Entries, ...]:
        """The entries of each state."""
        return _alike(self.entries, lambda entry: entry.state.slug)

    @property
    def by_instrument(self) -> tuple[Entries, ...]:
        """The entries of each instrument."""
        return _alike(self.entries, lambda entry: entry.instrument.id)

    def has_gap(self, tiers: Iterable[Tier]) -> bool:
        """Whether some state has a gap in these tiers."""
        wanted = set(tiers)
        return any(entry.instrument.tier in wanted for entry in self.entries.of(Part.GAP))


def total(entries: Entries) -> Tally:
    """How many of the OAS members among some entries of an instrument have consented, of those that can join."""
    return tally(entry.standing for entry in entries if entry.member)


def gaps(register: Register, scope: Scope, as_of: date) -> Gaps:
    """What each state has not consented to on a date, with the next step that would close each gap."""
    entries = Entries(
        _entry(register, state, instrument, as_of) for state in scope.states for instrument in scope.instruments
    )
    return Gaps(as_of, scope, entries, cited([*entries.listed, *limits(scope.states, as_of)], register.sources))


def _entry(register: Register, state: State, instrument: Instrument, as_of: date) -> GapEntry:
    case = dossier(register, state, instrument)
    standing_ = standing(case, as_of)
    return GapEntry(
        state,
        is_member(state, OAS, as_of),
        instrument,
        register.depositaries.get(instrument.depositary),
        standing_,
        part_of(standing_),
        doubt_of(standing_),
        next_step(case, standing_, as_of),
        is_old(standing_, as_of),
    )
