"""One slip in the register's own files is one message, whatever else it makes wrong."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests import rulebook
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.rules.consequences import without_consequences

DATA = Path(__file__).parent.parent / "data"
TODAY = date(2026, 11, 26)
Change = Callable[[str], str]


@cache
def whole() -> rulebook.Files:
    """The register's own files."""
    return {path.relative_to(DATA).as_posix(): path.read_bytes() for path in DATA.rglob("*.yaml")}


def problems(name: str, change: Change) -> list[Problem]:
    """What check finds where one file is changed."""
    before = whole()[name].decode()
    after = change(before)
    assert after != before
    return rulebook.problems_of({**whole(), name: after.encode()}, TODAY)


def half(text: str) -> str:
    """The upper half of a file."""
    lines = text.splitlines(keepends=True)
    return "".join(lines[: len(lines) // 2])


FILES = ["instruments", "agreements", "sources", "depositaries", "bodies", "commitments", "statistics", "meetings"]


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_one_message(name: str) -> None:
    """What names the ids of a file that cannot be read is not at fault."""
    (problem,) = problems(f"{name}.yaml", lambda text: text + '"\n')
    assert (problem.rule, problem.place.file) == ("yaml-syntax", f"data/{name}.yaml")


@pytest.mark.parametrize("name", ["states/canada.yaml", "states/haiti.yaml"])
def test_a_state_s_file_that_cannot_be_read_makes_no_institution_a_person(name: str) -> None:
    """What a state is called is not known then, and its institutions that bear its name are at no fault."""
    (problem,) = problems(name, lambda text: text + '"\n')
    assert (problem.rule, problem.place.file) == ("yaml-syntax", f"data/{name}")


def test_a_depositary_that_cannot_be_read_makes_no_source_another_s() -> None:
    """Sources of a depositary whose entry is at fault may be its own all the same."""
    found = problems("depositaries.yaml", lambda text: text.replace("publishers: [Council", "publisherz: [Council"))
    assert [problem.rule for problem in found] == ["unknown-key"]


@pytest.mark.parametrize("name", ["instruments", "agreements", "sources", "bodies"])
@pytest.mark.parametrize("cut", [0.25, 0.5, 0.7])
def test_a_file_that_was_cut_short_is_said_as_that(name: str, cut: float) -> None:
    """A file that ends early, in the middle of a record or between two, gives a message or two and not hundreds."""
    found = problems(f"{name}.yaml", lambda text: text[: int(len(text) * cut)])
    assert 1 <= len(found) <= 2
    beside = {f"data/{other}.yaml" for other in ("sources", "commitments", "texts")}
    assert {one.place.file for one in found} <= {f"data/{name}.yaml", *beside}


def renamed(id: str) -> Change:
    """A record that has another id."""
    return lambda text: re.sub(rf"^{id}:", f"{id}x:", text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "id", "said"),
    [
        ("instruments", "untoc", "does not hold untoc"),
        ("sources", "untc-xviii-12-2014", "does not hold untc-xviii-12-2014"),
        ("depositaries", "oas-general-secretariat", "does not hold oas-general-secretariat"),
        ("bodies", "general-secretariat", "does not hold general-secretariat"),
    ],
)
def test_an_id_that_was_changed_is_said_where_it_stands(name: str, id: str, said: str) -> None:
    """Where many places name an id that a file does not hold, the file is asked, at the record that resembles it."""
    found = problems(f"{name}.yaml", renamed(id))
    line = whole()[f"{name}.yaml"].decode().split("\n").index(f"{id}:") + 1
    assert [(one.place.file, one.place.line) for one in found] == [(f"data/{name}.yaml", line)]
    assert said in found[0].message
    assert f"was {id} renamed to {id}x" in found[0].help


def without(key: str) -> Change:
    """A state's file without a line."""
    return lambda text: text.replace(f"\n{key}:\n", "\n")


def test_the_line_above_the_treaties_is_missed_where_they_begin() -> None:
    """Where `treaties:` fell out, the treaties are not taken for memberships."""
    (problem,) = problems("states/haiti.yaml", without("treaties"))
    text = whole()["states/haiti.yaml"].decode()
    first = text.split("\n").index("treaties:") + 1
    assert (problem.rule, problem.place.line) == ("missing-key", first)
    assert "the line treaties: is missing above" in problem.message


def test_a_misspelt_field_is_not_missed_besides() -> None:
    """A field that is needed and was mistyped is one message, with the right word."""
    (problem,) = problems("states/haiti.yaml", lambda text: text.replace("\ntreaties:\n", "\ntreatys:\n"))
    assert (problem.rule, problem.help) == ("unknown-key", "did you mean treaties?")


def test_a_states_file_that_was_cut_short_is_one_message() -> None:
    """The instruments that a file no longer has are listed together."""
    (problem,) = problems("states/haiti.yaml", half)
    assert problem.rule == "unaccounted-cell"
    assert problem.message.startswith("Haiti has no entry for ")
    assert "is the file cut short?" in problem.help


@pytest.mark.parametrize("day", ["1985-05-05", "2024-05-05", "1948-13-05", "5 May 1948"])
def test_a_wrong_membership_is_said_at_the_membership(day: str) -> None:
    """A day that is wrong makes no act of a member wrong."""
    pattern = re.compile(r"(oas:\n\s+- from: )\S+")
    (problem,) = problems("states/haiti.yaml", lambda text: pattern.sub(rf"\g<1>{day}", text, count=1))
    text = whole()["states/haiti.yaml"].decode()
    found = pattern.search(text)
    assert found is not None
    assert problem.place.line == text.count("\n", 0, found.end()) + 1


def test_a_membership_that_is_missing_is_one_message() -> None:
    """A membership under another name is said where it stands, and nothing that it would have allowed."""
    (problem,) = problems("states/haiti.yaml", lambda text: text.replace("\n  oas:\n", "\n  oea:\n"))
    assert problem.rule == "unknown-key"


@pytest.mark.parametrize(
    ("field", "rule"), [("adopted", "action-before-adoption"), ("opened", "signature-outside-window")]
)
def test_a_wrong_clause_is_said_at_the_instrument(field: str, rule: str) -> None:
    """Where the entries of many states contradict one clause, the clause is compared, and not each entry."""
    pattern = re.compile(rf"^(untoc:\n(?:.*\n)*?.*\b{field}: )\d{{4}}", re.MULTILINE)
    found = problems("instruments.yaml", lambda text: pattern.sub(r"\g<1>2019", text, count=1))
    ours = [one for one in found if one.rule == rule]
    assert [one.place.file for one in ours] == ["data/instruments.yaml"]
    assert re.search(r"\d+ entries of \d+ states contradict \w+ of untoc", ours[0].message)
    assert len(found) <= 2


def test_many_sources_that_nothing_cites_are_one_message() -> None:
    """Where a part of a file fell out, its sources are not listed one by one."""
    found = problems("agreements.yaml", half)
    assert len([one for one in found if one.rule == "source-never-cited"]) <= 1


def test_two_slips_of_writing_stay_where_they_are() -> None:
    """An id that is mistyped once or twice is named at each place."""
    name = "states/haiti.yaml"
    found = problems(name, lambda text: text.replace("untc-xviii-12-2014", "untc-xviii-12-2041", 2))
    assert [(one.rule, one.place.file) for one in found] == [("unknown-source", f"data/{name}")] * 2


class Counted(Problem):
    """A problem that counts how often it is asked about."""

    asked = 0

    @property
    def rule(self) -> str:
        """What rule found it."""
        Counted.asked += 1
        return self[0]

    @property
    def absent(self) -> str:
        """What it finds missing."""
        Counted.asked += 1
        return self[-1]


@pytest.mark.parametrize("rule", ["duplicate-key", "bad-id"])
def test_many_problems_are_asked_about_as_often_as_there_are(rule: str, register: Register) -> None:
    """Twice as many problems of a file take twice as long to be told apart, however many they are."""

    def asked(count: int) -> int:
        Counted.asked = 0
        place = Place("data/states/haiti.yaml", 1, 1)
        found: list[Problem] = [
            Counted(rule, place._replace(line=line), "'x' is it", "write x") for line in range(count)
        ]
        without_consequences(register, found)
        return Counted.asked

    assert asked(2_000) < 2.2 * asked(1_000)
