"""Who is a member on a day, is suspended, takes part, and counts in a total."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.commitments import files
from tests.console import toc
from tests.registers import Tiny, state_of
from tests.rulebook import message_of
from toc_treaties.law.membership import (
    Suspension,
    counts,
    is_member,
    membership_days,
    membership_spans,
    remark,
    suspended,
)
from toc_treaties.law.periods import Holds
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Members, MembershipStatus

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
        # Resolution VI of Punta del Este, known here to the year: from then on it is not certain that it took part.
        ("CUB", "1961-12-31", "1962-01-01"),
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
        ("{status: none, from: 2010-03}", {"2010-02-28": True, "2010-03-01": False, "2026-11-21": False}),
        ("{status: none, from: 2010-01-01, until: 2012-06}", {"2012-05-31": False, "2012-06-29": False}),
        ("{status: none, from: 2010-01-01, until: 2012-06}", {"2012-06-30": True, "2009-12-31": True}),
        ("{status: none}", {"1950-01-01": False, "2026-11-21": False}),
        (
            "{status: contested, from: 2010-01-01, readings: [{says: yes, source: seen}, {says: no, source: heard}]}",
            {"2009-12-31": True, "2010-01-01": False},
        ),
    ],
)
def test_a_span_of_no_participation(tiny: Make, record: str, days: dict[str, bool]) -> None:
    """Who may take no part, or whose part is contested, is left out from the first such day to the certain end."""
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


def _suspended(state: State, organization: str, day: str) -> bool | None:
    """Whether a state is suspended for certain (True), perhaps (False), or not."""
    found = suspended(state, organization, date.fromisoformat(day))
    return None if found is None else found.certain


@pytest.mark.data
@pytest.mark.parametrize(
    ("iso3", "organization", "days"),
    [
        # December 2016; the suspension has no end.
        ("VEN", "mercosur", {"2012-08-12": None, "2013-01-01": None, "2016-11-30": None, "2016-12-01": False}),
        ("VEN", "mercosur", {"2016-12-30": False, "2016-12-31": True, "2017-01-01": True, "2026-11-21": True}),
        # 29 February 2004 to June 2006.
        ("HTI", "caricom", {"2003-01-01": None, "2004-02-28": None, "2004-02-29": True, "2004-03-01": True}),
        ("HTI", "caricom", {"2006-05-31": True, "2006-06-01": False, "2006-06-29": False, "2006-06-30": None}),
        # 29 June 2012 to 15 August 2013.
        ("PRY", "mercosur", {"2012-06-28": None, "2012-06-29": True, "2013-08-14": True, "2013-08-15": None}),
    ],
)
def test_from_when_until_when_a_member_is_suspended(
    register: Register, iso3: str, organization: str, days: dict[str, bool | None]
) -> None:
    """A suspension runs from its day to its end; in a month in which it begins or ends it is not certain."""
    state = state_of(register, iso3)
    assert {day: _suspended(state, organization, day) for day in days} == days
    assert all(is_member(state, organization, date.fromisoformat(day)) for day in days)


@pytest.mark.data
@pytest.mark.parametrize(
    ("group", "day", "said"),
    [
        ("mercosur", "2012-06-28", None),
        ("mercosur", "2013-01-01", "suspended, and shown: Paraguay"),
        ("mercosur", "2016-11-30", None),
        ("mercosur", "2016-12-01", "whether suspended on that day is not known: Venezuela"),
        ("mercosur", "2016-12-31", "suspended, and shown: Venezuela"),
        ("caricom", "2003-01-01", None),
        ("caricom", "2004-02-28", None),
        ("caricom", "2004-02-29", "suspended, and shown: Haiti†"),
        ("caricom", "2006-06-29", "whether suspended on that day is not known: Haiti†"),
        ("caricom", "2006-06-30", None),
    ],
)
def test_the_table_of_a_grouping_names_who_is_suspended_on_its_day(group: str, day: str, said: str | None) -> None:
    """The page names the members that are suspended on the day asked about, and no other."""
    page = toc("table", "--group", group, "--as-of", day, "--instrument", "untoc").out
    words = " ".join(page.split())
    assert f"{group.upper()} {said}" in words if said else "suspended" not in words


@pytest.mark.data
@pytest.mark.parametrize(
    ("day", "count", "said"),
    [
        ("1961-12-31", 21, None),
        ("1962-01-01", 20, "Cuba: whether it took part in the OAS on that day is not known: it took none from 1962 on"),
        ("1962-06-01", 20, "Cuba: whether it took part in the OAS on that day is not known: it took none from 1962 on"),
        ("1962-12-31", 20, "Cuba: a member that has taken no part in the OAS since 1962"),
        ("2009-07-03", 34, "Cuba: a member that has taken no part in the OAS since 1962"),
        ("2009-07-04", 33, "Honduras: a member that has taken no part in the OAS since 4 Jul 2009"),
        ("2011-05-31", 33, "Honduras: a member that has taken no part in the OAS since 4 Jul 2009"),
        ("2011-06-01", 34, "Cuba: a member that has taken no part in the OAS since 1962"),
    ],
)
def test_the_count_of_those_that_take_part_agrees_with_the_footnotes(day: str, count: int, said: str | None) -> None:
    """A member that a footnote says takes no part, or may take none, is not counted among those that do."""
    page = toc("table", "--members", "participating", "--as-of", day, "--instrument", "untoc").out
    words = " ".join(page.split())
    assert f"Totals {count} OAS members on that day; less those that take no part" in words
    assert said in words if said else "Cuba:" not in words
    assert ("Honduras:" in words) == (said is not None and said.startswith("Honduras"))


SINCE_1950 = "{from: 1950-01-01, until: 2016-12, source: seen}"


@pytest.mark.parametrize(
    ("next_", "days"),
    [
        (
            "{from: 2016-12, status: suspended, source: seen}",
            {"2016-12-01": True, "2016-12-15": True, "2017-01-01": True},
        ),
        ("{from: 2016-12, status: associate, source: seen}", {"2016-11-30": True, "2016-12-01": False}),
        ("{from: 2017-01, status: suspended, source: seen}", {"2016-11-30": True, "2016-12-31": False}),
    ],
)
def test_one_membership_that_passes_into_another(tiny: Make, next_: str, days: dict[str, bool]) -> None:
    """A member suspended on an unknown day of a month is a member all the month; between two memberships it is none."""
    state = tiny(state=f"memberships: {{sica: [{SINCE_1950}, {next_}]}}").state
    assert {day: is_member(state, "sica", date.fromisoformat(day)) for day in days} == days
    assert {day: _in_a_span(state, day) for day in days} == days


def _in_a_span(state: State, day: str) -> bool:
    """Whether a day lies in a span of full membership, as the open data has them."""
    on, full = date.fromisoformat(day), {MembershipStatus.MEMBER, MembershipStatus.SUSPENDED}
    return any(
        (span.begin is None or span.begin <= on) and (span.end is None or on < span.end)
        for span in membership_spans(state, "sica")
        if span.period.status in full
    )


@pytest.mark.parametrize(
    ("periods", "days"),
    [
        (
            "[{from: 1950, until: 2020-04, source: seen}]",
            {
                "1949-12-31": (Holds.NO, None),
                "1950-01-01": (Holds.POSSIBLE, None),
                "1950-12-31": None,
                "2020-03-31": None,
                "2020-04-01": (Holds.POSSIBLE, None),
                "2020-04-30": (Holds.NO, "2020-04"),
            },
        ),
        (
            "[{from: 1950-01-01, until: 2030-01-01, source: seen}]",
            {"2029-12-31": None, "2030-01-01": (Holds.NO, "2030-01-01")},
        ),
        ("[]", {"2026-11-21": (Holds.NO, None)}),
        (
            "[{from: unknown, until: 2030-01-01, source: seen}]",
            {"2029-12-31": None, "2030-01-01": (Holds.NO, "2030-01-01")},
        ),
    ],
)
def test_what_is_said_of_a_state_that_does_not_count(
    tiny: Make, periods: str, days: dict[str, tuple[Holds, str | None] | None]
) -> None:
    """Before, after and in the month in which a membership begins or ends, each is said; nothing of a plain member."""
    state = tiny(state=f"memberships: {{oas: {periods}}}").state
    found = {day: remark(state, date.fromisoformat(day)) for day in days}
    assert {day: said and (said.member, said.left.text if said.left else None) for day, said in found.items()} == days


@pytest.mark.parametrize("marked", [0, 1])
def test_a_suspension_of_several_entries_has_the_sources_and_the_mark_of_each(tiny: Make, marked: int) -> None:
    """One entry that no source shows marks the whole, whichever it is, and a source of both is cited once."""
    marks = ["", ""]
    marks[marked] = ", unconfirmed: told by telephone"
    periods = (
        f"{{from: 2010-01-01, until: 2012-01-01, status: suspended, source: [seen, heard]{marks[0]}}}",
        f"{{from: 2012-01-01, until: 2014-01-01, status: suspended, source: [heard, undated]{marks[1]}}}",
    )
    state = tiny(state=f"memberships: {{oas: [{', '.join(periods)}]}}").state
    expected = Suspension(certain=True, sources=("seen", "heard", "undated"), unconfirmed="told by telephone")
    assert [suspended(state, "oas", date(year, 6, 1)) for year in (2009, 2011, 2013, 2015)] == [
        *(None, expected, expected, None)
    ]


def test_the_days_on_which_a_count_can_change(tiny: Make) -> None:
    """Each possible first and last day of a membership and of a limit of participation."""
    limit = "participation: [{status: none, from: 1962, until: 1970-02-03}]"
    state = tiny(state=f"memberships: {{oas: [{{from: 1950-01, source: seen}}]}}\n{limit}").state
    found = sorted(day.isoformat() for day in set(membership_days(state)))
    assert found == ["1950-01-01", "1950-01-31", "1962-01-01", "1962-12-31", "1970-02-03"]


@pytest.mark.parametrize(
    ("assessed", "faulty"), [("2014-05-31", False), ("2014-06-01", False), ("2014-06-29", False), ("2014-06-30", True)]
)
def test_an_assessment_is_at_fault_only_where_the_state_was_certainly_no_member(assessed: str, faulty: bool) -> None:
    """In the month in which a membership ends the state may be a member still: what is possible is no error."""
    found = files(f"""
        memberships:
          oas:
            - from: 1950-03-28
              until: 2014-06
              source: gazette-2012

        assessments:
          - commitment: plan-1
            status: started
            date: {assessed}
            basis: documented
            source: gazette-2012
    """)
    assert ("[assessment-outside-membership]" in message_of(found)) == faulty
