"""Annual figures: null is not reported, 0 is none, and nothing is added up over a gap without saying so."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.commitments import examplia_of, files, register_of, written
from tests.console import Result, toc
from toc_treaties.document import Document, Heading, Paragraph, Table, text_of
from toc_treaties.edits.slots import slots
from toc_treaties.model.assessment import Figure, Sentence
from toc_treaties.model.register import Register
from toc_treaties.pages import returns as report
from toc_treaties.questions.returns import Sum, add, entered, over_years, state_figures, year_figures
from toc_treaties.words.language import ENGLISH

PARTIAL = """
    returns:
      2009:
        submitted: 2010-03-01
        source: gazette-2012
        figures:
          ships: 0
          boats: null
          ships-outgoing: 0
      2010:
        source: gazette-2012
        figures:
          ships: 12
          boats: 8
          terms: {min: 12, median: 36, max: 96, life: 0}
"""


@pytest.fixture(scope="module")
def made() -> Register:
    """A register in which Examplia gave two returns, and Samplia none."""
    return register_of(PARTIAL)


@pytest.mark.parametrize(
    ("figures", "total", "text"),
    [
        ([], Sum(None, 0, 0), "not reported"),
        ([None, None], Sum(None, 0, 2), "not reported"),
        ([0, None], Sum(0, 1, 2), "0 (partial: 1 of 2 reported)"),
        ([0, 0], Sum(0, 2, 2), "0"),
        ([3, 4, None], Sum(7, 2, 3), "7 (partial: 2 of 3 reported)"),
        ([3, 4], Sum(7, 2, 2), "7"),
        ([3, Sentence(1, 2, 3)], Sum(3, 1, 2), "3 (partial: 1 of 2 reported)"),
    ],
)
def test_a_sum_says_what_it_leaves_out(figures: list[int | None], total: Sum, text: str) -> None:
    """A sum over a figure that was not reported is partial, of how many, and one over nothing is no number at all."""
    assert add(figures) == total
    assert report.sum_text(total, ENGLISH) == text
    assert total.partial == ("partial" in text or (total.of > 0 and total.total is None))


def test_zero_is_reported_and_null_is_not(made: Register) -> None:
    """0 stands as 0; null and an absent figure stand as not reported."""
    found = state_figures(made, examplia_of(made), 2009)
    assert (found.figures["ships"], found.figures["boats"], found.figures["ships-crew"]) == (0, None, None)
    assert found.sums["coop-total"] == Sum(0, 1, 2)
    assert state_figures(made, examplia_of(made), 2010).sums["coop-total"] == Sum(20, 2, 2)
    assert state_figures(made, examplia_of(made), 2011).sums["coop-total"] == Sum(None, 0, 2)


def test_what_is_computed_is_never_entered(made: Register) -> None:
    """Neither a sum nor the day of the return is among the figures of a state, of a form, or of a page's rows."""
    computed = {"coop-total", "return"}
    assert not computed & set(entered(made))
    assert not computed & {slot.id for slot in slots(made)}
    assert not computed & set(state_figures(made, examplia_of(made), 2010).figures)


def test_the_sum_over_states_names_its_denominator(made: Register) -> None:
    """The hemisphere's figure counts the members at the year's end, and says how many of them reported."""
    found = year_figures(made, made.states.values(), 2010)
    assert found.sums["ships"] == Sum(12, 1, 2)
    assert "terms" not in found.sums
    assert year_figures(made, made.states.values(), 1950).states == ()


def test_sentences_are_shown_and_not_added() -> None:
    """Terms are shown as shortest, median and longest with life terms beside; words stand where there is no term."""
    shown: list[tuple[Figure, str]] = [
        (Sentence(12, 36, 96, 0), "12 to 96 months; median 36; 0 for life"),
        (Sentence(12, None, 96), "12 to 96 months; median not reported"),
        (Sentence(12, 12, 12), "12 months; median 12"),
        (Sentence(None, 12), "median 12"),
        (Sentence(text="up to eight years"), "up to eight years"),
        (Sentence(), "not reported"),
        (None, "not reported"),
        (0, "0"),
        (1234, "1,234"),
    ]
    for figure, text in shown:
        assert report.figure_cell(figure, ENGLISH).text == text
    assert report.figure_cell(1234, ENGLISH).value == 1234


def tables(page: Document) -> list[dict[str, str]]:
    """Each table of a page: the first column with its second line, and the text beside it; totals under their name."""
    found = []
    for block in page.blocks:
        if isinstance(block, Table):
            rows = [row for section in block.sections for row in section.rows]
            found.append(
                {"".join(map(text_of, row[0].below)) or row[0].text: row[1].text for row in [*rows, *block.totals]}
            )
    return found


def test_the_report_of_a_partial_return_says_what_is_missing(made: Register) -> None:
    """Each figure asked for is there, reported or not; a breakdown where it was given; the total with its gap."""
    answer = year_figures(made, [examplia_of(made)], 2009)
    cooperation, sentences = tables(report.randot_page(answer, ENGLISH))
    assert cooperation == {
        "ships": "0",
        "boats": "not reported",
        "ships-outgoing": "0",
        "Total of the four kinds, in cases": "0 (partial: 1 of 2 reported)",
    }
    assert sentences == {"terms": "not reported"}


