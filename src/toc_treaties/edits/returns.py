"""Importing a return: read the form, plan the change, read it back, check it, and only then write."""

from datetime import date
from typing import NamedTuple

from toc_treaties.edits.filled import Entered, Form
from toc_treaties.edits.lined import PlacingError
from toc_treaties.edits.placing import Taken, edited
from toc_treaties.edits.slots import value_of
from toc_treaties.edits.splice import set_field, set_figures, set_unconfirmed
from toc_treaties.model.assessment import Return
from toc_treaties.model.problem import Problem, Severity
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.rules import check_state
from toc_treaties.store.load import load
from toc_treaties.store.opening import Reader

NO_SOURCE = "entered from a form; its source is not recorded"
"""What a return says of its evidence as long as nobody has written from what document its figures come."""


class FigureChange(NamedTuple):
    """One figure that an import sets."""

    figure: str
    before: int | str | None
    after: int | str | None


class Plan(NamedTuple):
    """What an import would do: the new text and each figure it sets; the errors that refuse it."""

    state: State
    year: int
    changes: tuple[FigureChange, ...]
    before: bytes
    text: str
    problems: tuple[Problem, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    """What is set of the return itself: its source, and the day on which it was given."""

    @property
    def file(self) -> str:
        """The name of the file that it changes."""
        return f"states/{self.state.slug}.yaml"


def plan(
    register: Register,
    form: Form,
    read: Reader,
    today: date,
    source: str | None = None,
    submitted: str | None = None,
) -> Plan:
    """The plan of importing a form without faults into the file of the one state of a register.

    `source` shows the figures, and `submitted` is the day on which they were given. PlacingError where the file is
    written in a way that leaves no place for them.
    """
    state, year = next(iter(register.states.values())), form.year or 0
    given = state.returns.get(year)
    new = [entered for entered in form.entered if entered.value != value_of(given, entered.slot)]
    changes = tuple(FigureChange(entered.slot.name, value_of(given, entered.slot), entered.value) for entered in new)
    before = read(f"states/{state.slug}.yaml")
    text = set_figures(_without_reason(before.decode("utf-8"), given if source else None, year), year, new)
    beside = []
    if submitted is not None and (new or given):
        text, beside = set_field(text, year, "submitted", submitted), [("submitted", submitted)]
    if source is not None and (new or given) and source not in (given.sources if given else ()):
        sources = (*(given.sources if given else ()), source)
        text = set_field(text, year, "source", source if len(sources) == 1 else f"[{', '.join(sources)}]")
        beside.append(("source", source))
    elif new and given is None:
        text = set_unconfirmed(text, year, NO_SOURCE)
    planned = Plan(state, year, changes, before, text, beside=tuple(beside))
    return planned._replace(problems=_read_back(planned, new, register, read, today))


def _without_reason(text: str, given: Return | None, year: int) -> str:
    """The text without what says why a return rests on no source, where an import wrote it."""
    if given is None or given.unconfirmed != NO_SOURCE:
        return text
    return edited(text.encode(), Taken(("returns", str(year)), "unconfirmed")).decode()


def _read_back(planned: Plan, new: list[Entered], register: Register, read: Reader, today: date) -> tuple[Problem, ...]:
    """The errors that the new text would have; it must also hold what was set."""
    slug, text = planned.state.slug, planned.text.encode()
    again, problems = load(lambda name: text if name == planned.file else read(name), [slug])
    after = again.states.get(slug)
    if after is not None:
        problems += check_state(register._replace(states=again.states), after, today)
    errors = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
    if after is not None and not errors:
        given = after.returns.get(planned.year)
        if any(value_of(given, entered.slot) != entered.value for entered in new):
            raise PlacingError
    return errors
