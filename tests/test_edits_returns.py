"""Annual figures: the blank form, the filled one however it was saved, and what an import does to a state's file."""

import csv
import difflib
import io
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import rulebook
from tests.commitments import FROZEN
from tests.console import Result, toc
from toc_treaties.edits.returns import NO_SOURCE
from toc_treaties.model.assessment import Sentence
from toc_treaties.model.state import State
from toc_treaties.store import files
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import load
from toc_treaties.store.putting import ChangedError, FileChange, alone_in, put, put_all

YEAR = "2024"
THREE = {"coop-mla": "12", "conv-tip-5": "0", "legal-civil": "3"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a register of four states in `data`, that a test may write to."""
    shutil.copytree(FROZEN, tmp_path / "data")
    return tmp_path


def ours(home: Path, *arguments: str) -> Result:
    """A command on that register."""
    return toc(*arguments, "--data", "data", folder=home)


def haiti(home: Path) -> Path:
    """The file that the imports write."""
    return home / "data" / "states" / "haiti.yaml"


def loaded(home: Path, slug: str = "haiti") -> State:
    """The state as its file now says."""
    register, problems = load(in_folder(home / "data").read, [slug])
    assert problems == []
    return register.states[slug]


def template(home: Path) -> str:
    """The blank form for Haiti."""
    result = ours(home, "returns", "template", "haiti", YEAR)
    assert (result.code, result.err) == (0, "")
    return result.out


def filled(text: str, values: dict[str, str]) -> list[list[str]]:
    """The rows of a form with some values filled in."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    for row in rows[1:]:
        row[3] = values.get(row[2], row[3])
    return rows


def as_csv(rows: Iterable[list[str]], delimiter: str = ",", end: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL) -> str:
    """Rows as a spreadsheet saves them."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def handed_in(home: Path, values: dict[str, str], name: str = "form.csv") -> Path:
    """A filled form as a file, saved as the template was."""
    path = home / name
    path.write_text(as_csv(filled(template(home), values)), "utf-8-sig", newline="")
    return path


def added(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that fell out, and those that came in."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return [line[2:] for line in lines if line.startswith("- ")], [line[2:] for line in lines if line.startswith("+ ")]


def test_the_form_asks_for_every_figure_that_is_entered(home: Path) -> None:
    """A row for each figure, sentences by their terms, each with unit and definition; nothing computed is asked for."""
    rows = list(csv.DictReader(io.StringIO(template(home).removeprefix("\ufeff"))))
    names = [row["figure"] for row in rows]
    assert len(set(names)) == len(names)
    assert {"coop-mla", "sent-untoc-5.min", "sent-untoc-5.text", "legal-civil-tip"} <= set(names)
    assert not {"coop-total", "conv-total", "legal-total", "return"} & set(names)
    assert {(row["state"], row["year"], row["value"]) for row in rows} == {("HTI", YEAR, "")}
    assert all(row["unit"] and row["asked"] and row["definition"] for row in rows)


def test_a_form_left_blank_sets_nothing(home: Path) -> None:
    """Who sends the form back as it came changes nothing."""
    before = haiti(home).read_bytes()
    result = ours(home, "returns", "import", str(handed_in(home, {})))
    assert (result.code, "nothing to set" in result.out) == (0, True)
    assert haiti(home).read_bytes() == before


SAVED: dict[str, Callable[[list[list[str]]], bytes]] = {
    "as it came": lambda rows: as_csv(rows).encode("utf-8-sig"),
    "with semicolons": lambda rows: as_csv(rows, ";").encode("utf-8-sig"),
    "with tabulators": lambda rows: as_csv(rows, "\t").encode(),
    "everything in quotes": lambda rows: as_csv(rows, quoting=csv.QUOTE_ALL).encode(),
    "without a byte-order mark": lambda rows: as_csv(rows).encode(),
    "with the line ends of Unix": lambda rows: as_csv(rows, end="\n").encode(),
    "with the line ends of old Macs": lambda rows: as_csv(rows, end="\r").encode(),
    "in a Western code page": lambda rows: as_csv(rows, ";").encode("cp1252", "replace"),
    "with empty rows at the end": lambda rows: (as_csv(rows) + "\r\n,,,,,,\r\n").encode(),
    "with the columns in another order": lambda rows: as_csv([row[::-1] for row in rows]).encode(),
    "with capitals in the heading": lambda rows: as_csv([[name.upper() for name in rows[0]], *rows[1:]]).encode(),
    "without the columns that explain": lambda rows: as_csv([row[:4] for row in rows]).encode(),
}


@pytest.mark.parametrize("how", list(SAVED))
def test_three_figures_are_three_lines(home: Path, how: str) -> None:
    """However a spreadsheet saved the form, an import sets what was filled in, each on its line, and nothing else.

    A return without a source says so, until somebody writes the source.
    """
    before = haiti(home).read_text("utf-8")
    form = home / "form.csv"
    form.write_bytes(SAVED[how](filled(template(home), THREE)))
    result = ours(home, "returns", "import", "form.csv")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [f"Haiti, {YEAR}, in data/states/haiti.yaml:"] + [
        f"  {id}: not reported -> {n}" for id, n in THREE.items()
    ]
    gone, come = added(before, haiti(home).read_text("utf-8"))
    assert gone == []
    figures = [f"      {id}: {n}" for id, n in THREE.items()]
    assert come == ["returns:", f"  {YEAR}:", "    figures:", *figures, f"    unconfirmed: {NO_SOURCE}"]
    assert loaded(home).returns[2024].figures == {id: int(number) for id, number in THREE.items()}


def test_accents_of_a_western_code_page_are_kept(home: Path) -> None:
    """A text with accents is read as it was written, whichever of the two codings the spreadsheet chose."""
    said = "peine à perpétuité, « sûreté » comprise"
    for coding in ("cp1252", "utf-8"):
        form = home / "form.csv"
        form.write_bytes(as_csv(filled(template(home), {"sent-tip-5.text": said}), ";").encode(coding, "replace"))
        assert ours(home, "returns", "import", "form.csv").code == 0
        figure = loaded(home).returns[2024].figures["sent-tip-5"]
        assert isinstance(figure, Sentence)
        assert figure.text == said


def test_a_second_import_changes_nothing(home: Path) -> None:
    """The same form again has nothing to set, and the file stays as it is, to the byte."""
    form = str(handed_in(home, THREE))
    assert ours(home, "returns", "import", form).code == 0
    before = haiti(home).read_bytes()
    again = ours(home, "returns", "import", form)
    assert (again.code, "nothing to set" in again.out) == (0, True)
    assert haiti(home).read_bytes() == before


def test_what_is_recorded_stands_in_the_next_form(home: Path) -> None:
    """A form asked for later holds what is known, and a corrected figure changes its own line alone."""
    ours(home, "returns", "import", str(handed_in(home, THREE)))
    assert [row[3] for row in filled(template(home), {}) if row[2] in THREE] == ["12", "0", "3"]
    before = haiti(home).read_text("utf-8")
    result = ours(home, "returns", "import", str(handed_in(home, {"coop-mla": "14"})))
    assert result.out.splitlines() == [f"Haiti, {YEAR}, in data/states/haiti.yaml:", "  coop-mla: 12 -> 14"]
    assert added(before, haiti(home).read_text("utf-8")) == (["      coop-mla: 12"], ["      coop-mla: 14"])


def test_a_figure_can_be_taken_back(home: Path) -> None:
    """`null` in a form says that a figure is not reported after all; 0 says that there were none."""
    ours(home, "returns", "import", str(handed_in(home, THREE)))
    ours(home, "returns", "import", str(handed_in(home, {"coop-mla": "null", "legal-civil": "not reported"})))
    assert loaded(home).returns[2024].figures == {"coop-mla": None, "conv-tip-5": 0, "legal-civil": None}


def test_the_terms_of_sentences_are_set_and_taken_back(home: Path) -> None:
    """Shortest, median and longest term, life terms and a text stand under one figure; each can be taken back."""
    values = {"min": "12", "median": "36", "max": "96", "life": "0", "text": 'as "revised"'}
    ours(home, "returns", "import", str(handed_in(home, {f"sent-tip-5.{term}": text for term, text in values.items()})))
    assert loaded(home).returns[2024].figures["sent-tip-5"][:5] == (12, 36, 96, 0, 'as "revised"')  # type: ignore[index]
    ours(home, "returns", "import", str(handed_in(home, {"sent-tip-5.text": "other", "sent-tip-5.median": "null"})))
    assert loaded(home).returns[2024].figures["sent-tip-5"][:5] == (12, None, 96, 0, "other")  # type: ignore[index]


REFUSED = {
    "a word": ("coop-mla", "many", "'many' is not a count"),
    "a fraction": ("coop-mla", "1.5", "'1.5' is not a count"),
    "a negative": ("coop-mla", "-1", "'-1' is not a count"),
    "thousands parted": ("coop-mla", "1,200", "'1,200' is not a count"),
    "digits of another script": ("coop-mla", "١٢", "is not a count"),
    "too long": ("coop-mla", "1234567890", "is not a count"),
    "too long a term": ("sent-tip-5.life", "12345", "'12345' is not a count"),
    "a term in words": ("sent-tip-5.max", "eight years", "'eight years' is not a count"),
    "an invisible character": ("sent-tip-5.text", "eight\x07years", "a character that cannot be seen"),
}


@pytest.mark.parametrize("why", list(REFUSED))
def test_what_is_no_figure_is_refused_with_its_place(home: Path, why: str) -> None:
    """A value that is no count ends in exit code 2 with row and column, and nothing is written."""
    name, value, says = REFUSED[why]
    before = haiti(home).read_bytes()
    rows = filled(template(home), {"legal-civil": "3", name: value})
    (home / "form.csv").write_text(as_csv(rows), "utf-8", newline="")
    row = next(number for number, row in enumerate(rows, 1) if row[2] == name)
    result = ours(home, "returns", "import", "form.csv")
    assert (result.code, result.out) == (2, "")
    assert "nothing is written" in result.err
    assert f"form.csv: row {row}, column 4: " in result.err
    assert says in result.err
    assert haiti(home).read_bytes() == before


def test_several_faults_are_told_at_once(home: Path) -> None:
    """Every fault of a form is named in one run, each with its place."""
    rows = filled(template(home), {"coop-mla": "many", "conv-tip-5": "x"})
    rows += [["HTI", YEAR, "coop-canoes", "3", "", "", ""], ["HTI", YEAR, "coop-total", "3", "", "", ""]]
    rows += [["HTI", YEAR, "legal-civil", "1", "", "", ""], ["HTI", YEAR, "legal-civil", "2", "", "", ""]]
    (home / "form.csv").write_text(as_csv(rows), "utf-8", newline="")
    before = haiti(home).read_bytes()
    result = ours(home, "returns", "import", "form.csv")
    last = len(rows)
    assert result.code == 2
    assert len([line for line in result.err.splitlines() if line.startswith("form.csv: row ")]) == 5
    assert f"row {last - 3}, column 3: there is no figure 'coop-canoes'" in result.err
    assert f"row {last - 2}, column 3: there is no figure 'coop-total'" in result.err
    assert f"row {last}, column 3: legal-civil was filled in before, in row {last - 1}" in result.err
    assert haiti(home).read_bytes() == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda rows: [row[:2] + row[3:] for row in rows], "no column figure"),
        (lambda rows: [[one.replace("HTI", "XXX") for one in row] for row in rows], "there is no state 'XXX'"),
        (lambda rows: [[one.replace(YEAR, "24") for one in row] for row in rows], "'24' is not a year"),
        (lambda rows: [*rows, ["CAN", *rows[1][1:]]], "several"),
        (lambda rows: rows[:1], "no state and year"),
        (lambda _rows: [], "no column state or year"),
    ],
)
def test_a_form_that_speaks_of_no_state_is_refused(
    home: Path, change: Callable[[list[list[str]]], list[list[str]]], says: str
) -> None:
    """A form without its columns, state or year is refused with what is missing."""
    (home / "form.csv").write_text(as_csv(change(filled(template(home), THREE))), "utf-8", newline="")
    result = ours(home, "returns", "import", "form.csv")
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert "returns:" not in haiti(home).read_text("utf-8")


def test_what_is_no_form_is_refused(home: Path) -> None:
    """A picture, an empty file or a file that is not there ends in one sentence, never in a crash."""
    for content in (b"", b"\x89PNG\r\n\x1a\n\x00\x00", b"\xff\xfes\x00t\x00", b'"' + b"a" * 200_000, bytes(range(256))):
        (home / "form.csv").write_bytes(content)
        assert ours(home, "returns", "import", "form.csv").code == 2
        (home / "form.yaml").write_bytes(content)
        assert ours(home, "returns", "import", "form.yaml").code == 2
    missing = ours(home, "returns", "import", "nowhere.csv")
    assert (missing.code, "cannot be read" in missing.err) == (2, True)


def test_figures_that_contradict_each_other_are_refused(home: Path) -> None:
    """An import that would add an error to the register is refused with the rule's code, and nothing is written."""
    before = haiti(home).read_bytes()
    values = {"coop-mla": "12", "coop-mla-outgoing": "9", "coop-mla-incoming": "4"}
    result = ours(home, "returns", "import", str(handed_in(home, values)))
    assert result.code == 2
    assert "[breakdown-contradicts]" in result.err
    assert haiti(home).read_bytes() == before


def test_a_year_that_has_not_ended_is_refused(home: Path) -> None:
    """Figures of a year to come cannot be recorded."""
    rows = [[one.replace(YEAR, "9000") for one in row] for row in filled(template(home), THREE)]
    (home / "form.csv").write_text(as_csv(rows), "utf-8", newline="")
    result = ours(home, "returns", "import", "form.csv")
    assert (result.code, "[year-in-future]" in result.err) == (2, True)


def test_a_dry_run_shows_and_does_not_write(home: Path) -> None:
    """`--dry-run` says what would be set, that nothing was written, and leaves the file."""
    before = haiti(home).read_bytes()
    result = ours(home, "returns", "import", str(handed_in(home, THREE)), "--dry-run")
    assert (result.code, "coop-mla: not reported -> 12" in result.out) == (0, True)
    assert result.out.endswith("nothing was written: this is a dry run\n")
    assert haiti(home).read_bytes() == before


def test_the_form_as_yaml_is_the_same(home: Path) -> None:
    """A template named so is YAML with each definition above its figure; filled in, it is imported like the other."""
    assert ours(home, "returns", "template", "haiti", YEAR, "-o", "form.yaml").code == 0
    text = (home / "form.yaml").read_text("utf-8")
    assert "  # Cases of mutual legal assistance" in text
    assert "nothing to set" in ours(home, "returns", "import", "form.yaml").out
    for id, number in THREE.items():
        text = text.replace(f"  {id}: null\n", f"  {id}: {number}\n")
    (home / "form.yaml").write_text(text, "utf-8")
    result = ours(home, "returns", "import", "form.yaml")
    assert (result.code, result.err) == (0, "")
    assert loaded(home).returns[2024].figures == {id: int(number) for id, number in THREE.items()}
    ours(home, "returns", "import", str(handed_in(home, {"sent-tip-5.text": 'said "so" \\ thus'})))
    before = haiti(home).read_bytes()
    ours(home, "returns", "template", "haiti", YEAR, "-o", "form.yaml")
    assert "nothing to set" in ours(home, "returns", "import", "form.yaml").out
    assert haiti(home).read_bytes() == before


def test_faults_of_a_yaml_form_have_their_places(home: Path) -> None:
    """A wrong value, an unknown figure and one given twice are named with line and column, and nothing is written."""
    form = "state: HTI\nyear: 2024\nfigures:\n  coop-mla: many\n  canoes: 3\n  legal-civil: 1\n  legal-civil: 2\n"
    (home / "form.yaml").write_text(form, "utf-8")
    before = haiti(home).read_bytes()
    result = ours(home, "returns", "import", "form.yaml")
    assert result.code == 2
    for says in ("row 4, column 13: 'many'", "row 5, column 3: there is no figure", "row 7, column 3: legal-civil"):
        assert says in result.err
    assert haiti(home).read_bytes() == before


def test_a_form_that_is_no_yaml_says_where(home: Path) -> None:
    """A slip in the form's own notation is named with its line."""
    (home / "form.yaml").write_text("state: HTI\nyear: 2024\nfigures: {coop-mla: 1\n", "utf-8")
    result = ours(home, "returns", "import", "form.yaml")
    assert result.code == 2
    assert "form.yaml: row " in result.err


CITED = "returns:\n  2024:\n    source: oas-a-55-2021\n    figures:\n"
EARLIER = "returns:\n  2023:\n    source: oas-a-55-2021\n    figures:\n      coop-mla: 1\n"
WIDER = "returns:\n    2024:\n        source: oas-a-55-2021\n        figures:\n            coop-mla: "
NEW = f"  2024:\n    figures:\n      coop-mla: 2\n    unconfirmed: {NO_SOURCE}\n"
STYLES = {
    "a flow of sentences": (
        CITED + "      sent-tip-5: {min: 12, median: 36} # seen\n",
        {"sent-tip-5.max": "96"},
        CITED + "      sent-tip-5: {min: 12, median: 36, max: 96} # seen\n",
    ),
    "an empty flow": (
        "returns: {}\n",
        {"coop-mla": "1"},
        f"returns: {{2024: {{unconfirmed: {NO_SOURCE}, figures: {{coop-mla: 1}}}}}}\n",
    ),
    "sentences not reported": (
        CITED + "      sent-tip-5: null # not held\n",
        {"sent-tip-5.min": "12"},
        CITED + "      sent-tip-5: {min: 12} # not held\n",
    ),
    "a wider step": (
        WIDER + "1 # corrected\n        note: as given\n",
        {"coop-mla": "2", "legal-civil": "3"},
        WIDER + "2 # corrected\n            legal-civil: 3\n        note: as given\n",
    ),
    "a note on two lines": (
        EARLIER + '    note: "as\n      given"\n# remark\n',
        {"coop-mla": "2"},
        EARLIER + '    note: "as\n      given"\n' + NEW + "# remark\n",
    ),
    "a list of sources": (
        "returns:\n  2023:\n    figures:\n      coop-mla: 1\n    source:\n    - oas-a-55-2021\n    - oas-a-59-2021\n",
        {"coop-mla": "2"},
        (
            "returns:\n  2023:\n    figures:\n      coop-mla: 1\n"
            "    source:\n    - oas-a-55-2021\n    - oas-a-59-2021\n" + NEW
        ),
    ),
    "quotes within quotes": (
        CITED + "      sent-tip-5:\n        text: 'it''s' # said\n",
        {"sent-tip-5.text": "was"},
        CITED + '      sent-tip-5:\n        text: "was" # said\n',
    ),
    "a remark above the treaties": (
        "# what was deposited\n",
        {"coop-mla": "2"},
        f"returns:\n{NEW}# what was deposited\n",
    ),
}


@pytest.mark.parametrize("style", list(STYLES))
def test_an_import_keeps_the_authors_style(home: Path, style: str) -> None:
    """Whichever way of YAML the file is written in, figures find their place, and remarks stay beside theirs."""
    before, values, after = STYLES[style]
    text = haiti(home).read_text("utf-8")
    haiti(home).write_text(text.replace("treaties:\n", before + "treaties:\n"), "utf-8")
    form = "state: HTI\nyear: 2024\nfigures:\n" + "".join(f"  {id}: {value}\n" for id, value in values.items())
    (home / "form.yaml").write_text(form, "utf-8")
    result = ours(home, "returns", "import", "form.yaml")
    assert (result.code, result.err) == (0, "")
    assert haiti(home).read_text("utf-8") == text.replace("treaties:\n", after + "treaties:\n")


def test_the_line_ends_of_windows_stay(home: Path) -> None:
    """A file with carriage returns keeps them, and what is added has them too."""
    haiti(home).write_bytes(haiti(home).read_bytes().replace(b"\n", b"\r\n"))
    assert ours(home, "returns", "import", str(handed_in(home, THREE))).code == 0
    content = haiti(home).read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert b"      coop-mla: 12\r\n" in content


def test_an_import_waits_for_its_turn(home: Path) -> None:
    """While another command writes to the register an import waits; afterwards it is made, and no lock is left."""
    form = str(handed_in(home, THREE))
    with ThreadPoolExecutor() as pool:
        with alone_in(home / "data"):
            command = [sys.executable, "-m", "toc_treaties", "returns", "import", form, "--data", str(home / "data")]
            waiting = pool.submit(subprocess.run, command, capture_output=True, check=False)
            with pytest.raises(TimeoutError):
                waiting.result(timeout=1.5)
            assert not [id for id in THREE if f"{id}:" in haiti(home).read_text("utf-8").partition("returns:")[2]]
        assert waiting.result().returncode == 0
    assert loaded(home).returns[2024].figures == {id: int(number) for id, number in THREE.items()}
    assert sorted(path.name for path in (home / "data" / "states").iterdir()) == [
        "bolivia.yaml", "canada.yaml", "haiti.yaml", "nicaragua.yaml",
    ]  # fmt: skip


def test_an_import_names_its_source_and_its_day(home: Path) -> None:
    """With its source a return is no longer unconfirmed, with the day on which it was given it says that."""
    form = str(handed_in(home, THREE))
    assert ours(home, "returns", "import", form).code == 0
    assert loaded(home).returns[2024].unconfirmed == NO_SOURCE
    source = loaded(home).memberships["oas"][0].sources[0]
    result = ours(home, "returns", "import", form, "--source", source, "--submitted", "2025-03")
    assert (result.code, f"source: {source}" in result.out) == (0, True)
    given = loaded(home).returns[2024]
    assert (given.unconfirmed, given.sources, given.submitted and given.submitted.text) == (None, (source,), "2025-03")


def test_a_refused_import_names_its_own_options(home: Path) -> None:
    """What was given after the day of its source is answered with options of the command, and no field of a file."""
    form = str(handed_in(home, THREE))
    result = ours(home, "returns", "import", form, "--source", "acronym-1997", "--submitted", "2025-03-01")
    assert (result.code, "[day-after-sources]: name with --source" in result.err) == (2, True), result.err
    assert "unconfirmed" not in result.err
    address = ours(home, "returns", "import", "https://oas.example/form.xlsx")
    assert (address.code, "https://oas.example/form.xlsx is an address" in address.err) == (2, True)


def test_a_fault_in_another_states_file_refuses_no_form(home: Path) -> None:
    """A form is recorded by whoever sends it, whatever is wrong with a stranger's file; with its own it is refused."""
    form = str(handed_in(home, THREE))
    bolivia = home / "data" / "states" / "bolivia.yaml"
    bolivia.write_text(bolivia.read_text("utf-8") + "nonsense: 1\n", "utf-8")
    assert ours(home, "returns", "import", form).code == 0
    assert loaded(home).returns[2024].figures == {id: int(number) for id, number in THREE.items()}
    haiti(home).write_text(haiti(home).read_text("utf-8") + "nonsense: 1\n", "utf-8")
    refused = ours(home, "returns", "import", form)
    assert (refused.code, "data/states/haiti.yaml" in refused.err) == (3, True)


def test_a_file_keeps_its_rights_and_its_link(tmp_path: Path) -> None:
    """What is put in place of a file stands where a link to it leads, may be read by the same, and leaves no draft."""
    (tmp_path / "there").mkdir()
    kept, link = tmp_path / "there" / "kept", tmp_path / "link"
    kept.write_bytes(b"before")
    kept.chmod(0o640)
    link.symlink_to(kept)
    put(link, b"after")
    assert (link.is_symlink(), kept.read_bytes(), kept.stat().st_mode & 0o777) == (True, b"after", 0o640)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["kept", "link", "there"]


def test_a_change_by_someone_else_is_not_lost(home: Path) -> None:
    """A file that changed after it was read is not overwritten with what was planned before."""
    content = haiti(home).read_bytes()
    haiti(home).write_bytes(content + b"# a remark\n")
    with pytest.raises(ChangedError, match="run it again"):
        put_all(home / "data", [FileChange("states/haiti.yaml", content, content + b"\n")])
    assert haiti(home).read_bytes() == content + b"# a remark\n"


def test_the_installed_copy_is_not_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a checkout and without --data there is no file to record a return in: refused, exit code 2."""
    package = tmp_path / "site" / "toc_treaties"
    (package / "store").mkdir(parents=True)
    shutil.copytree(rulebook.BASE, package / "_data")
    monkeypatch.setattr(files, "__file__", str(package / "store" / "files.py"))
    before = {path: path.read_bytes() for path in package.rglob("*.yaml")}
    form = tmp_path / "form.csv"
    blank = toc("returns", "template", "examplia", "2024", folder=tmp_path)
    assert blank.code == 0
    form.write_text(blank.out, "utf-8")
    for options in ((), ("--dry-run",)):
        result = toc("returns", "import", "form.csv", *options, folder=tmp_path)
        assert (result.code, result.out) == (2, "")
        assert "is the installed copy, which is not written to" in result.err
    assert {path: path.read_bytes() for path in package.rglob("*.yaml")} == before
