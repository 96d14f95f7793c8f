"""What follows from a change of the register on a day: standings, memberships, duties, signs of topics, progress."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum, auto
from typing import NamedTuple

from toc_treaties.law.measures import TopicSign
from toc_treaties.law.membership import is_member, suspended
from toc_treaties.model.assessment import Body
from toc_treaties.model.commitment import Commitment
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.measure import MeasureKind, Topic
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.questions.changed_standings import StandingChange, same_state, standing_changes, unchanged
from toc_treaties.questions.commitments import CommitmentProgress, body_progress, state_progress
from toc_treaties.questions.duties import duties
from toc_treaties.questions.measures import KINDS, of_state


class MembershipKind(StrEnum):
    """What a state is in an organization on a day."""

    MEMBER = auto()
    SUSPENDED = auto()
    NO_MEMBER = auto()


class MembershipChange(NamedTuple):
    """A state that is something else in an organization on a day than the register said before."""

    state: State
    organization: str
    before: MembershipKind
    after: MembershipKind


class DutyChange(NamedTuple):
    """What an instrument asks one state to notify or designate, where another answer stands on record than before.

    `asked` are articles that ask now and did not, with nothing on record; the others asked before.
    """

    state: State
    instrument: Instrument
    asked: tuple[str, ...]
    answered: tuple[str, ...]
    open: tuple[str, ...]


class SignChange(NamedTuple):
    """A state's sign of a topic for a kind of measure that is another."""

    state: State
    topic: Topic
    kind: MeasureKind
    before: TopicSign
    after: TopicSign


class ProgressChange(NamedTuple):
    """What is shown of a state or a body on a commitment, where it is something else than before."""

    addressee: State | Body
    commitment: Commitment
    before: CommitmentProgress
    after: CommitmentProgress


class Meaning(NamedTuple):
    """All that follows from a change for some states and bodies on a day."""

    standings: tuple[StandingChange, ...] = ()
    memberships: tuple[MembershipChange, ...] = ()
    duties: tuple[DutyChange, ...] = ()
    signs: tuple[SignChange, ...] = ()
    progress: tuple[ProgressChange, ...] = ()


def meaning(
    before: Register,
    after: Register,
    slugs: Iterable[str],
    day: date,
    renamed: Mapping[str, str] = {},
) -> Meaning:
    """What follows from a change for some states, and for the bodies that both readings hold."""
    slugs = tuple(slugs)
    both = [
        (before.states[slug], after.states[slug]) for slug in slugs if slug in before.states and slug in after.states
    ]
    settled = unchanged(before, after)
    return Meaning(
        tuple(standing_changes(before, after, slugs, day, renamed)),
        tuple(each for old, new in both for each in _memberships(old, new, day)),
        tuple(each for old, new in both for each in _duties(before, after, old, new, settled, day)),
        tuple(each for old, new in both for each in _signs(before, after, old, new, day)),
        tuple(_progress(before, after, both, day)),
    )


def _memberships(old: State, new: State, day: date) -> Iterator[MembershipChange]:
    """Every membership of a state that is another on a day."""
    for organization in dict.fromkeys((*old.memberships, *new.memberships)):
        was, found = (_membership(state, organization, day) for state in (old, new))
        if was is not found:
            yield MembershipChange(new, organization, was, found)


def _membership(state: State, organization: str, day: date) -> MembershipKind:
    if suspended(state, organization, day) is not None:
        return MembershipKind.SUSPENDED
    return MembershipKind.MEMBER if is_member(state, organization, day) else MembershipKind.NO_MEMBER


def _duties(
    before: Register, after: Register, old: State, new: State, settled: Collection[str], day: date
) -> Iterator[DutyChange]:
    """What each instrument asks of a state on a day, where it asks more, or other things stand on record.

    `settled` are the instruments that are as they were, of which a state that is as it was is asked the same.
    """
    same = settled if same_state(before, after, new.slug) else ()
    for instrument in after.instruments.values():
        if instrument.id not in before.instruments or instrument.id in same:
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


def _signs(before: Register, after: Register, old: State, new: State, day: date) -> Iterator[SignChange]:
    """Each sign of a topic that both readings hold, for each kind of measure, that is another on a day."""
    had, has = before.measures.get(new.slug), after.measures.get(new.slug)
    if had is None or has is None or had == has:
        return
    old = old._replace(slug=new.slug)
    for kind in KINDS:
        was = {each.topic.id: each.sign for each in of_state(before, old, day, kind=kind).topics}
        for each in of_state(after, new, day, kind=kind).topics:
            if each.topic.id in was and was[each.topic.id] != each.sign:
                yield SignChange(new, each.topic, kind, was[each.topic.id], each.sign)


def _progress(
    before: Register, after: Register, states: Iterable[tuple[State, State]], day: date
) -> Iterator[ProgressChange]:
    """What is shown of each state and body on a commitment, where its status or what that rests on is another."""
    if before.catalogue is None or after.catalogue is None:
        return
    every: list[tuple[State | Body, tuple[CommitmentProgress, ...], tuple[CommitmentProgress, ...]]] = [
        (new, state_progress(before, old, day), state_progress(after, new, day))
        for old, new in states
        if before.catalogue != after.catalogue
        or (old.assessments, old.designations) != (new.assessments, new.designations)
    ]
    bodies = ((body, before.bodies[id]) for id, body in after.bodies.items() if id in before.bodies)
    every += [(body, body_progress(before, old, day), body_progress(after, body, day)) for body, old in bodies]
    for addressee, had, has in every:
        was = {progress.commitment.id: progress for progress in had}
        for progress in has:
            old_one = was.get(progress.commitment.id)
            if old_one is not None and _answer(old_one) != _answer(progress):
                yield ProgressChange(addressee, progress.commitment, old_one, progress)


def _answer(progress: CommitmentProgress) -> tuple[object, ...]:
    return progress.status, progress.made, progress.assessment and progress.assessment.basis
