"""What a state or body has done about a commitment."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.law.designations import in_effect, notified
from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import Recorded
from toc_treaties.law.evidence import newest as newest_day
from toc_treaties.law.measures import MeasureStanding
from toc_treaties.law.periods import certainly
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.assessment import Assessment, Body, Status
from toc_treaties.model.commitment import Catalogue, Commitment, CommitmentText
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import Designation, State
from toc_treaties.model.when import When, on
from toc_treaties.questions.measures import on_record, serving

Shown = tuple[Instrument, Standing]


class CommitmentProgress(NamedTuple):
    """One addressee's progress on one commitment.

    `decided` are the standings that answer it where the treaty register does, when there is no status; `beside`
    those shown with it. `record` is the designation or the adopted text that puts it on record; measures and other
    designations are evidence without a status.
    """

    commitment: Commitment
    status: Status | None
    assessment: Assessment | None = None
    decided: tuple[Shown, ...] = ()
    beside: tuple[Shown, ...] = ()
    designations: tuple[Designation, ...] = ()
    record: Designation | CommitmentText | None = None
    measures: tuple[MeasureStanding, ...] = ()
    """What the state has done at home that serves it, where the question reads that: those that stand first."""

    @property
    def records(self) -> "Iterator[Recorded]":
        """What is recorded about it, beside standings."""
        yield from self.designations
        yield from (record for record in (self.assessment, self.record) if record is not None)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources behind it."""
        standings = (standing.evidence for _, standing in (*self.decided, *self.beside))
        return tuple(id for record in (*self.records, *standings) for id in record.sources)

    @property
    def made(self) -> When | None:
        """The day of the assessment; of what is on record, that on which it was complete."""
        if self.assessment is not None:
            return self.assessment.made
        if isinstance(self.record, Designation):
            return newest_day((self.record.since, self.record.notified))
        return on(self.record.adopted) if self.record is not None and self.record.adopted else None


def catalogue_of(register: Register) -> Catalogue:
    """The commitments that were read; none where the file was not."""
    return register.catalogue or Catalogue()


def state_progress(register: Register, state: State, as_of: date) -> tuple[CommitmentProgress, ...]:
    """A state's progress on every commitment addressed to member states, by a date."""
    catalogue, held = catalogue_of(register), on_record(register, state, as_of)
    return tuple(
        progress_of(register, state, commitment, as_of, held)
        for commitment in catalogue.commitments.values()
        if commitment.of_states
    )


def progress_of(
    register: Register,
    state: State,
    commitment: Commitment,
    as_of: date,
    held: tuple[MeasureStanding, ...],
) -> CommitmentProgress:
    """A state's progress on one commitment: the newest assessment of it, or of a paragraph that says the same.

    `held` is what the state has done at home by the date.
    """
    same = {commitment.id, *commitment.same_as}
    assessment = newest(state.assessments, same, as_of) if state.assessments else None
    decided = _standings(register, state, commitment.register, as_of)
    beside = _standings(register, state, commitment.beside, as_of)
    role = commitment.role
    named = [held for held in state.designations if held.role == role and in_effect(held, as_of)] if role else []
    record = _adopted(register, commitment, as_of) or next((held for held in named if notified(held, as_of)), None)
    status = assessment.status if assessment else Status.ON_RECORD if record else Status.NO_INFORMATION
    return CommitmentProgress(
        commitment,
        None if decided else status,
        None if decided else assessment,
        decided,
        beside,
        tuple([held for held in named if held is not record]),
        record,
        serving(register, held, same),
    )


def _standings(register: Register, state: State, ids: tuple[str, ...], as_of: date) -> tuple[Shown, ...]:
    """A state's standing under each of some instruments that the register knows."""
    if not ids:
        return ()
    found = [register.instruments[id] for id in ids if id in register.instruments]
    return tuple([(instrument, standing(dossier(register, state, instrument), as_of)) for instrument in found])


def _adopted(register: Register, commitment: Commitment, as_of: date) -> CommitmentText | None:
    """The text whose adoption a commitment asks for, once it was adopted: on record for all."""
    text = catalogue_of(register).documents.get(commitment.adopts) if commitment.adopts else None
    return text if text is not None and text.adopted is not None and text.adopted <= as_of else None


def newest(assessments: Iterable[Assessment], ids: set[str], as_of: date) -> Assessment | None:
    """The newest assessment of some commitments by a date; of one day, the later in the file."""
    made = [each for each in assessments if each.commitment in ids and certainly(each.made, None, as_of)]
    return max(reversed(made), key=lambda assessment: assessment.made.latest, default=None)


def body_progress(register: Register, body: Body, as_of: date) -> tuple[CommitmentProgress, ...]:
    """A body's progress on the commitments addressed to it."""
    commitments = catalogue_of(register).commitments.values()
    return tuple(of_body(body, commitment, as_of) for commitment in commitments if body.id in commitment.addressee)


def of_body(body: Body, commitment: Commitment, as_of: date) -> CommitmentProgress:
    """A body's progress on one commitment: the newest assessment of it, or of a paragraph that says the same."""
    assessment = newest(body.assessments, {commitment.id, *commitment.same_as}, as_of)
    return CommitmentProgress(commitment, assessment.status if assessment else Status.NO_INFORMATION, assessment)
