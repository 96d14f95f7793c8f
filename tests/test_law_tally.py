"""The one count behind every total: what certainly consented, what may have, and what is unconfirmed."""

from tests.registers import tiny
from toc_treaties.law.tally import Tally, tally

CASES = {
    "party": "ratification: 2005-05-05\n    source: seen",
    "marked": "ratification: 2005-05-05\n    unconfirmed: not in the table",
    "signed": "signature: 2000-02-03\n    source: seen",
    "undated": "accession: unknown\n    source: undated",
    "unknown": "no_information: looked for",
    "against": "none_seen: 2010-01-01\n    source: seen\n  - no_information: a law approved it",
    "seen-by": "accession: unknown\n    source: seen",
}


def _tally(day: str, *cases: str) -> Tally:
    return tally(tiny(f"alpha:\n  - {CASES[case]}\n").standing(day) for case in cases)


def test_an_unconfirmed_consent_with_a_day_counts_and_one_that_no_dated_source_shows_may() -> None:
    """Two certain or marked consents, two that may be: 2 to 4 of 6; where nothing was found, nothing is added."""
    found = _tally("2026-11-21", "party", "marked", "signed", "undated", "unknown", "against")
    assert found == Tally(consented=2, most=4, unconfirmed=1, of=6)


def test_a_consent_counts_from_the_day_by_which_it_was_seen() -> None:
    """Until the list of 1 January 2020 it may be one, from then on it is."""
    assert _tally("2019-12-31", "seen-by") == Tally(0, 1, 0, 1)
    assert _tally("2020-01-01", "seen-by") == Tally(1, 1, 0, 1)


def test_who_cannot_join_yet_is_outside() -> None:
    """Before the instrument is open, nobody is counted."""
    assert _tally("1999-12-31", "party", "undated") == Tally(0, 0, 0, 0)
