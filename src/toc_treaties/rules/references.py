"""The references family: what an entry names exists."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from toc_treaties.model.instrument import Instrument
from toc_treaties.model.names import did_you_mean
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import ParticipationStatus
from toc_treaties.rules.state_file import StateFile

MOST_NAMED = 30
"""So many ids are named in one message."""


def records(state: State) -> Iterator[Any]:
    """Every record of a state's file that can cite sources."""
    for periods in state.memberships.values():
        yield from periods
    yield from (*state.designations, *state.conditions)
    yield from (*state.assessments, *state.contributions)
    yield from state.returns.values()
    for participation in state.participation:
        yield participation
        yield from participation.readings
    for cell in state.treaties.values():
        yield from cell.entries
        for action in cell.actions:
            yield from action.statements
            yield from action.conflict


def _nearest(word: str, known: Iterable[str]) -> str:
    return did_you_mean(word, known, "see the file that lists what there is")


def unknown_source(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A source that is cited stands in `sources.yaml`."""
    register = cases.register
    known = register.sources
    if not known:
        return
    for record in records(cases.state):
        for id in record.sources:
            if id not in known and id not in register.dropped:
                yield unknown_source_at(register, record.place.of("source"), id)


def unknown_source_at(register: Register, place: Place, id: str) -> Problem:
    """The Problem of a source that is not there, wherever it is cited."""
    near = did_you_mean(id, register.sources, "")
    help_ = f"{near} If it is new, add it to sources.yaml" if near else "add it to sources.yaml, or cite another"
    absent = f"sources.yaml {id}"
    return Problem("unknown-source", place, f"there is no source {id}", help_, width=len(id), absent=absent)


def unknown_path(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A path by which a state became bound is declared by the instrument."""
    for cell in cases.state.treaties.values():
        instrument = cases.register.instruments.get(cell.instrument)
        if instrument is None:
            continue
        for action in cell.actions:
            if not action.via and not action.route:
                continue
            named = [(action.via, action.place.of("via"))] if action.via else []
            named += [(step.of, step.place.of("of")) for step in action.route]
            for path, place in named:
                if path not in instrument.paths:
                    known = ", ".join(instrument.paths) or "none"
                    message = f"{instrument.called} has no path {path}"
                    yield Problem("unknown-path", place, message, f"its paths: {known}", width=len(path))


def unaccounted_cell(cases: StateFile, _today: date) -> Iterator[Problem]:
    """Every instrument stands in every state's file, so that an entry that falls out is noticed."""
    state = cases.state
    lost = [id for id in cases.register.instruments if id not in state.treaties and cases.is_sound(id)]
    if lost:
        shown, more = lost[:MOST_NAMED], len(lost) - MOST_NAMED
        last = f"{more} more" if more > 0 else shown.pop()
        named = f"{', '.join(shown)} and {last}" if shown else last
        message = f"{state.called} has no entry for {named}"
        help_ = f"add {lost[0]}: with its actions, none_seen or no_information"
        if len(lost) > 1:
            help_ = f"add each, as {lost[0]}: with its actions, none_seen or no_information; is the file cut short?"
        yield Problem("unaccounted-cell", state.place.of("treaties"), message, help_)
    for id, instrument in cases.register.instruments.items():
        entries = state.treaties.get(id)
        if entries is not None and not entries.faulty and not entries.entries:
            help_ = "add its actions, none_seen with a source's date, or no_information with the reason"
            yield Problem("unaccounted-cell", entries.place, f"{instrument.id} holds no entry", help_, width=len(id))


def file_name(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A state's file is named for its English name."""
    from toc_treaties.model.names import slug_of

    state = cases.state
    english = state.name.get("en")
    if english and slug_of(english) != state.slug:
        message = f"the file is named {state.slug}.yaml, the state {english}"
        help_ = f"name the file {slug_of(english)}.yaml"
        yield Problem("file-name", state.place.of("name"), message, help_)


def missing_membership(cases: StateFile, _today: date) -> Iterator[Problem]:
    """Every state's file says since when it is, or was, a member of the OAS: totals count its members."""
    if "oas" not in cases.state.memberships:
        message = f"{cases.state.called} has no membership of the OAS"
        help_ = "add oas: with from: the day of the deposit of the Charter"
        yield Problem("missing-membership", cases.state.place.of("memberships"), message, help_)


def one_reading(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A contested matter is shown with both readings, each with its source."""
    for participation in cases.state.participation:
        if participation.status is ParticipationStatus.CONTESTED and len(participation.readings) < 2:  # noqa: PLR2004 - both
            help_ = "add the other reading, with its source"
            yield Problem(
                "one-reading", participation.place, "a contested participation has fewer than two readings", help_
            )


def duplicate_state(register: Register, _today: date) -> Iterator[Problem]:
    """A code belongs to one state."""
    for field in ("iso3", "iso2"):
        counts = Counter(getattr(state, field) for state in register.states.values())
        for state in register.states.values():
            code = getattr(state, field)
            if counts[code] > 1:
                message = f"{code} is also the code of another state"
                yield Problem(
                    "duplicate-state", state.place.of(field), message, "compare the two files", width=len(code)
                )


def unknown_state(register: Register, _today: date) -> Iterator[Problem]:
    """A code in a list of states belongs to a state of the register."""
    if not (register.codes or register.whole):
        return
    known = register.known_codes
    for code, place in _codes(register):
        if code not in known:
            message = f"no state of the register has the code {code}"
            yield Problem("unknown-state", place, message, "use the ISO 3166-1 alpha-3 code", width=len(code))


def _codes(register: Register) -> Iterator[tuple[str, Place]]:
    """Every code that names a state, in instruments and in statements."""
    for instrument in register.instruments.values():
        for clause in (instrument.signature, instrument.accession):
            if clause is not None and isinstance(clause.by, tuple):
                yield from ((code, clause.place.of("by")) for code in clause.by)
    for state in register.states.values():
        for cell in state.treaties.values():
            for action in cell.actions:
                yield from (
                    (statement.to, statement.place.of("to"))
                    for statement in action.statements
                    if statement.to is not None
                )


def _instruments_named(instrument: Instrument) -> Iterator[tuple[str | None, Place]]:
    """Every other instrument that an instrument names, with the place."""
    for serving in (serving for list_ in instrument.serves.values() for serving in list_):
        yield serving.of, serving.place.of("of")
        yield serving.widens, serving.place.of("widens")
    if instrument.requires is not None:
        yield instrument.requires.instrument, instrument.requires.place.of("instrument")
        yield instrument.requires.of, instrument.requires.place.of("of")
    if instrument.serves_through is not None:
        yield instrument.serves_through.instrument, instrument.serves_through.place.of("instrument")
    if instrument.exit is not None:
        yield instrument.exit.along, instrument.exit.place.of("with")


def unknown_in_instruments(register: Register, _today: date) -> Iterator[Problem]:
    """What an instrument names exists: its parent, its depositary, its sources."""
    for instrument in register.instruments.values():
        for id, place in _instruments_named(instrument):
            if id is not None and id not in register.instruments and id not in register.dropped:
                message = f"there is no instrument {id}"
                help_, absent = _nearest(id, register.instruments), f"instruments.yaml {id}"
                yield Problem("unknown-instrument", place, message, help_, width=len(id), absent=absent)
        if instrument.depositary not in register.depositaries and instrument.depositary not in register.dropped:
            message = f"there is no depositary {instrument.depositary}"
            help_ = _nearest(instrument.depositary, register.depositaries)
            absent = f"depositaries.yaml {instrument.depositary}"
            yield Problem("unknown-depositary", instrument.place.of("depositary"), message, help_, absent=absent)
        cited = [(id, instrument.place.of("text")) for id in instrument.text]
        cited += [(id, conflict.place.of("source")) for conflict in instrument.conflict for id in conflict.sources]
        if instrument.checked is not None:
            cited.append((instrument.checked.source, instrument.checked.place.of("source")))
        for id, place in cited:
            if register.sources and id not in register.sources and id not in register.dropped:
                yield unknown_source_at(register, place, id)
