"""The shapes of single values: a text, a word of a list, a truth value, a number."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from toc_treaties.store import faults, value_faults
from toc_treaties.store.nearness import nearest_or_known
from toc_treaties.store.nodes import Node, Scalar
from toc_treaties.store.reading import FileReading, Schema, Shape, Unreadable, mistaken


class TextShape(Shape):
    """A written text; `accept` gives a sentence where it is refused."""

    def __init__(self, *, pattern: str | None = None, expected: str = "a text of this form") -> None:
        self.pattern = pattern
        self.expected = expected

    def read(self, node: Node, reading: FileReading) -> str | Unreadable:
        """The text as written."""
        if not isinstance(node, Scalar):
            return mistaken(node, "a text", reading)
        if not node.text.strip():
            return reading.fault(faults.missing_value(reading.place(node), "the field"))
        if "\n" in node.text:
            text = node.text.split("\n", 1)[0]
            return reading.fault(faults.bad_value(reading.place(node), text, "one line", "write it on one line"))
        if self.pattern is not None and re.fullmatch(self.pattern, node.text) is None:
            better = node.text.strip().upper()
            help_ = f"write {better}" if re.fullmatch(self.pattern, better) else f"write {self.expected}"
            return reading.fault(faults.bad_value(reading.place(node), node.text, self.expected, help_))
        return node.text

    def schema(self) -> Schema:
        """A string, or a number that a schema tool took for one."""
        schema: Schema = (
            {"type": ["string", "integer", "number"]} if self.pattern is None else {"type": ["string", "integer"]}
        )
        if self.pattern is not None:
            schema["pattern"] = f"^(?:{self.pattern})$"
        return schema


class Choice(Shape):
    """One word of a fixed list."""

    def __init__(self, *words: str, make: Callable[[str], Any] = str) -> None:
        self.words = words
        self.make = make
        self._made: dict[str, Any] = {}

    @classmethod
    def of(cls, words: type[StrEnum]) -> "Choice":
        """One word of a vocabulary."""
        return cls(*words, make=words)

    def read(self, node: Node, reading: FileReading) -> Any:
        """The word, or what it stands for, made once."""
        if type(node) is Scalar and node.text in self._made:
            return self._made[node.text]
        if not isinstance(node, Scalar):
            return mistaken(node, f"one of {', '.join(self.words)}", reading)
        if node.text not in self.words:
            expected = f"one of {', '.join(self.words)}"
            help_ = nearest_or_known(node.text, self.words)
            return reading.fault(faults.bad_value(reading.place(node), node.text, expected, help_))
        made = self._made[node.text] = self.make(node.text)
        return made

    def schema(self) -> Schema:
        """An enumeration."""
        return {"enum": list(self.words)}


_TRUTH = Choice("true", "false")


class Flag(Shape):
    """`true` or `false`."""

    def read(self, node: Node, reading: FileReading) -> bool | Unreadable:
        """The truth value."""
        word = _TRUTH.read(node, reading)
        return word if isinstance(word, Unreadable) else word == "true"

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


class Count(Shape):
    """A whole number, not negative, of at most four digits."""

    def read(self, node: Node, reading: FileReading) -> int | Unreadable:
        """The number."""
        if not isinstance(node, Scalar):
            return mistaken(node, "a whole number", reading)
        if not (node.text.isascii() and node.text.isdigit() and len(node.text) <= 4):  # noqa: PLR2004 - no wait is longer
            help_ = "write digits only, at most four"
            return reading.fault(faults.bad_value(reading.place(node), node.text, "a whole number", help_))
        return int(node.text)

    def schema(self) -> Schema:
        """An integer."""
        return {"type": "integer", "minimum": 0}


class Reason(TextShape):
    """Why something is so, in words: a bare yes or no is none."""

    none = re.compile(
        "[yn]|yes|no|s[ií]|sim|não|nao|oui|non|true|false|ok|none|null|unknown|unconfirmed|n/?a|tbd|todo|x"
    )

    def read(self, node: Node, reading: FileReading) -> str | Unreadable:
        """The reason as written."""
        text = super().read(node, reading)
        if isinstance(text, str) and (self.none.fullmatch(text.casefold()) or not any(sign.isalpha() for sign in text)):
            return reading.fault(value_faults.no_reason(reading.place(node), text))
        return text
