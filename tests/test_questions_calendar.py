"""What lies ahead: the days that acts, invitations and meetings imply, and a file that calendar programs read."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.answers import REGISTER
from tests.console import toc
from tests.registers import ALPHA, scope, together
from toc_treaties.model.register import Register
from toc_treaties.pages.calendar import days, page
from toc_treaties.questions.calendar import DaysAhead, days_ahead
from toc_treaties.records.calendar import record
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import ics, plain
from toc_treaties.writers.sheet import Sheet

MEETINGS = """
    first: {name: {en: First, es: P, pt: P, fr: P}, from: 2003-09, source: seen}
    second: {name: {en: Second, es: S, pt: S, fr: S}, from: 2004-05-01, until: 2004-05-02, source: seen}
"""


def register(acts: str, meetings: str = "{}") -> Register:
    """One state with these acts under a convention that takes thirty days, and a year's notice."""
    return together({"XXA": f"treaties:\n  alpha: [{acts}]\n"}, meetings=meetings)


def ahead(held: Register, day: date) -> DaysAhead:
    """What lies ahead of a day."""
    return days_ahead(held, scope(held, day), day)


def told(held: Register, day: date) -> list[tuple[str, str]]:
    """Each day ahead: what, and when."""
    return [(entry.id, entry.when.text) for entry in ahead(held, day).days]


def events(held: Register, day: date) -> list[Any]:
    """The entries of the file, as a library reads them."""
    return list(Calendar.from_ical(ics.write(days(ahead(held, day), ENGLISH), Sheet())).walk("VEVENT"))


JOINED = "{accession: 2003-02-05, source: seen}"
LEFT = f"{JOINED}, {{denunciation: 2010-03-01, source: seen}}"


def test_an_entry_into_force_lies_ahead_from_the_act_to_its_day() -> None:
    """Before the deposit nothing is known of it; on the day itself it lies no more ahead."""
    held = register(JOINED)
    assert told(held, date(2003, 2, 4)) == []
    assert told(held, date(2003, 2, 5)) == [("xxa-alpha-entry_into_force", "2003-03-07")]
    assert told(held, date(2003, 3, 6)) == [("xxa-alpha-entry_into_force", "2003-03-07")]
    assert told(held, date(2003, 3, 7)) == []


def test_an_exit_lies_ahead_until_the_notice_takes_effect() -> None:
    """A notice takes effect after the treaty's own year."""
    assert told(register(LEFT), date(2010, 3, 1)) == [("xxa-alpha-exit", "2011-03-01")]
    assert told(register(LEFT), date(2010, 2, 28)) == told(register(LEFT), date(2011, 3, 1)) == []


def test_a_day_ahead_names_its_state_its_treaty_and_its_act_in_plain_data() -> None:
    """A program reads whose day it is and from which act it follows; of a meeting, which one it is."""
    (entry,) = record(ahead(register(JOINED), date(2003, 2, 5)))["days"]
    keys = ("state", "instrument", "meeting", "act", "act_date", "date", "source")
    assert [entry[key] for key in keys] == ["XXA", "alpha", None, "accession", "2003-02-05", "2003-03-07", ["seen"]]
    _, second = record(ahead(register("", MEETINGS), date(2003, 9, 10)))["days"]
    assert [second[key] for key in (*keys[:4], "date", "until")] == [
        None,
        None,
        "second",
        None,
        "2004-05-01",
        "2004-05-02",
    ]


INVITED = "{invitation: 2003-01-01, until: 2008-01-01, source: seen}"


def test_an_invitation_lapses_unless_it_was_taken_up() -> None:
    """The last day of an invitation is listed from its day on, and not for a state that has acceded."""
    by_invitation = ALPHA.replace("accession: {by: all}", "accession: {by: invited, invited_by: The Committee}")
    text = f"treaties:\n  alpha: [{INVITED}]\n"
    held = together({"XXA": text, "XXB": text.replace("[", f"[{JOINED}, ")}, instruments=by_invitation)
    assert told(held, date(2005, 1, 1)) == [("xxa-alpha-invitation_end", "2008-01-01")]
    assert told(held, date(2002, 12, 31)) == []


def test_a_meeting_of_a_month_takes_the_whole_month() -> None:
    """Only the month was seen: the entry has all its days, and its title says that the day is not known."""
    held = register("", MEETINGS)
    first, second = events(held, date(2003, 9, 10))
    assert (first["dtstart"].dt, first["dtend"].dt) == (date(2003, 9, 1), date(2003, 10, 1))
    assert str(first["summary"]) == "First (day not known: Sep 2003)"
    assert (second["dtstart"].dt, second["dtend"].dt) == (date(2004, 5, 1), date(2004, 5, 3))
    assert "1–2 May 2004" in plain.write(page(ahead(held, date(2003, 9, 10)), ENGLISH), 80)


def test_a_file_is_the_same_however_often_it_is_asked_for() -> None:
    """Identifiers and stamps come from the question and not from the clock."""
    held = register(JOINED)
    (event,) = events(held, date(2003, 2, 10))
    assert str(event["uid"]) == "xxa-alpha-entry_into_force@toc-treaties"
    assert event["dtstamp"].dt == datetime.fromisoformat("2003-02-10T00:00:00+00:00")
    assert str(event["summary"]) == "Xxa, Short: entry into force for the state"
    assert str(event["description"]).splitlines()[:2] == ["acceded 5 Feb 2003", "Table, https://a.example/"]


def test_what_no_source_shows_says_so_in_its_title() -> None:
    """A day that rests on an unconfirmed act is not taken for a certain one."""
    held = register("{accession: 2003-02-05, unconfirmed: named in a list}")
    (event,) = events(held, date(2003, 2, 10))
    assert str(event["summary"]).endswith(": entry into force for the state, unconfirmed")


def test_a_calendar_without_entries_is_a_calendar_all_the_same(tmp_path: Path) -> None:
    """Where nothing lies ahead, the file holds what a calendar must have and no day, and a sentence says so."""
    result = toc("calendar", "-o", "x.ics", "--data", str(REGISTER), "--as-of", "2090-01-01", folder=tmp_path)
    assert result.code == 0
    assert result.err.startswith("nothing that is recorded here lies ahead: the calendar file holds no entry\n")
    (zone,) = Calendar.from_ical((tmp_path / "x.ics").read_bytes()).subcomponents
    assert (zone.name, str(zone["tzid"])) == ("VTIMEZONE", "UTC")


@pytest.mark.parametrize("command", [("gaps", "haiti", "-f", "ics"), ("table", "-o", "table.ics")])
def test_another_question_has_no_days(command: tuple[str, ...], tmp_path: Path) -> None:
    """A calendar file is refused where there are no days, before anything is read or written."""
    result = toc(*command, "--data", str(REGISTER), folder=tmp_path)
    assert result.code == 2
    assert result.err == (
        f"toc-treaties: {command[0]} has no days for a calendar file, as calendar has: choose another format\n"
    )
    assert list(tmp_path.iterdir()) == []
