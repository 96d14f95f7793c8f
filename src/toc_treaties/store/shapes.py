"""The form of the files: each shape reads a node into a value, and says itself as JSON Schema.

One shape serves both the reader and the schema that editors complete from; what they say of a field stands in
`field_sentences`. A shape that meets a fault reports it and answers `FAULT`; a record with a faulty field is dropped as
a whole, unless it is `lenient`, when an optional field alone is left out.
"""

import re
from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from typing import Any

from toc_treaties.model.place import Place
from toc_treaties.store import faults, value_faults
from toc_treaties.store.ids import bad_id, is_id
from toc_treaties.store.keys import report_keys
from toc_treaties.store.nearness import mistyped
from toc_treaties.store.nodes import Mapping, Node, Scalar, Sequence
from toc_treaties.store.reading import FAULT, FileReading, Schema, Shape, Unreadable, mistaken
from toc_treaties.store.scalars import Choice, TextShape

_placed = tuple.__new__
"""A place without the call of its class: each record has one."""
SEVERAL = 3
"""So many strange fields, and none that is known, are another record."""


class Listing(Shape):
    """A list of one shape, as a tuple; faulty items are left out."""

    def __init__(self, item: Shape, *, one_too: bool = False) -> None:
        self.item = item
        self.one_too = one_too
        self._of_texts = isinstance(item, (Choice, TextShape))

    def read(self, node: Node, reading: FileReading) -> tuple[Any, ...] | Unreadable:
        """The items that can be read; FAULT where the node is no list."""
        if self.one_too and isinstance(node, Scalar):
            ids = _split(node.text)
            if node.plain and len(ids) > 1:
                help_ = f"put brackets around several: [{', '.join(ids)}]"
                return reading.fault(faults.bad_value(reading.place(node), node.text, "one of them", help_))
            value = self.item.read(node, reading)
            return value if isinstance(value, Unreadable) else (value,)
        if not isinstance(node, Sequence):
            if isinstance(node, Scalar) and isinstance(self.item, (TextShape, Choice)):
                written = node.text if node.plain else f'"{node.text}"'
                help_ = f"put brackets around it: [{written}]"
                return reading.fault(faults.wrong_type(reading.place(node), "a list", "a text", help_))
            if isinstance(node, Mapping) and node.pairs:
                return reading.fault(faults.not_an_item(reading.place(node), node.pairs[0][0].text))
            return mistaken(node, "a list", reading)
        if self._of_texts and len(node.items) > 1:
            _report_items(node, reading)
        read = self.item.read
        found = [read(item, reading) if type(item) is Mapping else self._item(item, reading) for item in node.items]
        values = tuple([value for value in found if value is not FAULT])
        return FAULT if self.one_too and node.items and not values else values

    def _item(self, node: Node, reading: FileReading) -> Any:
        """One item; one that is empty, a list itself, or several in one is said as that."""
        if isinstance(node, Scalar) and node.plain and not node.text:
            return reading.fault(faults.empty_item(reading.place(node)))
        if self.one_too and isinstance(node, Sequence) and node.items:
            return reading.fault(faults.list_in_list(reading.place(node)))
        if self.one_too and isinstance(node, Scalar) and node.plain and len(ids := _split(node.text)) > 1:
            help_ = f"put a comma between them, {', '.join(ids)}, or each on a line with a hyphen of its own"
            return reading.fault(faults.bad_value(reading.place(node), node.text, "one of them", help_))
        return self.item.read(node, reading)

    def schema(self) -> Schema:
        """An array."""
        array: Schema = {"type": "array", "items": self.item.schema()}
        return {"anyOf": [self.item.schema(), array]} if self.one_too else array


def _report_items(node: Sequence, reading: FileReading) -> None:
    """Report what a list of texts holds twice."""
    texts = [item.text for item in node.items if type(item) is Scalar]
    if len({*texts}) < len(texts):
        first: set[str] = set()
        for item in node.items:
            if isinstance(item, Scalar) and item.text in first:
                reading.fault(value_faults.repeated_item(reading.place(item), item.text))
            elif isinstance(item, Scalar):
                first.add(item.text)


def _split(text: str) -> list[str]:
    """The ids that an author wrote as one text."""
    if text.replace("-", "").isalnum():
        return [text]
    return re.split(r"\s*[,;]\s*|\s+and\s+|\s+", text.strip("()[] "))


