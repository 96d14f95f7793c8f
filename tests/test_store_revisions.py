"""What the register held at a revision, and of which revision the files of a folder are."""

import os
from collections.abc import Callable
from datetime import date
from hashlib import sha1
from pathlib import Path

import pytest

from tests.repositories import commit, git, write
from toc_treaties.store import trees
from toc_treaties.store.files import in_folder, locate
from toc_treaties.store.revisions import RevisionError, UnknownRevisionError, at_revision
from toc_treaties.store.trees import revision_of

TODAY = date(2020, 3, 1)
STATE = "states/avalon.yaml"


def held(text: str) -> dict[str, str]:
    """The files of a register in the folder `data`."""
    return {"data/instruments.yaml": "alpha: {}\n", f"data/{STATE}": text}


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A repository with four commits, one of them on another branch, merged by the last."""
    folder = tmp_path / "ours"
    folder.mkdir()
    commit(folder, {"README.md": "none yet\n"}, "2020-01-01T12:00:00+0000")
    commit(folder, held("first\n"), "2020-01-02T23:30:00-0500")
    git(folder, "tag", "-a", "-m", "Published", "v1.0")
    git(folder, "switch", "-q", "-c", "side")
    commit(folder, held("aside\n"), "2020-01-05T12:00:00+0000")
    git(folder, "switch", "-q", "main")
    commit(folder, held("second\n"), "2020-01-04T12:00:00+0000")
    git(folder, "merge", "-q", "-s", "ours", "-m", "Merge", "side", day="2020-02-03T12:00:00+0000")
    return folder


def at(folder: Path, revision: str, today: date = TODAY) -> str:
    """A state's file as it was at a revision of the repository around a folder's `data`."""
    return at_revision(in_folder(folder / "data"), revision, today).read(STATE).decode().strip()


def refusal(folder: Path, revision: str, today: date = TODAY, kind: type[Exception] = UnknownRevisionError) -> str:
    """The sentence with which a revision is refused."""
    with pytest.raises(kind) as caught:
        at(folder, revision, today)
    assert type(caught.value) is kind
    return str(caught.value)


@pytest.mark.parametrize(
    ("revision", "text"),
    [
        ("HEAD", "second"),
        ("v1.0", "first"),
        ("v1.0^{}", "first"),
        ("side", "aside"),
        ("refs/heads/side", "aside"),
        ("HEAD^2", "aside"),
        ("HEAD~2", "first"),
        ("main@{0}", "second"),
        ("@", "second"),
        (":/Merge", "second"),
        ("2020-01-02", "first"),
        ("2020-01-03", "first"),
        ("2020-01-04", "second"),
        ("2020-01-05", "second"),
        ("2020-03-01", "second"),
    ],
)
def test_a_revision_is_named_as_git_names_it_or_by_a_day(ours: Path, revision: str, text: str) -> None:
    """Tag, branch, place in the line; a day is its end, where each commit was made, on the line that is checked out."""
    assert at(ours, revision) == text
    short = git(ours, "rev-parse", "--short=9", "v1.0^{commit}")
    assert at(ours, short) == "first"


def test_a_tag_that_looks_like_a_day_is_the_tag(ours: Path) -> None:
    """What git knows by a name goes before the day."""
    git(ours, "tag", "2020-02-29", "side")
    assert at(ours, "2020-02-29") == "aside"


def test_a_revision_says_what_it_is(ours: Path) -> None:
    """Its commit, the day on which that was made there, how it was asked for, and how it is called on a page."""
    origin = at_revision(in_folder(ours / "data"), "v1.0", TODAY)
    name = git(ours, "rev-parse", "v1.0^{commit}")
    assert origin.known is not None
    assert (origin.known.asked, origin.known.commit, origin.known.day) == ("v1.0", name, date(2020, 1, 2))
    assert (origin.revision, origin.shown_as.endswith(f"data at {name[:7]}"), origin.folder) == (name[:7], True, None)
    assert origin.names("") == ("instruments.yaml", STATE)
    assert origin.names("states") == (STATE,)
    assert origin.slugs == ("avalon",)
    assert not origin.holds("sources.yaml")


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("v1.O", r"there is no revision 'v1.O': did you mean v1.0\?"),
        ("mian", "did you mean main"),
        ("deadbeef", "name a tag, a commit or a day"),
        ("HEAD~40", "there is no revision 'HEAD~40'"),
        ("HEAD..side", "there is no revision"),
        ("HEAD:data", "there is no revision"),
        ("^HEAD", "there is no revision"),
        ("HEAD^@", "there is no revision"),
        ("--upload-pack=touch x", "is no name of a revision"),
        ("-", "is no name of a revision"),
        ("", "is no name of a revision"),
        ("HEAD\n", "is no name of a revision"),
        ("2019-12-31", "there is no revision of 2019-12-31 or before: the first is of 2020-01-01"),
        ("2020-03-02", "lies ahead"),
        ("2020-02-30", "there is no day 2020-02-30"),
        ("HEAD@{2019-01-01}", "only goes back to .*; name the day alone"),
        ("2020-01-01", "holds no register in .*data: name a later one"),
    ],
)
def test_a_revision_that_there_is_not_is_refused_with_what_to_name(ours: Path, revision: str, said: str) -> None:
    """One sentence says what is wrong with the name, and what would do."""
    with pytest.raises(UnknownRevisionError, match=said):
        at(ours, revision)


def test_the_beginning_of_several_commits_is_too_short(ours: Path) -> None:
    """Where the signs given begin several commits, more of them are asked for."""
    tree, who = git(ours, "rev-parse", "HEAD^{tree}"), "Nobody <nobody@example.org> 1577966400 +0000"
    seen: dict[str, int] = {}
    for number in range(2000):
        text = f"tree {tree}\nauthor {who}\ncommitter {who}\n\n{number}\n".encode()
        begins = sha1(b"commit %d\0" % len(text) + text, usedforsecurity=False).hexdigest()[:4]
        if begins in seen:
            break
        seen[begins] = number
    for message in (seen[begins], number):
        assert git(ours, "commit-tree", "-m", str(message), tree).startswith(begins)
    assert refusal(ours, begins) == f"'{begins}' is short for more than one revision: write more of it"


def test_a_shallow_clone_says_how_to_reach_further(ours: Path, tmp_path: Path) -> None:
    """What lies before the beginning of a shallow clone is not called unknown: the remedy fetches it."""
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{ours}", "shallow")
    shallow = tmp_path / "shallow"
    assert at(shallow, "HEAD") == "second"
    assert "shallow clone: run git fetch --unshallow" in refusal(shallow, "HEAD~1")
    assert "shallow clone: run git fetch --unshallow" in refusal(shallow, "v1.0")
    said = refusal(shallow, "2020-01-05", kind=RevisionError)
    assert said.startswith("this shallow clone begins on 2020-02-03, after 2020-01-05: run git fetch --unshallow")


def test_a_folder_outside_any_repository_has_no_past(tmp_path: Path) -> None:
    """Where git finds no repository, or one without a commit, that is said."""
    write(tmp_path, held("first\n"))
    assert "lies in no checkout of git" in refusal(tmp_path, "HEAD", kind=RevisionError)
    git(tmp_path, "init", "-q")
    assert refusal(tmp_path, "HEAD", kind=RevisionError).endswith("has no commit yet")
    assert refusal(tmp_path, "2020-01-01", kind=RevisionError).endswith("has no commit yet")
    assert locate(tmp_path / "data", tmp_path).revision is None


def test_an_installed_copy_has_no_past(ours: Path) -> None:
    """The copy inside the package is of one revision, also where it lies in a checkout."""
    with pytest.raises(RevisionError, match="holds no past revision: run the command inside a checkout"):
        at_revision(in_folder(ours / "data", "installed copy"), "HEAD", TODAY)


@pytest.mark.parametrize(
    "broken", ["[core\n", "[extensions]\n\tstrange = true\n[core]\n\trepositoryformatversion = 1\n"]
)
def test_a_repository_that_git_cannot_read_is_said(ours: Path, broken: str) -> None:
    """Git's own words say why, and an answer of today names no revision."""
    (ours / ".git" / "config").write_text(broken, "utf-8")
    assert "git cannot read the repository around" in refusal(ours, "HEAD", kind=RevisionError)
    assert locate(ours / "data", ours).revision is None


