"""An answer asks for each standing once: of a state under an instrument, and of a parent where a step waits for it."""

from collections import Counter
from datetime import date

import pytest

from tests.registers import scope
from toc_treaties.law import standing as law
from toc_treaties.law.dossier import Dossier
from toc_treaties.law.standing import Standing
from toc_treaties.model.register import Register
from toc_treaties.questions.case import item
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
