"""What a state or body has done about a commitment."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from toc_treaties.law.designations import in_effect, notified
from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import Recorded
from toc_treaties.law.evidence import newest as newest_day
from toc_treaties.law.periods import certainly
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.assessment import Assessment, Body, Status
from toc_treaties.model.commitment import Catalogue, Commitment, CommitmentText
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import Designation, State
from toc_treaties.model.when import When, on

if TYPE_CHECKING:
    from toc_treaties.law.measures import MeasureStanding

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
    measures: "tuple[MeasureStanding, ...]" = ()
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


class Asked(NamedTuple):
    """A commitment with what is the same for every state that it asks something of, by a date.

    `same` are the ids of the commitment and of those that say the same, `decided` the instruments that answer it,
    `beside` those shown with it, `nothing` the progress of a state of which nothing is recorded.
    """

    commitment: Commitment
    same: set[str]
    decided: tuple[Instrument, ...]
    beside: tuple[Instrument, ...]
    nothing: CommitmentProgress


def asked_by(register: Register, commitment: Commitment, as_of: date) -> Asked:
    """What a commitment asks of each state, by a date."""
    adopted = _adopted(register, commitment, as_of)
    status = Status.ON_RECORD if adopted else Status.NO_INFORMATION
    known = register.instruments
    return Asked(
        commitment,
        {commitment.id, *commitment.same_as},
        tuple([known[id] for id in commitment.register if id in known]),
        tuple([known[id] for id in commitment.beside if id in known]),
        CommitmentProgress(commitment, status, record=adopted),
    )


def state_progress(register: Register, state: State, as_of: date) -> tuple[CommitmentProgress, ...]:
    """A state's progress on every commitment addressed to member states, by a date."""
    held = at_home(register, state, as_of)
    return tuple(
        progress_of(register, state, asked_by(register, commitment, as_of), as_of, held)
        for commitment in catalogue_of(register).commitments.values()
        if commitment.of_states
    )


def at_home(register: Register, state: State, as_of: date) -> "tuple[MeasureStanding, ...]":
    """What a state has done at home by a date, where that was read."""
    if not register.measures:
        return ()
    from toc_treaties.questions.measures import on_record

    return on_record(register, state, as_of)


def progress_of(
    register: Register, state: State, asked: Asked, as_of: date, held: "tuple[MeasureStanding, ...]"
) -> CommitmentProgress:
    """A state's progress on one commitment: the newest assessment of it, or of a paragraph that says the same.

    `held` is what the state has done at home by the date.
    """
    assessment = newest(state.assessments, asked.same, as_of) if state.assessments else None
    role = asked.commitment.role
    named = [held for held in state.designations if held.role == role and in_effect(held, as_of)] if role else []
    measures = _serving(register, held, asked.same)
    if not (assessment or named or measures or asked.decided or asked.beside):
        return asked.nothing
    decided, beside = (_standings(register, state, ids, as_of) for ids in (asked.decided, asked.beside))
    record = asked.nothing.record or next((held for held in named if notified(held, as_of)), None)
    status = assessment.status if assessment else Status.ON_RECORD if record else Status.NO_INFORMATION
    return CommitmentProgress(
        asked.commitment,
        None if decided else status,
        None if decided else assessment,
        decided,
        beside,
        tuple([held for held in named if held is not record]),
        record,
        measures,
    )


def _serving(
    register: Register, held: "tuple[MeasureStanding, ...]", paragraphs: set[str]
) -> "tuple[MeasureStanding, ...]":
    """Those of a state's measures that serve a paragraph."""
    if not held:
        return ()
    from toc_treaties.questions.measures import serving

    return serving(register, held, paragraphs)


def _standings(register: Register, state: State, instruments: tuple[Instrument, ...], as_of: date) -> tuple[Shown, ...]:
    """A state's standing under each of some instruments."""
    return tuple([(each, standing(dossier(register, state, each), as_of)) for each in instruments])


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
