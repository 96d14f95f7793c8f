"""The catalogues of the languages: what holds of every translation."""

import pytest

from tests.catalogues import LANGUAGES, PLACEHOLDER, placeholders, translations


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_placeholders(language: str) -> None:
    """A translation says every value that the message has, and no other."""
    lost = [(id, text) for id, text in translations(language) if placeholders(id) != placeholders(text)]
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_no_brace_but_those_of_placeholders(language: str) -> None:
    """A brace that closes no placeholder would stop a page."""
    assert [text for _, text in translations(language) if text.count("{") != len(PLACEHOLDER.findall(text))] == []


def test_placeholders_are_told_by_their_names() -> None:
    """The form that a translation asks for is none of the name; a lost or a new name is seen."""
    assert placeholders("acceded to {treaty} {day}") == placeholders("se adhirió {treaty:a} {day:on}")
    assert placeholders("acceded to {treaty}") != placeholders("se adhirió a {tratado:à}")