def test_a_bare_repository_is_no_checkout(ours: Path, tmp_path: Path) -> None:
    """A register's files that somebody put into a bare repository are of none of its revisions."""
    git(tmp_path, "clone", "-q", "--bare", str(ours), "bare.git")
    write(tmp_path / "bare.git", held("loose\n"))
    assert "lies in no checkout of git" in refusal(tmp_path / "bare.git", "HEAD", kind=RevisionError)


def _as_worktree(ours: Path, apart: Path) -> Path:
    git(ours, "worktree", "add", "-q", "--detach", str(apart), "HEAD~2")
    return apart


def _as_submodule(ours: Path, apart: Path) -> Path:
    apart.mkdir()
    commit(apart, {"README.md": "around\n"})
    git(apart, "submodule", "--quiet", "add", str(ours), "register")
    git(apart, "commit", "-q", "-m", "Add")
    return apart / "register"


def _as_clone(ours: Path, apart: Path) -> Path:
    git(ours, "clone", "-q", str(ours), str(apart))
    return apart


@pytest.mark.parametrize("layout", [_as_worktree, _as_submodule, _as_clone])
@pytest.mark.parametrize("name", ["apart", "a part", "partición [1] *", "a\nb", "-a"])
def test_a_checkout_may_lie_anywhere(
    ours: Path, tmp_path: Path, layout: Callable[[Path, Path], Path], name: str
) -> None:
    """A further worktree on its own branch, a submodule and a clone answer like the repository, whatever their name."""
    folder = layout(ours, tmp_path / name)
    assert at(folder, git(ours, "rev-parse", "v1.0^{commit}")) == "first"
    assert locate(folder / "data", folder).revision == git(folder, "rev-parse", "--short=7", "HEAD")


