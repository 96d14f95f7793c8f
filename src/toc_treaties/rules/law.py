"""The law family: what is recorded agrees with what the treaty prescribes."""

from collections.abc import Iterator
from datetime import date

from toc_treaties.law.dossier import Dossier, dossier
from toc_treaties.law.eligibility import listed
from toc_treaties.law.spells import entry_into_force
from toc_treaties.law.waits import after_notice
from toc_treaties.model.action import Action, Cell, Effect, Kind
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.state import State
from toc_treaties.problem import Problem, warning
from toc_treaties.rules.cells import Cases
from toc_treaties.rules.chronology import problem, said
from toc_treaties.words.dates import day
from toc_treaties.words.phrases import the


def protocol_without_parent(cases: Cases, _today: date) -> Iterator[Problem]:
    """A protocol is joined after its parent convention, or on the same day: deposits are compared."""
    for case in cases.sound:
        instrument, requires = case.instrument, case.instrument.requires
        if requires is None or not case.consents or not cases.is_sound(requires.instrument):
            continue
        above = cases.state.treaties.get(requires.instrument)
        if above is None or (not above.actions and above.no_information):
            continue
        for action in case.consents:
            if not any(one.when.earliest <= action.when.latest for one in _consents(above)):
                parent = cases.register.instruments.get(requires.instrument)
                called = the(parent.called) if parent else requires.instrument
                message = f"{said(action)}, without an earlier consent to {called}"
                help_ = f"{the(instrument.called)} is joined after {called}, or the same day; check both dates"
                yield problem("protocol-without-parent", action, message, help_)


def not_eligible(cases: Cases, _today: date) -> Iterator[Problem]:
    """A state signs where the signature clause entitles it, and joins where any clause does."""
    state = cases.state
    for instrument, action in cases.actions:
        entitled = (
            _signs(instrument, state, action) if action.effect is Effect.SIGNS else _joins(instrument, state, action)
        )
        if not entitled:
            message = f"{said(action)}, but {the(instrument.called)} is not open to {state.called}"
            help_ = "check the state, or the lists of who may sign and accede in instruments.yaml"
            yield problem("not-eligible", action, message, help_)


def _signs(instrument: Instrument, state: State, action: Action) -> bool:
    window = instrument.signature
    return window is None or _entitled(window.by, state, action)


def _joins(instrument: Instrument, state: State, action: Action) -> bool:
    """Whether some clause, or a consent already given, lets the state act."""
    clauses = [clause.by for clause in (instrument.signature, instrument.accession) if clause is not None]
    return any(not isinstance(by, tuple) or _entitled(by, state, action) for by in clauses) or not clauses


def _entitled(by: str | tuple[str, ...], state: State, action: Action) -> bool:
    """Whether a clause entitles the state on one of the days on which it can have acted."""
    return any(listed(by, state, day) for day in (action.when.earliest, action.when.latest))


def formal_confirmation(cases: Cases, _today: date) -> Iterator[Problem]:
    """Formal confirmation is an act of international organizations (1986 Vienna Convention art. 2)."""
    for _instrument, action in cases.actions:
        if action.kind is Kind.FORMAL_CONFIRMATION:
            message = "formal confirmation is an act of organizations, not of states"
            yield problem("formal-confirmation", action, message, "is it a ratification, acceptance or approval?")


def accession_without_clause(cases: Cases) -> Iterator[tuple[Action, Problem]]:
    """Without an accession clause a state accedes only where all agree (VCLT art. 15)."""
    for instrument, action in cases.actions:
        if action.kind is Kind.ACCESSION and instrument.accession is None:
            message = f"{said(action)}, but {the(instrument.called)} has no accession clause"
            help_ = "is it a ratification? or say as_recorded: why, if the depositary's table holds it so"
            yield action, warning("accession-without-clause", action.place, message, help_, width=len(action.kind))


def entry_into_force_contradicted(cases: Cases) -> Iterator[tuple[Action, Problem]]:
    """A recorded entry into force agrees with the instrument's own rule."""
    for case in cases.sound:
        recorded = [action for action in case.consents if action.in_force is not None]
        requires = case.instrument.requires
        if not recorded or (requires and not cases.is_sound(requires.instrument)):
            continue
        both = dossier(cases.register, cases.state, case.instrument)
        for action in recorded:
            computed = _computed(action, both)
            if (
                computed is not None
                and action.in_force is not None
                and not computed[0] <= action.in_force <= computed[1]
            ):
                first, last = computed
                by_rule = day(first) if first == last else f"{day(first)} to {day(last)}"
                message = f"in force on {day(action.in_force)}, but the instrument's rule gives {by_rule}"
                help_ = "check both dates; or say as_recorded: why, if the depositary prints it so"
                place = action.place.of("in_force")
                yield action, warning("entry-into-force-contradicted", place, message, help_, width=10)


def _computed(action: Action, case: Dossier) -> tuple[date, date] | None:
    """The days between which the rule puts the entry into force of an action."""
    if action.when.unseen:
        return None
    bare = action._replace(in_force=None)
    days = [
        fixed.day
        for deposit in (action.when.earliest, action.when.latest)
        if (fixed := entry_into_force(bare, deposit, case.instrument, _parent_day(case))) is not None
    ]
    return (min(days), max(days)) if len(days) == 2 else None  # noqa: PLR2004 - both ends


def _consents(cell: Cell) -> tuple[Action, ...]:
    """The cell's consents to be bound."""
    return tuple(action for action in cell.actions if action.effect is Effect.CONSENTS)


def _parent_day(case: Dossier) -> date | None:
    """The parent's entry into force for the state, at the first possible day."""
    above = case.parent
    consents = _consents(above.cell) if above else ()
    if above is None or not consents:
        return None
    first = min(consents, key=lambda action: action.when.earliest)
    fixed = entry_into_force(first, first.when.earliest, above.instrument, _parent_day(above))
    return fixed.day if fixed else None


def exit_contradicted(cases: Cases) -> Iterator[tuple[Action, Problem]]:
    """A recorded end agrees with the instrument's own rule of leaving."""
    for case in cases.sound:
        for notice in case.releases:
            leaving = case.instrument.exit
            if leaving is None or notice.takes_effect is None or notice.when.unseen:
                continue
            first, last = (after_notice(leaving, end) for end in (notice.when.earliest, notice.when.latest))
            if not first <= notice.takes_effect <= last:
                message = f"ends on {day(notice.takes_effect)}, but the instrument's rule gives {day(last)}"
                help_ = "check both dates; or say as_recorded: why, if the depositary prints it so"
                yield notice, warning("exit-contradicted", notice.place.of("takes_effect"), message, help_, width=10)
