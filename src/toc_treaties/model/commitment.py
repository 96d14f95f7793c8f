"""The commitments: what the paragraphs of the Strategy and the RANDOT texts ask, and of whom."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.model.instrument import Names
from toc_treaties.model.place import NOWHERE, Place
from toc_treaties.model.vocabulary import InstitutionRole

MEMBER_STATES = "member-states"


class CommitmentText(NamedTuple):
    """A document that holds commitments; a draft has the date of its text, and none of adoption.

    `title_unconfirmed` are the languages in which its title was not seen in an official text.
    """

    id: str
    title: Names
    short: Names
    status: str
    reference: str | None = None
    adopted: date | None = None
    dated: date | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    title_unconfirmed: tuple[str, ...] = ()
    place: Place = NOWHERE

    @property
    def from_day(self) -> date | None:
        """The day from which its commitments exist."""
        days = [day for day in (self.adopted, self.dated) if day is not None]
        return min(days, default=None)

    def exists(self, day: date) -> bool:
        """Whether its commitments exist on a day; they do where its date is not known."""
        return self.from_day is None or self.from_day <= day

    @property
    def called(self) -> str:
        """The English short title, or the id where there is none: for messages about the data itself."""
        return self.short.get("en", self.id)


class Commitment(NamedTuple):
    """A trackable paragraph.

    `register` names the instruments whose standing answers it, `beside` those whose standing is shown with it.
    """

    id: str
    document: str
    paragraph: str
    addressee: tuple[str, ...]
    theme: str
    text: Names
    kind: str
    articles: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    measured: tuple[str, ...] = ()
    evidence: str | None = None
    parts: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    register: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    conditional: bool = False
    role: InstitutionRole | None = None
    """The role whose designation it asks for."""
    adopts: str | None = None
    """The document whose adoption it asks for: a single act that answers for all."""
    note: str | None = None
    place: Place = NOWHERE

    @property
    def of_states(self) -> bool:
        """Whether it is addressed to member states."""
        return MEMBER_STATES in self.addressee


class Scale(NamedTuple):
    """Where the words of the scale were seen: those of the OAS's peer review of drug policy."""

    seen: tuple[str, ...]
    sources: tuple[str, ...] = ()
    note: str | None = None
    place: Place = NOWHERE


class Catalogue(NamedTuple):
    """The documents and their commitments, in the order of the texts."""

    documents: Mapping[str, CommitmentText] = {}
    commitments: Mapping[str, Commitment] = {}
    scale: Scale | None = None


class Level(StrEnum):
    """How an annual figure stands in a return."""

    CORE = "core"
    IF_AVAILABLE = "if-available"
    BREAKDOWN = "breakdown"
    DERIVED = "derived"


class Statistic(NamedTuple):
    """An annual figure that states are asked for. `of` is its parent, `sum_of` what a derived one adds up.

    `at` is the series of meetings at which a return is given, each for the year before it.
    """

    id: str
    commitment: str
    group: str
    kind: str
    unit: str
    level: Level
    definition: str
    articles: tuple[str, ...] = ()
    of: str | None = None
    sum_of: tuple[str, ...] = ()
    bound: str | None = None
    at: str | None = None
    note: str | None = None
    place: Place = NOWHERE
