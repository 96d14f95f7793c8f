"""What the hemisphere-wide table promises who reads it, or opens it in a spreadsheet."""

import csv
import io
import re
from datetime import date

import pytest

from tests.console import toc
from tests.documents import facts_of
from tests.registers import ALPHA, SOURCES, scope, together
from tests.test_reports import tables_of
from toc_treaties.document import Document, Legend, Section, Table
from toc_treaties.model.register import Register
from toc_treaties.model.vocabulary import Members
from toc_treaties.pages.table import Cells, page, wide_rows
from toc_treaties.questions.table import RatificationTable, table
from toc_treaties.words.language import ENGLISH
from toc_treaties.writers import plain
from toc_treaties.writers.tables import shown

DAY = date(2026, 11, 21)
TWO = ALPHA + ALPHA.replace("alpha:", "beta:\n      tier: complementary\n      column: BET\n      short: {en: Other}")
IN_SICA = "memberships: {oas: [{from: 1948-05-05, source: seen}], sica: [{from: 1990-01-01, source: seen}]}\n"
STATES = {
    "XXA": IN_SICA + "treaties:\n  alpha: [{accession: 2003-02-05, source: seen}]\n  beta: [{signature: 2001-01-02}]",
    "XXB": "treaties:\n  alpha: [{acceptance: 2004-03-06, source: seen, day_unconfirmed: a count}]\n"
    "  beta: [{none_seen: undated, source: undated}]",
    "XXC": "treaties:\n  alpha: [{none_seen: 2020-01-01, source: seen}]\n"
    "  beta: [{ratification: unknown, between: [2011-01-01, 2012-06-30], source: seen}]",
}


@pytest.fixture(scope="module")
def answer() -> RatificationTable:
    """Three states and an instrument of each list."""
    register = together(STATES, instruments=TWO)
    return table(register, scope(register, DAY), DAY)


def shown_in(document: Document) -> list[list[str]]:
    """The cells of all rows of states, table by table."""
    rows = [row for matrix in tables_of(document) for section in matrix.sections for row in section.rows]
    return [[shown(cell) for cell in row[1:]] for row in rows]


def legend_of(document: Document) -> dict[str, str]:
    """What the symbols and letters of a page are said to mean."""
    return {sign: means for block in document.blocks if isinstance(block, Legend) for sign, means in block.entries}


def test_each_list_is_a_table_of_its_own(answer: RatificationTable) -> None:
    """The urged instruments stand together under their heading, and the complementary ones under theirs."""
    urged, complementary = tables_of(page(answer, ENGLISH))
    assert [(one.caption, len(one.columns)) for one in (urged, complementary)] == [("Urged", 2), ("Complementary", 2)]
    assert shown_in(page(answer, ENGLISH)) == [["●"], ["●"], ["·"], ["◐†"], ["¿"], ["●"]]


def test_a_symbol_is_explained_where_it_stands_and_nowhere_else(answer: RatificationTable) -> None:
    """The legend holds every sign of the page and no other; letters belong to dates."""
    assert list(legend_of(page(answer, ENGLISH))) == ["●", "◐", "·", "¿"]
    assert list(legend_of(page(answer, ENGLISH, Cells.DATES))) == ["◐", "·", "¿", "A", "a"]
    assert legend_of(page(answer, ENGLISH, Cells.DATES))["A"] == "acceptance"


def test_a_date_carries_the_letter_of_its_act(answer: RatificationTable) -> None:
    """A bare day is a ratification; a signature never looks like a consent; of two years, some day between them."""
    dates = shown_in(page(answer, ENGLISH, Cells.DATES))
    assert dates == [["5 Feb 2003 a"], ["6 Mar 2004‡ A"], ["·"], ["◐ 2 Jan 2001†"], ["¿"], ["2011–2012"]]


def test_a_mark_has_a_row_only_under_the_list_where_it_counts() -> None:
    """Totals have no empty row: marked consents have theirs under the list in which there are some."""
    marked = "treaties:\n  alpha: [{accession: 2003-02-05, unconfirmed: hearsay}]"
    marked += "\n  beta: [{accession: 2003-02-05, source: seen}]"
    register = together({"XXA": marked}, instruments=TWO)
    document = page(table(register, scope(register, DAY), DAY), ENGLISH)
    labels = [[row[0].text for row in matrix.totals] for matrix in tables_of(document)]
    assert labels == [
        ["OAS members that consented", "of these, marked †", "of those that can join"],
        ["OAS members that consented", "of those that can join"],
    ]


def test_a_total_is_a_range_where_a_day_is_not_known() -> None:
    """One of two states may have consented: the total says from how many to how many, and what that means."""
    open_ended = (
        "treaties:\n  alpha: [{signature: 2001-01-02, source: seen}, {ratification: unknown, unconfirmed: a list}]"
    )
    register = together(
        {"XXA": STATES["XXA"], "XXB": open_ended + "\n  beta: [{none_seen: 2020-01-01, source: seen}]"}, instruments=TWO
    )
    document = page(table(register, scope(register, DAY), DAY), ENGLISH)
    assert tables_of(document)[0].totals[0][1].text == "1–2"
    assert facts_of(document)["Totals"].endswith("of two numbers, the second counts also those that may have consented")


def test_the_grouping_stands_in_the_title_and_at_the_totals() -> None:
    """Who cuts the page out of its context still sees whose members it shows and counts."""
    register = together(STATES, instruments=TWO)
    limited = scope(register, DAY, [register.states["xxa"]])._replace(group="sica")
    document = page(table(register, limited, DAY), ENGLISH)
    assert document.title == "Status of the instruments of the Strategy: SICA members"
    assert tables_of(document)[0].totals[0][0].text == "SICA members that consented"
    within = page(table(register, limited._replace(subregion="caribbean"), DAY), ENGLISH)
    assert tables_of(within)[0].totals[0][0].text == "SICA members, Caribbean, that consented"


