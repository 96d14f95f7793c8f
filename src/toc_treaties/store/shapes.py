"""The form of the files: each shape reads a node into a value, and says itself as JSON Schema.

One description serves both the reader and the schema that editors complete from. A shape that meets a
fault reports it and answers `FAULT`; a record with a faulty field is dropped as a whole, unless it is
`lenient`, when an optional field alone is left out.
"""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as MappingOf
from typing import Any, Final

from toc_treaties.model.place import Place
from toc_treaties.problem import Problem
from toc_treaties.store import faults
from toc_treaties.store.nodes import Broken, Mapping, Node, Scalar, Sequence


class Fault:
    """What a shape answers for a node that cannot be read; the Problem has been reported."""


FAULT: Final = Fault()
Schema = dict[str, Any]


class Reading:
    """One file being read: its name, and the problems found so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.dropped: list[str] = []
        """Ids of records that could not be read."""

    def place(self, node: Node) -> Place:
        """The place of a node."""
        return Place(self.file, node.line, node.column)

    def fault(self, problem: Problem) -> Fault:
        """Report a problem."""
        self.problems.append(problem)
        return FAULT


class Shape:
    """Something that reads a node."""

    def read(self, node: Node, reading: Reading) -> Any:
        """The value, or FAULT with a Problem reported."""
        raise NotImplementedError

    def schema(self) -> Schema:
        """The same as JSON Schema."""
        raise NotImplementedError


def found(node: Node) -> str:
    """What a node is, in words."""
    match node:
        case Mapping():
            return "fields"
        case Sequence():
            return "a list"
        case _:
            return "a text"


def mistaken(node: Node, expected: str, reading: Reading) -> Fault:
    """Report a node of the wrong type, or the fault it already carries."""
    if isinstance(node, Broken):
        return reading.fault(node.problem)
    return reading.fault(faults.wrong_type(reading.place(node), expected, found(node)))


class Text(Shape):
    """A written text; `accept` gives a sentence where it is refused."""

    def __init__(
        self, description: str = "", pattern: str | None = None, expected: str = "a text of this form"
    ) -> None:
        self.description = description
        self.pattern = pattern
        self.expected = expected

    def read(self, node: Node, reading: Reading) -> str | Fault:
        """The text as written."""
        if not isinstance(node, Scalar):
            return mistaken(node, "a text", reading)
        if not node.text.strip():
            return reading.fault(faults.missing_value(reading.place(node), "the field"))
        if self.pattern is not None and not _matches(self.pattern, node.text):
            help_ = f"{self.expected} is expected"
            return reading.fault(faults.bad_value(reading.place(node), node.text, self.expected, help_))
        return node.text

    def schema(self) -> Schema:
        """A string, or a number that a schema tool took for one."""
        schema: Schema = (
            {"type": ["string", "integer", "number"]} if self.pattern is None else {"type": ["string", "integer"]}
        )
        if self.pattern is not None:
            schema["pattern"] = f"^(?:{self.pattern})$"
        return described(schema, self.description)


def _matches(pattern: str, text: str) -> bool:
    import re

    return re.fullmatch(pattern, text) is not None


def described(schema: Schema, description: str) -> Schema:
    """A schema with the line that editors show."""
    return {**schema, "description": description} if description else schema


class Choice(Shape):
    """One word of a fixed list."""

    def __init__(self, *words: str, make: Callable[[str], Any] = str, description: str = "") -> None:
        self.words = words
        self.make = make
        self.description = description

    def read(self, node: Node, reading: Reading) -> Any:
        """The word, or what it stands for."""
        if not isinstance(node, Scalar):
            return mistaken(node, f"one of {', '.join(self.words)}", reading)
        if node.text not in self.words:
            expected = f"one of {', '.join(self.words)}"
            help_ = faults.did_you_mean(node.text, self.words)
            return reading.fault(faults.bad_value(reading.place(node), node.text, expected, help_))
        return self.make(node.text)

    def schema(self) -> Schema:
        """An enumeration."""
        return described({"enum": list(self.words)}, self.description)


class Flag(Shape):
    """`true` or `false`."""

    def __init__(self, description: str = "") -> None:
        self.description = description

    def read(self, node: Node, reading: Reading) -> bool | Fault:
        """The truth value."""
        word = Choice("true", "false").read(node, reading)
        return word if isinstance(word, Fault) else word == "true"

    def schema(self) -> Schema:
        """A boolean."""
        return described({"type": "boolean"}, self.description)


class Count(Shape):
    """A whole number, not negative, of at most four digits."""

    def __init__(self, description: str = "") -> None:
        self.description = description

    def read(self, node: Node, reading: Reading) -> int | Fault:
        """The number."""
        if not isinstance(node, Scalar):
            return mistaken(node, "a whole number", reading)
        if not (node.text.isascii() and node.text.isdigit() and len(node.text) <= 4):  # noqa: PLR2004 - no wait is longer
            help_ = "write digits only, at most four"
            return reading.fault(faults.bad_value(reading.place(node), node.text, "a whole number", help_))
        return int(node.text)

    def schema(self) -> Schema:
        """An integer."""
        return described({"type": "integer", "minimum": 0}, self.description)


class Listing(Shape):
    """A list of one shape, as a tuple; faulty items are left out."""

    def __init__(self, item: Shape, description: str = "", *, one_too: bool = False) -> None:
        self.item = item
        self.description = description
        self.one_too = one_too

    def read(self, node: Node, reading: Reading) -> tuple[Any, ...] | Fault:
        """The items that can be read; FAULT where the node is no list."""
        if self.one_too and isinstance(node, Scalar):
            value = self.item.read(node, reading)
            return value if isinstance(value, Fault) else (value,)
        if not isinstance(node, Sequence):
            return mistaken(node, "a list", reading)
        read = self.item.read
        return tuple(value for item in node.items if (value := read(item, reading)) is not FAULT)

    def schema(self) -> Schema:
        """An array."""
        array: Schema = {"type": "array", "items": self.item.schema()}
        return described({"anyOf": [self.item.schema(), array]} if self.one_too else array, self.description)


class Table(Shape):
    """Keys that the author chooses, each with a value of one shape."""

    def __init__(self, value: Shape, description: str = "", keys: tuple[str, ...] = ()) -> None:
        self.value = value
        self.description = description
        self.keys = keys

    def read(self, node: Node, reading: Reading) -> dict[str, Any] | Fault:
        """The entries that can be read, in the file's order."""
        if not isinstance(node, Mapping):
            return mistaken(node, "fields", reading)
        report_keys(node, reading)
        entries: dict[str, Any] = {}
        for key, item in node.pairs:
            if self.keys and key.text not in self.keys:
                reading.fault(faults.unknown_key(reading.place(key), key.text, self.keys))
            elif (value := self.read_entry(key, item, reading)) is not FAULT:
                entries[key.text] = value
        return entries

    def read_entry(self, key: Scalar, item: Node, reading: Reading) -> Any:
        """One entry's value; a subclass may use its key."""
        del key
        return self.value.read(item, reading)

    def schema(self) -> Schema:
        """An object, open or with known keys."""
        if self.keys:
            properties = {key: self.value.schema() for key in self.keys}
            return described(
                {"type": "object", "properties": properties, "additionalProperties": False}, self.description
            )
        return described({"type": "object", "additionalProperties": self.value.schema()}, self.description)


