"""What a saved page adds to the register: shown, or written; nothing is taken away, and no day gives way to another."""

import json
import shutil
from pathlib import Path

import pytest

from tests.answers import REGISTER
from tests.console import ROOT, Result, toc
from tests.saved_pages import COLUMNS, UNTC_HEADS, untc

PAGE = COLUMNS.replace("06/11/93", "01/01/91").replace("A-59", "A-55")
CANADA = "Canada ..............   06/03/96       05/29/96       06/03/96 RA     /  /    \n"


class Folder:
    """A copy of the small register, with what depositaries call themselves as publishers, and a page beside it."""

    def __init__(self, folder: Path) -> None:
        self.data, self.page = folder / "data", folder / "page.txt"
        shutil.copytree(REGISTER, self.data)
        shutil.copyfile(ROOT / "data" / "depositaries.yaml", self.data / "depositaries.yaml")

    def run(self, text: str, *arguments: str) -> Result:
        """What the command does with a page."""
        self.page.write_text(text, "utf-8")
        return toc("reconcile", str(self.page), "--data", str(self.data), *arguments)

    def problems(self) -> str:
        """What `check` says of it: that a list of all states is missing, and nothing else."""
        return toc("check", "--data", str(self.data)).out

    def texts(self) -> dict[str, str]:
        """Every file of the register."""
        return {path.relative_to(self.data).as_posix(): path.read_text("utf-8") for path in self.data.rglob("*.yaml")}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A copy of the small register."""
    return Folder(tmp_path)


def of_untoc(haiti: str, bolivia: str = "10 Oct 2005") -> str:
    """A page of UNTOC that has what the register has, but for these days."""
    rows = (
        ("Bolivia (Plurinational State of)", "12 Dec 2000", bolivia),
        ("Canada", "14 Dec 2000", "13 May 2002"),
        ("Haiti", "13 Dec 2000", haiti),
        ("Nicaragua", "14 Dec 2000", " 9 Sep 2002"),
    )
    return untc(rows, UNTC_HEADS, "Signatories : 4. Parties : 4.")


EDIT = ("--source", "untc-xviii-12-2026")


def test_edits_are_shown_and_only_written_where_that_is_asked_for(folder: Folder) -> None:
    """Another day is noted beside the recorded one, which stays; the page becomes a source of its day."""
    before, had = folder.texts(), folder.problems()
    shown = folder.run(of_untoc("20 Apr 2011"), "--propose", *EDIT)
    assert (shown.code, shown.err, folder.texts()) == (0, "", before)
    assert "+        - says: ratification on 2011-04-20" in shown.out
    assert shown.out.endswith("nothing was written\n")
    written = folder.run(of_untoc("20 Apr 2011"), "--write", *EDIT)
    assert "written: " in written.out
    after = folder.texts()
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"sources.yaml", "states/haiti.yaml"}
    assert "    - ratification: 2011-04-19\n" in after["states/haiti.yaml"]
    lines = after["states/haiti.yaml"].splitlines()
    assert [line for line in lines if line in before["states/haiti.yaml"].splitlines()] == before[
        "states/haiti.yaml"
    ].splitlines()
    assert "untc-xviii-12-2026:\n  kind: depositary\n" in after["sources.yaml"]
    assert "  as_of: 2026-02-03\n" in after["sources.yaml"].partition("untc-xviii-12-2026:")[2]
    assert folder.problems() == had


def test_what_is_noted_once_is_not_noted_again(folder: Folder) -> None:
    """A second run of the same page finds its conflict on record: no difference, but no clean table either."""
    folder.run(of_untoc("20 Apr 2011"), "--write", *EDIT)
    before = folder.texts()
    again = folder.run(of_untoc("20 Apr 2011"), "--write", *EDIT)
    assert folder.texts() == before
    assert again.out.endswith("There is nothing to write: what this page shows is on record.\nnothing was written\n")
    read = folder.run(of_untoc("20 Apr 2011"), "--format", "json")
    (page,) = json.loads(read.out)["pages"]
    assert (read.code, page["differences"]) == (0, [])
    assert [(each["state"], each["found"]) for each in page["settled"]] == [("HTI", "conflict_recorded")]
    assert folder.run(of_untoc("21 Apr 2011")).code == 1


def test_a_page_that_says_the_same_moves_the_day_of_the_comparison(folder: Folder) -> None:
    """A whole table compared, nothing differing: the instrument's own line says on which day."""
    had = folder.problems()
    result = folder.run(of_untoc("19 Apr 2011"), "--write", *EDIT)
    assert (result.code, result.err) == (0, "")
    instruments = folder.texts()["instruments.yaml"]
    untoc = instruments.partition("untoc:")[2].partition("\ntip:")[0]
    assert "checked:" in untoc
    assert "2026-02-03" in untoc
    assert folder.problems() == had


