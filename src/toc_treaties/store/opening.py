"""How a file of the data is opened: as a file, of a bounded size, and within its folder.

A data folder may come from anybody: a link may lead out of it, a name may be a pipe's, a hole may feign gigabytes.
"""

import os
import stat
from collections.abc import Callable, Iterator
from errno import EFBIG, EINVAL, EISDIR, ELOOP
from functools import cache
from pathlib import Path

Reader = Callable[[str], bytes]
"""The content of a file by its name below the data folder, as `states/x.yaml`; OSError of that name where none is."""


def present_folder() -> Path | None:
    """The folder in which the command runs; None where it was removed, or may not be looked at."""
    try:
        return Path.cwd()
    except OSError:
        return None


def real(path: Path) -> Path:
    """Where a path leads, without links; one that leads in a circle, or that no file can have, as it is."""
    return Path(os.path.realpath(path))


def holds_register(folder: Path) -> bool:
    """Whether a folder holds a register; one that may not be looked at, or that no folder can be called, holds none."""
    return os.path.isfile(folder / "instruments.yaml")  # noqa: PTH113 - Path raises where this says no


MOST_BYTES = 32_000_000
"""How large a file can be that is looked at; the largest of the register has less than a hundredth of it."""


def content_at(path: Path) -> bytes:
    """The content of a file, however it changes meanwhile; a larger one is refused before it fills the memory.

    A pipe or a device is no file, and is not waited for.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))
        if not stat.S_ISREG(status.st_mode):
            raise OSError(EINVAL, "it is a pipe or a device, where a file belongs", str(path))
        content = os.read(handle, min(MOST_BYTES, status.st_size) + 1)
        if len(content) != status.st_size:
            with open(handle, "rb", closefd=False) as file:
                content += file.read(MOST_BYTES + 1 - len(content))
    finally:
        os.close(handle)
    if len(content) > MOST_BYTES:
        raise OSError(EFBIG, f"it has more than {MOST_BYTES:,} bytes", str(path))
    return content


def folder_reader(folder: Path) -> Reader:
    """A reader of a folder's files. Links are followed within the folder alone."""

    @cache
    def within(path: Path) -> bool:
        return real(path).is_relative_to(real(folder))

    def read(name: str) -> bytes:
        path = folder / name
        try:
            if not within(path.parent) or (path.is_symlink() and not within(path)):
                raise OSError(ELOOP, LEADS_OUT)  # noqa: TRY301 - named as the others are
            return content_at(path)
        except OSError as error:
            error.filename = name
            raise

    return read


LEADS_OUT = "it is a link that leads out of the data folder"


def names_in(folder: Path, below: str = "") -> tuple[str, ...]:
    """Every file below a folder, by its name from there, and every folder that is empty or cannot be looked into.

    Links are not followed, but for a folder of the states' files that lies elsewhere in the data.
    """
    linked = [folder / name for name in ("states", "measures") if not below and (folder / name).is_symlink()]
    starts = [path for path in (folder / below, *linked) if real(path).is_relative_to(real(folder))]
    return tuple(sorted(path.relative_to(folder).as_posix() for start in starts for path in _below(start)))


def _below(folder: Path) -> Iterator[Path]:
    """What lies below a folder, as above; nothing where it is not there."""
    waiting = [folder]
    while waiting:
        above = waiting.pop()
        try:
            with os.scandir(above) as entries:
                found = list(entries)
        except OSError:
            found = []
        if not found and above != folder:
            yield above
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            else:
                yield Path(entry.path)
