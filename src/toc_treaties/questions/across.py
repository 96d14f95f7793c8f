"""Commitments across the states and bodies that they address: counts by status, and who stands where."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from toc_treaties.law.evidence import cited
from toc_treaties.law.membership import OAS, is_member, limits
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.law.tally import Tally, tally
from toc_treaties.model.assessment import Body, Status
from toc_treaties.model.commitment import Commitment, CommitmentText
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.questions.commitments import (
    CommitmentProgress,
    Shown,
    asked_by,
    at_home,
    catalogue_of,
    of_body,
    progress_of,
)
from toc_treaties.questions.scope import Scope

if TYPE_CHECKING:
    from toc_treaties.law.measures import MeasureStanding
    from toc_treaties.model.measure import MeasureSource

AtHome = tuple[State, "tuple[MeasureStanding, ...]"]
"""A state, with what it has done at home by a date."""


class StateProgress(NamedTuple):
    """A state with its progress on a commitment."""

    state: State
    progress: CommitmentProgress


class BodyProgress(NamedTuple):
    """A body of the Organization with its progress on a commitment."""

    body: Body
    progress: CommitmentProgress


class StatusCounts(NamedTuple):
    """One commitment across those it is addressed to: how many by status, or the total of those that consented."""

    commitment: Commitment
    document: CommitmentText | None
    by_status: Mapping[Status, int]
    of: int
    sources: tuple[str, ...]
    instruments: tuple[Instrument, ...] = ()
    """Those whose standing answers it."""
    total: Tally | None = None


class Alike(NamedTuple):
    """Those whose status is the same, or whose standing is of the same kind, in alphabetical order."""

    kind: Status | StandingKind
    rows: tuple[StateProgress | BodyProgress, ...]


class Overview(NamedTuple):
    """The catalogue with its counts on a date."""

    as_of: date
    scope: Scope
    counts: tuple[StatusCounts, ...]
    members: int
    """How many of the states are OAS members on the day: those counted where a commitment addresses states."""
    sources: tuple[Source, ...]
    """The texts, and what stands behind the counts."""

    @property
    def by_document(self) -> Mapping[str, list[StatusCounts]]:
        """The counts by document, in the order of the texts."""
        found: dict[str, list[StatusCounts]] = {}
        for counts in self.counts:
            found.setdefault(counts.commitment.document, []).append(counts)
        return found


class Across(NamedTuple):
    """One commitment across all states and bodies that it addresses."""

    as_of: date
    scope: Scope
    counts: StatusCounts
    states: tuple[StateProgress, ...]
    bodies: tuple[BodyProgress, ...]
    articles: tuple[tuple[Instrument, str], ...]
    same: tuple[tuple[CommitmentText, Commitment], ...]
    """The commitments that say the same, with their documents."""
    sources: Mapping[str, Source]
    held: Mapping[str, "MeasureSource"]
    """The sources of what states have done at home."""

    @property
    def alike(self) -> Iterator[Alike]:
        """The states and bodies by status, in the order of the scale, or by standing where the register decides."""
        rows: list[StateProgress | BodyProgress] = [*self.states, *self.bodies]
        for kind in StandingKind if self.counts.total else Status:
            found = tuple(row for row in rows if _kind(row.progress) is kind)
            if found:
                yield Alike(kind, found)

    @property
    def cited(self) -> tuple[Source, ...]:
        """What stands behind the progress, and what is said of the states' participation."""
        beside = limits((row.state for row in self.states), self.as_of)
        return cited([self.counts, *(row.progress for row in self.states), *beside], self.sources)


def _kind(progress: CommitmentProgress) -> Status | StandingKind | None:
    return least(progress.decided).name if progress.decided else progress.status


