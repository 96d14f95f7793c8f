"""The order family: nothing ends before it begins, and nothing happens before what it rests on."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from toc_treaties.model.action import Action, Effect
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem, warning
from toc_treaties.model.register import Register
from toc_treaties.model.state import Period
from toc_treaties.model.when import When, on
from toc_treaties.rules.chronology import said
from toc_treaties.rules.dated import field_names
from toc_treaties.rules.state_file import SoundCell, StateFile
from toc_treaties.words.english import day, in_sentence, when


class Step(NamedTuple):
    """A day with the field that holds it."""

    field: str
    when: When
    place: Place


def steps(record: Any, *fields: str) -> list[Step]:  # noqa: ANN401 - any record with a place
    """The days that some fields hold, each by its name in the record and in the file where the two differ."""
    found = []
    for name, written in map(field_names, fields):
        value = getattr(record, name)
        if value is not None:
            when = on(value) if isinstance(value, date) else value
            found.append(Step(written, when, record.place.of(written)))
    return found


def reversed_steps(found: Iterable[Step], today: date | None = None) -> Iterator[Problem]:
    """Each step is not before the one above it; one that has not come is wrong itself, and said as that."""
    for first, then in pairwise(found):
        if then.when.latest < first.when.earliest and (today is None or first.when.earliest <= today):
            message = f"{then.field} ({when(then.when)}) is before {first.field} ({when(first.when)})"
            help_ = "are the two dates exchanged?"
            yield Problem("end-before-beginning", then.place, message, help_, width=len(then.when.text))


def end_before_beginning(cases: StateFile, today: date) -> Iterator[Problem]:
    """In a state's file each end follows its beginning."""
    state = cases.state
    spans: list[tuple[Any, tuple[str, ...]]] = [
        (designation, ("since", "notified", "until")) for designation in state.designations
    ]
    spans += [(participation, ("since:from", "until")) for participation in state.participation]
    spans += [(period, ("since:from", "until")) for periods in state.memberships.values() for period in periods]
    spans += [
        (invitation, ("decided:invitation", "until")) for case in cases.sound for invitation in case.cell.invitations
    ]
    for record, fields in spans:
        yield from reversed_steps(steps(record, *fields), today)
    for case in cases.sound:
        for action in case.cell.actions:
            if action.effect_from or action.statements:
                yield from _of_action(action)


def _of_action(action: Action) -> Iterator[Problem]:
    """A succession takes effect from an earlier day; a statement is withdrawn after it was made."""
    own = Step(action.kind, action.when, action.place.of(action.kind))
    for earlier in steps(action, "effect_from"):
        yield from (found._replace(place=earlier.place) for found in reversed_steps([earlier, own]))
    for statement in action.statements:
        if statement.withdrawn is not None:
            yield from reversed_steps([*(steps(statement, "made:date") or [own]), *steps(statement, "withdrawn")])


def overlapping_periods(cases: StateFile, _today: date) -> Iterator[Problem]:
    """The periods of a membership follow one another, in the order of their days."""
    for periods in cases.state.memberships.values():
        for first, then in pairwise(periods):
            if _overlap(first, then):
                message = "this period begins before the one above it has ended"
                help_ = "give the one above an until; periods stand in the order of their days"
                yield Problem("overlapping-periods", then.place.of("from"), message, help_, width=4)


def _overlap(first: Period, then: Period) -> bool:
    if then.since is None:
        return first.until is None
    return first.until is None or then.since.latest < first.until.earliest


def before_instrument(cases: StateFile, _today: date) -> Iterator[Problem]:
    """Nothing is said of an instrument, designated or decided under it before its text was adopted (VCLT art. 9)."""
    for case in cases.sound:
        yield from _premature(case.instrument.adopted, _under(case))
    for designation in cases.state.designations:
        instrument = cases.register.instruments.get(designation.instrument or "")
        if instrument is not None:
            yield from _premature(instrument.adopted, steps(designation, "since", "notified"))