def test_the_report_names_the_states_without_a_return_in_one_sentence(made: Register) -> None:
    """Who gave a return has a section, with its day and source; who gave none is a name and no section."""
    answer = year_figures(made, made.states.values(), 2009)
    page = report.randot_page(answer, ENGLISH).blocks
    texts = [block.text for block in page if isinstance(block, Paragraph)]
    assert texts == ["Return for 2009; submitted 1 Mar 2010 [gazette-2012]", "No return recorded: Samplia."]
    assert [block.text for block in page if isinstance(block, Heading)] == ["Examplia"]


def test_a_state_over_the_years_has_a_column_for_each(made: Register) -> None:
    """One state's page has a line for each figure that was reported in any year, empty where it was not."""
    answer = over_years(made, examplia_of(made))
    (table,) = (block for block in report.years_page(answer, ENGLISH).blocks if isinstance(block, Table))
    assert [column.heading for column in table.columns] == ["Figure", "2009", "2010"]
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in table.sections[0].rows}
    assert rows == {
        "ships": ["0", "12"],
        "ships-outgoing": ["0", ""],
        "boats": ["", "8"],
        "terms": ["", "12 to 96 months; median 36; 0 for life"],
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The same register as files."""
    return written(tmp_path / "data", files(PARTIAL)).parent


def ours(folder: Path, *arguments: str) -> Result:
    """A command on those files."""
    result = toc(*arguments, "--data", "data", folder=folder)
    assert (result.code, result.err) == (0, "")
    return result


def data(folder: Path, *arguments: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The same as plain data."""
    return json.loads(ours(folder, *arguments, "-f", "json").out)


def test_plain_data_has_null_where_nothing_was_reported(folder: Path) -> None:
    """A program finds every figure of every state, null where it was not reported, and each sum with what it adds."""
    answer = data(folder, "report", "randot", "--year", "2009")
    states = {one["state"]: one for one in answer["states"]}
    assert list(states) == ["EXA", "SAM"]
    assert (states["EXA"]["figures"]["ships"], states["EXA"]["figures"]["boats"]) == (0, None)
    assert (states["EXA"]["submitted"], states["EXA"]["returned"]) == ("2010-03-01", True)
    assert (states["SAM"]["returned"], set(states["SAM"]["figures"].values())) == (False, {None})
    assert states["EXA"]["sums"]["coop-total"] == {"total": 0, "reported": 1, "of": 2}
    assert answer["sums"]["boats"] == {"total": None, "reported": 0, "of": 2}
    terms = data(folder, "returns", "show", "--state", "EXA")["years"][1]["figures"]["terms"]
    assert terms == {"least": 12, "median": 36, "most": 96, "life": 0, "text": None}


def test_a_spreadsheet_has_a_line_for_each_figure_reported(folder: Path) -> None:
    """As CSV a year has only what was reported, 0 among it."""
    rows = list(csv.DictReader(io.StringIO(ours(folder, "returns", "show", "2009", "-f", "csv").out)))
    assert [(row["state"], row["figure"], row["value"]) for row in rows] == [
        ("EXA", "ships", "0"),
        ("EXA", "ships-outgoing", "0"),
    ]


def test_the_page_of_a_year_adds_up_with_its_gaps(folder: Path) -> None:
    """The hemisphere's page says how many returned, and which sums are partial."""
    page = " ".join(ours(folder, "returns", "show", "2010").out.split())
    assert "1 return of 2 OAS members for 2010." in page
    assert "12 (partial: 1 of 2 reported)" in page


def test_a_year_and_a_state_are_two_questions(folder: Path) -> None:
    """`returns show` takes a year or a state: neither, or both, is a mistake."""
    for arguments in ((), ("2010", "--state", "examplia")):
        result = toc("returns", "show", *arguments, "--data", "data", folder=folder)
        assert (result.code, result.out) == (2, "")
        assert "name a year, or a state with --state" in result.err


@pytest.mark.parametrize("year", ["0", "-1", "10000", "last"])
@pytest.mark.parametrize("command", [("returns", "show"), ("report", "randot", "--year")])
def test_a_year_that_is_none_is_a_mistake(folder: Path, command: tuple[str, ...], year: str) -> None:
    """A year that no calendar has ends in exit code 2."""
    result = toc(*command, year, "--data", "data", folder=folder)
    assert (result.code, result.out) == (2, "")


@pytest.mark.data
def test_a_state_that_was_not_a_member_is_said_not_to_be() -> None:
    """A report on a state that had left, or what is due of it, says so and is not an empty page."""
    page = toc("report", "randot", "-s", "nicaragua", "--year", "2024").out
    assert "Not a member of the OAS at the end of 2024: Nicaragua." in page
    page = toc("due", "-s", "nicaragua", "--as-of", "2026-11-21").out
    assert "Not a member of the OAS on this day; only what treaties ask is listed: Nicaragua." in " ".join(page.split())
