"""The form of `topics.yaml`, and of a state's file of measures."""

from typing import Any

from toc_treaties.model.action import Conflict
from toc_treaties.model.measure import (
    Measure,
    MeasureBasis,
    MeasureKind,
    MeasureSource,
    MeasureStatus,
    Search,
    Shown,
    StateMeasures,
    Topic,
)
from toc_treaties.model.when import When
from toc_treaties.store.articles import CitedArticle
from toc_treaties.store.common_shapes import LINE, NAMES, Citation
from toc_treaties.store.dates import Date
from toc_treaties.store.either import TextOrTable
from toc_treaties.store.ids import Address
from toc_treaties.store.scalars import Choice, Flag, Reason, TextShape
from toc_treaties.store.shapes import Field, Keyed, Listing, Record, Table

PARAGRAPH = TextShape()
TOPIC = TextShape()
TOPICS = Keyed(
    Topic,
    "the topic",
    {
        "name": Field(NAMES, required=True),
        "short": Field(NAMES),
        "column": Field(TextShape(pattern="[A-Z]{3}", expected="three capitals")),
        "articles": Field(Listing(CitedArticle())),
        "commitments": Field(Listing(PARAGRAPH)),
        "calls_for_law": Field(Flag(), required=True),
        "other_names": Field(Listing(TextShape())),
    },
)
CITED = Citation()
CONFLICT = Record(
    Conflict,
    "a conflict",
    {
        "says": Field(TextShape(), required=True),
        "source": Field(CITED, "sources"),
        "unconfirmed": Field(Reason()),
        "why": Field(Reason()),
    },
)


def _source(id: str, as_of: When | str, **fields: Any) -> MeasureSource:
    return MeasureSource(id, as_of=None if isinstance(as_of, str) else as_of, **fields)


MEASURE = Record(
    Measure,
    "a measure",
    {
        "kind": Field(Choice.of(MeasureKind), required=True),
        "topics": Field(Listing(TOPIC), required=True),
        "title": Field(TextShape(), required=True),
        "title_english": Field(TextShape()),
        "number": Field(TextShape()),
        "provision": Field(TextOrTable("", Table(TextShape()))),
        "institution": Field(TextShape()),
        "adopted": Field(Date()),
        "published": Field(Date()),
        "in_force": Field(Date()),
        "until": Field(Date()),
        "held": Field(Date()),
        "due": Field(Date()),
        "status": Field(Choice.of(MeasureStatus), required=True),
        "replaced_by": Field(TextShape()),
        "also": Field(Listing(PARAGRAPH)),
        "shown": Field(Choice.of(Shown)),
        "source": Field(CITED, "sources"),
        "conflict": Field(Listing(CONFLICT)),
        "unconfirmed": Field(Reason()),
        "note": Field(LINE),
    },
)
SEARCH = Record(
    Search,
    "a search",
    {
        "topic": Field(TOPIC, required=True),
        "date": Field(Date(), required=True),
        "where": Field(Reason(), required=True),
        "kind": Field(Choice.of(MeasureKind)),
        "note": Field(LINE),
    },
)
MEASURES = Record(
    StateMeasures,
    "a file of measures",
    {
        "measures": Field(Listing(MEASURE), required=True),
        "searched": Field(Listing(SEARCH)),
        "sources": Field(
            Keyed(
                _source,
                "the source",
                {
                    "kind": Field(
                        Choice.of(MeasureBasis),
                        required=True,
                    ),
                    "title": Field(LINE, required=True),
                    "publisher": Field(LINE, required=True),
                    "url": Field(Address(), required=True),
                    "as_of": Field(Date("undated"), required=True),
                    "archived": Field(Address(archived=True)),
                    "note": Field(LINE),
                },
            )
        ),
    },
    lenient=True,
)
