"""A deposit that is supposed on a day: by which act, after what, and since when the instrument would be in force.

The deposit is supposed in a copy of the register, so that the same law answers that answers for what was done.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.law.bound import Ground
from toc_treaties.law.dossier import Dossier, dossier
from toc_treaties.law.history import EventKind, history
from toc_treaties.law.next_step import NextStep, Step, next_step
from toc_treaties.law.outcome import CONSENTED, StandingKind
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.action import Action, Cell, Effect, Kind, NoneSeen
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis, Source
from toc_treaties.model.state import State
from toc_treaties.model.when import When, on
from toc_treaties.questions.case import Case, item

SUPPOSED = Source("", Basis.DEPOSITARY, "", "", "", None)
"""What shows a supposed deposit: nothing, and yet it is as certain as the answer supposes it to be."""


class Way(StrEnum):
    """The acts by which a state consents to be bound, as the data formats spell them."""

    RATIFY = "ratify"
    SIGN_AND_RATIFY = "sign_and_ratify"
    SIGN_DEFINITIVELY = "sign_definitively"
    ACCEDE = "accede"


class Route(NamedTuple):
    """One way to consent, with its article; `accepted` where the depositary takes it and the clause names others."""

    way: Way
    article: str | None = None
    accepted: bool = False


class Hindrance(StrEnum):
    """Why nothing can be deposited on the day, or what is not known that decides it."""

    BOUND = "bound"
    NOT_OPEN = "not_open"
    NOT_APPLICABLE = "not_applicable"
    ELIGIBILITY = "eligibility"
    AWAITS = "awaits"
    PARENT_NOT_IN_FORCE = "parent_not_in_force"
    NO_CLAUSE = "no_clause"


class Supposed(NamedTuple):
    """A register in which the state has deposited on the day, and the state as it stands there."""

    register: Register
    state: State
    act: Action


class Consent(NamedTuple):
    """A deposit on a day: by which routes, under which suppositions, and when the instrument would be in force.

    `with_parent` is the parent supposed to be joined on the same day; `parent_known` whether it is known not to be yet.
    `unknown` says that the answer supposes a state not to have joined of which that is not known.
    """

    case: Case
    routes: tuple[Route, ...] = ()
    hindrance: Hindrance | None = None
    with_parent: Instrument | None = None
    parent_known: bool = True
    unknown: bool = False
    in_force: When | None = None
    ground: Ground | None = None
    succession: bool = False
    """Whether the treaty was in force when the state became independent, so that it may succeed where it applied."""
    supposed: Supposed | None = None

    @property
    def day(self) -> date:
        """The day of the deposit."""
        return self.case.as_of

    @property
    def effective(self) -> date:
        """The day on which effects between states are asked about: that of entry into force, else of the deposit."""
        return self.in_force.latest if self.in_force is not None else self.day


def consent(register: Register, state: State, instrument: Instrument, day: date) -> Consent:
    """How a state could consent to be bound on a day, and since when the instrument would be in force for it."""
    case = item(register, state, instrument, day)
    hindrance = _hindrance(case)
    if hindrance is not None:
        return Consent(case, hindrance=hindrance)
    unknown = case.standing.name is StandingKind.NO_INFORMATION
    known = _without_consent(register, state, instrument, day) if unknown else Supposed(register, state, _act(day))
    step = _step(known, instrument, day)
    if step.step is None and (step.awaits is not None or step.ask_depositary):
        return Consent(case, hindrance=Hindrance.AWAITS if step.awaits else Hindrance.NO_CLAUSE, unknown=unknown)
    if step.parent_in_force:
        return Consent(case, hindrance=Hindrance.PARENT_NOT_IN_FORCE, with_parent=step.parent, unknown=unknown)
    parent, parent_known = step.parent, step.step is not None
    if parent is not None:
        known = _deposited(known.register, known.state, parent, Kind.RATIFICATION, day)
        step = _step(known, instrument, day)
    routes = tuple(_routes(step, instrument))
    kind = Kind.ACCESSION if routes and routes[0].way is Way.ACCEDE else Kind.RATIFICATION
    supposed = _deposited(known.register, known.state, instrument, kind, day)
    in_force, ground = _entry_into_force(supposed, instrument, day)
    return Consent(
        case,
        routes,
        with_parent=parent,
        parent_known=parent is None or parent_known,
        unknown=unknown,
        in_force=in_force,
        ground=ground,
        succession=_may_succeed(state, instrument),
        supposed=supposed,
    )


def _hindrance(case: Case) -> Hindrance | None:
    """What keeps the state from depositing, by its standing alone; a state that is leaving may consent anew."""
    found = case.standing
    if found.eligibility is not None:
        return Hindrance.ELIGIBILITY
    if found.name in CONSENTED and found.leaving is None:
        return Hindrance.BOUND
    outside = {
        StandingKind.NOT_OPEN: Hindrance.NOT_OPEN,
        StandingKind.NOT_APPLICABLE: Hindrance.NOT_APPLICABLE,
    }
    return outside.get(found.name)


def _step(known: Supposed, instrument: Instrument, day: date) -> NextStep:
    """The next step; that of a state which is leaving is the step of one that has left."""
    asked = dossier(known.register, known.state, instrument)
    found = standing(asked, day)
    if found.leaving is not None:
        found = found._replace(name=StandingKind.WITHDRAWN)
    return next_step(asked, found, day)


def _routes(step: NextStep, instrument: Instrument) -> Iterator[Route]:
    """The ways of a step: where the depositary takes two, both."""
    signature = instrument.signature.article if instrument.signature else None
    accession = instrument.accession.article if instrument.accession else None
    match step.step:
        case Step.RATIFY:
            yield Route(Way.RATIFY)
        case Step.SIGN_AND_RATIFY:
            if step.definitive is not None:
                yield Route(Way.SIGN_DEFINITIVELY, step.definitive)
            yield Route(Way.SIGN_AND_RATIFY, signature)
            if step.members_too or step.american_too or step.parties_too:
                yield Route(Way.ACCEDE, accession, accepted=step.members_too)
        case _:
            yield Route(Way.ACCEDE, accession)


def _act(day: date, kind: Kind = Kind.RATIFICATION) -> Action:
    return Action(kind, on(day), (SUPPOSED.id,))


def _deposited(register: Register, state: State, instrument: Instrument, kind: Kind, day: date) -> Supposed:
    """The register with one more deposit of a state; what it did later is left out."""
    act, cell = _act(day, kind), register.cell(state, instrument.id)
    acts = tuple(action for action in cell.actions if action.when.earliest <= day)
    return _replaced(register, state, cell._replace(actions=(*acts, act), no_information=()), act)


def _without_consent(register: Register, state: State, instrument: Instrument, day: date) -> Supposed:
    """The register without what leaves it open whether a state has consented: its signature stays."""
    cell = register.cell(state, instrument.id)
    signed = tuple(action for action in cell.actions if action.effect is Effect.SIGNS)
    none_seen = (NoneSeen(on(day), (SUPPOSED.id,)),)
    return _replaced(register, state, cell._replace(actions=signed, none_seen=none_seen, no_information=()), _act(day))


def _replaced(register: Register, state: State, cell: Cell, act: Action) -> Supposed:
    """The register with another cell of a state."""
    changed = state._replace(treaties={**state.treaties, cell.instrument: cell})
    states = {slug: changed if slug == state.slug else other for slug, other in register.states.items()}
    sources = {**register.sources, SUPPOSED.id: SUPPOSED}
    return Supposed(register._replace(states=states, sources=sources), changed, act)


def _entry_into_force(supposed: Supposed, instrument: Instrument, day: date) -> tuple[When | None, Ground | None]:
    """The day on which the instrument would enter into force for the state, and what decides it."""
    asked: Dossier = dossier(supposed.register, supposed.state, instrument)
    found: Standing = standing(asked, day)
    for event in history(found):
        if event.kind is EventKind.ENTRY_INTO_FORCE and event.action is supposed.act:
            return event.when, event.ground
    return None, None


def _may_succeed(state: State, instrument: Instrument) -> bool:
    """Whether a treaty was in force when the state became independent (1978 Vienna Convention art. 17)."""
    independence, in_force = state.independence, instrument.in_force
    clauses: Iterable[object] = (clause.by for clause in (instrument.signature, instrument.accession) if clause)
    return independence is not None and in_force is not None and in_force <= independence and "all" in clauses
