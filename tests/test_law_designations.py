"""Whether a designation is in effect on a day, whose beginning and end are known to the day, month or year."""

from datetime import date

import pytest

from toc_treaties.law.designations import in_effect, lapsed, met, notified
from toc_treaties.model.state import Condition, Designation
from toc_treaties.model.when import When
from toc_treaties.store.dates import parse


def _when(written: str | None) -> When | None:
    return parse(written) if written else None


def _office(since: str | None, until: str | None) -> Designation:
    return Designation("An office", since=_when(since), until=_when(until), sources=("seen",))


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2010-03-05", "2015-02-03", {"2010-03-04": "none", "2010-03-05": "runs", "2010-03-06": "runs"}),
        ("2010-03-05", "2015-02-03", {"2015-02-02": "runs", "2015-02-03": "lapsed", "2015-02-04": "lapsed"}),
        ("2010", "2015-02", {"2009-12-31": "none", "2010-01-01": "runs", "2015-02-27": "runs", "2015-02-28": "lapsed"}),
        (None, "2015", {"1950-01-01": "runs", "2015-12-30": "runs", "2015-12-31": "lapsed"}),
        (None, None, {"1950-01-01": "runs", "2026-11-21": "runs"}),
    ],
)
def test_a_designation_runs_until_its_end_is_certain(
    since: str | None, until: str | None, days: dict[str, str]
) -> None:
    """It begins with the first day on which it can have been made; it has lapsed when its end has certainly come."""
    one = _office(since, until)
    asked = {day: date.fromisoformat(day) for day in days}
    assert {day: in_effect(one, on) for day, on in asked.items()} == {day: days[day] == "runs" for day in days}
    assert {day: lapsed(one, on) for day, on in asked.items()} == {day: days[day] == "lapsed" for day in days}


@pytest.mark.parametrize(
    ("since", "notice", "unconfirmed", "days"),
    [
        ("2010-03-05", "2011-06", None, {"2011-06-29": False, "2011-06-30": True}),
        ("2012", "2011-06-01", None, {"2012-12-30": False, "2012-12-31": True}),
        (None, "2011-06-01", None, {"2026-11-21": False}),
        ("2010-03-05", None, None, {"2026-11-21": False}),
        ("2010-03-05", "2011-06", "a list without dates", {"2026-11-21": False}),
    ],
)
def test_designated_and_notified(
    since: str | None, notice: str | None, unconfirmed: str | None, days: dict[str, bool]
) -> None:
    """Both days must be seen and certainly have come, and a source must show it."""
    one = _office(since, None)._replace(notified=_when(notice), unconfirmed=unconfirmed)
    assert {day: notified(one, date.fromisoformat(day)) for day in days} == days


@pytest.mark.parametrize(
    ("since", "days"),
    [
        ("2010-03", {"2010-03-30": False, "2010-03-31": True}),
        (None, {"1950-01-01": True}),
    ],
)
def test_a_condition_is_met_where_that_is_certain(since: str | None, days: dict[str, bool]) -> None:
    """A duty with a condition is due from the last day of the month in which the state came to meet it."""
    one = Condition("alpha", "5", _when(since))
    assert {day: met(one, date.fromisoformat(day)) for day in days} == days
