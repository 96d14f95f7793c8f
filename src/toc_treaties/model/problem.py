"""Faults in the data, as values: found together, shown together, never raised."""

from enum import StrEnum
from typing import NamedTuple

from toc_treaties.model.place import Place


class Severity(StrEnum):
    """An error stops a question that needs the data; a warning is printed beside its answer."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """A fault at a place: the rule's code, one sentence, and what to do."""

    rule: str
    place: Place
    message: str
    help: str
    severity: Severity = Severity.ERROR
    width: int = 1
    """How many characters the caret underlines."""
    absent: str = ""
    """What is named here and is not there: the file that should hold it, a blank, and its id."""

    @property
    def _said(self) -> tuple[object, ...]:
        return (*self, self.place[:3])

    def __eq__(self, other: object) -> bool:
        """Whether the same is said of the same place."""
        return isinstance(other, Problem) and self._said == other._said

    def __ne__(self, other: object) -> bool:
        """Whether something else is said, or of another place."""
        return not self == other

    def __hash__(self) -> int:
        """One of what is said, and where."""
        return hash(self._said)


def warning(rule: str, place: Place, message: str, help: str, width: int = 1) -> Problem:
    """A fault that does not stop an answer."""
    return Problem(rule, place, message, help, Severity.WARNING, width)


def in_order(problems: list[Problem]) -> list[Problem]:
    """Problems by file, line and column, each once."""
    once = {(p.place.file, p.place.line, p.place.column, p.rule, p.message): p for p in problems}
    return [once[key] for key in sorted(once)]
