"""The command line: which answer ends in which exit code, where output goes, and how states and files are named."""

import codecs
import os
import re
import shlex
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from typer import Context
from typer.exceptions import TyperException
from typer.main import get_command

from tests.console import ROOT, Result, toc
from tests.own_pages import entries_of, written
from tests.repositories import commit, git
from tests.saved_pages import held_in
from toc_treaties.cli.app import COMMANDS, application
from toc_treaties.cli.complete import (
    complete_commitments,
    complete_formats,
    complete_instruments,
    complete_states,
)
from toc_treaties.cli.faults import CommandError
from toc_treaties.writers import FORMATS

AS_OF = ("--as-of", "2026-11-21")
COMMAND = [sys.executable, "-m", "toc_treaties"]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose `data` holds a few states, outside any repository."""
    folder = tmp_path_factory.mktemp("small")
    shutil.copytree(ROOT / "tests" / "register", folder / "data")
    return folder


@pytest.fixture
def ours(small: Path, tmp_path: Path) -> Path:
    """An empty folder to write into, with the small register beside it as `data`."""
    (tmp_path / "data").symlink_to(small / "data")
    return tmp_path


def gaps(folder: Path, *arguments: str, **environment: str) -> Result:
    """`toc-treaties gaps` on the small register."""
    return toc("gaps", *arguments, *AS_OF, "--data", "data", folder=folder, **environment)


def test_a_name_a_code_and_a_file_are_the_same_state(small: Path) -> None:
    """A state is found by its name in four languages, with or without accents, by its codes and its file's name."""
    pages = {gaps(small, name).out for name in ("haiti", "Haïti", "haití", "HAITI", "HTI", "ht", "Republic of Haiti")}
    assert len(pages) == 1
    assert next(iter(pages)).startswith("Haiti ")


@pytest.mark.parametrize(
    ("name", "nearest"), [("colmbia", "Colombia"), ("hatii", "Haiti"), ("Untied States", "United States")]
)
def test_a_mistyped_state_is_answered_with_the_nearest(name: str, nearest: str) -> None:
    """A name that no state has ends in exit code 2, nothing on standard output, and the nearest name."""
    result = toc("gaps", name)
    assert (result.code, result.out) == (2, "")
    assert re.search(f"did you mean .*{nearest}", result.err)


def test_a_name_near_to_none_says_what_is_expected() -> None:
    """Where nothing is near, the user is told what to give."""
    result = toc("gaps", "qqqqqq")
    assert result.code == 2
    assert "give a name, a code of two or three letters, or a file's name" in result.err


def test_a_state_named_twice_is_shown_once(small: Path) -> None:
    """Two names of one state give one page."""
    assert gaps(small, "haiti", "HTI").out == gaps(small, "haiti").out


def test_a_gap_fails_only_where_that_is_asked(small: Path) -> None:
    """`--fail-on-gap` ends in 1 where an urged instrument is a gap; the page is printed all the same."""
    assert gaps(small, "haiti").code == 0
    failed = gaps(small, "haiti", "--fail-on-gap")
    assert failed == gaps(small, "haiti")._replace(code=1)
    assert gaps(small, "nicaragua", "--fail-on-gap").code == 0
    assert gaps(small, "nicaragua", "--fail-on-gap", "--tier", "complementary").code == 1


def test_check_ends_in_one_where_there_are_errors(ours: Path) -> None:
    """`check` says how many problems there are, and ends in 1 for errors."""
    shutil.copytree(ROOT / "tests" / "rules" / "base", ours / "base")
    good = toc("check", "--data", "base", folder=ours)
    assert (good.code, good.out) == (0, "No problems in 15 files.\n")
    file = ours / "base" / "states" / "examplia.yaml"
    file.write_text(file.read_text("utf-8").replace("2005-04-19", "2005-04-31"), "utf-8")
    bad = toc("check", "--data", "base", folder=ours)
    assert bad.code == 1
    assert "base/states/examplia.yaml:14:21: error: 31 April 2005 does not exist [impossible-date]" in bad.out


