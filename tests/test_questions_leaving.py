"""Leaving is visible: in the table, in the gaps, in what changed, and with the notice's own source."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.documents import facts_of
from tests.registers import ALPHA, Tiny, scope, together
from toc_treaties.document import Legend, Table
from toc_treaties.law.gap import Part
from toc_treaties.model.register import Register
from toc_treaties.pages import changes as changes_page
from toc_treaties.pages import gaps as gaps_report
from toc_treaties.pages import table as table_report
from toc_treaties.questions.changes import changes
from toc_treaties.questions.gaps import gaps
from toc_treaties.questions.table import RatificationTable, table
from toc_treaties.records import gaps as gaps_record
from toc_treaties.words.language import ENGLISH
from toc_treaties.words.phrases import LEGEND, SYMBOL
from toc_treaties.writers import plain

Make = Callable[..., Tiny]

FAMILY = """
    alpha:
      in_force: 2002-01-01
      later_parties: {days: 30}
      accession: {by: all}
      exit: {word: denunciation, years: 1}
    beta:
      in_force: 2003-01-01
      later_parties: {days: 30}
      accession: {by: all}
      requires: {instrument: alpha}
      exit: {word: denunciation, years: 1, with: alpha}
"""
LEFT = """
    alpha:
      - accession: 2004-01-02
        source: seen
      - denunciation: 2010-03-01
        source: heard
    beta:
      - accession: 2005-05-05
        source: seen