def _under(case: SoundCell) -> Iterator[Step]:
    for seen in case.cell.none_seen:
        yield from steps(seen, "as_of:none_seen")
    for invitation in case.cell.invitations:
        yield from steps(invitation, "decided:invitation")
    for action in case.cell.actions:
        if action.ratified_at_home is not None:
            yield from steps(action, "ratified_at_home")
        for statement in action.statements:
            if statement.made is not None:
                yield from steps(statement, "made:date")


def _premature(adopted: date, found: Iterable[Step]) -> Iterator[Problem]:
    for one in found:
        if one.when.latest < adopted:
            message = f"{one.field} ({when(one.when)}) is before the instrument was adopted on {day(adopted)}"
            help_ = "is this another instrument's date?"
            yield Problem("before-instrument", one.place, message, help_, width=len(one.when.text))


def before_independence(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A state joins the Organization, and designates, from its independence on."""
    born = cases.state.independence
    joined = [step for period in cases.state.memberships.get("oas", ()) for step in steps(period, "since:from")]
    designated = [step for designation in cases.state.designations for step in steps(designation, "since", "notified")]
    for one in (*joined, *designated):
        if born is not None and one.when.latest < born:
            message = f"{one.field} ({when(one.when)}) is before independence on {day(born)}"
            yield Problem("before-independence", one.place, message, "check the year", width=len(one.when.text))


def statement_before_acts(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A statement is made with an act, or after it (VCLT art. 19)."""
    for case in cases.sound:
        statements = [said for action in case.cell.actions for said in action.statements if said.made is not None]
        if not statements:
            continue
        first = min(action.when.earliest for action in case.cell.actions)
        for said_ in statements:
            for step in steps(said_, "made:date"):
                if step.when.latest < first:
                    message = f"made {in_sentence(step.when)}, before the state's first act of {day(first)}"
                    help_ = "is this another statement's date?"
                    yield Problem("statement-before-acts", step.place, message, help_, width=len(step.when.text))


def home_after_deposit(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A state ratifies at home, or takes a step under an earlier text, before it deposits; it signs before that."""
    for _instrument, action in cases.actions:
        if action.effect is Effect.SIGNS or (action.ratified_at_home is None and not action.route):
            continue
        earlier = steps(action, "ratified_at_home")
        earlier += [Step(step.kind, step.when, step.place.of(step.kind)) for step in action.route]
        for one in earlier:
            if action.when.latest < one.when.earliest:
                message = f"{one.field} ({when(one.when)}) is later than the deposit: {said(action)}"
                help_ = "are the two dates exchanged? or say as_recorded: why, if the depositary's table holds it so"
                yield action, warning("home-after-deposit", one.place, message, help_, width=len(one.when.text))


def instrument_days(register: Register, today: date) -> Iterator[Problem]:
    """An instrument is adopted, opened, closed and in force in that order; a protocol is not older than its parent."""
    for instrument in register.instruments.values():
        adopted, window = steps(instrument, "adopted"), instrument.signature
        opened = steps(window, "opened") if window else []
        yield from reversed_steps([*adopted, *opened, *(steps(window, "closed") if window else [])], today)
        yield from reversed_steps([*(opened or adopted), *steps(instrument, "in_force")], today)
        if instrument.checked is not None:
            yield from reversed_steps([*adopted, *steps(instrument.checked, "as_of")], today)
        parent = register.instruments.get(instrument.requires.instrument) if instrument.requires else None
        if parent is not None and instrument.adopted < parent.adopted:
            message = f"adopted on {day(instrument.adopted)}, before its parent of {day(parent.adopted)}"
            help_ = "compare both dates, and requires"
            yield Problem("end-before-beginning", instrument.place.of("adopted"), message, help_, width=10)


OF_STATE = (
    end_before_beginning,
    overlapping_periods,
    before_instrument,
    before_independence,
    statement_before_acts,
)
BESIDE = (instrument_days,)
