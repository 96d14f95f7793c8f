"""The form of a state's annual returns: its figures by the year that they describe."""

from typing import Any

from toc_treaties.model.assessment import Return, Sentence
from toc_treaties.model.place import Place
from toc_treaties.store import faults
from toc_treaties.store.common_shapes import AS_RECORDED, EVIDENCE, LINE
from toc_treaties.store.dates import Date
from toc_treaties.store.nodes import Mapping, Node, Scalar
from toc_treaties.store.reading import FAULT, FileReading, Schema, Shape
from toc_treaties.store.scalars import Count
from toc_treaties.store.shapes import Field, Record, Table


class Reported(Shape):
    """Another shape's value, or `null` where it is not reported."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def read(self, node: Node, reading: FileReading) -> Any:
        """The value, or None."""
        return None if _not_reported(node) else self.shape.read(node, reading)

    def schema(self) -> Schema:
        """The inner shape's, or null."""
        return {"anyOf": [self.shape.schema(), {"type": "null"}]}


def _not_reported(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text in {"null", "~"}


SENTENCE = Record(
    Sentence,
    "sentences",
    {
        "min": Field(Reported(Count()), "least"),
        "median": Field(Reported(Count())),
        "max": Field(Reported(Count()), "most"),
        "life": Field(Reported(Count())),
        "text": Field(Reported(LINE)),
    },
)


class FigureShape(Shape):
    """A whole number, `null` where it is not reported, or the terms of sentences."""

    def read(self, node: Node, reading: FileReading) -> Any:
        """The figure; a negative or fractional count is refused."""
        if not isinstance(node, Scalar):
            return SENTENCE.read(node, reading)
        if _not_reported(node):
            return None
        if not (node.text.isascii() and node.text.isdecimal() and len(node.text) <= LONGEST_COUNT):
            help_ = "write a whole number, 0 where there was none, or null where it is not reported"
            return reading.fault(faults.bad_value(reading.place(node), node.text, "a count", help_))
        return int(node.text)

    def schema(self) -> Schema:
        """An integer, null or an object."""
        return {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "null"}, SENTENCE.schema()]}


LONGEST_COUNT = 9
RETURN = Record(
    dict,
    "a return",
    {
        "submitted": Field(Date()),
        "figures": Field(Table(FigureShape()), required=True),
        "as_recorded": AS_RECORDED,
        **EVIDENCE,
    },
)


class Returns(Table):
    """The returns of a state by the year that they describe."""

    def __init__(self) -> None:
        super().__init__(RETURN)

    def read(self, node: Node, reading: FileReading) -> Any:
        """The returns by year, as numbers."""
        returns = super().read(node, reading)
        return {given.year: given for given in returns.values()} if isinstance(returns, dict) else FAULT

    def read_entry(self, key: Scalar, item: Node, reading: FileReading) -> Any:
        """One return, which knows its year."""
        if not (key.text.isascii() and key.text.isdecimal() and len(key.text) == 4):  # noqa: PLR2004 - digits of a year
            return reading.fault(faults.bad_value(reading.place(key), key.text, "a year", "write four digits"))
        fields = self.value.read(item, reading)
        if not isinstance(fields, dict):
            return FAULT
        marks = {**fields.pop("place").fields, **_figure_places(item)}
        place = Place(reading.file, key.line, key.column, marks)
        return Return(int(key.text), **fields, place=place)


def _figure_places(item: Node) -> dict[str, tuple[int, int]]:
    """Where each figure of a return stands, as `figures.ID`."""
    fields = {key.text: value for key, value in item.pairs} if isinstance(item, Mapping) else {}
    figures = fields.get("figures")
    pairs = figures.pairs if isinstance(figures, Mapping) else []
    return {f"figures.{key.text}": (key.line, key.column) for key, _ in pairs}


RETURNS = Returns()
