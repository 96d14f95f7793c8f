"""The law family: what is recorded agrees with what the treaty prescribes."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.law.bound import entry_into_force, too_early, unruled
from toc_treaties.law.dossier import Dossier, dossier
from toc_treaties.law.eligibility import in_doubt, listed
from toc_treaties.law.outcome import GAPS, OUTSIDE, StandingKind
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.waits import after_notice
from toc_treaties.model.action import Action, Cell, Effect, Kind
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.problem import Problem, warning
from toc_treaties.model.state import State
from toc_treaties.rules.chronology import RECORDED, practice, problem, said
from toc_treaties.rules.state_file import SoundCell, StateFile
from toc_treaties.words.english import day
from toc_treaties.words.phrases import counted, the

MOST_JUDGED = 50
"""Of so many acts of a cell it is asked what stood before each; no state has a tenth of them."""


def protocol_without_parent(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A protocol is joined after its parent convention, or on the same day: deposits are compared.

    Where its signature presupposes the parent, that is in force for the state before.
    """
    for case in cases.sound:
        instrument, requires = case.instrument, case.instrument.requires
        if requires is None or not cases.is_sound(requires.instrument):
            continue
        above = cases.state.treaties.get(requires.instrument)
        if above is None or (not above.actions and above.no_information):
            continue
        if requires.to_sign:
            yield from _signed_before_parent(cases, case)
            continue
        first = min((consent.when.earliest for consent in _consents(above)), default=date.max)
        for action in case.consents:
            if first > action.when.latest:
                parent = cases.register.instruments.get(requires.instrument)
                called = the(parent.called) if parent else requires.instrument
                message = f"{said(action)}, without an earlier consent to {called}"
                help_ = f"{the(instrument.called)} is joined after {called}, or the same day; check both dates"
                yield practice("protocol-without-parent", action, message, help_)


def _signed_before_parent(cases: StateFile, case: SoundCell) -> Iterator[tuple[Action, Problem]]:
    """The first act by a state for which the parent was not in force on that day."""
    both = dossier(cases.register, cases.state, case.instrument)
    acts = sorted((*case.signed, *case.consents), key=lambda action: action.when.latest)
    for action in acts[:1]:
        if both.parent is not None and standing(both.parent, action.when.latest).name in NOT_BOUND:
            parent = the(both.parent.instrument.called)
            message = f"{said(action)}, when {parent} was not in force for the state"
            help_ = f"{the(case.instrument.called)} is signed by parties to {parent}; check both dates"
            yield practice("protocol-without-parent", action, message, help_)


