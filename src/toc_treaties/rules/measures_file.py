"""One state's file of measures, as the rules judge it."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import NamedTuple

from toc_treaties.model.measure import MeasureStatus, StateMeasures
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register


class MeasuresFile(NamedTuple):
    """One state's file of measures, with the register around it.

    `prefix` is how the ids of its sources begin; `complete` says that no record of it was lost in reading.
    """

    slug: str
    held: StateMeasures
    register: Register
    prefix: str
    complete: bool


MeasureRule = Callable[[MeasuresFile, date], Iterable[Problem]]
OVER = frozenset({MeasureStatus.EXPIRED, MeasureStatus.REPEALED})


def cut_short(register: Register, problems: list[Problem], of_a_cut: Collection[str]) -> list[Problem]:
    """The problems, with what a file lacks that ends too early said once, where it ends: its sources stood below."""
    for held in register.measures.values():
        here = [problem for problem in problems if problem.place.file == held.place.file]
        many = next((problem for problem in here if problem.rule == "unknown-source" and problem.width == 1), None)
        if many is None:
            continue
        last = max(here, key=lambda problem: problem.place.line)
        if last.rule in of_a_cut and last.place.line >= _last_line(held):
            problems = [problem for problem in problems if problem not in (many, last)]
            problems.append(many._replace(place=last.place))
    return problems


def _last_line(held: StateMeasures) -> int:
    """The line at which the last record of a file begins that could be read."""
    places = [measure.place for measure in held.measures] + [search.place for search in held.searched]
    places += [source.place for source in held.sources.values()]
    return max((place.line for place in places), default=0)
