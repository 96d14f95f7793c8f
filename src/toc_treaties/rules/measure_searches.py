"""The measure_searches family: where a search says that none was found, none is on record."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from toc_treaties.model.measure import Measure, MeasureKind, MeasureStatus, Search, StateMeasures
from toc_treaties.model.problem import Problem
from toc_treaties.rules.measures_file import OVER, MeasuresFile

UNMADE = {MeasureStatus.NAMED, MeasureStatus.DRAFT}
"""What a measure is that was never made."""


def searched_in_vain(file: MeasuresFile, _today: date) -> Iterator[Problem]:
    """What is on record was found: a search on its topic that found none is older than it."""
    laws: dict[str, list[Measure]] = {}
    searched: dict[str, list[Search]] = {}
    for measure in file.held.measures if file.held.searched else ():
        for topic in measure.topics if measure.kind is MeasureKind.LAW else ():
            laws.setdefault(topic, []).append(measure)
    for search in file.held.searched:
        if search.kind is MeasureKind.LAW:  # of others, one body or one plan among several was looked for: see the note
            searched.setdefault(search.topic, []).append(search)
    for topic, searches in searched.items():
        for search, against in _first_standing(file.held, laws.get(topic, ()), searches):
            message = f"a {search.kind} on {topic} is on record here, on line {against.place.line}"
            help_ = "remove the search; or the topic from that measure, if it is not about it"
            yield Problem("search-contradicted", search.place.of("topic"), message, help_, width=len(topic))


def _first_standing(
    held: StateMeasures, laws: Sequence[Measure], searches: Iterable[Search]
) -> Iterator[tuple[Search, Measure]]:
    """Each search at whose day a law stood, with the first of these in the file; all days are gone through once."""
    from heapq import heappop, heappush

    begun = sorted((*_days_of(held, law), position) for position, law in enumerate(laws) if law.status not in UNMADE)
    standing: list[tuple[int, date]] = []
    following = 0
    for search in sorted(searches, key=lambda search: search.date.latest):
        day = search.date.latest
        while following < len(begun) and begun[following][0] <= day:
            _, ends, position = begun[following]
            heappush(standing, (position, ends))
            following += 1
        while standing and standing[0][1] <= day:
            heappop(standing)
        if standing:
            yield search, laws[standing[0][0]]


def _days_of(held: StateMeasures, measure: Measure) -> tuple[date, date]:
    """The first day from which a measure may have stood, and the first on which it may have ended."""
    begins = measure.adopted or measure.published or measure.in_force or measure.held
    if begins is None:
        seen = [held.sources[id].as_of for id in measure.sources if id in held.sources]
        begins = min((known for known in seen if known is not None), key=lambda known: known.earliest, default=None)
    first = date.min if begins is None else begins.earliest
    if measure.status not in OVER:
        return first, date.max
    return first, date.min if measure.until is None else measure.until.earliest


OF_FILE = (searched_in_vain,)
