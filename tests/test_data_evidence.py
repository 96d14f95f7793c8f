"""The real register: days that nobody saw, kinds of evidence, counts and boxes are what the sources bear."""

import json
from datetime import date
from typing import Any

import pytest

from tests.console import toc
from tests.registers import scope, state_of
from toc_treaties.law.dossier import dossier
from toc_treaties.law.standing import standing
from toc_treaties.law.tally import Tally
from toc_treaties.model.register import Register
from toc_treaties.questions.table import table

pytestmark = pytest.mark.data
TODAY = date(2026, 11, 26)


def _record(*arguments: str) -> Any:  # noqa: ANN401 - what JSON holds
    return json.loads(toc(*arguments, "-f", "json").out)


def _total(register: Register, instrument: str, day: date) -> Tally:
    (total,) = table(register, scope(register, day, instruments=[register.instruments[instrument]]), day).totals
    return total


def test_no_total_jumps_on_the_day_of_filling_in() -> None:
    """The register was filled on 21 November 2026; no cell and no total changes on that day."""
    before, after = (_record("table", "--as-of", day) for day in ("2026-11-20", "2026-11-21"))
    assert before["cells"] == after["cells"]
    assert before["totals"] == after["totals"]


def test_a_total_says_between_what_it_lies(register: Register) -> None:
    """Of the Extradition Convention two consents are certain, and four more were inferred from rows without a day."""
    assert _total(register, "extradition", TODAY) == Tally(consented=2, most=6, unconfirmed=2, of=34)
    page = " ".join(toc("table", "--instrument", "extradition").out.split())
    assert "OAS members that consented 2–6 of these, marked † 2 of those that can join 34" in page


def test_no_old_consent_is_a_change_of_this_month() -> None:
    """What was never dated does not happen on the day on which somebody looked."""
    found = _record("changes", "--since", "2026-11-01", "--as-of", "2026-11-26")
    assert (found["changes"], found["date_not_known"]) == ([], [])


def test_each_kind_of_evidence_has_its_own_day() -> None:
    """Canada's signature of the Firearms Protocol: the depositary's page of 2014, a secondary one of 2024."""
    (firearms,) = (one for one in _record("gaps", "canada")["states"][0]["gaps"] if one["instrument"] == "firearms")
    assert (firearms["evidence"], firearms["evidence_as_of"]) == ("depositary", "2014-07-10")
    assert firearms["evidence_days"] == {"depositary": "2014-07-10", "secondary": "2024-01-18"}
    assert firearms["old"] is False
    page = " ".join(toc("gaps", "canada", COLUMNS="200").out.split())
    assert "seen: depositary 10 Jul 2014; secondary source 18 Jan 2024" in page


def test_a_gap_that_a_law_speaks_against_is_to_verify(register: Register) -> None:
    """Uruguay approved the Nassau Convention by Law 18.810 of 2011; whether it deposited since was not seen."""
    (uruguay,) = _record("gaps", "uruguay")["states"]
    assert "mla" not in {one["instrument"] for one in uruguay["gaps"]}
    (mla,) = (one for one in uruguay["to_verify"] if one["instrument"] == "mla")
    assert (mla["doubt"], mla["between"], mla["next_step"]) == ("contradicted", ["signatory", "party"], None)
    assert "Ley 18.810" in " ".join(toc("gaps", "uruguay").out.split())
    case = dossier(register, state_of(register, "URY"), register.instruments["mla"])
    assert standing(case, date(2011, 9, 22)).name == "signatory"


def test_a_gap_last_seen_long_ago_is_counted_as_that() -> None:
    """Of Saint Lucia's three urged gaps one was last seen in 2014: the count says so, and it stays a gap."""
    page = " ".join(toc("gaps", "saint-lucia", "--as-of", "2026-11-26", COLUMNS="200").out.split())
    assert "not joined 3; of these old: 1" in page
    found = _record("gaps", "saint-lucia", "--as-of", "2026-11-26")["states"][0]["gaps"]
    assert [one["instrument"] for one in found if one["old"]] == ["smuggling"]


def test_section_2_is_printed_once_in_a_checklist() -> None:
    """Paraguay's eighteen instruments stand under their paragraphs, and not a second time among the commitments."""
    page = toc("checklist", "paraguay").out
    boxes = [line for line in page.splitlines() if line.startswith("[")]
    labels = [line[4:].split("  ")[0].strip() for line in boxes]
    section_2 = [label for label in labels if label.startswith("2.") and label not in {"2.b", "2.c"}]
    assert len(section_2) == len(set(section_2)) == 18


def test_a_commitment_counts_what_the_table_counts(register: Register) -> None:
    """The San José Agreement is closed to some members: the paragraph has the denominator of the table."""
    total = _total(register, "maritime", TODAY)
    found = _record("commitments", "strategy-2a-vi", "--as-of", "2026-11-26")["commitment"]
    assert total.of < 34
    assert (found["consented"], found["consented_most"], found["of"]) == (total.consented, total.most, total.of)
    page = toc("commitments", "strategy-2a-vi", "--as-of", "2026-11-26").out
    assert f"consented {total.consented} of {total.of}" in page


@pytest.mark.parametrize(
    ("day", "status", "number"), [("2021-11-10", "no_information", 34), ("2021-11-11", "on_record", 35)]
)
def test_the_adoption_of_the_strategy_answers_for_all(day: str, status: str, number: int) -> None:
    """RANDOT III asked states to adopt the Strategy: since AG/RES. 2970 that is on record, of every member."""
    found = _record("commitments", "randot3-ms-01", "--as-of", day)
    members = {one["state"]: one["status"] for one in found["states"]}
    assert set(members.values()) == {status}
    assert found["commitment"]["counts"][status] >= number
    assert found["commitment"]["counts"]["complete"] == 0


def test_an_old_gap_is_marked_wherever_gaps_are_listed() -> None:
    """On the page of all states Saint Lucia's gap of 2014 says that it is old; the table says how many there are."""
    page = " ".join(toc("gaps", "--as-of", "2026-11-26", COLUMNS="400").out.split())
    assert "Saint Lucia accede: Migrants Protocol (old), Firearms Protocol; sign and ratify: Nassau Convention" in page
    assert "gaps, last seen ten years ago or more" in " ".join(toc("table", "--as-of", "2026-11-26").out.split())


def test_a_deposit_whose_day_is_marked_is_certain(register: Register) -> None:
    """Honduras is among the depositors of IACAC that a page of the OAS names: party, and the day alone is marked."""
    found = _record("explain", "honduras", "iacac", "--as-of", "2026-11-26")
    assert (found["standing"], found["part"], found["evidence"]) == ("party", "consented", "depositary")
    assert (found["since"], found["day_unconfirmed"]) == ("1998-07-02", True)
    page = toc("explain", "honduras", "iacac", "--as-of", "2026-11-26").out
    assert "Standing  party since 2 Jul 1998‡" in page
    assert "day unconfirmed: day of the deposit not seen" in page
    assert _total(register, "iacac", TODAY).unconfirmed == 0
