"""What a change of the register means: each standing that it changes on a day, and what was known of it before."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum, auto
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.gap import Part, part_of
from toc_treaties.law.membership import is_member, suspended
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.questions.duties import duties


class StandingChange(NamedTuple):
    """One state under one instrument on a day, as the register answered before and as it answers now."""

    state: State
    instrument: Instrument
    before: Standing
    after: Standing

    @property
    def parts(self) -> tuple[Part, Part]:
        """The part of the tier before and after."""
        return part_of(self.before), part_of(self.after)

    @property
    def of_law(self) -> bool:
        """Whether the standing itself is another; else the evidence alone is."""
        return _law(self.before) != _law(self.after) or self.parts[0] is not self.parts[1]


class DutyChange(NamedTuple):
    """What an instrument asks one state to notify or designate, where another answer stands on record than before.

    `asked` are articles that ask now and did not, with nothing on record; the others asked before.
    """

    state: State
    instrument: Instrument
    asked: tuple[str, ...]
    answered: tuple[str, ...]
    open: tuple[str, ...]


class Membership(StrEnum):
    """What a state is in an organization on a day."""

    MEMBER = auto()
    SUSPENDED = auto()
    NO_MEMBER = auto()


class MembershipChange(NamedTuple):
    """A state that is something else in an organization on a day than the register said before."""

    state: State
    organization: str
    before: Membership
    after: Membership


def membership_changes(
    before: Register, after: Register, slugs: Iterable[str], day: date
) -> Iterator[MembershipChange]:
    """Every membership of some states that is another on a day."""
    for old, new in _both(before, after, slugs):
        for organization in dict.fromkeys((*old.memberships, *new.memberships)):
            was, now = (_membership(state, organization, day) for state in (old, new))
            if was is not now:
                yield MembershipChange(new, organization, was, now)


def _membership(state: State, organization: str, day: date) -> Membership:
    if suspended(state, organization, day) is not None:
        return Membership.SUSPENDED
    return Membership.MEMBER if is_member(state, organization, day) else Membership.NO_MEMBER


def duty_changes(before: Register, after: Register, slugs: Iterable[str], day: date) -> Iterator[DutyChange]:
    """What each instrument asks of some states on a day, where it asks more, or other things stand on record."""
    for old, new in _both(before, after, slugs):
        for instrument in after.instruments.values():
            if instrument.id not in before.instruments:
                continue
            had = {owed.due.article: owed for owed in duties(before, old, [before.instruments[instrument.id]], day)}
            has = {owed.due.article: owed for owed in duties(after, new, [instrument], day)}
            change = DutyChange(
                new,
                instrument,
                tuple(art for art, owed in has.items() if art not in had and owed.due.due and not owed.on_record),
                tuple(art for art, owed in has.items() if owed.on_record and art in had and not had[art].on_record),
                tuple(art for art, owed in has.items() if not owed.on_record and art in had and had[art].on_record),
            )
            if change.asked or change.answered or change.open:
                yield change


def _both(before: Register, after: Register, slugs: Iterable[str]) -> Iterator[tuple[State, State]]:
    """The states that both readings of the register hold."""
    return (
        (before.states[slug], after.states[slug]) for slug in slugs if slug in before.states and slug in after.states
    )


def standing_changes(before: Register, after: Register, slugs: Iterable[str], day: date) -> Iterator[StandingChange]:
    """Every standing of some states that differs between two readings of the register, or rests on other evidence."""
    for old, new in _both(before, after, slugs):
        for id, instrument in after.instruments.items():
            if id not in before.instruments:
                continue
            was = standing(dossier(before, old, before.instruments[id]), day)
            now = standing(dossier(after, new, instrument), day)
            if _law(was) != _law(now) or _evidence(was) != _evidence(now):
                yield StandingChange(new, instrument, was, now)


def _law(found: Standing) -> tuple[object, ...]:
    return (
        *(found.name, found.since, found.consent, found.in_force, found.leaving_on, found.between),
        *(found.leaving is None, found.eligibility, found.against is None),
    )


def _evidence(found: Standing) -> tuple[object, ...]:
    return found.evidence.marked, found.day_marked, found.evidence.sources, found.evidence.newest
