"""The form of commitments, statistics and bodies, and of what states and bodies have done about them."""

from collections.abc import Callable
from typing import Any

from toc_treaties.model.assessment import (
    Assessment,
    AssessmentBasis,
    Body,
    Contribution,
    Law,
    Questionnaire,
    Return,
    Sentence,
    Status,
    Strategy,
)
from toc_treaties.model.commitment import Catalogue, Commitment, Level, Scale, Statistic
from toc_treaties.model.commitment import Text as Document
from toc_treaties.model.place import Place
from toc_treaties.store import faults
from toc_treaties.store.common_shapes import LINE, NAMES, ROLES, SOURCES
from toc_treaties.store.dates import Date, Day
from toc_treaties.store.leaves import Choice, Count, Flag, Text
from toc_treaties.store.nodes import Mapping, Node, Scalar
from toc_treaties.store.reading import FAULT, Reading, Schema, Shape
from toc_treaties.store.shapes import Field, Keyed, Listing, Record, Table

LINES = Listing(Text())
CITED = {"source": Field(SOURCES, "sources"), "note": Field(LINE)}
YEAR = Text("a year", r"\d{4}", "a year of four digits")


def _with_year(make: Callable[..., Any]) -> Callable[..., Any]:
    """A record whose year is a number."""
    return lambda year, **fields: make(year=int(year), **fields)


def hyphenated(enum: type[Status] | type[AssessmentBasis]) -> Choice:
    """The words of an enumeration as the files spell them, with hyphens."""
    words = [str(one).replace("_", "-") for one in enum if one not in {Status.ON_RECORD, Status.NO_INFORMATION}]
    return Choice(*words, make=lambda word: enum(word.replace("-", "_")))


ASSESSMENTS = Listing(
    Record(
        Assessment,
        "an assessment",
        {
            "commitment": Field(Text("an id of commitments.yaml"), required=True),
            "status": Field(hyphenated(Status), required=True),
            "date": Field(Date("the day it speaks of"), "made", required=True),
            "basis": Field(hyphenated(AssessmentBasis), required=True),
            "mechanism": Field(Text("who assessed it")),
            "word": Field(Text("the mechanism's own word")),
            "parts": Field(LINES),
            **CITED,
        },
    )
)
STRATEGIES = Listing(
    Record(
        Strategy,
        "a strategy",
        {
            "title": Field(LINE, required=True),
            "title_en": Field(LINE),
            "kind": Field(Choice("strategy", "policy", "plan", "programme", "coordinating-body"), required=True),
            "act": Field(LINE),
            "approved": Field(Date()),
            "from": Field(Date(), "begins"),
            "until": Field(Date(), "ends"),
            "status": Field(Choice("adopted", "draft", "expired"), required=True),
            "commitments": Field(LINES),
            **CITED,
        },
    )
)
LAWS = Listing(
    Record(
        Law,
        "a law",
        {
            "title": Field(LINE, required=True),
            "citation": Field(LINE),
            "date": Field(Date(), "made"),
            "articles": Field(LINES),
            "commitments": Field(LINES),
            **CITED,
        },
    )
)
QUESTIONNAIRES = Listing(
    Record(
        _with_year(Questionnaire),
        "a questionnaire",
        {
            "name": Field(LINE, required=True),
            "year": Field(YEAR, required=True),
            "due": Field(Date()),
            "submitted": Field(Date()),
            **CITED,
        },
    )
)
CONTRIBUTIONS = Listing(
    Record(
        _with_year(Contribution),
        "a contribution",
        {"year": Field(YEAR, required=True), "to": Field(LINE, required=True), "amount": Field(LINE), **CITED},
    )
)


