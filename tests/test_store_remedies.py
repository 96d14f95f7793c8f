"""What the help offers is accepted: each remedy that names a text is put in its place and read again.

The mark § stands before what is refused, and ¶ behind it.
"""

import re

import pytest

from tests.registers import load_texts, state_text
from toc_treaties.model.problem import Problem

DATES = {
    "10 Dec 2003": ["2003-12-10"],
    "10 December 2003": ["2003-12-10"],
    "December 10, 2003": ["2003-12-10"],
    "10 de diciembre de 2003": ["2003-12-10"],
    "10 de dezembro de 2003": ["2003-12-10"],
    "10 décembre 2003": ["2003-12-10"],
    "1er mars 2003": ["2003-03-01"],
    "1º de março de 2003": ["2003-03-01"],
    "10-DEC-2003": ["2003-12-10"],
    "10-XII-2003": ["2003-12-10"],
    "10/12/2003": ["2003-12-10", "2003-10-12"],
    "10.12.2003": ["2003-12-10", "2003-10-12"],
    "25/12/2003": ["2003-12-25"],
    "12/25/2003": ["2003-12-25"],
    "2003/12/10": ["2003-12-10"],
    "2003-12-1": ["2003-12-01"],
    "20031210": ["2003-12-10"],
    "10122003": ["2003-12-10", "2003-10-12"],
    "Dec 2003": ["2003-12"],
    "12/2003": ["2003-12"],
    "200312": ["2003-12"],
    "2003?": ["2003"],
    "c. 2003": ["2003"],
    "2003–12–10": ["2003-12-10"],
    "2003-12-10T10:00": ["2003-12-10"],
    "2003-12-10 (deposit)": ["2003-12-10"],
    "2003-02-30": ["2003-02", "2003"],
    "2003-13": ["2003"],
    "2003-00": ["2003"],
    "2003-13-10": ["2003-10-13"],
    "2003-00-10": ["2003"],
    "0000-01": [],
    "0000": [],
    "2003-02-30T10:00": ["2004-06-15", "2004-06", "2004"],
    "late 2003": ["2004-06-15", "2004-06", "2004"],
    "10/12/03": ["2004-06-15", "2004-06", "2004"],
    "n/a": ["2004-06-15", "2004-06", "2004"],
}


def dated(text: str, field: str = "ratification") -> list[Problem]:
    """What is said of a date in a field of an action."""
    head = "" if field == "ratification" else f'      {field}: "{text}"\n'
    day = f'"{text}"' if field == "ratification" else "2003-12-10"
    return load_texts(state_text(f"  alpha:\n    - ratification: {day}\n      source: seen\n{head}"))[1]


@pytest.mark.parametrize("text", DATES)
def test_a_date_in_another_form_is_written_anew_in_the_help(text: str) -> None:
    """The help gives the date as the files write it, both ways where day and month may be exchanged; each is read."""
    (problem,) = dated(text)
    offered = re.findall(r"\b\d{4}(?:-\d\d){0,2}\b", problem.help)
    assert offered == DATES[text]
    assert text not in offered
    assert [one for date in offered for one in dated(date)] == []


@pytest.mark.parametrize("text", ["10 Dec 2003", "Dec 2003", "2003-12", "2003", "2003-02-30", "2003-13", "10/12/2003"])
def test_where_a_full_day_is_needed_only_full_days_are_offered(text: str) -> None:
    """The entry into force is a day: the help offers days, or to leave out what may be left out."""
    (problem,) = dated(text, "in_force")
    offered = re.findall(r"\b\d{4}(?:-\d\d){0,2}\b", problem.help)
    assert all(len(date) == len("2003-12-10") for date in offered)
    assert [one for date in offered for one in dated(date, "in_force")] == []
    assert ("leave the field out" in problem.help) == (problem.rule == "day-needed")


def test_a_field_that_is_needed_is_never_to_be_left_out() -> None:
    """Where a record cannot be without a field, the help does not say to leave it out or to remove it."""
    for written in ("adopted: 1999", "adopted:", "signature: {opened: 2000, by: all}"):
        instruments = f"alpha:\n  {written}\n  in_force: 2002-01-01\n"
        _, problems = load_texts(state_text("  alpha: []\n"), instruments=instruments)
        assert [one.rule for one in problems] == ["missing-value" if written.endswith(":") else "day-needed"]
        assert "leave" not in problems[0].help
        assert "remove" not in problems[0].help


