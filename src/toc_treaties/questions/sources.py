"""What rests on a source: every record of the register that cites it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from toc_treaties.law.evidence import is_marked
from toc_treaties.law.measures import made_on
from toc_treaties.model.action import Action, Cell
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.assessment import Assessment
from toc_treaties.model.commitment import Catalogue
from toc_treaties.model.instrument import Instrument, Names
from toc_treaties.model.measure import MeasureSource, StateMeasures
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.model.when import When, on
from toc_treaties.questions.measures import held_of


class Citation(NamedTuple):
    """A record and the sources that it cites: its kind, whose it is, what it is about, and its day.

    `about` is the id, or the name as recorded, of what is no instrument: a grouping, an agreement, a commitment, an
    institution. `marked` says that no source seen shows what is recorded.
    """

    kind: str
    sources: tuple[str, ...]
    when: When | None = None
    about: str | None = None
    article: str | None = None
    state: State | None = None
    instrument: Instrument | None = None
    marked: bool = False


class CitedSource(NamedTuple):
    """A source, of the register or of a state's file of measures, with the records that cite it."""

    source: Source | MeasureSource
    citations: tuple[Citation, ...]


class Sources(NamedTuple):
    """Some sources, in the order of the register, each with what rests on it.

    `named` are the meetings and texts that records are about, by their ids.
    """

    sources: tuple[CitedSource, ...]
    named: Mapping[str, Names] = {}


def sources(register: Register, id: str | None = None) -> Sources:
    """Every source of the register, or one, with all records that cite it."""
    held = (source for each in register.measures.values() for source in each.sources.values())
    every: list[Source | MeasureSource] = [*register.sources.values(), *held]
    return _cited((source for source in every if id in {None, source.id}), citations(register))


def sources_of_register(register: Register) -> Sources:
    """The sources of the treaties, with all records that cite them."""
    texts = register.catalogue.documents if register.catalogue else {}
    meetings = {id: meeting.name for id, meeting in register.meetings.items()}
    named = {**{id: text.short for id, text in texts.items()}, **meetings}
    return _cited(register.sources.values(), citations(register))._replace(named=named)


def sources_at_home(register: Register, state: State) -> Sources:
    """The sources of what one state has done at home, with the measures that cite them."""
    held = held_of(register, state)
    return _cited(held.sources.values(), (citation._replace(state=state) for citation in _of_measures(held)))


def _cited(sources: Iterable[Source | MeasureSource], citations: Iterable[Citation]) -> Sources:
    """Some sources, each with those of the citations that name it."""
    cited: dict[str, list[Citation]] = {}
    for citation in citations:
        for each in dict.fromkeys(citation.sources):
            cited.setdefault(each, []).append(citation)
    return Sources(tuple(CitedSource(source, tuple(cited.get(source.id, ()))) for source in sources))


def citations(register: Register) -> Iterator[Citation]:
    """Every record of the register that can cite a source: by instrument and state, then what states did besides."""
    for instrument in register.instruments.values():
        yield from _of_instrument(instrument)
        for state in register.states.values():
            yield from (
                citation._replace(state=state, instrument=instrument)
                for citation in _of_cell(register.cell(state, instrument.id))
            )
    for state in register.states.values():
        yield from (citation._replace(state=state) for citation in _of_state(register, state))
        yield from (citation._replace(state=state) for citation in _of_measures(held_of(register, state)))
    by_code = {state.iso3: state for state in register.states.values()}
    for agreement in register.agreements.values():
        yield from _of_agreement(agreement, by_code)
    for meeting in register.meetings.values():
        yield Citation("meeting", meeting.sources, meeting.begins, meeting.id)
    if register.catalogue is not None:
        yield from _of_catalogue(register.catalogue)
    for body in register.bodies.values():
        yield from (_of_assessment(assessment) for assessment in body.assessments)


def _of_instrument(instrument: Instrument) -> Iterator[Citation]:
    yield Citation("text", instrument.text, on(instrument.adopted), instrument=instrument)
    for conflict in instrument.conflict:
        yield Citation("conflict", conflict.sources, instrument=instrument)
    if instrument.checked is not None:
        yield Citation("checked", (instrument.checked.source,), on(instrument.checked.as_of), instrument=instrument)


def _of_cell(cell: Cell) -> Iterator[Citation]:
    """What is recorded of a state on an instrument."""
    for action in cell.actions:
        yield from _of_action(action)
    yield from (Citation("none_seen", seen.sources, seen.as_of, marked=is_marked(seen)) for seen in cell.none_seen)
    yield from (Citation("no_information", unknown.sources, unknown.since) for unknown in cell.no_information)
    for invitation in cell.invitations:
        yield Citation("invitation", invitation.sources, invitation.decided, marked=is_marked(invitation))


def _of_action(action: Action) -> Iterator[Citation]:
    yield Citation(action.kind, action.sources, action.when, marked=is_marked(action))
    yield Citation("in_force", action.in_force_seen, on(action.in_force) if action.in_force else None)
    yield from (Citation("conflict", conflict.sources, action.when) for conflict in action.conflict)
    for statement in action.statements:
        articles = ", ".join(statement.articles) or None
        when = statement.made or action.when
        yield Citation(statement.kind, statement.sources, when, article=articles, marked=is_marked(statement))


def _of_state(register: Register, state: State) -> Iterator[Citation]:
    """What a state's file records beside its treaty actions."""
    for organization, periods in state.memberships.items():
        for period in periods:
            yield Citation("membership", period.sources, period.since, organization, marked=is_marked(period))
    for limit in state.participation:
        yield Citation("participation", limit.sources, limit.since, "oas")
        yield from (Citation("participation", reading.sources, limit.since, "oas") for reading in limit.readings)
    for designated in state.designations:
        instrument, day = register.instruments.get(designated.instrument or ""), designated.since or designated.notified
        about = designated.institution
        kept = Citation("designation", designated.sources, day, about, designated.article, instrument=instrument)
        yield kept._replace(marked=is_marked(designated))
    for met in state.conditions:
        instrument = register.instruments.get(met.instrument)
        yield Citation("condition", met.sources, met.since, article=met.article, instrument=instrument)
    yield from map(_of_assessment, state.assessments)
    yield from (Citation("contribution", given.sources, None, given.to) for given in state.contributions)
    yield from (Citation("return", given.sources, given.submitted, str(given.year)) for given in state.returns.values())


def _of_measures(held: StateMeasures) -> Iterator[Citation]:
    """What a state has done at home."""
    for measure in held.measures:
        about = measure.number or measure.title
        yield Citation(measure.kind, measure.sources, made_on(measure), about, marked=is_marked(measure))
        yield from (Citation("conflict", conflict.sources, about=about) for conflict in measure.conflict)


def _of_assessment(assessment: Assessment) -> Citation:
    return Citation("assessment", assessment.sources, assessment.made, assessment.commitment)


def _of_agreement(agreement: Agreement, by_code: dict[str, State]) -> Iterator[Citation]:
    day = agreement.in_force or agreement.signed
    yield Citation("agreement", agreement.sources, day, agreement.title, marked=is_marked(agreement))
    for party in agreement.parties:
        state = by_code.get(party.state)
        yield Citation("agreement_party", party.sources, party.since, agreement.title, state=state)


def _of_catalogue(catalogue: Catalogue) -> Iterator[Citation]:
    for document in catalogue.documents.values():
        yield Citation("document", document.sources, on(document.from_day) if document.from_day else None, document.id)
    if catalogue.scale is not None:
        yield Citation("scale", catalogue.scale.sources)
