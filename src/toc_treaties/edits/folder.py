"""A folder of open data, put in place as a whole: built beside the old one, which stays until the new one is there."""

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from toc_treaties.writers.dataset_sqlite import HEADER, is_export

DESCRIPTION = "datapackage.json"
PARQUET = ".parquet"


class NotOursError(Exception):
    """A folder or file holds what no export made, and is left as it is."""


def put_folder(folder: Path, files: Mapping[str, bytes], name: str) -> None:
    """Put files in place as the whole of a folder; `name` is that of the data package that they are.

    A folder that holds anything but an earlier export is refused. Whatever stops the run leaves the earlier one whole.
    """
    target = folder.resolve()
    _refuse_others(folder, target, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    built, earlier = (target.with_name(f".{target.name}.{os.getpid()}.{word}") for word in ("part", "old"))
    try:
        for file, content in files.items():
            path = built / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        _exchange(target, built, earlier)
    finally:
        for left in (built, earlier):
            shutil.rmtree(left, ignore_errors=True)


def _exchange(target: Path, built: Path, earlier: Path) -> None:
    """Put the new folder in the place of the old one; where that fails in between, the old one comes back."""
    if not target.exists():
        built.rename(target)
        return
    target.rename(earlier)
    try:
        built.rename(target)
    except BaseException:
        with suppress(OSError):
            earlier.rename(target)
        raise


def _refuse_others(folder: Path, target: Path, name: str) -> None:
    """Refuse a folder that holds what an export of this name did not make."""
    if not target.exists():
        return
    if not target.is_dir():
        raise NotOursError(f"{folder} is a file: name a folder")
    known = _of_export(target, name)
    other = next((path for path in sorted(target.iterdir()) if path.name not in known or path.is_dir()), None)
    if other is not None:
        raise NotOursError(
            f"{folder} holds {other.name}, which no export made: name a folder that is empty or not there"
        )


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
    """Refuse to put a database in the place of a file that no export made."""
    if file.is_dir():
        raise NotOursError(f"{file} is a folder: name a file")
    if not file.is_file() or not file.stat().st_size:
        return
    with file.open("rb") as stream:
        if not is_export(stream.read(HEADER)):
            raise NotOursError(f"{file} is a file that no export made: name another")
