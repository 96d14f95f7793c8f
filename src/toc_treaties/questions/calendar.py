"""What lies ahead of a day by the register: entries into force, exits, invitations that lapse, meetings."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import cited, is_marked
from toc_treaties.law.history import EventKind, history
from toc_treaties.law.periods import possibly
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.action import Action, Cell, Invitation
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.meeting import Meeting
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.model.when import When
from toc_treaties.questions.scope import Scope


class AheadKind(StrEnum):
    """What lies ahead; the order is that of one day."""

    ENTRY_INTO_FORCE = "entry_into_force"
    EXIT = "exit"
    INVITATION_END = "invitation_end"
    MEETING = "meeting"


KINDS = list(AheadKind)
Dated = tuple[AheadKind, When, Action | Invitation]
EFFECTS = {EventKind.ENTRY_INTO_FORCE: AheadKind.ENTRY_INTO_FORCE, EventKind.EXIT: AheadKind.EXIT}


class Ahead(NamedTuple):
    """One day ahead, as precisely as it is known, and the record from which it follows.

    `id` stays the same however often the register is asked. `until` is the last day of a meeting of several.
    """

    id: str
    kind: AheadKind
    when: When
    record: Action | Invitation | Meeting
    state: State | None = None
    instrument: Instrument | None = None
    until: When | None = None

    @property
    def marked(self) -> bool:
        """Whether no source shows that from which it follows."""
        return is_marked(self.record)

    @property
    def day_marked(self) -> bool:
        """Whether the act is shown, and none shows its day."""
        return isinstance(self.record, Action) and self.record.day_unconfirmed is not None


class DaysAhead(NamedTuple):
    """The days ahead of a day, by what was done on or before it, with the sources behind them."""

    as_of: date
    scope: Scope
    days: tuple[Ahead, ...]
    sources: tuple[Source, ...]


def days_ahead(register: Register, scope: Scope, as_of: date) -> DaysAhead:
    """The days ahead, in their order; meetings where no instrument alone is asked about."""
    found = [day for state in scope.states for day in _of_state(register, state, scope, as_of)]
    if not scope.of_some_instruments:
        found += _meetings(register, as_of)
    days = sorted(found, key=lambda day: (day.when.earliest, day.when.latest, KINDS.index(day.kind)))
    return DaysAhead(as_of, scope, tuple(days), cited((day.record for day in days), register.sources))


def _of_state(register: Register, state: State, scope: Scope, as_of: date) -> Iterator[Ahead]:
    for instrument in scope.instruments:
        case = dossier(register, state, instrument)
        found = standing(case, as_of)
        dated = [*_effects(found), *_invitations(case.cell, found, as_of)]
        kinds: list[AheadKind] = []
        for kind, when, record in dated:
            if as_of < when.latest:
                kinds.append(kind)
                again = kinds.count(kind)
                named = f"{state.iso3.lower()}-{instrument.id}-{kind}"
                id = f"{named}-{again}" if again > 1 else named
                yield Ahead(id, kind, when, record, state, instrument)


def _effects(found: Standing) -> Iterator[Dated]:
    """What follows from the acts behind a standing."""
    for event in history(found):
        if event.kind in EFFECTS:
            yield EFFECTS[event.kind], event.when, event.action


def _invitations(cell: Cell, found: Standing, as_of: date) -> Iterator[Dated]:
    """The last days of invitations that the state has not taken up."""
    for invitation in cell.invitations:
        made = possibly(invitation.decided, None, as_of)
        if made and invitation.until is not None and not invitation.none and not found.consented:
            yield AheadKind.INVITATION_END, invitation.until, invitation


def _meetings(register: Register, as_of: date) -> Iterator[Ahead]:
    for meeting in register.meetings.values():
        if as_of < meeting.begins.latest:
            yield Ahead(f"meeting-{meeting.id}", AheadKind.MEETING, meeting.begins, meeting, until=meeting.ends)
