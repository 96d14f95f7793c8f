"""One state's file of measures, as the rules judge it."""

from collections.abc import Callable, Iterable
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