def test_check_ends_in_zero_where_there_are_only_warnings(ours: Path) -> None:
    """A warning is printed and does not stop anybody; a question says it on standard error."""
    shutil.copytree(ROOT / "tests" / "rules" / "base", ours / "base")
    file = ours / "base" / "states" / "examplia.yaml"
    file.write_text(file.read_text("utf-8").replace("2005-04-19", "2005-01-01"), "utf-8")
    result = toc("check", "--data", "base", folder=ours)
    assert result.code == 0
    assert "[round-date]" in result.out
    question = toc("gaps", "examplia", "--data", "base", folder=ours)
    assert question.code == 0
    assert "[round-date]" in question.err
    assert "[round-date]" not in question.out


def test_check_of_one_file_reads_that_state(ours: Path) -> None:
    """A path chooses the state that is checked, and its folder is found from it."""
    shutil.copytree(ROOT / "tests" / "rules" / "base", ours / "base")
    result = toc("check", "base/states/samplia.yaml", folder=ours)
    assert result.code == 0
    assert result.out.startswith("No problems in ")


def test_check_of_a_path_that_is_not_there_is_a_mistake(small: Path) -> None:
    """A path that does not exist is never taken for a file without problems."""
    result = toc("check", "data/states/atlantis.yaml", "--data", "data", folder=small)
    assert (result.code, result.out) == (2, "")
    assert "data/states/atlantis.yaml is not there" in result.err


def test_a_folder_without_a_register_ends_in_three(tmp_path: Path) -> None:
    """Where there is no register, the user is told how to name one."""
    result = toc("table", "--data", str(tmp_path))
    assert (result.code, result.out) == (3, "")
    assert "--data" in result.err


def test_the_folder_is_the_option_then_the_environment(small: Path, tmp_path: Path) -> None:
    """`--data` comes before TOC_TREATIES_DATA, which comes before the checkout around the current folder."""
    data = str(small / "data")
    by_option = toc("gaps", "haiti", "--data", data, *AS_OF, folder=tmp_path, TOC_TREATIES_DATA=str(tmp_path))
    by_environment = toc("gaps", "haiti", *AS_OF, folder=tmp_path, TOC_TREATIES_DATA=data)
    assert by_option == by_environment
    assert by_option.code == 0
    assert "checkout" in toc("gaps", "haiti", *AS_OF).out
    assert toc("gaps", "haiti", folder=tmp_path, TOC_TREATIES_DATA=str(tmp_path)).code == 3


def test_the_day_is_the_option_then_the_environment(small: Path) -> None:
    """`--as-of` comes before TOC_TREATIES_AS_OF."""
    asked = ("gaps", "haiti", "--data", "data")
    assert "as of 1 January 2010" in toc(*asked, folder=small, TOC_TREATIES_AS_OF="2010-01-01").out
    both = toc(*asked, "--as-of", "2015-01-01", folder=small, TOC_TREATIES_AS_OF="2010-01-01")
    assert "as of 1 January 2015" in both.out


@pytest.mark.parametrize(
    "day", ["2015-02-30", "yesterday", "2015-1-1", "20150101", "2015-13", "0000", "2015-01-01T00:00", ""]
)
def test_a_day_that_is_none_is_a_mistake(small: Path, day: str) -> None:
    """A day that the calendar does not have, or that is written otherwise, ends in 2 and is named."""
    result = toc("gaps", "haiti", "--data", "data", "--as-of", day, folder=small)
    assert (result.code, result.out) == (2, "")
    assert repr(day) in result.err


def test_a_wrong_day_in_the_environment_is_a_mistake_too(small: Path) -> None:
    """TOC_TREATIES_AS_OF is read as carefully as the option."""
    assert toc("table", "--data", "data", folder=small, TOC_TREATIES_AS_OF="tomorrow").code == 2


