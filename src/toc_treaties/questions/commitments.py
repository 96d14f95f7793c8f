"""What has been done about commitments: one state's list, one commitment across states, counts by status."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.designations import in_effect, notified
from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import newest as newest_day
from toc_treaties.law.membership import is_member
from toc_treaties.law.periods import certainly, possibly
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.tally import Tally, tally
from toc_treaties.model.assessment import Assessment, Body, Law, NationalStrategy, Status
from toc_treaties.model.commitment import Catalogue, Commitment, CommitmentText
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import Designation, State
from toc_treaties.model.when import When, on
from toc_treaties.questions.scope import Scope

Shown = tuple[Instrument, Standing]


class CommitmentProgress(NamedTuple):
    """One addressee's progress on one commitment.

    `decided` are the standings that answer it where the treaty register does, when there is no status; `beside`
    those shown with it. `record` is the designation or the adopted text that puts it on record; strategies, laws and
    other designations are evidence without a status.
    """

    commitment: Commitment
    status: Status | None
    assessment: Assessment | None = None
    decided: tuple[Shown, ...] = ()
    beside: tuple[Shown, ...] = ()
    strategies: tuple[NationalStrategy, ...] = ()
    laws: tuple[Law, ...] = ()
    designations: tuple[Designation, ...] = ()
    record: Designation | CommitmentText | None = None

    @property
    def made(self) -> When | None:
        """The day of the assessment; of what is on record, that on which it was complete."""
        if self.assessment is not None:
            return self.assessment.made
        if isinstance(self.record, Designation):
            return newest_day((self.record.since, self.record.notified))
        return on(self.record.adopted) if self.record is not None and self.record.adopted else None


class StateProgress(NamedTuple):
    """A state with its progress on some commitments, in the order of the texts."""

    state: State
    member: bool
    progress: tuple[CommitmentProgress, ...]


class BodyProgress(NamedTuple):
    """A body of the Organization with its progress on the commitments addressed to it."""

    body: Body
    progress: tuple[CommitmentProgress, ...]


class StatusCounts(NamedTuple):
    """One commitment across those it is addressed to: how many by status, or the total of those that consented."""

    commitment: Commitment
    document: CommitmentText | None
    by_status: Mapping[Status, int]
    of: int
    total: Tally | None = None


class Overview(NamedTuple):
    """The catalogue with its counts on a date."""

    as_of: date
    scope: Scope
    counts: tuple[StatusCounts, ...]
    members: int
    """How many of the states are OAS members on the day: those counted where a commitment addresses states."""


class Across(NamedTuple):
    """One commitment across all states and bodies that it addresses."""

    as_of: date
    scope: Scope
    counts: StatusCounts
    states: tuple[StateProgress, ...]
    bodies: tuple[BodyProgress, ...]
    sources: Mapping[str, Source]


def catalogue_of(register: Register) -> Catalogue:
    """The commitments that were read; none where the file was not."""
    return register.catalogue or Catalogue()


def state_progress(register: Register, state: State, as_of: date) -> tuple[CommitmentProgress, ...]:
    """A state's progress on every commitment addressed to member states, by a date."""
    catalogue = catalogue_of(register)
    return tuple(
        progress_of(register, state, commitment, as_of)
        for commitment in catalogue.commitments.values()
        if commitment.of_states
    )


def progress_of(register: Register, state: State, commitment: Commitment, as_of: date) -> CommitmentProgress:
    """A state's progress on one commitment: the newest assessment of it, or of a paragraph that says the same."""
    same = {commitment.id, *commitment.same_as}
    assessment = newest(state.assessments, same, as_of)
    decided = tuple(_shown(register, state, id, as_of) for id in commitment.register if id in register.instruments)
    named = [
        one for one in state.designations if commitment.role and one.role == commitment.role and in_effect(one, as_of)
    ]
    record = _adopted(register, commitment, as_of) or next((one for one in named if notified(one, as_of)), None)
    status = assessment.status if assessment else Status.ON_RECORD if record else Status.NO_INFORMATION
    return CommitmentProgress(
        commitment,
        None if decided else status,
        None if decided else assessment,
        decided,
        tuple(_shown(register, state, id, as_of) for id in commitment.beside if id in register.instruments),
        tuple(
            one
            for one in state.strategies
            if same & set(one.commitments) and possibly(one.approved or one.begins, None, as_of)
        ),
        tuple(one for one in state.laws if same & set(one.commitments) and possibly(one.made, None, as_of)),
        tuple(one for one in named if one is not record),
        record,
    )


