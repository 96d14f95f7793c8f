"""Who is a member of an organization on a day, is suspended from it, and takes part in it; who counts in a total.

A state counts where it is certainly a member. Among those that take part it counts where it certainly does: one whose
participation is contested, or which may take no part on the day, is left out.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, pairwise
from typing import NamedTuple

from toc_treaties.law.periods import Holds, certainly, holds, possibly
from toc_treaties.model.state import Participation, Period, State
from toc_treaties.model.vocabulary import Members, MembershipStatus
from toc_treaties.model.when import When

OAS = "oas"
Run = tuple[Period, ...]
"""Periods that follow one another without a gap, on whatever day the one passes into the next."""


class Suspension(NamedTuple):
    """A member's suspension from an organization on a day; not `certain` where its beginning or end may lie there."""

    certain: bool
    sources: tuple[str, ...]
    unconfirmed: str | None = None


class Limit(NamedTuple):
    """That a member takes no part in the OAS on a day, or contested part; not `certain` where it may not run yet."""

    certain: bool
    participation: Participation

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources behind it, those of each reading among them."""
        readings = self.participation.readings
        return self.participation.sources + tuple(id for reading in readings for id in reading.sources)


class Remark(NamedTuple):
    """What is said of a state beside totals of the OAS: that it is not counted, or counted with a limit.

    `independence` is that of a state which is not independent on the day, `left` the end of a former membership.
    """

    member: Holds
    independence: date | None = None
    left: When | None = None
    limits: tuple[Limit, ...] = ()


def is_member(state: State, organization: str, day: date) -> bool:
    """Whether a state is certainly a full member of an organization on a day, suspended or not.

    An undated beginning counts. A member that is suspended on an unknown day of a month is a member all the month.
    """
    periods = _full(state, organization)
    alone = any(certainly(period.since, period.until, day) for period in periods)
    return alone or any(certainly(run[0].since, run[-1].until, day) for run in _runs(periods))


class MembershipSpan(NamedTuple):
    """A recorded time of membership, from the day on which it had certainly begun to the first on which it may be over.

    Where one status passes into the next without a gap, the first ends where the second has certainly begun. `begin` is
    None where the beginning is not known, `end` where it lasts.
    """

    period: Period
    begin: date | None
    end: date | None


def membership_spans(state: State, organization: str) -> Iterator[MembershipSpan]:
    """The times of membership of a state, in the order of the file: on the days of a full one it `is_member`."""
    full = _full(state, organization)
    following = {id(period): after for run in _runs(full) for period, after in pairwise(run)}
    for period in state.memberships.get(organization, ()):
        after = following.get(id(period))
        if after is not None and after.since is not None:
            end: date | None = after.since.latest
        else:
            end = period.until.earliest if period.until else None
        yield MembershipSpan(period, period.since.latest if period.since else None, end)


def may_be_member(state: State, organization: str, day: date) -> bool:
    """Whether a state is a full member of an organization on a day, or may be."""
    return any(possibly(period.since, period.until, day) for period in _full(state, organization))


def suspended(state: State, organization: str, day: date) -> Suspension | None:
    """Whether a state is suspended from an organization on a day, or may be; it is a member nevertheless."""
    periods = state.memberships.get(organization, ())
    for run in _runs(period for period in periods if period.status is MembershipStatus.SUSPENDED):
        found = holds(run[0].since, run[-1].until, day)
        if found is not Holds.NO:
            sources = tuple(dict.fromkeys(id for period in run for id in period.sources))
            why = next((period.unconfirmed for period in run if period.unconfirmed), None)
            return Suspension(found is Holds.CERTAIN, sources, why)
    return None


def participation(state: State, day: date) -> tuple[Limit, ...]:
    """What limits a member's participation in the OAS on a day, or may."""
    return tuple(
        Limit(certainly(participation.since, participation.until, day), participation)
        for participation in state.participation
        if possibly(participation.since, participation.until, day)
    )


def limits(states: Iterable[State], day: date) -> Iterator[Limit]:
    """What limits the participation of some states, each in turn."""
    return chain.from_iterable(participation(state, day) for state in states)


def counts(members: Members, state: State, day: date) -> bool:
    """Whether a state counts in a total on a day."""
    return is_member(state, OAS, day) and (members is Members.ALL or not participation(state, day))


def membership_days(state: State) -> list[date]:
    """The days on which a state can begin or cease to count."""
    ends = [end for period in state.memberships.get(OAS, ()) for end in (period.since, period.until) if end]
    ends += [end for participation in state.participation for end in (participation.since, participation.until) if end]
    return [bound for end in ends for bound in (end.earliest, end.latest)]


def remark(state: State, day: date) -> Remark | None:
    """What is to be said of a state's membership of the OAS on a day; None of a member like others."""
    if not state.exists(day):
        return Remark(Holds.NO, independence=state.independence)
    if not is_member(state, OAS, day):
        member = Holds.POSSIBLE if may_be_member(state, OAS, day) else Holds.NO
        return Remark(member, left=_left(state, day))
    limits = participation(state, day)
    return Remark(Holds.CERTAIN, limits=limits) if limits else None


def _left(state: State, day: date) -> When | None:
    """The last end of a membership that is certainly over."""
    periods = state.memberships.get(OAS, ())
    ends = [period.until for period in periods if period.until and not possibly(None, period.until, day)]
    return max(ends, key=lambda end: end.latest, default=None)


def _full(state: State, organization: str) -> Run:
    """The periods of full membership, suspended or not: an associate is no member."""
    return tuple(
        period for period in state.memberships.get(organization, ()) if period.status is not MembershipStatus.ASSOCIATE
    )


def _runs(periods: Iterable[Period]) -> Iterator[Run]:
    run: Run = ()
    for period in periods:
        if run and (run[-1].until is None or run[-1].until != period.since):
            yield run
            run = ()
        run = (*run, period)
    if run:
        yield run
