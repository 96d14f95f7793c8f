"""An answer asks for each standing once: of a state under an instrument, and of a parent where a step waits for it."""

from collections import Counter
from datetime import date

import pytest

from tests.registers import scope
from toc_treaties.law import standing as law
from toc_treaties.law.bound import BoundPeriod
from toc_treaties.law.dossier import Dossier, dossier
from toc_treaties.law.standing import Standing
from toc_treaties.model.action import Action
from toc_treaties.model.register import Register
from toc_treaties.questions.case import item
from toc_treaties.questions.changed_standings import standing_changes
from toc_treaties.questions.gaps import gaps
from toc_treaties.questions.progress import progress
from toc_treaties.questions.table import table

DAY = date(2026, 11, 21)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, str]]:
    """How often the standing of each state under each instrument was asked."""
    counts: Counter[tuple[str, str]] = Counter()
    of_actions = law._of_actions

    def counting(dossier: Dossier, as_of: date) -> Standing:
        counts[dossier.state.slug, dossier.instrument.id] += 1
        return of_actions(dossier, as_of)

    monkeypatch.setattr(law, "_of_actions", counting)
    return counts


def test_a_total_asks_each_standing_once(register: Register, asked: Counter[tuple[str, str]]) -> None:
    """The table and the growth of consent ask of each state and instrument once, protocols and their parents too."""
    every = {(slug, id): 1 for slug in register.states for id in register.instruments}
    table(register, scope(register, DAY), DAY)
    assert asked == every
    asked.clear()
    progress(register, scope(register, DAY), DAY, "strategy-adopted")
    assert asked == every


def test_a_list_asks_a_parent_once_for_each_step_that_waits_for_it(
    register: Register, asked: Counter[tuple[str, str]]
) -> None:
    """Its list and its gaps ask each standing once, and a parent's again for each protocol that is open alone."""
    state, instruments = register.states["haiti"], register.instruments.values()
    items = [item(register, state, instrument, DAY) for instrument in instruments]
    again = Counter((state.slug, case.parent.id) for case in items if case.parent and not case.standing.consented)
    once = Counter((state.slug, id) for id in register.instruments)
    assert again.total() >= 1
    assert (asked - once) <= again
    asked.clear()
    gaps(register, scope(register, DAY)._replace(states=(state,)), DAY)
    assert (asked - once) <= again


def test_what_changed_is_asked_of_no_other_state_and_no_other_instrument(
    register: Register, asked: Counter[tuple[str, str]]
) -> None:
    """A change is read in the time of what it touches: of a state that state, of a clause what rests on it."""
    haiti, untoc = register.states["haiti"], register.instruments["untoc"]
    without = haiti._replace(treaties={id: cell for id, cell in haiti.treaties.items() if id != "untoc"})
    by_state = register._replace(states={**register.states, "haiti": without})
    assert tuple(standing_changes(register, by_state, register.states, DAY))
    assert {slug for slug, _ in asked} == {"haiti"}
    asked.clear()
    other = untoc._replace(later_parties=untoc.later_parties and untoc.later_parties._replace(days=31))
    by_clause = register._replace(instruments={**register.instruments, "untoc": other})
    assert tuple(standing_changes(register, by_clause, register.states, DAY))
    below = {id for id, each in register.instruments.items() if each.requires and each.requires.instrument == "untoc"}
    assert {id for _, id in asked} == {"untoc", *below}
    asked.clear()
    assert tuple(standing_changes(register, register, register.states, DAY)) == ()
    assert not asked


@pytest.mark.parametrize("newest", [False, True])
def test_the_growth_of_consent_works_no_time_out_anew(
    register: Register, monkeypatch: pytest.MonkeyPatch, *, newest: bool
) -> None:
    """The times of being bound are those behind the standing; only where an act may be later are they asked for.

    So today, and on the very day of the newest act.
    """
    cells = [cell for state in register.states.values() for cell in state.treaties.values()]
    days = [act.when.day for cell in cells for act in cell.actions if act.when.day is not None]
    day = max(days) if newest else DAY
    times: set[tuple[str, str]] = set()

    def counting(dossier: Dossier, as_of: date) -> list[tuple[BoundPeriod, ...]]:
        times.add((dossier.state.slug, dossier.instrument.id))
        return law.bound_periods(dossier, as_of)

    monkeypatch.setattr("toc_treaties.law.spans.bound_periods", counting)
    progress(register, scope(register, day), day, "strategy-adopted")
    later = {
        (state.slug, id)
        for state in register.states.values()
        for id, instrument in register.instruments.items()
        if any(action.when.latest > day for action in _acts(dossier(register, state, instrument)))
    }
    assert times == later


def _acts(case: Dossier) -> list[Action]:
    """The acts of a state on an instrument and on those that it requires."""
    return [*case.cell.actions, *(_acts(case.parent) if case.parent else ())]
