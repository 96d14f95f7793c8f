"""Where the register's files are read from, and how one is put in place.

A folder, an installed copy and whatever else can give a file by its name are the same to the rest of the store.
"""

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from functools import cache
from pathlib import Path
from shutil import copymode
from typing import NamedTuple

from toc_treaties.store.edition import noted

Reader = Callable[[str], bytes]
"""The content of a file by its name below the data folder, as `states/x.yaml`; OSError of that name where none is."""


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
    here = Path.cwd()
    shown_as = str(folder.relative_to(here) if folder.is_relative_to(here) else folder)
    return Origin(
        kind, shown_as, cache(folder_reader(folder)), lambda below: names_in(folder, below), ask_revision, folder
    )


def with_new(origin: Origin, new: Mapping[str, bytes]) -> Origin:
    """The same data as if some files were there that are to be made."""
    return origin._replace(read=lambda name: new[name] if name in new else origin.read(name))


def folder_reader(folder: Path) -> Reader:
    """A reader of a folder's files."""

    def read(name: str) -> bytes:
        try:
            return (folder / name).read_bytes()
        except OSError as error:
            error.filename = name
            raise

    return read


def names_in(folder: Path, below: str = "") -> tuple[str, ...]:
    """Every file below a folder, by its name from there, and every folder that is empty.

    Links are not followed, but for a folder of the states' files itself.
    """
    linked = [path for name in ("states", "measures") if not below and (path := folder / name).is_symlink()]
    found = [*(folder / below).rglob("*"), *(file for path in linked for file in path.rglob("*"))]
    return tuple(
        path.relative_to(folder).as_posix()
        for path in sorted(found)
        if path.is_symlink() or not path.is_dir() or not any(path.iterdir())
    )


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
        return in_folder(chosen, "folder", _revision(chosen))
    package = Path(__file__).resolve().parent.parent
    for folder in (*_upwards(here), package.parent.parent):
        if is_checkout(folder):
            return in_folder(folder / "data", "checkout", _revision(folder / "data"))
    carried = package / "_data"
    if not (carried / "instruments.yaml").is_file():
        raise NoDataError(carried)
    return in_folder(carried, "installed copy", lambda: noted(carried).revision)


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
    """How to learn of which revision a folder's files are; git is asked where that is asked for, and once.

    None is known where git cannot tell; that it does not answer at all is an exception.
    """
    if not any((parent / ".git").exists() for parent in _upwards(data.resolve())):
        return lambda: None

    @cache
    def ask() -> str | None:
        from toc_treaties.store.git import SilentGitError
        from toc_treaties.store.trees import revision_of

        try:
            return revision_of(data)
        except SilentGitError:
            raise
        except GitError:
            return None

    return ask


class BusyError(Exception):
    """Another command is writing the register's files."""

    def __init__(self, lock: Path) -> None:
        super().__init__(f"{lock} is there: another command is writing, or one was stopped; remove it then")


class ChangedError(Exception):
    """The file is no longer what the change was made for."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"{file} was changed by someone else in the meantime, and nothing is written; run it again")


class FileChange(NamedTuple):
    """A file of the register that is to hold something else: what it held when the change was planned, and after it.

    `before` is None of a file that is not there yet.
    """

    name: str
    before: bytes | None
    after: bytes


def put(path: Path, content: bytes) -> None:
    """Put a file in place as a whole, never half of it, with the rights that it had; a link stays one.

    A device or a pipe is written to as it is.
    """
    target = path.resolve()
    if target.exists() and not target.is_file() and not target.is_dir():
        target.write_bytes(content)
        return
    with _draft(target, content) as draft:
        draft.replace(target)


def put_all(folder: Path, changes: Iterable[FileChange]) -> None:
    """Put changed files of the register in place, in the order given, for a caller who is alone in the folder.

    Each is written beside the old one, forced to the disk and then renamed, so that whatever stops the run leaves each
    file old or new, and whole. Where one no longer holds what its change was planned for, none is written.
    """
    with ExitStack() as drafts:
        ready: list[tuple[FileChange, Path, Path]] = []
        for change in changes:
            target = (folder / change.name).resolve()
            target.parent.mkdir(exist_ok=True)
            for left in target.parent.glob(f".{glob.escape(target.name)}.*.part"):  # by a run that was killed
                left.unlink(missing_ok=True)
            ready.append((change, target, drafts.enter_context(_draft(target, change.after))))
        for change, target, _ in ready:
            if (target.read_bytes() if target.exists() else None) != change.before:
                raise ChangedError(folder / change.name)
        for _, target, draft in ready:
            draft.replace(target)
            _force(target.parent)


@contextmanager
def _draft(target: Path, content: bytes) -> Iterator[Path]:
    """A file's new content beside it, on the disk and with the old one's rights; removed where it was not renamed."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        try:
            with draft.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if target.is_file():
                copymode(target, draft)
        except OSError as error:
            # A full disk names no file, and the draft's name says nothing to whoever asked for the file.
            raise OSError(error.errno, error.strerror, str(target)) from None
        yield draft
    finally:
        with suppress(OSError):
            draft.unlink()


def _force(folder: Path) -> None:
    """Force the names of a folder's files to the disk, where the system opens folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """While nobody else who asks for it writes to the register: others wait until it is done.

    The folder itself is locked, so that no file is left. Where the system has no such lock, a file is, and others are
    refused.
    """
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:
        with _alone_by_file(folder / ".lock"):
            yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        flock(handle, LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def _alone_by_file(lock: Path) -> Iterator[None]:
    """The same by a file, which is removed afterwards."""
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        raise BusyError(lock) from None
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
