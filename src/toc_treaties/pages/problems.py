"""Problems for people, for programs and for a pull request's annotations."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem, Severity
from toc_treaties.words.phrases import counted
from toc_treaties.words.visible import visible

LONGEST = 400
"""Lines of more characters than these are shown around their fault alone."""
SHOWN = 100
"""So many problems of one rule are shown of one file, and the others counted: whoever mends them checks again."""
LONGEST_SAID = 1000
ANNOTATED = 10
"""So many annotations of a severity are shown of one step of a workflow."""
LinesOf = Callable[[str], Sequence[str]]


def as_text(problems: Sequence[Problem], files: int, lines_of: LinesOf) -> str:
    """Each problem with the author's own line, a caret and a remedy, and a count at the end."""
    number = Counter((problem.place.file, problem.rule) for problem in problems)
    shown: Counter[tuple[str, str]] = Counter()
    said = []
    for problem in problems:
        kind = problem.place.file, problem.rule
        shown[kind] += 1
        if shown[kind] <= SHOWN:
            said.append(visible(_entry(problem, lines_of)))
        if shown[kind] == SHOWN < number[kind]:
            said.append(visible(_more(problem, number[kind] - SHOWN)))
    return "".join(said) + summary(problems, files) + "\n"


def _more(problem: Problem, more: int) -> str:
    """The line that counts what is not shown of one rule in one file."""
    where = "below this line" if problem.place.line else "in this file"
    return f"{_file(problem)}: {more:,} more of [{problem.rule}] {where}: --format json lists all\n\n"


def _file(problem: Problem) -> str:
    return problem.place.file.replace("\n", "<U+000A>")


def summary(problems: Sequence[Problem], files: int) -> str:
    """How many problems there are, in how many files."""
    if not problems:
        return f"No problems in {counted(files, 'file')}."
    found = [
        counted(number, word)
        for severity, word in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"))
        if (number := sum(problem.severity is severity for problem in problems))
    ]
    at_fault = len({problem.place.file for problem in problems})
    return f"{' and '.join(found)} in {at_fault} of {counted(files, 'file')}."


def _entry(problem: Problem, lines_of: LinesOf) -> str:
    place = problem.place
    said = f"{_within(problem.message)} [{problem.rule}]"
    head = f"{_file(problem)}:{place.line}:{place.column}: {problem.severity}: {said}\n"
    lines = lines_of(place.file)
    shown = ""
    if 0 < place.line <= len(lines):
        line = lines[place.line - 1].rstrip("\r").replace("\t", " ")
        if len(line) > LONGEST:
            line, place = _window(line, place)
        before, rest = visible(line[: place.column - 1]), line[place.column - 1 :]
        carets = "^" * max(1, len(visible(rest[: problem.width])))
        shown = f"{place.line:>5} | {line}\n      | {' ' * len(before)}{carets}\n"
    return f"{head}{shown}      help: {_within(problem.help)}\n\n"


def _within(text: str) -> str:
    """A sentence as long as one can be read; a longer one quotes what stands in the file."""
    return text if len(text) <= LONGEST_SAID else f"{text[:LONGEST_SAID].rstrip()} …"


def _window(line: str, place: Place) -> tuple[str, Place]:
    """A long line around its fault, and where the fault stands in it."""
    start = max(0, place.column - 41)
    cut = line[start : start + 80]
    head, tail = "…" if start else "", "…" if start + 80 < len(line) else ""
    return f"{head}{cut}{tail}", place._replace(column=place.column - start + len(head))


def as_data(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Each problem as plain data."""
    return [
        {
            "rule": problem.rule,
            "severity": str(problem.severity),
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "message": problem.message,
            "help": problem.help,
        }
        for problem in problems
    ]


def as_annotations(problems: Sequence[Problem]) -> str:
    """Each problem as a workflow command that places it on the line of a pull request, the errors first.

    Of one step so many of a severity are shown; where there are more, a notice counts them.
    """
    errors_first = sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)
    shown = "".join(_annotation(problem) for problem in errors_first)
    return shown + "".join(_beyond(problems, severity) for severity in Severity)


def _beyond(problems: Sequence[Problem], severity: Severity) -> str:
    """The notice of a severity of which not all are shown beside their lines."""
    number = sum(problem.severity is severity for problem in problems)
    if number <= ANNOTATED:
        return ""
    said = f"{counted(number, str(severity))}, of which {ANNOTATED} are shown beside their lines; the log has all"
    return f"::notice title=check::{_message(said)}.\n"


def _annotation(problem: Problem) -> str:
    place = problem.place
    where = f"file={_property(place.file)},line={place.line},col={place.column},title={_property(problem.rule)}"
    said = _message(f"{problem.message}\nhelp: {problem.help}")
    return f"::{problem.severity} {where}::{said}\n"


def _message(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