def _adopted(register: Register, commitment: Commitment, as_of: date) -> CommitmentText | None:
    """The text whose adoption a commitment asks for, once it was adopted: on record for all."""
    text = catalogue_of(register).documents.get(commitment.adopts or "")
    return text if text is not None and text.adopted is not None and text.adopted <= as_of else None


def newest(assessments: Iterable[Assessment], ids: set[str], as_of: date) -> Assessment | None:
    """The newest assessment of some commitments by a date; of one day, the later in the file."""
    found = [one for one in assessments if one.commitment in ids and certainly(one.made, None, as_of)]
    return max(enumerate(found), key=lambda both: (both[1].made.latest, both[0]))[1] if found else None


def _shown(register: Register, state: State, id: str, as_of: date) -> Shown:
    instrument = register.instruments[id]
    return instrument, standing(dossier(register, state, instrument), as_of)


def body_progress(register: Register, body: Body, as_of: date) -> BodyProgress:
    """A body's progress on the commitments addressed to it."""
    addressed = [one for one in catalogue_of(register).commitments.values() if body.id in one.addressee]
    return BodyProgress(body, tuple(_of_body(body, one, as_of) for one in addressed))


def _of_body(body: Body, commitment: Commitment, as_of: date) -> CommitmentProgress:
    assessment = newest(body.assessments, {commitment.id, *commitment.same_as}, as_of)
    return CommitmentProgress(commitment, assessment.status if assessment else Status.NO_INFORMATION, assessment)


def overview(register: Register, scope: Scope, as_of: date) -> Overview:
    """Every commitment with counts by status among OAS members of the day, or bodies addressed.

    Of some instruments alone, the commitments that concern them.
    """
    members = [state for state in scope.states if is_member(state, "oas", as_of)]
    wanted = {instrument.id for instrument in scope.instruments}
    counts = (
        _counts(register, commitment, _of_states(register, members, commitment, as_of), as_of)
        for commitment in catalogue_of(register).commitments.values()
        if not scope.of_some_instruments or wanted & set(commitment.instruments)
    )
    return Overview(as_of, scope, tuple(counts), len(members))


def across(register: Register, scope: Scope, commitment: Commitment, as_of: date) -> Across:
    """One commitment across the states, in alphabetical order, and the bodies that it addresses."""
    rows = _of_states(register, scope.states, commitment, as_of)
    counts = _counts(register, commitment, [row for row in rows if row.member], as_of)
    return Across(as_of, scope, counts, tuple(rows), tuple(_bodies(register, commitment, as_of)), register.sources)


def _of_states(register: Register, states: Iterable[State], commitment: Commitment, as_of: date) -> list[StateProgress]:
    """The progress of some states on a commitment that is addressed to states."""
    return [
        StateProgress(state, is_member(state, "oas", as_of), (progress_of(register, state, commitment, as_of),))
        for state in states
        if commitment.of_states
    ]


def _bodies(register: Register, commitment: Commitment, as_of: date) -> Iterator[BodyProgress]:
    """The progress of the bodies that a commitment addresses."""
    for id in commitment.addressee:
        if body := register.bodies.get(id):
            yield BodyProgress(body, (_of_body(body, commitment, as_of),))


def _counts(register: Register, commitment: Commitment, rows: list[StateProgress], as_of: date) -> StatusCounts:
    """The counts of a commitment over the members' rows and the bodies that it addresses."""
    found = [row.progress[0] for row in rows]
    found += [row.progress[0] for row in _bodies(register, commitment, as_of)]
    by_status = {status: sum(progress.status is status for progress in found) for status in Status}
    document = catalogue_of(register).documents.get(commitment.document)
    if not any(progress.decided for progress in found):
        return StatusCounts(commitment, document, by_status, len(found))
    total = tally(least(progress.decided) for progress in found)
    return StatusCounts(commitment, document, by_status, total.of, total)


def least(decided: tuple[Shown, ...]) -> Standing:
    """The standing that is furthest from answering a paragraph, among those under which the state can join."""
    open_to = [standing for _, standing in decided if standing.can_join] or [decided[0][1]]
    return min(open_to, key=lambda standing: (standing.consented, standing.may_have_consented))