"""


def _table(register: Register, day: str) -> RatificationTable:
    as_of = date.fromisoformat(day)
    return table(register, scope(register, as_of), as_of)


@pytest.mark.data
def test_a_leaving_party_has_a_symbol_of_its_own(register: Register) -> None:
    """On the last day of 2011 Bolivia is a party to the 1961 Convention that is leaving, and the page says when."""
    page = table_report.page(_table(register, "2011-12-31"), ENGLISH)
    (legend,) = (block for block in page.blocks if isinstance(block, Legend))
    assert (SYMBOL["leaving"], LEGEND["leaving"]) in legend.entries
    assert facts_of(page)["Leaving"] == "Bolivia, 1961 Convention, 1 Jan 2012"
    after = table_report.page(_table(register, "2012-01-01"), ENGLISH)
    assert "Leaving" not in facts_of(after)


@pytest.mark.data
def test_leaving_has_a_line_in_the_gaps(register: Register) -> None:
    """Between notice and effect the gaps of Bolivia name the notice, its source and the day, and count no gap."""
    bolivia = [state for state in register.states.values() if state.iso3 == "BOL"]
    days = (date(2011, 7, 1), date(2012, 1, 1))
    running, over = (gaps(register, scope(register, day, bolivia), day) for day in days)
    (found,) = gaps_record.record(running)["states"][0]["leaving"]
    assert (found["instrument"], found["leaving_on"], found["next_step"]) == ("narcotics-1961", "2012-01-01", None)
    assert "narcotics-1961" not in {entry["instrument"] for entry in gaps_record.record(running)["states"][0]["gaps"]}
    page = " ".join(plain.write(gaps_report.page(running, ENGLISH), 200).split())
    assert "gave notice of denunciation 29 Jun 2011 [unis-nar-1114, unodc-colombia-bolivia]" in page
    assert gaps_record.record(over)["states"][0]["leaving"] == []


def test_what_a_notice_takes_along_rests_on_its_source(tiny: Make) -> None:
    """A protocol that is left with its parent cites the notice under the parent, before the exit and after."""
    made = tiny(LEFT, instruments=FAMILY)
    before, after = made.standing("2010-03-01", "beta"), made.standing("2011-03-01", "beta")
    assert (before.leaving_on, "heard" in before.evidence.sources) == (date(2011, 3, 1), True)
    assert (after.name.value, after.evidence.sources) == ("withdrawn", ("heard",))
    answer = changes(made.register, scope(made.register, date(2012, 1, 1)), date(2011, 1, 1), date(2012, 1, 1))
    assert [(one.instrument and one.instrument.id, one.action and one.action.sources) for one in answer.changes] == [
        ("alpha", ("heard",)),
        ("beta", ("heard",)),
    ]
    day = date(2010, 6, 1)
    leaving = gaps(made.register, scope(made.register, day), day).entries.leaving
    assert [(entry.instrument.id, entry.part) for entry in leaving] == [
        ("alpha", Part.CONSENTED),
        ("beta", Part.CONSENTED),
    ]


@pytest.mark.parametrize(
    ("read_on", "days"),
    [
        (date(2010, 6, 1), ["31 Dec 2010, to come", "ends 1 Mar 2011", "ends 1 Mar 2011"]),
        (date(2012, 6, 1), ["31 Dec 2010", "ended 1 Mar 2011", "ended 1 Mar 2011"]),
    ],
)
def test_a_day_to_come_is_told_as_one(tiny: Make, read_on: date, days: list[str]) -> None:
    """An exit and an entry into force ahead of the day of reading are said to come; those behind it are not."""
    rules = FAMILY.replace("in_force: 2003-01-01", "in_force: 2010-12-31")
    register = tiny(LEFT, instruments=rules).register._replace(read_on=read_on)
    answer = changes(register, scope(register, read_on), date(2010, 1, 1), date(2012, 1, 1))
    (acts,) = (block for block in changes_page.page(answer, ENGLISH).blocks if isinstance(block, Table))
    effects = [row[-1].text for section in acts.sections for row in section.rows]
    assert sorted(effects) == sorted(days)
    assert "left with the parent instrument" in [
        cell.text for section in acts.sections for row in section.rows for cell in row
    ]


def test_a_notice_without_a_rule_is_shown_without_a_day(tiny: Make) -> None:
    """Where no rule says when a notice takes effect, the notice is shown, and on no known day (VCLT 56)."""
    rules = ALPHA.replace("exit: {word: denunciation, years: 1}", "exit: none")
    made = tiny("\n".join(LEFT.strip("\n").splitlines()[:5]), instruments=rules)
    now = made.standing("2010-06-01")
    assert (now.leaving_on, now.leaving and now.leaving.when.text) == (None, "2010-03-01")
    answer = _table(made.register, "2010-06-01")
    assert facts_of(table_report.page(answer, ENGLISH))["Leaving"] == "Avalon, Short, day not known"


UNSETTLED = """
    alpha:
      adopted: 1999-12-01
      signature: {opened: 2000-01-01, by: [XXB], in_doubt: {XXA: its coast is elsewhere}}
      in_force: 2002-01-01
      later_parties: {days: 30}
"""


def test_whom_it_is_not_settled_for_is_named_and_not_counted() -> None:
    """A state in doubt is in no total and no count, and both pages name it with the reason."""
    signed = "treaties:\n  alpha:\n    - {signature: 2005-05-05, source: seen}"
    none = "treaties:\n  alpha:\n    - {none_seen: 2020-01-01, source: seen}"
    register = together({"XXA": signed, "XXB": none}, instruments=UNSETTLED)
    answer = _table(register, "2010-01-01")
    assert (answer.totals[0].consented, answer.totals[0].of) == (0, 1)
    said = "whether they may join; shown, outside the totals: Xxa, Short"
    assert facts_of(table_report.page(answer, ENGLISH))["Not settled"] == said
    found = gaps(register, scope(register, date(2010, 1, 1)), date(2010, 1, 1))
    data = {one["state"]: one for one in gaps_record.record(found)["states"]}
    assert [entry["doubt"] for entry in data["XXA"]["in_doubt"]] == ["eligibility"]
    assert (data["XXA"]["gaps"], data["XXA"]["to_verify"]) == ([], [])
    assert [entry["instrument"] for entry in data["XXB"]["gaps"]] == ["alpha"]
