"""`brief`: what a delegate takes into a meeting is what the single questions answer, on one day."""

import json
import shutil
from pathlib import Path

import pytest

from tests.console import ROOT, Result, toc
from toc_treaties.document import Cell, Column, ColumnKind, Document, Heading, Layout, Section, Span, Table, cell
from toc_treaties.pages.brief import unconfirmed_in


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose `data` holds a few states, outside any repository."""
    folder = tmp_path_factory.mktemp("small")
    shutil.copytree(ROOT / "tests" / "register", folder / "data")
    return folder


DAY = ("--data", "data", "--as-of", "2026-11-21")


def brief(small: Path, *arguments: str) -> Result:
    """`toc-treaties brief` on the small register."""
    return toc("brief", *arguments, *DAY, folder=small)


def alone(small: Path, *arguments: str) -> dict[str, object]:
    """What a question answers by itself, without what says where the data is from."""
    record = json.loads(toc(*arguments, *DAY, "-f", "json", folder=small).out)
    return {key: value for key, value in record.items() if key != "data"}


def test_the_parts_of_a_brief_are_the_answers_of_their_questions(small: Path) -> None:
    """A brief never says anything else than the commands that it is made from."""
    parts = json.loads(brief(small, "haiti", "--with", "canada", "-f", "json").out)
    assert parts["gaps"] == alone(small, "gaps", "haiti")
    assert parts["due"] == alone(small, "due", "haiti")
    assert parts["calendar"] == alone(small, "calendar", "--state", "haiti")
    assert parts["measures"] == alone(small, "measures", "haiti")
    assert [basis["purpose"] for basis in parts["basis"]] == ["extradition", "mutual-legal-assistance"]
    assert [other["with"] for basis in parts["basis"] for other in basis["others"]] == ["CAN", "CAN"]


def test_a_brief_of_the_hemisphere_has_every_state(small: Path) -> None:
    """Without a state, or with the word for all of them, the brief is of every state that the register has."""
    parts = json.loads(brief(small, "hemisphere", "-f", "json").out)
    assert parts["table"] == alone(small, "table")
    assert parts == json.loads(brief(small, "-f", "json").out)
    assert parts["basis"] == []


def test_a_page_of_a_brief_says_each_caution_once(small: Path) -> None:
    """What stands at the foot of every page stands once at that of a brief, and the sources last."""
    page = brief(small, "haiti").out
    assert page.count("Not the depositary's record") == 1
    assert page.count("What is on record is no assessment") == 1
    assert page.index("Not the depositary's record") < page.index("Sources (in full")


def test_a_state_is_no_neighbour_of_its_own(small: Path) -> None:
    """What comes first is between two states: a brief with the state itself is refused, and not written without it."""
    result = brief(small, "haiti", "--with", "HTI")
    assert (result.code, result.out) == (2, "")
    assert "--with names another state" in result.err


@pytest.mark.parametrize("state", ["haiti", "hemisphere"])
def test_a_final_brief_is_refused_while_anything_is_unconfirmed(small: Path, tmp_path: Path, state: str) -> None:
    """Nothing unconfirmed is handed over as final: the list is printed, and no file is written."""
    done = brief(small, state, "--final", "-o", str(tmp_path / "brief.html"))
    assert (done.code, done.out) == (1, "")
    assert "unconfirmed, and nothing is written:" in done.err
    assert not list(tmp_path.iterdir())


def test_what_is_unconfirmed_is_named_with_what_it_is_of() -> None:
    """The list of a refused brief says of which instrument each marked cell is, once."""
    rows = (
        (cell("UNTOC"), cell("party since 2002"), cell("IACAC"), cell("signatory 1996", marked=True)),
        (cell("UNTOC"), cell("party since 2002‡"), Cell(()), Cell(())),
        (cell("UNTOC"), cell("party since 2002‡"), Cell(()), Cell(())),
    )
    page = Document("x", "x", "x", (Table("t", (), (Section("", rows),), layout=Layout.LIST),))
    assert unconfirmed_in(page) == ["IACAC: signatory 1996†", "UNTOC: party since 2002‡"]


def test_what_is_unconfirmed_is_told_without_signs() -> None:
    """The list of a refused brief names state, instrument and standing in words, and each standing once."""
    columns = (Column("state", ""), Column("mla", "MLA", ColumnKind.SYMBOL, full="Nassau Convention"))
    matrix = Table(
        "t",
        columns,
        (Section("", ((cell("Haiti"), Cell((Span("◐", says="signatory"),), marked=True)),)),),
        layout=Layout.MATRIX,
    )
    days = (Column("date", "Date", ColumnKind.DAY), Column("state", "State"), Column("act", "Act"))
    changes = Table("c", days, (Section("", ((cell("12 Dec 2024‡"), cell("Ecuador"), cell("acceded")),)),))
    gaps = Table("g", (), (Section("", ((cell("2.xi Nassau Convention"), cell("signatory", marked=True)),)),))
    blocks = (
        matrix,
        Heading("Gaps", key="gaps"),
        gaps,
        Heading("Haiti", key="HTI"),
        gaps,
        Heading("Changes", key="changes"),
        changes,
    )
    assert unconfirmed_in(Document("x", "x", "x", blocks)) == [
        "Haiti, Nassau Convention: signatory†",
        "12 Dec 2024‡, Ecuador, acceded",
    ]
    assert unconfirmed_in(Document("x", "x", "x", blocks[1:5])) == ["2.xi Nassau Convention: signatory†"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("haiti", "canada"), "a brief is of one state"),
        (("--with", "canada"), "name that state first"),
    ],
)
def test_a_brief_is_of_one_state_or_of_all(small: Path, arguments: tuple[str, ...], said: str) -> None:
    """Whoever asks for something else learns what a brief is of."""
    done = brief(small, *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
