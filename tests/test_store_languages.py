"""The register in the language of a page: what is translated, what is quoted, and what stays as it is."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.answers import QUESTIONS, Answers
from tests.conftest import DATA
from tests.console import Result, toc
from tests.measures import measure
from tests.repositories import PROJECT, commit
from toc_treaties.model.assessment import Body
from toc_treaties.model.measure import Measure, StateMeasures
from toc_treaties.model.register import Register
from toc_treaties.model.vocabulary import Language
from toc_treaties.store.languages import in_language, plainly_said
from toc_treaties.words.language import spoken

TEXTS = {"serious offences at sea": "delitos graves en el mar", "central authority": "autoridad central"}
PLAIN = """\
# a remark
serious offences at sea:
  es: delitos graves en el mar
  pt: crimes graves no mar
  fr: infractions graves en mer

"sentences: in months":
  es: "penas: en meses"
  pt: "penas: em meses"
  fr: "peines : en mois"
"""


def said(**fields: Any) -> Measure:  # noqa: ANN401 - whatever a field holds
    """A measure as a Spanish page has it."""
    law = measure("in-force", "book", title="Loi sur la mer")._replace(**fields)
    at_home = StateMeasures((law,))
    register = Register({}, {}, {}, {}, measures={"avalon": at_home})
    return in_language(register, TEXTS, spoken("es")).measures["avalon"].measures[0]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("serious offences at sea", "delitos graves en el mar"),
        ("row not seen", "“row not seen”"),
        ("replaces the treaty of 1931-12-22", "“replaces the treaty of 22 Dec 1931”"),
        ("counted in May", "“counted in May”"),
        ("absent", "“absent”"),
        ("A/RES/55/25", "A/RES/55/25"),
        ("2001-02-03", "2001-02-03"),
        ("C.N.488.2004", "C.N.488.2004"),
        ("USD 10,000", "USD 10,000"),
    ],
)
def test_a_note_is_translated_or_quoted(note: str, expected: str) -> None:
    """A note is said in the language where the register has it so, else quoted; a reference is the same in all."""
    assert said(note=note).note == expected


@pytest.mark.parametrize(
    ("provision", "expected"),
    [
        ("art. 2", "art. 2"),
        ("arts. 1, 2 and 4", "arts. 1, 2 y 4"),
        ("arts. 153 to 167 (freezing of funds)", "arts. 153-167 (“freezing of funds”)"),
        ("section 4 (central authority)", "sección 4 (autoridad central)"),
        ("sections 7A to 7D", "secciones 7A-7D"),
        ("arts. 132 bis and 22.1", "arts. 132 bis y 22.1"),
        ("Parts II and III", "“Parts II and III”"),
    ],
)
def test_a_provision_is_said_by_its_numbers(provision: str, expected: str) -> None:
    """Articles and sections of a law are no quotation; what is remarked on them is one where it has no translation."""
    assert said(provision={"": provision}).provision == {"": expected}


def test_names_and_titles_stay_as_they_are() -> None:
    """A law keeps its own title, an institution its name, an id its spelling; a title given in English is quoted."""
    law = said(institution="Unité de la mer", number="Loi no 1", title_english="Act on the sea")
    assert (law.title, law.institution, law.number) == ("Loi sur la mer", "Unité de la mer", "Loi no 1")
    assert (law.title_english, law.sources, law.topics) == ("“Act on the sea”", ("book",), ("drugs",))


def test_what_has_four_languages_is_left_to_the_page() -> None:
    """A paragraph, whose text the files have in each language, is neither looked up nor quoted."""
    body = Body("council", {"en": "row not seen", "es": "fila no vista"})
    register = Register({}, {}, {}, {}, bodies={"council": body})
    assert in_language(register, TEXTS, spoken("es")).bodies == register.bodies


def test_a_plain_file_is_read_line_by_line() -> None:
    """The texts of one language stand by their English, quoted or not, whatever remarks and blank lines there are."""
    assert plainly_said(PLAIN.encode(), "fr") == {
        "serious offences at sea": "infractions graves en mer",
        "sentences: in months": "peines : en mois",
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  pt: crimes graves no mar\n", ""),
        ("  es: delitos graves en el mar", "  es: |\n    delitos graves"),
        ("  es: delitos graves en el mar", "  es: delitos graves # en el mar"),
        ("  es: delitos graves en el mar", "  es: delitos: graves"),
        ("  es: delitos graves en el mar", "  es: 'delitos graves en el mar'"),
        ("  es: delitos graves en el mar", "  es:"),
        ('"sentences: in months"', "serious offences at sea"),
        ("serious offences at sea:", "[serious]:"),
    ],
)
def test_a_file_of_another_form_is_left_to_the_reader_of_all_files(old: str, new: str) -> None:
    """What is not plainly one entry after another is not read line by line, so that no fault of it is passed over."""
    assert old in PLAIN
    assert plainly_said(PLAIN.replace(old, new, 1).encode(), "es") is None


@pytest.mark.data
@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_the_real_file_is_plain(language: str) -> None:
    """Line by line the register's own texts are what they are as YAML."""
    content = (DATA / "texts.yaml").read_bytes()
    assert plainly_said(content, language) == {text: each[language] for text, each in yaml.safe_load(content).items()}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small register whose texts are translated in part."""
    folder = tmp_path / "data"
    shutil.copytree(Path(__file__).parent / "register", folder)
    return folder


def asked(data: Path, *question: str, code: int = 0) -> Result:
    """The answer of a folder on one day."""
    result = toc(*question, "--data", str(data), "--as-of", "2026-11-21")
    assert result.code == code, result.err
    return result


REMARK = "Lo que figura entre comillas se reproduce tal como se escribió, en inglés."
COMMITTEE = """\
Committee of Ministers:
  es: Comité de Ministros
  pt: Comitê de Ministros
  fr: Comité des Ministres