def test_an_act_that_the_page_alone_has_is_added_with_its_national_act(folder: Folder) -> None:
    """Signature, ratification and the day at home, in the order of their days, with what it means in law."""
    row = "Haiti ...............   06/01/21       01/10/22       02/10/22 RA     /  /    \n"
    at = PAGE.index("Brasil")
    end = PAGE.index("=====", at)
    page = PAGE[:at] + row + PAGE[end:]
    result = folder.run(page, "--write", "--as-of", "2026-11-20", "--source", "oas-a-55-2026")
    assert (result.code, result.err) == (0, "")
    assert "Haiti: the Nassau Convention no action -> party since 12 Mar 2022" in result.out
    mla = folder.texts()["states/haiti.yaml"].partition("\n  mla:")[2].partition("\n  mla-protocol:")[0]
    assert "    - signature: 2021-06-01\n      source: oas-a-55-2026\n" in mla
    assert "    - ratification: 2022-02-10\n      ratified_at_home: 2022-01-10\n      source: oas-a-55-2026" in mla
    assert "left as it is: Canada: in the register alone" in result.out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "name the source that the page is with --source"),
        (("--source", "untc-xviii-12-2014"), "is not of 2026-02-03, the day of the page"),
    ],
)
def test_edits_need_the_page_as_their_source(folder: Folder, arguments: tuple[str, ...], why: str) -> None:
    """What is written cites the page, by an id of its own; a source of another day is not the page."""
    before = folder.texts()
    result = folder.run(of_untoc("20 Apr 2011"), "--write", *arguments)
    assert (result.code, result.out, folder.texts()) == (2, "", before)
    assert why in result.err


def test_what_a_rule_objects_to_is_refused_as_a_whole(folder: Folder) -> None:
    """A deposit before an absence that the depositary showed: nothing is written, and the rule says why."""
    row = "Haiti ...............   06/01/01       01/10/02       02/10/02 RA     /  /    \n"
    at = PAGE.index("Brasil")
    page = PAGE[:at] + row + PAGE[PAGE.index("=====", at) :]
    before = folder.texts()
    result = folder.run(page, "--write", "--as-of", "2026-11-20", "--source", "oas-a-55-2026")
    assert (result.code, folder.texts()) == (2, before)
    assert "[deposit-beside-absence]" in result.err


def test_a_table_that_somebody_wrote_becomes_no_source_of_the_depositary(folder: Folder) -> None:
    """A CSV needs a source that is on record: it lends nothing a depositary's weight."""
    text = "treaty,participant,signature,action,date\nOAS A-55,Haiti,2021-06-01,ratification,2022-02-10\n"
    result = folder.run(text, "--write", "--as-of", "2026-11-20", "--source", "oas-a-55-2026")
    assert result.code == 2
    assert "name a source that is on record" in result.err


def test_a_mark_that_the_page_shows_needless_is_lifted_and_the_note_stays(folder: Folder) -> None:
    """The depositary's own day: the page is cited, the reason of the mark goes, whatever else the entry says stays."""
    path = folder.data / "states" / "haiti.yaml"
    had = "    - ratification: 2011-04-19\n      source: untc-xviii-12-2014\n"
    marked = f"{had}      unconfirmed: seen in a list of others\n      note: as printed\n"
    path.write_text(path.read_text("utf-8").replace(had, marked, 1), "utf-8")
    before = path.read_text("utf-8")
    result = folder.run(of_untoc("19 Apr 2011"), "--write", *EDIT)
    assert (result.code, result.err) == (0, "")
    assert "left as it is" not in result.out
    cited = "      source: [untc-xviii-12-2014, untc-xviii-12-2026]\n"
    lifted = f"    - ratification: 2011-04-19\n{cited}      note: as printed\n"
    assert path.read_text("utf-8") == before.replace(marked, lifted)


@pytest.mark.parametrize(
    "day",
    [
        "2011-04",
        "2011",
        "unknown\n      between: [2011-01-01, 2011-12-31]",
        "2011-04\n      day_unconfirmed: a copy",
    ],
)
def test_the_day_of_the_page_takes_the_place_of_what_was_less_precise(folder: Folder, day: str) -> None:
    """A month, a year, a bracket and a mark of the day give way to the depositary's day, which is cited."""
    path = folder.data / "states" / "haiti.yaml"
    act = "    - ratification: 2011-04-19\n"
    before = path.read_text("utf-8")
    path.write_text(before.replace(act, f"    - ratification: {day}\n", 1), "utf-8")
    result = folder.run(of_untoc("19 Apr 2011"), "--write", *EDIT)
    assert (result.code, result.err) == (0, "")
    cited = act + "      source: [untc-xviii-12-2014, untc-xviii-12-2026]\n"
    assert path.read_text("utf-8") == before.replace(f"{act}      source: untc-xviii-12-2014\n", cited, 1)


