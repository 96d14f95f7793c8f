"""Every day that the files record, with where it stands and what shows it: one walk for the rules on days."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from toc_treaties.model.action import Action
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.place import Place
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.when import When, on
from toc_treaties.rules.state_file import StateFile

if TYPE_CHECKING:
    from toc_treaties.model.agreement import Agreement


_made = tuple.__new__
"""A record without the call of its class: each act has one."""


class DatedRecord(NamedTuple):
    """A day of a record: its field, the record's place, the sources cited for it.

    `past` where what happened on it is recorded as done; `shown` where a source cited must not be older than it.
    `ahead` is how many years before an effect, as an entry into force or an end, a source can announce it.
    """

    field: str
    when: When
    record: Place
    sources: tuple[str, ...] = ()
    past: bool = True
    shown: bool = True
    ahead: int = 0

    @property
    def place(self) -> Place:
        """Where the day stands."""
        return self.record.of(self.field)


def days_of_state(cases: StateFile) -> Iterator[DatedRecord]:
    """Every day of a state's file but those of its acts that have not come, which another rule judges."""
    state = cases.state
    for case in cases.sound:
        for action in case.cell.actions:
            shown = action.unconfirmed is None
            # Its own day is judged against its sources alone, because another rule knows what has come.
            own = shown and action.day_unconfirmed is None
            yield _made(DatedRecord, (action.kind, action.when, action.place, action.sources, False, own, 0))
            if action.ratified_at_home or action.effect_from or action.route or action.statements:
                yield from _beside(action, shown=shown)
        for seen in case.cell.none_seen:
            yield from _days(seen, "as_of:none_seen")
        for entry in case.cell.no_information:
            yield from _days(entry, "since")
        for invitation in case.cell.invitations:
            yield from _days(invitation, "decided:invitation")
    yield from _of_memberships(state)
    for participation in state.participation:
        yield from _days(participation, "since:from")
    for designation in state.designations:
        yield from _days(designation, "since", "notified")
    for condition in state.conditions:
        yield from _days(condition, "since")
    yield from _of_commitments(state)


def _beside(action: Action, *, shown: bool) -> Iterator[DatedRecord]:
    """The days of an act beside its own."""
    yield from _days(action, "ratified_at_home", "effect_from")
    for step in action.route:
        yield DatedRecord(step.kind, step.when, step.place._replace(fields={}), action.sources, shown=shown)
    for statement in action.statements:
        if statement.made or statement.withdrawn:
            yield from _days(statement, "made:date", "withdrawn")


def _of_memberships(state: State) -> Iterator[DatedRecord]:
    """The days of memberships: an end is judged where no other period of the same shows it."""
    for periods in state.memberships.values():
        for period in periods:
            yield from _effects(period, "since:from")
        for period in periods[-1:]:
            yield from (day._replace(past=False, ahead=2) for day in _days(period, "until"))


def _of_commitments(state: State) -> Iterator[DatedRecord]:
    """The days of what a state has done about commitments."""
    for assessment in state.assessments:
        yield from (dated._replace(past=False) for dated in _days(assessment, "made:date"))
    for given in state.returns.values():
        yield from _days(given, "submitted")


def days_beside(register: Register) -> Iterator[DatedRecord]:
    """Every day of the files beside the states', the sources' own left out."""
    for instrument in register.instruments.values():
        yield from _of_instrument(instrument)
    for agreement in register.agreements.values():
        yield from _of_agreement(agreement)
    for meeting in register.meetings.values():
        yield from (day._replace(shown=False) for day in _days(meeting, "begins:from", "ends:until"))
    for document in register.catalogue.documents.values() if register.catalogue else ():
        yield from _days(document, "adopted", "dated")
    for body in register.bodies.values():
        for assessment in body.assessments:
            yield from _days(assessment, "made:date")


def _of_instrument(instrument: Instrument) -> Iterator[DatedRecord]:
    """The days of an instrument and of its clauses; how long signature is open may be still to come."""
    yield from _days(instrument, "adopted", "in_force")
    if instrument.signature is not None:
        yield from _days(instrument.signature, "opened")
    for path in instrument.paths.values():
        yield from _days(path, "in_force")
    if instrument.checked is not None:
        checked = instrument.checked
        yield DatedRecord("as_of", on(checked.as_of), checked.place, (checked.source,))


def _of_agreement(agreement: "Agreement") -> Iterator[DatedRecord]:
    """The days of an agreement; a party's own sources stand before the agreement's."""
    yield from _days(agreement, "signed", "approved", "seen")
    yield from _effects(agreement, "in_force")
    for party in agreement.parties:
        yield from (effect._replace(sources=party.sources or agreement.sources) for effect in _effects(party, "since"))
    for replaced in agreement.replaced:
        yield from (effect._replace(sources=agreement.sources) for effect in _effects(replaced, "since"))


def _effects(record: Any, *fields: str) -> Iterator[DatedRecord]:  # noqa: ANN401 - any record with a place
    return (day._replace(ahead=1) for day in _days(record, *fields))


def _days(record: Any, *fields: str) -> list[DatedRecord]:  # noqa: ANN401 - any record with a place
    """The days of some fields of a record, each by its name in the record and in the file where the two differ."""
    found = [(written, value) for name, written in map(field_names, fields) if (value := getattr(record, name))]
    if not found:
        return []
    shown, sources = getattr(record, "unconfirmed", None) is None, getattr(record, "sources", ())
    return [
        DatedRecord(written, on(value) if isinstance(value, date) else value, record.place, sources, shown=shown)
        for written, value in found
    ]


@cache
def field_names(field: str) -> tuple[str, str]:
    """A field's name in the record and in the file."""
    name, _, written = field.partition(":")
    return name, written or name
