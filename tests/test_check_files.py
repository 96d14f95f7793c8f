"""`check` says which files of the data nothing reads and which are missing, and checks the file that was named."""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests import rulebook
from tests.console import Result, toc
from toc_treaties.model.problem import Problem
from toc_treaties.pages import problems
from toc_treaties.store import reading


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the made-up register, which is in order."""
    shutil.copytree(rulebook.BASE, tmp_path / "data")
    return tmp_path / "data"


def check(data: Path, *arguments: str) -> Result:
    """`check` beside the copy."""
    return toc("check", *(arguments or ("--data", "data")), folder=data.parent)


def heads(result: Result) -> list[str]:
    """The first line of every problem, without its sentence."""
    lines = [line for line in result.out.splitlines() if line.startswith("data/")]
    return [f"{line.partition(': ')[0]} {line.rpartition('[')[2].rstrip(']')}" for line in lines]


def copied(name: str) -> Callable[[Path], object]:
    """A copy of a state's file under another name."""
    return lambda data: shutil.copy(data / "states" / "examplia.yaml", _below(data / name))


def _below(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


OURS = [
    "states/examplia.yml",
    "states/examplia.yaml.txt",
    "states/examplia.yaml~",
    "states/examplia.yaml.bak",
    "states/examplia (copy).yaml",
    "states/Copy of examplia.yaml",
    "states/examplia - copy.yaml",
    "states/examplia_old.yaml",
    "states/Examplia.yaml",
    "states/EXAMPLIA.YAML",
    "states/examplia.json",
    "states/examplia",
    "states/atlantis.yaml",
    "examplia.yaml",
    "instruments.yml",
    "sources.yaml.orig",
    "notes.yaml",
    "states/sources.yaml",
]


@pytest.mark.parametrize("name", OURS)
def test_a_file_that_looks_like_ours_and_is_not_read_is_an_error(data: Path, name: str) -> None:
    """Another ending, a copy, a file in another folder or a state that is not listed is said once, at its name."""
    copied(name)(data)
    result = check(data)
    assert (result.code, heads(result)) == (1, [f"data/{name}:1:1 stray-file"])
    assert "error: nothing reads this file" in result.out


@pytest.mark.parametrize("name", ["old/examplia.yaml", "states/old/examplia.yaml", "a/b/c.yml"])
def test_a_folder_of_copies_is_said_once(data: Path, name: str) -> None:
    """What lies in a folder that nothing reads is said of the folder."""
    copied(name)(data)
    copied(name.replace(".y", "-2.y"))(data)
    folder = name.rpartition("/")[0] if name.startswith("states") else name.partition("/")[0]
    assert heads(check(data)) == [f"data/{folder}/:1:1 stray-file"]


@pytest.mark.parametrize("name", ["notes.txt", "states/table.pdf", "Thumbs.db", "pages/one.html"])
def test_another_stray_file_is_a_warning(data: Path, name: str) -> None:
    """A file that nobody takes for one of the register's stops nothing."""
    copied(name)(data)
    result = check(data)
    assert (result.code, len(heads(result))) == (0, 1)
    assert "warning: nothing reads this" in result.out


@pytest.mark.parametrize(
    "name", [".examplia.yaml.swp", "states/.hidden/x.yaml", ".git/config", "README.md", "states/README"]
)
def test_hidden_files_and_a_readme_are_passed_over(data: Path, name: str) -> None:
    """Names that begin with a dot, and a README, are nobody's data."""
    copied(name)(data)
    assert check(data).out.startswith("No problems in ")


def test_a_state_under_another_ending_is_not_missed_besides(data: Path) -> None:
    """Where the file was renamed, the name is said and the remedy, and not that another is missing."""
    (data / "states" / "examplia.yaml").rename(data / "states" / "examplia.yml")
    result = check(data)
    assert heads(result) == ["data/states/examplia.yml:1:1 stray-file"]
    assert "help: name it examplia.yaml" in result.out


@pytest.mark.parametrize("name", sorted(name for name in rulebook.base() if name != "instruments.yaml"))
def test_a_file_that_is_missing_is_said_at_its_name(data: Path, name: str) -> None:
    """Every file of the register is missed, once, and nothing of what only it would explain."""
    (data / name).unlink()
    result = check(data)
    expected = [f"data/{name}:1:1 missing-file"]
    if name == "register.yaml":
        assert heads(result) == expected
    else:
        assert expected[0] in heads(result)
        assert {head.rpartition(" ")[2] for head in heads(result)} <= {"missing-file", "source-never-cited"}
    assert result.code == 1


def test_a_link_that_leads_nowhere_is_said_as_that(data: Path) -> None:
    """A link without its file is neither read nor passed over."""
    file = data / "states" / "examplia.yaml"
    file.unlink()
    file.symlink_to(data / "nowhere.yaml")
    result = check(data)
    assert heads(result) == ["data/states/examplia.yaml:1:1 missing-file"]
    assert "this is a link that leads nowhere" in result.out


def test_a_folder_in_the_place_of_a_file_is_said_as_that(data: Path) -> None:
    """A folder named as a state's file is no file."""
    file = data / "states" / "examplia.yaml"
    file.unlink()
    file.mkdir()
    assert "this is a folder, where a file belongs" in check(data).out


@pytest.mark.parametrize("command", [("table",), ("gaps",), ("changes", "--since", "2020"), ("progress",)])
def test_a_question_over_all_states_misses_the_one_without_a_file(data: Path, command: tuple[str, ...]) -> None:
    """Where a listed state's file is missing, nothing is counted: exit code 3, with the file's name."""
    (data / "states" / "samplia.yaml").unlink()
    result = toc(*command, "--data", "data", folder=data.parent)
    assert (result.code, result.out) == (3, "")
    assert "data/states/samplia.yaml is not there" in result.err
    assert toc("gaps", "examplia", "--data", "data", folder=data.parent).code == 0


def test_data_without_a_list_of_states_stays_readable(data: Path) -> None:
    """An older revision, which has no list, is answered from the files that are there."""
    (data / "register.yaml").unlink()
    (data / "states" / "samplia.yaml").unlink()
    assert toc("table", "--data", "data", folder=data.parent).code == 0


def test_a_file_that_is_not_listed_is_not_counted(data: Path) -> None:
    """A copy of a state's file changes no total."""
    before = toc("table", "--data", "data", "--format", "json", folder=data.parent)
    copied("states/examplia-2.yaml")(data)
    assert toc("table", "--data", "data", "--format", "json", folder=data.parent) == before


REFUSED = {
    "../elsewhere.yaml": ", where the register is: it is not checked",
    "data/states/examplia.yml": "reads states/examplia.yaml; move it out of the data, or remove it",
    "data/states/examplia.yaml.txt": "the register reads states/examplia.yaml",
    "data/old/examplia.yaml": "nothing reads this folder",
    "data/states/atlantis.yaml": "add its state to register.yaml",
}


@pytest.mark.parametrize("path", REFUSED)
@pytest.mark.parametrize("option", [(), ("--data", "data")])
def test_a_path_that_nothing_reads_is_refused(data: Path, path: str, option: tuple[str, ...]) -> None:
    """A path is checked or refused, exit code 2; it never stands for another file."""
    folder = data.parent / "inside"
    data = data.rename(_below(folder / "data"))
    copied(f"../{path}")(data)
    result = toc("check", path, *option, folder=folder)
    assert (result.code, result.out) == (2, "")
    assert REFUSED[path] in result.err


def test_a_file_named_is_the_one_that_is_checked(data: Path) -> None:
    """Problems of the file that is named are shown, and of another file none."""
    for name, before, after in [
        ("states/samplia.yaml", "source:", "sourse:"),
        ("agreements.yaml", "title:", "tilte:"),
        ("sources.yaml", "as_of:", "asof:"),
    ]:
        file = data / name
        text = file.read_text("utf-8")
        file.write_text(text.replace(before, after, 1), "utf-8")
    for name in ("states/samplia.yaml", "agreements.yaml", "sources.yaml"):
        found = heads(check(data, f"data/{name}"))
        assert found
        if not name.startswith("states"):
            assert all(head.startswith(f"data/{name}:") for head in found)
        else:
            assert any(head.startswith(f"data/{name}:") for head in found)
    assert heads(check(data, "data/bodies.yaml")) == []
    assert check(data, "data/bodies.yaml").out == "No problems in 1 file.\n"


@pytest.mark.parametrize("path", ["data", "data/states", "."])
def test_a_folder_of_the_register_is_the_whole_register(data: Path, path: str) -> None:
    """The data folder, the states' folder and the folder around them are checked as a whole."""
    copied("states/examplia.yml")(data)
    assert heads(check(data, path)) == ["data/states/examplia.yml:1:1 stray-file"]


def test_a_link_that_is_named_is_refused_where_it_leads_nowhere(data: Path) -> None:
    """A dangling link is not taken for a file without problems."""
    (data / "states" / "x.yaml").symlink_to(data / "nowhere.yaml")
    result = check(data, "data/states/x.yaml")
    assert (result.code, result.out) == (2, "")
    assert "is a link that leads nowhere" in result.err


@pytest.mark.parametrize("code", ["EXB", "SAM", "exa"])
def test_a_code_that_the_register_does_not_list_is_one_message(data: Path, code: str) -> None:
    """A wrong code is said at the code, with the right one, and nowhere else."""
    file = data / "states" / "examplia.yaml"
    file.write_text(file.read_text("utf-8").replace("iso3: EXA", f"iso3: {code}"), "utf-8")
    result = check(data)
    assert heads(result) == ["data/states/examplia.yaml:2:7 bad-value"]
    assert "help: write EXA, or correct register.yaml" in result.out


def test_a_folder_of_states_that_is_a_link_is_read_as_one(data: Path) -> None:
    """Check and the questions see the same files where the states' folder is a link within the data."""
    (data / "states").rename(data / ".elsewhere")
    (data / "states").symlink_to(data / ".elsewhere")
    assert check(data).code == 0
    assert toc("table", "--data", "data", folder=data.parent).code == 0


def _file_out(data: Path) -> None:
    (data / "states" / "examplia.yaml").rename(data.parent / "kept.yaml")
    (data / "states" / "examplia.yaml").symlink_to(data.parent / "kept.yaml")


def _folder_out(data: Path) -> None:
    (data / "states").rename(data.parent / "elsewhere")
    (data / "states").symlink_to(data.parent / "elsewhere")


def _device(data: Path) -> None:
    (data / "states" / "examplia.yaml").unlink()
    os.mkfifo(data / "states" / "examplia.yaml")


def _loop(data: Path) -> None:
    (data / "states" / "examplia.yaml").unlink()
    (data / "states" / "examplia.yaml").symlink_to("examplia.yaml")


def _sparse(data: Path) -> None:
    os.truncate(data / "states" / "examplia.yaml", 2_000_000_000)


@pytest.mark.skipif(os.name == "nt", reason="links, pipes and holes in files are those of POSIX")
@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        (_file_out, "states/examplia.yaml:1:1 missing-file", "it is a link that leads out of the data folder"),
        (_folder_out, "states:1:1 missing-file", "it is a link that leads out of the data folder"),
        (_device, "states/examplia.yaml:1:1 missing-file", "it is a pipe or a device, where a file belongs"),
        (_loop, "states/examplia.yaml:1:1 missing-file", "Too many levels of symbolic links"),
        (_sparse, "states/examplia.yaml:1:1 too-large", "the file has more than 32,000,000 bytes"),
    ],
)
def test_what_is_no_file_of_the_data_is_not_read(
    data: Path, change: Callable[[Path], None], place: str, said: str
) -> None:
    """A link out of the data, a pipe, a loop and a file that fills the memory are said once, and refuse an answer."""
    change(data)
    result = check(data)
    assert (result.code, heads(result)) == (1, [f"data/{place}"]), result.out
    assert said in result.out
    refused = toc("gaps", "examplia", "--data", "data", folder=data.parent)
    assert (refused.code, refused.out, refused.err.count("\n")) == (3, "", 1)
    assert "data/states/examplia.yaml" in refused.err


