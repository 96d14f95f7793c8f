"""What `measures` answers, as plain data: measures and searches of a state, of a topic across states, and cells."""

from collections.abc import Iterable, Mapping

from toc_treaties.law.measures import MeasureStanding, TopicSign, made_on
from toc_treaties.model.measure import Measure, MeasureSource, Search, Topic
from toc_treaties.questions.measures import MeasuresMatrix, MeasuresOfState, MeasuresOnTopic, TopicMeasures
from toc_treaties.records import Data, envelope, word, written

MEASURE_FIELDS = (
    "topics", "kind", "title", "title_english", "number", "provision", "institution", "date", "in_force", "until",
    "status", "since", "seen", "old", "official", "unconfirmed", "sources",
)  # fmt: skip
BRIEF = ("kind", "title", "title_english", "number", "provision", "date", "status", "official", "sources")
FIELDS = ("as_of", "state", *MEASURE_FIELDS)
TOPIC_FIELDS = ("as_of", "state", "topic", "sign", *MEASURE_FIELDS)
MATRIX_FIELDS = ("as_of", "state", "topic", "kind", "sign", "official")
MATRIX_LISTED = "cells"


def record(answer: MeasuresOfState) -> Data:
    """Every measure of a state that is there on the day, the searches that found none, and the sign of each topic."""
    return {
        **envelope(answer.as_of),
        "state": answer.state.iso3,
        "kind": word(answer.kind),
        "topics": [_topic(found) for found in answer.topics],
        "measures": [measure_data(standing) for standing in answer.standings],
        "searched": [_search(search) for search in answer.searched],
        "sources": _sources(answer.standings, answer.sources),
    }


def rows(answer: MeasuresOfState) -> list[Data]:
    """A line for each measure."""
    common = {"as_of": answer.as_of.isoformat(), "state": answer.state.iso3}
    return [{**common, **_flat(standing)} for standing in answer.standings]


def topic_record(answer: MeasuresOnTopic) -> Data:
    """The measures and searches of each state on a topic."""
    standings = [standing for _, found in answer.states for standing in found.standings]
    return {
        **envelope(answer.as_of, answer.scope),
        "topic": answer.topic.id,
        "kind": word(answer.kind),
        **_topic_data(answer.topic),
        "states": [
            {
                "state": state.iso3,
                **_sign(found.sign),
                "measures": [measure_data(standing) for standing in found.standings],
                "searched": [_search(search) for search in found.searched],
            }
            for state, found in answer.states
        ],
        "sources": _sources(standings, answer.sources),
    }


def topic_rows(answer: MeasuresOnTopic) -> list[Data]:
    """A line for each measure of each state, and one for a state that has none."""
    found: list[Data] = []
    for state, measures in answer.states:
        common = {
            "as_of": answer.as_of.isoformat(),
            "state": state.iso3,
            "topic": answer.topic.id,
            "sign": str(measures.sign.sign),
        }
        nothing = dict.fromkeys(MEASURE_FIELDS)
        found += [{**common, **_flat(each)} for each in measures.standings] or [{**common, **nothing}]
    return found


def matrix_record(answer: MeasuresMatrix) -> Data:
    """The sign of each cell, and how many states have which sign by topic."""
    return {
        **envelope(answer.as_of, answer.scope),
        "kind": str(answer.kind),
        "topics": [topic.id for topic in answer.topics],
        "cells": [{"state": state.iso3, "topic": topic.id, **_sign(sign)} for state, topic, sign in answer.cells],
        "totals": [
            {"topic": topic.id, **{str(sign): counts[index] for sign, counts in answer.totals.items()}}
            for index, topic in enumerate(answer.topics)
        ],
    }


def measure_data(standing: MeasureStanding) -> Data:
    """One measure as it stands on the day; days as precisely as they are known, null where they are not."""
    measure = standing.measure
    made = made_on(measure)
    return {
        "topics": list(measure.topics),
        "kind": str(measure.kind),
        "title": measure.title,
        "title_english": measure.title_english,
        "number": measure.number,
        "provision": _provision(measure),
        "provisions": {topic: text for topic, text in measure.provision.items() if topic},
        "institution": measure.institution,
        "date": written(made),
        **{
            name: written(when)
            for name, when in (
                ("adopted", measure.adopted),
                ("published", measure.published),
                ("in_force", measure.in_force),
                ("held", measure.held),
                ("due", measure.due),
                ("until", measure.until),
            )
        },
        "status": str(standing.stands),
        "since": written(standing.since),
        "seen": written(standing.seen),
        "old": standing.old,
        "official": standing.official,
        "shown": word(measure.shown),
        "replaced_by": measure.replaced_by,
        "also": list(measure.also),
        "conflict": [
            {
                "says": conflict.says,
                "why": conflict.why,
                "unconfirmed": conflict.unconfirmed,
                "sources": list(conflict.sources),
            }
            for conflict in measure.conflict
        ],
        "unconfirmed": measure.unconfirmed,
        "note": measure.note,
        "sources": list(measure.sources),
    }


def measure_brief(standing: MeasureStanding) -> Data:
    """The same beside a paragraph or a basis: what it is called, its day, how it stands, and what shows it."""
    data = measure_data(standing)
    return {field: data[field] for field in BRIEF}


def _provision(measure: Measure) -> str | None:
    """Where in a measure its topics are dealt with; where that differs, each with its topic."""
    texts = [f"{topic}: {text}" if topic else text for topic, text in measure.provision.items()]
    return "; ".join(texts) or None


def _flat(standing: MeasureStanding) -> Data:
    """A measure in one line of a spreadsheet."""
    data = measure_data(standing)
    return {
        **{field: data[field] for field in MEASURE_FIELDS},
        "topics": "; ".join(data["topics"]),
        "sources": "; ".join(data["sources"]),
        "unconfirmed": standing.marked,
    }


def _topic(found: TopicMeasures) -> Data:
    return {"topic": found.topic.id, **_topic_data(found.topic), **_sign(found.sign)}


def _topic_data(topic: Topic) -> Data:
    """What asks for measures on a topic."""
    return {
        "articles": list(topic.articles),
        "commitments": list(topic.commitments),
        "calls_for_law": topic.calls_for_law,
    }


def _sign(sign: TopicSign) -> Data:
    return {"sign": str(sign.sign), "official": sign.official}


def _search(search: Search) -> Data:
    return {
        "topic": search.topic,
        "date": search.date.text,
        "where": search.where,
        "kind": str(search.kind),
        "note": search.note,
    }


def _sources(standings: Iterable[MeasureStanding], sources: Mapping[str, MeasureSource]) -> list[Data]:
    """The sources that measures cite, in the order of their files."""
    cited = {id for standing in standings for id in standing.measure.sources}
    cited |= {id for each in standings for conflict in each.measure.conflict for id in conflict.sources}
    return [source_data(source) for id, source in sources.items() if id in cited]


def source_data(source: MeasureSource) -> Data:
    """A source of a state's file of measures."""
    return {
        "id": source.id,
        "kind": str(source.kind),
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "as_of": written(source.as_of),
        "archived": source.archived,
        "note": source.note,
    }