"""
BUDAPEST = ("gaps", "haiti", "-i", "budapest", "--lang", "es")


def in_a_line(text: str) -> str:
    """A page's text in one line."""
    return " ".join(text.split())


def test_a_page_says_once_that_it_quotes_english_and_only_then(data: Path) -> None:
    """The remark on quotations stands under a page that has one, not under one without, and never in English."""
    assert in_a_line(asked(data, "state", "haiti", "--lang", "es").out).count(REMARK) == 1
    assert REMARK not in in_a_line(asked(data, "gaps", "haiti", "--lang", "es").out)
    assert "quotation" not in asked(data, "state", "haiti").out


@pytest.mark.data
@pytest.mark.parametrize(
    ("language", "label"), [("es", "Seguimiento b"), ("pt", "Seguimento b"), ("fr", "Suivi b"), ("en", "Follow-Up b")]
)
def test_the_heading_of_a_paragraph_is_said_in_the_language(language: str, label: str) -> None:
    """A paragraph that goes by a heading is called by it in the language of the page; it is asked for in English."""
    page = toc("commitments", "strategy follow-up b", "--lang", language, "--data", str(DATA), "--as-of", "2026-11-21")
    assert page.out.splitlines()[0].split("  ")[0].endswith(f", {label}")


@pytest.mark.parametrize("question", [("state", "bolivia"), ("checklist", "haiti")])
def test_french_puts_a_space_before_the_semicolon_between_clauses(data: Path, question: tuple[str, ...]) -> None:
    """Clauses that each cite their sources are parted as those within a sentence are."""
    page = asked(data, *question, "--lang", "fr").out
    assert re.search("]\\s;", page)
    assert "];" not in page


def test_a_title_of_ours_is_marked_in_its_language(data: Path) -> None:
    """A document's title that no official text shows in a language is marked on pages in it, and on no others."""
    catalogue = (data / "commitments.yaml").read_text("utf-8")
    head = "  strategy:\n    title:\n"
    assert head in catalogue
    marked = catalogue.replace(head, "  strategy:\n    title_unconfirmed: [es]\n    title:\n")
    (data / "commitments.yaml").write_text(marked, "utf-8")
    spanish, french = (asked(data, "commitments", "--lang", language).out for language in ("es", "fr"))
    assert "Estrategia Hemisférica†," in spanish
    assert "Stratégie continentale," in french


