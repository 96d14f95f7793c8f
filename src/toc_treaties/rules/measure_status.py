"""The measure_status family: the status, fields and days of a measure agree with its kind and with each other."""

import re
from collections.abc import Iterator
from datetime import date

from toc_treaties.model.measure import TAKES_PLACE, Measure, MeasureKind, MeasureStatus
from toc_treaties.model.problem import Problem, warning
from toc_treaties.rules.dated import DatedRecord
from toc_treaties.rules.days import FIRST, judged_days
from toc_treaties.rules.fields import misplaced
from toc_treaties.rules.measures_file import OVER, MeasuresFile
from toc_treaties.words.english import day, when

STATUS_OF_EVENTS = frozenset({MeasureStatus.HELD, MeasureStatus.DRAFT, MeasureStatus.NAMED})


def status_of_measures(file: MeasuresFile, today: date) -> Iterator[Problem]:
    """A status agrees with the kind and with the days, each field with the kind that has it: the first slip alone."""
    for measure in file.held.measures:
        found = _against_kind(measure) or _against_days(measure, today) or _unseen(file, measure)
        if found is not None:
            yield found


def _against_kind(measure: Measure) -> Problem | None:
    """A status, or a field, that a kind does not have."""
    status, place = measure.status, measure.place
    event = measure.kind in TAKES_PLACE
    if event and status not in STATUS_OF_EVENTS:
        message, help_ = f"a {measure.kind} is not {_said(status)}", "write held; or draft, where it is still to come"
        return _contradicts(measure, message, help_)
    if not event and status is MeasureStatus.HELD:
        message = f"a {measure.kind} is not held"
        return _contradicts(measure, message, "write adopted; or in-force, where a dated source shows it")
    for field, belongs, help_ in (
        ("held", event, "write adopted, the day on which it was made"),
        ("due", measure.kind is MeasureKind.QUESTIONNAIRE, "it is when a questionnaire was due"),
        ("in_force", not event, "write held, when it took place"),
        ("until", not event, "write held, when it took place"),
    ):
        if getattr(measure, field) is not None and not belongs:
            return misplaced(place, field, f"{field} does not belong to a {measure.kind}", help_)
    return None


def _against_days(measure: Measure, today: date) -> Problem | None:
    """A status that the days of a measure exclude, and a term that is over."""
    status, until, in_force = measure.status, measure.until, measure.in_force
    if status is MeasureStatus.DRAFT:
        for field in ("in_force", "held"):
            if getattr(measure, field) is not None:
                message = f"a draft has no day under {field}"
                return _contradicts(
                    measure, message, "if it was made, it is no draft; else write the day of its text under adopted"
                )
    if measure.replaced_by is not None and status not in OVER:
        message = f"what was replaced is no longer {_said(status)}"
        return _contradicts(measure, message, "write repealed or expired, and until where the day is known")
    if status is MeasureStatus.IN_FORCE and in_force is not None and in_force.earliest > today:
        message = f"it is in force from {when(in_force)}, which is later than today, {day(today)}"
        return _contradicts(measure, message, "write adopted until then")
    if status is MeasureStatus.EXPIRED and until is not None and until.earliest > today:
        message = f"its term ends on {when(until)}, which is later than today, {day(today)}"
        return _contradicts(measure, message, "write in-force or adopted until then")
    if status in {MeasureStatus.IN_FORCE, MeasureStatus.ADOPTED} and until is not None and until.latest <= today:
        message = f"it no longer stands since {when(until)}, and is recorded as {_said(status)}"
        help_ = "write expired or repealed; or the later source that shows it, without until"
        return warning("term-over", measure.place.of("status"), message, help_, width=len(status))
    return None


def _unseen(file: MeasuresFile, measure: Measure) -> Problem | None:
    """What is in force was seen in force: by a source with a day, not older than its entry into force."""
    if measure.status is not MeasureStatus.IN_FORCE or not measure.sources:
        return None
    sources = [file.held.sources.get(id) for id in measure.sources]
    if None in sources:
        return None
    days = [source.as_of for source in sources if source is not None and source.as_of is not None]
    begins = measure.in_force
    if any(begins is None or seen.latest >= begins.earliest for seen in days):
        return None
    message = "no source with a day shows this in force"
    if days and begins is not None:
        message = f"every source with a day is older than the entry into force, {when(begins)}"
    help_ = "write adopted, or cite the source that shows it in force"
    return Problem("in-force-unseen", measure.place.of("status"), message, help_, width=len(measure.status))


