"""The terms of the register in other languages: each that a page prints is translated, and none is left over."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.conftest import DATA
from tests.glossary import LANGUAGES, terms_broken
from toc_treaties.model.register import Register
from toc_treaties.model.translation import Translation
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import MORE, load

TERMS: Mapping[str, tuple[str, ...]] = {
    "Instrument": ("adopted_at", "adopted_by", "first_parties"),
    "Signature": ("places", "in_doubt"),
    "Accession": ("invited_by",),
    "Reservations": ("says",),
    "Serving": ("threshold", "excludes", "beside_treaty", "note"),
    "YieldsTo": ("also",),
    "Precedence": ("says",),
    "Agreement": ("title", "short", "threshold"),
    "DesignationDue": ("what", "condition", "note"),
    "Statistic": ("definition",),
    "Commitment": ("evidence", "parts"),
}
"""What is no note of somebody's, but a term of a treaty or of a page, by the kind of record that holds it."""


def texts(found: Any) -> Iterator[str]:  # noqa: ANN401 - a list of texts, or texts by keys
    """The texts of a list, or of a mapping without its keys."""
    yield from found.values() if isinstance(found, Mapping) else found


def terms(value: Any) -> Iterator[str]:  # noqa: ANN401 - any value of the register
    """Every term within a value of the register."""
    if hasattr(value, "_fields"):
        for field in value._fields:
            found = getattr(value, field)
            if field in TERMS.get(type(value).__name__, ()):
                yield from [found] if isinstance(found, str) else texts(found or ())
            else:
                yield from terms(found)
    elif isinstance(value, tuple):
        for part in value:
            yield from terms(part)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from terms(part)


WORDS = re.compile("[a-z]{2}")
"""What has no word of two small letters is an abbreviation or a reference, which is the same in all languages."""
REFERENCES = re.compile(r"\b(?:[IVX]+|\d+)(?:\(\w+\))+|\b[A-Z]+/RES\S+|\b[12]\d{3}\b")
"""Articles with their paragraphs, resolutions and years: what no language changes."""
OTHERWISE: Mapping[str, tuple[str, ...]] = {
    "assessment": ("self-assessment",),
    "standing": ("agreement or standing forum with non-state actors: name, date, scope",),
    "state": (
        "agreement or standing forum with non-state actors: name, date, scope",
        "any offence under federal or state law of Mexico, any under the law of Panama",
    ),
    "body": (
        "none; body inspection, search, confiscation, attachment, seizure and interception need dual criminality",
    ),
    "evidence": ("evidence-based policy", "cyber unit, rule on digital evidence, contact point available at all hours"),
    "membership": (
        "inter-agency council or coordinating body: decree, membership, meetings held",
        "agreements, memberships of networks (INTERPOL, AMERIPOL, IberRed, RRAG)",
    ),
    "act": (
        "penal-code review: bill or act, date, offences added",
        "cybercrime act: number, date, procedural powers; assistance received",
        "Extradition Act of Canada: states designated as extradition partners",
        "Extradition Act of Canada",
    ),
}
"""Texts in which a word of the glossary means something else: an act of a parliament, who sits on a council."""
AS_THE_TREATY_SAYS: Mapping[str, tuple[str, ...]] = {
    "crime: infraction": ("produit du crime",),
    "agreement: accord": ("acte commis en vertu de l’entente",),
    "body: organe": ("organisme national ou point de contact unique",),
    "effect: efecto": ("promulgados para poner en práctica la Convención",),
    "authorization: autorización": ("permisos o certificados de exportación y de importación",),
    "mutual legal assistance: asistencia judicial recíproca": (
        "asistencia jurídica mutua en asuntos penales",
        "asistencia legal mutua en asuntos penales",
    ),
}
"""Words of an official text that are not those of the glossary.

UNTOC 2(e), 5(1)(a), Firearms Protocol 13(2); in Spanish 18(1)(b) and (d) of the 1961 Convention, and the titles of the
treaties on assistance of MERCOSUR and of Central America.
"""


@pytest.fixture(scope="module")
def everything() -> Register:
    """The real register with all that its files hold beside the states."""
    return load(in_folder(DATA).read, [], also=MORE)[0]


@pytest.fixture(scope="module")
def translations(everything: Register) -> list[Translation]:
    """The texts of the real register in other languages."""
    return list(everything.texts.values())


@pytest.mark.data
def test_every_term_is_translated(everything: Register) -> None:
    """What a treaty or a paragraph asks for is said in the language of the page, and not quoted in English."""
    held = [term for term in dict.fromkeys(terms(everything)) if WORDS.search(term)]
    assert [term for term in held if term not in everything.texts] == []


@pytest.mark.data
def test_the_words_are_those_of_the_glossary(translations: list[Translation]) -> None:
    """A term of the field is said in the register's texts as the pages around them say it."""
    broken = [
        (language, term, translation.id)
        for translation in translations
        for language in LANGUAGES
        for term in terms_broken(translation.id, translation.others[language], language)
        if translation.id not in OTHERWISE.get(term.partition(":")[0], ())
        if not any(words in translation.others[language] for words in AS_THE_TREATY_SAYS.get(term, ()))
    ]
    assert broken == []


@pytest.mark.data
def test_articles_resolutions_and_years_are_the_same(translations: list[Translation]) -> None:
    """A reference that stands in the English stands in each translation."""
    lost = [
        (language, translation.id)
        for translation in translations
        for language, said in translation.others.items()
        if sorted(REFERENCES.findall(translation.id)) != sorted(REFERENCES.findall(said))
    ]
    assert lost == []


@pytest.mark.data
def test_a_translation_has_as_many_clauses(translations: list[Translation]) -> None:
    """A translation has the clauses of its English, between as many semicolons, and ends as it does."""
    assert [
        (language, translation.id)
        for translation in translations
        for language, said in translation.others.items()
        if (translation.id.count(";"), translation.id.endswith(".")) != (said.count(";"), said.endswith("."))
    ] == []


@pytest.mark.data
def test_french_puts_a_space_before_its_signs(translations: list[Translation]) -> None:
    """French has a no-break space before each colon and semicolon, and its own apostrophe; the others have neither."""
    for translation in translations:
        assert not re.search("[^\u00a0][;:]|'", translation.others["fr"]), translation.id
        for language in ("es", "pt"):
            assert not re.search(r"\s[;:]|'|’", translation.others[language]), translation.id
