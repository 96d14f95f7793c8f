"""A run that is killed, a disk that is full or fails, at each step of each write: what is there is old or new, whole.

Every call of the system that changes something is counted. In turn each of them is the last that the process makes, or
fails; what is left is then looked at, and what the next run makes of it.
"""

import os
import re
import shutil
import signal
from collections.abc import Callable
from contextlib import suppress
from errno import EIO, ENOSPC
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.console import ROOT, toc
from tests.machine import Killed, Step, happening, trial_of
from toc_treaties.edits import folder as folders
from toc_treaties.edits.folder import put_folder
from toc_treaties.store import putting
from toc_treaties.store.putting import DRAFTS, FileChange, put, put_all

OLD, NEW = b"old\n" * 9, b"new\n" * 999
DESCRIPTION = b'{"name": "x", "resources": [{"path": "a.csv"}]}'


class Write(NamedTuple):
    """One way of writing: what stands before it, how it is done, and what stands after it."""

    before: dict[str, bytes]
    done: Callable[[Path], None]
    after: dict[str, bytes]


def _files(folder: Path) -> None:
    changes = [FileChange("sources.yaml", OLD, NEW), FileChange("states/x.yaml", OLD, NEW)]
    put_all(folder, changes)


EXPORT = {"out/a.csv": OLD, "out/datapackage.json": DESCRIPTION}
WRITES = {
    "a page over a page": Write({"x.md": OLD}, lambda folder: put(folder / "x.md", NEW), {"x.md": NEW}),
    "a page where none is": Write({}, lambda folder: put(folder / "x.md", NEW), {"x.md": NEW}),
    "entries with a source": Write(
        {"sources.yaml": OLD, "states/x.yaml": OLD}, _files, {"sources.yaml": NEW, "states/x.yaml": NEW}
    ),
    "an export over an export": Write(
        EXPORT,
        lambda folder: put_folder(folder / "out", {"a.csv": NEW, "datapackage.json": DESCRIPTION}, "x"),
        {"out/a.csv": NEW, "out/datapackage.json": DESCRIPTION},
    ),
    "an export where none is": Write(
        {}, lambda folder: put_folder(folder / "out", {"a.csv": NEW, "datapackage.json": DESCRIPTION}, "x"),
        {"out/a.csv": NEW, "out/datapackage.json": DESCRIPTION},
    ),
}  # fmt: skip


