"""Where the register's files are, and what they hold: a reader is a function from a name to bytes.

A folder, a git revision and a test are the same to the rest of the store.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

Reader = Callable[[str], bytes]
"""The content of a file by its name below the data folder, as `states/x.yaml`; OSError where there is none."""


class Origin(NamedTuple):
    """Which data an answer rests on: its folder, what kind of place that is, and how to learn its revision."""

    folder: Path
    kind: str
    ask_revision: Callable[[], str | None]

    @property
    def revision(self) -> str | None:
        """The revision of the data, where it is known."""
        return self.ask_revision()

    @property
    def shown_as(self) -> str:
        """The folder as a user would name it: relative to here where that is shorter."""
        try:
            return str(self.folder.relative_to(Path.cwd()))
        except ValueError:
            return str(self.folder)


class NoDataError(Exception):
    """No folder holds a register."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds no register: instruments.yaml is not there. "
            "Name the folder with --data, or run the command inside a checkout of the project."
        )


def locate(chosen: Path | None, here: Path) -> Origin:
    """The data: the folder chosen, else a checkout around `here`, else beside the source, else the copy installed."""
    if chosen is not None:
        if not (chosen / "instruments.yaml").is_file():
            raise NoDataError(chosen)
        return Origin(chosen, "folder", _revision(chosen))
    package = Path(__file__).resolve().parent.parent
    for folder in (*_upwards(here), package.parent.parent):
        if is_checkout(folder):
            return Origin(folder / "data", "checkout", _revision(folder / "data"))
    carried = package / "_data"
    if not (carried / "instruments.yaml").is_file():
        raise NoDataError(carried)
    note = carried / "REVISION"
    return Origin(carried, "installed copy", lambda: note.read_text("utf-8").strip() if note.is_file() else None)


def _upwards(here: Path) -> tuple[Path, ...]:
    return (here, *here.parents)


def is_checkout(folder: Path) -> bool:
    """Whether a folder is a checkout of this project, and not of another that has a `data` folder."""
    if not (folder / "data" / "instruments.yaml").is_file():
        return False
    try:
        return 'name = "toc-treaties"' in (folder / "pyproject.toml").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False


def _revision(data: Path) -> Callable[[], str | None]:
    """How to learn the short commit that a folder's files are of, `modified` where they differ from it.

    None is claimed for files that the repository around them does not hold. Git is asked once, and where it is asked
    for alone.
    """
    if not any((parent / ".git").exists() for parent in _upwards(data.resolve())):
        return lambda: None
    return cache(lambda: _commit(_git_status(data)))


def _commit(status: str) -> str | None:
    """The short commit that a status names, `modified` where a file of the data is changed, added or left out."""
    lines = status.splitlines()
    head = next((line.removeprefix(_HEAD) for line in lines if line.startswith(_HEAD)), "")
    changes = [line for line in lines if not line.startswith("#") and ".yaml" in line]
    if not head.isalnum() or any(line[0] in "?!" and line.rstrip('"').endswith("instruments.yaml") for line in changes):
        return None
    return head[:7] + (", modified" if changes else "")


_HEAD = "# branch.oid "


def _git_status(folder: Path) -> str:
    """What git says of the files of a folder; the environment names no other repository. Empty where it refuses."""
    import os
    import subprocess

    own = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    asked = ("status", "--porcelain=v2", "--branch", "--no-ahead-behind", "--ignored", "--untracked-files=all")
    command = ["git", "-C", str(folder), *asked, "--", "."]
    with suppress(OSError):
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=own)  # noqa: S603 - no word of it is a user's
        return done.stdout if done.returncode == 0 else ""
    return ""


def folder_reader(folder: Path) -> Reader:
    """A reader of a folder's files."""
    return lambda name: (folder / name).read_bytes()


def state_slugs(folder: Path) -> tuple[str, ...]:
    """Every state that has a file, in the order of its file's name; an editor's hidden files are none."""
    files = (path for path in (folder / "states").glob("[!.]*.yaml") if path.is_file())
    return tuple(sorted(path.stem for path in files))
