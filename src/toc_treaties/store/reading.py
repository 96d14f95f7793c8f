"""What every shape of the files shares: a file being read, a fault reported, and a form said as JSON Schema."""

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any, Final

from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.store import faults
from toc_treaties.store.nodes import Broken, Mapping, Node, Scalar, Sequence


class Unreadable:
    """What a shape answers for a node that cannot be read; the Problem has been reported."""


FAULT: Final = Unreadable()
Schema = dict[str, Any]


class FileReading:
    """One file being read: its name, and the problems found so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.reported = 0
        """How many problems there are, those too that are not kept."""
        self.dropped: list[str] = []
        """Ids of records that could not be read."""
        self.cited: set[str] = set()
        """Ids of the sources that are cited."""

    def place(self, node: Node) -> Place:
        """The place of a node."""
        return Place(self.file, node.line, node.column)

    def fault(self, problem: Problem) -> Unreadable:
        """Report a problem; of a file that has more than any reader could mend, so many."""
        self.reported += 1
        if self.reported <= MOST:
            self.problems.append(problem)
        elif not self.problems[-1].message.endswith(BEYOND):
            self.problems[-1] = self.problems[-1]._replace(message=self.problems[-1].message + BEYOND)
        return FAULT


MOST = 20_000
"""So many problems of a file are kept: an entry a line, all of them wrong, would fill the memory with sentences."""
BEYOND = ", and there are more in this file than are shown"


class Shape:
    """Something that reads a node."""

    places_keys = False
    """Whether the record that has it places each key below it too, as `field.key`."""

    def read(self, node: Node, reading: FileReading) -> Any:
        """The value, or FAULT with a Problem reported."""
        raise NotImplementedError

    def schema(self) -> Schema:
        """The same as JSON Schema."""
        raise NotImplementedError


class Deferred(Shape):
    """A shape of another module, imported when a file first holds what it reads."""

    def __init__(self, module: str, name: str) -> None:
        self.module = module
        self.name = name

    @property
    def shape(self) -> Shape:
        """The shape itself."""
        found: Shape = getattr(import_module(f"toc_treaties.store.{self.module}"), self.name)
        return found

    def read(self, node: Node, reading: FileReading) -> Any:
        """The shape's value."""
        return self.shape.read(node, reading)

    def schema(self) -> Schema:
        """The shape's own."""
        return self.shape.schema()


def found(node: Node) -> str:
    """What a node is, in words."""
    match node:
        case Mapping():
            return "fields"
        case Sequence():
            return "a list"
        case _:
            return "a text"


def mistaken(node: Node, expected: str, reading: FileReading, fields: Iterable[str] = ()) -> Unreadable:
    """Report a node of the wrong type, or the fault it already carries; `fields` are those it may have."""
    if isinstance(node, Broken):
        return reading.fault(node.problem)
    help_ = _remedy(node, expected, tuple(fields))
    return reading.fault(faults.wrong_type(reading.place(node), expected, found(node), help_))


def _remedy(node: Node, expected: str, fields: tuple[str, ...]) -> str:
    """What most likely went wrong with a node of the wrong type; empty where that cannot be told."""
    if isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Scalar):
        return f"write it without the brackets: {node.items[0].text}; or in quotes, if they belong to the text"
    if isinstance(node, Scalar):
        match = re.match(r"([\w-]+)(:| +|$)(.*)", node.text)
        if match and match[1] in fields:
            missing = (
                "a blank is missing behind the colon" if match[2] == ":" else f"a colon is missing behind {match[1]}"
            )
            return f"{missing}: write {match[1]}: {match[3]}".rstrip(" ")
    elif expected == "a text":
        return "put quotes around a text that begins with a bracket or holds a colon"
    return ""
