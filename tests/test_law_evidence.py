"""What a standing rests on: a day and its kind come from one source, and a mark belongs to what is not shown."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.registers import ALPHA, Tiny
from toc_treaties.law.gap import Doubt, Part, doubt_of, is_old
from toc_treaties.law.standing import Standing
from toc_treaties.model.source import Basis

Make = Callable[..., Tiny]
DAY = "2026-11-21"


def _days(found: Standing) -> dict[str, str]:
    """The newest day of each kind, as the data formats give it."""
    return {str(basis): when.text for basis, when in found.evidence.days}


def test_a_newer_page_of_another_kind_lends_the_depositarys_no_day(tiny: Make) -> None:
    """Signed on the depositary's page of 2020, and no more in a paper of June 2021: both days stand."""
    made = tiny(
        "alpha:\n  - signature: 2000-02-03\n    source: seen\n  - none_seen: 2021-06\n    source: [seen, heard]\n"
    )
    found = made.standing(DAY)
    assert (found.evidence.basis, found.evidence.as_of and found.evidence.as_of.text) == ("depositary", "2020-01-01")
    assert _days(found) == {"depositary": "2020-01-01", "secondary": "2021-06"}


@pytest.mark.parametrize(
    ("entry", "basis", "days"),
    [
        ("none_seen: 2019-05-05\n    source: undated", Basis.DEPOSITARY, {"depositary": "2019-05-05"}),
        ("none_seen: 2019-05-05\n    source: seen", Basis.DEPOSITARY, {"depositary": "2019-05-05"}),
        (
            "none_seen: 2023-05-05\n    source: [seen, heard]",
            Basis.DEPOSITARY,
            {"depositary": "2020-01-01", "secondary": "2023-05-05"},
        ),
        ("none_seen: undated\n    source: undated", Basis.DEPOSITARY, {}),
        ("none_seen: 2019-05-05\n    source: [undated, heard]", Basis.DEPOSITARY, {"secondary": "2019-05-05"}),
        (
            "none_seen: 2022-05-05\n    source: [undated, heard]",
            Basis.DEPOSITARY,
            {"secondary": "2022-05-05"},
        ),
        (
            "none_seen: 2021-06\n    source: [seen, heard]",
            Basis.DEPOSITARY,
            {"depositary": "2020-01-01", "secondary": "2021-06"},
        ),
        ("none_seen: 2019-05-05\n    unconfirmed: said so", Basis.UNCONFIRMED, {"unconfirmed": "2019-05-05"}),
    ],
)
def test_the_day_of_an_absence_is_that_of_a_source(tiny: Make, entry: str, basis: Basis, days: dict[str, str]) -> None:
    """An absence is no newer than recorded; a day that none of several sources has is given to the weakest of them."""
    found = tiny(f"alpha:\n  - {entry}\n").standing(DAY)
    assert (found.evidence.basis, _days(found)) == (basis, days)


def test_an_absence_has_the_days_of_all_that_show_it(tiny: Make) -> None:
    """An undated list of the depositary and a newer paper: the kind is the depositary's, whose day is not known."""
    made = tiny("alpha:\n  - none_seen: undated\n    source: undated\n  - none_seen: 2021-06\n    source: heard\n")
    found = made.standing(DAY)
    assert (found.evidence.basis, found.evidence.as_of, _days(found)) == ("depositary", None, {"secondary": "2021-06"})
    assert found.evidence.sources == ("heard", "undated")
    assert made.part(DAY) is Part.GAP


def test_a_whole_table_compared_is_evidence_of_its_sources_kind(tiny: Make) -> None:
    """An instrument compared with a secondary list in 2024 makes no depositary's evidence newer."""
    checked = ALPHA + "      checked: {as_of: 2024-04-04, source: heard}\n"
    found = tiny("alpha:\n  - signature: 2000-02-03\n    source: seen\n", instruments=checked).standing(DAY)
    assert _days(found) == {"depositary": "2020-01-01", "secondary": "2024-04-04"}