def report_keys(node: Mapping, reading: Reading) -> bool:
    """Report repeated and odd keys of a mapping; whether there were any."""
    for key, first in node.repeated:
        reading.fault(faults.duplicate_key(reading.place(key), key.text, first.line))
    for odd in node.odd_keys:
        mistaken(odd, "a key", reading)
    return bool(node.repeated or node.odd_keys)


class Field:
    """A field of a record: its shape, and the name that the value takes where the file's word is another."""

    __slots__ = ("name", "required", "shape")

    def __init__(self, shape: Shape, name: str | None = None, *, required: bool = False) -> None:
        self.shape = shape
        self.name = name
        self.required = required


class Record(Shape):
    """Named fields, made into a value by `make(**fields, place=…)`."""

    def __init__(
        self,
        make: Callable[..., Any],
        called: str,
        fields: MappingOf[str, Field],
        *,
        lenient: bool = False,
        description: str = "",
    ) -> None:
        self.make = make
        self.called = called
        self.fields = fields
        self.lenient = lenient
        self.description = description
        self.required = tuple(key for key, field in fields.items() if field.required)
        self.names = {key: field.name or key for key, field in fields.items()}

    def read(self, node: Node, reading: Reading) -> Any:
        """The made value, or FAULT."""
        if not isinstance(node, Mapping):
            return mistaken(node, self.called, reading)
        return self.read_pairs(node, reading)

    def read_pairs(self, node: Mapping, reading: Reading) -> Any:
        """The made value of a mapping."""
        faulty = (node.repeated or node.odd_keys) and report_keys(node, reading)
        values: dict[str, Any] = {}
        marks: dict[str, tuple[int, int]] = {}
        fields, names = self.fields, self.names
        for key, item in node.pairs:
            field = fields.get(key.text)
            if field is None:
                reading.fault(faults.unknown_key(reading.place(key), key.text, tuple(fields)))
                faulty = True
                continue
            marks[key.text] = (item.line, item.column)
            if type(item) is Scalar and item.plain and not item.text:
                value: Any = reading.fault(faults.missing_value(reading.place(key), key.text))
            else:
                value = field.shape.read(item, reading)
            if value is not FAULT:
                values[names[key.text]] = value
            elif field.required or not self.lenient:
                faulty = True
        missing = [name for name in self.required if name not in marks]
        for name in missing:
            reading.fault(faults.missing_key(reading.place(node), name, self.called))
        faulty = bool(faulty or missing)
        if faulty and (not self.lenient or any(names[name] not in values for name in self.required)):
            return FAULT
        return self.make(**values, place=Place(reading.file, node.line, node.column, marks))

    def schema(self) -> Schema:
        """An object with known keys."""
        properties = {key: field.shape.schema() for key, field in self.fields.items()}
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        if self.required:
            schema["required"] = list(self.required)
        return described(schema, self.description)


