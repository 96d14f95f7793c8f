"""Why a text cannot be read as YAML, in an author's words and at the line of the slip.

A parser stops where it can go no further, which is often below the slip, and speaks of its own grammar. Here each slip
that authors make is tried as a repair: where the repaired text can be read further, that was the slip.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.store import faults
from toc_treaties.store.libyaml import CParser, yaml
from toc_treaties.store.misplaced import lost_line, of_indentation, of_texts
from toc_treaties.store.slips import Repair, of_signs
from toc_treaties.store.unclosed import unclosed

MOST = 10
LONGEST = 200_000
"""Texts beyond this many characters are not tried with repairs."""
LONG = 40_000
"""Of a longer text the records around a slip are tried by themselves."""
AROUND = 60
"""So many lines above and below belong to them at least."""
MOST_TRIED = 10_000_000
"""So many characters of repaired texts are read: a long line of many slips has as many repairs, each as long as it."""
_MERGE = re.compile(r"^ *(?:<{7,}|={7,}|>{7,}|\|{7,})(?= |\r?$).*?(?=\r?$)", re.MULTILINE)
_END = (1 << 60, 0)
_Mark = tuple[int, int]


def syntax_faults(file: str, text: str) -> list[Problem]:
    """Each slip that keeps a text from being read, at its place."""
    return [
        faults.yaml_syntax(Place(file, repair.line, repair.column), repair.message, repair.help, repair.width)
        for repair in repairs(text)
    ]


def repairs(text: str) -> list[Repair]:
    """Each slip with its repair; the first alone where the others cannot be told for certain."""
    found: list[Repair] = []
    split: list[int] = []
    as_written = text.split("\n")
    reach = reached(text)
    while reach != _END and len(found) < MOST:
        repair, after = _best(text, reach)
        written = repair.line - sum(line < repair.line for line in split)
        found.append(repair._replace(line=written, column=_column(repair, text, as_written, written)))
        if not repair.text or after <= reach:
            break
        if repair.text.count("\n") > text.count("\n"):
            split.append(repair.line)
        text, reach = repair.text, after
    return found if reach == _END else found[:1]


def _column(repair: Repair, text: str, as_written: list[str], line: int) -> int:
    """Where a slip begins in its line as the author has it: an earlier repair may have moved what the line holds."""
    now, then = text.split("\n")[repair.line - 1 : repair.line], as_written[line - 1 : line]
    if not now or not then or now == then:
        return repair.column
    rest = now[0][repair.column - 1 :]
    column = len(then[0]) - len(rest) + 1 if then[0].endswith(rest) else repair.column
    return min(column, len(then[0]) + 1)


def unfinished_merge(file: str, text: str) -> list[Problem]:
    """The first line that git left where two versions were not joined."""
    match = _MERGE.search(text)
    if match is None:
        return []
    line = text.count("\n", 0, match.start()) + 1
    found = match.group()
    start = len(found) - len(found.lstrip())
    message = f"{found.split()[0]} was left by a merge that was not finished"
    help_ = "keep one of the two versions, and delete the lines <<<<<<<, =======, and >>>>>>>"
    return [faults.yaml_syntax(Place(file, line, start + 1), message, help_, len(found) - start)]


def reached(text: str) -> _Mark:
    """The line and column at which a parser gives a text up, counted from 1."""
    parser = CParser(text)
    try:
        while parser.get_event() is not None:
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)
    except yaml.YAMLError:
        return 1, 1
    return _END


def _best(text: str, reach: _Mark) -> tuple[Repair, _Mark]:
    """The slip whose repair lets the text be read furthest, sought in the records around it where the text is long."""
    lines = text.split("\n")
    if len(text) <= LONG:
        return _best_of(lines, text, reach)
    opened = next(unclosed(lines, reach[0]), None)
    first = min(reach[0], opened.line if opened else reach[0])
    first = next((at for at in range(first - AROUND, 0, -1) if _begins_record(lines[at - 1])), 1) - 1
    last = next((at for at in range(reach[0] + AROUND, len(lines)) if _begins_record(lines[at])), len(lines))
    part, within = "\n".join(lines[first:last]), (reach[0] - first, reach[1])
    if reached(part) != within:
        return _best_of(lines, text, reach)
    repair, after = _best_of(lines[first:last], part, within)
    if not repair.text:
        return repair._replace(line=repair.line + first), reach
    whole = "\n".join([*lines[:first], repair.text, *lines[last:]])
    return repair._replace(line=repair.line + first, text=whole), reached(whole) if after > within else reach


def _begins_record(line: str) -> bool:
    """Whether a line stands at the margin, as the id of a record does."""
    return line[:1] not in {"", " ", "#", "-", "\r"}


def _best_of(lines: list[str], text: str, reach: _Mark) -> tuple[Repair, _Mark]:
    """The slip whose repair lets the text be read furthest; a place without a slip that is known is said as that."""
    if len(text) > LONGEST:
        return lost_line(lines, *reach), reach
    tiers = (of_signs, of_texts, of_indentation)
    best, reach_of_best, tried = None, reach, 0
    for repairs_of in (unclosed(lines, reach[0]), *(_near(lines, reach, slips) for slips in tiers)):
        for repair in repairs_of:
            tried += len(repair.text)
            if tried > MOST_TRIED:
                break
            after = reached(repair.text)
            if after > reach_of_best:
                best, reach_of_best = repair, after
        if best is not None and reach_of_best == _END:
            break
    return (best or lost_line(lines, *reach)), reach_of_best


def _near(lines: list[str], reach: _Mark, slips: Callable[[list[str], int], Iterator[Repair]]) -> Iterator[Repair]:
    """The slips of the line at which the parser stopped, and of the two lines above it that hold anything."""
    last = min(reach[0], len(lines))
    numbers = (number for number in range(last, 0, -1) if lines[number - 1].strip())
    for number in islice(numbers, 3):
        yield from slips(lines, number)