def test_the_totals_say_whom_they_count(answer: RatificationTable) -> None:
    """Beside the totals stands how many members they count, and who of them is left out."""
    counted = facts_of(page(answer, ENGLISH))["Totals"]
    assert counted.startswith("3 OAS members on that day; taking part or not")
    fewer = answer._replace(scope=answer.scope._replace(members=Members.PARTICIPATING))
    assert "less those that take no part" in facts_of(page(fewer, ENGLISH))["Totals"]


def test_old_evidence_is_counted_for_gaps_alone() -> None:
    """A gap last seen ten years ago is old; an unconfirmed signature of that age is to verify, and no gap."""
    old = "treaties:\n  alpha: [{none_seen: 2012-01-01, source: seen}]\n  beta: [%s]"
    entries = "{none_seen: 2012-01-01, source: seen}", "{signature: 2001-01-02, source: seen, unconfirmed: hearsay}"
    texts = {"XXA": old % entries[0], "XXB": old % entries[1]}
    register = together(texts, instruments=TWO, sources=SOURCES.replace("2020-01-01", "2012-01-01"))
    assert facts_of(page(table(register, scope(register, DAY), DAY), ENGLISH))["Old"].startswith("3 gaps")


def test_a_spreadsheet_has_a_line_for_each_state(answer: RatificationTable) -> None:
    """In the wide layout a state is a line and an instrument a column, by their names, in words or with the days."""
    assert wide_rows(answer, ENGLISH) == (
        ("State", "As of", "Short", "Other"),
        [
            {"State": "Xxa", "As of": "2026-11-21", "Short": "party", "Other": "signatory, unconfirmed"},
            {
                "State": "Xxb",
                "As of": "2026-11-21",
                "Short": "party",
                "Other": "no action seen, evidence undated: to verify",
            },
            {"State": "Xxc", "As of": "2026-11-21", "Short": "no action", "Other": "party"},
        ],
    )
    first, second, _ = wide_rows(answer, ENGLISH, Cells.DATES).lines
    assert (first["Short"], first["Other"]) == ("5 Feb 2003 a", "signatory 2 Jan 2001, unconfirmed")
    assert second["Short"] == "6 Mar 2004 A, day unconfirmed"


def test_days_side_by_side_are_two_blanks_apart(answer: RatificationTable) -> None:
    """A day has blanks in it: two columns of days never read as one."""
    matrix, *_ = tables_of(page(answer, ENGLISH, Cells.DATES))
    row = matrix.sections[0].rows[0]
    twice = matrix._replace(
        columns=(*matrix.columns, matrix.columns[1]), sections=(Section("", ((*row, row[1]),)),), totals=()
    )
    lines = plain.write(Document("", "", "", (twice,)), 120)
    assert "5 Feb 2003 a  5 Feb 2003 a" in lines


@pytest.mark.data
def test_whether_a_contested_member_is_counted_is_said_beside_it() -> None:
    """Venezuela is in the totals, unless members that undisputedly take part are asked for."""
    asked = ("table", "--instrument", "cifta", "--as-of", "2026-11-21")
    counted, left_out = (" ".join(toc(*asked, *more).out.split()) for more in ((), ("--members", "participating")))
    words = "Venezuela: participation in the OAS is contested; "
    assert words + "counted here as a member (--members participating leaves it out); the readings: (1)" in counted
    assert words + "not counted here (--members participating); the readings: (1)" in left_out
    explained = " ".join(toc("explain", "venezuela", "cifta", "--as-of", "2026-11-21").out.split())
    assert "contested; counted as a member in totals; the readings: (1)" in explained


@pytest.mark.data
def test_the_urged_list_fits_eighty_columns(register: Register) -> None:
    """All eleven urged instruments stand side by side on a portrait page, and the seven others on theirs."""
    lines = plain.write(page(table(register, scope(register, DAY), DAY), ENGLISH), 80).splitlines()
    heads = [line.split()[1:] for line in lines if re.fullmatch(r"State +([A-Z]\w\w *)+", line)]
    assert [len(head) for head in heads] == [11, 7]


def test_the_wide_layout_is_asked_for_in_csv_alone() -> None:
    """`--wide` prints names in CSV; with another format it is refused, and nothing is printed."""
    asked = ("table", "--wide", "--group", "caricom", "--tier", "urged", "--as-of", "2026-11-21")
    head, *lines = csv.reader(io.StringIO(toc(*asked, "-f", "csv").out, newline=""))
    assert (head[0], len(head), len(lines)) == ("State", 13, 14)
    refused = toc(*asked)
    assert (refused.code, refused.out, "--format csv" in refused.err) == (2, "", True)


def test_every_cell_leads_to_its_sources_in_the_annex(register: Register) -> None:
    """On paper each standing is traced by its instrument and state to the numbers of what it rests on."""
    day = date(2026, 11, 21)
    answer = table(register, scope(register, day), day)
    behind = next(block for block in page(answer, ENGLISH).annex if isinstance(block, Table))
    for instrument, row in zip(answer.scope.instruments, behind.sections[0].rows, strict=True):
        found = {name: span.cites for span in row[1].line for name in span.text.split(", ") if span.cites}
        standings = [(state.name["en"], one) for state, of, one in answer.cells if of is instrument]
        assert found == {name: one.evidence.sources for name, one in standings if one.evidence.sources}
