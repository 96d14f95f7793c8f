"""How git is asked: nothing that a data folder configures is run, nothing is fetched, and no answer is waited for."""

import os
import shutil
import subprocess
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.repositories import commit, git, script, write
from toc_treaties.store import git as asking
from toc_treaties.store.files import Origin, in_folder, locate
from toc_treaties.store.git_faults import SilentGitError
from toc_treaties.store.revisions import RevisionError, at_revision
from toc_treaties.store.trees import revision_of

TODAY = date(2026, 11, 21)
FILES = {"data/instruments.yaml": "alpha: {}\n", "data/states/avalon.yaml": "name: Avalon\n"}


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A repository whose folder `data` holds a register, in two commits."""
    folder = tmp_path / "ours"
    folder.mkdir()
    commit(folder, FILES)
    commit(folder, {"data/states/avalon.yaml": "name: Avalonia\n"}, "2020-02-03T12:00:00+0000")
    return folder


def read(origin: Origin, revision: str = "HEAD~1", name: str = "states/avalon.yaml") -> str:
    """A file as it was at a revision."""
    return at_revision(origin, revision, TODAY).read(name).decode()


def _every_question(data: Path) -> None:
    """All that is asked of the repository around a folder."""
    revision_of(data)
    assert read(in_folder(data)) == "name: Avalon\n"
    for strange in ("2020-01-02", "nothing-of-that-name", "2019-01-01"):
        try:
            at_revision(in_folder(data), strange, TODAY).names("")
        except RevisionError:
            continue


PLANTED = """
[core]
    fsmonitor = {run}
    hooksPath = {hooks}
    pager = {run}
    editor = {run}
    sshCommand = {run}
    askPass = {run}
    gitProxy = {run}
    alternateRefsCommand = {run}
    attributesFile = {attributes}
[include]
    path = {included}
[alias]
    rev-parse = !{run}
    cat-file = !{run}
    rev-list = !{run}
    for-each-ref = !{run}
[pager]
    rev-parse = {run}
    rev-list = {run}
    cat-file = {run}
    for-each-ref = {run}
[filter "evil"]
    clean = {run}
    smudge = {run}
    process = {run}
    required = true
[diff]
    external = {run}
[diff "evil"]
    command = {run}
    textconv = {run}
[merge "evil"]
    driver = {run}
[credential]
    helper = !{run}
[gpg]
    program = {run}
[log]
    showSignature = true
[trace2]
    normalTarget = {marker}
    eventTarget = {marker}
[uploadpack]
    packObjectsHook = {run}
[extensions]
    partialClone = evil
[remote "evil"]
    url = {url}
    promisor = true
    uploadpack = {run}
[protocol]
    allow = always
[protocol "file"]
    allow = always
[protocol "ssh"]
    allow = always
[protocol "ext"]
    allow = always
"""


@pytest.mark.parametrize("url", ["ext::{run}", "ssh://evil.example/x", "{folder}"])
def test_nothing_that_the_data_folder_configures_is_run(register: Path, tmp_path: Path, url: str) -> None:
    """Monitors, hooks, filters, drivers, pagers, aliases, helpers and remotes of a repository do not run."""
    marker, run, hooks = tmp_path / "marker", tmp_path / "run", tmp_path / "hooks"
    run.write_text(f"#!/bin/sh\ntouch '{marker}'\n", "utf-8")
    run.chmod(0o755)
    for name in ("post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman", "pre-auto-gc"):
        for folder in (hooks, register / ".git" / "hooks"):
            write(folder, {name: run.read_bytes()})
            (folder / name).chmod(0o755)
    write(
        tmp_path, {"attributes": "* filter=evil diff=evil merge=evil\n", "included": f"[core]\n\tfsmonitor = {run}\n"}
    )
    (register / ".gitattributes").write_text("* filter=evil diff=evil merge=evil ident\n", "utf-8")
    (register / "data" / ".gitattributes").write_text("* filter=evil diff=evil\n", "utf-8")
    (register / "data" / "states" / "avalon.yaml").touch()
    filled = PLANTED.format(
        run=run,
        hooks=hooks,
        attributes=tmp_path / "attributes",
        included=tmp_path / "included",
        marker=marker,
        url=url.format(run=run, folder=register),
    )
    with (register / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(filled)
    _every_question(register / "data")
    lacking = git(register, "rev-parse", "HEAD~1:data/states/avalon.yaml")
    (register / ".git" / "objects" / lacking[:2] / lacking[2:]).unlink()
    with pytest.raises(RevisionError, match=r"states/avalon\.yaml of revision"):
        read(in_folder(register / "data"))
    assert not marker.exists()


def test_what_is_planted_would_run(register: Path, tmp_path: Path) -> None:
    """Git's own status does run a filter of such a repository: the marker of the test above can appear."""
    marker = tmp_path / "marker"
    git(register, "config", "filter.evil.clean", f"touch '{marker}'; cat")
    (register / ".gitattributes").write_text("* filter=evil\n", "utf-8")
    (register / "data" / "instruments.yaml").write_text("alpha: []\n", "utf-8")
    git(register, "status")
    assert marker.exists()


