"""A standing turns on its turning days and on no other: spans made of them say what is said day by day."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.registers import ALPHA, Tiny
from tests.strategies import DAYS, dossiers
from toc_treaties.law.dossier import Dossier
from toc_treaties.law.gap import part_of
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.turning_days import turning_days
from toc_treaties.questions.standing_spans import standing_spans

Make = Callable[..., Tiny]
DAY = timedelta(days=1)


def _said(found: Standing) -> tuple[object, ...]:
    """All that a span says of a standing."""
    return found.name, part_of(found), found.between, found.day_marked, found.evidence.basis, found.eligibility


@given(dossiers(), st.lists(DAYS, max_size=8))
def test_no_standing_turns_on_another_day(case: Dossier, days: list[date]) -> None:
    """Whatever is recorded, with open dates, notices and a parent: nothing changes between two turning days."""
    turns = turning_days(case)
    said = [_said(standing(case, day)) for day in (date(1900, 1, 1), *turns)]
    near = {turn + step for turn in turns for step in (-DAY, DAY)}
    unseen = (day for day in near | {*days} if _said(standing(case, day)) != said[bisect_right(turns, day)])
    assert sorted(unseen) == []


def _spans(made: Tiny, instrument: str, as_of: str) -> list[str]:
    """The spans of the state under an instrument, as lines."""
    found = standing_spans(made.register, date.fromisoformat(as_of))
    return [
        f"{span.standing.name} {span.begin} {span.until or '-'}"
        for span in found.named
        if span.instrument.id == instrument
    ]


def test_a_span_begins_on_the_first_day_of_its_standing_and_ends_on_the_first_of_the_next(tiny: Make) -> None:
    """From the adoption on every day is in one span; `until` is no longer in it, and the last one has none."""
    made = tiny("""
        alpha:
          - signature: 2000-06-06
            source: seen
          - ratification: 2003-05-01
            source: seen
          - denunciation: 2010-03-01
            source: seen
    """)
    assert _spans(made, "alpha", "2026-11-21") == [
        "not_open 1999-12-01 2000-01-01",
        "no_action 2000-01-01 2000-06-06",
        "signatory 2000-06-06 2003-05-01",
        "contracting 2003-05-01 2003-05-31",
        "party 2003-05-31 2011-03-01",
        "withdrawn 2011-03-01 -",
    ]


def test_an_act_under_the_parent_turns_the_standing_under_its_protocol(tiny: Make) -> None:
    """A protocol that waits for its convention enters into force, and ends, by acts under the convention alone."""
    protocol = ALPHA.replace("alpha:", "beta:").replace(
        "exit: {word: denunciation, years: 1}",
        "requires: {instrument: alpha}\n      exit: {word: denunciation, years: 1, with: alpha}",
    )
    made = tiny(
        """
        alpha:
          - ratification: 2005-05-01
            source: seen
          - denunciation: 2010-03-01
            source: seen
        beta:
          - ratification: 2003-05-01
            source: seen
            as_recorded: the table has it
        """,
        instruments=ALPHA + protocol,
    )
    assert _spans(made, "beta", "2026-11-21")[2:] == [
        "contracting 2003-05-01 2005-05-31",
        "party 2005-05-31 2011-03-01",
        "withdrawn 2011-03-01 -",
    ]


def test_what_speaks_against_an_absence_turns_it_on_its_own_day(tiny: Make) -> None:
    """From the day from which nothing is known, or the day after the last page, no action is not said any more."""
    dated = tiny("""
        alpha:
          - none_seen: 2010-03-01
            source: seen
          - no_information: an act was announced
            since: 2015-03-01
            source: seen
    """)
    after = tiny("""
        alpha:
          - none_seen: 2010-03-01
            source: seen
          - no_information: an act was announced
            source: seen
    """)
    assert _spans(dated, "alpha", "2026-11-21")[1:] == [
        "no_action 2000-01-01 2015-03-01",
        "no_information 2015-03-01 -",
    ]
    assert _spans(after, "alpha", "2026-11-21")[1:] == [
        "no_action 2000-01-01 2010-03-02",
        "no_information 2010-03-02 -",
    ]


def test_what_lies_after_the_day_asked_is_in_no_span(tiny: Make) -> None:
    """An exit that is announced ends no span yet: on the day asked the state is a party."""
    made = tiny("""
        alpha:
          - ratification: 2003-05-01
            source: seen
          - denunciation: 2010-03-01
            source: seen
    """)
    assert _spans(made, "alpha", "2010-12-31")[-1] == "party 2003-05-31 -"


def test_a_month_makes_spans_of_what_is_certain(tiny: Make) -> None:
    """Of a consent that a month is known of, the month says no information, and the wait contracting or party."""
    made = tiny("""
        alpha:
          - signature: 2000-06-06
            source: seen
          - ratification: 2003-05
            source: seen
    """)
    assert _spans(made, "alpha", "2026-11-21")[2:] == [
        "signatory 2000-06-06 2003-05-01",
        "no_information 2003-05-01 2003-05-31",
        "contracting 2003-05-31 2003-06-30",
        "party 2003-06-30 -",
    ]
    found = standing_spans(made.register, date(2026, 11, 21)).certain
    contracting = [span for span in found if span.standing.name == "contracting"]
    assert [(str(span.begin), span.standing.between) for span in contracting] == [
        ("2003-05-31", ("contracting", "party")),
    ]


def test_an_instrument_adopted_later_is_not_open_from_the_first_day_of_all(tiny: Make) -> None:
    """The spans of all instruments begin on one day, so that a count of any day asks them alike."""
    later = ALPHA.replace("alpha:", "beta:").replace("1999-12-01", "1999-12-10")
    made = tiny("alpha: []\nbeta: []", instruments=ALPHA + later)
    assert _spans(made, "beta", "2000-01-01")[0] == "not_open 1999-12-01 2000-01-01"
    assert _spans(made, "beta", "1990-01-01") == []
