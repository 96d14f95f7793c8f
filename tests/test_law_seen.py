"""Days that nobody saw: by when an act was done, from the sources that show it and those that do not yet."""

from datetime import date

import pytest

from tests.registers import tiny
from toc_treaties.law.gap import Part
from toc_treaties.store.dates import parse

UNSEEN = """
alpha:
  - signature: 2000-02-03
    source: seen
  - none_seen: 2010-05-05
    source: undated
  - ratification: unknown
    source: [undated, seen, heard]
"""
"""A consent that a list of 1 January 2020 shows first, and one of 5 May 2010 does not show yet."""


@pytest.mark.parametrize(
    ("day", "name", "between"),
    [
        ("2010-05-05", "signatory", None),
        ("2010-05-06", "no_information", ("signatory", "contracting")),
        ("2010-06-05", "no_information", ("signatory", "party")),
        ("2019-12-31", "no_information", ("signatory", "party")),
        ("2020-01-01", "contracting", ("contracting", "party")),
        ("2020-01-30", "contracting", ("contracting", "party")),
        ("2020-01-31", "party", None),
        ("2026-11-20", "party", None),
        ("2026-11-21", "party", None),
    ],
)
def test_a_consent_whose_day_was_not_seen_counts_from_the_oldest_list_that_shows_it(
    day: str, name: str, between: tuple[str, str] | None
) -> None:
    """Up to the last list without it, the signature; then nothing certain; from the list on, consent; then party."""
    found = tiny(UNSEEN).standing(day)
    assert (found.name.value, found.between) == (name, between)
    assert name != "party" or (found.since is not None and found.since.day is None)


def test_a_list_that_says_in_force_shows_a_deposit_earlier_by_the_wait() -> None:
    """In force by 1 January 2020 with a wait of thirty days: consented by 2 December 2019, party from the list on."""
    in_force = tiny(UNSEEN + "    in_force_seen: seen\n")
    assert in_force.name("2019-12-01") == "no_information"
    assert in_force.name("2019-12-02") == "contracting"
    assert in_force.name("2019-12-31") == "contracting"
    assert in_force.name("2020-01-01") == "party"


def test_a_list_of_a_month_shows_a_consent_by_the_end_of_that_month() -> None:
    """A list of some day of January 2020, and no other: consented by the 31st, and not for certain on the 30th."""
    register = tiny(UNSEEN).register
    sources = {
        "seen": register.sources["seen"]._replace(as_of=parse("2020-01")),
        "undated": register.sources["undated"],
    }
    month = tiny(UNSEEN)._replace(register=register._replace(sources=sources))
    assert [month.name(day) for day in ("2020-01-01", "2020-01-30", "2020-01-31")] == [
        "no_information", "no_information", "contracting",
    ]  # fmt: skip


def test_a_consent_that_no_dated_source_shows_is_never_certain() -> None:
    """An undated list gives no day from which the state had consented."""
    undated = tiny("alpha:\n  - ratification: unknown\n    source: undated\n")
    assert [undated.name(day) for day in ("2000-01-01", "2026-11-21", "9999-12-31")] == ["no_information"] * 3
    assert undated.standing("2026-11-21").between == ("no_action", "party")


def test_a_month_that_has_not_ended_ends_with_the_newest_source_that_shows_the_act() -> None:
    """A deposit of January 2020, on a list of the 1st: done on the 1st."""
    month = tiny("alpha:\n  - ratification: 2020-01\n    source: seen\n")
    found = month.standing("2020-01-01")
    assert (found.name.value, found.consent and found.consent.latest) == ("contracting", date(2020, 1, 1))


def test_a_month_that_has_not_ended_ends_on_the_day_of_reading() -> None:
    """An undated list shows a deposit of November 2026, and the register is read on the 26th: done by then."""
    month = tiny("alpha:\n  - ratification: 2026-11\n    source: undated\n")
    assert month.name("2026-11-26") == "no_information"
    read = month._replace(register=month.register._replace(read_on=date(2026, 11, 26)))
    assert read.name("2026-11-26") == "contracting"
    assert read.name("2026-11-25") == "no_information"


