"""Of several days, each known more or less exactly, the newest is that which can be the latest: in every answer."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.measures import TOPICS, held, measure
from tests.registers import SOURCES, scope, tiny, together
from toc_treaties.law.beside import declined, pending
from toc_treaties.law.evidence import NO_EVIDENCE, newest, newest_of_each
from toc_treaties.law.measures import Sign, TopicSign, standings_of
from toc_treaties.law.membership import remark
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.law.statements import objected_too_late
from toc_treaties.model.action import Action, Kind, Statement, StatementKind
from toc_treaties.model.assessment import Assessment, AssessmentBasis, Status
from toc_treaties.model.measure import MeasureKind, Search
from toc_treaties.model.meeting import Meeting
from toc_treaties.model.source import Basis
from toc_treaties.model.state import Period
from toc_treaties.model.when import When, on
from toc_treaties.questions import commitments
from toc_treaties.questions.brief import last_meeting
from toc_treaties.questions.calendar import days_ahead
from toc_treaties.questions.changes import changes
from toc_treaties.questions.currency import currency
from toc_treaties.questions.limits import limits
from toc_treaties.questions.measures import TopicMeasures
from toc_treaties.questions.progress import progress
from toc_treaties.store.dates import parse

DAY = date(2026, 11, 21)
YEAR, MONTH = parse("2019"), parse("2019-05")
Chosen = Callable[[When, When], str | None]
"""Of two days in the order of a file, the text of the one that an answer takes."""


def of_assessments(*days: When) -> str | None:
    """Two assessments of one paragraph."""
    made = (Assessment("p", Status.STARTED, day, AssessmentBasis.DOCUMENTED) for day in days)
    found = commitments.newest(tuple(made), {"p"}, DAY)
    return found.made.text if found else None


def of_searches(*days: When) -> str | None:
    """Two searches on one topic that found nothing."""
    searched = tuple(Search("drugs", day, "the gazette's site") for day in days)
    found = TopicMeasures(TOPICS["drugs"], (), searched, TopicSign(Sign.NOT_FOUND), MeasureKind.LAW).looked_for
    return found.date.text if found else None


def of_memberships(*days: When) -> str | None:
    """Two memberships that ended."""
    state = tiny().state._replace(memberships={"oas": tuple(Period(on(date(1990, 1, 1)), day) for day in days)})
    found = remark(state, DAY)
    return found.left.text if found and found.left else None


def of_notes(kind: Kind, told: Callable[[Standing], Action | None]) -> Chosen:
    """Two acts that stand beside a signature."""

    def chosen(*days: When) -> str | None:
        found = told(Standing(StandingKind.SIGNATORY, NO_EVIDENCE, actions=tuple(Action(kind, day) for day in days)))
        return found.when.text if found else None

    return chosen


def of_invitations(*days: When) -> str | None:
    """Two invitations to a state that may accede on invitation."""
    clause = "accession: {by: invited, invited_by: committee}\n      signature: {opened: 2000-01-01, by: [XXZ]}"
    instruments = f"""
    alpha:
      adopted: 1999-12-01
      in_force: 2002-01-01
      later_parties: {{days: 30}}
      {clause}
