"""What changed in a span of time: every action, entry into force, exit and membership, in order."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import basis_of
from toc_treaties.law.history import Event, EventKind, history
from toc_treaties.law.standing import standing
from toc_treaties.model.action import Action
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis, Source
from toc_treaties.model.state import Period, State
from toc_treaties.model.when import When


class ChangeKind(StrEnum):
    """What kind of event a change is."""

    ACTION = "action"
    ENTRY_INTO_FORCE = "entry_into_force"
    EXIT = "exit"
    MEMBERSHIP = "membership"


KIND = {
    EventKind.ACTION: ChangeKind.ACTION,
    EventKind.ENTRY_INTO_FORCE: ChangeKind.ENTRY_INTO_FORCE,
    EventKind.EXIT: ChangeKind.EXIT,
}


class Change(NamedTuple):
    """One event: of a state under an instrument, or in an organization (`joins` tells which way).

    `before` is the membership that a new one follows on the same day, where only its status changes.
    """

    when: When
    kind: ChangeKind
    state: State
    instrument: Instrument | None = None
    action: Action | None = None
    in_force: When | None = None
    organization: str | None = None
    period: Period | None = None
    joins: bool = True
    before: Period | None = None
    marked: bool = False
    ahead: bool = False
    """Whether its day has not come yet."""

    @property
    def day_marked(self) -> bool:
        """Whether the act is shown and its day, as it is recorded, is not."""
        return self.action is not None and self.action.day_unconfirmed is not None


class Changes(NamedTuple):
    """The changes of a span, both days included; `undated` are those of which only a bracket is known."""

    since: date
    until: date
    changes: tuple[Change, ...]
    undated: tuple[Change, ...]
    cited: tuple[Source, ...]


def changes(
    register: Register,
    states: Iterable[State],
    instruments: Iterable[Instrument],
    since: date,
    until: date,
    *,
    memberships: bool = True,
) -> Changes:
    """Every event from a day to another. A month or year belongs to the span that holds its latest possible day."""
    wanted = tuple(instruments)
    found = [
        change
        for state in states
        for change in (*_of_state(register, state, wanted), *(_memberships(register, state) if memberships else ()))
        if since <= change.when.latest <= until
    ]
    order = {one.id: index for index, one in enumerate(register.instruments.values())}
    found.sort(key=lambda one: _order(one, order))
    today = register.read_on or until
    found = [one._replace(ahead=one.when.latest > today) for one in found]
    dated = tuple(one for one in found if not _bracketed(one))
    undated = tuple(one for one in found if _bracketed(one))
    ids = {id for one in found for record in (one.action, one.period) if record is not None for id in record.sources}
    return Changes(since, until, dated, undated, tuple(s for id, s in register.sources.items() if id in ids))


def _order(one: Change, order: Mapping[str, int]) -> tuple[date, str, int, int]:
    place = order.get(one.instrument.id, 0) if one.instrument else -1
    return one.when.latest, one.state.slug, place, list(ChangeKind).index(one.kind)


def _bracketed(one: Change) -> bool:
    """Whether only a bracket of the action's day is known, or of the parent's on which an effect depends."""
    if one.action is None:
        return False
    return one.action.when.bracketed or (one.when.bracketed and one.action.when.day is not None)


def _of_state(register: Register, state: State, instruments: tuple[Instrument, ...]) -> Iterator[Change]:
    """Every event of a state, whenever it was: what is in the span is chosen afterwards."""
    for instrument in instruments:
        events = history(standing(dossier(register, state, instrument), date.max))
        in_force = {id(one.action): one.when for one in events if one.kind is EventKind.ENTRY_INTO_FORCE}
        for event in events:
            yield _change(event, state, instrument, in_force.get(id(event.action)), register.sources)


def _change(
    event: Event, state: State, instrument: Instrument, in_force: When | None, sources: Mapping[str, Source]
) -> Change:
    marked = basis_of(event.action, sources) is Basis.UNCONFIRMED
    later = in_force if event.kind is EventKind.ACTION else None
    return Change(event.when, KIND[event.kind], state, instrument, event.action, later, marked=marked)


def _memberships(register: Register, state: State) -> Iterator[Change]:
    """Every beginning and end of a membership whose day was seen; a change of status on a day is one event."""
    for organization, periods in state.memberships.items():
        for before, period, after in zip((None, *periods), periods, (*periods[1:], None), strict=False):
            marked = basis_of(period, register.sources) is Basis.UNCONFIRMED
            if period.since is not None:
                follows = before is not None and before.until == period.since
                yield _membership(period.since, state, organization, period, before if follows else None, marked=marked)
            if period.until is not None and (after is None or after.since != period.until):
                yield _membership(period.until, state, organization, period, joins=False, marked=marked)


def _membership(
    when: When,
    state: State,
    organization: str,
    period: Period,
    before: Period | None = None,
    *,
    joins: bool = True,
    marked: bool,
) -> Change:
    return Change(
        when,
        ChangeKind.MEMBERSHIP,
        state,
        organization=organization,
        period=period,
        joins=joins,
        before=before,
        marked=marked,
    )
