"""Which files a revision holds, and whether the files of a folder are those of the revision that is checked out."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from toc_treaties.store.git import Repository, sum_of
from toc_treaties.store.git_faults import DamagedError, TooLargeError
from toc_treaties.store.opening import content_at, names_in

SHORT = 7
"""How many signs of a commit are shown."""
LINK = "120000"
MADE = re.compile(rb"(?m)^committer .*> (\d{1,12}) ([+-])(\d\d)(\d\d)$")
FOLDER, MODULE = b"40000", b"160000"
"""The modes of what is no file in a tree: a link, a folder, another repository."""

MOST, DEEPEST = 5_000, 20
"""How many files a revision's folder can have, and folders in one another: a few objects can feign millions."""


class Entry(NamedTuple):
    """A file of a tree: its mode, and the name of its content."""

    mode: str
    id: str


def tree_of(repository: Repository, commit: str) -> dict[str, Entry]:
    """The files of a commit in the repository's folder, by their names from there; none where it has no such folder."""
    tree: dict[str, Entry] = {}
    here = f"{commit}:./"
    content = repository.find(here)
    if not content and (
        repository.ask("rev-parse", "--verify", here).done or not repository.find(f"{commit}^{{tree}}")
    ):
        raise DamagedError
    for name, entry in _within(repository, content, len(commit) // 2):
        tree[name] = entry
        if len(tree) > MOST:
            raise TooLargeError(f"more than {MOST:,} files")
    return tree


def _within(repository: Repository, content: bytes, length: int, below: str = "") -> Iterator[tuple[str, Entry]]:
    """The files of a tree as git stores it: mode, name, and the content's name, of that length in bytes."""
    if below.count("/") > DEEPEST:
        raise TooLargeError(f"more than {DEEPEST} folders in one another")
    while content:
        head, ended, rest = content.partition(b"\0")
        mode, parted, name = head.partition(b" ")
        if not ended or not parted or len(rest) < length:
            raise DamagedError
        called, id, content = below + os.fsdecode(name), rest[:length].hex(), rest[length:]
        if mode == FOLDER:
            yield from _within(repository, repository.read(id), length, f"{called}/")
        elif mode != MODULE:
            yield called, Entry(mode.decode(), id)


def revision_of(folder: Path) -> str | None:
    """The short commit that a folder's files are of, `modified` where one of them differs from it.

    None where the repository around them does not hold them. Git is not asked for its own status,
    which runs the filters that a repository configures: the names of the contents are worked out here.
    """
    repository = Repository(folder)
    commit = repository.name_of("HEAD^{commit}")
    if commit is None:
        return None
    tree = {name: entry for name, entry in tree_of(repository, commit).items() if ".yaml" in name}
    if "instruments.yaml" not in tree:
        return None
    names = {name for name in names_in(folder) if ".yaml" in name}
    same = names == tree.keys() and all(_is(folder / name, entry.id) for name, entry in tree.items())
    return commit[:SHORT] + ("" if same else ", modified")


def day_of(folder: Path) -> date | None:
    """The day on which the revision was committed that is checked out around a folder; None without one."""
    repository = Repository(folder)
    commit = repository.find("HEAD^{commit}")
    return made_on(commit) if commit else None


def _is(path: Path, id: str) -> bool:
    """Whether a file has the content of that name; git may have written the ends of its lines in another way."""
    try:
        content = os.fsencode(path.readlink()) if path.is_symlink() else content_at(path)
    except OSError:
        return False
    if sum_of(b"blob", content, len(id)) == id:
        return True
    return b"\r\n" in content and sum_of(b"blob", content.replace(b"\r\n", b"\n"), len(id)) == id


def made_on(commit: bytes) -> date:
    """The day on which a commit was made, where it was made."""
    found = MADE.search(commit.partition(b"\n\n")[0])
    if found is None:
        raise DamagedError
    ahead = timedelta(hours=int(found[3]), minutes=int(found[4])) * (-1 if found[2] == b"-" else 1)
    try:
        return (datetime.fromtimestamp(int(found[1]), UTC) + ahead).date()
    except (ValueError, OverflowError, OSError):
        raise DamagedError from None
