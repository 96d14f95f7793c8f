"""What the register held at a revision of its repository."""

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import date
from errno import ENOENT
from functools import cache

from toc_treaties.store.files import GitError, Known, Origin
from toc_treaties.store.git import FOREIGN, Repository
from toc_treaties.store.git_faults import DamagedError
from toc_treaties.store.trees import LINK, SHORT, Entry, made_on, tree_of

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NAME = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
REACHES = re.compile("^[a-z]+: log for .* only goes back to", re.MULTILINE)


class RevisionError(Exception):
    """What a revision held cannot be read."""


class UnknownRevisionError(RevisionError):
    """The repository has no revision that is called so."""


def at_revision(origin: Origin, asked: str, today: date, *, empty: bool = False) -> Origin:
    """What the register held at a revision: one that git knows by that name, or the last of a day.

    A revision that holds no register is refused, unless the answer may be `empty`.
    """
    if origin.folder is None or origin.kind == "installed copy":
        raise RevisionError(
            f"{origin.shown_as} is the installed copy, which holds no past revision: "
            "run the command inside a checkout of the project, or name its data folder with --data"
        )
    repository = Repository(origin.folder)
    try:
        commit, day = _commit(repository, asked, today)
        tree = tree_of(repository, commit)
        made = made_on(repository.read(commit))
        known = Known(asked, commit, made, day or made)
    except GitError as error:
        raise RevisionError(str(error)) from None
    short = commit[:SHORT]
    if "instruments.yaml" not in tree and not empty:
        raise UnknownRevisionError(
            f"revision {short} holds no register in {origin.shown_as}: name a later one; "
            "where the folder had another name then, check that revision out and name its folder with --data"
        )

    def read(name: str) -> bytes:
        try:
            return repository.read(_target(repository, tree, name).id)
        except GitError as error:
            raise RevisionError(f"{name} of revision {short} cannot be read: {error}") from None

    def names(below: str) -> tuple[str, ...]:
        return tuple(sorted(name for name in tree if not below or name.startswith(f"{below}/")))

    return Origin(origin.kind, f"{origin.shown_as} at {short}", cache(read), names, lambda: short, known=known)


def _target(repository: Repository, tree: Mapping[str, Entry], name: str) -> Entry:
    """A file of a tree; where it is a link, the file that it leads to."""
    passed, entry = name, tree.get(name)
    for _ in range(len(tree)):
        if entry is None or entry.mode != LINK:
            break
        passed = posixpath.normpath(posixpath.join(posixpath.dirname(passed), os.fsdecode(repository.read(entry.id))))
        entry = tree.get(passed)
    if entry is None or entry.mode == LINK:
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), name)
    return entry


def _commit(repository: Repository, asked: str, today: date) -> tuple[str, date | None]:
    """The commit that a name or a day means, and the day."""
    if not asked.strip() or asked.startswith("-") or not asked.isprintable():
        raise UnknownRevisionError(f"{asked!r} is no name of a revision: {EXPECTED}")
    kind = "" if asked.startswith(":/") else "^{commit}"  # what is searched for ends with the name
    reply = repository.ask("rev-parse", "--verify", "--end-of-options", asked + kind)
    commit = reply.text.decode("ascii", "replace").strip()
    if reply.done and NAME.fullmatch(commit) and not REACHES.search(reply.complaint):
        return commit, None
    _look_around(repository)
    if _is_damaged(repository, reply.complaint):
        raise DamagedError
    if not reply.done and DAY.fullmatch(asked):
        return _last_of(repository, asked, today)
    raise UnknownRevisionError(_unknown(repository, asked, reply.complaint))


EXPECTED = "name a tag, a commit or a day, as HEAD~5, 1a2b3c4 or 2026-11-21"


