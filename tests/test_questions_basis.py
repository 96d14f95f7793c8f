"""What two states can rest a request on, on the real register."""

from datetime import date

import pytest

from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.questions.basis import Basis, basis

pytestmark = pytest.mark.data

ASSISTANCE = "mutual-legal-assistance"


def _state(register: Register, iso3: str) -> State:
    (one,) = (state for state in register.states.values() if state.iso3 == iso3)
    return one


def _titles(answer: Basis) -> dict[str, tuple[str, ...]]:
    """Each instrument of the answer with the articles that serve."""
    return {line.by.id: line.articles for line in answer.lines if isinstance(line.by, Instrument)}


def test_mutual_legal_assistance_between_haiti_and_the_dominican_republic(register: Register) -> None:
    """Five instruments join the two, each since the later entry into force: UNTC tables of 2014, OAS B-58, A-63."""
    haiti, dominican = _state(register, "HTI"), _state(register, "DOM")
    answer = basis(register, haiti, dominican, date(2026, 11, 21), [ASSISTANCE])
    assert _titles(answer) == {
        "untoc": ("18",),
        "trafficking-1988": ("7",),
        "cifta": ("XVII",),
        "uncac": ("46",),
        "iacac": ("XIV",),
    }
    since = {line.by.id: line.since.day for line in answer.lines if line.since is not None}
    assert since == {
        "untoc": date(2011, 5, 19),
        "trafficking-1988": date(1995, 12, 17),
        "cifta": date(2009, 5, 24),
        "uncac": date(2009, 10, 14),
        "iacac": date(2004, 7, 7),
    }


def test_a_treaty_is_no_basis_before_it_binds_both(register: Register) -> None:
    """On 1 January 2010 all of those joined the two but UNTOC, which Haiti deposited in 2011 (UNTC XVIII-12)."""
    haiti, dominican = _state(register, "HTI"), _state(register, "DOM")
    answer = basis(register, haiti, dominican, date(2010, 1, 1), [ASSISTANCE])
    assert set(_titles(answer)) == {"trafficking-1988", "cifta", "uncac", "iacac"}
    assert ("untoc", (haiti,)) in [(one.instrument.id, one.not_party) for one in answer.missing]


def test_the_answer_is_the_same_from_either_side(register: Register) -> None:
    """A basis joins two states, whichever asks."""
    haiti, dominican = _state(register, "HTI"), _state(register, "DOM")
    day = date(2026, 11, 21)
    assert basis(register, haiti, dominican, day) == basis(register, dominican, haiti, day)
