"""Lines of a file as an author sees them: blanks, hyphens, a key and what follows its colon."""

import re
from typing import NamedTuple


class Line(NamedTuple):
    """A written line: its blanks, its hyphens, its key and what follows the colon."""

    indent: int
    bullets: str
    key: str
    value: str

    @property
    def column(self) -> int:
        """Where what follows the hyphens begins, counted from 0."""
        return self.indent + len(self.bullets)

    @property
    def value_at(self) -> int:
        """Where the value begins, counted from 0."""
        return self.column + len(self.key)

    @property
    def word(self) -> str:
        """The key alone; empty where the line has none."""
        return self.key.rstrip().removesuffix(":").strip("\"'")


_LINE = re.compile(
    r"( *)((?:-(?: +|$))*)((?:[\w-]+|\"[^\"]*\"|'[^']*'): +|(?:[\w-]+|\"[^\"]*\"|'[^']*'):$)?(.*)", re.DOTALL
)


def parts_of(written: str) -> Line:
    """A line taken apart."""
    indent, bullets, key, value = _LINE.fullmatch(written.rstrip("\r")).groups()  # type: ignore[union-attr]
    return Line(len(indent), bullets, key or "", value)


def starts_anew(written: str) -> bool:
    """Whether a line looks like a field or an item, and not like the further words of a text."""
    line = parts_of(written)
    return bool(line.key or line.bullets)


def closing(value: str) -> int | None:
    """Where the quote that opens a value is closed; None where it is not."""
    form = r'"(?:[^"\\]|\\.)*"' if value[0] == '"' else r"'(?:[^']|'')*'"
    match = re.match(form, value)
    return match.end() if match else None
