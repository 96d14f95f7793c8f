"""How a file is put in place: as a whole, whatever stops the run, and never where its owner has protected it."""

import glob
import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from errno import EACCES, EISDIR
from pathlib import Path
from shutil import copymode
from typing import NamedTuple

from toc_treaties.store.opening import content_at, holds_register, real


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

    A device, a pipe or what is open already is written to as it is, behind what it holds; a file that may not be
    written to, or is a register's, is left alone.
    """
    handle = _handle_of(path)
    if handle is not None or _is_stream(path):
        with open(path if handle is None else os.dup(handle), "wb") as stream:  # noqa: PTH123 - a number is no path
            stream.write(content)
        PLACED.append(path)
        return
    target = real(path)
    refuse_registers_own(target)
    refuse_protected(target)
    _clear(target)
    with _draft(target, content) as draft, placing():
        _replace(draft, target)
        PLACED.append(path)


def _handle_of(path: Path) -> int | None:
    """The number of an open file where a path is its name: a log to which a shell appends is not to be replaced."""
    match = _OPEN.fullmatch(str(path))
    if match is None:
        return None
    return {"stdout": 1, "stderr": 2}.get(match[1]) or int(match[2])


_OPEN = re.compile(r"/dev/(stdout|stderr)|(?:/dev|/proc/self)/fd/([0-9]{1,9})")


def _is_stream(path: Path) -> bool:
    """Whether a path leads to a device or a pipe."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def put_all(folder: Path, changes: Iterable[FileChange]) -> None:
    """Put changed files of the register in place, in the order given, for a caller who is alone in the folder.

    Each is written beside the old one, forced to the disk and then renamed, so that whatever stops the run leaves each
    file old or new, and whole. Where one no longer holds what its change was planned for, none is written.
    """
    with ExitStack() as drafts:
        ready: list[tuple[FileChange, Path, Path]] = []
        for change in changes:
            target = real(folder / change.name)
            target.parent.mkdir(exist_ok=True)
            _clear(target)
            ready.append((change, target, drafts.enter_context(_draft(target, change.after))))
        for change, target, _ in ready:
            if (content_at(target) if target.exists() else None) != change.before:
                raise ChangedError(folder / change.name)
        with placing():
            for change, target, draft in ready:
                _replace(draft, target)
                PLACED.append(folder / change.name)
                _force(target.parent)


def _replace(draft: Path, target: Path) -> None:
    """Let a draft take the place of its file; whoever asked for the file knows nothing of the draft's name."""
    try:
        draft.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from None


@contextmanager
def _draft(target: Path, content: bytes) -> Iterator[Path]:
    """A file's new content beside it, on the disk and with the old one's rights; removed where it was not renamed."""
    draft = draft_of(target, PART)
    DRAFTS.append(draft)
    try:
        try:
            refuse_protected(target)
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
        with placing():
            with suppress(OSError):
                draft.unlink()
            DRAFTS.remove(draft)


def _clear(target: Path) -> None:
    """Remove the drafts of a file that runs have left which were killed."""
    with suppress(OSError):
        for left in left_of(target, PART):
            left.unlink(missing_ok=True)


def draft_of(target: Path, ending: str) -> Path:
    """What a file or folder is called until this process has put it in place."""
    return target.with_name(f"{_begun(target)}{os.getpid()}.{ending}")


def left_of(target: Path, ending: str) -> Iterator[Path]:
    """What runs have left of a file or folder under such names which were killed."""
    begun = _begun(target)
    for left in target.parent.glob(f"{glob.escape(begun)}*.{ending}"):
        if is_over(left.name.removeprefix(begun).removesuffix(f".{ending}")):
            yield left


def _begun(target: Path) -> str:
    """How these names begin."""
    return f".{target.name[:MOST_LETTERS]}."


def is_over(process: str) -> bool:
    """Whether a process is no more, by the number that stands in the name of its draft."""
    if os.name == "nt" or not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return int(process) == os.getpid()


DRAFTS: list[Path] = []
"""What is being put in place, so that who stops the run can let it clear up."""
PLACED: list[Path] = []
"""What has been put in place and is not said yet, so that whatever ends the run can say it."""
_WAITING: list[int] = []
"""While files take their places, the exit code of the signal that came meanwhile, or 0."""


@contextmanager
def placing() -> Iterator[None]:
    """While files take their places, or drafts are removed: a signal that ends the run is heeded afterwards."""
    _WAITING.append(0)
    try:
        yield
    finally:
        code = _WAITING.pop()
        if code:
            raise SystemExit(code)


def waits(code: int) -> bool:
    """Whether a signal that ends the run has to wait, because files take their places; its exit code is kept then."""
    if _WAITING:
        _WAITING[-1] = code
    return bool(_WAITING)


PART = "part"
"""How the name of a draft ends."""
MOST_LETTERS = 60
"""Of a file's name so many letters stand in that of its draft, which has to be a name too."""


def refuse_protected(target: Path, *, a_file: bool = True) -> None:
    """Refuse to replace what its owner has protected, or whoever asks may not write to; a rename could still do it."""
    if a_file and os.path.isdir(target):  # noqa: PTH112 - as above
        raise IsADirectoryError(EISDIR, "it is a folder", str(target))
    if os.path.lexists(target) and (not target.stat().st_mode & WRITABLE or not os.access(target, os.W_OK)):
        raise PermissionError(EACCES, "it is read-only: name another, or make it writable first", str(target))


def refuse_registers_own(target: Path) -> None:
    """Refuse to put an answer in the place of a file of a register, or where it would be read as one."""
    folder = next(filter(holds_register, target.parents), None)
    if folder is None:
        return
    name = target.relative_to(folder).as_posix().casefold()
    if name.partition("/")[0] in {"states", "measures"} or name.endswith((".yaml", ".yml")):
        raise PermissionError(EACCES, f"the register's own files are there: name a file outside {folder}", str(target))


WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


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
        try:
            flock(handle, LOCK_EX)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(folder)) from None
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
