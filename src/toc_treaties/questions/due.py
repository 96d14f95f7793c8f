"""What is not on record of each state or body: designations, notifications, questionnaires and returns."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from toc_treaties.law.evidence import cited
from toc_treaties.law.membership import OAS, is_member
from toc_treaties.law.periods import certainly, possibly
from toc_treaties.model.assessment import Body
from toc_treaties.model.commitment import Catalogue, Commitment, CommitmentText
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.measure import MeasureKind
from toc_treaties.model.meeting import Meeting
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import Designation, State
from toc_treaties.questions.commitments import body_progress, catalogue_of
from toc_treaties.questions.duties import ASKED_FOR, duties, roles
from toc_treaties.questions.scope import Scope

NEARLY = 5
"""Of how many states one may be an exception, that a thing is said once of all the others."""


class Due(NamedTuple):
    """One thing owed or not on record: what, about what, and by when (None: no date is set).

    `asked_by` is the instrument whose `article` asks for it, `commitment` the paragraph of `document`, `meeting` the
    meeting at which it was to be given. `marked` says that no source shows the consent on which the duty rests.
    """

    what: str
    about: str
    commitment: Commitment | None = None
    document: CommitmentText | None = None
    by: date | None = None
    lapsed: Designation | None = None
    asked_by: Instrument | None = None
    article: str | None = None
    meeting: Meeting | None = None
    marked: bool = False

    @property
    def thing(self) -> tuple[object, ...]:
        """What is asked for, whoever is asked: the same for two states of which the same is not on record."""
        of = (self.commitment, self.asked_by, self.meeting)
        return self.what, self.about, self.by, self.article, *(each.id if each is not None else None for each in of)

    @property
    def sources(self) -> tuple[str, ...]:
        """What shows the text that asks, the meeting and the designation that has lapsed."""
        records = (record for record in (self.document, self.meeting, self.lapsed) if record is not None)
        texts = self.asked_by.text if self.asked_by is not None else ()
        return tuple(id for record in records for id in record.sources) + texts


class StateDue(NamedTuple):
    """What is not on record of one state; `own` is what is not said of nearly all states of the answer."""

    state: State
    dues: tuple[Due, ...]
    own: tuple[Due, ...] = ()


class SharedDue(NamedTuple):
    """What is not on record of all states of the answer, but for a few."""

    due: Due
    but: tuple[State, ...]


class BodyDue(NamedTuple):
    """A body of the Organization with the commitments on which nothing is recorded of it, by document."""

    body: Body
    of: tuple[tuple[CommitmentText, tuple[Commitment, ...]], ...]


class Dues(NamedTuple):
    """What states and bodies owe on a date. The register knows what was seen: more may have been given."""

    as_of: date
    scope: Scope
    states: tuple[StateDue, ...]
    shared: tuple[SharedDue, ...]
    bodies: tuple[BodyDue, ...]
    sources: tuple[Source, ...]
    """The texts that ask, and what shows the meetings and the designations that have lapsed."""
    draft: CommitmentText | None = None
    """The document that asks for returns, where it is a draft."""
    outside: tuple[State, ...] = ()
    """States asked about that are not members on the day: they owe what treaties ask alone."""


def due(register: Register, scope: Scope, as_of: date) -> Dues:
    """What is not on record on a date: under the treaties in force for each state, and of what members are asked.

    Of some instruments alone, what those ask; bodies stand beside all states alone.
    """
    found = [StateDue(state, tuple(_of_state(register, state, scope, as_of))) for state in scope.states]
    shared = _shared(register, found)
    said = {entry.due.thing: entry.but for entry in shared}
    _, _, text = _return(register)
    bodies = () if scope.of_some_states or scope.of_some_instruments else register.bodies.values()
    return Dues(
        as_of,
        scope,
        tuple(
            entry._replace(own=tuple(due for due in entry.dues if entry.state in said.get(due.thing, scope.states)))
            for entry in found
        ),
        shared,
        tuple(_of_body(register, body, as_of) for body in bodies),
        cited((due for entry in found for due in entry.dues), register.sources),
        text if text is not None and text.status == "draft" else None,
        tuple(state for state in scope.states if not is_member(state, OAS, as_of)),
    )


def _shared(register: Register, states: list[StateDue]) -> tuple[SharedDue, ...]:
    """What all but a few lack, in the order of the instruments; a lapsed or unconfirmed one is said of its state."""
    lacking: dict[tuple[object, ...], tuple[Due, list[State]]] = {}
    for entry in states:
        for due in entry.dues:
            if due.lapsed is None and not due.marked:
                lacking.setdefault(due.thing, (due, []))[1].append(entry.state)
    found = [
        SharedDue(due, tuple(entry.state for entry in states if entry.state not in of))
        for due, of in lacking.values()
        if len(states) > 1 and (len(states) - len(of)) * NEARLY <= len(states)
    ]
    articles = ((id, duty.article) for id, each in register.instruments.items() for duty in each.designations)
    places = (None, *articles)
    return tuple(sorted(found, key=lambda shared: _position(shared.due, places)))


def _position(due: Due, places: Sequence[tuple[str, str | None] | None]) -> int:
    """Roles first, then articles, then what is asked for at other times."""
    if due.what != "designation":
        return len(places)
    return places.index((due.asked_by.id, due.article) if due.asked_by is not None else None)


def _return(register: Register) -> tuple[str | None, Commitment | None, CommitmentText | None]:
    """The meetings at which a return is given, the paragraph that asks for it and the document."""
    catalogue = catalogue_of(register)
    asked = next((statistic for statistic in register.statistics.values() if statistic.at is not None), None)
    commitment = catalogue.commitments.get(asked.commitment) if asked else None
    return asked and asked.at, commitment, catalogue.documents.get(commitment.document) if commitment else None


def _of_body(register: Register, body: Body, as_of: date) -> BodyDue:
    progress = body_progress(register, body, as_of)
    commitments = [entry.commitment for entry in progress if entry.assessment is None]
    by_document = (
        (document, tuple(commitment for commitment in commitments if commitment.document == document.id))
        for document in catalogue_of(register).documents.values()
        if document.exists(as_of)
    )
    return BodyDue(body, tuple((document, of) for document, of in by_document if of))


def _of_state(register: Register, state: State, scope: Scope, as_of: date) -> Iterator[Due]:
    member = is_member(state, OAS, as_of) and not scope.of_some_instruments
    if member:
        yield from _roles(catalogue_of(register), state, as_of)
    for owed in duties(register, state, scope.instruments, as_of):
        if owed.is_due and not owed.on_record:
            yield Due(
                "designation",
                owed.due.what,
                lapsed=next(iter(owed.lapsed), None),
                asked_by=owed.instrument,
                article=owed.due.article,
                marked=owed.marked,
            )
    if member:
        yield from _questionnaires(register, state, as_of)
        yield from _returns(register, state, as_of)


def _roles(catalogue: Catalogue, state: State, as_of: date) -> Iterator[Due]:
    """The roles that a paragraph in writing by the date asks a member to fill, and that nobody holds."""
    for held in roles(state, as_of):
        asks = next((each for each in catalogue.commitments.values() if each.role == held.role), None)
        document = catalogue.documents.get(asks.document) if asks else None
        asked = document is None or document.exists(as_of)
        if held.role in ASKED_FOR and asked and not held.designated:
            yield Due("designation", held.role, asks, document, lapsed=next(iter(held.lapsed), None))


def _questionnaires(register: Register, state: State, as_of: date) -> Iterator[Due]:
    """The questionnaires with a day by which they were due that were not given by the date."""
    held = register.measures.get(state.slug)
    for asked in held.measures if held is not None else ():
        given = asked.held is not None and possibly(asked.held, None, as_of)
        if asked.kind is MeasureKind.QUESTIONNAIRE and asked.due is not None and not given:
            yield Due("questionnaire", asked.title, by=asked.due.latest)


def _returns(register: Register, state: State, as_of: date) -> Iterator[Due]:
    """The returns for the year before each meeting that was held since they were first asked for in writing."""
    series, commitment, document = _return(register)
    if document is None or document.from_day is None:
        return
    for meeting in register.meetings.values():
        day = meeting.begins.earliest
        given = state.returns.get(day.year - 1)
        missing = given is None or not possibly(given.submitted, None, as_of)
        asked = meeting.series == series and certainly(meeting.begins, None, as_of) and day >= document.from_day
        if asked and missing:
            yield Due("return", str(day.year - 1), commitment, document, meeting=meeting)
