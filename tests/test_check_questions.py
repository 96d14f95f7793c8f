"""No question answers where `check` finds an error in what the question read."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import rulebook
from tests.console import Result, toc
from tests.registers import reader
from toc_treaties.model.problem import Severity
from toc_treaties.rules import judged
from toc_treaties.store import load as loading
from toc_treaties.store.load import load

ALWAYS = ("instruments.yaml", "depositaries.yaml", "sources.yaml", "register.yaml")
ACROSS = {"duplicate-state", "shared-name", "objection-without-reservation", "stray-file", "missing-file"}
"""Rules that compare every state's file, or look at the folder."""
BAD = [
    pytest.param(rule.code, example, id=f"{rule.code}-{index}")
    for rule in rulebook.rules()
    for index, example in enumerate(rule.bad)
]


def errors(files: rulebook.Files, slugs: list[str], also: list[str], *, states: bool = False) -> set[tuple[str, str]]:
    """The rule and file of every error that a question meets which opens these."""
    register, form = load(reader(files), slugs, "data", also, partial=True)
    found = judged(register, form, rulebook.TODAY, states=states)
    return {(one.rule, one.place.file) for one in found if one.severity is Severity.ERROR}


@pytest.mark.parametrize(("code", "example"), BAD)
def test_an_error_of_a_file_is_met_by_the_question_that_reads_it(code: str, example: rulebook.Example) -> None:
    """Every rule's example: what `check` refuses in a file, a question that opens the file refuses too."""
    files = example.files
    found = {(one.rule, one.place.file) for one in rulebook.problems_of(files) if one.severity is Severity.ERROR}
    slugs = sorted(Path(name).stem for name in files if name.startswith("states/"))
    whole = errors(files, slugs, [*loading.ALL], states=True)
    for rule, file in found - {one for one in found if one[0] in {"stray-file", "missing-file"}}:
        assert (rule, file) in whole, code
        name = file.removeprefix("data/")
        slug = Path(name).stem if name.startswith("states/") else "examplia"
        if rule not in ACROSS and (name in ALWAYS or name.startswith("states/")) and "unknown-co" not in rule:
            assert errors(files, [slug], ["catalogue", "bodies", "statistics"]), code


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the made-up register, which is in order."""
    for name, content in rulebook.base().items():
        file = tmp_path / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return tmp_path / "data"


def changed(data: Path, name: str, before: str, after: str | Callable[[re.Match[str]], str]) -> None:
    """One file with the first match of a pattern changed."""
    text = (data / name).read_text("utf-8")
    new = re.sub(before, after, text, count=1, flags=re.MULTILINE)
    assert new != text
    (data / name).write_text(new, "utf-8")


CHANGES = {
    "a parent that is not there": (
        "instruments.yaml",
        r"requires: \{instrument: \w+",
        "requires: {instrument: nothing",
    ),
    "a depositary that is not there": ("instruments.yaml", r"depositary: \S+", "depositary: nobody"),
    "a source that is not there": ("states/examplia.yaml", r"source: \S+", "source: nothing"),
    "a title without French": ("instruments.yaml", r"(title: \{.*), fr: .*\}", r"\1}"),
    "a depositary without English": ("depositaries.yaml", r"name: \{en: [^,]*, ", "name: {"),
    "a code that is no state's": ("instruments.yaml", r"by: all", "by: [XXX]"),
}
QUESTIONS: dict[str, list[tuple[str, ...]]] = {
    "meetings.yaml": [("changes", "--since", "2001-01-01"), ("progress",)],
    "bodies.yaml": [("commitments",), ("due",)],
    "commitments.yaml": [("commitments",), ("checklist", "examplia"), ("due",)],
    "agreements.yaml": [("basis", "examplia", "samplia")],
}
ALL: list[tuple[str, ...]] = [
    ("gaps", "examplia"),
    ("table",),
    ("explain", "examplia", "harbour"),
    ("state", "examplia"),
    ("gaps",),
]


def ask(data: Path, question: tuple[str, ...]) -> Result:
    """A question put to the copy."""
    return toc(*question, "--data", "data", folder=data.parent)


@pytest.mark.parametrize("question", ALL, ids=" ".join)
@pytest.mark.parametrize("case", CHANGES)
def test_a_fault_of_the_register_stops_the_answer(data: Path, case: str, question: tuple[str, ...]) -> None:
    """A question that reads what is at fault ends in 3 and prints no page."""
    changed(data, *CHANGES[case])
    result = ask(data, question)
    assert (result.code, result.out) == (3, "")
    assert "so the answer would not be true" in result.err


def _opening(found: re.Match[str]) -> str:
    """The brace that a name is taken from; nothing where it stands on a line of its own."""
    return "{" if found[0].startswith("{") else ""


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["meetings.yaml", "bodies.yaml", "commitments.yaml"])
def test_a_missing_language_is_found_in_every_file_that_has_names(data: Path, name: str, language: str) -> None:
    """`check` names the text, and the questions that read it refuse; none ends in a crash."""
    pattern = rf"(\{{|, ){language}: [^,}}]*(, |(?=\}}))|^\s+{language}: .*\n"
    changed(data, name, pattern, _opening)
    result = ask(data, ("check",))
    assert f"data/{name}:" in result.out
    assert "[name-untranslated]" in result.out
    assert result.code == 1
    for question in QUESTIONS[name]:
        answer = ask(data, question)
        assert (answer.code, answer.out) == (3, ""), question


def test_codes_across_all_states_stop_a_question_over_all(data: Path) -> None:
    """What shows with every state's file open stops a question that opens them all."""
    changed(data, "states/samplia.yaml", r'iso2: "?\w+"?', 'iso2: "EX"')
    assert ask(data, ("table",)).code == 3
    assert ask(data, ("gaps", "examplia")).code == 0


def test_a_partys_code_stops_a_legal_basis(data: Path) -> None:
    """An agreement with a party that the register does not know is no basis for anybody."""
    changed(data, "agreements.yaml", r"state: \w+", "state: XXX")
    assert ask(data, ("basis", "examplia", "samplia")).code == 3
    assert ask(data, ("gaps", "examplia")).code == 0