def test_the_callers_environment_says_nothing_to_git(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither another repository, nor settings, nor traces that the environment names are heeded."""
    marker = tmp_path / "marker"
    other = tmp_path / "other"
    other.mkdir()
    commit(other, {"data/instruments.yaml": "", "data/states/avalon.yaml": "name: Elsewhere\n"})
    for name, value in {
        "GIT_DIR": str(other / ".git"),
        "GIT_WORK_TREE": str(other),
        "GIT_INDEX_FILE": str(other / ".git" / "index"),
        "GIT_OBJECT_DIRECTORY": str(other / ".git" / "objects"),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": f"touch {marker}",
        "GIT_TRACE": str(marker),
        "GIT_EXEC_PATH": str(tmp_path),
        "GIT_REPLACE_REF_BASE": "refs/heads",
    }.items():
        monkeypatch.setenv(name, value)
    assert read(in_folder(register / "data")) == "name: Avalon\n"
    assert not marker.exists()


def test_replacements_are_not_followed(register: Path) -> None:
    """A revision is what was committed, and not what a repository puts in its place."""
    git(register, "replace", "HEAD~1", "HEAD")
    assert read(in_folder(register / "data")) == "name: Avalon\n"


def _only(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the path name one folder alone."""
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.parametrize("sleeps", ["exec sleep 60", "sleep 60"])
def test_a_git_that_does_not_answer_is_not_waited_for(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sleeps: str
) -> None:
    """Past the limit git is stopped with all that it started, and the sentence says what to try."""
    there = os.environ["PATH"]
    _only(monkeypatch, script(tmp_path / "bin", f"PATH='{there}'\n{sleeps}"))
    monkeypatch.setattr(asking, "LIMIT", 0.1)
    with pytest.raises(RevisionError, match=r"did not answer within 0\.1 seconds"):
        read(in_folder(register / "data"))
    with pytest.raises(SilentGitError, match="did not answer"):
        revision_of(register / "data")


def test_a_git_that_stops_answering_is_not_waited_for(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same where it answers at first, and no longer when contents are asked for."""
    real = shutil.which("git")
    fake = f'PATH=\'{os.environ["PATH"]}\'\ncase "$*" in *cat-file*) sleep 60;; *) exec {real} "$@";; esac'
    _only(monkeypatch, script(tmp_path / "bin", fake))
    monkeypatch.setattr(asking, "LIMIT", 0.5)
    with pytest.raises(RevisionError, match="did not answer"):
        read(in_folder(register / "data"))


def test_a_setting_that_is_never_read_to_its_end_is_not_waited_for(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A configuration that includes a pipe on which nobody writes ends in the same sentence."""
    os.mkfifo(tmp_path / "pipe")
    git(register, "config", "include.path", str(tmp_path / "pipe"))
    monkeypatch.setattr(asking, "LIMIT", 0.2)
    with pytest.raises(RevisionError, match="did not answer"):
        read(in_folder(register / "data"))


def test_a_partial_clone_fetches_nothing(register: Path, tmp_path: Path) -> None:
    """What a clone has left at its origin is not there; the sentence names the command that brings it."""
    git(register, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{register}", "partial")
    data = in_folder(tmp_path / "partial" / "data")
    assert read(data, "HEAD") == "name: Avalonia\n"
    with pytest.raises(RevisionError, match="git fetch --refetch --no-filter"):
        read(data)
    git(tmp_path / "partial", "fetch", "-q", "--refetch", "--no-filter")
    assert read(data) == "name: Avalon\n"


def _object(register: Path, name: str) -> Path:
    """Where an object lies."""
    id = git(register, "rev-parse", name)
    return register / ".git" / "objects" / id[:2] / id[2:]


def _other(register: Path, name: str) -> None:
    """Put the content of another object under an object's name."""
    path = _object(register, name)
    path.unlink()
    shutil.copyfile(_object(register, "HEAD:data/instruments.yaml"), path)


def _empty_all(register: Path) -> None:
    for path in (register / ".git" / "objects").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"")


DAMAGE: dict[str, Callable[[Path], object]] = {
    **{f"{name} holds another": lambda register, name=name: _other(register, name) for name in (  # type: ignore[misc]
        "HEAD~1", "HEAD~1^{tree}", "HEAD~1:data", "HEAD~1:data/states", "HEAD~1:data/states/avalon.yaml")},
    **{f"{name} is gone": lambda register, name=name: _object(register, name).unlink() for name in (  # type: ignore[misc]
        "HEAD~1", "HEAD~1^{tree}", "HEAD~1:data", "HEAD~1:data/states", "HEAD~1:data/states/avalon.yaml")},
    "all are empty": _empty_all,
    "the branch names nothing": lambda register: (register / ".git/refs/heads/main").write_text("0" * 39 + "1\n"),
    "the branch is cut off": lambda register: (register / ".git/refs/heads/main").write_text("12345\n"),
}  # fmt: skip


@pytest.mark.parametrize("how", list(DAMAGE))
def test_a_damaged_repository_is_said_to_be_damaged(register: Path, how: str) -> None:
    """Whatever is lost or changed there, nothing is answered from it, and the sentence names what tells more."""
    DAMAGE[how](register)
    with pytest.raises(RevisionError, match="missing or damaged: git fsck says which"):
        read(in_folder(register / "data"))


def test_a_head_that_leads_nowhere_is_no_repository_without_commits(register: Path) -> None:
    """Where branches are there and none is checked out, the remedy is to check one out."""
    (register / ".git" / "HEAD").write_text("ref: refs/heads/none\n")
    assert read(in_folder(register / "data"), "main~1") == "name: Avalon\n"
    with pytest.raises(RevisionError, match="leads to no commit: check a branch out with git switch"):
        read(in_folder(register / "data"))


def test_without_git_the_remedy_is_named(register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is not installed a past revision is refused, and an answer of today names no revision."""
    _only(monkeypatch, tmp_path)
    with pytest.raises(RevisionError, match="install git"):
        read(in_folder(register / "data"))
    assert locate(register / "data", register).revision is None


def test_a_program_in_the_present_folder_is_not_taken_for_git(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that names the present folder, as `.` or as nothing, finds no git in it."""
    script(register / "data", f"touch '{tmp_path / 'marker'}'")
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", os.environ["PATH"])))
    monkeypatch.chdir(register / "data")
    assert read(in_folder(register / "data")) == "name: Avalon\n"
    assert not (tmp_path / "marker").exists()


def _foreign(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: Path) -> None:
    """Let git take every repository for another user's, and a folder for the user's home."""
    real = shutil.which("git")
    fake = script(tmp_path / "bin", f'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {real} "$@"')
    monkeypatch.setenv("PATH", os.pathsep.join((str(fake), os.environ["PATH"])))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


def test_a_repository_of_another_user_is_read_where_the_user_trusts_it(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git's own rule holds: without the user's word a clear sentence says how to give it, with it git answers."""
    data, short = register / "data", git(register, "rev-parse", "--short=7", "HEAD")
    _foreign(monkeypatch, tmp_path, tmp_path)
    with pytest.raises(RevisionError, match=f"git config --global --add safe.directory {register}"):
        read(in_folder(data))
    assert locate(data, register).revision is None
    (tmp_path / ".gitconfig").write_text(f"[safe]\n\tdirectory = {register}\n[core]\n\tpager = false\n", "utf-8")
    assert read(in_folder(data)) == "name: Avalon\n"
    assert locate(data, register).revision == short


def test_git_ends_with_what_asked_it(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No git is left that waits for names."""
    started: list[subprocess.Popen[bytes]] = []
    begin = asking._started

    def start(*words: str, own: bool = False, stdin: int, stderr: int) -> subprocess.Popen[bytes]:
        started.append(begin(*words, own=own, stdin=stdin, stderr=stderr))
        return started[-1]

    monkeypatch.setattr(asking, "_started", start)
    assert read(in_folder(register / "data")) == "name: Avalon\n"
    assert len(started) > 1
    assert all(process.poll() is not None for process in started)


def test_a_file_larger_than_any_of_a_register_is_not_read(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A huge content is refused by its length, and what is asked next is answered."""
    monkeypatch.setattr(asking, "LARGEST", 300)
    commit(register, {"data/states/avalon.yaml": "#" * 301})
    known = at_revision(in_folder(register / "data"), "HEAD", TODAY)
    with pytest.raises(RevisionError, match="it has 301 bytes"):
        known.read("states/avalon.yaml")
    assert known.read("instruments.yaml") == b"alpha: {}\n"


def test_a_git_that_prints_without_end_is_stopped(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What calls itself git and prints more than any repository holds fills no memory, and is waited for no longer."""
    folder = script(register.parent / "programs", "exec yes")
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(asking, "LARGEST", 100_000)
    with pytest.raises(RevisionError, match="more than 100,000 bytes"):
        at_revision(in_folder(register / "data"), "HEAD", TODAY)


def test_where_no_thread_can_begin_memory_is_said_to_lack(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that has no room for what watches git ends the command as any other that has no memory."""

    def full(_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(threading.Thread, "start", full)
    with pytest.raises(MemoryError):
        at_revision(in_folder(register / "data"), "HEAD", TODAY)
