"""Measures: what a state has done at home about a topic of the treaties, a law, a plan, a body or a review."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.model.action import Conflict
from toc_treaties.model.instrument import Names
from toc_treaties.model.place import NOWHERE, Place
from toc_treaties.model.when import When


class MeasureKind(StrEnum):
    """What a measure is."""

    LAW = "law"
    STRATEGY = "strategy"
    PLAN = "plan"
    POLICY = "policy"
    BODY = "body"
    QUESTIONNAIRE = "questionnaire"
    REVIEW = "review"
    TRAINING = "training"


TAKES_PLACE = frozenset({MeasureKind.REVIEW, MeasureKind.TRAINING, MeasureKind.QUESTIONNAIRE})
"""What takes place or is given, and does not come into force."""


class MeasureStatus(StrEnum):
    """How a measure was seen to stand by its newest source."""

    IN_FORCE = "in-force"
    ADOPTED = "adopted"
    DRAFT = "draft"
    EXPIRED = "expired"
    REPEALED = "repealed"
    HELD = "held"
    """Of a review, a training or a questionnaire: it took place, or was given."""
    NAMED = "named"
    """It was seen by name alone, and how it stands was not."""


class Shown(StrEnum):
    """How much of a measure its sources show."""

    TEXT = "text"
    LISTING = "listing"
    MENTION = "mention"


class MeasureBasis(StrEnum):
    """Who publishes a page on which a measure was seen."""

    OFFICIAL = "official"
    """The state itself, or an organization of states."""
    SECONDARY = "secondary"


class MeasureSource(NamedTuple):
    """One consultation that shows measures of one state: a page, as its content stood on a date."""

    id: str
    kind: MeasureBasis
    title: str
    publisher: str
    url: str
    as_of: When | None
    archived: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Topic(NamedTuple):
    """What measures are about, with the articles and the paragraphs that ask for them.

    `short` is its name where a line has little room, `column` its heading in a matrix.
    """

    id: str
    name: Names
    short: Names = {}  # noqa: RUF012 - never changed
    column: str = ""
    articles: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    calls_for_law: bool = False
    other_names: tuple[str, ...] = ()
    place: Place = NOWHERE


class Measure(NamedTuple):
    """What a state has done about one topic or several: an act, what it put in place, or a review that it underwent.

    `adopted` is the day on which it was made or given assent, `held` that of a review, a training or a questionnaire
    that was given, `until` the first day on which it no longer stands. `provision` is where in it the topics are dealt
    with, by topic, or under no topic's name for all. `also` names paragraphs that it serves beside those of its topics.
    """

    kind: MeasureKind
    topics: tuple[str, ...]
    title: str
    status: MeasureStatus
    title_english: str | None = None
    number: str | None = None
    provision: Mapping[str, str] = {}
    institution: str | None = None
    adopted: When | None = None
    published: When | None = None
    in_force: When | None = None
    until: When | None = None
    held: When | None = None
    due: When | None = None
    replaced_by: str | None = None
    also: tuple[str, ...] = ()
    shown: Shown | None = None
    conflict: tuple[Conflict, ...] = ()
    sources: tuple[str, ...] = ()
    unconfirmed: str | None = None
    note: str | None = None
    place: Place = NOWHERE


class Search(NamedTuple):
    """A search for measures of a kind on a topic that found none: when, and where it was looked."""

    topic: str
    date: When
    where: str
    kind: MeasureKind = MeasureKind.LAW
    note: str | None = None
    place: Place = NOWHERE


class StateMeasures(NamedTuple):
    """All that one state's file of measures holds."""

    measures: tuple[Measure, ...] = ()
    searched: tuple[Search, ...] = ()
    sources: Mapping[str, MeasureSource] = {}
    place: Place = NOWHERE