class Reported(Shape):
    """Another shape's value, or `null` where it is not reported."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def read(self, node: Node, reading: Reading) -> Any:
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
        "min": Field(Reported(Count("months")), "least"),
        "median": Field(Reported(Count("months"))),
        "max": Field(Reported(Count("months")), "most"),
        "life": Field(Reported(Count("life terms"))),
        "text": Field(Reported(LINE)),
    },
)


KINDS = (
    "ratification",
    "capacity",
    "reporting",
    "cooperation",
    "policy",
    "legislation",
    "funding",
    "designation",
)


class FigureShape(Shape):
    """A whole number, `null` where it is not reported, or the terms of sentences."""

    def read(self, node: Node, reading: Reading) -> Any:
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
        "submitted": Field(Date("when it was given")),
        "figures": Field(Table(FigureShape(), "figures by id of statistics.yaml"), required=True),
        **CITED,
    },
)


class Returns(Table):
    """The returns of a state by the year that they describe."""

    def __init__(self) -> None:
        super().__init__(RETURN, "by the year that the figures describe")

    def read(self, node: Node, reading: Reading) -> Any:
        """The returns by year, as numbers."""
        returns = super().read(node, reading)
        return {one.year: one for one in returns.values()} if isinstance(returns, dict) else FAULT

    def read_entry(self, key: Scalar, item: Node, reading: Reading) -> Any:
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
DOCUMENT = Keyed(
    Document,
    "the document",
    {
        "title": Field(NAMES, required=True),
        "short": Field(NAMES, required=True),
        "reference": Field(LINE),
        "adopted": Field(Day()),
        "dated": Field(Day("the date of a draft's text")),
        "status": Field(Choice("adopted", "draft"), required=True),
        **CITED,
    },
)
COMMITMENT = Keyed(
    Commitment,
    "the commitment",
    {
        "document": Field(Text(), required=True),
        "paragraph": Field(Text(), required=True),
        "addressee": Field(LINES, required=True),
        "theme": Field(Text(), required=True),
        "text": Field(NAMES, required=True),
        "kind": Field(Choice(*KINDS), required=True),
        "articles": Field(LINES),
        "instruments": Field(LINES),
        "measured": Field(Listing(Choice("status", "count-per-year", "date", "yes-or-no"))),
        "evidence": Field(LINE),
        "parts": Field(LINES),
        "same_as": Field(LINES),
        "register": Field(LINES),
        "beside": Field(LINES),
        "role": Field(Choice(*ROLES, description="the role whose designation it asks for")),
        "adopts": Field(Text("the document whose adoption it asks for")),
        "conditional": Field(Flag("permissive wording, or only for parties")),
        "note": Field(LINE),
    },
)


def _catalogue(place: Place, **fields: Any) -> Catalogue:
    del place
    return Catalogue(**fields)


SCALE = Record(Scale, "the scale", {"seen": Field(LINES, required=True), **CITED})


CATALOGUE = Record(
    _catalogue,
    "the catalogue",
    {
        "scale": Field(SCALE),
        "documents": Field(DOCUMENT, required=True),
        "commitments": Field(COMMITMENT, required=True),
    },
    lenient=True,
)
BODIES = Keyed(
    Body, "the body", {"name": Field(NAMES, required=True), "assessments": Field(ASSESSMENTS), "note": Field(LINE)}
)
STATISTICS = Keyed(
    Statistic,
    "the statistic",
    {
        "commitment": Field(Text(), required=True),
        "group": Field(Choice("cooperation", "convictions", "sentences", "legal-persons", "return"), required=True),
        "articles": Field(LINES),
        "kind": Field(Text(), required=True),
        "unit": Field(Choice("cases", "persons", "months", "offence-cases", "findings", "date"), required=True),
        "level": Field(Choice(*Level, make=Level), required=True),
        "of": Field(Text()),
        "sum_of": Field(LINES),
        "bound": Field(Choice("sum-within-parent", "may-exceed-parent", "at-least-parent", "none")),
        "at": Field(Text("of a return: the series of meetings at which it is given")),
        "definition": Field(LINE, required=True),
        "note": Field(LINE),
    },
)
