"""One run of a command: which data it reads, on which day, and what it does when the data is at fault."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toc_treaties.cli.faults import CommandError, MissingDataError, UnknownChoiceError, UnreadableDataError
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.problem import Problem, Severity
from toc_treaties.store.files import NoDataError, Origin, folder_reader, locate, state_slugs
from toc_treaties.store.load import MORE, load
from toc_treaties.store.names import UnknownStateError, find_state
from toc_treaties.words.visible import visible


def today() -> date:
    """The day on which the command runs."""
    return date.today()  # noqa: DTZ011, TID251 - the one clock; treaties know days, not hours


def day_asked(as_of: date | None) -> date:
    """The day asked about, or today; the user is told where that day has not come."""
    now = today()
    if as_of is not None and as_of > now:
        sys.stderr.write(
            f"{as_of.isoformat()} has not come: what is recorded by {now.isoformat()} is read on that day\n"
        )
    return as_of or now


class Session(NamedTuple):
    """The data that this run reads."""

    origin: Origin

    @classmethod
    def open(cls, data: Path | None) -> "Session":
        """The data chosen, or found from here."""
        try:
            return cls(locate(data, Path.cwd()))
        except NoDataError as error:
            raise _no_data(error) from None

    @property
    def slugs(self) -> tuple[str, ...]:
        """Every state that has a file."""
        return state_slugs(self.origin.folder)

    def find(self, names: list[str]) -> list[str]:
        """The slugs of the states named, each once, in the order given."""
        reader = folder_reader(self.origin.folder)
        try:
            return list(dict.fromkeys(find_state(name, reader, self.slugs) for name in names))
        except OSError as error:
            raise MissingDataError(f"{error.filename} cannot be read: {error.strerror}") from None
        except UnknownStateError as error:
            raise CommandError(str(error)) from None

    def register(self, slugs: list[str] | tuple[str, ...], also: tuple[str, ...] = ()) -> Register:
        """The register with these states, checked; errors in the files read refuse an answer.

        `also` names the files that only some questions read: agreements, meetings.
        """
        from toc_treaties.rules import check_beside, check_state

        register, problems = self.load(slugs, also)
        for state in register.states.values():
            problems += check_state(register, state, today())
        problems += check_beside(register, today())
        self._refuse(problems)
        return register

    def load(self, slugs: Iterable[str], also: Iterable[str] = ()) -> tuple[Register, list[Problem]]:
        """The register and its problems of form; a file that is not there or cannot be read ends the command."""
        missing = [name for more in also if not (self.origin.folder / (name := MORE[more][0])).is_file()]
        if missing:
            raise MissingDataError(f"{self.origin.shown_as}/{missing[0]} is not there, and the question needs it")
        if not self.slugs:
            raise MissingDataError(f"{self.origin.shown_as}/states holds no state's file")
        try:
            register, problems = load(folder_reader(self.origin.folder), slugs, self.origin.shown_as, also)
        except OSError as error:
            raise MissingDataError(f"{error.filename} cannot be read: {error.strerror}") from None
        return register._replace(read_on=today()), problems

    def _refuse(self, problems: list[Problem]) -> None:
        """Say warnings on standard error; end with the errors' files where there are any."""
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        if errors:
            option = f" --data {self.origin.folder}" if self.origin.kind == "folder" else ""
            raise UnreadableDataError(
                (error.place.file for error in errors), len(errors), f"toc-treaties check{option}"
            )
        for problem in problems:
            place = problem.place
            told = f"{place.file}:{place.line}:{place.column}: warning: {problem.message} [{problem.rule}]\n"
            sys.stderr.write(visible(told))


def _no_data(error: NoDataError) -> CommandError:
    fault = CommandError(str(error))
    fault.code = 3
    return fault


def in_order(register: Register) -> list[State]:
    """The states in the alphabetical order of their names."""
    from toc_treaties.model.names import plain

    return sorted(register.states.values(), key=lambda state: plain(state.name["en"]))


def find_instrument(register: Register, id: str) -> Instrument:
    """The instrument with an id, or with a short title in any language."""
    from toc_treaties.model.names import plain

    wanted = plain(id)
    for one in register.instruments.values():
        if wanted in {plain(one.id), *(plain(name) for name in one.short.values())}:
            return one
    raise UnknownChoiceError("instrument", id, register.instruments)
