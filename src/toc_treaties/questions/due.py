"""What is not on record of each state or body: designations, notifications, questionnaires and returns."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.law.membership import is_member
from toc_treaties.law.periods import certainly, possibly
from toc_treaties.model.assessment import Body
from toc_treaties.model.commitment import Catalogue, Commitment, Statistic
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.meeting import Meeting
from toc_treaties.model.register import Register
from toc_treaties.model.state import Designation, State
from toc_treaties.questions.commitments import BodyProgress, body_progress, catalogue_of
from toc_treaties.questions.duties import ASKED_FOR, duties, roles


class Due(NamedTuple):
    """One thing owed or not on record: what, about what, and by when (None: no date is set).

    `asked_by` is the instrument whose `article` asks for it, `commitment` the paragraph, `meeting` the meeting at which
    it was to be given. `marked` says that no source shows the consent on which the duty rests.
    """

    what: str
    about: str
    commitment: str | None = None
    by: date | None = None
    lapsed: Designation | None = None
    asked_by: Instrument | None = None
    article: str | None = None
    meeting: Meeting | None = None
    marked: bool = False


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
    """States asked about that are not members on the day: they owe what treaties ask alone."""


def due(register: Register, states: Iterable[State], as_of: date) -> Dues:
    """What is not on record on a date: under the treaties in force for each state, and of what members are asked."""
    catalogue = catalogue_of(register)
    everyone = list(states)
    return Dues(
        as_of,
        tuple(StateDue(state, tuple(_of_state(register, catalogue, state, as_of))) for state in everyone),
        tuple((body, _open(body_progress(register, body, as_of))) for body in register.bodies.values()),
        _draft(register, catalogue),
        tuple(state for state in everyone if not is_member(state, "oas", as_of)),
    )


def _draft(register: Register, catalogue: Catalogue) -> str | None:
    """The title of the document that asks for returns, where it was not seen adopted."""
    asked = _asked(register)
    commitment = catalogue.commitments.get(asked.commitment) if asked else None
    document = catalogue.documents.get(commitment.document) if commitment else None
    return document.short["en"] if document and document.status == "draft" else None


def _asked(register: Register) -> Statistic | None:
    """The return itself among the figures, with the paragraph that asks for it and the meetings it is given at."""
    return next((one for one in register.statistics.values() if one.at is not None), None)


def _open(found: BodyProgress) -> tuple[Commitment, ...]:
    """The commitments of a body on which nothing is recorded."""
    return tuple(one.commitment for one in found.progress if one.assessment is None)


def _of_state(register: Register, catalogue: Catalogue, state: State, as_of: date) -> Iterator[Due]:
    member = is_member(state, "oas", as_of)
    if member:
        yield from _roles(catalogue, state, as_of)
    for owed in duties(register, state, register.instruments.values(), as_of):
        if owed.is_due and not owed.on_record:
            lapsed = next(iter(owed.lapsed), None)
            yield Due(
                "designation",
                owed.due.what,
                lapsed=lapsed,
                asked_by=owed.instrument,
                article=owed.due.article,
                marked=owed.marked,
            )
    if member:
        yield from _questionnaires(state, as_of)
        yield from _returns(register, catalogue, state, as_of)


def _roles(catalogue: Catalogue, state: State, as_of: date) -> Iterator[Due]:
    """The roles that a paragraph in writing by the date asks a member to fill, and that nobody holds."""
    for held in roles(state, as_of):
        asks = next((one for one in catalogue.commitments.values() if one.role == held.role), None)
        document = catalogue.documents.get(asks.document) if asks else None
        asked = document is None or document.from_day is None or document.from_day <= as_of
        if held.role in ASKED_FOR and asked and not held.designated:
            yield Due("designation", held.role, asks.id if asks else None, None, next(iter(held.lapsed), None))


def _questionnaires(state: State, as_of: date) -> Iterator[Due]:
    for one in state.questionnaires:
        given = one.submitted is not None and possibly(one.submitted, None, as_of)
        if not given:
            yield Due("questionnaire", f"{one.name} {one.year}", None, one.due.latest if one.due else None)


def _returns(register: Register, catalogue: Catalogue, state: State, as_of: date) -> Iterator[Due]:
    """The returns for the year before each meeting that was held since they were first asked for in writing."""
    asked = _asked(register)
    commitment = catalogue.commitments.get(asked.commitment) if asked else None
    document = catalogue.documents.get(commitment.document) if commitment else None
    if asked is None or commitment is None or document is None or document.from_day is None:
        return
    for meeting in register.meetings.values():
        held = certainly(meeting.begins, None, as_of)
        if meeting.series != asked.at or not held or meeting.begins.earliest < document.from_day:
            continue
        year = meeting.begins.earliest.year - 1
        given = state.returns.get(year)
        if given is None or not possibly(given.submitted, None, as_of):
            yield Due("return", str(year), commitment.id, meeting=meeting)
