"""Where the register's files are read from.

A folder, an installed copy and whatever else can give a file by its name are the same to the rest of the store.
"""

import os
import stat
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from toc_treaties.store.edition import noted
from toc_treaties.store.opening import Reader, content_at, folder_reader, holds_register, names_in, present_folder, real
from toc_treaties.words.visible import on_one_line


class GitError(Exception):
    """Git cannot be asked, or does not answer."""


class Known(NamedTuple):
    """The revision that an answer rests on, where one was asked for: as asked, its commit, and the commit's day.

    `on` is the day on which the register held it: the day asked for, or the commit's own.
    """

    asked: str
    commit: str
    day: date
    on: date


class Origin(NamedTuple):
    """Which data an answer rests on: what kind of place that is, how it is called, and what its files hold.

    `names` gives every name below a folder of it. `folder` is where the files lie, for those who write them; None
    where they lie in none. `known` is the revision, where a past one was asked for.
    """

    kind: str
    shown_as: str
    read: Reader
    names: Callable[[str], tuple[str, ...]]
    ask_revision: Callable[[], str | None]
    folder: Path | None = None
    known: Known | None = None

    @property
    def revision(self) -> str | None:
        """The revision of the data, where it is known."""
        return self.ask_revision()

    @property
    def slugs(self) -> tuple[str, ...]:
        """Every state that has a file, in the order of its file's name; an editor's hidden files are none."""
        named = (name.removeprefix("states/") for name in self.names("states") if name.endswith(".yaml"))
        return tuple(sorted(name.removesuffix(".yaml") for name in named if "/" not in name and name[0] != "."))

    def holds(self, name: str) -> bool:
        """Whether there is a file of a name that can be read."""
        try:
            self.read(name)
        except OSError:
            return False
        return True


def in_folder(folder: Path, kind: str = "folder", ask_revision: Callable[[], str | None] = lambda: None) -> Origin:
    """The data that lies in a folder, called by its short name where it lies below the present one."""
    here = present_folder()
    shown_as = str(folder.relative_to(here) if here is not None and folder.is_relative_to(here) else folder)
    shown_as = on_one_line(shown_as.encode("utf-8", "backslashreplace").decode())
    return Origin(
        kind, shown_as, cache(folder_reader(folder)), lambda below: names_in(folder, below), ask_revision, folder
    )


def with_new(origin: Origin, new: Mapping[str, bytes]) -> Origin:
    """The same data as if some files were there that are to be made."""
    return origin._replace(read=lambda name: new[name] if name in new else origin.read(name))


class NoDataError(Exception):
    """No folder holds a register."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds no register: instruments.yaml {_why_not(folder / 'instruments.yaml')}. "
            "Name the folder with --data, or run the command inside a checkout of the project."
        )


def _why_not(file: Path) -> str:
    """Why a file is none."""
    try:
        return "is not there" if stat.S_ISREG(file.stat().st_mode) else "is no file"
    except (FileNotFoundError, NotADirectoryError):
        return "is not there"
    except OSError as error:
        return f"cannot be read: {error.strerror}"


def locate(chosen: Path | None, here: Path | None) -> Origin:
    """The data: the folder chosen, else a checkout around `here`, else beside the source, else the copy installed."""
    if chosen is not None:
        if not holds_register(chosen):
            raise NoDataError(chosen)
        return in_folder(chosen, "folder", _revision(chosen))
    package = Path(__file__).resolve().parent.parent
    for folder in (*(_upwards(here) if here is not None else ()), package.parent.parent):
        if is_checkout(folder):
            return in_folder(folder / "data", "checkout", _revision(folder / "data"))
    carried = package / "_data"
    if not holds_register(carried):
        raise NoDataError(carried)
    return in_folder(carried, "installed copy", lambda: noted(carried).revision)


def _upwards(here: Path) -> tuple[Path, ...]:
    return (here, *here.parents)


def is_checkout(folder: Path) -> bool:
    """Whether a folder is a checkout of this project, and not of another that has a `data` folder."""
    if not holds_register(folder / "data"):
        return False
    try:
        return b'name = "toc-treaties"' in content_at(folder / "pyproject.toml")
    except OSError:
        return False


def _revision(data: Path) -> Callable[[], str | None]:
    """How to learn of which revision a folder's files are; git is asked where that is asked for, and once.

    None is known where git cannot tell; that it does not answer at all is an exception.
    """
    if not any(os.path.exists(parent / ".git") for parent in _upwards(real(data))):  # noqa: PTH110 - as above
        return lambda: None

    @cache
    def ask() -> str | None:
        from toc_treaties.store.git_faults import SilentGitError, UnstartedError
        from toc_treaties.store.trees import revision_of

        try:
            return revision_of(data)
        except (SilentGitError, UnstartedError):
            raise
        except GitError:
            return None

    return ask
