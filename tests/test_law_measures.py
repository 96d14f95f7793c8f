"""How a measure stands on a day, and which sign a topic has: what was seen holds, and what has ended is over."""

from datetime import date

import pytest

from tests.measures import held, measure, search
from toc_treaties.law.measures import MeasureStanding, Sign, Stands, TopicSign, sign_of, standing_of, standings_of
from toc_treaties.model.measure import Measure, MeasureKind, Search


def on(one: Measure, day: str, read_on: str | None = None) -> MeasureStanding | None:
    """How a measure stands on a day, of a register that was read on another."""
    read = date.fromisoformat(read_on) if read_on else None
    return standing_of(one, held(one).sources, date.fromisoformat(day), read)


def stands(one: Measure, day: str, read_on: str | None = None) -> str | None:
    """The word for it; None where it is not there."""
    found = on(one, day, read_on)
    return str(found.stands) if found else None


def sign(day: str, *measures: Measure, searched: tuple[Search, ...] = (), kind: str = "law") -> TopicSign:
    """The sign of drugs on a day, where these are all the measures and searches of a state."""
    as_of = date.fromisoformat(day)
    found = standings_of(held(*measures), as_of)
    return sign_of(found, searched, "drugs", MeasureKind(kind), as_of)


DECREE = measure("repealed", "gazette-2024", adopted="2001-02-21", until="2023-05-04")


@pytest.mark.parametrize(
    ("day", "word"),
    [("2001-02-20", None), ("2001-02-21", "adopted"), ("2023-05-03", "adopted"), ("2023-05-04", "repealed")],
)
def test_a_repealed_decree_stands_until_the_day_of_its_repeal(day: str, word: str | None) -> None:
    """A decree is not there before it was made, stands before its repeal, and is repealed from that day."""
    assert stands(DECREE, day) == word


def test_a_repealed_law_whose_entry_into_force_is_printed_was_in_force() -> None:
    """Between its entry into force and its repeal it was law."""
    law = measure("repealed", "gazette-2024", adopted="2001-02-21", in_force="2001-06-01", until="2023-05-04")
    days = ("2001-05-31", "2001-06-01", "2023-05-03", "2023-05-04")
    assert [stands(law, day) for day in days] == ["adopted", "in_force", "in_force", "repealed"]


@pytest.mark.parametrize(("day", "word"), [("2022-12-31", "adopted"), ("2023-01-01", "expired")])
@pytest.mark.parametrize("status", ["in-force", "adopted", "expired"])
def test_a_term_that_is_over_ends_a_plan_whatever_was_recorded(status: str, day: str, word: str) -> None:
    """A plan for a term is expired after it, though the page was last seen while it ran."""
    plan = measure(status, "ministry-2019", kind="plan", adopted="2019-03-01", until="2023-01-01")
    found = stands(plan, day)
    assert found == ("in_force" if status == "in-force" and word == "adopted" else word)


def test_what_ended_without_a_day_stood_until_it_was_seen_to_have_ended() -> None:
    """A repeal whose day was not found is one by the day of the source that says so."""
    law = measure("repealed", "list-2024-03-01", adopted="1990")
    assert [stands(law, day) for day in ("2024-02-29", "2024-03-01")] == ["adopted", "repealed"]
    assert stands(measure("repealed", "list-undated", adopted="1990"), "1995-01-01") == "repealed"


def test_a_year_of_repeal_is_over_from_its_first_day() -> None:
    """A law of which only the year of repeal is known is not said to stand within that year."""
    law = measure("repealed", "list-2024", adopted="1990", until="2016")
    assert [stands(law, day) for day in ("2015-12-31", "2016-01-01")] == ["adopted", "repealed"]


SEEN = measure("in-force", "list-2014-01-27", adopted="2010-06-01")


def test_in_force_holds_from_the_day_it_was_seen_and_grows_old() -> None:
    """A law seen in force in 2014 was adopted before, is in force since, and is marked old after ten years."""
    days = ("2010-05-31", "2010-06-01", "2014-01-26", "2014-01-27", "2024-01-26", "2024-01-27")
    assert [stands(SEEN, day) for day in days] == [None, "adopted", "adopted", "in_force", "in_force", "in_force"]
    assert [on(SEEN, day).old for day in days[3:]] == [False, False, True]  # type: ignore[union-attr]
    assert on(SEEN, "2026-11-26").seen.text == "2014-01-27"  # type: ignore[union-attr]


def test_the_page_of_its_own_day_shows_no_force() -> None:
    """A gazette shows a text as it was made; a list of ten years later shows that it is in force."""
    law = measure("in-force", "gazette-2010-06-01", "list-2020-02-01", adopted="2010-06-01")
    assert [stands(law, day) for day in ("2020-01-31", "2020-02-01")] == ["adopted", "in_force"]


def test_an_older_page_that_shows_it_in_force_is_not_lost_to_a_newer_one() -> None:
    """Looking again later takes nothing from what was seen before."""
    law = measure("in-force", "list-2014-01-27", "list-2026-05-01", adopted="2010-06-01")
    assert stands(law, "2015-01-01") == "in_force"


def test_in_force_on_undated_pages_alone_is_adopted() -> None:
    """Without a day on which it was seen in force nobody can say when it was."""
    law = measure("in-force", "list-undated", adopted="2010-06-01")
    assert stands(law, "2026-11-26") == "adopted"


