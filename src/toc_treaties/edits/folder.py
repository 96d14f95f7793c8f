"""A folder put in place as a whole: built beside the old one, which stays until the new one is there."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import ENOENT
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath

from toc_treaties.store.opening import holds_register, present_folder, real
from toc_treaties.store.putting import (
    DRAFTS,
    PART,
    PLACED,
    draft_of,
    left_of,
    placing,
    refuse_protected,
    refuse_registers_own,
)
from toc_treaties.writers.dataset_sqlite import HEADER, is_export

DESCRIPTION = "datapackage.json"
PARQUET = ".parquet"


Known = Callable[[Path], Collection[str]]
"""Which files of a folder are known to have been made by the command that replaces it, by their paths within it."""


class NotOursError(Exception):
    """A folder or file holds what the command did not make, and is left as it is."""


def put_folder(folder: Path, files: Mapping[str, bytes], name: str) -> None:
    """Put files in place as the whole of a folder; `name` is that of the data package that they are."""
    with replacing(folder, lambda target: _of_export(target, name), "no export made") as (built, made):
        _build(built, files)
        made.update({file: sha256(content).hexdigest() for file, content in files.items()})


@contextmanager
def replacing(folder: Path, known: Known, foreign: str) -> Iterator[tuple[Path, dict[str, str]]]:
    """The path of a new folder, which takes the place of an earlier one once it is whole; and what was made in it.

    A folder that is read-only, or holds anything but what is `known`, is refused before anything is made, and again
    before it is replaced; `foreign` says of a file that it is not known. Whoever makes the files tells the digest of
    each, and what is there is held to that before it takes its place: somebody may have cleared it away meanwhile.
    Whatever stops the run leaves the earlier folder whole; what a run that was killed has left is removed by the next.
    """
    target = real(folder)
    try:
        _clear(target)
        refuse_registers_own(target)
        _refuse_others(folder, target, known, foreign)
        target.parent.mkdir(parents=True, exist_ok=True)
        with _beside(target) as (built, earlier):
            made: dict[str, str] = {}
            yield built, made
            _refuse_spoilt(folder, built, made)
            _refuse_others(folder, target, known, foreign)  # what somebody has put there meanwhile
            with placing():
                _exchange(target, built, earlier)
                PLACED.append(folder)
    except OSError as error:
        # The name of what is built says nothing to whoever asked for the folder.
        raise OSError(error.errno, error.strerror, str(folder)) from None


@contextmanager
def _beside(target: Path) -> Iterator[tuple[Path, Path]]:
    """What the folder that is built is called until it is in place, and the earlier one; then neither is there."""
    built, earlier = draft_of(target, PART), draft_of(target, OLD)
    DRAFTS.append(built)
    try:
        yield built, earlier
    finally:
        with placing():  # a signal that comes while the earlier folder is removed would leave a part of it
            for left in (built, earlier):
                shutil.rmtree(left, ignore_errors=True)
            DRAFTS.remove(built)


OLD = "old"
"""How the name of the earlier one ends."""


def _clear(target: Path) -> None:
    """Remove what runs have left that were killed; where the folder was away just then, it is put back."""
    for left in left_of(target, PART):
        shutil.rmtree(left, ignore_errors=True)
    for left in left_of(target, OLD):
        if target.exists():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.rename(target)


def _build(built: Path, files: Mapping[str, bytes]) -> None:
    """Make the new folder, every file of it on the disk."""
    for file, content in files.items():
        path = built / file
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())


def _refuse_spoilt(folder: Path, built: Path, made: Mapping[str, str]) -> None:
    """Refuse to put a new folder in place of which something else has removed or changed a file."""
    spoilt = [name for name, digest in sorted(made.items()) if _digest(built / name) != digest]
    if spoilt:
        more = f" and {len(spoilt) - 1:,} more" if len(spoilt) > 1 else ""
        raise NotOursError(
            f"{folder} is left as it was: of the new one, which was made beside it as {built.name}, something else has "
            f"removed or changed {spoilt[0]}{more}; run the command again"
        )


def _digest(file: Path) -> str:
    """The digest of a file; of one that is not there, none."""
    try:
        with file.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return ""


def _exchange(target: Path, built: Path, earlier: Path) -> None:
    """Put the new folder in the place of the old one, at one stroke where the system can.

    Where it cannot, the old one is away for a moment; where the new one fails then, it comes back.
    """
    if not target.exists():
        built.rename(target)
        return
    shutil.copymode(target, built)
    if _swapped(built, target):
        return
    target.rename(earlier)
    try:
        built.rename(target)
    except BaseException:
        with suppress(OSError):
            earlier.rename(target)
        raise


HERE, SWAP = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux."""


def _swapped(one: Path, other: Path) -> bool:
    """Whether two folders have changed places at one stroke; only Linux is asked to do it."""
    import ctypes

    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and rename(HERE, os.fsencode(one), HERE, os.fsencode(other), SWAP) == 0


def _refuse_others(folder: Path, target: Path, known: Known, foreign: str) -> None:
    """Refuse a folder that holds what is not known, or in which the command is run."""
    if not target.exists():
        return
    if not target.is_dir():
        raise NotOursError(f"{folder} is a file: name a folder")
    if holds_register(target) or holds_register(target / "data"):
        raise NotOursError(f"{folder} holds the register's own files: name another folder")
    refuse_protected(target, a_file=False)
    if target == present_folder():
        raise NotOursError(
            f"{folder} is the folder that you are in, and is replaced as a whole: go to the one above it"
        )
    other = next(_others(target, known(target)), None)
    if other is not None:
        raise NotOursError(f"{folder} holds {other}, which {foreign}: name a folder that is empty or not there")


def _others(target: Path, known: Collection[str]) -> Iterator[str]:
    """What a folder holds that is not known: a file, a link, or a folder in which no known file can be."""
    above = {str(parent) for file in known for parent in PurePosixPath(file).parents}
    for root, folders, files in os.walk(target):
        inside = PurePosixPath(Path(root).relative_to(target).as_posix())
        for name in sorted(folders):
            if str(inside / name) not in above or Path(root, name).is_symlink():
                yield str(inside / name)
        yield from sorted(str(inside / name) for name in files if str(inside / name) not in known)


def _of_export(target: Path, name: str) -> set[str]:
    """The files that the description of an earlier export names, and itself; none without such a description."""
    try:
        described = json.loads((target / DESCRIPTION).read_bytes())
        paths = [resource["path"] for resource in described["resources"]]
    except (OSError, ValueError, LookupError, TypeError):
        return set()
    if described.get("name") != name or not all(isinstance(path, str) for path in paths):
        return set()
    return {DESCRIPTION, *paths, *(str(PurePosixPath(path).with_suffix(PARQUET)) for path in paths)}


def refuse_other_file(file: Path) -> None:
    """Refuse to put a database in the place of a file that no export made or that is read-only, or in no folder."""
    if file.is_dir():
        raise NotOursError(f"{file} is a folder: name a file")
    refuse_registers_own(real(file))
    refuse_protected(real(file))
    if not real(file).parent.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(file))
    if not file.is_file() or not file.stat().st_size:
        return
    with file.open("rb") as stream:
        if not is_export(stream.read(HEADER)):
            raise NotOursError(f"{file} is a file that no export made: name another")
