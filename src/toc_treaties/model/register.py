"""The register as one value: instruments, depositaries, sources and the states that a question opened."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from toc_treaties.model.action import Cell
from toc_treaties.model.instrument import Depositary, Instrument
from toc_treaties.model.source import Source
from toc_treaties.model.state import State

if TYPE_CHECKING:
    from toc_treaties.model.agreement import Agreement
    from toc_treaties.model.assessment import Body
    from toc_treaties.model.commitment import Catalogue, Statistic
    from toc_treaties.model.measure import StateMeasures, Topic
    from toc_treaties.model.meeting import Meeting
    from toc_treaties.model.translation import Translation


class Register(NamedTuple):
    """What the files hold. `instruments` is in the Strategy's order; `states` is keyed by slug."""

    instruments: Mapping[str, Instrument]
    depositaries: Mapping[str, Depositary]
    sources: Mapping[str, Source]
    states: Mapping[str, State]
    agreements: "Mapping[str, Agreement]" = {}  # noqa: RUF012 - never changed
    meetings: "Mapping[str, Meeting]" = {}  # noqa: RUF012 - never changed
    catalogue: "Catalogue | None" = None
    bodies: "Mapping[str, Body]" = {}  # noqa: RUF012 - never changed
    statistics: "Mapping[str, Statistic]" = {}  # noqa: RUF012 - never changed
    topics: "Mapping[str, Topic]" = {}  # noqa: RUF012 - never changed
    measures: "Mapping[str, StateMeasures]" = {}  # noqa: RUF012 - never changed
    """What each state has done at home, by its file's name; nothing where no question asked for it."""
    texts: "Mapping[str, Translation]" = {}  # noqa: RUF012 - never changed
    """What the files say in English sentences, in the other languages; nothing where a page is in English."""
    codes: "Mapping[str, str]" = {}  # noqa: RUF012 - never changed
    """The states that there must be, by their files' names, with their codes; empty where the data has no list."""
    dropped: frozenset[str] = frozenset()
    """Ids that the files name, but whose entries could not be read: rules do not call them unknown."""
    read_on: date | None = None
    """The day on which the files were read: what they record as done was done by then."""

    unread: frozenset[str] = frozenset()
    """Files that could not be read at all: rules do not ask what they hold."""

    @property
    def known_codes(self) -> frozenset[str]:
        """The codes of the states, as listed and as their files have them."""
        return frozenset((*self.codes.values(), *(state.iso3 for state in self.states.values())))

    @property
    def whole(self) -> bool:
        """Whether everything that the files name could be read."""
        return not self.dropped and not self.unread and not any(state.faulty for state in self.states.values())

    @property
    def topics_for_law(self) -> "tuple[Topic, ...]":
        """The topics on which a law is called for."""
        return tuple(topic for topic in self.topics.values() if topic.calls_for_law)

    def cell(self, state: State, instrument: str) -> Cell:
        """What is recorded of a state on an instrument; empty where nothing is."""
        return state.treaties.get(instrument) or Cell(instrument)
