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

PARAGRAPH = TextShape("an id of commitments.yaml")
TOPIC = TextShape("an id of topics.yaml")
TOPICS = Keyed(
    Topic,
    "the topic",
    {
        "name": Field(NAMES, required=True),
        "short": Field(NAMES),
        "column": Field(TextShape("its heading in a matrix", "[A-Z]{3}", "three capitals")),
        "articles": Field(Listing(CitedArticle(), "the articles of the instruments that ask for it")),
        "commitments": Field(Listing(PARAGRAPH, "the paragraphs that ask for it")),
        "calls_for_law": Field(Flag("whether what is asked for is done by law"), required=True),
        "other_names": Field(Listing(TextShape(), "what it is called besides, in any language")),
    },
)
CITED = Citation("one id of this file's sources, or a list; newest last")
CONFLICT = Record(
    Conflict,
    "a conflict",
    {
        "says": Field(TextShape("what the other source says"), required=True),
        "source": Field(CITED, "sources"),
        "unconfirmed": Field(Reason("why this rests on no source")),
        "why": Field(Reason("why what is recorded was kept")),
    },
)


def _source(id: str, as_of: When | str, **fields: Any) -> MeasureSource:
    return MeasureSource(id, as_of=None if isinstance(as_of, str) else as_of, **fields)


MEASURE = Record(
    Measure,
    "a measure",
    {
        "kind": Field(Choice.of(MeasureKind, "what it is"), required=True),
        "topics": Field(Listing(TOPIC, "what it is about"), required=True),
        "title": Field(TextShape("its own title, in its own language; never a description"), required=True),
        "title_english": Field(TextShape("the title in English, where its own language is another")),
        "number": Field(TextShape("its number, as the state cites it")),
        "provision": Field(
            TextOrTable("", Table(TextShape("where in it: art. 5"), "where in it each topic is dealt with, by topic"))
        ),
        "institution": Field(TextShape("the body itself, or who keeps it; never a person, an address or a number")),
        "adopted": Field(Date("when it was made, promulgated or given assent; of a draft, when it was put forward")),
        "published": Field(Date("the day of the gazette")),
        "in_force": Field(Date("the first day on which it was in force, only where a source prints it")),
        "until": Field(Date("the first day on which it no longer stands")),
        "held": Field(Date("when a review or a training took place, or a questionnaire was given")),
        "due": Field(Date("when a questionnaire was due")),
        "status": Field(Choice.of(MeasureStatus, "how its newest source shows it"), required=True),
        "replaced_by": Field(TextShape("the number or the title of another measure of this file")),
        "also": Field(Listing(PARAGRAPH, "paragraphs that it serves beside those of its topics")),
        "shown": Field(Choice.of(Shown, "how much of it was seen")),
        "source": Field(CITED, "sources"),
        "conflict": Field(Listing(CONFLICT, "what other sources say")),
        "unconfirmed": Field(Reason("why this rests on a weak page alone")),
        "note": Field(LINE),
    },
)
SEARCH = Record(
    Search,
    "a search",
    {
        "topic": Field(TOPIC, required=True),
        "date": Field(Date("when it was looked for"), required=True),
        "where": Field(Reason("where it was looked for: the pages or registers that were searched"), required=True),
        "kind": Field(Choice.of(MeasureKind, "what was looked for; a law, where nothing is written")),
        "note": Field(LINE),
    },
)
MEASURES = Record(
    StateMeasures,
    "a file of measures",
    {
        "measures": Field(Listing(MEASURE, "what the state has done, by topic"), required=True),
        "searched": Field(Listing(SEARCH, "what was looked for and not found")),
        "sources": Field(
            Keyed(
                _source,
                "the source",
                {
                    "kind": Field(
                        Choice.of(MeasureBasis, "official: the state itself, or an organization of states"),
                        required=True,
                    ),
                    "title": Field(LINE, required=True),
                    "publisher": Field(LINE, required=True),
                    "url": Field(Address("where the page is"), required=True),
                    "as_of": Field(Date("how current its content is, or: undated", ("undated",)), required=True),
                    "archived": Field(Address("where a copy is kept", archived=True)),
                    "note": Field(LINE),
                },
            )
        ),
    },
    lenient=True,
)
