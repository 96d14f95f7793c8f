"""Every rule has its page, every page its fault: the examples give exactly the messages they show."""

import re
import shutil
from pathlib import Path

import pytest

from tests import rulebook
from tests.console import toc
from tests.rulebook import Example, Rule

RULES = rulebook.rules()
BAD = [pytest.param(rule, one, id=f"{rule.code}-{index}") for rule in RULES for index, one in enumerate(rule.bad)]
GOOD = [pytest.param(one, id=f"{rule.code}-{index}") for rule in RULES for index, one in enumerate(rule.good)]


def test_every_rule_of_the_source_has_its_page() -> None:
    """A user who meets a code finds it explained, and no page explains a code that is never met."""
    assert {rule.code for rule in RULES} == set(rulebook.codes_in_source())


def test_a_page_is_named_for_its_code() -> None:
    """A code is found by its file's name."""
    assert [rule.code for rule in RULES] == [rule.path.stem for rule in RULES]


def test_every_page_has_a_bad_and_a_good_example() -> None:
    """No rule is described without showing what it refuses and what it accepts."""
    assert [rule.code for rule in RULES if not (rule.bad and rule.good and rule.what and rule.why)] == []


def test_the_base_register_is_in_order() -> None:
    """What an example changes is all that is wrong with it."""
    assert rulebook.problems_of(rulebook.base()) == []


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_a_bad_example_gives_its_message_and_no_other(rule: Rule, example: Example, *, bless: bool) -> None:
    """One slip gives one message, with its place, the author's own line and a remedy."""
    message = rulebook.message_of(example.files)
    if bless:
        rulebook.accept(rule, example, message)
    else:
        assert message == example.expected
    assert f"[{rule.code}]" in message
    assert {problem.rule for problem in rulebook.problems_of(example.files)} == {rule.code}


@pytest.mark.parametrize("example", GOOD)
def test_a_good_example_has_no_problem(example: Example) -> None:
    """What a rule's page advises is accepted."""
    assert rulebook.message_of(example.files) == ""


@pytest.mark.parametrize("name", sorted(rulebook.base()))
def test_a_lost_line_never_ends_in_a_crash(name: str) -> None:
    """Whatever line falls out of a file, check still answers, and every place it names exists."""
    files = rulebook.base()
    lines = files[name].splitlines(keepends=True)
    for number in range(len(lines)):
        changed = {**files, name: b"".join(lines[:number] + lines[number + 1 :])}
        for problem in rulebook.problems_of(changed):
            content = changed[problem.place.file.removeprefix("data/")].decode().splitlines()
            assert 1 <= problem.place.line <= max(len(content), 1)
            assert 1 <= problem.place.column <= len(content[problem.place.line - 1]) + 1


NAMED = [
    (name, language)
    for name, content in rulebook.base().items()
    for language in ("en", "es", "pt", "fr")
    if f"{language}: ".encode() in content
]
"""The files with names, in each of the languages."""


@pytest.mark.parametrize(("name", "language"), NAMED)
def test_a_lost_name_never_ends_in_a_crash(name: str, language: str) -> None:
    """A name that is missing in one language, even in English, is a problem and no more."""
    files = rulebook.base()
    changed = files[name].replace(f"{language}: ".encode(), b"xx: ")
    assert rulebook.problems_of({**files, name: changed})


@pytest.mark.parametrize(("rule", "example"), [one for one in BAD if not str(one.id).startswith("file-name")])
def test_a_lost_english_name_hides_no_other_fault(rule: Rule, example: Example) -> None:
    """Where no English name is given anywhere, every rule still says what it finds; a file is named for that name."""
    files = {name: content.replace(b"{en: ", b"{xx: ") for name, content in example.files.items()}
    assert rule.code in {problem.rule for problem in rulebook.problems_of(files)}


def test_a_control_character_is_named_with_its_place() -> None:
    """An invisible character left by a copy from a page is found where it stands."""
    files = rulebook.base()
    text = files["states/examplia.yaml"].replace(b"  harbour:", b"  harbour: # \xc3\xa9\x07")
    (problem,) = rulebook.problems_of({**files, "states/examplia.yaml": text})
    assert problem.rule == "odd-character"
    assert "U+0007" in problem.message
    line = text.decode().splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1] == "\x07"


def test_an_instrument_that_fell_out_is_noticed() -> None:
    """A state's file without an instrument's key is told so, at its list of treaties."""
    files = rulebook.base()
    text = files["states/examplia.yaml"].decode()
    cut = text[: text.index("  buoy:")]
    (problem,) = rulebook.problems_of({**files, "states/examplia.yaml": cut.encode()})
    assert problem.rule == "unaccounted-cell"
    assert problem.message == "Examplia has no entry for buoy"


FOUR_FAULTS = {
    "    - ratification: 2011-04-19\n      source: untc-xviii-12-2014\n": (
        "    - ratification: 2015-02-30\n      source: untc-xviii-12-2014\n"
    ),
    "  firearms:\n": "  smuggling:\n    - none_seen: 2014-07-10\n      source: untc-xviii-12-b-2014\n  firearms:\n",
    "  budapest:\n": "  bucharest:\n    - none_seen: 2014-07-10\n      source: nl-inview-185\n  budapest:\n",
    "    - ratification: 2009-09-14\n": "    - ratification: 1999-09-14\n",
}


@pytest.fixture
def four_faults(tmp_path: Path) -> Path:
    """A copy of the register in which one state's file holds four faults."""
    data = tmp_path / "data"
    shutil.copytree(rulebook.HERE.parent / "data", data)
    file = data / "states" / "haiti.yaml"
    text = file.read_text("utf-8")
    for old, new in FOUR_FAULTS.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    return data


def test_four_faults_in_one_file_are_four_errors(four_faults: Path) -> None:
    """Each fault is found in one run, with its file, line and column, and none brings another with it."""
    found = toc("check", "--data", "data", folder=four_faults.parent)
    heads = [line for line in found.out.splitlines() if line.startswith("data/")]
    lines = (four_faults / "states" / "haiti.yaml").read_text("utf-8").splitlines()
    expected = {
        "impossible-date": "2015-02-30",
        "duplicate-key": "smuggling:",
        "unknown-instrument": "bucharest:",
        "action-before-adoption": "ratification: 1999-09-14",
    }
    assert len(heads) == len(expected)
    for head in heads:
        file, line, column, severity, _ = head.split(":", 4)
        code = head.rsplit("[", 1)[1].rstrip("]")
        assert (file, severity.strip()) == ("data/states/haiti.yaml", "error")
        assert lines[int(line) - 1][int(column) - 1 :].startswith(expected.pop(code))
    assert expected == {}
    assert re.search(r"^4 errors in 1 of \d+ files\.\n\Z", found.out, re.MULTILINE)
    assert found.code == 1


def test_a_question_on_a_faulty_file_sends_to_check(four_faults: Path) -> None:
    """An answer that would not be true is refused, and check is named; other states are still answered."""
    refused = toc("gaps", "haiti", "--data", "data", folder=four_faults.parent)
    assert (refused.code, refused.out) == (3, "")
    assert "4 errors" in refused.err
    assert "toc-treaties check --data data" in refused.err
    assert toc("gaps", "peru", "--data", "data", folder=four_faults.parent).code == 0