@pytest.mark.parametrize(("day", "old"), [("2031-06-29", False), ("2031-06-30", True)])
def test_old_is_by_the_newest_of_all(tiny: Make, day: str, old: bool) -> None:
    """Ten years after June 2021 a gap is old, whatever the kind of its newest page; it stays a gap."""
    made = tiny("alpha:\n  - signature: 2000-02-03\n    source: seen\n  - none_seen: 2021-06\n    source: heard\n")
    assert is_old(made.standing(day), date.fromisoformat(day)) is old
    assert made.part(day) is Part.GAP


def test_a_mark_belongs_to_the_day_where_a_source_shows_the_act(tiny: Make) -> None:
    """A count that includes the state shows its consent and not its day: certain, and the day alone is marked."""
    marked = "alpha:\n  - ratification: 2010-05-05\n    source: heard\n    {}: a count\n"
    day_only = tiny(marked.format("day_unconfirmed"))
    assert (day_only.part(DAY), day_only.standing(DAY).day_marked) == (Part.CONSENTED, True)
    assert day_only.standing(DAY).evidence.basis is Basis.SECONDARY
    act = tiny(marked.format("unconfirmed"))
    assert (act.part(DAY), act.standing(DAY).day_marked) == (Part.TO_VERIFY, False)
    assert doubt_of(act.standing(DAY)) is Doubt.UNCONFIRMED


def test_the_sources_of_what_none_of_them_shows_are_unconfirmed_days(tiny: Make) -> None:
    """A page that stands beside an unconfirmed act gives its day to no stronger kind."""
    made = tiny("alpha:\n  - accession: 2010-05-05\n    source: seen\n    unconfirmed: only a part of it seen\n")
    assert _days(made.standing(DAY)) == {"unconfirmed": "2020-01-01"}


def test_before_a_list_that_shows_no_act_yet_the_list_is_the_evidence(tiny: Make) -> None:
    """Before a consent of an unseen day, the absence rests on the list of 2010; before a dated one, on that act."""
    entries = "alpha:\n  - none_seen: 2010-05-05\n    source: undated\n  - accession: {}\n    source: heard\n"
    unseen = tiny(entries.format("unknown")).standing("2009-01-01")
    assert (unseen.name.value, unseen.acted_later, _days(unseen)) == ("no_action", False, {"depositary": "2010-05-05"})
    dated = tiny(entries.format("2015-05-05")).standing("2009-01-01")
    assert (dated.name.value, dated.acted_later, _days(dated)) == ("no_action", True, {"secondary": "2021-06"})


@pytest.mark.parametrize(
    ("entries", "doubt"),
    [
        ("no_information: looked for", Doubt.NO_INFORMATION),
        ("accession: unknown\n    source: undated", Doubt.DAY_NOT_KNOWN),
        ("accession: unknown\n    unconfirmed: inferred", Doubt.UNCONFIRMED),
        ("none_seen: undated\n    source: undated", Doubt.UNDATED),
        ("signature: 2000-02-03\n    source: seen\n  - no_information: a law approved it", Doubt.CONTRADICTED),
    ],
)
def test_why_a_standing_is_to_verify(tiny: Make, entries: str, doubt: Doubt) -> None:
    """Each reason has its own word: nothing found, a day not known, no source, an undated page, a source against."""
    assert doubt_of(tiny(f"alpha:\n  - {entries}\n").standing(DAY)) is doubt


def test_a_later_act_shows_an_absence_though_its_page_is_undated(tiny: Make) -> None:
    """Before an accession that an undated list shows, the state had not acted: a gap, and nothing to verify."""
    made = tiny("alpha:\n  - accession: 2010-05-05\n    source: undated\n")
    assert (made.name("2009-01-01"), made.part("2009-01-01")) == ("no_action", Part.GAP)


def test_an_absence_without_a_source_refreshes_nothing(tiny: Make) -> None:
    """What is only said to be absent makes the evidence of a signature no newer."""
    made = tiny(
        "alpha:\n  - signature: 2000-02-03\n    source: seen\n  - none_seen: 2023-01-01\n    unconfirmed: said so\n"
    )
    assert _days(made.standing(DAY)) == {"depositary": "2020-01-01"}