def not_eligible(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A state signs where the signature clause entitles it, and joins where any clause does.

    Who is entitled is not for the depositary alone to settle (VCLT art. 77(2)): what its table holds is a warning.
    """
    state = cases.state
    for instrument, action in cases.actions:
        effect = action.kind.effect
        if effect is Effect.SIGNS:
            entitled = _signs(instrument, state, action)
        else:
            entitled = effect is not Effect.CONSENTS or _joins(instrument, state, action)
        if not entitled:
            doubt = in_doubt(instrument, state)
            called = the(instrument.called)
            message = f"{said(action)}, but {called} is not open to {state.called}"
            if doubt is not None:
                message = f"{said(action)}, but whether {called} is open to {state.called} is not settled: {doubt}"
            help_ = "check the state, or the lists of who may sign and accede in instruments.yaml"
            yield practice("not-eligible", action, message, help_)


def _signs(instrument: Instrument, state: State, action: Action) -> bool:
    window = instrument.signature
    return window is None or _entitled(window.by, state, action)


def _joins(instrument: Instrument, state: State, action: Action) -> bool:
    """Whether some clause, or a consent already given, lets the state act."""
    clauses = [clause.by for clause in (instrument.signature, instrument.accession) if clause is not None]
    named = [by for by in clauses if isinstance(by, tuple)]
    return len(named) < len(clauses) or not clauses or any(_entitled(by, state, action) for by in named)


def _entitled(by: str | tuple[str, ...], state: State, action: Action) -> bool:
    """Whether a clause entitles the state on one of the days on which it can have acted."""
    return by == "all" or any(listed(by, state, day) for day in (action.when.earliest, action.when.latest))


def formal_confirmation(cases: StateFile, _today: date) -> Iterator[Problem]:
    """Formal confirmation is an act of international organizations (1986 Vienna Convention art. 2)."""
    for _instrument, action in cases.actions:
        if action.kind is Kind.FORMAL_CONFIRMATION:
            message = "formal confirmation is an act of organizations, not of states"
            yield problem("formal-confirmation", action, message, "is it a ratification, acceptance or approval?")


def accession_without_clause(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """Without an accession clause a state accedes only where all agree (VCLT art. 15)."""
    for instrument, action in cases.actions:
        if action.kind is Kind.ACCESSION and instrument.accession is None:
            message = f"{said(action)}, but {the(instrument.called)} has no accession clause"
            yield practice("accession-without-clause", action, message, "is it a ratification?")


def entry_into_force_contradicted(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
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
                place = action.place.of("in_force")
                help_ = f"check both dates; {RECORDED}"
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


def exit_contradicted(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A recorded end agrees with the instrument's own rule of leaving."""
    for case in cases.sound:
        for notice in case.releases:
            leaving = case.instrument.exit
            if leaving is None or not leaving.provided or notice.takes_effect is None or notice.when.unseen:
                continue
            first, last = (after_notice(leaving, end) for end in (notice.when.earliest, notice.when.latest))
            if not first <= notice.takes_effect <= (date.max if leaving.later_day else last):
                message = f"ends on {day(notice.takes_effect)}, but the instrument's rule gives {day(last)}"
                help_ = f"check both dates; {RECORDED}"
                yield notice, warning("exit-contradicted", notice.place.of("takes_effect"), message, help_, width=10)


def exit_without_clause(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A treaty without a rule on leaving is presumed to allow none (VCLT art. 56(1))."""
    for case in cases.sound:
        leaving = case.instrument.exit
        for notice in case.releases:
            if unruled(notice, case.instrument):
                seen = "has no rule on leaving" if leaving is not None else "has no rule on leaving that was seen"
                message = f"{said(notice)}, but {the(case.instrument.called)} {seen}"
                help_ = "record takes_effect where the depositary prints it"
                yield practice("exit-without-clause", notice, message, help_)


def notice_too_early(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A notice before the day from which the treaty allows one has no effect, unless the depositary took it."""
    for case in cases.sound:
        shortest = case.instrument.exit.not_before if case.instrument.exit else None
        for notice in case.releases[:MOST_JUDGED] if shortest else ():
            before = _before(cases, case, notice)
            unacknowledged = notice._replace(as_recorded=None)
            running = before.spells[-1][-1] if before.spells and before.spells[-1] else None
            if running and too_early(running, unacknowledged, notice.when.latest, case.instrument):
                years = counted(shortest.years, "year") if shortest else ""
                message = f"{said(notice)}, but notice may be given only after {years} in force"
                yield practice(
                    "notice-too-early",
                    notice,
                    message,
                    "it has no effect; record takes_effect where the depositary prints it",
                )


def act_without_ground(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """Some acts undo another or rest on one: a revocation on a notice, a withdrawal on what is withdrawn."""
    for case in cases.sound:
        resting = [action for action in case.cell.actions if action.kind in GROUNDS]
        for action in resting[:MOST_JUDGED]:
            ground = GROUNDS[action.kind]
            if not ground.holds(_before(cases, case, action)):
                message = f"{said(action)}, but {ground.lacks}"
                yield practice("act-without-ground", action, message, "record the act on which it rests")


class _Ground(NamedTuple):
    """What an act rests on: whether a standing gives it, and what is said where it does not."""

    holds: Callable[[Standing], bool]
    lacks: str


NOT_BOUND = GAPS | OUTSIDE | {StandingKind.CONTRACTING}
_BY_EFFECT = {
    Effect.REVOKES_NOTICE: _Ground(
        lambda before: (
            any(action.effect is Effect.RELEASES for action in before.actions)
            and before.name is not StandingKind.WITHDRAWN
        ),
        "no notice is recorded that had yet to take effect",
    ),
    Effect.WITHDRAWS_INSTRUMENT: _Ground(
        lambda before: before.name is StandingKind.CONTRACTING,
        "no instrument is recorded that had yet to enter into force",
    ),
    Effect.WITHDRAWS_SIGNATURE: _Ground(
        lambda before: before.name is StandingKind.SIGNATORY, "it was no signatory then"
    ),
    Effect.DECLINES: _Ground(lambda before: before.name is StandingKind.SIGNATORY, "it was no signatory then"),
    Effect.SUSPENDS: _Ground(lambda before: before.name is StandingKind.PARTY, "it was no party then"),
}
GROUNDS = {kind: _BY_EFFECT[kind.effect] for kind in Kind if kind.effect in _BY_EFFECT}


def _before(cases: StateFile, case: SoundCell, action: Action) -> Standing:
    """The standing that the acts before this one gave, at its last possible day."""
    ordered = sorted(case.cell.actions, key=lambda action: (action.when.latest, action.effect.value))
    earlier = tuple(ordered[: next(index for index, one in enumerate(ordered) if one is action)])
    both = dossier(cases.register, cases.state, case.instrument)
    return standing(both._replace(cell=case.cell._replace(actions=earlier)), action.when.latest)
