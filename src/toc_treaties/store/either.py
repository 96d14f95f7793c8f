"""Shapes that are one of two: a text or a table, a word or a list."""

from collections.abc import Iterable
from typing import Any

from toc_treaties.store.nodes import Node, Scalar, Sequence
from toc_treaties.store.reading import FileReading, Schema, Shape, Unreadable
from toc_treaties.store.scalars import Choice
from toc_treaties.store.shapes import Listing, Table


class TextOrTable(Shape):
    """A text, which stands under one key, or a table."""

    places_keys = True

    def __init__(self, key: str, table: Table) -> None:
        self.key = key
        self.table = table

    def read(self, node: Node, reading: FileReading) -> Any:
        """The table, or one of the text alone."""
        if not isinstance(node, Scalar):
            return self.table.read(node, reading)
        value = self.table.value.read(node, reading)
        return value if isinstance(value, Unreadable) else {self.key: value}

    def schema(self) -> Schema:
        """Either."""
        return {"anyOf": [self.table.value.schema(), self.table.schema()]}


class WordOrList(Shape):
    """One of a few words, or a list of codes."""

    def __init__(self, words: Iterable[str], item: Shape) -> None:
        self.word = Choice(*words)
        self.listing = Listing(item)

    def read(self, node: Node, reading: FileReading) -> Any:
        """The word, or the tuple."""
        return self.listing.read(node, reading) if isinstance(node, Sequence) else self.word.read(node, reading)

    def schema(self) -> Schema:
        """Either."""
        return {"anyOf": [self.word.schema(), self.listing.schema()]}
