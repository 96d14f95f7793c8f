"""What Windows does otherwise, as far as it can be tried elsewhere: code pages, ends of lines, open files, names.

What only Windows can show (its console, its locks, its rights) runs there in the workflow `beyond`.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.answers import AS_OF, REGISTER
from tests.console import ROOT, toc
from tests.registers import reader
from toc_treaties.cli.app import run
from toc_treaties.store import git as git_module
from toc_treaties.store.ids import is_id
from toc_treaties.store.load import load

RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Names that Windows keeps for its devices, whatever follows the point."""
LONGEST = 160
"""So many signs of a path from the root; Windows has 260 for the whole, a folder of a user's among them."""


@pytest.fixture
def printed(tmp_path: Path) -> Callable[..., bytes]:
    """What a command prints where the console has an old code page, and gives lines other ends."""

    def ask(*arguments: str) -> bytes:
        path = tmp_path / "printed"
        with (
            path.open("w", encoding="cp1252", newline="\r\n") as out,
            (tmp_path / "said").open("w", encoding="cp1252", newline="\r\n") as err,
            patch.object(sys, "argv", ["toc-treaties", *arguments, "--data", str(REGISTER), "--as-of", AS_OF]),
            patch.object(sys, "stdout", out),
            patch.object(sys, "stderr", err),
            patch.dict(os.environ, {"COLUMNS": "80"}),
        ):
            with suppress(SystemExit):
                run()
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
                stream.detach()  # type: ignore[union-attr]
        return path.read_bytes()

    return ask


def test_a_line_of_csv_ends_once(printed: Callable[..., bytes]) -> None:
    """What is sent into a file has one end a line, as in the file that `-o` writes; a program sees no empty rows."""
    text = printed("gaps", "haiti", "--format", "csv")
    assert b"\r\r\n" not in text
    assert text.count(b"\r\n") == text.count(b"\n") > 1


def test_a_page_is_not_written_in_the_letters_of_a_code_page(printed: Callable[..., bytes]) -> None:
    """Signs that no code page has, and the letters of four languages, come out as UTF-8."""
    text = printed("table", "--lang", "fr")
    assert "●" in text.decode("utf-8")
    assert "État" in text.decode("utf-8")
    assert b"\r" not in text


@pytest.mark.parametrize(
    "arguments",
    [("gaps", "haiti", "-o", "page.html"), ("changes", "--since", "2000-01-01", "-o", "page.csv"), ("check",)],
)
def test_no_file_is_read_or_written_in_the_letters_of_a_code_page(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """Every text names its coding: the machine's own is asked nowhere."""
    shutil.copytree(REGISTER, tmp_path / "data")
    command = [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning", "-m", "toc_treaties"]
    environment = {**os.environ, "TOC_TREATIES_DATA": "data", "TOC_TREATIES_AS_OF": AS_OF, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [*command, *arguments], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert "EncodingWarning" not in done.stderr
    assert done.returncode == (1 if arguments == ("check",) else 0)


def test_a_checkout_with_the_ends_of_lines_of_windows_answers_the_same(tmp_path: Path) -> None:
    """Git may have written CR LF into every file: answers and their places do not change."""
    for name in ("unix", "windows"):
        shutil.copytree(REGISTER, tmp_path / name / "data")
    for path in (tmp_path / "windows").rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    for question in (("state", "bolivia"), ("measures", "haiti"), ("gaps", "haiti", "--lang", "pt"), ("check",)):
        day = {} if question == ("check",) else {"TOC_TREATIES_AS_OF": AS_OF}
        unix, windows = (
            toc(*question, folder=tmp_path / name, TOC_TREATIES_DATA="data", **day) for name in ("unix", "windows")
        )
        assert unix == windows


def test_a_file_that_another_program_holds_open_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook that is open cannot be replaced there: one sentence names it, it is as it was, and nothing is left."""
    kept = tmp_path / "gaps.csv"
    kept.write_text("old", "utf-8")

    def held(_draft: Path, target: Path) -> None:
        raise PermissionError(
            13, "The process cannot access the file because it is being used by another process", str(target)
        )

    monkeypatch.setattr(Path, "replace", held)
    result = toc("gaps", "haiti", "--data", str(REGISTER), "-o", str(kept))
    assert (result.code, result.out) == (2, "")
    assert str(kept) in result.err
    assert "used by another process" in result.err
    assert len(result.err.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["gaps.csv"]
    assert kept.read_text("utf-8") == "old"


def test_git_is_ended_where_there_are_no_groups_of_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows ends a process, and knows no group of them."""
    ended: list[str] = []

    class Process:
        pid = 1
        kill: Callable[[], None] = staticmethod(lambda: ended.append("killed"))

    monkeypatch.delattr(os, "killpg", raising=False)
    git_module._stop(Process())  # type: ignore[arg-type]
    assert ended == ["killed"]


def test_every_name_of_the_repository_can_be_a_name_on_windows() -> None:
    """No device's name, no sign that is forbidden there, no two names that differ in capitals alone, none too long."""
    names = [
        path.relative_to(ROOT).as_posix()
        for folder in ("data", "docs", "src", "tests", "schemas", "requirements", ".github")
        for path in (ROOT / folder).rglob("*")
        if "__pycache__" not in path.parts
    ]
    assert len(names) > 500
    assert [name for name in names if RESERVED.fullmatch(name.rpartition("/")[2])] == []
    assert [name for name in names if re.search(r'[<>:"|?*\\]|[. ]$', name)] == []
    assert len({name.casefold() for name in names}) == len(names)
    assert max(map(len, names)) <= LONGEST


@pytest.mark.parametrize("id", ["con", "nul", "lpt1", "x" * 81])
def test_an_id_can_name_a_folder_of_the_site_on_windows(id: str) -> None:
    """An id that is a device's name there, or makes a path too long, is refused where it is written."""
    files = {"bodies.yaml": f"{id}:\n  name: {{en: A, es: B, pt: C, fr: D}}\n".encode()}
    assert [problem.rule for problem in load(reader(files), (), also=("bodies",), partial=True)[1]] == ["bad-id"]
    assert all(map(is_id, ("x" * 80, "contra", "com10")))