class Table(Shape):
    """Keys that the author chooses, each with a value of one shape."""

    def __init__(self, value: Shape, keys: tuple[str, ...] = ()) -> None:
        self.value = value
        self.keys = keys

    def read(self, node: Node, reading: FileReading) -> dict[str, Any] | Unreadable:
        """The entries that can be read, in the file's order."""
        if not isinstance(node, Mapping):
            return mistaken(node, "fields", reading, self.keys)
        if node.repeated or node.odd_keys:
            report_keys(node, reading)
        entries: dict[str, Any] = {}
        rest: tuple[str, ...] | None = None
        for key, item in node.pairs:
            if self.keys and key.text not in self.keys:
                if rest is None:
                    there = {other.text for other, _ in node.pairs}
                    rest = tuple(word for word in self.keys if word not in there)
                reading.fault(faults.unknown_key(reading.place(key), key.text, rest))
            elif (value := self.read_entry(key, item, reading)) is not FAULT:
                entries[key.text] = value
        return entries

    def read_entry(self, key: Scalar, item: Node, reading: FileReading) -> Any:
        """One entry's value; a subclass may use its key."""
        del key
        return self.value.read(item, reading)

    def schema(self) -> Schema:
        """An object, open or with known keys."""
        if self.keys:
            properties = {key: self.value.schema() for key in self.keys}
            return {"type": "object", "properties": properties, "additionalProperties": False}
        return {"type": "object", "additionalProperties": self.value.schema()}


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
    ) -> None:
        self.make = make
        self.called = called
        self.fields = fields
        self.lenient = lenient
        self.required = tuple(key for key, field in fields.items() if field.required)
        self.names = {key: field.name or key for key, field in fields.items()}
        self._readers = {key: (key, field.name or key, field.shape.read) for key, field in fields.items()}
        self._needed = frozenset(self.required)
        self._keys_placed = frozenset(key for key, field in fields.items() if field.shape.places_keys)

    def read(self, node: Node, reading: FileReading) -> Any:
        """The made value, or FAULT."""
        if not isinstance(node, Mapping):
            return mistaken(node, self.called, reading, self.fields)
        return self.read_pairs(node, reading)

    def read_pairs(self, node: Mapping, reading: FileReading) -> Any:
        """The made value of a mapping."""
        faulty = (node.repeated or node.odd_keys) and report_keys(node, reading)
        values: dict[str, Any] = {}
        marks: dict[str, tuple[int, int]] = {}
        readers, keys_placed = self._readers, self._keys_placed
        for key, item in node.pairs:
            reader = readers.get(key.text)
            if reader is None:
                faulty = True
                continue
            name, field, read = reader
            marks[name] = item[-2:]
            if keys_placed and name in keys_placed and isinstance(item, Mapping):
                marks |= {f"{name}.{below.text}": below[-2:] for below, _ in item.pairs}
            if type(item) is Scalar and not item.text and item.plain:
                value: Any = self._empty(key, node, reading)
            else:
                value = read(item, reading)
            if value is not FAULT:
                values[field] = value
            elif not self.lenient or name in self._needed:
                faulty = True
        if faulty:
            self._report_unknown(node, reading)
        missing = not self._needed <= marks.keys()
        if missing:
            self._report_missing([name for name in self.required if name not in marks], node, reading)
        if (faulty or missing) and (not self.lenient or any(self.names[name] not in values for name in self.required)):
            return FAULT
        values["place"] = _placed(Place, (reading.file, node.line, node.column, marks))
        return self.make(**values)

    def _report_missing(self, missing: list[str], node: Mapping, reading: FileReading) -> None:
        """Report the fields that are not there, but for those of which another is a slip of writing."""
        misspelt = {mistyped(key.text, missing) for key, _ in node.pairs if key.text not in self.fields}
        unsaid = [name for name in missing if name not in misspelt]
        if unsaid:
            reading.fault(faults.missing_key(reading.place(node), unsaid, self.called))

    def _empty(self, key: Scalar, node: Mapping, reading: FileReading) -> Unreadable:
        """Report a field without a value, unless what belongs under it stands beside it, which is said there."""
        if key.text in self._parents(node).values():
            return FAULT
        needed = self.fields[key.text].required or key.text == "source"
        return reading.fault(faults.missing_value(reading.place(key), key.text, needed=needed))

    def _report_unknown(self, node: Mapping, reading: FileReading) -> None:
        """Report the fields that this record does not have; those that belong under the one above them, once."""
        rest = tuple(name for name in self.fields if name not in {key.text for key, _ in node.pairs})
        if len(node.pairs) > SEVERAL and not any(key.text in self.fields for key, _ in node.pairs) and self.required:
            return  # the record's own fields are missing: that is said
        parents = self._parents(node)
        said: set[str] = set()
        for key, _ in node.pairs:
            parent = parents.get(key.text)
            if parent is not None and parent not in said:
                said.add(parent)
                reading.fault(faults.outdented_key(reading.place(key), key.text, parent))
            elif parent is None and key.text not in self.fields:
                reading.fault(faults.unknown_key(reading.place(key), key.text, rest))

    def _parents(self, node: Mapping) -> dict[str, str]:
        """Fields that this record does not have, by the empty one of several fields right above them."""
        found: dict[str, str] = {}
        above = ""
        for key, item in node.pairs:
            field = self.fields.get(key.text)
            if field is not None:
                empty = isinstance(item, Scalar) and item.plain and not item.text
                above = key.text if empty and isinstance(field.shape, (Table, Record, Listing)) else ""
            elif above:
                found[key.text] = above
        return found

    def schema(self) -> Schema:
        """An object with known keys."""
        properties = {key: field.shape.schema() for key, field in self.fields.items()}
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        if self.required:
            schema["required"] = list(self.required)
        return schema


class Keyed(Table):
    """Records under ids of their own: `make(id, **fields, place=…)`."""

    def __init__(self, make: Callable[..., Any], called: str, fields: MappingOf[str, Field]) -> None:
        super().__init__(Record(dict, called, fields))
        self.make = make

    def read_entry(self, key: Scalar, item: Node, reading: FileReading) -> Any:
        """One record, which knows its id and stands where its id does."""
        if not is_id(key.text):
            reading.fault(bad_id(reading.place(key), key.text))
        fields = self.value.read(item, reading)
        if not isinstance(fields, dict):
            reading.dropped.append(key.text)
            return FAULT
        place = Place(reading.file, key.line, key.column, fields.pop("place").fields)
        return self.make(key.text, **fields, place=place)


class Converted(Shape):
    """Another shape's value, made into something else; `make` may report a fault at the node."""

    def __init__(self, shape: Shape, make: Callable[[Any, Node, FileReading], Any]) -> None:
        self.shape = shape
        self.make = make

    def read(self, node: Node, reading: FileReading) -> Any:
        """What `make` gives."""
        value = self.shape.read(node, reading)
        return FAULT if value is FAULT else self.make(value, node, reading)

    def schema(self) -> Schema:
        """The inner shape's."""
        return self.shape.schema()