def test_without_a_file_of_texts_pages_still_answer(data: Path) -> None:
    """A folder that has no translations shows what it has: terms as the files say them, notes quoted."""
    (data / "texts.yaml").unlink()
    assert "por invitación de: Committee of Ministers" in in_a_line(asked(data, *BUDAPEST).out)
    assert REMARK in in_a_line(asked(data, "state", "haiti", "--lang", "es").out)


def test_a_term_is_said_in_the_language_of_the_page(data: Path) -> None:
    """What the files translate stands on the page in its language, without quotation marks."""
    (data / "texts.yaml").write_text(COMMITTEE, "utf-8")
    page = in_a_line(asked(data, *BUDAPEST).out)
    assert "por invitación de: Comité de Ministros;" in page
    assert REMARK not in page


@pytest.mark.parametrize("texts", ["a: [\n", "serious offences:\n  es: [a]\n", "serious offences:\n  xx: graves\n"])
def test_a_broken_file_of_texts_is_refused_where_a_page_needs_it(data: Path, texts: str) -> None:
    """A page in another language names the file that is at fault; one in English, and JSON, do not read it."""
    (data / "texts.yaml").write_text(texts)
    refused = asked(data, "gaps", "haiti", "--lang", "es", code=3).err
    assert "texts.yaml" in refused
    assert "Traceback" not in refused
    asked(data, "gaps", "haiti")
    asked(data, "gaps", "haiti", "--lang", "es", "-f", "json")


def test_a_past_revision_without_texts_speaks_with_those_of_today(tmp_path: Path) -> None:
    """What was recorded before the register had translations is said as far as today's cover it."""
    folder = tmp_path / "ours"
    shutil.copytree(Path(__file__).parent / "register", folder / "data")
    (folder / "data" / "texts.yaml").unlink()
    commit(folder, {"pyproject.toml": PROJECT}, "2020-11-21T22:00:00-0500")
    note = "row present, every column blank"
    entry = f"{note}:\n  es: fila presente, sin nada en ella\n  pt: linha presente\n  fr: ligne présente\n"
    assert note in (folder / "data" / "states" / "haiti.yaml").read_text("utf-8")
    commit(folder, {"data/texts.yaml": entry}, "2021-02-03T12:00:00+0000")
    question = ("state", "haiti", "--lang", "es", "--known", "2020-12-01", "--as-of", "2026-11-21")
    page = in_a_line(toc(*question, folder=folder).out)
    assert "fila presente, sin nada en ella" in page
    assert note not in page


ONE_OF_EACH = [*{question[0]: name for name, question in reversed(QUESTIONS.items())}.values()]
"""A question of each command."""


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_what_programs_read_is_the_same_in_all_languages(answers: Answers, name: str) -> None:
    """JSON and CSV hold the codes, the ids and the texts of the files, whatever language is asked for."""
    question = QUESTIONS[name]
    for form in ("json", "csv"):
        english, french = (answers.run(*question, "-f", form, "--lang", language) for language in ("en", "fr"))
        assert (french.code, french.out) == (english.code, english.out), form


@pytest.mark.data
@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_an_id_that_is_spelt_as_a_text_is_no_text(language: str) -> None:
    """*extradition* is a word of the files, and an instrument's id: its standings are the same in all languages."""
    english, other = (
        toc("table", "--instrument", "extradition", "--as-of", "2026-11-21", "--lang", each)
        for each in ("en", language)
    )
    signs = [[sign for sign in page.out if sign in "●◐◍⊗·¿✕○–?†"] for page in (english, other)]
    assert english.code == other.code == 0
    assert [signs[0].count(sign) for sign in "●◐✕"] == [signs[1].count(sign) for sign in "●◐✕"]
    assert signs[0].count("◐") > 1


def test_why_joining_is_not_settled_is_translated_or_quoted(register: Register) -> None:
    """The register's own reason never stands in English among the words of another language as if it were of them."""
    quoting = in_language(register, {}, spoken(Language.PORTUGUESE))
    windows = [instrument.signature for instrument in quoting.instruments.values() if instrument.signature]
    reasons = [reason for window in windows for reason in window.in_doubt.values()]
    assert reasons
    assert all(re.fullmatch("“.+”", reason) for reason in reasons)
