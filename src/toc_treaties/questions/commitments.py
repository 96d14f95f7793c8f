"""What has been done about commitments: one state's list, one commitment across states, counts by status."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.standing import CONSENTED, Standing, standing
from toc_treaties.model.assessment import Assessment, Body, Law, Status, Strategy
from toc_treaties.model.commitment import Catalogue, Commitment, Text
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import Designation, State, is_member

Shown = tuple[Instrument, Standing]


class Progress(NamedTuple):
    """One addressee's progress on one commitment.

    `decided` are the standings that answer it where the treaty register does, when there is no status; `beside`
    those shown with it. Strategies, laws and designations are evidence without a status.
    """

    commitment: Commitment
    status: Status | None
    assessment: Assessment | None = None
    decided: tuple[Shown, ...] = ()
    beside: tuple[Shown, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    laws: tuple[Law, ...] = ()
    designations: tuple[Designation, ...] = ()


class StateProgress(NamedTuple):
    """A state with its progress on some commitments, in the order of the texts."""

    state: State
    member: bool
    progress: tuple[Progress, ...]


class BodyProgress(NamedTuple):
    """A body of the Organization with its progress on the commitments addressed to it."""

    body: Body
    progress: tuple[Progress, ...]


class Counts(NamedTuple):
    """One commitment across those it is addressed to: how many by status, or how many have consented."""

    commitment: Commitment
    document: Text | None
    by_status: Mapping[Status, int]
    consented: int | None
    of: int
    unconfirmed: int = 0


class Overview(NamedTuple):
    """The catalogue with its counts on a date."""

    as_of: date
    counts: tuple[Counts, ...]


class Across(NamedTuple):
    """One commitment across all states and bodies that it addresses."""

    as_of: date
    counts: Counts
    states: tuple[StateProgress, ...]
    bodies: tuple[BodyProgress, ...]
    sources: Mapping[str, Source]


def catalogue_of(register: Register) -> Catalogue:
    """The commitments that were read; none where the file was not."""
    return register.catalogue or Catalogue()


def state_progress(register: Register, state: State, as_of: date) -> tuple[Progress, ...]:
    """A state's progress on every commitment addressed to member states, by a date."""
    catalogue = catalogue_of(register)
    return tuple(
        progress_of(register, state, commitment, as_of)
        for commitment in catalogue.commitments.values()
        if commitment.of_states
    )


def progress_of(register: Register, state: State, commitment: Commitment, as_of: date) -> Progress:
    """A state's progress on one commitment: the newest assessment of it, or of a paragraph that says the same."""
    same = {commitment.id, *commitment.same_as}
    assessment = newest(state.assessments, same, as_of)
    decided = tuple(_shown(register, state, id, as_of) for id in commitment.register if id in register.instruments)
    status = assessment.status if assessment else Status.NO_INFORMATION
    return Progress(
        commitment,
        None if decided else status,
        None if decided else assessment,
        decided,
        tuple(_shown(register, state, id, as_of) for id in commitment.beside if id in register.instruments),
        tuple(
            one for one in state.strategies if same & set(one.commitments) and _by(one.approved or one.begins, as_of)
        ),
        tuple(one for one in state.laws if same & set(one.commitments) and _by(one.made, as_of)),
    )


def runs(one: Designation, as_of: date) -> bool:
    """Whether a designation is in effect on a date; until its end is certain, it is."""
    begun = one.since is None or one.since.earliest <= as_of
    return begun and (one.until is None or as_of < one.until.latest)


def _by(when: object, as_of: date) -> bool:
    """Whether something had happened by a date; what is undated is shown."""
    earliest = getattr(when, "earliest", None)
    return earliest is None or earliest <= as_of


def newest(assessments: Iterable[Assessment], ids: set[str], as_of: date) -> Assessment | None:
    """The newest assessment of some commitments by a date; of one day, the later in the file."""
    found = [one for one in assessments if one.commitment in ids and one.made.latest <= as_of]
    return max(enumerate(found), key=lambda both: (both[1].made.latest, both[0]))[1] if found else None


def _shown(register: Register, state: State, id: str, as_of: date) -> Shown:
    instrument = register.instruments[id]
    return instrument, standing(dossier(register, state, instrument), as_of)


def body_progress(register: Register, body: Body, as_of: date) -> BodyProgress:
    """A body's progress on the commitments addressed to it."""
    addressed = [one for one in catalogue_of(register).commitments.values() if body.id in one.addressee]
    return BodyProgress(body, tuple(_of_body(body, one, as_of) for one in addressed))


def _of_body(body: Body, commitment: Commitment, as_of: date) -> Progress:
    assessment = newest(body.assessments, {commitment.id, *commitment.same_as}, as_of)
    return Progress(commitment, assessment.status if assessment else Status.NO_INFORMATION, assessment)


def overview(register: Register, states: Iterable[State], as_of: date) -> Overview:
    """Every commitment with counts by status among OAS members of the day, or bodies addressed."""
    members = [state for state in states if is_member(state, "oas", as_of)]
    commitments = catalogue_of(register).commitments.values()
    return Overview(as_of, tuple(_counts(register, one, members, as_of) for one in commitments))


def _counts(register: Register, commitment: Commitment, members: list[State], as_of: date) -> Counts:
    found: list[Progress] = []
    if commitment.of_states:
        found += [progress_of(register, state, commitment, as_of) for state in members]
    found += [_of_body(register.bodies[id], commitment, as_of) for id in commitment.addressee if id in register.bodies]
    by_status = {status: sum(one.status is status for one in found) for status in Status}
    consented = None
    if any(one.decided for one in found):
        consented = sum(all(now.name in CONSENTED for _, now in one.decided) for one in found)
    document = catalogue_of(register).documents.get(commitment.document)
    marked = sum(any(now.consented and now.evidence.marked for _, now in one.decided) for one in found)
    return Counts(commitment, document, by_status, consented, len(found), marked)


def across(register: Register, states: Iterable[State], commitment: Commitment, as_of: date) -> Across:
    """One commitment across the states, in alphabetical order, and the bodies that it addresses."""
    everyone = list(states)
    members = [state for state in everyone if is_member(state, "oas", as_of)]
    rows = [
        StateProgress(state, is_member(state, "oas", as_of), (progress_of(register, state, commitment, as_of),))
        for state in everyone
        if commitment.of_states
    ]
    bodies = [
        BodyProgress(register.bodies[id], (_of_body(register.bodies[id], commitment, as_of),))
        for id in commitment.addressee
        if id in register.bodies
    ]
    counts = _counts(register, commitment, members, as_of)
    return Across(as_of, counts, tuple(rows), tuple(bodies), register.sources)