@pytest.mark.parametrize(
    ("suffix", "start"),
    [(".md", "# Haiti"), (".markdown", "# Haiti"), (".txt", "Haiti "), (".csv", "\ufeffas_of,"), (".json", "{")],
)
def test_a_file_is_written_in_the_format_of_its_suffix(ours: Path, suffix: str, start: str) -> None:
    """`-o` writes the answer into the file, says so on standard error, and prints nothing else."""
    result = gaps(ours, "haiti", "-o", f"out{suffix}")
    assert result == Result(0, "", f"written: out{suffix}\n")
    assert (ours / f"out{suffix}").read_text("utf-8").startswith(start)
    assert sorted(path.name for path in ours.iterdir()) == ["data", f"out{suffix}"]


def test_a_format_comes_before_the_suffix(ours: Path) -> None:
    """`--format` decides, whatever the file is called."""
    assert gaps(ours, "haiti", "-f", "json", "-o", "out.txt").code == 0
    assert (ours / "out.txt").read_text("utf-8").startswith("{")


def test_a_file_is_what_would_have_been_printed(ours: Path) -> None:
    """The same answer goes to a file and to standard output; a hyphen is standard output.

    A spreadsheet's file alone begins with the byte-order mark by which Excel reads accents.
    """
    printed = gaps(ours, "haiti", "-f", "csv").out
    assert gaps(ours, "haiti", "-f", "csv", "-o", "-").out == printed
    gaps(ours, "haiti", "-o", "out.csv")
    assert (ours / "out.csv").read_bytes() == codecs.BOM_UTF8 + printed.encode()
    gaps(ours, "haiti", "-o", "out.json")
    assert (ours / "out.json").read_bytes().startswith(b"{")


@pytest.mark.parametrize("asked", [("-f", "pdf"), ("-o", "haiti.pdf"), ("-o", "haiti.PDF")])
def test_a_format_that_is_not_installed_names_what_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, str]
) -> None:
    """Who lacks the extra learns the command that installs it, before anything is read or written."""
    monkeypatch.setitem(FORMATS, "pdf", FORMATS["pdf"]._replace(needs="no_such_library"))
    result = toc("gaps", "haiti", *asked, "--data", "no-such-folder", folder=tmp_path)
    assert (result.code, result.out) == (2, "")
    installs = "pip install 'toc-treaties[print]'; in a checkout: pip install '.[print]'"
    assert result.err == f"toc-treaties: pdf needs what is installed by: {installs}\n"


@pytest.mark.parametrize("name", ["out", "out.odt", "out.yaml"])
def test_a_suffix_of_no_format_is_a_mistake(ours: Path, name: str) -> None:
    """A file whose suffix chooses no format is not written; the suffixes that do are named."""
    result = gaps(ours, "haiti", "-o", name)
    assert (result.code, result.out) == (2, "")
    assert ".md" in result.err
    assert not (ours / name).exists()


def test_a_folder_is_not_written_over(ours: Path) -> None:
    """Where the name is a folder's, that is said, and not that it has no suffix."""
    result = gaps(ours, "haiti", "-o", "data")
    assert result == Result(2, "", "toc-treaties: data cannot be written: it is a folder\n")


def test_a_format_is_named_in_any_case(ours: Path) -> None:
    """As a suffix in capitals chooses its format, so does a name."""
    assert gaps(ours, "haiti", "-f", "JSON").out == gaps(ours, "haiti", "-f", "json").out


NO_DOCUMENT = "{} is no Word document: save the file as .docx, and name that"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "{} cannot be read: No such file or directory"),
        (b"%PDF-1.7", NO_DOCUMENT),
        ({"a.txt": b"packed"}, NO_DOCUMENT),
        ({"[Content_Types].xml": b"<Types>wordprocessingml.template.main+xml</Types>"}, NO_DOCUMENT),
        (
            {"[Content_Types].xml": b"<a>wordprocessingml.document.main+xml</a>", "word/document.xml": b"<w"},
            NO_DOCUMENT,
        ),
    ],
    ids=["missing", "another kind", "packed", "a template", "damaged"],
)
def test_a_file_of_styles_that_is_no_word_document_is_a_mistake(
    ours: Path, content: bytes | dict[str, bytes] | None, said: str
) -> None:
    """The file is named with the remedy before anything is read, and no page is written."""
    if isinstance(content, dict):
        with ZipFile(ours / "house.docx", "w") as packed:
            for name, part in content.items():
                packed.writestr(name, part)
    elif content is not None:
        (ours / "house.docx").write_bytes(content)
    result = gaps(ours, "haiti", "-o", "out.docx", "--template", "house.docx")
    assert result == Result(2, "", f"toc-treaties: {said.format('house.docx')}\n")
    assert not (ours / "out.docx").exists()