def _contradicts(measure: Measure, message: str, help_: str) -> Problem:
    return Problem("status-contradicts", measure.place.of("status"), message, help_, width=len(measure.status))


def _said(status: MeasureStatus) -> str:
    return status.replace("-", " ")


def days_of_measures(file: MeasuresFile, today: date) -> Iterator[Problem]:
    """The days of a measure stand in order, have come, and were seen by sources that are not older."""
    sources = file.held.sources
    dated: list[DatedRecord] = []
    for measure in file.held.measures:
        done = [("adopted", measure.adopted), ("published", measure.published), ("held", measure.held)]
        coming = any(known is not None and known.earliest > today for _, known in done)
        slip = None if coming else _out_of_order(measure)
        if slip is not None:
            yield slip
            continue
        shown = measure.unconfirmed is None and measure.status not in {MeasureStatus.NAMED, MeasureStatus.DRAFT}
        dated += [
            DatedRecord(field, known, measure.place, measure.sources, shown=shown and field != "published")
            for field, known in done
            if known is not None
        ]
    dated += [DatedRecord("date", search.date, search.place, shown=False) for search in file.held.searched]
    dated += [
        DatedRecord("as_of", source.as_of, source.place)
        for source in sources.values()
        if source.as_of is not None and not FIRST <= source.as_of.latest.year < today.year
    ]
    yield from judged_days(dated, sources, today)
    for measure in file.held.measures:
        yield from _year_of_number(measure)


def _out_of_order(measure: Measure) -> Problem | None:
    """The first of the days of a measure that is before one that it follows."""
    order = ("adopted", "published", "in_force", "until")
    known = [(field, value) for field in order if (value := getattr(measure, field)) is not None]
    for index, (field, later) in enumerate(known):
        for before, earlier in known[:index]:
            if later.latest < earlier.earliest:
                message = f"{field} {when(later)} is before {before} {when(earlier)}"
                place, help_ = (
                    measure.place.of(field),
                    "are the two dates exchanged? else leave out the one not printed",
                )
                return Problem("measure-days", place, message, help_, width=len(later.text))
    return None


YEAR_OF_NUMBER = re.compile(r"(?:\bof|/|-|\bde|\bdu) ?((?:19|20)\d\d)")


def _year_of_number(measure: Measure) -> Iterator[Problem]:
    """What is numbered for a year is made in it, or in the next."""
    found = YEAR_OF_NUMBER.search(measure.number or "")
    adopted = measure.adopted
    if found is None or adopted is None or not (measure.number or "").endswith(found[0]):
        return
    year = int(found[1])
    if adopted.latest.year < year or adopted.earliest.year > year + 1:
        message = f"adopted {when(adopted)}, and its number is of {year}"
        help_ = "is it the day of the gazette, or of another law? check both"
        place, width = measure.place.of("adopted"), len(adopted.text)
        yield warning("year-of-number", place, message, help_, width=width)


OF_TERMS = frozenset({MeasureKind.STRATEGY, MeasureKind.PLAN, MeasureKind.POLICY})
"""What is made for a term."""


def last_day_as_until(file: MeasuresFile, _today: date) -> Iterator[Problem]:
    """A term that ends with a year ends on the first day of the next."""
    for measure in file.held.measures:
        last = measure.until.day if measure.until is not None else None
        if last is None or measure.kind not in OF_TERMS or (last.month, last.day) != (12, 31):
            continue
        message = f"{day(last)} is the last day of a year, and until is the first day on which it no longer stands"
        place, help_ = measure.place.of("until"), f"write {last.year + 1}, where its term is to the end of {last.year}"
        yield warning("last-day-as-until", place, message, help_, width=len("2023-12-31"))


OF_FILE = (status_of_measures, days_of_measures, last_day_as_until)