def test_the_data_may_be_all_of_a_repository_or_a_folder_deep_in_it(tmp_path: Path) -> None:
    """The files are those of the folder named, at the root or far below; others of the same name are not mixed up."""
    files = {name.removeprefix("data/"): text for name, text in held("first\n").items()}
    whole, deep = tmp_path / "whole", tmp_path / "deep"
    for folder, below in ((whole, ""), (deep, "a b/é/")):
        folder.mkdir()
        commit(folder, {STATE: "decoy\n", **{below + file: text for file, text in files.items()}})
        commit(folder, {below + STATE: "second\n"})
        data = folder / below
        origin = at_revision(in_folder(data), "HEAD~1", TODAY)
        assert (origin.read(STATE), len(origin.names(""))) == (b"first\n", 2)
        assert locate(data, folder).revision == git(folder, "rev-parse", "--short=7", "HEAD")


def test_a_link_to_the_data_is_followed(ours: Path, tmp_path: Path) -> None:
    """A folder that is reached by a link is of the repository in which it lies."""
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / "data").symlink_to(ours / "data")
    assert at(tmp_path / "linked", "v1.0") == "first"


def test_a_repository_may_name_its_objects_by_longer_sums(tmp_path: Path) -> None:
    """SHA-256 in the place of SHA-1 changes nothing, for a past revision and for what is checked out."""
    git(tmp_path, "init", "-q", "-b", "main", "--object-format=sha256")
    commit(tmp_path, held("first\n"))
    name = commit(tmp_path, held("second\n"))
    assert (len(name), at(tmp_path, "HEAD~1")) == (64, "first")
    assert locate(tmp_path / "data", tmp_path).revision == name[:7]
    write(tmp_path, held("third\n"))
    assert locate(tmp_path / "data", tmp_path).revision == f"{name[:7]}, modified"


def test_a_link_within_a_revision_is_followed_within_it_alone(ours: Path) -> None:
    """A state's file that is a link holds what it leads to in that revision; nothing outside the data is read."""
    states = ours / "data" / "states"
    for name, target in {
        "b": "avalon.yaml",
        "c": "b.yaml",
        "d": "../../README.md",
        "e": "e.yaml",
        "f": "/etc/passwd",
    }.items():
        (states / f"{name}.yaml").symlink_to(target)
    commit(ours, held("linked\n"))
    origin = at_revision(in_folder(ours / "data"), "HEAD", TODAY)
    assert [origin.read(f"states/{name}.yaml") for name in "bc"] == [b"linked\n", b"linked\n"]
    for name in "def":
        with pytest.raises(FileNotFoundError) as caught:
            origin.read(f"states/{name}.yaml")
        assert caught.value.filename == f"states/{name}.yaml"