@pytest.mark.skipif(os.name == "nt", reason="devices of Unix")
@pytest.mark.parametrize(
    ("template", "says"),
    [("/dev/zero", "it has more than 32,000,000 bytes"), ("bomb.docx", "it unpacks to more than 64,000,000 bytes")],
)
def test_a_file_of_styles_without_end_fills_no_memory(ours: Path, template: str, says: str) -> None:
    """A device that gives signs for ever, and a small file that unpacks to a large one, are refused by their size."""
    with ZipFile(ours / "bomb.docx", "w", ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", b"<a>wordprocessingml.document.main+xml</a>")
        packed.writestr("word/document.xml", bytes(64_000_001))
    result = gaps(ours, "haiti", "-o", "out.docx", "--template", template)
    assert result == Result(2, "", f"toc-treaties: {template} cannot be read: {says}\n")


@pytest.mark.skipif(os.name == "nt", reason="pipes of Unix")
def test_a_file_of_styles_may_come_out_of_a_pipe(ours: Path) -> None:
    """What a shell hands over as <(…) is read once."""
    docx = pytest.importorskip("docx", reason="it comes with the extra print")
    house = docx.Document()
    house.styles["Normal"].font.name = "Garamond"
    house.save(str(ours / "house.docx"))
    handle, end = os.pipe()
    os.write(end, (ours / "house.docx").read_bytes())
    os.close(end)
    result = gaps(ours, "haiti", "-o", "out.docx", "--template", f"/dev/fd/{handle}")
    os.close(handle)
    assert (result.code, docx.Document(str(ours / "out.docx")).styles["Normal"].font.name) == (0, "Garamond"), result


def test_a_file_of_styles_is_for_word_alone(ours: Path) -> None:
    """A page that cannot take the house's styles is not written as if it had them."""
    with ZipFile(ours / "house.docx", "w") as packed:
        packed.writestr("[Content_Types].xml", b"<a>wordprocessingml.document.main+xml</a>")
    result = gaps(ours, "haiti", "-o", "out.pdf", "--template", "house.docx")
    assert (result.code, result.out) == (2, "")
    assert "--template is for a Word file" in result.err


def test_an_unknown_format_is_a_mistake(ours: Path) -> None:
    """A format that does not exist is answered with those that do, and no file is written."""
    result = gaps(ours, "haiti", "-f", "markdwon", "-o", "out.md")
    assert (result.code, result.out) == (2, "")
    assert "did you mean markdown?" in result.err
    assert not (ours / "out.md").exists()


def test_a_file_that_cannot_be_written_leaves_nothing(ours: Path) -> None:
    """Where the folder is not there, or the file is a folder, nothing is written and no draft is left."""
    (ours / "folder.md").mkdir()
    for name in ("nowhere/out.md", "folder.md"):
        result = gaps(ours, "haiti", "-o", name)
        assert (result.code, result.out) == (2, "")
        assert f"{name} cannot be written" in result.err
    assert sorted(path.name for path in ours.rglob("*.md")) == ["folder.md"]
    assert list(ours.glob(".*")) == []


def test_an_old_file_stays_where_the_new_one_fails(ours: Path) -> None:
    """A question that is refused leaves the file of the last answer as it was."""
    (ours / "out.md").write_text("the last answer", "utf-8")
    assert toc("gaps", "atlantis", "--data", "data", "-o", "out.md", folder=ours).code == 2
    assert (ours / "out.md").read_text("utf-8") == "the last answer"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("table", "--group", "caricm"), "caricom"),
        (("table", "--subregion", "carib"), "caribbean"),
        (("table", "--instrument", "untok"), "untoc"),
        (("instrument", "firearm"), "firearms"),
    ],
)
def test_a_mistyped_choice_is_answered_with_the_nearest(small: Path, arguments: tuple[str, ...], says: str) -> None:
    """Groupings, subregions and instruments are suggested like states."""
    result = toc(*arguments, "--data", "data", folder=small)
    assert (result.code, result.out) == (2, "")
    assert says in result.err