ENTRY = "  alpha:\n    - ratification: 2003-12-10\n      source: seen\n"
OFFERED = [
    ("  alpha:\n    - §ratificaton¶: 2003-12-10\n      source: seen\n", "did you mean ratification?", "ratification"),
    ("  alpha:\n    - §ratified¶: 2003-12-10\n      source: seen\n", "did you mean ratification?", "ratification"),
    ("  alpha:\n    - §adhesión¶: 2003-12-10\n      source: seen\n", "did you mean accession?", "accession"),
    ("  §alhpa¶: []\n", "did you mean alpha?", "alpha"),
    (ENTRY.replace("source", "§sourse¶"), "did you mean source?", "source"),
    (
        ENTRY + "      statements:\n        - {reservation: x, source: seen, effect: §exclude¶}\n",
        "excludes?",
        "excludes",
    ),
    (ENTRY + "      statements:\n        - {objection: x, source: seen, to: §xxa¶}\n", "write XXA", "XXA"),
    (ENTRY + "      statements:\n        - {reservation: x, source: seen, articles: §18¶}\n", "it: [18]", "[18]"),
    (ENTRY + '      statements:\n        - {reservation: x, source: seen, articles: §"18"¶}\n', '["18"]', '["18"]'),
    (ENTRY.replace("source: seen", "source: §seen, heard¶"), "brackets around several: [seen, heard]", "[seen, heard]"),
    (ENTRY.replace("source: seen", "source: §seen and heard¶"), "several: [seen, heard]", "[seen, heard]"),
    (ENTRY.replace("source: seen", "source: §seen; heard¶"), "several: [seen, heard]", "[seen, heard]"),
    (ENTRY.replace("source: seen", "source: §(seen, heard)¶"), "several: [seen, heard]", "[seen, heard]"),
    ("  alpha:\n    - §none_seen:2003¶\n", "write none_seen: 2003", "none_seen: 2003"),
    ("  alpha:\n    - §none_seen 2003¶\n", "write none_seen: 2003", "none_seen: 2003"),
    ("  alpha:\n    - {§none_seen:2003¶}\n", "write none_seen: 2003", "none_seen: 2003"),
    ("  alpha:\n    §-none_seen¶: 2003\n", "write - none_seen:", "- none_seen"),
    ("  alpha:\n    §none_seen¶: 2003\n", "before the first field: - none_seen:", "- none_seen"),
    ("  alpha:\n    - {ratification: 2003-12-10, §source:seen¶}\n", "write source: seen", "source: seen"),
]


@pytest.mark.parametrize(("marked", "help_", "better"), OFFERED)
def test_what_the_help_offers_is_accepted(marked: str, help_: str, better: str) -> None:
    """A remedy that names a text is a remedy: in its place, nothing more is refused."""
    (problem,) = load_texts(state_text(marked.replace("§", "").replace("¶", "")))[1]
    assert help_ in problem.help
    mended = re.sub("§[^¶]*¶", lambda _: better, marked)
    assert [one.rule for one in load_texts(state_text(mended))[1]] == []


@pytest.mark.parametrize(
    "word", ["unratified", "non_ratification", "not_ratified", "deratification", "no_accession", "nonaccession"]
)
def test_no_remedy_says_the_opposite(word: str) -> None:
    """A word that denies an act is never answered with the act."""
    problems = load_texts(state_text(f"  alpha:\n    - {word}: 2003-12-10\n      source: seen\n"))[1]
    assert [one.rule for one in problems] == ["unknown-kind"]
    assert "did you mean" not in problems[0].help
    excluded = ENTRY + "      statements:\n        - {reservation: x, source: seen, effect: includes}\n"
    assert "did you mean" not in load_texts(state_text(excluded))[1][0].help


def test_no_remedy_is_refused_as_a_second_one() -> None:
    """A field or an instrument that stands there already is not offered again."""
    (problem,) = load_texts(state_text(ENTRY + "      sourse: heard\n"))[1]
    assert "source?" not in problem.help
    (problem,) = load_texts(state_text(ENTRY + "  alhpa: []\n"))[1]
    assert "did you mean" not in problem.help
    assert "put its entries under alpha, which stands on line 7" in problem.help


@pytest.mark.parametrize(
    ("written", "above"),
    [("name:\nen: Avalon\nes: Avalón\npt: Avalão\nfr: Avalon", "name"), ("memberships:\noas: []", "memberships")],
)
def test_fields_beside_the_one_that_they_belong_under_are_said_once(written: str, above: str) -> None:
    """A block that lost its indentation is one problem, at its first line."""
    text = state_text("  alpha: []\n", written)
    problems = load_texts(text)[1]
    line = text[: text.index(written)].count("\n") + 2
    assert [(one.rule, one.place.line) for one in problems] == [("unknown-key", line)]
    assert f"begin it two blanks further in, under {above}" in problems[0].help
