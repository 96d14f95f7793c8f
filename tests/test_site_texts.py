"""The texts of the site: those of the register are shown and never obeyed, and every page speaks its own language."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.answers import AS_OF, REGISTER
from tests.catalogues import LANGUAGES as OTHERS
from tests.catalogues import template, translations
from tests.markup import Markup, faults, squeezed
from tests.sites import Site, edition_of, one_of_each, pages_in
from tests.test_catalogues import english_in, recorded
from toc_treaties.store.languages import NOTES, TERMS

EVIL = """ "'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;{{ 7 * 7 }}</td></table>"""
BARE = "d'Or=x"
"""A text of one word, whose apostrophe would end a value."""
RUNS = "javascript:alert(document.domain)//https://"
ADDRESSES = {"url", "page", "archived"}
TEXTS = NOTES | TERMS | {"name", "full", "publisher", "citation", "institution", "contact", "heading", "title"}
"""Fields of records that hold what somebody wrote."""


def poisoned(value: Any, evil: str, field: str = "") -> Any:  # noqa: ANN401 - whatever a record holds
    """A value of the register in which every text is hostile, and every address one that would run."""
    if type(value) is str:
        if field in ADDRESSES:
            return RUNS
        return value + evil if field in TEXTS and value else value
    if isinstance(value, Mapping):
        return {key: poisoned(each, evil, field if key in {"en", *OTHERS} else str(key)) for key, each in value.items()}
    if hasattr(value, "_replace"):
        return value._replace(**{name: poisoned(getattr(value, name), evil, name) for name in value._fields})
    if isinstance(value, tuple):
        return tuple(poisoned(each, evil, field) for each in value)
    return value


def written_over(evil: str) -> list[Markup]:
    """A page of each kind of the small register, had somebody written something into every text of it."""
    edition = edition_of(REGISTER, AS_OF)
    return pages_in(one_of_each(edition._replace(register=poisoned(edition.register, evil)), "en"))


@pytest.fixture(scope="module")
def hostile() -> list[Markup]:
    """What harms a page, written into every text."""
    return written_over(EVIL)


def test_a_text_of_the_register_is_shown_and_never_obeyed(hostile: list[Markup]) -> None:
    """Markup in a name, a note or a title is read as it was written: it makes no element and no attribute."""
    assert len(hostile) > 15
    assert [f"{page.name}: {fault}" for page in hostile for fault in faults(page)] == []
    assert {element.tag for page in hostile for element in page.elements if element.get("src") == "x"} == set()
    shown = [page.name for page in hostile if squeezed(EVIL) in squeezed("".join(page.root.itertext()))]
    assert len(shown) > len(hostile) * 0.8


def test_an_address_that_would_run_leads_nowhere(hostile: list[Markup]) -> None:
    """An address of a source that is none of the web is shown, and nobody can follow it."""
    led = [(page.name, link) for page in hostile for link in page.links if "alert" in link]
    assert [(name, link) for name, link in led if not link.startswith("#")] == []


def test_a_word_with_an_apostrophe_breaks_no_page() -> None:
    """A name such as Cote d'Or is a value like any other, in whatever attribute it stands."""
    assert [f"{page.name}: {fault}" for page in written_over(BARE) for fault in faults(page)] == []


def _labels(language: str) -> Iterator[str]:
    """The messages of the program that stand alone on a page and are said otherwise in a language."""
    said = {text for _, text in translations(language)}
    english = {str(message.id) for message in template() if message.id and not isinstance(message.id, tuple)}
    yield from (message for message in english if message not in said and "{" not in message)


@pytest.mark.parametrize("language", OTHERS)
def test_every_page_speaks_its_language(small_site: Site, language: str) -> None:
    """No page of another language holds English of the program: neither a sentence nor a label, seen or heard."""
    texts = {text for page in small_site.of(language).values() for text in page.said}
    assert len(texts) > 1000
    assert english_in(" ¦ ".join(sorted(texts))) == []
    assert sorted(texts & {label for label in _labels(language) if label not in recorded()}) == []


def test_english_on_a_page_is_seen() -> None:
    """A label left in English is found: the list of them is not empty, and holds the words around a page."""
    assert {"Skip to the content", "States"} <= set(_labels("es"))
    assert english_in("… Not the depositary's record; no opinion on the status of any territory or government …")
