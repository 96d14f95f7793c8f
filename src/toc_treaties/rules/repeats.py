"""The repeats family: the same thing is recorded once, and two records of it do not contradict each other."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from toc_treaties.model.action import Action, Effect, StatementKind
from toc_treaties.model.names import plain
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem, warning
from toc_treaties.model.register import Register
from toc_treaties.model.vocabulary import Language
from toc_treaties.model.when import When
from toc_treaties.rules.chronology import said
from toc_treaties.rules.state_file import SoundCell, StateFile

Key = tuple[Any, ...]


def repeated(records: Iterable[Any], key: Callable[[Any], Key | None], what: str, field: str = "") -> Iterator[Problem]:
    """The later of two records with one key; None stands for a record that cannot repeat another."""
    records = tuple(records)
    first: dict[Key, Place] = {}
    for record in records if len(records) > 1 else ():
        same = key(record)
        if same is None:
            continue
        before = first.setdefault(same, record.place)
        if before is not record.place:
            where = f"line {before.line}" if before.file == record.place.file else f"{before.file}, line {before.line}"
            message = f"{what} stands here a second time; it is already on {where}"
            help_ = "keep one of the two; what was seen again is a newer source of the first"
            yield Problem("repeated-record", record.place.of(field) if field else record.place, message, help_)


def repeated_in_state(cases: StateFile, _today: date) -> Iterator[Problem]:
    """Nothing stands twice in a state's file."""
    state = cases.state
    for case in cases.sound:
        yield from _repeated_in_cell(case)
    for organization, periods in state.memberships.items():
        yield from repeated(
            periods, lambda period: (_text(period.since), period.status), f"this membership of {organization}"
        )
    yield from repeated(
        state.participation,
        lambda participation: (participation.status, _text(participation.since)),
        "this participation",
    )
    for participation in state.participation:
        yield from repeated(participation.readings, lambda reading: (plain(reading.says),), "this reading")
    yield from repeated(
        state.designations,
        lambda designation: (
            designation.role,
            designation.instrument,
            designation.article,
            plain(designation.institution),
            _text(designation.since),
        ),
        "this designation",
    )
    yield from repeated(state.conditions, lambda condition: (condition.instrument, condition.article), "this condition")


def _text(when: When | None) -> tuple[date, date] | None:
    return None if when is None else (when.earliest, when.latest)


def _repeated_in_cell(case: SoundCell) -> Iterator[Problem]:
    """An act, an absence, an invitation, a statement and a conflict stand once in a cell."""
    cell = case.cell
    beside = [action for action in cell.actions if action.statements or action.conflict or action.route]
    beyond = (cell.none_seen, cell.no_information, cell.invitations)
    most = max(len(cell.actions) - len(case.consents), *map(len, beyond))
    if most < 2 and not beside:  # noqa: PLR2004 - one repeats no other
        return
    others = [action for action in cell.actions if action.kind.effect is not Effect.CONSENTS]
    statements = [statement for action in beside for statement in action.statements if statement.text is not None]
    objections = [statement for statement in statements if statement.kind is StatementKind.OBJECTION]
    held: tuple[Sequence[Any], ...] = (others, *beyond, statements, objections)
    for records, (key, what) in zip(held, IN_CELL, strict=True):
        if len(records) > 1:
            yield from repeated(records, key, what)
    for action in beside:
        if len(action.conflict) > 1:
            yield from repeated(action.conflict, lambda conflict: (plain(conflict.says),), "this conflict")
        if len(action.route) > 1:
            yield from repeated(action.route, lambda step: (step.kind, step.of, _text(step.when)), "this step")


IN_CELL: tuple[tuple[Callable[[Any], Key | None], str], ...] = (
    (lambda action: (action.kind, _text(action.when)), "this act"),
    (lambda seen: (_text(seen.as_of),), "this absence"),
    (lambda entry: (plain(entry.why),), "this entry"),
    (lambda invitation: (_text(invitation.decided),), "this invitation"),
    (lambda said: (said.kind, plain(said.text), said.articles, _text(said.made), said.to), "this statement"),
    (lambda objection: (objection.to, _text(objection.made)), "this objection"),
)
"""What tells two records of a cell from each other: other acts than consents, absences, and so on, in that order."""


def signed_twice(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A state signs once, unless it withdrew its signature."""
    for case in cases.sound:
        for first, then in pairwise(sorted(case.signed, key=lambda action: action.when.latest)):
            if first.when != then.when:
                message = f"{said(then)}, although it had {said(first)}"
                help_ = "is one of the two a ratification? or say as_recorded: why"
                yield then, warning("signed-twice", then.place, message, help_, width=len(then.kind))


def conflict_agrees(cases: StateFile, _today: date) -> Iterator[Problem]:
    """A conflict holds another date than the one recorded."""
    for _instrument, action in cases.actions:
        for conflict in action.conflict:
            if conflict.says == action.when.text:
                message = f"the other source says {conflict.says}, which is the date recorded"
                help_ = "add the source to the entry, or write what it says"
                yield Problem("conflict-agrees", conflict.place.of("says"), message, help_, width=len(conflict.says))


def repeated_beside(register: Register, _today: date) -> Iterator[Problem]:
    """Nothing stands twice in the files beside the states'."""
    instruments = register.instruments.values()
    for instrument in instruments:
        yield from repeated(
            instrument.designations,
            lambda designation: (designation.article, plain(designation.what)),
            "this designation",
        )
        yield from repeated(instrument.precedence, lambda clause: (clause.article, plain(clause.says)), "this clause")
        yield from repeated(instrument.conflict, lambda conflict: (plain(conflict.says),), "this conflict")
    yield from same_names(register.depositaries.values(), "name")
    yield from same_names(register.meetings.values(), "name")
    addresses = Counter(source.url for source in register.sources.values())
    pages = [source for source in register.sources.values() if addresses[source.url] > 1]
    yield from repeated(pages, lambda page: (page.url, plain(page.title), _text(page.as_of)), "this page")


def same_names(records: Iterable[Any], field: str) -> Iterator[Problem]:
    """No two records have one name, in any language."""
    named = list(records)
    found: dict[int, Problem] = {}
    for language in Language:
        for problem in repeated(named, _in_language(field, language), "this name", field):
            found.setdefault(problem.place.line, problem)
    yield from found.values()


def _in_language(field: str, language: str) -> Callable[[Any], Key | None]:
    """A record's name in a language as its key; None where it has none."""
    return lambda one: (plain(name),) if (name := getattr(one, field).get(language)) else None


OF_STATE = (repeated_in_state, conflict_agrees)
BESIDE = (repeated_beside,)
