"""The corpus of corruptions: single slips in the real files, each with the rule that finds it and its line.

A row of `corruptions/*.tsv` names a file, the block of it that is meant (`treaties.untoc`, or `-` for the whole), a
pattern, what takes its place, the rule that is expected, and how many lines below the first changed one it points; `*`
where it points to the record that the change is in. Four cells more are an edit of another file, harmless by itself,
beside which it is a slip: a treaty that is written to allow less than those of the register do.
A text is read once a session (`once`): a row reads again only the file that it changes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from errno import ENOENT
from pathlib import Path
from typing import NamedTuple

from toc_treaties.cli.check import find
from toc_treaties.cli.session import Session
from toc_treaties.model.problem import Problem, in_order
from toc_treaties.rules import judged
from toc_treaties.store.files import Origin
from toc_treaties.store.load import ALL, load

ROWS = Path(__file__).parent / "corruptions"
TODAY = date(2026, 11, 26)
_CODED = re.compile(r"\\u([0-9a-f]{4})")
"""A character that an editor would not show in the table."""


class Row(NamedTuple):
    """One slip, and what is expected of `check`; a harmless edit expects no rule."""

    file: str
    within: str
    find: str
    put: str
    rule: str = ""
    below: int | None = 0
    beside: tuple[str, ...] = ()

    def applied(self, text: str) -> str:
        """The file's text with the slip; it must change something."""
        start, end = block(text, self.within)
        put = _CODED.sub(lambda code: chr(int(code[1], 16)), self.put.replace("\\n", "\n"))
        changed, count = re.subn(self.find, put, text[start:end], count=1, flags=re.MULTILINE)
        assert count == 1, f"{self.file}: nothing matches {self.find!r} within {self.within}"
        assert text[start:end] != changed
        return text[:start] + changed + text[end:]


def rows(name: str) -> list[Row]:
    """The rows of one table."""
    lines = (ROWS / name).read_text("utf-8").splitlines()
    return [row(line.split("\t")) for line in lines if line and not line.startswith("#")]


def row(cells: list[str]) -> Row:
    """One row of a table."""
    file, within, pattern, put, *expected = cells
    rule, below, *beside = (*expected, "0") if len(expected) == 1 else expected or ("", "0")
    return Row(file, within, pattern, put, rule, None if below == "*" else int(below), tuple(beside))


def block(text: str, within: str) -> tuple[int, int]:
    """Where the lines of a key, and of a key within it, begin and end."""
    start, end = 0, len(text)
    for depth, key in enumerate(within.split(".") if within != "-" else ()):
        head = re.compile(rf"^ {{{2 * depth}}}{re.escape(key)}:", re.MULTILINE).search(text, start, end)
        assert head, f"no {within}"
        after = re.compile(rf"^ {{0,{2 * depth}}}[^\s#]", re.MULTILINE).search(text, head.end(), end)
        start, end = head.start(), after.start() if after else end
    return start, end


def first_change(before: str, after: str) -> int:
    """The first line, from 1, that differs."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=False)
    return next((number for number, (old, new) in enumerate(pairs, 1) if old != new), after.count("\n") + 1)


class Corpus:
    """The real files, read once, and the problems of a changed one."""

    def __init__(self, data: Path) -> None:
        self.texts = {path.relative_to(data).as_posix(): path.read_text("utf-8") for path in data.rglob("*.yaml")}
        self.slugs = sorted(name[7:-5] for name in self.texts if name.startswith("states/"))
        self.problems_before = self.problems(self.texts)

    def problems(self, texts: Mapping[str, str]) -> list[Problem]:
        """What `check` finds in these files."""
        return self.problems_of_bytes({name: text.encode() for name, text in texts.items()})

    def problems_of_bytes(self, contents: Mapping[str, bytes]) -> list[Problem]:
        """What `check` finds where some files hold these bytes, and the others what they held."""

        def reader(name: str) -> bytes:
            return contents[name] if name in contents else self.texts[name].encode()

        register, form = load(reader, self.slugs, "data", ALL, partial=True)
        return in_order(judged(register, form, TODAY, whole=True))

    def problems_of_folder(self, contents: Mapping[str, bytes]) -> list[Problem]:
        """What `check` finds in a data folder that holds these files."""

        def reader(name: str) -> bytes:
            if name not in contents:
                raise FileNotFoundError(ENOENT, "there is none", name)
            return contents[name]

        def names(below: str) -> tuple[str, ...]:
            return tuple(sorted(name for name in contents if name.startswith(below)))

        return find(Session(Origin("folder", "data", reader, names, lambda: None)), [])[0]

    def found(self, row: Row) -> tuple[list[Problem], int]:
        """The problems that a slip makes, and the first line that it changed."""
        before = self.texts[row.file]
        after = row.applied(before)
        problems = self.problems({**self.beside(row), row.file: after})
        return problems, first_change(before, after)

    def beside(self, row: Row) -> dict[str, str]:
        """The other file as it is written where a slip is one."""
        if not row.beside:
            return {}
        file, within, pattern, put = row.beside
        return {file: Row(file, within, pattern, put).applied(self.texts[file])}


def everything(names: Iterable[str]) -> Iterator[Row]:
    """The rows of several tables."""
    for name in names:
        yield from rows(name)
