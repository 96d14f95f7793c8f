"""The glossary is whole and in order, and a translation that says one of its terms otherwise is found."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.console import ROOT
from tests.glossary import LANGUAGES, OURS, faults, glossary, page, read, terms_broken

TEXT = {"title": "A treaty", "publisher": "A gazette", "url": "https://example.org", "seen": "2026-11-26"}
SMALL: dict[str, Any] = {
    "sources": {"law-es": TEXT},
    "terms": {
        "harbour": {
            "es": {"form": "puerto", "gender": "m", "source": "law-es"},
            "pt": {"form": "porto", "source": OURS},
            "fr": {"form": "port", "source": OURS},
        },
        "lighthouse": {
            "es": {"form": "faro", "source": OURS},
            "pt": {"form": "farol", "source": OURS},
            "fr": {"form": "phare", "source": OURS},
        },
    },
}


def test_the_glossary_is_whole_and_in_order() -> None:
    """A translator finds each term once, in all languages, with the text in which each form was seen or as ours."""
    assert faults(glossary()) == []


def test_ministries_read_the_words_that_they_write() -> None:
    """A page in a language names the acts and the parties as the treaties in that language do."""
    forms = {term.english: [term.forms[language].form for language in LANGUAGES] for term in glossary().terms}
    assert forms["state party"] == ["Estado parte", "Estado Parte", "État partie"]
    assert forms["signatory"] == ["signatario", "signatário", "signataire"]
    assert forms["accession"] == ["adhesión", "adesão", "adhésion"]
    assert forms["denunciation"] == ["denuncia", "denúncia", "dénonciation"]
    assert forms["depositary"] == ["depositario", "depositário", "dépositaire"]
    assert forms["mutual legal assistance"] == [
        "asistencia judicial recíproca",
        "auxílio jurídico mútuo",
        "entraide judiciaire",
    ]
    assert forms["central authority"] == ["autoridad central", "autoridade central", "autorité centrale"]
    assert forms["Hemispheric Strategy"][0] == "Estrategia Hemisférica"


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ({"lighthouse": {"pt": None}}, ["lighthouse: no pt"]),
        ({"lighthouse": {"pt": {"form": " ", "source": OURS}}}, ["lighthouse: no pt"]),
        (
            {"harbour": {"es": {"form": "puerto", "source": "decree-es"}}},
            ["harbour: no such source: decree-es", "law-es: nothing rests on it"],
        ),
        ({"lighthouse": {"fr": {"form": "phare", "source": "law-es"}}}, ["lighthouse: law-es is no source of fr"]),
        (
            {"lighthouse": {"fr": {"form": "phare", "source": OURS, "gender": "n"}}},
            ["lighthouse: no such gender: n"],
        ),
        (
            {"lighthouse": {"fr": {"form": "Port", "source": OURS}}},
            ["lighthouse and harbour are both port in fr, without a reason"],
        ),
        ({"beacon": SMALL["terms"]["lighthouse"] | {"reason": "one word for both"}}, ["term out of order: harbour"]),
    ],
)
def test_a_fault_of_the_glossary_is_found(terms: dict[str, Any], found: list[str]) -> None:
    """A missing language, a source that is none, a wrong order, and one word for two things do not pass."""
    content = copy.deepcopy(SMALL)
    for english, changes in terms.items():
        entry = content["terms"].setdefault(english, {})
        entry.update(changes)
        content["terms"][english] = {key: value for key, value in entry.items() if value is not None}
    assert set(found) <= set(faults(read(content)))
    assert faults(read(SMALL)) == []


def test_a_text_without_its_address_or_day_is_found() -> None:
    """Whoever doubts a form can look it up: each text has an address, and the day on which it was seen."""
    content = copy.deepcopy(SMALL)
    content["sources"]["law-es"] = {"title": "A treaty", "publisher": "A gazette"}
    assert faults(read(content)) == ["law-es: no url", "law-es: no seen"]


@pytest.mark.parametrize(
    ("message", "translation", "language"),
    [
        ("States parties", "Estados partes", "es"),
        ("States parties", "Estados Partes", "pt"),
        ("States parties", "États parties", "fr"),
        ("{n} reservations", "{n} reservas", "es"),
        ("{n} provisions", "{n} disposições", "pt"),
        ("central authorities", "autorités centrales", "fr"),
        ("signed {treaty}", "firmó {treaty}", "es"),
        ("acceded to {treaty}", "aderiu {treaty:a}", "pt"),
        ("signed {treaty} definitively", "a signé définitivement {treaty}", "fr"),
        ("signed {treaty} definitively", "firmó {treaty} definitivamente", "es"),
        ("ratified {treaty}", "a ratifié {treaty}", "fr"),
        ("consented to be bound", "consintió en obligarse", "es"),
        ("consented to be bound", "consentiu em se obrigar", "pt"),
        ("consented to be bound", "a consenti à être lié", "fr"),
        ("withdrawal of the signature", "retrait de la signature", "fr"),
        ("invited to accede until {day}", "invité à adhérer jusqu’au {day}", "fr"),
        ("{state}: {what}", "{state} : {what}", "fr"),
        ("Their texts: toc-treaties instrument {id}.", "Sus textos: toc-treaties instrument {id}.", "es"),
        ("the state’s law", "o direito do Estado", "pt"),
        ("asset recovery", "recouvrement d'avoirs", "fr"),
        ("not in force", "pas en\u00a0vigueur", "fr"),
        ("no term stands here", "aquí no hay ninguno", "es"),
    ],
)
def test_a_translation_with_the_words_of_the_glossary_passes(message: str, translation: str, language: str) -> None:
    """Plurals, genders, verbs, placeholders, commands and typography do not make a good translation a fault."""
    assert terms_broken(message, translation, language) == []


@pytest.mark.parametrize(
    ("message", "translation", "language", "broken"),
    [
        ("accession", "incorporación", "es", ["accession: adhesión"]),
        ("denunciation", "renúncia", "pt", ["denunciation: denúncia"]),
        ("Mutual legal assistance", "Assistance judiciaire", "fr", ["mutual legal assistance: entraide judiciaire"]),
        ("money laundering", "blanqueo de capitales", "es", ["money laundering: lavado de activos"]),
        ("state", "país", "es", ["state: Estado"]),
        ("state", "état", "fr", []),
        ("signatories", "{n} firmantes", "es", ["signatory: signatario"]),
        (
            "signatories and parties",
            "firmantes y miembros",
            "es",
            ["party: parte", "signatory: signatario"],
        ),
        ("signature", "{firma}", "es", ["signature: firma"]),
        ("withdrawal of the signature", "retrait", "fr", ["withdrawal of the signature: retrait de la signature"]),
    ],
)
def test_a_translation_with_other_words_is_found(
    message: str, translation: str, language: str, broken: list[str]
) -> None:
    """A term that is said in another way is named, with the word that it should have; the longest term decides."""
    assert terms_broken(message, translation, language) == broken


def test_the_page_says_of_each_form_where_it_was_seen() -> None:
    """A reader of the glossary gets from each form to its text in one step, and knows which forms are ours."""
    lines = page().splitlines()
    row = next(line for line in lines if line.startswith("| accession |"))
    number = row.split("adhesión *f.* [")[1].split("]")[0]
    text = next(line for line in lines if line.startswith(f"{number}. "))
    assert "Convención de Viena" in text
    assert "Spanish" in text
    assert "https://" in text
    assert "| gap | brecha *f.* *ours* | lacuna *f.* *ours* | lacune *f.* *ours* |" in lines


NAMED = ("bodies", "depositaries", "instruments", "meetings", "topics")


@pytest.mark.data
@pytest.mark.parametrize("file", NAMED)
def test_the_names_of_the_data_have_the_words_of_the_glossary(file: str) -> None:
    """A topic, a figure or a role is called on a page what the page's sentences call it, in each language."""
    names = list(_names(yaml.load((ROOT / "data" / f"{file}.yaml").read_text("utf-8"), yaml.CSafeLoader)))
    assert names
    assert [
        (name["en"], name[language], broken)
        for name in names
        for language in LANGUAGES
        if (broken := terms_broken(name["en"], name[language], language))
    ] == []


def _names(node: object) -> Iterator[dict[str, str]]:
    """Every text of a data file that is given in all four languages."""
    if isinstance(node, dict) and {"en", *LANGUAGES} <= set(node):
        yield node
    elif isinstance(node, (dict, list)):
        for part in node.values() if isinstance(node, dict) else node:
            yield from _names(part)
