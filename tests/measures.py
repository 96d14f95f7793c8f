"""Measures made by hand, so that a test's input stands beside what it asserts."""

from calendar import monthrange
from datetime import date
from typing import Any

from toc_treaties.model.measure import (
    Measure,
    MeasureBasis,
    MeasureKind,
    MeasureSource,
    MeasureStatus,
    Search,
    StateMeasures,
    Topic,
)
from toc_treaties.model.when import When

TOPICS = {
    id: Topic(
        id, {"en": id.capitalize()}, column=id[:3].upper(), calls_for_law=id != "training", commitments=paragraphs
    )
    for id, paragraphs in (("drugs", ("p-1",)), ("firearms", ("p-2",)), ("training", ("p-3",)))
}


def when(text: str | None) -> When | None:
    """A day, a month or a year as files write it."""
    if text is None:
        return None
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    last = day or monthrange(year, month or 12)[1]
    return When(date(year, month or 1, day or 1), date(year, month or 12, last), text)


def measure(status: str, *sources: str, kind: str = "law", topics: str = "drugs", **fields: object) -> Measure:
    """A measure of a status; the days among its fields are written as in files."""
    days = {
        name: when(str(fields.pop(name)))
        for name in ("adopted", "published", "in_force", "until", "held", "due")
        if name in fields
    }
    given: Any = {"title": f"{kind} of {fields.get('number', 'a number')}", **fields, **days}
    return Measure(
        kind=MeasureKind(kind), topics=tuple(topics.split()), status=MeasureStatus(status), sources=sources, **given
    )


def held(*measures: Measure, searched: tuple[Search, ...] = ()) -> StateMeasures:
    """A state's measures with the sources that they cite: official, but for the press, and of the day of their id."""
    ids = [id for one in measures for id in (*one.sources, *(id for each in one.conflict for id in each.sources))]
    return StateMeasures(measures, searched, {id: source(id) for id in ids})


def source(id: str) -> MeasureSource:
    """A source whose id ends in its day: gazette-2014-05-01, press-undated."""
    name, _, day = id.partition("-")
    kind = MeasureBasis.SECONDARY if name == "press" else MeasureBasis.OFFICIAL
    return MeasureSource(
        id, kind, "Page", name.capitalize(), f"https://{name}.example/", when(day) if day != "undated" else None
    )


def search(topic: str, day: str, kind: str = "law") -> Search:
    """A search for a kind of measure on a topic."""
    return Search(topic, when(day) or when("2026"), "the gazette's site", MeasureKind(kind))  # type: ignore[arg-type]
