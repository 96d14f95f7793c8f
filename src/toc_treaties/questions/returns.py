"""The annual figures: one year across states, one state over the years, and sums that never pass over a gap."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.evidence import cited
from toc_treaties.law.membership import OAS, is_member
from toc_treaties.model.assessment import Figure, Return
from toc_treaties.model.commitment import Level, Statistic
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State


class Sum(NamedTuple):
    """A total of some figures: what was reported of how many; `total` is None where nothing was."""

    total: int | None
    reported: int
    of: int

    @property
    def partial(self) -> bool:
        """Whether some of the figures were not reported."""
        return self.reported < self.of


class StateFigures(NamedTuple):
    """One state's figures for one year; `given` is None where it gave no return."""

    state: State
    year: int
    given: Return | None
    figures: Mapping[str, Figure]
    sums: Mapping[str, Sum]


class YearFigures(NamedTuple):
    """One year across states: each state's figures, and for each figure its sum over the members of that year's end."""

    year: int
    statistics: tuple[Statistic, ...]
    derived: tuple[Statistic, ...]
    states: tuple[StateFigures, ...]
    sums: Mapping[str, Sum]
    sources: tuple[Source, ...] = ()
    outside: tuple[State, ...] = ()
    """States asked about that were not members at the year's end."""

    @property
    def groups(self) -> frozenset[str]:
        """The groups of the figures that states enter."""
        return frozenset(statistic.group for statistic in self.statistics)

    @property
    def reported(self) -> frozenset[str]:
        """The figures of which some state reported a number."""
        return frozenset(id for id, total in self.sums.items() if total.reported)

    @property
    def given(self) -> tuple[StateFigures, ...]:
        """The states that gave a return."""
        return tuple(entry for entry in self.states if entry.given is not None)


class OverYears(NamedTuple):
    """One state over the years."""

    state: State
    statistics: tuple[Statistic, ...]
    years: tuple[StateFigures, ...]
    sources: tuple[Source, ...] = ()


def add(figures: Iterable[Figure]) -> Sum:
    """The sum of what was reported, and how much of it there was; sentences are not summed."""
    everything = list(figures)
    numbers = [figure for figure in everything if isinstance(figure, int)]
    return Sum(sum(numbers) if numbers else None, len(numbers), len(everything))


def state_figures(register: Register, state: State, year: int) -> StateFigures:
    """A state's figures for a year: every statistic, null where it was not reported, and the derived sums."""
    given = state.returns.get(year)
    figures = {id: given.figures.get(id) if given else None for id in entered(register)}
    sums = {
        id: add(figures.get(part) for part in statistic.sum_of)
        for id, statistic in register.statistics.items()
        if statistic.level is Level.DERIVED
    }
    return StateFigures(state, year, given, figures, sums)


def entered(register: Register) -> tuple[str, ...]:
    """The statistics that a state enters: all but the sums and the date of the return itself."""
    asked = register.statistics.values()
    return tuple(
        statistic.id for statistic in asked if statistic.level is not Level.DERIVED and statistic.unit != "date"
    )


def year_figures(register: Register, states: Iterable[State], year: int) -> YearFigures:
    """The hemisphere's figures for a year, among the members at its end."""
    everyone = list(states)
    members = [state for state in everyone if is_member(state, OAS, date(year, 12, 31))]
    found = tuple(state_figures(register, state, year) for state in members)
    wanted = [register.statistics[id] for id in entered(register)]
    summed = [statistic.id for statistic in wanted if statistic.unit != "months"]
    sums = {id: add(entry.figures.get(id) for entry in found) for id in summed}
    derived = tuple(statistic for statistic in register.statistics.values() if statistic.level is Level.DERIVED)
    outside = tuple(state for state in everyone if state not in members)
    return YearFigures(year, tuple(wanted), derived, found, sums, _cited(register, found), outside)


def over_years(register: Register, state: State) -> OverYears:
    """Every return that a state gave, year by year."""
    wanted = tuple(register.statistics[id] for id in entered(register))
    years = tuple(state_figures(register, state, year) for year in sorted(state.returns))
    return OverYears(state, wanted, years, _cited(register, years))


def _cited(register: Register, entries: Iterable[StateFigures]) -> tuple[Source, ...]:
    """The sources of some returns, in the order of the register."""
    return cited((entry.given for entry in entries if entry.given is not None), register.sources)