def overview(register: Register, scope: Scope, as_of: date) -> Overview:
    """Every commitment with counts by status among OAS members of the day, or bodies addressed.

    Of some instruments alone, the commitments that concern them.
    """
    members = with_measures(register, (state for state in scope.states if is_member(state, OAS, as_of)), as_of)
    wanted = {instrument.id for instrument in scope.instruments}
    concerned = (
        commitment
        for commitment in catalogue_of(register).commitments.values()
        if not scope.of_some_instruments or wanted & set(commitment.instruments)
    )
    counts = tuple(
        _counts(register, each, [*_of_states(register, members, each, as_of), *_of_bodies(register, each, as_of)])
        for each in concerned
    )
    texts = (each.document for each in counts if each.document is not None)
    return Overview(as_of, scope, counts, len(members), cited([*counts, *texts], register.sources))


def across(
    register: Register, scope: Scope, commitment: Commitment, as_of: date, held: Sequence[AtHome] = ()
) -> Across:
    """One commitment across the states, in alphabetical order, and the bodies that it addresses.

    `held` is what the states have done at home, where it was asked for before (`with_measures`).
    """
    from toc_treaties.questions.measures import all_sources

    states = _of_states(register, held or with_measures(register, scope.states, as_of), commitment, as_of)
    bodies = _of_bodies(register, commitment, as_of)
    members = [row for row in states if is_member(row.state, OAS, as_of)]
    catalogue = catalogue_of(register)
    same = [catalogue.commitments[id] for id in commitment.same_as if id in catalogue.commitments]
    articles = [article.partition(" ") for article in commitment.articles]
    return Across(
        as_of,
        scope,
        _counts(register, commitment, [*members, *bodies]),
        states,
        bodies,
        tuple((register.instruments[id], article) for id, _, article in articles if id in register.instruments),
        tuple((catalogue.documents[each.document], each) for each in same if each.document in catalogue.documents),
        register.sources,
        all_sources(register, scope.states),
    )


def with_measures(register: Register, states: Iterable[State], as_of: date) -> list[AtHome]:
    """Some states, each with what it has done at home by a date."""
    return [(state, at_home(register, state, as_of)) for state in states]


def _of_states(
    register: Register, states: Iterable[AtHome], commitment: Commitment, as_of: date
) -> tuple[StateProgress, ...]:
    """The progress of some states on a commitment; of none where it is not addressed to states."""
    if not commitment.of_states:
        return ()
    asked = asked_by(register, commitment, as_of)
    return tuple([StateProgress(state, progress_of(register, state, asked, as_of, held)) for state, held in states])


def _of_bodies(register: Register, commitment: Commitment, as_of: date) -> tuple[BodyProgress, ...]:
    """The progress of the bodies that a commitment addresses."""
    bodies = (register.bodies[id] for id in commitment.addressee if id in register.bodies)
    return tuple(BodyProgress(body, of_body(body, commitment, as_of)) for body in bodies)


def _counts(register: Register, commitment: Commitment, rows: Iterable[StateProgress | BodyProgress]) -> StatusCounts:
    """The counts of a commitment over members and bodies that it addresses."""
    found = [row.progress for row in rows]
    times = Counter(progress.status for progress in found)
    by_status = {status: times[status] for status in Status}
    document = catalogue_of(register).documents.get(commitment.document)
    unlike = {id(progress): progress for progress in found}.values()  # those of whom nothing is recorded are one
    sources = tuple(dict.fromkeys(id for progress in unlike for id in progress.sources))
    counts = StatusCounts(commitment, document, by_status, len(found), sources)
    if not any(progress.decided for progress in found):
        return counts
    total = tally(least(progress.decided) for progress in found)
    instruments = tuple(instrument for instrument, _ in found[0].decided)
    return counts._replace(of=total.of, instruments=instruments, total=total)


def least(decided: tuple[Shown, ...]) -> Standing:
    """The standing that is furthest from answering a paragraph, among those under which the state can join."""
    open_to = [standing for _, standing in decided if standing.can_join] or [decided[0][1]]
    return min(open_to, key=lambda standing: (standing.consented, standing.may_have_consented))
