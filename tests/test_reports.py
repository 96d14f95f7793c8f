"""The pages and plain data of each question, on a small copy of the register that no later edit changes."""

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests import rulebook
from tests.answers import AS_OF, QUESTIONS, STATES, Answers, lines_of
from tests.goldens import expect, unused
from tests.registers import scope
from toc_treaties.document import Document, Role, Sources, Table, text_of
from toc_treaties.model.names import plain
from toc_treaties.model.place import Place
from toc_treaties.model.problem import warning
from toc_treaties.model.register import Register
from toc_treaties.pages import gaps as gaps_report
from toc_treaties.pages import table as table_report
from toc_treaties.pages.membership import SIGNS
from toc_treaties.pages.problems import as_data, as_text
from toc_treaties.questions.gaps import gaps
from toc_treaties.questions.table import table
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers.tables import shown

ABOUT_STATES = [
    name for name in QUESTIONS if name.split("-")[0] in {"gaps", "checklist", "state", "table", "instrument"}
]
SAME_DATA = re.compile(r"state-.*|table-(dates|transposed)|checklist-canada-by-article")
"""Questions whose plain data another question's expected record already holds."""
PAGES = [f"reports/{name}.txt" for name in QUESTIONS]
RECORDS = [f"reports/{name}.json" for name in QUESTIONS if not SAME_DATA.fullmatch(name)]


def ask(answers: Answers, *arguments: str) -> str:
    """What a question prints about the small register."""
    done = answers.run(*arguments)
    assert (done.code, done.err) == (0, "")
    return done.out


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_as_it_was_last_read(answers: Answers, page: str, *, bless: bool) -> None:
    """A page changes only where someone has read the new one and accepted it."""
    expect(page, answers[Path(page).stem].text(), bless=bless)


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_is_as_it_was_last_read(answers: Answers, record: str, *, bless: bool) -> None:
    """What a program reads changes only where someone has read the new record and accepted it."""
    expect(record, lines_of(answers[Path(record).stem].json) + "\n", bless=bless)


def test_the_columns_of_spreadsheets_are_as_they_were_last_read(answers: Answers, *, bless: bool) -> None:
    """Who has a spreadsheet of an answer open finds its columns where they were, and as many lines as records."""
    heads = [
        f"{name}: {len(rows.lines)} of {','.join(rows.fields)}" for name in QUESTIONS for rows in [answers[name].rows]
    ]
    assert all(tuple(line) == answers[name].rows.fields for name in QUESTIONS for line in answers[name].rows.lines)
    expect("reports/columns.txt", "\n".join(heads) + "\n", bless=bless)


def test_no_golden_page_is_left_over(*, bless: bool) -> None:
    """Every expected page is one that some question prints."""
    assert unused("reports", [*PAGES, *RECORDS, "reports/columns.txt"], bless=bless) == []


def words_of(text: str) -> set[str]:
    """The words and numbers of a page, whatever stands around them; a dash may end a line."""
    return set(re.findall(r"[^\W_]+", re.sub(r"<br>|[-‐/]\n\s*", " ", text)))


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_a_page_says_the_same_in_every_width_and_format(answers: Answers, name: str) -> None:
    """No word or number of a page is lost or added where it is wider; Markdown adds heads that a page leaves out.

    Markdown names the publisher of each source, where a page says that it is the same.
    """
    narrow = words_of(answers[name].text())
    assert words_of(answers[name].text(200)) == narrow
    blocks = answers[name].document.blocks
    again = [text_of(row.again) for block in blocks if isinstance(block, Sources) for row in block.rows]
    assert narrow - words_of(" ".join(again)) <= words_of(answers[name].markdown)


@pytest.mark.parametrize("name", ["gaps-haiti", "table"])
@pytest.mark.parametrize("format", ["plain", "markdown", "csv", "json"])
def test_a_command_prints_its_answer(answers: Answers, name: str, format: str) -> None:
    """What a command prints is its answer, in the format asked for."""
    answer = answers[name]
    texts = {"plain": answer.text(), "markdown": answer.markdown, "csv": answer.csv}
    printed = ask(answers, *QUESTIONS[name], "-f", format)
    if format == "json":
        assert json.loads(printed) == answer.json
    else:
        assert printed == texts[format]


@pytest.mark.parametrize("state", STATES)
def test_a_profile_and_a_checklist_are_the_same_data(answers: Answers, state: str) -> None:
    """The profile and the checklist of a state differ in words alone, but for the commitments on the checklist."""
    profile, listed = answers[f"state-{state}"].json, answers[f"checklist-{state}"].json
    assert answers[f"state-{state}"].rows == answers[f"checklist-{state}"].rows
    assert len(listed.pop("commitments")) == 97
    assert profile == listed


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("name", list(QUESTIONS))
def test_a_page_fits_its_width(answers: Answers, name: str, width: int) -> None:
    """No line of a page is longer than the page; only an address is not broken, so that it can be followed."""
    lines = answers[name].text(width).splitlines()
    assert [line for line in lines if len(line) > width and "://" not in line] == []


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_every_page_says_as_of_when_and_whose_record_it_is_not(answers: Answers, name: str) -> None:
    """Every page carries its date, its evidence, the line on the depositary's record, and its data."""
    text = " ".join(answers[name].text().split())
    assert re.search("as of 21 November 2026|to 21 Nov 2026", text)
    assert "Not the depositary's record; no opinion on the status of any territory or government." in text
    assert "Data data, no revision known." in text


