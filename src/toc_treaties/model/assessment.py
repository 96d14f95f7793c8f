"""What a state or body has done about commitments: progress with its evidence, and never a grade of the state."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.model.place import NOWHERE, Place
from toc_treaties.model.when import When


class Status(StrEnum):
    """Progress on a commitment, on the scale of the OAS's own peer review of drug policy.

    What is on record, or not known, is on no scale: it is found and never assessed.
    """

    COMPLETE = "complete"
    MOSTLY_COMPLETE = "mostly_complete"
    PARTIALLY_COMPLETE = "partially_complete"
    STARTED = "started"
    NOT_STARTED = "not_started"
    NOT_APPLICABLE = "not_applicable"
    ON_RECORD = "on_record"
    NO_INFORMATION = "no_information"


class AssessmentBasis(StrEnum):
    """Who says so: the state itself, a document, or a mechanism of review."""

    SELF_REPORTED = "self_reported"
    DOCUMENTED = "documented"
    ASSESSED = "assessed"


class Assessment(NamedTuple):
    """A state's or body's progress on one commitment, on a date, with its source; `word` is the mechanism's own."""

    commitment: str
    status: Status
    made: When
    basis: AssessmentBasis
    sources: tuple[str, ...] = ()
    mechanism: str | None = None
    word: str | None = None
    parts: tuple[str, ...] = ()
    note: str | None = None
    place: Place = NOWHERE


class Contribution(NamedTuple):
    """A contribution to what the Strategy asks to be financed."""

    year: int
    to: str
    amount: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    place: Place = NOWHERE


class Sentence(NamedTuple):
    """Sentences for one offence: shortest, median and longest custodial term in months, and life terms counted."""

    least: int | None = None
    median: int | None = None
    most: int | None = None
    life: int | None = None
    text: str | None = None
    place: Place = NOWHERE


Figure = int | Sentence | None
"""A figure: null is not reported, 0 is reported as none."""


class Return(NamedTuple):
    """A state's annual figures; the year is the one that they describe."""

    year: int
    submitted: When | None = None
    figures: Mapping[str, Figure] = {}
    as_recorded: str | None = None
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Body(NamedTuple):
    """A body of the Organization that commitments are addressed to."""

    id: str
    name: Mapping[str, str]
    assessments: tuple[Assessment, ...] = ()
    note: str | None = None
    place: Place = NOWHERE
