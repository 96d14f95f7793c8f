"""The register in another language: its texts change, and nothing by which a question answers."""

from functools import cache

import pytest

from tests.console import ROOT, toc
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import load


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
