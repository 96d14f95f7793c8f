"""Two pull requests, each with a source and an entry of its own, made from one main and merged by git."""

import shutil
from pathlib import Path

import pytest

from tests.commitments import FROZEN
from tests.console import toc
from tests.repositories import commit, git
from toc_treaties.model.place import Place
from toc_treaties.rules.evidence import out_of_order
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import load

Act = tuple[str, str]
"""A state and the id of a source: what is recorded of the state rests on that source."""
ENTRY = ("mla-protocol", "none_seen", "2018-05")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A repository whose main holds a register of four states."""
    shutil.copytree(FROZEN, tmp_path / "data")
    commit(tmp_path, {})
    return tmp_path


def record(home: Path, state: str, source: str) -> None:
    """Record what a new source shows of a state."""
    page: tuple[str, ...] = (*("--source-title", f"Page {source}"), *("--source-publisher", "The gazette"))
    page += (*("--source-url", f"https://www.example.org/{source}"), *("--source-as-of", "2018-05"))
    given = (*ENTRY, "--source", source, "--source-kind", "secondary", *page)
    done = toc("record", state, *given, "--data", "data", folder=home)
    assert done.code == 0, done.err


def request(home: Path, state: str, source: str) -> None:
    """A branch from main, by the name of its source, that records what it shows."""
    git(home, "switch", "--quiet", "--create", source, "main")
    record(home, state, source)
    commit(home, {})
    git(home, "switch", "--quiet", "main")


def merged(home: Path, *branches: str) -> list[str]:
    """Merge branches into main one after another; the files in which git cannot."""
    for branch in branches:
        git(home, "merge", "--no-ff", "--message", "Merge", branch, check=False)
    return git(home, "diff", "--name-only", "--diff-filter=U").splitlines()


def texts(home: Path) -> dict[str, bytes]:
    """Every file of the register."""
    return {path.name: path.read_bytes() for path in (home / "data").rglob("*.yaml")}


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (("haiti", "gazette-2018"), ("nicaragua", "press-2018")),
        (("haiti", "ieadb-2018"), ("nicaragua", "hscrew-2018")),
    ],
)
def test_sources_between_which_another_stands_do_not_meet(home: Path, first: Act, then: Act) -> None:
    """Git merges the two, and main then holds what recording one after the other gives, to the letter."""
    request(home, *first)
    request(home, *then)
    assert merged(home, first[1], then[1]) == []
    both = texts(home)
    git(home, "switch", "--quiet", "--create", "one-after-another", "main~2")
    for state, source in (then, first):
        record(home, state, source)
    assert texts(home) == both
    register, problems = load(in_folder(home / "data").read, ["haiti", "nicaragua"], "data", ("sources",))
    assert problems == []
    assert {first[1], then[1]} <= {*register.sources}
    assert list(out_of_order({id: source.place for id, source in register.sources.items()})) == []


def test_neighbours_meet_and_git_says_so(home: Path) -> None:
    """Between two ids with nothing between them git cannot choose: it stops, in the sources alone, and `check` too."""
    request(home, "haiti", "gazette-2018")
    request(home, "nicaragua", "gazette-2019")
    assert merged(home, "gazette-2018", "gazette-2019") == ["data/sources.yaml"]
    found = toc("check", "data/sources.yaml", "--data", "data", folder=home)
    assert found.code == 1
    assert "was left by a merge that was not finished" in found.out


def test_a_union_of_both_sides_loses_lines(home: Path) -> None:
    """Why no file of the register is merged by union: a line that both entries have alike stands once afterwards."""
    commit(home, {".gitattributes": "data/sources.yaml merge=union\n"})
    request(home, "haiti", "gazette-2018")
    request(home, "nicaragua", "gazette-2019")
    assert merged(home, "gazette-2018", "gazette-2019") == []
    found = toc("check", "data/sources.yaml", "--data", "data", folder=home)
    assert "the source has no as_of [missing-key]" in found.out
    root = Path(__file__).parent.parent
    assert not (root / ".gitattributes").exists() or "union" not in (root / ".gitattributes").read_text("utf-8")


@pytest.mark.parametrize(
    ("ids", "misplaced"),
    [
        (("a", "b", "c"), {}),
        ((), {}),
        (("a", "c", "d", "b"), {"b": "put it behind a"}),
        (("z", "a", "b", "c"), {"z": "put it behind c"}),
        (("b", "c", "a"), {"a": "put it before b"}),
        (("list-2020", "list-2019"), {"list-2019": "put it before list-2020"}),
        (("a-10", "a-9", "a_b"), {}),
        (("d", "a", "b", "f", "c", "e"), {"d": "put it behind c", "f": "put it behind e"}),
    ],
)
def test_the_fewest_that_are_out_of_order_are_named(ids: tuple[str, ...], misplaced: dict[str, str]) -> None:
    """One entry in a wrong place is one warning, wherever it stands, and says where it belongs."""
    problems = list(out_of_order({id: Place("data/sources.yaml", line, 1) for line, id in enumerate(ids, 1)}))
    assert {ids[problem.place.line - 1]: problem.help for problem in problems} == misplaced
