"""The catalogues of the languages: what holds of every translation, and of the pages that are made of them."""

import csv
import re
import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from unittest.mock import Mock, patch

import pytest
from babel.messages.mofile import write_mo

from tests.answers import AS_OF, QUESTIONS, REGISTER
from tests.catalogues import (
    LANGUAGES,
    PLACEHOLDER,
    forms,
    path_of,
    placeholders,
    read,
    said_alike,
    template,
    translations,
    untranslated,
    updated,
)
from tests.console import ROOT, toc
from tests.glossary import terms_broken
from tests.goldens import expect, unused
from toc_treaties.cli.output import with_origin
from toc_treaties.document import Document
from toc_treaties.pages.statements import articles_text
from toc_treaties.words.language import spoken

SAME = ROOT / "tests" / "same_words.tsv"
"""The messages that a language says as English does, with the reason."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_what_the_program_says(language: str) -> None:
    """No message is missing and none is left over: `make messages` brings a catalogue up to date."""
    assert path_of(language).read_bytes() == updated(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    """None is left in English, and none is a guess that nobody looked at."""
    assert list(untranslated(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_compiled_as_it_stands(language: str) -> None:
    """What the program reads was made from what translators wrote: else install again, or run `make messages`."""
    made = BytesIO()
    write_mo(made, read(language))
    assert path_of(language).with_suffix(".mo").read_bytes() == made.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_common_tools_accept_a_catalogue(language: str) -> None:
    """A catalogue opens in the tools of translators: their own checker finds no fault."""
    checker = shutil.which("msgfmt")
    if checker is None:
        pytest.skip("msgfmt is not installed; the gate installs it")
    done = subprocess.run(
        [checker, "--check", "-o", "/dev/null", path_of(language)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


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


@cache
def _same() -> dict[tuple[str, str], str]:
    with SAME.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["language"], row["message"]): row["reason"] for row in rows}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_differs_from_its_english(language: str) -> None:
    """A message is left as English has it only where a reason is written beside it, and no such line is left over."""
    assert sorted({*said_alike(language)}) == sorted(message for of, message in _same() if of == language)
    assert all(_same().values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_has_one_translation(language: str) -> None:
    """Whatever message holds a term of the glossary, its translation holds the term's own word in that language."""
    broken = [(id, text, found) for id, text in translations(language) if (found := terms_broken(id, text, language))]
    assert broken == []


@cache
def _english() -> tuple[str, ...]:
    """What of the English messages can be told in a text: three words or more between two placeholders."""
    messages = (form for message in template() if message.id for form in forms(message.id))
    parts = (part.strip(" .,;:()") for message in messages for part in PLACEHOLDER.split(message))
    return tuple(dict.fromkeys(part for part in parts if len(part.split()) > 2))


@cache
def recorded() -> str:
    """Whatever the small register says in its own words."""
    return " ".join(" ".join(path.read_text("utf-8").split()) for path in sorted(REGISTER.rglob("*.yaml")))


def english_in(page: str) -> list[str]:
    """The English of the program that stands on a page; what the register itself says is not the program's."""
    text = " ".join(page.split())
    return [part for part in _english() if part in text and part not in recorded()]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small register."""
    folder = tmp_path_factory.mktemp("spoken")
    shutil.copytree(REGISTER, folder / "data")
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_a_page_in_another_language_holds_no_english(question: str, language: str, small: Path) -> None:
    """Every page speaks the language asked for throughout, and fits eighty columns as the English one does."""
    asked = (*QUESTIONS[question], "--lang", language, "--data", "data", "--as-of", AS_OF)
    page = toc(*asked, folder=small)
    assert (page.code, page.err) == (0, "")
    assert english_in(page.out) == []
    assert [line for line in page.out.splitlines() if len(line) > 80 and "://" not in line] == []


def test_english_is_told_on_a_page() -> None:
    """A sentence of the program is seen, however its line is broken; a language's own sentence is not."""
    assert (
        english_in("…\nNot the depositary's record;\n  no opinion on the status of any territory or government.") != []
    )
    assert english_in("No es el registro del depositario.") == []


@pytest.mark.parametrize("asked", ["es", "ES", "es-AR", "es_AR.UTF-8", "es_419"])
def test_a_language_is_named_with_or_without_its_land(asked: str, small: Path) -> None:
    """Spanish is Spanish in every land, however the system writes it."""
    page = toc("gaps", "haiti", "--lang", asked, "--data", "data", "--as-of", AS_OF, folder=small)
    assert page.out.startswith("Haití")