def test_a_page_that_does_not_say_the_act_lifts_no_mark(folder: Folder) -> None:
    """A bare day without a signature says that a state consented and not how: the mark is left, and listed."""
    path = folder.data / "states" / "haiti.yaml"
    text = path.read_text("utf-8")
    text = text.replace("  untoc:\n    - signature: 2000-12-13\n      source: untc-xviii-12-2014\n", "  untoc:\n", 1)
    act = "    - ratification: 2011-04-19\n      source: untc-xviii-12-2014\n"
    path.write_text(text.replace(act, "    - accession: 2011-04-19\n      unconfirmed: heard, not seen\n", 1), "utf-8")
    page = of_untoc("19 Apr 2011").replace("<td>13 Dec 2000<br/></td><td>19", "<td><br/></td><td>19")
    result = folder.run(page.replace("Signatories : 4", "Signatories : 3"), "--propose", *EDIT)
    assert (result.code, result.err) == (0, "")
    assert "left as it is: Haiti" in result.out
    assert "-      unconfirmed" not in result.out


def test_a_notice_of_leaving_is_added_with_its_kind_and_its_day(folder: Folder) -> None:
    """Rows that have the day of a denunciation and of its effect give the act; a bracket without a day is left."""
    heads = "treaty,participant,signature,action,date,left,left_effect\n"
    row = "UNTC XVIII-12,Haiti,2000-12-13,ratification,2011-04-19,2020-03-04,2021-03-04\n"
    given = ("--as-of", "2026-02-03", "--source", "untc-xviii-12-2014")
    shown = folder.run(heads + row, "--propose", *given)
    assert "is not of 2026-02-03" in shown.err
    assert folder.run(of_untoc("19 Apr 2011"), "--write", *EDIT).code == 0
    left = folder.run(heads + row, "--write", "--as-of", "2026-02-03", *EDIT)
    assert left.err == ""
    added = "    - denunciation: 2020-03-04\n      takes_effect: 2021-03-04\n      source: untc-xviii-12-2026\n"
    assert left.code == 0
    assert added in folder.texts()["states/haiti.yaml"]
    bracket = of_untoc("[19 Apr 2011 ]").replace("Parties : 4", "Parties : 3").replace("03-02-2026", "03-02-2019")
    assert "left as it is: Haiti" in folder.run(bracket, "--propose", "--source", "untc-xviii-12-2019").out


def test_the_day_of_the_national_act_stands_beside_the_deposit(folder: Folder) -> None:
    """A page of the OAS prints it: it is set in the act on record, with the page as a source, and lifts nothing."""
    path = folder.data / "states" / "canada.yaml"
    had = "    - ratification: 1996-06-03\n      ratified_at_home: 1996-05-29\n"
    text = path.read_text("utf-8")
    assert had in text
    path.write_text(text.replace(had, "    - ratification: 1996-06-03\n"), "utf-8")
    page = PAGE[: PAGE.index("Brasil")] + CANADA + PAGE[PAGE.index("=====", PAGE.index("Brasil")) :]
    result = folder.run(page, "--write", "--as-of", "2026-11-20", "--source", "oas-a-55-2026")
    assert (result.code, result.err) == (0, "")
    mla = path.read_text("utf-8").partition("\n  mla:")[2].partition("\n  preventive-measures:")[0]
    assert "    - ratification: 1996-06-03\n      ratified_at_home: 1996-05-29\n" in mla
    assert "oas-a-55-2026]" in mla


def test_the_national_act_waits_where_the_deposit_is_in_dispute(folder: Folder) -> None:
    """Where page and register have another day of the deposit, the page's national act may be of another deposit."""
    path = folder.data / "states" / "canada.yaml"
    had = "    - ratification: 1996-06-03\n      ratified_at_home: 1996-05-29\n"
    path.write_text(path.read_text("utf-8").replace(had, "    - ratification: 1996-06-03\n"), "utf-8")
    row = CANADA.replace("06/03/96 RA", "06/03/97 RA")
    page = PAGE[: PAGE.index("Brasil")] + row + PAGE[PAGE.index("=====", PAGE.index("Brasil")) :]
    result = folder.run(page, "--propose", "--as-of", "2026-11-20", "--source", "oas-a-55-2026")
    assert "+        - says: ratification on 1997-06-03" in result.out
    assert "+      ratified_at_home" not in result.out
    assert "left as it is: Canada" in result.out