def test_names_that_no_one_would_give_are_read(ours: Path) -> None:
    """A file or a folder with line ends, blanks or signs of no encoding stands in no other's way."""
    strange = os.fsdecode(b"a\nb \xff/c\n.yaml")
    commit(ours, {f"data/{strange}": "strange\n"})
    origin = at_revision(in_folder(ours / "data"), "HEAD", TODAY)
    assert origin.read(strange) == b"strange\n"
    assert revision_of(ours / "data") == git(ours, "rev-parse", "--short=7", "HEAD")


@pytest.mark.parametrize(("deep", "said"), [(30, "more than 20 folders in one another"), (8, "more than 500 files")])
def test_a_tree_that_feigns_more_than_any_register_is_not_walked(
    ours: Path, monkeypatch: pytest.MonkeyPatch, deep: int, said: str
) -> None:
    """Folders that hold one another, each ten times, are refused before they fill the memory or the time."""
    monkeypatch.setattr(trees, "MOST", 500)
    tree = git(ours, "rev-parse", "HEAD:data/states")
    for _ in range(deep):
        tree = git(ours, "mktree", fed="".join(f"040000 tree {tree}\t{name}\n" for name in "abcdefghij"))
    data = git(ours, "mktree", fed=f"{git(ours, 'ls-tree', 'HEAD:data')}\n040000 tree {tree}\tdeep\n")
    root = git(ours, "mktree", fed=f"040000 tree {data}\tdata\n")
    feigned = git(ours, "commit-tree", "-m", "Feign", root)
    assert f"it has {said} there, and is not read" in refusal(ours, feigned, kind=RevisionError)


@pytest.mark.parametrize("of", ["HEAD^{commit}", "HEAD^{tree}", "HEAD:data", "HEAD:data/states", f"HEAD:data/{STATE}"])
def test_a_damaged_object_is_said(ours: Path, of: str) -> None:
    """Where an object of a revision is damaged or gone, nothing is answered from what is left of it."""
    name = git(ours, "rev-parse", of)
    path = ours / ".git" / "objects" / name[:2] / name[2:]
    path.chmod(0o644)
    for damage in (lambda: path.write_bytes(b"x"), lambda: path.write_bytes(b""), path.unlink):
        damage()
        with pytest.raises(RevisionError):
            at(ours, "HEAD")
        if of != f"HEAD:data/{STATE}":
            assert locate(ours / "data", ours).revision is None


@pytest.mark.parametrize("ends", ["true", "input", "false"])
def test_the_ends_of_lines_that_git_writes_are_no_change(ours: Path, ends: str) -> None:
    """Where git is set to write the ends of lines in another way, the files are still those of the commit."""
    short = git(ours, "rev-parse", "--short=7", "HEAD")
    git(ours, "config", "core.autocrlf", ends)
    for file in (ours / "data").rglob("*.yaml"):
        file.unlink()
    git(ours, "checkout", "-q", "--", ".")
    assert (b"\r\n" in (ours / "data" / STATE).read_bytes()) == (ends == "true")
    assert revision_of(ours / "data") == short


def _changed(ours: Path) -> None:
    (ours / "data" / STATE).write_text("Second\n", "utf-8")


def _staged(ours: Path) -> None:
    _changed(ours)
    git(ours, "add", ".")


def _hidden(ours: Path) -> None:
    _changed(ours)
    git(ours, "update-index", "--assume-unchanged", f"data/{STATE}")


def _added(ours: Path) -> None:
    write(ours, {"data/states/b.yaml": ""})


def _ignored(ours: Path) -> None:
    write(ours, {"data/states/b.yaml": "", "data/.gitignore": "b.yaml\n"})


def _removed(ours: Path) -> None:
    (ours / "data" / STATE).unlink()


def _linked(ours: Path) -> None:
    (ours / "data" / STATE).rename(ours / "kept.yaml")
    (ours / "data" / STATE).symlink_to(ours / "kept.yaml")


@pytest.mark.parametrize("change", [_changed, _staged, _hidden, _added, _ignored, _removed, _linked])
def test_files_that_differ_from_the_commit_are_said(ours: Path, change: Callable[[Path], None]) -> None:
    """Changed, staged, hidden from git, added, ignored, removed or moved: the answer is not of that commit alone."""
    short = git(ours, "rev-parse", "--short=7", "HEAD")
    assert revision_of(ours / "data") == short
    write(ours, {"notes.yaml": "beside the data\n"})
    assert revision_of(ours / "data") == short
    change(ours)
    assert revision_of(ours / "data") == f"{short}, modified"
