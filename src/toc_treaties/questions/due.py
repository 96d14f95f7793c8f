"""What each state or body still owes: designations, questionnaires and returns, by date."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from toc_treaties.model.assessment import Body
from toc_treaties.model.commitment import Catalogue, Commitment
from toc_treaties.model.register import Register
from toc_treaties.model.state import Designation, State, is_member
from toc_treaties.questions.commitments import BodyProgress, body_progress, catalogue_of, runs

ROLES = ("national-authority", "national-point-of-contact")
"""The roles that every state is asked to fill, in the order in which the commitments ask for them."""


class Due(NamedTuple):
    """One thing owed or not on record: what, by whom, under which commitment, and by when (None: no date is set)."""

    what: str
    about: str
    commitment: str | None
    by: date | None
    lapsed: Designation | None = None


class StateDue(NamedTuple):
    """What is not on record of one state."""

    state: State
    dues: tuple[Due, ...]


class Dues(NamedTuple):
    """What states and bodies owe on a date. The register knows what was seen: more may have been given."""

    as_of: date
    states: tuple[StateDue, ...]
    bodies: tuple[tuple[Body, tuple[Commitment, ...]], ...]
    draft: str | None = None
    """The document that asks for returns, where it is a draft."""
    outside: tuple[State, ...] = ()
    """States asked about that are not members on the day: they owe nothing here."""


def due(register: Register, states: Iterable[State], as_of: date) -> Dues:
    """The designations, questionnaires and returns not on record on a date, for members of the day."""
    catalogue = catalogue_of(register)
    everyone = list(states)
    members = [state for state in everyone if is_member(state, "oas", as_of)]
    return Dues(
        as_of,
        tuple(StateDue(state, tuple(_of_state(register, catalogue, state, as_of))) for state in members),
        tuple((body, _open(body_progress(register, body, as_of))) for body in register.bodies.values()),
        _draft(register, catalogue),
        tuple(state for state in everyone if state not in members),
    )


def _draft(register: Register, catalogue: Catalogue) -> str | None:
    """The title of the document that asks for returns, where it was not seen adopted."""
    commitment = catalogue.commitments.get(_asks(register) or "")
    document = catalogue.documents.get(commitment.document) if commitment else None
    return document.short["en"] if document and document.status == "draft" else None


def _asks(register: Register) -> str | None:
    """The commitment that asks for a return each year."""
    return next((one.commitment for one in register.statistics.values() if one.unit == "date"), None)


def _open(found: BodyProgress) -> tuple[Commitment, ...]:
    """The commitments of a body on which nothing is recorded."""
    return tuple(one.commitment for one in found.progress if one.assessment is None)


def _of_state(register: Register, catalogue: Catalogue, state: State, as_of: date) -> Iterable[Due]:
    for role in ROLES:
        asks = next((one.id for one in catalogue.commitments.values() if one.role == role), None)
        held = [one for one in state.designations if one.role == role]
        if not any(runs(one, as_of) for one in held):
            lapsed = next((one for one in held if one.until is not None), None)
            yield Due("designation", role, asks, None, lapsed)
    for one in state.questionnaires:
        given = one.submitted is not None and one.submitted.earliest <= as_of
        if not given:
            yield Due("questionnaire", f"{one.name} {one.year}", None, one.due.latest if one.due else None)
    yield from _returns(register, catalogue, state, as_of)


def _returns(register: Register, catalogue: Catalogue, state: State, as_of: date) -> Iterable[Due]:
    """The returns for the years since the commitment was first put in writing, up to the year before the date."""
    commitment = catalogue.commitments.get(_asks(register) or "")
    document = catalogue.documents.get(commitment.document) if commitment else None
    if commitment is None or document is None or document.from_day is None:
        return
    for year in range(document.from_day.year, as_of.year):
        given = state.returns.get(year)
        if given is None or (given.submitted is not None and given.submitted.earliest > as_of):
            yield Due("return", str(year), commitment.id, None)