"""
    entries = "".join(f"  - invitation: {day.text}\n    until: none\n    source: seen\n" for day in days)
    step = tiny(f"alpha:\n  - none_seen: 2001-01-01\n    source: seen\n{entries}", instruments=instruments)
    found = step.next_step("2026-11-21").invitation
    return found.decided.text if found and found.decided else None


def of_meetings(*days: When) -> str | None:
    """Two meetings of a series."""
    meetings = {day.text: Meeting(day.text, {"en": "Meeting"}, day, series="randot") for day in days}
    found = last_meeting(meetings, DAY)
    return found.begins.text if found else None


def of_sources(*days: When) -> str | None:
    """Two sources of the register."""
    found = tiny()
    source = found.register.sources["seen"]
    register = found.register._replace(sources={day.text: source._replace(as_of=day) for day in days})
    of_all = limits(register, scope(register, DAY), DAY).newest
    return of_all.as_of.text if of_all and of_all.as_of else None


def of_consents(*days: When) -> str | None:
    """The consents of two states under one instrument."""
    member = "memberships: {oas: [{from: 1948-05-05, source: seen}]}\n"
    entry = member + "treaties:\n  alpha:\n    - accession: DAY\n      source: heard"
    register = together({code: entry.replace("DAY", day.text) for code, day in zip(("XXA", "XXB"), days, strict=True)})
    (series,) = progress(register, scope(register, DAY), DAY).series
    return series.latest.when.text if series.latest else None


def of_reservations(*days: When) -> str | None:
    """Two reservations of a consent, of which the last day counts until when an objection is in time."""
    said = tuple(Statement(StatementKind.RESERVATION, "not bound", made=day) for day in days)
    deposit = Action(Kind.RATIFICATION, on(date(2001, 1, 1)), statements=said)
    reserving = Standing(StandingKind.PARTY, NO_EVIDENCE, actions=(deposit,), deciding=deposit)
    party = Standing(StandingKind.PARTY, NO_EVIDENCE, consent=on(date(2001, 1, 1)))
    last = {
        day: objected_too_late(Statement(StatementKind.OBJECTION, "no", to="XXA", made=on(day)), party, reserving)
        for day in (date(2020, 12, 31), date(2021, 1, 1))
    }
    return YEAR.text if list(last.values()) == [False, True] else None


CHOOSERS: dict[str, Chosen] = {
    "evidence": lambda *days: (found := newest(days)) and found.text,
    "evidence of a kind": lambda *days: (
        dict(newest_of_each((Basis.DEPOSITARY, day) for day in days))[Basis.DEPOSITARY].text
    ),
    "assessments": of_assessments,
    "searches": of_searches,
    "memberships": of_memberships,
    "lodged": of_notes(Kind.LODGED, pending),
    "no intention": of_notes(Kind.NO_INTENTION, declined),
    "invitations": of_invitations,
    "meetings": of_meetings,
    "sources": of_sources,
    "consents": of_consents,
    "reservations": of_reservations,
}


@pytest.mark.parametrize("days", [(YEAR, MONTH), (MONTH, YEAR)], ids=["year first", "month first"])
@pytest.mark.parametrize("chooser", CHOOSERS)
def test_the_newest_is_what_can_be_the_latest(chooser: str, days: tuple[When, When]) -> None:
    """What is known to have been in 2019 goes before what was in May of that year, wherever the file has it."""
    assert CHOOSERS[chooser](*days) == "2019"


LAST, FIRST = parse("2027-05"), parse("2027")


def test_what_lies_ahead_stands_by_its_first_possible_day_and_what_is_past_by_its_last() -> None:
    """Ahead, 2027 stands before its May, and of two that begin alike the shorter first; past, a year after its May."""
    days = (LAST, FIRST, parse("2027-01"), parse("2027-01-01"))
    ahead = {day.text: Meeting(day.text, {"en": "Meeting"}, day) for day in days}
    register = tiny().register._replace(meetings=ahead)
    found = days_ahead(register, scope(register, DAY), DAY).days
    assert [each.when.text for each in found] == ["2027-01-01", "2027-01", "2027", "2027-05"]
    acts = {"XXA": "2019", "XXB": "2019-05", "XXC": "2019-12-30"}
    past = together({code: f"treaties: {{alpha: [{{accession: {day}, source: heard}}]}}" for code, day in acts.items()})
    told = changes(past, scope(past, DAY), date(2019, 1, 1), DAY).lines
    assert [change.told_on.text for change in told if change.kind == "action"] == ["2019-05", "2019-12-30", "2019"]


def test_the_oldest_evidence_is_the_first_that_is_certainly_past() -> None:
    """Of evidence of 2019 and of its May, that of May is the older: what is of 2019 may be of December."""
    sources = SOURCES + SOURCES.replace("seen:", "in-may:").replace("2020-01-01", "2019-05").split("heard:")[0]
    sources += SOURCES.replace("seen:", "in-2019:").replace("2020-01-01", "2019").split("heard:")[0]
    entry = "treaties: {{alpha: [{{accession: 2003-01-01, source: {}}}]}}"
    register = together({"XXA": entry.format("in-2019"), "XXB": entry.format("in-may")}, sources=sources)
    (found,) = currency(register, scope(register, DAY), DAY).instruments
    assert (found.oldest and found.oldest.text, found.newest and found.newest.text) == ("2019-05", "2019")


@pytest.mark.parametrize(("day", "ahead"), [("2027-05-30", True), ("2027-05-31", False)])
def test_what_is_known_to_the_month_lies_ahead_until_its_last_day(day: str, *, ahead: bool) -> None:
    """On the last day of the month a meeting of that month is over or is held, and lies ahead no more."""
    register = tiny().register._replace(meetings={"m": Meeting("m", {"en": "Meeting"}, LAST)})
    on_day = date.fromisoformat(day)
    assert bool(days_ahead(register, scope(register, on_day), on_day).days) is ahead


def test_a_measure_begins_with_the_first_page_that_certainly_showed_it() -> None:
    """Of a page of 2019 and one of its May, that of May is the first: what is of 2019 may be of December."""
    for pages in (("gazette-2019", "gazette-2019-05"), ("gazette-2019-05", "gazette-2019")):
        (found,) = standings_of(held(measure("in-force", *pages)), DAY)
        assert (found.begins, found.since, found.seen) == (MONTH, MONTH, YEAR)


@pytest.mark.parametrize(("made", "since"), [("2019", "2020-03-01"), ("2019-05", "2020-03-01"), ("2019-04", "2019-05")])
def test_a_page_that_may_be_of_the_time_of_making_shows_no_force(made: str, since: str) -> None:
    """Of a law of 2019 a page of that May shows the text; it is in force from the first page certainly after it."""
    (found,) = standings_of(held(measure("in-force", "gazette-2019-05", "gazette-2020-03-01", adopted=made)), DAY)
    assert (found.stands, found.since and found.since.text) == ("in_force", since)
