"""Importing a return: read the form, plan the change, read it back, check it, and only then write."""

import os
from datetime import date
from pathlib import Path
from shutil import copymode
from typing import NamedTuple

from toc_treaties.edits.forms import Entered, Form, FormFault, read_form, value_of
from toc_treaties.edits.splice import set_figures, set_unconfirmed
from toc_treaties.model.names import plain
from toc_treaties.model.problem import Problem, Severity
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.rules import check_state
from toc_treaties.store.files import folder_reader
from toc_treaties.store.load import load

NO_SOURCE = "entered from a form; its source is not recorded"
"""What a return says of its evidence as long as nobody has written from what document its figures come."""
MORE = ("catalogue", "bodies", "statistics")


class FigureChange(NamedTuple):
    """One figure that an import sets."""

    figure: str
    before: int | str | None
    after: int | str | None


class Plan(NamedTuple):
    """What an import would do: the new text, each figure it sets; or why it is refused."""

    state: State | None
    year: int | None
    changes: tuple[FigureChange, ...]
    before: str
    text: str
    faults: tuple[FormFault, ...] = ()
    problems: tuple[Problem, ...] = ()


def plan(register: Register, folder: Path, name: str, content: bytes, today: date) -> Plan:
    """The plan of importing a form; a fault in the form, or an error that it would add, refuses it as a whole."""
    form = read_form(name, content, register)
    wanted = plain(form.state or "")
    state = next((one for one in register.states.values() if wanted in _names(one)), None)
    faults = form.faults
    if state is None and form.state is not None:
        faults = (*faults, FormFault(2, 1, f"there is no state {form.state!r}"))
    if faults or state is None or form.year is None:
        return Plan(state, form.year, (), "", "", faults)
    return _planned(state, form, form.year, folder, today)


def _names(state: State) -> set[str]:
    """What a form may call a state: its codes, its file's name, its names."""
    return {plain(name) for name in (state.iso3, state.iso2, state.slug, *state.name.values())}


def _planned(state: State, form: Form, year: int, folder: Path, today: date) -> Plan:
    given = state.returns.get(year)
    new = [one for one in form.entered if one.value != value_of(given, one.slot)]
    changes = tuple(FigureChange(one.slot.name, value_of(given, one.slot), one.value) for one in new)
    text = (folder / "states" / f"{state.slug}.yaml").read_bytes().decode("utf-8")
    after = set_figures(text, year, new)
    if new and given is None:
        after = set_unconfirmed(after, year, NO_SOURCE)
    problems = _read_back(folder, state, after, year, new, today)
    return Plan(state, year, changes, text, after, (), problems)


def _read_back(
    folder: Path, state: State, text: str, year: int, new: list[Entered], today: date
) -> tuple[Problem, ...]:
    """The errors that the new text would have; it must also hold what was set."""
    read = folder_reader(folder)
    mine = f"states/{state.slug}.yaml"
    register, problems = load(lambda name: text.encode() if name == mine else read(name), [state.slug], "data", MORE)
    after = register.states.get(state.slug)
    if after is not None:
        problems += check_state(register, after, today)
        given = after.returns.get(year)
        assert all(value_of(given, one.slot) == one.value for one in new)  # noqa: S101 - the splice is right
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


class BusyError(Exception):
    """Another command is writing the same file."""

    def __init__(self, lock: Path) -> None:
        super().__init__(f"{lock} is there: another command is writing this file, or one was stopped; remove it then")


class ChangedError(Exception):
    """The file is no longer what the plan was made for."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"{file} was changed by someone else in the meantime, and nothing is written; run it again")


def write(folder: Path, slug: str, before: str, text: str) -> None:
    """Put a state's file in place as a whole, under a lock, where it still is as it was read."""
    target = folder / "states" / f"{slug}.yaml"
    lock = target.with_suffix(".yaml.lock")
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        raise BusyError(lock) from None
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.read_bytes() != before.encode():
            raise ChangedError(target)
        real = target.resolve()
        draft.write_bytes(text.encode())
        copymode(real, draft)
        draft.replace(real)
    finally:
        draft.unlink(missing_ok=True)
        lock.unlink(missing_ok=True)
