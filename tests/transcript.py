"""Console transcripts: commands after a dollar sign, what they print below, and `? 2` where the exit code is not 0.

A line that holds `…` alone stands for any lines. A command may go on in the next line, behind a backslash. Commands of
other programs are not run.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.console import Result, toc

PROMPT = "$ "
ANYTHING = "…"


class Step(NamedTuple):
    """One command with what is expected of it; the code is None where the transcript does not say."""

    command: str
    expected: str
    code: int | None

    @property
    def ours(self) -> bool:
        """Whether the command is this program's."""
        return "toc-treaties" in self.words

    @property
    def words(self) -> list[str]:
        """The command's words, as a shell parts them."""
        return shlex.split(self.command)

    def run(self, folder: Path, **environment: str) -> Result:
        """What the command does in a folder; words of the form NAME=value before it set its environment."""
        start = self.words.index("toc-treaties")
        given = dict(word.split("=", 1) for word in self.words[:start])
        return toc(*self.words[start + 1 :], folder=folder, **{**environment, **given})


def steps(text: str) -> Iterator[Step]:
    """The commands of a transcript; what stands before the first is a remark."""
    for part in re.split(rf"^{re.escape(PROMPT)}", text, flags=re.MULTILINE)[1:]:
        command, _, rest = part.replace("\\\n", "").partition("\n")
        said = re.search(r"^\? (\d+)\n", rest, re.MULTILINE)
        expected = rest[: said.start()] if said else rest
        yield Step(command, expected, int(said[1]) if said else None)


def shown(result: Result) -> str:
    """What a console shows: output, then errors; without the line on the data, which changes with every commit."""
    return without_revision((result.out + result.err).replace("\r\n", "\n"))


def without_revision(text: str) -> str:
    """A text whose line on the data says no revision."""
    return re.sub(r"^(\**Data\**) .*$", rf"\1 {ANYTHING}", text, flags=re.MULTILINE)


def matches(expected: str, output: str) -> bool:
    """Whether an output is the one expected, blank lines at its end aside."""
    lines = without_revision(expected).rstrip("\n").split("\n")
    pattern = "".join(r"(?:.*\n)*?" if line == ANYTHING else re.escape(line) + r"\n" for line in lines)
    return re.fullmatch(pattern, output.rstrip("\n") + "\n") is not None


def changes(expected: str, output: str) -> bool:
    """Whether an output changes the lines that are expected, and says the rest of what is expected besides."""
    said = output.splitlines()
    lines = expected.splitlines()
    return _changed(lines) == _changed(said) and {*lines} <= {*said}


def _changed(lines: list[str]) -> list[str]:
    """The lines that a change adds and takes away."""
    return [line for line in lines if line.startswith(("+", "-")) and not line.startswith(("+++ ", "--- "))]


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a Markdown page in one language."""
    return [block for _, block in blocks_of(page, language)]


def blocks_of(page: str, *languages: str) -> list[tuple[str, str]]:
    """The fenced blocks of a Markdown page in some languages, each with its own, in the order of the page."""
    return re.findall(rf"^```({'|'.join(languages)})\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def written(text: str, results: list[Result]) -> str:
    """A transcript with what its commands printed now."""
    remark = text.split(PROMPT, 1)[0] if PROMPT in text else text
    parts = []
    for step, result in zip(steps(text), results, strict=True):
        code = f"? {result.code}\n" if result.code else ""
        told = [line for line in (f"{PROMPT}{step.command}", shown(result).rstrip("\n")) if line]
        parts.append("\n".join([*told, code]))
    return remark + "\n".join(parts)
