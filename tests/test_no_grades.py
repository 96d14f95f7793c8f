"""No page ranks states: their order is the alphabet's, and nothing is counted for one of them beside another."""

import json
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pytest

from tests.answers import QUESTIONS, REGISTER, Answer, Answers
from tests.console import toc
from toc_treaties.model.names import plain
from toc_treaties.model.register import Register
from toc_treaties.pages.membership import SIGNS as FOOTNOTES
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import load

STATES = load(in_folder(REGISTER).read, in_folder(REGISTER).slugs)[0].states.values()
NAMES = {state.name["en"] for state in STATES}
CODES = {state.iso3: state.name["en"] for state in STATES}
BY_DATE = {"changes", "changes-measures", "progress"}
"""Questions whose lines stand in the order of their days."""


def rows_of(answer: Answer) -> Iterator[list[str]]:
    """The rows of every table of a page, as cells; a heading is a row of its own, a further line of a row is none."""
    for line in answer.markdown.splitlines():
        yield [cell.strip(" *") for cell in line.strip("|").split("|")]
    for line in (*answer.text(80).splitlines(), *answer.text(200).splitlines()):
        if not line.startswith("     "):
            yield re.split(r" {2,}", line.strip())


def state_in(cell: str) -> str | None:
    """The state whose name or code is the whole of a cell."""
    name = cell.split("<br>", maxsplit=1)[0].rstrip(FOOTNOTES)
    return CODES.get(name, name) if name in NAMES | CODES.keys() else None


def runs_of_states(answer: Answer) -> list[list[list[str]]]:
    """The rows that begin with a state's name, together where no other table's row stands between."""
    rows = [row for row in rows_of(answer) if row and row[0]]
    runs = [list(run) for is_state, run in groupby(rows, lambda row: state_in(row[0]) is not None) if is_state]
    return [run for run in runs if run]


def test_there_are_pages_to_look_at(answers: Answers) -> None:
    """Pages of several states are among those looked at, in every format."""
    assert sum(len(run) >= 3 for name in QUESTIONS for run in runs_of_states(answers[name])) >= 12
    assert sum(1 for name in QUESTIONS for _object in objects_of_states(answers[name].json)) >= 200
    assert sum("state" in answers[name].rows.fields for name in QUESTIONS) >= 20


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_states_stand_in_the_order_of_the_alphabet(answers: Answers, name: str) -> None:
    """States below each other are in alphabetical order, within their subregion where that is named."""
    for run in runs_of_states(answers[name]):
        names = [plain(state_in(row[0]) or "") for row in run]
        assert names == sorted(names)


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_no_state_has_a_number_beside_it(answers: Answers, name: str) -> None:
    """No cell in a state's row is a bare number, a share or a percentage: that would be a count; a year is none."""
    for run in runs_of_states(answers[name]):
        for row in run:
            assert not [cell for cell in row[1:] if re.fullmatch(r"(?!(19|20)\d\d$)\d+( (of|/) \d+)?( ?%)?", cell)], row


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name not in {*BY_DATE, "gaps-two"}])
def test_states_stand_in_order_in_spreadsheets(answers: Answers, name: str) -> None:
    """A spreadsheet lists states by name, and within a subregion where it has one."""
    fields, lines = answers[name].rows
    key = "state" if "state" in fields else "addressee"
    codes = [row[key] for row in lines if row.get(key) in CODES]
    first = list(dict.fromkeys(codes))
    by_name = sorted(first, key=lambda code: plain(CODES[code]))
    subregions = {state.iso3: state.subregion for state in STATES}
    assert first in (by_name, sorted(by_name, key=lambda code: subregions[code]))


JUDGED = re.compile(r"score|rank|grade|rating|percent|total|count|index|position|number_of", re.IGNORECASE)


def objects_of_states(content: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    """Every object that says of which state it is."""
    if isinstance(content, dict):
        if isinstance(content.get("state"), str):
            yield content
        for value in content.values():
            yield from objects_of_states(value)
    elif isinstance(content, list):
        for value in content:
            yield from objects_of_states(value)


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_no_count_of_a_state_in_plain_data(answers: Answers, name: str) -> None:
    """What a program reads of a state holds standings, days, words and its place on a map, and no number of them."""
    for one in objects_of_states(answers[name].json):
        assert not [key for key in one if JUDGED.search(key)]
        assert not [key for key, value in one.items() if isinstance(value, float)]
        assert {key for key, value in one.items() if type(value) is int} <= {"format_version", "row", "column"}


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_no_column_judges(answers: Answers, name: str) -> None:
    """No spreadsheet has a column of scores, ranks or totals of a state."""
    head = list(answers[name].rows.fields)
    if "state" in head:
        assert [column for column in head if JUDGED.search(column)] == []


WORDS = re.compile(
    r"\b(score|scores|scored|ranks|ranked|ranking|leader|laggard|best|worst|breach\w*|violat\w*)\b", re.IGNORECASE
)


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_no_page_speaks_of_ranks(answers: Answers, name: str) -> None:
    """No word of a rank, a score or a breach stands on any page; a treaty's or a paragraph's own words apart."""
    text = " ".join(answers[name].markdown.split()).casefold()
    assert WORDS.findall(text.replace("best practice", "")) == []


@pytest.mark.data
@pytest.mark.parametrize(
    "arguments",
    [
        ("due",), ("measures", "--topic", "tip"), ("commitments", "strategy-1"), ("commitments", "strategy-2-i"),
        ("authorities",), ("returns", "show", "2025"), ("report", "randot", "--year", "2025"),
    ],
)  # fmt: skip
def test_the_whole_register_stands_in_the_order_of_the_alphabet(register: Register, arguments: tuple[str, ...]) -> None:
    """Every question about all states lists them by name, whatever is recorded of them."""
    names = {state.iso3: plain(state.name["en"]) for state in register.states.values()}
    states = [names[one["state"]] for one in json.loads(toc(*arguments, "-f", "json").out)["states"]]
    assert states == sorted(states)
    assert len(states) >= 33