def _laid(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def _seen(folder: Path) -> dict[str, bytes]:
    """What a reader finds: files that do not begin with a full stop, nor lie in a folder that does."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not re.search(r"(^|/)\.", name)}


def _beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob(".*"))


@pytest.mark.parametrize("how", list(WRITES))
@pytest.mark.parametrize("error", [None, ENOSPC, EIO], ids=["killed", "full", "failing"])
@pytest.mark.parametrize("at_a_stroke", [True, False])
def test_whatever_happens_at_any_step_what_is_there_is_old_or_new(
    how: str, error: int | None, at_a_stroke: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file is half written, none is read that was not meant, and the next run leaves what one without a fault does.

    A single file, and a folder that the system can exchange, are old or new; of two files the first is never old where
    the second is new. What is left beside them after a kill begins with a full stop, and the next run removes it.
    """
    write = WRITES[how]
    if not at_a_stroke:
        monkeypatch.setattr(folders, "_swapped", lambda _one, _other: False)
    number, seen = 0, []
    while True:
        number += 1
        folder = tmp_path / str(number)
        folder.mkdir()
        _laid(folder, write.before)
        with happening(Step(number, error), monkeypatch) as calls, suppress(OSError, Killed):
            write.done(folder)
        DRAFTS.clear()
        now = _seen(folder)
        away = not at_a_stroke and error is None and "export over" in how and not now
        assert away or set(now.items()) <= {*write.before.items(), *write.after.items()}, (number, calls)
        assert away or now.keys() in ({*write.before}, {*write.after}), (number, calls)
        undone = number <= len(calls) and calls[number - 1] in {"unlink", "rmdir"}  # what cannot be removed is left
        assert error is None or undone or _beside(folder) == [], (number, calls)
        seen.append(now)
        if len(calls) < number:
            break
        write.done(folder) if "entries" not in how or now == write.before else None
        if "entries" not in how or now == write.before:
            assert (_seen(folder), _beside(folder)) == (write.after, []), (number, calls)
    assert seen[-1] == write.after
    assert number > len(["open", "write", "force", "rename"])


@pytest.mark.parametrize("how", list(WRITES))
@pytest.mark.parametrize("at_a_stroke", [True, False])
def test_whenever_a_run_is_told_to_end_nothing_is_left_beside(
    how: str, at_a_stroke: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A signal at any step, also while drafts and an earlier folder are removed, leaves old or new alone."""
    write = WRITES[how]
    if not at_a_stroke:
        monkeypatch.setattr(folders, "_swapped", lambda _one, _other: False)
    for number in count(1):
        folder = tmp_path / str(number)
        folder.mkdir()
        _laid(folder, write.before)
        with happening(Step(number, told=signal.SIGTERM), monkeypatch) as calls, suppress(SystemExit):
            write.done(folder)
        putting.PLACED.clear()
        assert _seen(folder) in (write.before, write.after), (number, calls)
        assert (_beside(folder), DRAFTS, putting._WAITING) == ([], [], []), (number, calls)
        if len(calls) < number:
            break


def test_nothing_else_writes() -> None:
    """Every file that a command makes is put in place by these two, or lies in a folder of the system's for drafts."""
    writing = re.compile(r"\.write_(?:bytes|text)\(|\.open\(\"[wax]|\bopen\([^)]*\"[wax]|os\.(?:rename|replace)\(")
    modules = (ROOT / "src" / "toc_treaties").rglob("*.py")
    found = {path.name for path in modules if path.parent.name != "site" and writing.search(path.read_text("utf-8"))}
    assert found - {"site.py"} == {"putting.py", "folder.py", "streams.py", "dataset_parquet.py"}


OWN = "the register's own files are there: name a file outside "
HOLDS = "holds the register's own files: name another folder"


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("gaps haiti -f markdown -o data/states/haiti.yaml", f"data/states/haiti.yaml cannot be written: {OWN}"),
        ("gaps haiti -f json -o data/instruments.yaml", OWN),
        ("gaps haiti -o link.md", f"link.md cannot be written: {OWN}"),
        ("returns template haiti 2022 -o data/new.YML", OWN),
        ("returns template haiti 2022 -o data/measures/haiti.csv", OWN),
        ("check -o data/sources.yaml -f json", OWN),
        ("export out --sqlite data/empty.yaml", OWN),
        ("export data/states/out", OWN),
        ("export data", f"data {HOLDS}"),
        ("site data/measures", OWN),
        ("site data", f"data {HOLDS}"),
        ("site ../home", f"../home {HOLDS}"),
    ],
)
def test_no_answer_takes_the_place_of_the_registers_own_files(command: str, says: str, tmp_path: Path) -> None:
    """Whatever a command writes, in whatever format, no file that `check` reads is replaced, nor one added."""
    shutil.copytree(ROOT / "tests" / "register", tmp_path / "home" / "data")
    (tmp_path / "home" / "data" / "empty.yaml").touch()
    (tmp_path / "home" / "link.md").symlink_to(Path("data") / "states" / "haiti.yaml")
    held = _seen(tmp_path)
    result = toc(*command.split(), "--data", "data", folder=tmp_path / "home", TOC_TREATIES_AS_OF="2026-11-21")
    assert (result.code, result.out, result.err.count("\n"), says in result.err) == (2, "", 1, True), result.err
    assert _seen(tmp_path) == held


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
@pytest.mark.parametrize("name", ["x.md", "x.xlsx", "out"])
def test_what_is_read_only_is_left_alone(name: str, tmp_path: Path) -> None:
    """A file or an export that its owner protected keeps what it holds and its rights, and nothing lies beside it."""
    _laid(tmp_path, EXPORT if name == "out" else {name: OLD})
    words = ["export", "out"] if name == "out" else ["gaps", "haiti", "-o", name]
    protected, held = tmp_path / name, _seen(tmp_path)
    protected.chmod(0o555 if protected.is_dir() else 0o444)
    rights = protected.stat().st_mode
    result = toc(*words, "--data", str(ROOT / "tests" / "register"), folder=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("it is read-only: name another, or make it writable first\n")
    assert (_seen(tmp_path), protected.stat().st_mode, _beside(tmp_path)) == (held, rights, [])
    protected.chmod(0o755)


def test_a_draft_of_a_run_that_is_still_at_work_is_left(tmp_path: Path) -> None:
    """Only what a run has left that is no more is removed: another may be writing the same file at the moment."""
    drafts = [tmp_path / f".x.md.{process}.part" for process in (1, 2**22 + 1)]
    for draft in drafts:
        draft.write_bytes(NEW)
    put(tmp_path / "x.md", NEW)
    assert _beside(tmp_path) == [drafts[0].name]
    assert putting.is_over("none") is False


def test_a_command_that_is_interrupted_says_what_it_has_written() -> None:
    """An entry with its source, stopped at any step: each file is old or new, and one that is new is named at the end.

    `make faults` tries every command that writes, and every fault.
    """
    with trial_of("record") as trial:
        tried = list(trial.at_each(told=signal.SIGINT))
    assert [untrue for _, untrue in tried if untrue] == []
    assert len(tried) > len(["open", "write", "force", "rename"]) * 2


def test_a_file_that_cannot_be_replaced_is_named_and_not_its_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the second of two files cannot take its place, the sentence names it, and the first, which is written."""
    _laid(tmp_path, WRITES["entries with a source"].before)
    replace = os.replace

    def refused(draft: str, target: str) -> None:
        if Path(target).name == "x.yaml":
            raise OSError(EIO, os.strerror(EIO), str(draft), None, str(target))
        replace(draft, target)

    monkeypatch.setattr(os, "replace", refused)
    putting.PLACED.clear()
    with pytest.raises(OSError, match="Input/output error") as error:
        _files(tmp_path)
    assert (error.value.filename, putting.PLACED) == (str(tmp_path / "states/x.yaml"), [tmp_path / "sources.yaml"])
    assert _beside(tmp_path) == []
