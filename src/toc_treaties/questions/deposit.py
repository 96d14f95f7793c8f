"""The sheet on one deposit: how and when, what to notify, what it does to the pairs, and which law serves it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.evidence import Recorded, among, cited
from toc_treaties.law.membership import OAS, is_member, participation
from toc_treaties.model.instrument import DesignationDue, Instrument
from toc_treaties.model.measure import MeasureSource
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import Designation, State
from toc_treaties.model.vocabulary import InstitutionRole, Purpose
from toc_treaties.questions.deposit_consent import SUPPOSED, Consent, consent
from toc_treaties.questions.deposit_effects import Effects, effects
from toc_treaties.questions.duties import DesignationOwed, duties, roles
from toc_treaties.questions.measures import TopicMeasures, of_state

ROLE_FOR: Mapping[str, str] = {
    Purpose.EXTRADITION: InstitutionRole.EXTRADITION_AUTHORITY,
    Purpose.MUTUAL_LEGAL_ASSISTANCE: InstitutionRole.MLA_CENTRAL_AUTHORITY,
}
"""The role of an authority that a state names of itself, by what requests to it are for."""


class OtherSide(NamedTuple):
    """Which authorities of the partners are on record under one article, or in a role, and of whom none is.

    `told` are those of which a statement on the article is on record, and no authority.
    """

    due: DesignationDue | None
    role: str | None
    named: tuple[tuple[State, tuple[Designation, ...]], ...]
    nothing: tuple[State, ...]
    told: tuple[State, ...] = ()


class Deposit(NamedTuple):
    """What would follow if a state deposited its instrument on a day, from what the register records."""

    as_of: date
    consent: Consent
    member: bool
    duties: tuple[DesignationOwed, ...]
    effects: Effects | None
    other_side: tuple[OtherSide, ...]
    topics: tuple[TopicMeasures, ...]
    """The topics that name articles of the instrument, with the state's laws."""
    called: Mapping[str, Instrument]
    sources: Mapping[str, Source]
    law_sources: tuple[MeasureSource, ...]
    cited: tuple[Source, ...]

    @property
    def state(self) -> State:
        """The state."""
        return self.consent.case.state

    @property
    def instrument(self) -> Instrument:
        """The instrument."""
        return self.consent.case.instrument


def deposit(register: Register, state: State, instrument: Instrument, day: date) -> Deposit:
    """What would follow from a deposit on a day; where none can be made, why."""
    found = consent(register, state, instrument, day)
    supposed = found.supposed
    followed = effects(register, supposed.register, supposed.state, instrument, found.effective) if supposed else None
    owed = tuple(_own(found, instrument)) if supposed else ()
    side = tuple(_other_side(register, instrument, followed)) if followed else ()
    measures = of_state(register, state, day)
    topics = tuple(each for each in measures.topics if _names(each.topic.articles, instrument)) if supposed else ()
    ids = {id for each in topics for standing in each.of_kind for id in standing.measure.sources}
    records: list[Recorded] = [found.case, *participation(state, day), *_records(owed, side, followed)]
    return Deposit(
        day,
        found,
        is_member(state, OAS, day),
        owed,
        followed,
        side,
        topics,
        register.instruments,
        register.sources,
        among(ids, measures.sources),
        _cited(register, records, followed),
    )


def _names(articles: tuple[str, ...], instrument: Instrument) -> bool:
    """Whether some articles are an instrument's."""
    return any(article.partition(" ")[0] == instrument.id for article in articles)


def _own(found: Consent, instrument: Instrument) -> Iterator[DesignationOwed]:
    """What the instrument asks the state to notify or declare, in its order, with what is on record of that."""
    supposed = found.supposed
    known = (
        {owed.due.article: owed for owed in duties(supposed.register, supposed.state, [instrument], found.effective)}
        if supposed
        else {}
    )
    for due in instrument.designations:
        yield known.get(due.article) or DesignationOwed(instrument, due, None, (), (), ())


def _other_side(register: Register, instrument: Instrument, followed: Effects) -> Iterator[OtherSide]:
    """The authorities of the partners: under each article that asks for one, and those that they name of themselves."""
    partners = followed.partners.parties
    owed = {other.slug: [*duties(register, other, [instrument], followed.day)] for other in partners}
    for due in instrument.designations:
        of = {other.slug: next((each for each in owed[other.slug] if each.due is due), None) for other in partners}
        held = [(other, found.designated if (found := of[other.slug]) else ()) for other in partners]
        told = tuple(other for other, made in held if not made and (found := of[other.slug]) and found.on_record)
        if told or any(made for _, made in held) or (due.due and due.condition is None):
            yield _side(due, None, held, told)
    for purpose in instrument.serves:
        role = ROLE_FOR.get(purpose)
        if role is not None:
            held = [
                (other, next((each.designated for each in roles(other, followed.day) if each.role == role), ()))
                for other in partners
            ]
            if any(made for _, made in held):
                yield _side(None, role, held)


def _side(
    due: DesignationDue | None,
    role: str | None,
    of: list[tuple[State, tuple[Designation, ...]]],
    told: tuple[State, ...] = (),
) -> OtherSide:
    named = tuple((other, made) for other, made in of if made)
    return OtherSide(due, role, named, tuple(other for other, made in of if not made and other not in told), told)


def _records(
    owed: tuple[DesignationOwed, ...], side: tuple[OtherSide, ...], followed: Effects | None
) -> Iterator[Recorded]:
    """The records that are shown beside standings."""
    for each in owed:
        yield from each.recorded
    for part in side:
        for _, made in part.named:
            yield from made
    if followed is not None:
        yield from (said.statement for said in followed.said)
        yield from followed.agreements


def _cited(register: Register, records: list[Recorded], followed: Effects | None) -> tuple[Source, ...]:
    """The sources behind the answer, in the register's order; the supposed deposit has none."""
    stand = followed.standings.cited(()) if followed is not None else ()
    ids = {source.id for source in (*stand, *cited(records, register.sources))} - {SUPPOSED.id}
    return among(ids, register.sources)