def test_a_law_without_a_day_is_there_from_the_day_it_was_seen() -> None:
    """What has no day stands from the oldest page that shows it; on an undated page alone, always."""
    law = measure("adopted", "list-2014", "list-2020")
    assert [stands(law, day) for day in ("2014-12-30", "2014-12-31")] == [None, "adopted"]
    assert stands(measure("adopted", "list-undated"), "1950-01-01") == "adopted"


def test_a_year_that_is_still_running_ended_when_it_was_read() -> None:
    """A law of this year is there today, and a law of 2014 on the day of that year on which it was seen."""
    assert stands(measure("adopted", "press-undated", adopted="2026"), "2026-11-26", "2026-11-26") == "adopted"
    assert stands(measure("adopted", "gazette-2014-03-05", adopted="2014"), "2014-03-05") == "adopted"


def test_a_bill_is_a_draft_and_a_review_took_place() -> None:
    """A bill is shown as one from its day, and a review as held."""
    assert [stands(measure("draft", adopted="2020-01-02"), day) for day in ("2020-01-01", "2020-01-02")] == [
        None,
        "draft",
    ]
    assert stands(measure("held", kind="review", held="2019-06"), "2019-06-30") == "held"


def test_official_is_what_one_official_page_shows() -> None:
    """Among several pages one of the state itself, or of an organization of states, is enough."""
    assert on(measure("adopted", "press-2014", adopted="2010"), "2020-01-01").official is False  # type: ignore[union-attr]
    both = on(measure("adopted", "gazette-2014", "press-2015", adopted="2010"), "2020-01-01")
    assert both is not None
    assert (both.official, both.cited) == (True, ("gazette-2014",)), "the one that a line cites is official"


def test_a_line_cites_the_page_of_the_day_on_which_it_says_that_it_was_seen() -> None:
    """Beside "in force, seen 2020" stands the source of that day; beside an adoption, an official one."""
    law = measure("in-force", "gazette-undated", "press-2020", adopted="2001")
    found = on(law, "2026-01-01")
    assert found is not None
    assert (found.seen.text if found.seen else None, found.cited) == ("2020", ("press-2020",))


def test_the_best_sign_wins_and_says_whether_an_official_page_shows_it() -> None:
    """In force goes before adopted, that before what does not stand; only what gives the sign is asked who shows it."""
    bill, old = measure("draft", "gazette-2014", adopted="2014"), measure("adopted", "press-2012", adopted="2011")
    force = measure("in-force", "press-2013", adopted="2012")
    assert sign("2026-01-01", bill) == (Sign.NOT_IN_FORCE, True)
    assert sign("2026-01-01", bill, old) == (Sign.ADOPTED, False)
    assert sign("2026-01-01", bill, old, force) == (Sign.IN_FORCE, False)
    assert sign("2026-01-01", old, measure("adopted", "gazette-2000", adopted="2000")) == (Sign.ADOPTED, True)
    assert sign("2026-01-01", DECREE) == (Sign.NOT_IN_FORCE, True)
    assert sign("2022-01-01", DECREE) == (Sign.ADOPTED, True)


def test_not_found_needs_a_search_by_the_day() -> None:
    """Nobody looked until somebody did, for that topic and that kind; a law known by name alone counts as nothing."""
    looked = (search("drugs", "2026-11-02"),)
    named = measure("named", "gazette-2014", adopted="2010")
    assert sign("2026-11-01", named, searched=looked).sign is Sign.NOT_SEARCHED
    assert sign("2026-11-02", named, searched=looked).sign is Sign.NOT_FOUND
    assert sign("2026-11-02", searched=(search("firearms", "2026-11-02"),)).sign is Sign.NOT_SEARCHED
    assert sign("2026-11-02", searched=(search("drugs", "2026-11-02", "plan"),)).sign is Sign.NOT_SEARCHED
    month = (search("drugs", "2026-11"),)
    assert [sign(day, searched=month).sign.value for day in ("2026-10-31", "2026-11-01")] == [
        "not_searched",
        "not_found",
    ]


def test_a_sign_speaks_of_one_kind() -> None:
    """A plan gives no sign of a law; asked for plans, it does. A review that was held gives that of adoption."""
    plan = measure("adopted", "gazette-2014", kind="plan", adopted="2014")
    review = measure("held", "gazette-2014", kind="review", held="2014")
    assert sign("2026-01-01", plan, review).sign is Sign.NOT_SEARCHED
    assert sign("2026-01-01", plan, kind="plan") == (Sign.ADOPTED, True)
    assert sign("2026-01-01", review, kind="review") == (Sign.ADOPTED, True)


def test_measures_stand_newest_first_and_those_without_a_day_last() -> None:
    """The order is that of the days on which they were made."""
    laws = [
        measure("adopted", "list-2020", number=n, **days)
        for n, days in (("a", {"adopted": "2001"}), ("b", {}), ("c", {"adopted": "2011"}))
    ]
    found = standings_of(held(*laws), date(2026, 1, 1))
    assert [one.measure.number for one in found] == ["c", "a", "b"]
    assert {one.stands for one in found} == {Stands.ADOPTED}
