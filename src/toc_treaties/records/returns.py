"""What `returns` answers, as plain data."""

from toc_treaties.questions.returns import OverYears, StateFigures, YearFigures, figure_text
from toc_treaties.records import envelope
from toc_treaties.records.standings import Data

YEAR_FIELDS = YEARS_FIELDS = RANDOT_FIELDS = ("state", "year", "figure", "value")


def year_record(answer: YearFigures) -> Data:
    """Every figure of every state, null where it was not reported, and the sums with what they rest on."""
    return {
        **envelope(),
        "year": answer.year,
        "sums": {id: one._asdict() for id, one in answer.sums.items()},
        "states": [_state_data(one) for one in answer.states],
    }


def _state_data(one: StateFigures) -> Data:
    figures = {id: figure._asdict() if isinstance(figure, tuple) else figure for id, figure in one.figures.items()}
    for figure in figures.values():
        if isinstance(figure, dict):
            figure.pop("place", None)
    given = one.given
    return {
        "state": one.state.iso3,
        "year": one.year,
        "returned": given is not None,
        "submitted": given.submitted.text if given and given.submitted else None,
        "source": list(given.sources) if given else [],
        "figures": figures,
        "sums": {id: total._asdict() for id, total in one.sums.items()},
    }


def years_record(answer: OverYears) -> Data:
    """One state's figures by year."""
    return {
        **envelope(),
        "state": answer.state.iso3,
        "years": [_state_data(one) for one in answer.years],
    }


def _figure_rows(states: tuple[StateFigures, ...]) -> list[Data]:
    """A line for each figure that was reported."""
    return [
        {"state": one.state.iso3, "year": one.year, "figure": id, "value": figure_text(figure)}
        for one in states
        for id, figure in one.figures.items()
        if figure is not None
    ]


def year_rows(answer: YearFigures) -> list[Data]:
    """A line for each figure of a year that was reported."""
    return _figure_rows(answer.states)


def years_rows(answer: OverYears) -> list[Data]:
    """A line for each figure of a state that was reported."""
    return _figure_rows(answer.years)


randot_record, randot_rows = year_record, year_rows
