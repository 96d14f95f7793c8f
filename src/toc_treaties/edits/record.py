"""Recording: planned as text, read back, judged by the rules, and only then put in place, the sources first."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.edits.placing import Edit, edited
from toc_treaties.model.problem import Problem, in_order
from toc_treaties.model.register import Register
from toc_treaties.rules import judged
from toc_treaties.store.load import load
from toc_treaties.store.opening import Reader
from toc_treaties.store.putting import FileChange

SOURCES = "sources.yaml"


class FileEdit(NamedTuple):
    """One edit of one of the register's files, by the file's name below the data folder."""

    file: str
    edit: Edit


class Plan(NamedTuple):
    """What a recording would do: the files that it changes, the register before and after, the problems it would add.

    A plan with problems is not to be put in place.
    """

    files: tuple[FileChange, ...]
    problems: tuple[Problem, ...]
    before: Register
    after: Register


def plan(
    edits: Iterable[FileEdit],
    slugs: Iterable[str],
    read: Reader,
    today: date,
    root: str = "data",
    *,
    also: Iterable[str] = ("sources",),
    every: bool = False,
    new: Collection[str] = (),
) -> Plan:
    """The plan of some edits, made one after another.

    `slugs` are the states to be read and judged, `every` if those are all; `also` is what is read and judged beside.
    `new` are files that are not there yet. PlacingError where a file is written in a way that leaves no place for a
    line; OSError where one cannot be read.
    """
    texts: dict[str, bytes] = {}
    for file, edit in edits:
        texts[file] = edited(texts[file] if file in texts else read(file), edit)

    def judged_by(reader: Reader) -> tuple[Register, list[Problem]]:
        register, form = load(reader, slugs, root, also)
        return register._replace(read_on=today), judged(register, form, today, states=every)

    slugs, also = tuple(slugs), tuple(also)
    before, had = judged_by(read)
    after, has = judged_by(lambda name: texts[name] if name in texts else read(name))
    changed = sorted(texts, key=lambda name: (name != SOURCES, name))
    files = tuple(
        FileChange(name, None if name in new else read(name), texts[name])
        for name in changed
        if texts[name] != read(name)
    )
    return Plan(files, tuple(added(had, has)), before, after)


def added(had: Iterable[Problem], has: Iterable[Problem]) -> list[Problem]:
    """The problems that were not there before, wherever the old ones now stand."""
    known = Counter(map(_said, had))
    new = []
    for problem in in_order([*has]):
        if known[_said(problem)]:
            known[_said(problem)] -= 1
        else:
            new.append(problem)
    return new


def _said(problem: Problem) -> tuple[str, str, str]:
    return problem.rule, problem.place.file, problem.message


def difference(files: Iterable[FileChange], root: str) -> Iterator[str]:
    """The lines that change, with a few around them and their places, as reviewers see a change."""
    from difflib import unified_diff

    for change in files:
        before, after = ((text or b"").decode("utf-8-sig").splitlines() for text in (change.before, change.after))
        name = f"{root}/{change.name}"
        yield from unified_diff(before, after, name, name, n=2, lineterm="")
