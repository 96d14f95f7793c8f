"""How consent grew: the same numbers as the table's on every day, and the signatures that wait."""

import json
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.console import toc
from tests.registers import scope, state_of, together
from toc_treaties.document import Chart
from toc_treaties.law.tally import Tally
from toc_treaties.model.names import plain
from toc_treaties.model.register import Register
from toc_treaties.model.vocabulary import Members
from toc_treaties.pages.progress import page
from toc_treaties.questions.progress import ConsentProgress, ConsentSeries, Point, Turn, progress
from toc_treaties.questions.table import table
from toc_treaties.records.progress import record
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers.plain import write

DAY = date(2026, 11, 21)
STRATEGY = "strategy-adopted"
DAYS = st.dates(date(1970, 1, 1), date(2028, 1, 1))
WHO = st.sampled_from(Members)


def _asked(register: Register, day: date = DAY, who: Members = Members.ALL) -> ConsentProgress:
    return progress(register, scope(register, day)._replace(members=who), day, STRATEGY)


def _told(turn: Turn | None) -> str | None:
    return turn and turn.when.text


# On the real register


@pytest.mark.data
@settings(max_examples=8)
@given(day=DAYS, who=WHO)
def test_progress_ends_where_the_table_stands(whole: Register, day: date, who: Members) -> None:
    """On any day each total is the table's; what it holds besides the last step is a consent of an unknown day."""
    columns = tuple(whole.instruments.values())
    totals = table(whole, scope(whole, day, instruments=columns)._replace(members=who), day).totals
    found = _asked(whole, day, who)
    assert [one.instrument for one in found.series] == list(columns)
    for one, total in zip(found.series, totals, strict=True):
        assert (one.points[-1].day, one.total) == (day, total), one.instrument.id
        assert 0 <= one.undated <= total.consented


@pytest.mark.data
@settings(max_examples=20)
@given(day=DAYS, who=WHO)
def test_the_curve_passes_through_every_table(whole: Register, day: date, who: Members) -> None:
    """What today's curve says of an earlier day is the total of that day's table, less the consents of no known day."""
    columns = tuple(whole.instruments.values())
    totals = table(whole, scope(whole, day, instruments=columns)._replace(members=who), day).totals
    then = {one.instrument.id: one.undated for one in _asked(whole, day, who).series}
    assert {one.instrument.id: one.at(day) + then[one.instrument.id] for one in _curve(whole, who).series} == {
        one.id: total.consented for one, total in zip(columns, totals, strict=True)
    }


CURVES: dict[Members, ConsentProgress] = {}


def _curve(register: Register, who: Members) -> ConsentProgress:
    """The curve to the last day that is drawn, asked once."""
    if who not in CURVES:
        CURVES[who] = _asked(register, date(2028, 1, 1), who)
    return CURVES[who]


@pytest.mark.data
@pytest.mark.parametrize("who", list(Members))
def test_points_are_steps(whole: Register, who: Members) -> None:
    """Points stand in order, each changes the number but for that of the day asked, and none exceeds who counts."""
    for one in _asked(whole, DAY, who).series:
        assert all(first.day < second.day for first, second in pairwise(one.points))
        steps = (
            one.points if len(one.points) == 1 or one.points[-1].parties != one.points[-2].parties else one.points[:-1]
        )
        assert all(first.parties != second.parties for first, second in pairwise(steps))
        assert one.points[0].parties > 0
        assert one.points[-1].parties <= one.total.consented <= one.total.most <= one.total.of
        assert 0 <= one.total.unconfirmed <= one.total.consented


@pytest.mark.data
def test_a_member_that_leaves_takes_its_consent_along(whole: Register) -> None:
    """On 19 November 2023 every instrument that binds Nicaragua counts one less (OAS A-41)."""
    series = {one.instrument.id: one for one in _asked(whole).series}
    assert Point(date(2023, 11, 19), 34) in series["untoc"].points
    assert series["untoc"].at(date(2023, 11, 18)) == 35
    assert series["untoc"].gained == (0, 0)


@pytest.mark.data
def test_what_was_gained_since_the_strategy(whole: Register) -> None:
    """Since 11 November 2021 UNCAC gained Barbados and Saint Kitts and Nevis, and perhaps Suriname, known by year."""
    (uncac,) = (one for one in _asked(whole).series if one.instrument.id == "uncac")
    assert (uncac.gained, _told(uncac.latest)) == ((2, 3), "2024-08-06")
    earlier = _asked(whole, date(2021, 11, 10))
    assert {series.gained for series in earlier.series} == {None}
    assert earlier.strategy == date(2021, 11, 11)


@pytest.mark.data
@pytest.mark.parametrize("who", ["all", "participating"])
def test_waiting_is_in_alphabetical_order(whole: Register, who: str) -> None:
    """Signatures that wait stand in the order of the states' names, and those of one state in the Strategy's."""
    result = toc("progress", "--members", who, "--as-of", "2026-11-21", "--format", "json")
    waiting = json.loads(result.out)["waiting"]
    order = list(whole.instruments)
    keys = [(plain(state_of(whole, one["state"]).name["en"]), order.index(one["instrument"])) for one in waiting]
    assert keys
    assert keys == sorted(keys)