@pytest.mark.parametrize(
    ("environment", "aside"),
    [
        ({"TOC_TREATIES_LANG": "fr", "LANG": "pt_BR.UTF-8"}, "au 21 novembre 2026"),
        ({"LC_ALL": "es_HN.UTF-8", "LANG": "pt_BR.UTF-8"}, "al 21 de noviembre de 2026"),
        ({"LANG": "pt_BR.UTF-8"}, "em 21 de novembro de 2026"),
        ({"LANG": "de_DE.UTF-8"}, "as of 21 November 2026"),
        ({"LANG": "C.UTF-8"}, "as of 21 November 2026"),
    ],
)
def test_the_language_is_that_of_the_system(environment: dict[str, str], aside: str, small: Path) -> None:
    """The option comes first, then the program's own variable, then the system's language, else English."""
    page = toc("gaps", "haiti", "--data", "data", "--as-of", AS_OF, folder=small, **environment)
    assert page.out.splitlines()[0].endswith(aside)


def test_an_unknown_language_is_refused() -> None:
    """A language that pages do not speak is a mistake of the command, and the four are named."""
    refused = toc("gaps", "haiti", "--lang", "de")
    assert (refused.code, refused.err) == (
        2,
        "toc-treaties: there is no language 'de': one of en, es, pt, fr is expected\n",
    )


def test_english_reads_no_catalogue() -> None:
    """A page in English is made without any catalogue: nothing of the languages is opened."""
    with patch("toc_treaties.words.language.CATALOGUES", Path("/nowhere")):
        page = toc("gaps", "haiti", "--as-of", AS_OF)
    assert (page.code, page.err) == (0, "")


@pytest.mark.parametrize("format", ["json", "csv"])
@pytest.mark.parametrize("question", ["gaps", "table", "basis-haiti-canada", "deposit-haiti-mla", "sources-worklist"])
def test_what_programs_read_is_the_same_in_all_languages(question: str, format: str, small: Path) -> None:
    """JSON and CSV are the same bytes whichever language is asked for."""
    asked = (*QUESTIONS[question], "--data", "data", "--as-of", AS_OF, "-f", format)
    english = toc(*asked, "--lang", "en", folder=small).out
    assert [toc(*asked, "--lang", language, folder=small).out == english for language in LANGUAGES] == [True] * 3


@pytest.mark.parametrize(
    ("language", "short", "expected"),
    [
        ("en", "Nassau Convention", "art. 5 of the Nassau Convention"),
        ("en", "UNTOC", "art. 5 of UNTOC"),
        ("es", "Convención de Nassau", "art. 5 de la Convención de Nassau"),
        ("pt", "Convenção de Nassau", "art. 5 da Convenção de Nassau"),
    ],
)
def test_an_article_is_of_its_treaty_in_every_language(language: str, short: str, expected: str) -> None:
    """The treaty whose article it is has the article of its own language, joined to the preposition before it."""
    assert articles_text(("5",), short, spoken(language)) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "checkout, revision 1a2b3c4, modified."), ("pt", "com modificações.")]
)
def test_files_changed_since_their_revision_are_said_in_every_language(language: str, expected: str) -> None:
    """The last line of a page says in its language that the data differ from the revision that it names."""
    origin = Mock(kind="checkout", known=None, revision="1a2b3c4, modified")
    page = with_origin(Document("", "", "", ()), origin, spoken(language))
    assert page.data is not None
    assert page.data.text.endswith(expected)
    assert "modified" not in page.data.text or language == "en"


def test_no_line_of_french_begins_with_a_sign() -> None:
    """What stands before : ; ! ? and within guillemets is a space at which no line breaks."""
    broken = [text for _, text in translations("fr") if re.search(" [:;!?»]|« ", text)]
    assert broken == []


def test_sources_in_a_running_line_are_parted_as_the_language_parts_clauses(small: Path) -> None:
    """French has a space before the semicolon, in the list of sources as in a sentence."""
    page = toc("checklist", "haiti", "--lang", "fr", "--data", "data", "--as-of", AS_OF, folder=small)
    listed = page.out.partition("toc-treaties sources ID)")[2].partition("Ceci n’est pas")[0]
    assert "\xa0;" in listed
    assert re.findall(r"\w;", listed) == []


GOLDEN = ("gaps-haiti", "table", "checklist-haiti", "basis-haiti-canada", "changes")
"""The pages that somebody has read aloud in each language."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", GOLDEN)
def test_a_page_in_another_language_is_as_it_was_last_read(
    question: str, language: str, small: Path, *, bless: bool
) -> None:
    """A page changes only where someone has read the new one in its language and accepted it."""
    page = toc(*QUESTIONS[question], "--lang", language, "--data", "data", "--as-of", AS_OF, folder=small)
    expect(f"spoken/{question}.{language}.txt", page.out, bless=bless)


def test_no_expected_page_is_left_over(*, bless: bool) -> None:
    """Every expected page in another language is one that is looked at."""
    names = [f"spoken/{question}.{language}.txt" for question in GOLDEN for language in LANGUAGES]
    assert unused("spoken", names, bless=bless) == []