def test_each_file_is_read_once_however_many_problems_it_has(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines that stand beside problems are parted once for each file, so that a broken one is said at once."""
    (data / "states" / "examplia.yaml").write_text("x: 1\n" * 300, "utf-8")
    parted: list[Sequence[str]] = []
    shown = problems.as_text

    def as_text(found: Sequence[Problem], files: int, lines_of: problems.LinesOf) -> str:
        parted.extend(lines_of(problem.place.file) for problem in found)
        return shown(found, files, lines_of)

    monkeypatch.setattr(problems, "as_text", as_text)
    assert "301 errors in 1 of" in check(data).out
    assert len({id(lines) for lines in parted if len(lines) > 300}) == 1


@pytest.mark.parametrize("left", ["nothing", "a file"])
def test_states_that_are_all_missing_are_said_once(data: Path, left: str) -> None:
    """Where no state has a file, the folder is missing, and not each file by itself."""
    shutil.rmtree(data / "states")
    if left == "a file":
        (data / "states").write_text("lost")
    result = check(data)
    assert result.code == 1
    assert [head for head in heads(result) if "missing-file" in head] == ["data/states:1:1 missing-file"]


@pytest.mark.parametrize("slug", ["examplia", "samplia"])
def test_a_state_that_fell_out_of_the_list_is_said_once_at_its_file(data: Path, slug: str) -> None:
    """A line lost from the list of states is one message, however many agreements and entries name the state."""
    listed = (data / "register.yaml").read_text("utf-8").splitlines(keepends=True)
    (data / "register.yaml").write_text("".join(line for line in listed if slug not in line), "utf-8")
    assert heads(check(data)) == [f"data/states/{slug}.yaml:1:1 stray-file"]


def test_a_file_with_more_problems_than_fit_is_said_to_have_more(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file with a fault in each of very many lines the first are said, the last with that there are more."""
    (data / "states" / "examplia.yaml").write_text("y: 1\n" * 300, "utf-8")
    monkeypatch.setattr(reading, "MOST", 100)
    result = check(data)
    assert len([head for head in heads(result) if "duplicate-key" in head or "missing-key" in head]) == 100
    assert result.out.count("and there are more in this file than are shown") == 1
    assert toc("gaps", "examplia", "--data", "data", folder=data.parent).code == 3