AGAINST = """
alpha:
  - signature: 2000-02-03
    source: seen
  - none_seen: 2010-07-05
    source: seen
  - no_information: a law approved it; whether it was deposited was not seen
    since: 2011-09-23
    source: heard
"""


def test_a_gap_against_which_a_source_speaks_is_to_verify_from_that_day() -> None:
    """A law of approval leaves it open whether the state consented; a newer list without it settles the matter."""
    against = tiny(AGAINST)
    assert against.name("2011-09-22") == "signatory"
    assert against.standing("2011-09-23").between == ("signatory", "party")
    assert against.part("2026-01-01") is Part.TO_VERIFY
    assert against.next_step("2026-01-01").step is None
    newer = tiny(AGAINST + "  - none_seen: 2015-01-01\n    source: seen\n")
    assert newer.name("2014-01-01") == "signatory"


def test_what_was_deduced_speaks_of_the_time_after_the_last_entry() -> None:
    """Without a day of its own, no information means: not known whether more was done since."""
    deduced = tiny(AGAINST.replace("    since: 2011-09-23\n", ""))
    assert deduced.name("2010-07-05") == "signatory"
    assert deduced.name("2010-07-06") == "no_information"


def test_a_source_older_than_the_national_act_does_not_show_the_deposit() -> None:
    """An opinion of 2020 on the bill is cited beside an undated list: the law of 2022 comes before any deposit."""
    made = tiny("alpha:\n  - ratification: unknown\n    ratified_at_home: 2022-03-02\n    source: [seen, undated]\n")
    assert (made.name("2022-03-01"), made.name("2026-01-01")) == ("no_action", "no_information")


def test_a_list_newer_than_the_one_that_shows_the_consent_bounds_nothing() -> None:
    """Shown on 1 January 2020 and not in a paper of June 2021: consented by the first day, whenever before."""
    found = tiny("alpha:\n  - accession: unknown\n    source: seen\n  - none_seen: 2021-06\n    source: heard\n")
    consent = found.standing("2020-01-01").consent
    assert consent is not None
    assert (consent.earliest, consent.latest) == (date(2000, 1, 1), date(2020, 1, 1))


def test_a_succession_seen_in_force_has_no_wait() -> None:
    """A list of 1 January 2020 that shows it in force shows a notification by that day, and none earlier."""
    found = tiny("alpha:\n  - succession: unknown\n    source: seen\n    in_force_seen: seen\n")
    assert [found.name(day) for day in ("2019-12-31", "2020-01-01")] == ["no_information", "party"]


def test_nobody_acted_before_its_independence() -> None:
    """A consent of an unseen day lies after independence: until then the instrument is not open to the state."""
    found = tiny("alpha:\n  - accession: unknown\n    source: seen\n", state="independence: 2005-01-01")
    assert [found.name(day) for day in ("2004-12-31", "2005-01-01")] == ["not_open", "no_information"]


def test_a_source_that_does_not_show_the_act_ends_no_month() -> None:
    """A page of 1 January 2020 beside an unconfirmed deposit of that month does not show it done by the 1st."""
    entry = "alpha:\n  - ratification: 2020-01\n    source: seen\n    unconfirmed: a part of it seen\n"
    assert [tiny(entry).name(day) for day in ("2020-01-01", "2020-01-31")] == ["no_information", "contracting"]


def test_a_list_within_the_month_or_year_of_a_consent_bounds_it_too() -> None:
    """A list of 5 May 2010 that does not show the consent of 2010 puts it on 6 May at the earliest."""
    year = tiny("alpha:\n  - none_seen: 2010-05-05\n    source: seen\n  - accession: 2010\n    source: seen\n")
    assert [year.name(day) for day in ("2010-05-05", "2010-05-06", "2010-12-31")] == [
        "no_action",
        "no_information",
        "contracting",
    ]
