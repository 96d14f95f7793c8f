"""One state's whole list of instruments: what it has done about each, when, and on what evidence."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from toc_treaties.law.evidence import cited
from toc_treaties.law.gap import Part, part_of
from toc_treaties.law.membership import OAS, is_member, participation
from toc_treaties.law.periods import possibly
from toc_treaties.model.instrument import Instrument, Tier
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import Period, State
from toc_treaties.questions.case import Case, item, with_objections
from toc_treaties.questions.duties import RoleHeld, roles
from toc_treaties.questions.measures import MeasuresOfState, of_state


class TierCases(NamedTuple):
    """The instruments of one of the Strategy's lists for a state, with how many it has consented to."""

    tier: Tier
    items: tuple[Case, ...]
    consented: int
    to_verify: int
    can_join: int


class Profile(NamedTuple):
    """Every instrument for a state on a date, in the Strategy's order, with the sources cited."""

    as_of: date
    state: State
    member: bool
    tiers: tuple[TierCases, ...]
    memberships: tuple[tuple[str, tuple[Period, ...]], ...]
    """Of each organization, the periods that have begun."""
    roles: tuple[RoleHeld, ...]
    sources: tuple[Source, ...]
    at_home: MeasuresOfState | None = None
    """What the state has done at home, where that was read."""

    @property
    def items(self) -> tuple[Case, ...]:
        """The instruments of both lists."""
        return tuple(case for tier in self.tiers for case in tier.items)


def profile(register: Register, state: State, as_of: date, instruments: Iterable[Instrument]) -> Profile:
    """What a state has done about some instruments by a date, its memberships and the roles that it fills."""
    items = tuple(with_objections(register, item(register, state, instrument, as_of)) for instrument in instruments)
    memberships = tuple(
        (organization, begun)
        for organization, periods in state.memberships.items()
        if (begun := tuple(period for period in periods if possibly(period.since, None, as_of)))
    )
    held = roles(state, as_of)
    periods = [period for _, begun in memberships for period in begun]
    made = [designation for role in held for designation in (*role.designated, *role.lapsed)]
    at_home = of_state(register, state, as_of) if state.slug in register.measures and register.topics else None
    return Profile(
        as_of,
        state,
        is_member(state, OAS, as_of),
        tuple(_of_tier(tier, items) for tier in Tier),
        memberships,
        held,
        cited([*items, *periods, *made, *participation(state, as_of)], register.sources),
        at_home,
    )


def _of_tier(tier: Tier, items: tuple[Case, ...]) -> TierCases:
    listed = tuple(case for case in items if case.instrument.tier is tier)
    parts = [part_of(case.standing) for case in listed]
    outside = sum(part in {Part.NOT_APPLICABLE, Part.NOT_OPEN, Part.IN_DOUBT} for part in parts)
    return TierCases(tier, listed, parts.count(Part.CONSENTED), parts.count(Part.TO_VERIFY), len(parts) - outside)
