"""Who counts on a day: the members of the OAS, all of them or those that take part."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.registers import Tiny, state_of
from toc_treaties.model.register import Register
from toc_treaties.questions.members import Members, counts

Make = Callable[..., Tiny]


def _counted(register: Register, members: Members, day: str) -> set[str]:
    on = date.fromisoformat(day)
    return {state.iso3 for state in register.states.values() if counts(members, state, on)}


@pytest.mark.data
def test_nicaragua_counts_until_its_exit(register: Register) -> None:
    """Nicaragua is a member until 18 November 2023, and none from the 19th (OAS A-41)."""
    nicaragua = state_of(register, "NIC")
    days = ["1950-07-25", "1950-07-26", "2023-11-18", "2023-11-19", "2026-11-21"]
    for members in Members:
        found = [counts(members, nicaragua, date.fromisoformat(day)) for day in days]
        assert found == [False, True, True, False, False]


@pytest.mark.data
def test_who_takes_part_today(register: Register) -> None:
    """Of 34 members, Cuba takes no part and Venezuela's participation is contested: 32 are left."""
    everyone = _counted(register, Members.ALL, "2026-11-21")
    taking_part = _counted(register, Members.PARTICIPATING, "2026-11-21")
    assert (len(everyone), len(taking_part)) == (34, 32)
    assert everyone - taking_part == {"CUB", "VEN"}


@pytest.mark.data
@pytest.mark.parametrize(
    ("iso3", "last", "first"),
    [
        # Resolution VI of Punta del Este, known here to the year.
        ("CUB", "1962-12-30", "1962-12-31"),
        # Two years after the letter of 27 April 2017, by one of the two readings.
        ("VEN", "2019-04-26", "2019-04-27"),
        # Suspended by the General Assembly from 4 July 2009.
        ("HND", "2009-07-03", "2009-07-04"),
    ],
)
def test_from_when_a_member_takes_no_part(register: Register, iso3: str, last: str, first: str) -> None:
    """Until the day a member counts under both readings; from it on, among all members alone."""
    state = state_of(register, iso3)
    assert counts(Members.PARTICIPATING, state, date.fromisoformat(last))
    assert not counts(Members.PARTICIPATING, state, date.fromisoformat(first))
    assert counts(Members.ALL, state, date.fromisoformat(first))


@pytest.mark.data
def test_a_suspension_that_was_lifted_is_over(register: Register) -> None:
    """Honduras takes part again from 1 June 2011."""
    honduras = state_of(register, "HND")
    assert not counts(Members.PARTICIPATING, honduras, date(2011, 5, 31))
    assert counts(Members.PARTICIPATING, honduras, date(2011, 6, 1))


@pytest.mark.parametrize(
    ("record", "days"),
    [
        ("{status: none, from: 2010-01-01, until: 2012-01-01}", {"2009-12-31": True, "2011-12-31": False}),
        ("{status: none, from: 2010-01-01, until: 2012-01-01}", {"2012-01-01": True, "2010-01-01": False}),
        ("{status: none, from: 2010-03}", {"2010-03-30": True, "2010-03-31": False, "2026-11-21": False}),
        ("{status: none}", {"1950-01-01": False, "2026-11-21": False}),
        (
            "{status: contested, from: 2010-01-01, readings: [{says: yes, source: seen}, {says: no, source: heard}]}",
            {"2009-12-31": True, "2010-01-01": False},
        ),
    ],
)
def test_a_span_of_no_participation(tiny: Make, record: str, days: dict[str, bool]) -> None:
    """Who takes no part, or whose part is contested, is left out from the day on that is certain, to its end."""
    state = tiny(state=f"participation: [{record}]").state
    assert {day: counts(Members.PARTICIPATING, state, date.fromisoformat(day)) for day in days} == days
    assert all(counts(Members.ALL, state, date.fromisoformat(day)) for day in days)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("{from: 1950-01-01, source: seen}", True),
        ("{from: 1950-01-01, status: suspended, source: seen}", True),
        ("{from: 1950-01-01, status: associate, source: seen}", False),
        ("{from: 1950-01-01, until: 2020-01-01, source: seen}", False),
    ],
)
def test_only_a_member_takes_part(tiny: Make, period: str, expected: bool) -> None:
    """A suspended member counts; an associate, and a state that has left, do not."""
    state = tiny(state=f"memberships: {{oas: [{period}]}}").state
    assert [counts(members, state, date(2026, 11, 21)) for members in Members] == [expected, expected]