# On tiny registers

MEETINGS = """
    strategy-adopted: {name: {en: A, es: A, pt: A, fr: A}, from: 2021-11-11}
"""


def _party(entry: str, more: str = "") -> str:
    return f"{more}treaties:\n  alpha:\n    - {{{entry}, source: seen}}\n"


def _series(states: dict[str, str], day: str = "2026-11-21", who: Members = Members.ALL) -> ConsentSeries:
    made = together(states, meetings=MEETINGS)
    (one,) = _asked(made, date.fromisoformat(day), who).series
    return one


def _points(one: ConsentSeries) -> list[tuple[str, int]]:
    return [(point.day.isoformat(), point.parties) for point in one.points]


LEAVES = "    - {denunciation: 2010-01-31, source: seen}\n"


def test_consent_counts_from_its_day_to_its_end() -> None:
    """A consent counts from the deposit, and until a denunciation takes effect; two on one day are one step."""
    first = _party("ratification: 2003-05-01") + LEAVES
    states = {"XXA": first, "XXB": _party("ratification: 2005-05-01"), "XXC": _party("accession: 2005-05-01")}
    found = _series(states)
    assert _points(found) == [("2003-05-01", 1), ("2005-05-01", 3), ("2011-01-31", 2), ("2026-11-21", 2)]
    assert (_told(found.latest), found.gained) == ("2011-01-31", (0, 0))
    earlier = [_told(_series(states, day).latest) for day in ("2003-04-30", "2004-12-31", "2011-01-30")]
    assert earlier == [None, "2003-05-01", "2005-05-01"]


def test_an_unknown_day_is_no_step_and_no_growth() -> None:
    """A bracket is in the total alone: no step, neither the latest change nor gained since the Strategy."""
    bracket = _party("ratification: unknown, between: [2015-01-01, 2019-06-30]")
    found = _series({"XXA": _party("ratification: 2003-05-01"), "XXB": bracket})
    assert _points(found) == [("2003-05-01", 1), ("2026-11-21", 1)]
    assert (found.total, found.undated) == (Tally(2, 2, 0, 2), 1)
    assert (_told(found.latest), found.gained) == ("2003-05-01", (0, 0))
    month = _series({"XXA": _party("ratification: 2003-05-01"), "XXB": _party("ratification: 2022-06")})
    assert (_told(month.latest), month.gained) == ("2022-06", (1, 1))
    both = _series({"XXA": _party("ratification: 2022-06-10"), "XXB": _party("ratification: 2022-06")})
    assert _told(both.latest) == "2022-06"


def test_gains_are_those_of_states_that_count_today() -> None:
    """A member that left is no loss of a consent, and what it did later is no gain; a denunciation is a loss."""
    gone = "memberships: {oas: [{from: 1950-01-01, until: 2023-01-01, source: seen}]}\n"
    left = _series({"XXA": _party("ratification: 2003-05-01", gone), "XXB": _party("ratification: 2022-06-01")})
    assert _points(left)[-1] == ("2026-11-21", 1)
    assert (_told(left.latest), left.gained) == ("2022-06-01", (1, 1))
    denounced = _party("ratification: 2003-05-01") + LEAVES.replace("2010-01-31", "2022-01-31")
    assert _series({"XXA": denounced}).gained == (-1, -1)


def test_who_takes_part_is_asked_for_each_day() -> None:
    """With members that take part alone, a state counts on the days on which it did."""
    pause = "participation: [{status: none, from: 2010-01-01, until: 2012-01-01}]\n"
    states = {"XXA": _party("ratification: 2003-05-01", pause)}
    assert _points(_series(states)) == [("2003-05-01", 1), ("2026-11-21", 1)]
    assert _points(_series(states, who=Members.PARTICIPATING)) == [
        ("2003-05-01", 1),
        ("2010-01-01", 0),
        ("2012-01-01", 1),
        ("2026-11-21", 1),
    ]


def test_a_consent_before_membership_counts_with_it() -> None:
    """A state that consented before it became a member is counted from its membership on."""
    later = "memberships: {oas: [{from: 2008-01-01, source: seen}]}\n"
    assert _points(_series({"XXA": _party("ratification: 2003-05-01", later)})) == [
        ("2008-01-01", 1),
        ("2026-11-21", 1),
    ]


def test_an_instrument_without_consents_has_one_point() -> None:
    """Where nobody has consented, the day asked says none, of those that can."""
    found = _series({"XXA": _party("signature: 2000-06-06")})
    assert (_points(found), found.total.of, found.latest) == ([("2026-11-21", 0)], 1, None)