def cells_of(answers: Answers) -> list[dict[str, Any]]:
    """The cells of the table as plain data."""
    cells: list[dict[str, Any]] = answers["table"].json["cells"]
    return cells


def test_a_cell_of_the_table_has_its_fields(answers: Answers) -> None:
    """A program that reads the table finds exactly these fields in every cell."""
    fields = {
        "state", "instrument", "standing", "since", "consent_date", "in_force", "leaving_on", "between",
        "part", "day_unconfirmed", "evidence", "evidence_as_of", "evidence_days", "actions",
    }  # fmt: skip
    action = {"kind", "date", "earliest", "latest", "day_unconfirmed", "basis", "source"}
    cells = cells_of(answers)
    assert {frozenset(cell) for cell in cells} == {frozenset(fields)}
    assert {frozenset(one) for cell in cells for one in cell["actions"]} == {frozenset(action)}
    assert len(cells) == len(STATES) * 18
    assert {cell["state"] for cell in cells} == {"HTI", "BOL", "NIC", "CAN"}


ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def test_days_are_iso_or_null(answers: Answers) -> None:
    """A day that is not known to the day is null in the data, never padded; the action keeps what is known."""
    for cell in cells_of(answers):
        for field in ("since", "consent_date", "in_force", "leaving_on"):
            assert cell[field] is None or ISO_DAY.fullmatch(cell[field])
        for action in cell["actions"]:
            assert ISO_DAY.fullmatch(action["earliest"])
            assert action["latest"] is None or action["earliest"] <= action["latest"]
    (cifta,) = (cell for cell in cells_of(answers) if (cell["state"], cell["instrument"]) == ("HTI", "cifta"))
    assert (cifta["standing"], cifta["consent_date"], cifta["in_force"]) == ("party", None, None)
    assert cifta["actions"][1]["date"] == "2007-02"


def test_what_is_left_open_says_between_what(answers: Answers) -> None:
    """Where no dated source shows a consent the data says between which standings it lies, and gives no last day."""
    (minors,) = (cell for cell in cells_of(answers) if (cell["state"], cell["instrument"]) == ("NIC", "minors"))
    assert (minors["standing"], minors["part"]) == ("no_information", "to_verify")
    assert minors["between"] == ["no_action", "party"]
    assert (minors["since"], minors["in_force"], minors["evidence"]) == (None, None, "unconfirmed")
    (accession,) = minors["actions"]
    assert (accession["earliest"], accession["latest"]) == ("2000-08-24", None)


def test_gaps_have_their_fields(answers: Answers) -> None:
    """A program that reads gaps finds for each state its gaps and what is to verify, with tier and next step."""
    answer = json.loads(ask(answers, "gaps", *STATES, "-f", "json"))
    assert (answer["format_version"], answer["as_of"]) == (2, AS_OF)
    for one in answer["states"]:
        for entry in [*one["gaps"], *one["to_verify"]]:
            assert {"instrument", "tier", "standing", "next_step"} <= entry.keys()
        assert all(entry["doubt"] is None for entry in one["gaps"])
        assert all(entry["doubt"] is not None for entry in one["to_verify"])
    haiti = answer["states"][0]
    assert [(one["instrument"], one["next_step"]) for one in haiti["gaps"] if one["tier"] == "urged"] == [
        ("psychotropics-1971", "accede"),
        ("mla", "sign_and_ratify"),
    ]


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_json_says_which_data_it_rests_on(answers: Answers, name: str) -> None:
    """Every answer in JSON carries its format's version, its date, and where its data came from."""
    answer = answers[name].json
    assert (answer["format_version"], answer["as_of"]) == (2, AS_OF)
    assert answer["data"] == {"from": "folder", "revision": None}


@pytest.mark.parametrize("name", ABOUT_STATES)
def test_csv_has_a_date_and_codes_on_every_line(answers: Answers, name: str) -> None:
    """A spreadsheet of any question has the date asked about, the state's code and the instrument on each line."""
    rows = list(csv.DictReader(io.StringIO(answers[name].csv, newline="")))
    assert rows
    for row in rows:
        assert row["as_of"] == AS_OF
        assert re.fullmatch(r"[A-Z]{3}", row["state"])
        assert row["instrument"]
        assert None not in row.values()


def problems_as_data() -> list[dict[str, Any]]:
    """The problems of the rules' bad examples as plain data."""
    return [one for rule in rulebook.rules() for bad in rule.bad for one in as_data(rulebook.problems_of(bad.files))]


def test_problems_have_their_fields() -> None:
    """A program that reads `check --format json` finds a list with rule, severity, place and message."""
    for one in problems_as_data():
        assert {"rule", "severity", "file", "line", "column", "message"} <= one.keys()
        assert one["severity"] in {"error", "warning"}
        assert one["line"] >= 1
        assert one["column"] >= 1