def test_an_instrument_is_found_by_its_short_title(small: Path) -> None:
    """An instrument is named by its id, or by its short title in any of the four languages."""
    asked = ("--data", "data", *AS_OF)
    by_id = toc("instrument", "untoc", *asked, folder=small).out
    assert by_id
    assert toc("instrument", "UNTOC", *asked, folder=small).out == by_id
    assert toc("instrument", "convencion de palermo", *asked, folder=small).out == by_id


@pytest.mark.parametrize("arguments", [("frobnicate",), ("gaps", "--no-such-option"), ("checklist",), ("table", "x")])
def test_a_command_that_is_not_understood_ends_in_two(arguments: tuple[str, ...]) -> None:
    """A mistake in the command is exit code 2, with nothing on standard output."""
    result = toc(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err


def test_the_version_says_of_which_day_the_data_is(tmp_path: Path) -> None:
    """Version, place, revision and day of the data, and how a newer one is had; a folder without data is said."""
    from toc_treaties import __version__

    data = tmp_path / "data"
    commit(tmp_path, {"data/instruments.yaml": "", "data/states/a.yaml": ""}, "2001-02-03T12:00:00+0000")
    revision = git(tmp_path, "rev-parse", "--short=7", "HEAD")
    result = toc("--version", TOC_TREATIES_DATA=str(data))
    head, place, update = result.out.splitlines()
    assert (result.code, head) == (0, f"toc-treaties {__version__}")
    assert place == f"Data    folder {data}, revision {revision} of 3 Feb 2001"
    assert update.startswith("Update  ")
    (data / "instruments.yaml").write_text("#", "utf-8")
    assert f"revision {revision} of 3 Feb 2001, modified\n" in toc("--version", TOC_TREATIES_DATA=str(data)).out
    assert "Data    none: " in toc("--version", TOC_TREATIES_DATA=str(tmp_path)).out


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_the_help_lists_every_command(flag: str) -> None:
    """`--help` names every command in a line."""
    result = toc(flag)
    assert result.code == 0
    for command in COMMANDS:
        assert re.search(rf"^ +{command} +\S", result.out, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_says_of_a_command_what_its_own_help_begins_with(command: str) -> None:
    """The list of commands and the help of each say the same of it."""
    begun = toc(command, "--help").out.split("\n\n")[1]
    assert " ".join(begun.split()) == COMMANDS[command]


SUBCOMMANDS = {"returns": ("show", "template", "import"), "report": ("randot",)}
"""The commands that are groups, with what they hold."""
LEAVES = [f"{name} {sub}".strip() for name in COMMANDS for sub in SUBCOMMANDS.get(name, ("",))]
"""Every command that answers something, subcommands with their group."""


@pytest.mark.parametrize("group", list(SUBCOMMANDS))
def test_the_help_of_a_group_lists_its_commands(group: str) -> None:
    """`--help` of a group names each of its commands in a line, and so does the group alone."""
    text = toc(group, "--help", COLUMNS="200").out
    listed = re.findall(r"^  (\w+)  +\S", text.partition("Commands:")[2], re.MULTILINE)
    assert tuple(listed) == SUBCOMMANDS[group]
    assert toc(group, COLUMNS="200").code == 2


# The site of the whole register is built in a test of its own.
@pytest.mark.parametrize("command", [command for command in LEAVES if command != "site"])
def test_a_command_has_help_with_an_example_that_runs(command: str, tmp_path: Path) -> None:
    """The help of every command ends in an example, and the example does what it says."""
    text = toc(*command.split(), "--help", COLUMNS="200").out
    example = re.search(r"Example: toc-treaties (.+)", text)
    assert example
    words = shlex.split(example[1])
    if "-o" in words:
        words[words.index("-o") + 1] = str(tmp_path / words[words.index("-o") + 1])
    elif command == "returns import":
        words[-1] = str(tmp_path / words[-1])
        assert toc("returns", "template", "haiti", "2025", "-o", words[-1]).code == 0
    elif command == "export":
        words[1], words[3] = (str(tmp_path / words[place]) for place in (1, 3))
    elif command == "reconcile":
        words[1] = str(tmp_path / words[1])
        register, as_at = held_in(ROOT / "data"), date(2026, 11, 20)
        instrument = register.instruments["mla-protocol"]
        Path(words[1]).write_text(written(instrument, entries_of(register, instrument, as_at), as_at), "utf-8")
    assert command != "record" or "-n" in words  # what is written would be the checkout's own data
    result = toc(*words)
    assert result.code == 0
    says_so = "-o" in words or command == "export"
    assert result.err == "".join(f"written: {path}\n" for path in sorted(tmp_path.iterdir()) if says_so)
    assert " ".join(words).startswith(command)


NUMBERS = {24: "Twenty-four", 25: "Twenty-five", 26: "Twenty-six", 27: "Twenty-seven"}


@pytest.mark.parametrize("command", LEAVES)
def test_a_command_is_documented(command: str) -> None:
    """Every command stands in the table of questions of the README, and as a command line in the page of commands."""
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert f"toc-treaties {command}" in commands
    assert f"\n{NUMBERS[len(COMMANDS)]} commands;" in readme
    group, _, rest = command.partition(" ")
    assert f"\n## {group}\n" in commands
    assert re.search(rf"^\| `{group}\b[^|]*\b{rest}\b", readme, re.MULTILINE)


@pytest.mark.parametrize("command", LEAVES)
def test_every_option_has_a_word_of_help(command: str) -> None:
    """No option of any command stands without an explanation."""
    text = toc(*command.split(), "--help", COLUMNS="200").out
    options = re.split(r"\n  (?=-)", text)[1:]
    assert options
    assert [option for option in options if not re.search(r"\S\s\s+\S", option)] == []


def test_states_are_completed_with_their_names(monkeypatch: pytest.MonkeyPatch, small: Path) -> None:
    """The shell completes a state by its file's name and shows its English name."""
    monkeypatch.setenv("TOC_TREATIES_DATA", str(small / "data"))
    assert complete_states("ha") == [("haiti", "Haiti")]
    assert complete_states("B") == [("bolivia", "Bolivia")]
    assert [slug for slug, _ in complete_states("")] == ["bolivia", "canada", "haiti", "nicaragua"]


def test_completion_is_quiet_where_there_is_no_register(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder without a register completes nothing, and the shell is not disturbed."""
    monkeypatch.setenv("TOC_TREATIES_DATA", str(tmp_path))
    assert complete_states("ha") == []
    assert complete_instruments("un") == []
    assert complete_commitments("str") == []


def test_instruments_and_formats_are_completed(monkeypatch: pytest.MonkeyPatch, small: Path) -> None:
    """The shell completes an instrument by its id, with its short title, and a format by its name."""
    monkeypatch.setenv("TOC_TREATIES_DATA", str(small / "data"))
    assert complete_instruments("unt") == [("untoc", "UNTOC")]
    assert complete_formats("m") == ["markdown"]


def test_commitments_are_completed(monkeypatch: pytest.MonkeyPatch, small: Path) -> None:
    """The shell completes a commitment by its id, with what it asks."""
    monkeypatch.setenv("TOC_TREATIES_DATA", str(small / "data"))
    assert [id for id, _ in complete_commitments("strategy-fi")] == ["strategy-financing-a", "strategy-financing-b"]
    assert dict(complete_commitments("strategy-5a"))["strategy-5a"].startswith("Designate a National Authority")


def test_the_shell_completes_through_the_command() -> None:
    """The command answers the shell's own question, for each command's arguments."""
    asked = toc(COMP_WORDS="toc-treaties gaps ha", COMP_CWORD="2", _TOC_TREATIES_COMPLETE="complete_bash")
    assert asked.out.split() == ["haiti"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TOC_TREATIES")}
    return subprocess.run(
        [*COMMAND, *arguments], env={**kept, **environment}, cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("given", [None, "", "2025", "tuesday", "urged", "extradition"])
@pytest.mark.parametrize("command", LEAVES)
def test_a_parameter_takes_what_typer_would_give(command: str, given: object) -> None:
    """What was written, or not given, becomes the same value or the same fault as with Typer's own conversion."""
    ours, theirs = _leaf(command), _leaf(command)
    context = Context(ours)
    for direct, converted in zip(ours.get_params(context)[:-1], theirs.params, strict=True):
        several = direct.multiple or direct.nargs == -1
        value = [given] if several and given is not None else given
        assert _processed(direct, context, value) == _processed(converted, context, value), direct.name


def _leaf(command: str) -> Any:  # noqa: ANN401 - a command of the Click that Typer carries
    """A command as Typer makes it."""
    commands: Any = get_command(application())
    name, *below = command.split()
    found = commands.whole(name)
    for word in below:
        found = found.commands[word]
    return found


def _processed(parameter: Any, context: Context, value: object) -> object:  # noqa: ANN401 - as above
    """The value of a parameter with its type, in a list also of its items, or the fault that it ends in."""
    try:
        made = parameter.process_value(context, value)
    except (CommandError, TyperException) as fault:
        return type(fault), str(fault)
    return made, type(made), [type(item) for item in made] if isinstance(made, list) else []


def test_every_command_that_speaks_of_law_takes_a_language() -> None:
    """A language can be asked for wherever sentences or a form are printed; data have none, files and forms English."""
    commands: list[tuple[str, ...]] = [(name,) for name in COMMANDS if name not in SUBCOMMANDS]
    commands += [(name, own) for name, each in SUBCOMMANDS.items() for own in each]
    silent = [words for words in commands if "--lang" not in toc(*words, "--help", COLUMNS="200").out]
    assert sorted(silent) == [("check",), ("export",), ("returns", "import"), ("site",)]


@pytest.mark.parametrize(
    ("number", "aside"), [(0x480A, "al 21"), (0x0416, "em 21"), (0x0C0C, "au 21"), (0x0407, "as of")]
)
def test_windows_says_its_language_by_a_number(monkeypatch: pytest.MonkeyPatch, number: int, aside: str) -> None:
    """Where no variable names a language, a page is in that of Windows, if it is one of the four."""
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: number)
    monkeypatch.setattr("ctypes.windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr("toc_treaties.cli.language.ON_WINDOWS", True)
    page = toc("gaps", "haiti", "--tier", "urged", *AS_OF, LANG="")
    assert aside in page.out.splitlines()[0]


@pytest.mark.parametrize(
    "arguments",
    [
        ("gaps", "haiti", "--tier", "urged"),
        ("table", "--cells", "dates", "-f", "csv"),
        ("explain", "haiti", "cifta", "--lang", "fr"),
        ("checklist", "haiti", "--data", "data", "-o", "-"),
        ("check", "data/states/haiti.yaml", "-o", "-"),
    ],
    ids=lambda words: words[0],
)
def test_an_answer_starts_without_what_it_does_not_need(arguments: tuple[str, ...]) -> None:
    """A question whose words are texts and files waits neither for what Typer converts with nor for what prints."""
    needless = {"babel", "pydantic", "docx", "icalendar", "jinja2", "lxml", "typst", "xlsxwriter"}
    script = "import atexit, sys; from toc_treaties.cli.app import run; "
    script += f"atexit.register(lambda: sys.stderr.write(str(sorted({needless} & set(sys.modules))))); run()"
    command = [sys.executable, "-c", script, *arguments]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr == "[]"


def test_a_pipe_gets_plain_text() -> None:
    """What is not a terminal gets no colours, at eighty columns or as COLUMNS says."""
    result = run("gaps", "haiti", *AS_OF, COLUMNS="60")
    assert result.returncode == 0
    assert "\x1b" not in result.stdout
    assert max(len(line) for line in result.stdout.splitlines()) <= 60


def test_colours_are_left_out_where_they_are_not_wanted() -> None:
    """NO_COLOR is respected even where the terminal's format is asked for."""
    plain = run("gaps", "haiti", *AS_OF, "-f", "terminal", NO_COLOR="1", TERM="xterm-256color").stdout
    coloured = run("gaps", "haiti", *AS_OF, "-f", "terminal", TERM="xterm-256color").stdout
    colour = re.compile(r"\x1b\[[0-9;]*3[0-7]m")
    assert colour.search(coloured)
    assert not colour.search(plain)


def test_a_reader_that_goes_away_is_no_fault() -> None:
    """A pipe that is closed early, as `head` does, ends the command without a word."""
    process = subprocess.Popen(
        [*COMMAND, "state", "bolivia", *AS_OF], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr as stream:
        errors = stream.read()
    assert process.wait(20) in {0, 141}
    assert errors == b""


def test_a_process_ends_with_the_answers_code_and_all_of_it_written() -> None:
    """Whatever is left undone at the end, nothing of an answer is, and its exit code is the command's own."""
    asked = ("table", *AS_OF, "-f", "json")
    assert run(*asked).stdout == toc(*asked).out
    assert (run("gaps", "haitx").returncode, run("gaps", "haiti", "--fail-on-gap", *AS_OF).returncode) == (2, 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no file that is always full")
def test_a_full_disk_is_said_in_a_sentence() -> None:
    """An answer that cannot be written ends in one sentence and exit code 2."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, "gaps", "haiti"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1].startswith("toc-treaties: standard output cannot be written to")


def test_words_are_written_in_utf_8_whatever_the_locale() -> None:
    """An accent or a mark does not end a command in a locale that has none."""
    result = subprocess.run(
        [*COMMAND, "table", "--tier", "urged", *AS_OF],
        env={"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert (result.returncode, result.stderr) == (0, b"")
    assert "●" in result.stdout.decode("utf-8")


def test_a_day_to_come_is_said_on_the_page(small: Path) -> None:
    """A page of a day in the future says so to whoever gets it; a record holds no sentence, and says it beside."""
    asked = ("gaps", "haiti", "--data", "data", "--as-of", "2998-05-01")
    page, record = (toc(*asked, "-f", name, folder=small) for name in ("plain", "json"))
    assert "1 May 2998 is in the future: the answer uses what was recorded by" in " ".join(page.out.split())
    assert (page.err, "in the future" in record.err, "in the future" in record.out) == ("", True, False)


def test_a_day_taken_for_a_meeting_is_said_on_the_page(small: Path) -> None:
    """Where only the month of a meeting is known, the page names the meeting, what is known, and the day taken."""
    page = toc("changes", "--since", "randot-iv", "--data", "data", folder=small)
    text = " ".join(page.out.split())
    assert "The day of this meeting was not found; 1 April 2024 is used. Meeting: " in text
    assert "Apr 2024." in text


def test_due_takes_states_as_the_other_questions_do(small: Path) -> None:
    """A state is named bare or with --state, and the answer is the same."""
    bare, named = (toc("due", *words, "--data", "data", *AS_OF, folder=small) for words in (["haiti"], ["-s", "haiti"]))
    assert (bare.code, bare.out) == (0, named.out)
    assert "Haiti" in bare.out


def test_a_beginning_that_only_one_instrument_has_is_enough(small: Path) -> None:
    """What begins one id alone names that instrument; what several share is answered with all of them."""
    asked = ("--data", "data", *AS_OF)
    assert "1971 Convention" in toc("explain", "bolivia", "psychotropics", *asked, folder=small).out
    several = toc("explain", "bolivia", "trafficking", *asked, folder=small)
    assert (several.code, "did you mean" in several.err) == (2, True)


@pytest.mark.parametrize(
    "question",
    ["state haiti", "deposit haiti mla", "brief haiti --with jamaica", "basis haiti jamaica", "measures haiti"],
)
def test_a_question_about_a_state_reads_no_other_state_s_laws(question: str, tmp_path: Path) -> None:
    """A slip in the laws of one state keeps nobody from an answer about another."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "data" / "measures" / "peru.yaml").write_text("{", "utf-8")
    result = toc(*question.split(), "--data", str(tmp_path / "data"), *AS_OF)
    assert (result.code, result.err) == (0, "")