def test_what_waits_is_signed_and_not_joined() -> None:
    """A signature waits until consent; ratification at home is told only where a gazette shows it."""
    home = "ratified_at_home: 2004-05-01"
    states = {
        "XXA": _party("signature: 2000-06-06"),
        "XXB": _party(f"signature: 2000-06-06, {home}"),
        "XXC": _party(f"signature: 2000-06-06, {home}, gazette: Official Gazette 12"),
        "XXD": _party("signature: 2000-06-06") + "    - {ratification: 2003-05-01, source: seen}\n",
        "XXE": _party("none_seen: 2020-01-01"),
    }
    found = _asked(together(states, meetings=MEETINGS)).waiting
    assert [(one.state.iso3, one.at_home is not None) for one in found] == [
        ("XXA", False),
        ("XXB", False),
        ("XXC", True),
    ]
    earlier = _asked(together(states, meetings=MEETINGS), date(2003, 4, 30)).waiting
    assert "XXD" in [one.state.iso3 for one in earlier]


# On the page


def _page(answer: ConsentProgress) -> list[str]:
    """The lines of the page, with single blanks."""
    return [" ".join(line.split()) for line in write(page(answer, ENGLISH), 120).splitlines()]


def test_signatures_of_a_day_stand_together() -> None:
    """States that signed on one day share a line, by name; what no source shows stands apart, to verify."""
    states = {
        "XXA": _party("signature: 2000-06-06"),
        "XXB": _party("signature: 2000-06-06"),
        "XXC": _party("signature: 2001-06-06"),
        "XXD": "treaties:\n  alpha:\n    - {signature: 2000-06-06, unconfirmed: not seen}\n",
        "XXE": _party("signature: 2000-06-06, day_unconfirmed: called so"),
    }
    told = _page(_asked(together(states, meetings=MEETINGS)))
    at = told.index("Signatures that wait for consent")
    assert told[at + 1 : at + 6] == [
        "Short 6 Jun 2000 Xxa, Xxb",
        "Short 6 Jun 2000‡ Xxe",
        "Short 6 Jun 2001 Xxc",
        "Signatures to verify",
        "Short 6 Jun 2000† Xxd",
    ]


def test_a_national_act_is_told_with_its_gazette() -> None:
    """Below the states that signed, the page says who ratified at home, when, and where it was printed."""
    home = "signature: 2000-06-06, ratified_at_home: 2004-05, gazette: Official Gazette 12"
    told = _page(_asked(together({"XXA": _party("signature: 2000-06-06"), "XXB": _party(home)}, meetings=MEETINGS)))
    at = told.index("Short 6 Jun 2000 Xxa, Xxb")
    assert told[at + 1] == "Xxb: ratified at home May 2004, not deposited (Official Gazette 12)"


def test_the_latest_change_is_as_precise_as_known() -> None:
    """A month is printed as a month and never as its last day; a day or act that no source shows is marked."""
    seen = _party("ratification: 2022-06-01, day_unconfirmed: called so")
    unseen = "treaties:\n  alpha:\n    - {ratification: 2022-06-01, unconfirmed: not seen}\n"
    for states, line in (
        (_party("ratification: 2022-06"), "Short Jun 2022 +1"),
        (seen, "Short 1 Jun 2022‡ +1"),
        (unseen, "Short 1 Jun 2022† +1"),
    ):
        answer = _asked(together({"XXA": states}, meetings=MEETINGS))
        assert line in _page(answer)
        assert record(answer)["totals"][0]["latest_unconfirmed"] == ("†" in line)


def test_the_page_says_who_is_counted() -> None:
    """The page says how many states count, and explains two numbers, falls and unknown days where they occur alone."""
    left = _party("ratification: 2003-05-01") + LEAVES
    bracket = _party("ratification: unknown, between: [2015-01-01, 2019-06-30]")
    told = " ".join(_page(_asked(together({"XXA": left, "XXB": bracket}, meetings=MEETINGS))))
    assert "Counted 2 OAS members among the states shown. The chart falls where" in told
    assert "A consent whose day is not known is counted" in told
    plain_page = " ".join(_page(_asked(together({"XXA": _party("ratification: 2003-05-01")}, meetings=MEETINGS))))
    assert "Counted 1 OAS member among the states shown. Strategy adopted 11 Nov 2021" in plain_page


def test_who_is_no_member_is_said_to_be_none() -> None:
    """A state that signed and is no member any more has a footnote that says so, at its name."""
    gone = "memberships: {oas: [{from: 1950-01-01, until: 2023-01-01, source: seen}]}\n"
    told = _page(_asked(together({"XXA": _party("signature: 2000-06-06", gone)}, meetings=MEETINGS)))
    assert "Short 6 Jun 2000 Xxa¹" in told
    assert any(line.startswith("¹ Xxa: not a member of the OAS since 1 Jan 2023") for line in told)


def test_the_chart_reaches_up_to_all_that_can_join() -> None:
    """The height of the chart is the number of states that can join, not of those that did."""
    states = {"XXA": _party("ratification: 2003-05-01"), "XXB": _party("none_seen: 2020-01-01")}
    (chart,) = (
        block for block in page(_asked(together(states, meetings=MEETINGS)), ENGLISH).blocks if isinstance(block, Chart)
    )
    assert (chart.top, chart.series[0].values[-1], chart.days[-1]) == (2, 1, DAY)
