"""The register in another language: its texts change, and nothing by which a question answers."""

from functools import cache

import pytest

from tests.console import ROOT, toc
from tests.registers import ALPHA, together
from toc_treaties.store.files import in_folder
from toc_treaties.store.languages import in_language
from toc_treaties.store.load import load
from toc_treaties.words.language import spoken

ACT = "{accession: 2003-02-05, source: seen, note: %s}"


@cache
def _texts() -> frozenset[str]:
    """What the register says in English and has in other languages."""
    return frozenset(load(in_folder(ROOT / "data").read, (), also=("texts",))[0].texts)


@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_an_id_that_is_spelt_as_a_text_is_no_text(language: str) -> None:
    """*extradition* is a word of the files, and an instrument's id: its standings are the same in all languages."""
    assert "extradition" in _texts()
    english, other = (
        toc("table", "--instrument", "extradition", "--as-of", "2026-11-21", "--lang", each)
        for each in ("en", language)
    )
    signs = [[sign for sign in page.out if sign in "●◐◍⊗·¿✕○–?†"] for page in (english, other)]
    assert english.code == other.code == 0
    assert [signs[0].count(sign) for sign in "●◐✕"] == [signs[1].count(sign) for sign in "●◐✕"]
    assert signs[0].count("◐") > 1


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("replaces the treaty of 1931-12-22", "“replaces the treaty of 22 Dec 1931”"),
        ("counted in May", "“counted in May”"),
    ],
)
def test_a_note_is_quoted_in_one_language(note: str, shown: str) -> None:
    """A note that has no translation is quoted as it was written, and the days in it are written in its language."""
    register = together({"XXA": f"treaties:\n  alpha: [{ACT % note}]"}, instruments=ALPHA)
    (state,) = in_language(register, spoken("es")).states.values()
    assert state.treaties["alpha"].actions[0].note == shown
