"""What an answer covers: its states and instruments, and by what they were chosen."""

from datetime import date
from typing import NamedTuple

from toc_treaties.model.instrument import Instrument, Tier
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Members


class Scope(NamedTuple):
    """The states and instruments of an answer, and the filters that left these: None where none was set.

    `day` is the one on which the states were members of the grouping.
    """

    day: date
    states: tuple[State, ...]
    instruments: tuple[Instrument, ...]
    group: str | None = None
    subregion: str | None = None
    tier: Tier | None = None
    states_named: bool = False
    """Whether the states were named one by one."""
    instruments_named: bool = False
    members: Members = Members.ALL

    @property
    def of_some_instruments(self) -> bool:
        """Whether the answer is on some of the instruments alone."""
        return self.instruments_named or self.tier is not None

    @property
    def of_some_states(self) -> bool:
        """Whether the answer is on some of the states alone."""
        return self.states_named or self.group is not None or self.subregion is not None
