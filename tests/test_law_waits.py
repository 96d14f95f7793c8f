"""The waits that treaties prescribe, to the day."""

from datetime import date

import pytest

from toc_treaties.law.waits import after_deposit, after_notice, first_of_month_after, months_after
from toc_treaties.model.instrument import Delay, Exit


@pytest.mark.parametrize(
    ("wait", "deposit", "in_force"),
    [
        (Delay(days=30), "2003-09-26", "2003-10-26"),
        (Delay(days=30), "2004-01-31", "2004-03-01"),
        (Delay(days=30), "2003-12-02", "2004-01-01"),
        (Delay(days=90), "1990-08-20", "1990-11-18"),
        (Delay(days=90), "2003-12-01", "2004-02-29"),
        (Delay(days=0), "2003-09-26", "2003-09-26"),
        (Delay(months=1), "2004-01-31", "2004-02-29"),
        (Delay(months=1), "2003-01-31", "2003-02-28"),
        (Delay(months=3), "2003-11-30", "2004-02-29"),
        (Delay(months=12), "2004-02-29", "2005-02-28"),
        (Delay(months=3, then="first-of-month"), "2022-11-30", "2023-03-01"),
        (Delay(months=3, then="first-of-month"), "2018-06-05", "2018-10-01"),
        (Delay(months=3, then="first-of-month"), "2018-01-01", "2018-05-01"),
        (Delay(months=3, then="first-of-month"), "2018-11-30", "2019-03-01"),
        (Delay(months=3, then="first-of-month"), "2018-08-31", "2018-12-01"),
        (Delay(then="first-of-month"), "2018-12-31", "2019-01-01"),
    ],
)
def test_a_deposit_takes_effect_after_the_wait(wait: Delay, deposit: str, in_force: str) -> None:
    """Days are counted from the deposit; months end on the month's last day where it is shorter."""
    assert after_deposit(wait, date.fromisoformat(deposit)) == date.fromisoformat(in_force)


YEARLY = Exit("denunciation", notice_by=(7, 1), ends=(1, 1))


@pytest.mark.parametrize(
    ("leaving", "notice", "end"),
    [
        (YEARLY, "2011-06-29", "2012-01-01"),
        (YEARLY, "2011-07-01", "2012-01-01"),
        (YEARLY, "2011-07-02", "2013-01-01"),
        (YEARLY, "2011-01-01", "2012-01-01"),
        (YEARLY, "2011-12-31", "2013-01-01"),
        (Exit("denunciation", years=1), "2011-06-29", "2012-06-29"),
        (Exit("denunciation", years=1), "2012-02-29", "2013-02-28"),
        (Exit("denunciation", months=6), "2011-08-31", "2012-02-29"),
        (Exit("withdrawal", months=12), "2011-08-31", "2012-08-31"),
        (Exit("denunciation", months=3, then="first-of-month"), "2011-11-30", "2012-03-01"),
    ],
)
def test_a_notice_takes_effect_after_the_wait(leaving: Exit, notice: str, end: str) -> None:
    """A notice by 1 July ends the 1961 Convention on the next 1 January (art. 46); one of 2 July a year later."""
    assert after_notice(leaving, date.fromisoformat(notice)) == date.fromisoformat(end)


def test_months_are_counted_over_the_turn_of_the_year() -> None:
    """December is followed by January, and the first of the month after a day is never that day."""
    assert months_after(date(2003, 12, 31), 2) == date(2004, 2, 29)
    assert months_after(date(2003, 12, 31), 0) == date(2003, 12, 31)
    assert first_of_month_after(date(2003, 12, 1)) == date(2004, 1, 1)