def _look_around(repository: Repository) -> None:
    """Refuse a folder around which git reads no repository, or one that has no commit."""
    reply, folder = repository.ask("rev-parse", "--git-dir"), repository.folder
    if FOREIGN in reply.complaint:
        top = re.search(r"repository at '(.*)'", reply.complaint)
        raise RevisionError(
            f"{folder} lies in a repository of another user, which git does not trust; if you do, run: "
            f"git config --global --add safe.directory {top[1] if top else folder.resolve().parent}"
        )
    if "not a git repository" in reply.complaint or "bare repository" in reply.complaint:
        raise RevisionError(
            f"{folder} lies in no checkout of git, so that no past revision is known: clone the project"
        )
    if not reply.done:
        raise RevisionError(f"git cannot read the repository around {folder}: {_complaint(reply.complaint)}")
    head = repository.ask("rev-parse", "--verify", "HEAD^{commit}")
    if head.done or _is_damaged(repository, head.complaint, "--all"):
        return
    if repository.ask("for-each-ref", "--count=1").text:
        raise RevisionError(
            f"HEAD of the repository around {folder} leads to no commit: check a branch out with git switch; "
            "git fsck says whether the repository is damaged"
        )
    raise RevisionError(f"the repository around {folder} has no commit yet")


def _is_damaged(repository: Repository, complaint: str, of: str = "HEAD") -> bool:
    """Whether git does not know a name because it cannot read what leads there, and not because there is none."""
    said = any(line.startswith("error: ") and "is ambiguous" not in line for line in complaint.splitlines())
    return said or not repository.ask("rev-list", "--count", of).done


def _unknown(repository: Repository, asked: str, complaint: str) -> str:
    """The sentence on a name that git does not know, with what is nearest to it."""
    from toc_treaties.model.names import nearest

    if "is ambiguous" in complaint:
        return f"{asked!r} is short for more than one revision: write more of it"
    if REACHES.search(complaint):
        return f"{asked!r} cannot be told: {_complaint(complaint)}; name the day alone, as 2026-11-21"
    if _is_shallow(repository):
        return f"there is no revision {asked!r} in this shallow clone: run git fetch --unshallow --tags, and ask again"
    reply = repository.ask("for-each-ref", "--format=%(refname:short)", "refs/tags", "refs/heads", "refs/remotes")
    near = nearest(asked, reply.text.decode("utf-8", "replace").split())
    remedy = f"did you mean {' or '.join(near)}?" if near else EXPECTED
    return f"there is no revision {asked!r}: {remedy}"


def _complaint(complaint: str) -> str:
    """The first line in which git says why, without its opening."""
    line = next((line for line in complaint.splitlines() if line.strip()), "no reason is given")
    return re.sub("^(?:fatal|error|warning): ", "", line).rstrip(".")


def _is_shallow(repository: Repository) -> bool:
    return repository.ask("rev-parse", "--is-shallow-repository").text.strip() == b"true"


def _last_of(repository: Repository, asked: str, today: date) -> tuple[str, date]:
    """The last commit on a day or before it, where each is of the day on which it was committed."""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        raise UnknownRevisionError(f"there is no day {asked}") from None
    if day > today:
        raise UnknownRevisionError(f"{asked} lies ahead: what the register will hold then is not known")
    first = None
    for commit, made in _line(repository):
        if made <= day:
            return commit, day
        first = made
    if _is_shallow(repository):
        raise RevisionError(
            f"this shallow clone begins on {first}, after {asked}: run git fetch --unshallow --tags, and ask again"
        )
    raise UnknownRevisionError(f"there is no revision of {asked} or before: the first is of {first}")


def _line(repository: Repository) -> Iterator[tuple[str, date]]:
    """The commits of the line of the branch that is checked out, the newest first, each with its day."""
    reply = repository.ask("rev-list", "--first-parent", "--format=%cd", "--date=format:%Y-%m-%d", "HEAD")
    if not reply.done:
        raise DamagedError
    lines = reply.text.decode("ascii", "replace").splitlines()
    for named, day in zip(lines[::2], lines[1::2], strict=True):
        yield named.removeprefix("commit "), date.fromisoformat(day)
