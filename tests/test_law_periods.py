"""Whether a recorded time holds on a day, whose beginning and end are known to the day, month, year, or not at all."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import DAYS, bracketed, spelled
from toc_treaties.law.periods import Holds, certainly, holds, lasts, possibly
from toc_treaties.model.when import UNSEEN, When, on, span
from toc_treaties.store.dates import parse

BRACKET = span(date(2010, 3, 5), date(2011, 6, 7))


def _when(written: str | None) -> When | None:
    return None if written is None else BRACKET if written == "bracket" else parse(written)


def _on(day: str, since: str | None, until: str | None) -> Holds:
    return holds(_when(since), _when(until), date.fromisoformat(day))


@pytest.mark.parametrize(
    ("since", "days"),
    [
        ("2010-03-05", {"2010-03-04": Holds.NO, "2010-03-05": Holds.CERTAIN, "2010-03-06": Holds.CERTAIN}),
        ("2010-03", {"2010-02-28": Holds.NO, "2010-03-01": Holds.POSSIBLE, "2010-03-30": Holds.POSSIBLE}),
        ("2010-03", {"2010-03-31": Holds.CERTAIN, "2010-04-01": Holds.CERTAIN}),
        ("2010", {"2009-12-31": Holds.NO, "2010-01-01": Holds.POSSIBLE, "2010-12-30": Holds.POSSIBLE}),
        ("2010", {"2010-12-31": Holds.CERTAIN}),
        ("bracket", {"2010-03-04": Holds.NO, "2010-03-05": Holds.POSSIBLE, "2011-06-06": Holds.POSSIBLE}),
        ("bracket", {"2011-06-07": Holds.CERTAIN}),
        (None, {"0001-01-01": Holds.CERTAIN, "9999-12-31": Holds.CERTAIN}),
    ],
)
def test_a_beginning(since: str | None, days: dict[str, Holds]) -> None:
    """What begins in a month or year may hold from its first day and certainly does on its last."""
    assert {day: _on(day, since, None) for day in days} == days


@pytest.mark.parametrize(
    ("until", "days"),
    [
        ("2012-04-10", {"2012-04-09": Holds.CERTAIN, "2012-04-10": Holds.NO, "2012-04-11": Holds.NO}),
        ("2012-04", {"2012-03-31": Holds.CERTAIN, "2012-04-01": Holds.POSSIBLE, "2012-04-29": Holds.POSSIBLE}),
        ("2012-04", {"2012-04-30": Holds.NO, "2012-05-01": Holds.NO}),
        ("2012", {"2011-12-31": Holds.CERTAIN, "2012-01-01": Holds.POSSIBLE, "2012-12-31": Holds.NO}),
        ("bracket", {"2010-03-04": Holds.CERTAIN, "2010-03-05": Holds.POSSIBLE, "2011-06-07": Holds.NO}),
        (None, {"9999-12-31": Holds.CERTAIN}),
    ],
)
def test_an_end(until: str | None, days: dict[str, Holds]) -> None:
    """The end is the first day after it: one known as a month or year leaves its days open but the last."""
    assert {day: _on(day, "2000-01-01", until) for day in days} == days


def test_a_beginning_and_an_end_in_one_month() -> None:
    """What begins and ends within one month is certain on no day of it."""
    days = ["2010-02-28", "2010-03-01", "2010-03-30", "2010-03-31"]
    assert [_on(day, "2010-03", "2010-03") for day in days] == [Holds.NO, Holds.POSSIBLE, Holds.POSSIBLE, Holds.NO]


def test_a_day_that_no_source_shows() -> None:
    """An act of which nothing bounds the day may have happened on any, and certainly had on none that can be asked."""
    assert holds(UNSEEN, None, date(2026, 11, 21)) is Holds.POSSIBLE
    assert holds(on(date(2000, 1, 1)), UNSEEN, date(2026, 11, 21)) is Holds.POSSIBLE


def _every_day(when: When) -> list[date]:
    return [when.earliest + timedelta(days=step) for step in range((when.latest - when.earliest).days + 1)]


WHENS = st.one_of(spelled(), bracketed())


@given(WHENS, WHENS, DAYS)
def test_certain_is_on_every_choice_of_days_and_possible_on_one(since: When, until: When, day: date) -> None:
    """The two readings are those of every way in which the beginning and the end can fall."""
    begun = [begin <= day for begin in _every_day(since)]
    runs = [day < end for end in _every_day(until)]
    assert certainly(since, until, day) == (all(begun) and all(runs))
    assert possibly(since, until, day) == (any(begun) and any(runs))


@pytest.mark.parametrize(
    ("last", "days"),
    [
        ("2025-06-10", {"2025-06-09": Holds.CERTAIN, "2025-06-10": Holds.CERTAIN, "2025-06-11": Holds.NO}),
        ("2025-06", {"2025-06-01": Holds.CERTAIN, "2025-06-02": Holds.POSSIBLE, "2025-06-30": Holds.POSSIBLE}),
        ("2025", {"2025-01-01": Holds.CERTAIN, "2025-12-31": Holds.POSSIBLE, "2026-01-01": Holds.NO}),
        (None, {"9999-12-31": Holds.CERTAIN}),
    ],
)
def test_a_last_day_is_included(last: str | None, days: dict[str, Holds]) -> None:
    """An invitation stands on its last day; in a month or year in which it ends, that is certain of the first alone."""
    assert {day: lasts(_when(last), date.fromisoformat(day)) for day in days} == days
