"""The evidence family: every record says what it rests on."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from toc_treaties.model.action import Action, Kind, NoInformation
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem, warning
from toc_treaties.model.register import Register
from toc_treaties.rules.references import records
from toc_treaties.rules.state_file import StateFile
from toc_treaties.words.english import day


def action_without_source(cases: StateFile, _today: date) -> Iterator[Problem]:
    """An action, an absence and an invitation name a source, or say why they rest on none."""
    for case in cases.sound:
        for record in case.cell.entries:
            if isinstance(record, NoInformation):
                continue
            if not record.sources and record.unconfirmed is None:
                help_ = "add source: with an id of sources.yaml, or unconfirmed: with the reason"
                width = len(record.kind) if isinstance(record, Action) else 9
                yield Problem("action-without-source", record.place, "this entry names no source", help_, width=width)


def unsourced(cases: StateFile, _today: date) -> Iterator[Problem]:
    """What is said of membership, participation, designations, statements, conflicts and returns names a source."""
    state = cases.state
    records: list[tuple[Any, str]] = [
        (period, "membership") for periods in state.memberships.values() for period in periods
    ]
    records += [(participation, "participation") for participation in state.participation if not participation.readings]
    records += [(designation, "designation") for designation in state.designations]
    records += [(given, "return") for given in state.returns.values()]
    for case in cases.sound:
        for action in case.cell.actions:
            records += [(statement, statement.kind) for statement in action.statements] + [
                (conflict, "conflict") for conflict in action.conflict
            ]
    yield from _unsourced(records)


def unsourced_beside(register: Register, _today: date) -> Iterator[Problem]:
    """A meeting, a document and an instrument's conflict name a source, or say why not."""
    records: list[tuple[Any, str]] = [(meeting, "meeting") for meeting in register.meetings.values()]
    records += (
        [(document, "document") for document in register.catalogue.documents.values()] if register.catalogue else []
    )
    records += [
        (conflict, "conflict") for instrument in register.instruments.values() for conflict in instrument.conflict
    ]
    yield from _unsourced(records)


def _unsourced(records: Iterable[tuple[Any, str]]) -> Iterator[Problem]:
    for record, what in records:
        if not record.sources and getattr(record, "unconfirmed", None) is None:
            help_ = "add source: with an id of sources.yaml, or unconfirmed: with the reason"
            yield Problem("record-without-source", record.place, f"this {what} names no source", help_)


def round_date(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """1 January is a day on which few instruments are deposited: it is often a year that was padded."""
    for _instrument, action in cases.actions:
        known = action.when.day
        if known is not None and (known.month, known.day) == (1, 1) and action.kind is not Kind.SUCCESSION:
            help_ = f"if only the year is known, write {known.year}; or say as_recorded: why"
            place = action.place.of(action.kind)
            yield action, warning("round-date", place, f"{day(known)} may be a year that was padded", help_, width=10)


def sources_as_cited(register: Register, _today: date) -> Iterator[Problem]:
    """A source that nothing cites is left over, or its citation fell out; the others stand in the order of ids."""
    if not register.whole:
        return
    cited = _cited_ids(register)
    for id, source in register.sources.items():
        if id not in cited:
            help_ = "cite it, or remove it"
            yield warning("source-never-cited", source.place, f"nothing cites {id}", help_, width=len(id))
    yield from out_of_order({id: source.place for id, source in register.sources.items() if id in cited})


def out_of_order(places: Mapping[str, Place]) -> Iterator[Problem]:
    """The sources that stand in another place than their ids give them: the fewest that have to be moved.

    Of one that nothing cites it is said that its id is wrong, and not its place.
    """
    kept = _in_order([*places])
    for id, place in places.items():
        at = bisect_left(kept, id)
        if kept[at : at + 1] != [id]:
            help_ = f"put it behind {kept[at - 1]}" if at else f"put it before {kept[0]}"
            yield warning("source-order", place, f"{id} stands out of the order of the ids", help_, width=len(id))


def _in_order(ids: Sequence[str]) -> list[str]:
    """As many of the ids as stand in their order."""
    last: list[str] = []
    above: dict[str, str | None] = {}
    kept: list[str] = []
    for id in ids:
        at = bisect_left(last, id)
        above[id] = last[at - 1] if at else None
        kept = [id] if at == len(last) else kept  # of what was added at the end of the file, that is out of order
        last[at : at + 1] = [id]
    while kept and (higher := above[kept[-1]]) is not None:
        kept.append(higher)
    return kept[::-1]


def _cited_ids(register: Register) -> set[str]:
    """The ids that anything in the register cites."""
    cited: set[str] = set()
    for state in register.states.values():
        for record in records(state):
            cited.update(record.sources)
    for agreement in register.agreements.values():
        cited.update(agreement.sources)
        cited.update(id for party in agreement.parties for id in party.sources)
    documents = register.catalogue.documents.values() if register.catalogue else ()
    cited.update(id for document in documents for id in document.sources)
    if register.catalogue and register.catalogue.scale:
        cited.update(register.catalogue.scale.sources)
    cited.update(id for body in register.bodies.values() for made in body.assessments for id in made.sources)
    cited.update(id for meeting in register.meetings.values() for id in meeting.sources)
    for instrument in register.instruments.values():
        cited.update(instrument.text)
        cited.update(id for conflict in instrument.conflict for id in conflict.sources)
        if instrument.checked is not None:
            cited.add(instrument.checked.source)
    return cited
