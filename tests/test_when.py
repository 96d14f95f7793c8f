"""Dates as files write them: as precise as they are known, and never padded."""

from datetime import date

import pytest

from tests.registers import Tiny, faulty, tiny
from toc_treaties.model.when import When, on, span
from toc_treaties.store.dates import parse


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2004-06-15", date(2004, 6, 15), date(2004, 6, 15)),
        ("2004-06", date(2004, 6, 1), date(2004, 6, 30)),
        ("2004-12", date(2004, 12, 1), date(2004, 12, 31)),
        ("2004", date(2004, 1, 1), date(2004, 12, 31)),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2004-02-29", date(2004, 2, 29), date(2004, 2, 29)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_a_date_means_every_day_it_can_be(text: str, earliest: date, latest: date) -> None:
    """A month or a year stands for each of its days, and keeps its own spelling."""
    assert parse(text) == When(earliest, latest, text)


def test_only_a_full_date_has_a_day() -> None:
    """A month known only as a month is never given a day."""
    assert parse("2004-06-15").day == date(2004, 6, 15)
    assert parse("2004-06").day is None
    assert parse("2004").day is None


def test_a_bracket_is_told_from_a_written_date() -> None:
    """A bracket says that no day, month or year was found; a written month does not."""
    between = span(date(2011, 4, 1), date(2017, 11, 2))
    assert between.bracketed
    assert between.day is None
    assert not parse("2004-06").bracketed
    assert not on(date(2004, 6, 15)).bracketed


def test_a_span_of_one_day_is_that_day() -> None:
    """A computed range whose ends meet is an exact day."""
    assert span(date(2004, 6, 15), date(2004, 6, 15)) == on(date(2004, 6, 15))


def _dated(text: str) -> Tiny:
    return faulty(f"""
        alpha:
          - ratification: {text}
            source: seen
    """)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2015-02-30", "impossible-date"),
        ("2015-02-29", "impossible-date"),
        ("2015-13-01", "impossible-date"),
        ("2015-00", "impossible-date"),
        ("2015-04-31", "impossible-date"),
        ("2015-01-00", "impossible-date"),
        ("0000", "impossible-date"),
        ("2004-06-15T10:00:00", "over-precise-date"),
        ("2004-06-15 10:00", "over-precise-date"),
        ("20150630", "not-a-date"),
        ("2015-W10", "not-a-date"),
        ("2015-W10-3", "not-a-date"),
        ("2015W103", "not-a-date"),
        ("2015-181", "not-a-date"),
        ("15/06/2004", "not-a-date"),
        ("15 June 2004", "not-a-date"),
        ("2004-6-15", "not-a-date"),
        ("04-06-15", "not-a-date"),
        ("2004-06-15-", "not-a-date"),
        ("~", "not-a-date"),
        ("today", "not-a-date"),
        ("undated", "not-a-date"),
        ("2_004", "not-a-date"),
        ("٢٠٠٤", "not-a-date"),
        ("٢٠٠٤-٠٦-١٥", "not-a-date"),
    ],
)
def test_any_other_form_is_refused(text: str, code: str) -> None:
    """What no calendar has, what says more than a day, and what is not written year first is reported, not guessed."""
    made = _dated(text)
    assert [problem.rule for problem in made.problems] == [code]
    assert made.state.treaties["alpha"].actions == ()


@pytest.mark.parametrize(
    ("text", "offered"), [("2015-02-30", "2015-02 or 2015"), ("2004-06-15T10:00:00", "write 2004-06-15")]
)
def test_the_remedy_names_what_can_be_written(text: str, offered: str) -> None:
    """The help of a refused date offers a spelling that would be read."""
    assert offered in _dated(text).problems[0].help


def test_a_quoted_date_is_the_same_date() -> None:
    """Quotes around a date change nothing."""
    made = tiny("""
        alpha:
          - ratification: "2004-06-15"
            source: seen
    """)
    assert made.state.treaties["alpha"].actions[0].when == on(date(2004, 6, 15))


def test_a_bracket_holds_both_its_days() -> None:
    """An unknown day with `between` lies from the first day to the last, both included."""
    made = tiny("""
        alpha:
          - ratification: unknown
            between: [2011-04-01, 2017-11-02]
            source: seen
    """)
    assert made.state.treaties["alpha"].actions[0].when == When(date(2011, 4, 1), date(2017, 11, 2), "unknown")


@pytest.mark.parametrize(
    ("between", "code"),
    [
        ("[2017-11-02, 2011-04-01]", "reversed-bound"),
        ("[2011-04-01]", "wrong-type"),
        ("[2011-04-01, 2012-04-01, 2013-04-01]", "wrong-type"),
        ("[2011-04, 2012-04-01]", "day-needed"),
        ("2011-04-01", "wrong-type"),
        ("", "missing-value"),
    ],
)
def test_a_bracket_is_two_days_in_order(between: str, code: str) -> None:
    """A bracket that is not two full dates, the earlier first, is reported."""
    made = faulty(f"""
        alpha:
          - ratification: unknown
            between: {between}
            source: seen
    """)
    assert code in [problem.rule for problem in made.problems]
    assert made.state.treaties["alpha"].actions == ()


def test_a_bracket_of_one_day_is_that_day() -> None:
    """A bracket whose ends meet leaves nothing unknown."""
    made = tiny("""
        alpha:
          - ratification: unknown
            between: [2011-04-01, 2011-04-01]
            source: seen
    """)
    assert made.state.treaties["alpha"].actions[0].when.day == date(2011, 4, 1)


def test_a_date_read_once_reads_the_same_again() -> None:
    """The same spelling gives the same date in any number of entries."""
    made = tiny("""
        alpha:
          - signature: 2000-01
            source: seen
          - ratification: 2001-05
            source: seen
          - denunciation: 2001-05
            source: seen
    """)
    signed, ratified, left = made.state.treaties["alpha"].actions
    assert ratified.when == left.when
    assert signed.when.latest == date(2000, 1, 31)
