"""A machine on which one step of a write ends the process, fails, or is the one at which somebody presses Ctrl-C.

    python -m tests.machine

tries each at every step of every command that writes, and says where what is left, or what is said of it, is not true.
"""

import io
import os
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EACCES, EIO, ENOSPC, EROFS
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest

from tests import saved_pages
from tests.console import ROOT, Result, toc
from toc_treaties.cli import interrupts
from toc_treaties.edits import folder as folders
from toc_treaties.site import edition, makers
from toc_treaties.site.contents import contents
from toc_treaties.store.putting import DRAFTS

CHANGING = ("replace", "rename", "unlink", "rmdir", "mkdir", "fsync", "chmod")


class Killed(BaseException):
    """The process is no more: nothing that it would still do is done."""


class Step(NamedTuple):
    """What happens at one step: the process ends, the system says no, or a signal tells the run to end."""

    number: int
    error: int | None = None
    told: signal.Signals | None = None


class Machine:
    """A system on which one step ends the process, or fails; of a write, half is done then."""

    def __init__(self, step: Step) -> None:
        self.step = step
        self.calls: list[str] = []

    def reach(self, name: str, half: Callable[[], object] = lambda: None) -> None:
        """Count a call, and let happen what is to happen there; a process that has ended makes no more."""
        self.calls.append(name)
        number, error, told = self.step
        if told is not None:
            if len(self.calls) == number:
                interrupts._stop(told, None)
            return
        if len(self.calls) == number:
            half()
        if error is None and len(self.calls) >= number:
            raise Killed
        if len(self.calls) == number:
            raise OSError(error, os.strerror(error or 0))

    def counted(self, name: str) -> Callable[..., Any]:
        """A call of the system, counted."""
        work = getattr(os, name)

        def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the system's own
            self.reach(name)
            return work(*given, **named)

        return call

    def exchanged(self, swapped: Callable[[Path, Path], bool]) -> Callable[[Path, Path], bool]:
        """The system's exchange of two folders, counted; it says no by giving no such exchange."""

        def exchange(one: Path, other: Path) -> bool:
            try:
                self.reach("exchange")
            except OSError:
                return False
            return swapped(one, other)

        return exchange

    def opened(self, file: Any, mode: str = "r", *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as there
        """A file, of which each write is counted."""
        if "w" not in mode:
            return OPEN(file, mode, *given, **named)
        self.reach("open")
        machine = self

        class Written(io.FileIO):
            def write(self, content: Any) -> int:  # noqa: ANN401 - as there
                machine.reach("write", lambda: super(Written, self).write(bytes(content)[: len(content) // 2]))
                return super().write(content)

        return Written(file, "w")


OPEN = io.open


def _exit(code: int) -> None:
    raise SystemExit(code)


@contextmanager
def happening(step: Step, patch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The calls that change something, while something happens at one of them."""
    machine = Machine(step)
    with patch.context() as patched:
        for name in CHANGING:
            patched.setattr(os, name, machine.counted(name))
        patched.setattr(os, "_exit", _exit)
        patched.setattr(io, "open", machine.opened)
        patched.setattr(folders, "_swapped", machine.exchanged(folders._swapped))
        yield machine.calls


NEW = (
    *("--source", "gazette-2018", "--source-title", "Gazette", "--source-publisher", "The depositary"),
    *("--source-url", "https://www.example.org/g.html", "--source-as-of", "2018-05", "--source-kind", "depositary"),
)
PAGE_ROWS = (
    ("Bolivia (Plurinational State of)", "12 Dec 2000", "10 Oct 2005"),
    ("Canada", "14 Dec 2000", "13 May 2002"),
    ("Haiti", "13 Dec 2000", "20 Apr 2011"),
    ("Nicaragua", "14 Dec 2000", " 9 Sep 2002"),
)
COMMANDS: dict[str, tuple[str, ...]] = {
    "record": ("record", "haiti", "maritime", "ratification", "2018-03-04", *NEW),
    "reconcile": ("reconcile", "page.html", "--write", "--source", "untc-xviii-12-2026"),
    "import": ("returns", "import", "form.csv"),
    "page": ("gaps", "haiti", "-o", "x.md"),
    "workbook": ("gaps", "haiti", "-o", "new.xlsx"),
    "export": ("export", "out", "--sqlite", "out.sqlite"),
    "site": ("site", "out", "--without-prints"),
    **{format: ("gaps", "haiti", "-o", f"new.{format}") for format in ("csv", "json", "html", "docx", "pdf", "txt")},
    "calendar": ("calendar", "-o", "new.ics", "--as-of", "2011-05-01"),
    "form": ("returns", "template", "haiti", "2022", "-o", "new.xlsx"),
}
"""The commands that write, and each format of a page; of a site, a few pages of each language within one process."""
FAULTS: dict[str, dict[str, Any]] = {
    "killed": {},
    "Ctrl-C": {"told": signal.SIGINT},
    "SIGTERM": {"told": signal.SIGTERM},
    **{os.strerror(error): {"error": error} for error in (ENOSPC, EIO, EACCES, EROFS)},
}
UNDONE = {"unlink", "rmdir"}
"""What removes; a draft that cannot be removed is left, and a signal waits until it is."""


def prepared(folder: Path, name: str) -> None:
    """Put into a folder a register, and what a command reads and replaces."""
    shutil.copytree(ROOT / "tests" / "register", folder / "data")
    if name == "reconcile":
        shutil.copyfile(ROOT / "data" / "depositaries.yaml", folder / "data" / "depositaries.yaml")
        page = saved_pages.untc(PAGE_ROWS, saved_pages.UNTC_HEADS, "Signatories : 4. Parties : 4.")
        (folder / "page.html").write_text(page, "utf-8")
    elif name == "import":
        form = asked(folder, ("returns", "template", "haiti", "2022")).out
        (folder / "form.csv").write_text(form.replace("coop-mla,,", "coop-mla,7,"), "utf-8")
    elif name == "page":
        (folder / "x.md").write_bytes(b"old")
    elif name in {"export", "site"}:
        asked(folder, (*COMMANDS[name], "--as-of", "2020-01-01"))


def asked(folder: Path, words: tuple[str, ...]) -> Result:
    """A command on the register of a folder."""
    with patch.object(sys, "stdin", io.StringIO()):  # nobody is asked, though whoever tries this sits at a terminal
        return toc(*words, folder=folder, TOC_TREATIES_DATA="data", TOC_TREATIES_AS_OF="2026-11-21")


class Trial(NamedTuple):
    """A command in a folder that was prepared: what is there before it, and after it where nothing happens."""

    name: str
    before: Path
    after: dict[str, bytes]

    def at_each(self, **how: Any) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401 - as a step takes
        """Each step, and what was then not as is promised."""
        for number in count(1):
            steps, untrue = self.at(Step(number, **how))
            yield number, untrue
            if steps < number:
                return

    def at(self, step: Step) -> tuple[int, list[str]]:
        """How many steps there were when something happened at one, and what was then not as is promised."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "home"
            shutil.copytree(self.before, folder)
            return self._at(step, folder)

    def _at(self, step: Step, folder: Path) -> tuple[int, list[str]]:
        before, killed, result = seen(folder), False, Result(0, "", "")
        with pytest.MonkeyPatch.context() as patched, happening(step, patched) as calls:
            try:
                result = asked(folder, COMMANDS[self.name])
            except Killed:
                killed = True
        DRAFTS.clear()
        there, hidden = seen(folder), beside(folder)
        happened = len(calls) >= step.number
        undone = happened and step.told is None and calls[step.number - 1] in UNDONE
        new = [name for name, content in there.items() if content != before.get(name)]
        said = result.err.strip()
        untrue = [f"{name} is neither old nor new" for name in new if there[name] != self.after.get(name)]
        untrue += [f"{name} is gone" for name in before.keys() - there.keys()]
        if killed:
            if asked(folder, COMMANDS[self.name]).code or seen(folder) != self.after or beside(folder):
                untrue.append("the next run does not do what this one was to do")
            return len(calls), untrue
        untrue += [f"{hidden} is left"] if hidden and not undone else []
        codes = {0, 2 if step.told is None else interrupts.ENDED + step.told}
        untrue += [f"exit code {result.code}"] if result.code not in codes else []
        untrue += ["it is said to be done"] if result.code == 0 and there != self.after else []
        if result.code:
            untrue += [f"it is not said that {name} is new" for name in new if not _says(said, name)]
            refusal = [line for line in said.split("\n") if not line.startswith("written: ")]
            untrue += [f"it says {said!r}"] if step.told is None and (len(refusal) != 1 or ".part" in said) else []
        return len(calls), untrue


def _says(said: str, name: str) -> bool:
    """Whether a line says that a file was written, or the folder that it lies in."""
    written = ", ".join(re.findall(r"(?:^|; )written(?: before that)?: (.*)", said, re.MULTILINE))
    return name in written or (name.startswith("out/") and re.search(r"\bout(?![.\w])", written) is not None)


def seen(folder: Path) -> dict[str, bytes]:
    """What a reader finds: files that do not begin with a full stop, nor lie in a folder that does."""
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in there.items() if not re.search(r"(^|/)\.", name)}


def beside(folder: Path) -> list[str]:
    """What is left beside it."""
    return sorted(path.name for path in folder.rglob(".*"))


@contextmanager
def trial_of(name: str) -> Iterator[Trial]:
    """A command, prepared."""
    with tempfile.TemporaryDirectory() as home, few_pages():
        before, done = Path(home) / "before", Path(home) / "home"
        before.mkdir()
        prepared(before, name)
        shutil.copytree(before, done)
        result = asked(done, COMMANDS[name])
        after = seen(done)
        if result.code or after == seen(before):
            raise AssertionError(result)
        yield Trial(name, before, after)


@contextmanager
def few_pages() -> Iterator[None]:
    """While a site is a few pages, made within this process: what is put to the test is how they are written."""
    prepare, make = edition.Edition.prepared, edition.Edition.made
    once: dict[tuple[object, ...], Any] = {}

    def prepared(of: edition.Edition, language: str) -> object:
        return kept((of.as_of, language), lambda: prepare(of, language))

    def made(of: edition.Edition, shared: edition.Prepared, part: int, parts: int) -> object:
        words = shared.shelf.words
        return iter(kept((of.as_of, words.language, part), lambda: list(make(of, shared, part, parts))))

    def kept(key: tuple[object, ...], work: Callable[[], object]) -> Any:  # noqa: ANN401 - as the work gives it
        if key not in once:
            once[key] = work()
        return once[key]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(edition, "contents", lambda shelf: [*contents(shelf)][::300])
        patched.setattr(makers, "processes_here", lambda: 1)
        patched.setattr(edition.Edition, "prepared", prepared)
        patched.setattr(edition.Edition, "made", made)
        yield


def main() -> int:
    """Try every fault at every step of every command, and say what is not as is promised; 1 where anything is not."""
    failed = False
    for name in sys.argv[1:] or COMMANDS:
        with trial_of(name) as trial:
            tried = 0
            for fault, how in FAULTS.items():
                for number, untrue in trial.at_each(**how):
                    sys.stdout.writelines(f"  {name}, {fault} at step {number}: {line}\n" for line in untrue)
                    failed = failed or bool(untrue)
                    tried += 1
            sys.stdout.write(f"{name}: {tried} runs\n")
            sys.stdout.flush()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