def test_problems_are_counted_at_the_end() -> None:
    """The last line says how many errors and warnings there are, and in how many of the files read."""
    problems = [one for rule in rulebook.rules()[1:4] for one in rulebook.problems_of(rule.bad[0].files)]
    last = as_text(problems, 5, lambda _file: []).splitlines()[-1]
    assert last == "3 warnings in 1 of 5 files."
    assert as_text([], 1, lambda _file: []) == "No problems in 1 file.\n"


def test_a_hundred_problems_of_one_rule_in_one_file_are_shown_and_the_others_counted() -> None:
    """Whoever mends a thousand mends the first of them; a sentence that quotes a whole file is cut, the data is not."""
    problems = [
        warning("rule", Place("a.yaml", line, 1), f"fault {line}", "mend " + "it" * 999) for line in range(1, 251)
    ]
    problems.append(warning("other", Place("a.yaml", 300, 1), "another", "mend it"))
    said = as_text(problems, 1, lambda _file: [])
    assert (said.count(": warning: "), said.count("[other]")) == (101, 1)
    assert ("a.yaml:100:1: " in said, "a.yaml:101:1: " in said) == (True, False)
    assert "a.yaml: 150 more of [rule] below this line: --format json lists all\n" in said
    assert said.endswith("251 warnings in 1 of 1 file.\n")
    assert max(map(len, said.splitlines())) < 1_050
    assert len(as_data(problems)) == 251


def tables_of(page: Document) -> list[Table]:
    """The tables of a page."""
    return [block for block in page.blocks if isinstance(block, Table)]


def the_table(register: Register, *, transpose: bool = False) -> Document:
    """The hemisphere-wide table of the real register."""
    day = rulebook.TODAY
    states = sorted(register.states.values(), key=lambda state: plain(state.name["en"]))
    return table_report.page(table(register, scope(register, day, states), day), ENGLISH, transpose=transpose)


def test_the_table_has_no_count_of_a_state(register: Register) -> None:
    """No row of the table ends in a number: a column of states' counts would be a score."""
    matrices = tables_of(the_table(register))
    heads = [column.heading for matrix in matrices for column in matrix.columns[1:]]
    assert heads == [one.column for one in register.instruments.values()]
    cells = [cell for matrix in matrices for section in matrix.sections for row in section.rows for cell in row[1:]]
    assert not any(re.search(r"\d", shown(cell)) for cell in cells)


def test_no_page_of_many_states_counts_one(register: Register) -> None:
    """The line of a state in the overview of gaps names instruments; it holds no number of them."""
    states = sorted(register.states.values(), key=lambda state: plain(state.name["en"]))
    answer = gaps(register, scope(register, rulebook.TODAY, states), rulebook.TODAY)
    urged, complementary = (
        block for block in gaps_report.page(answer, ENGLISH, overview=True).blocks if isinstance(block, Table)
    )
    shorts = sorted((one.short["en"] for one in register.instruments.values()), key=len, reverse=True)
    signed = r" \((since )?(\d+ )?(\w+ )?\d{4}[‡†]*(; old)?\)| \(old\)"
    for (section,) in (urged.sections, complementary.sections):
        for row in section.rows:
            left = re.sub("|".join(map(re.escape, shorts)), "", re.sub(signed, "", row[1].text))
            assert not re.search(r"\d", left), row[1].text
        assert [row[0].text.rstrip(SIGNS) for row in section.rows] == [one.name["en"] for one in states]


def test_states_stand_in_alphabetical_order(register: Register) -> None:
    """States are ordered by their names within a subregion, never by what they have joined."""
    for matrix in tables_of(the_table(register)):
        for section in matrix.sections:
            names = [plain(row[0].text.rstrip(SIGNS)) for row in section.rows]
            assert names == sorted(names)
        assert sum(len(section.rows) for section in matrix.sections) == len(register.states)


def test_totals_have_their_denominator(register: Register) -> None:
    """Beside the states that consented stand those that can join, under the same instrument."""
    for matrix in tables_of(the_table(register)):
        consented, *marked, can_join = matrix.totals
        for index in range(1, len(matrix.columns)):
            least, _, most = consented[index].text.partition("–")
            assert int(least) <= int(most or least) <= int(can_join[index].text)
            assert all(int(row[index].text or 0) <= int(least) for row in marked)
        assert all(any(cell.text for cell in row[1:]) for row in marked)


def test_the_table_is_the_same_both_ways(register: Register) -> None:
    """The transposed table holds the same symbols under the same names."""
    by_state, by_instrument = (tables_of(the_table(register, transpose=way)) for way in (False, True))
    assert _count(by_state, 1) == _count(by_instrument, 2)


def _count(matrices: list[Table], names: int) -> Counter[tuple[str, bool, Role]]:
    """How often each symbol stands in matrices, beyond their columns of names."""
    rows = [row for matrix in matrices for section in matrix.sections for row in section.rows]
    return Counter((cell.text, cell.marked, cell.role) for row in rows for cell in row[names:])