class Keyed(Table):
    """Records under ids of their own: `make(id, **fields, place=…)`."""

    def __init__(self, make: Callable[..., Any], called: str, fields: MappingOf[str, Field]) -> None:
        super().__init__(Record(dict, called, fields))
        self.make = make

    def read_entry(self, key: Scalar, item: Node, reading: Reading) -> Any:
        """One record, which knows its id and stands where its id does."""
        fields = self.value.read(item, reading)
        if not isinstance(fields, dict):
            reading.dropped.append(key.text)
            return FAULT
        place = Place(reading.file, key.line, key.column, fields.pop("place").fields)
        return self.make(key.text, **fields, place=place)


class Made(Shape):
    """Another shape's value, made into something else; `make` may report a fault at the node."""

    def __init__(self, shape: Shape, make: Callable[[Any, Node, Reading], Any]) -> None:
        self.shape = shape
        self.make = make

    def read(self, node: Node, reading: Reading) -> Any:
        """What `make` gives."""
        value = self.shape.read(node, reading)
        return FAULT if value is FAULT else self.make(value, node, reading)

    def schema(self) -> Schema:
        """The inner shape's."""
        return self.shape.schema()


class WordOrList(Shape):
    """One of a few words, or a list of codes."""

    def __init__(self, words: Iterable[str], item: Shape, description: str = "") -> None:
        self.word = Choice(*words)
        self.listing = Listing(item)
        self.description = description

    def read(self, node: Node, reading: Reading) -> Any:
        """The word, or the tuple."""
        return self.listing.read(node, reading) if isinstance(node, Sequence) else self.word.read(node, reading)

    def schema(self) -> Schema:
        """Either."""
        return described({"anyOf": [self.word.schema(), self.listing.schema()]}, self.description)
