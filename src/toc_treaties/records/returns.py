"""What `returns` answers, as plain data."""

from toc_treaties.model.assessment import Figure, Sentence
from toc_treaties.questions.returns import OverYears, StateFigures, YearFigures
from toc_treaties.records import Data, envelope, written

TERMS = ("least", "median", "most", "life", "text")
FIELDS = ("state", "year", "figure", "value", *TERMS)


def record(answer: YearFigures) -> Data:
    """Every figure of every state, null where it was not reported, and the sums with what they rest on."""
    return {
        **envelope(),
        "year": answer.year,
        "sums": {id: total._asdict() for id, total in answer.sums.items()},
        "states": [_state(entry) for entry in answer.states],
    }


def years_record(answer: OverYears) -> Data:
    """One state's figures by year."""
    return {**envelope(), "state": answer.state.iso3, "years": [_state(entry) for entry in answer.years]}


def _state(entry: StateFigures) -> Data:
    given = entry.given
    return {
        "state": entry.state.iso3,
        "year": entry.year,
        "returned": given is not None,
        "submitted": written(given.submitted) if given else None,
        "source": list(given.sources) if given else [],
        "figures": {
            id: _terms(figure) if isinstance(figure, Sentence) else figure for id, figure in entry.figures.items()
        },
        "sums": {id: total._asdict() for id, total in entry.sums.items()},
    }


def _terms(figure: Figure) -> Data:
    """The terms of sentences, each null where it was not reported; of a count, all null."""
    return {term: getattr(figure, term, None) for term in TERMS}


def rows(answer: YearFigures | OverYears) -> list[Data]:
    """A line for each figure that was reported: a number, or the terms of sentences in columns of their own."""
    entries = answer.states if isinstance(answer, YearFigures) else answer.years
    return [
        {
            "state": entry.state.iso3,
            "year": entry.year,
            "figure": id,
            "value": figure if isinstance(figure, int) else None,
            **_terms(figure),
        }
        for entry in entries
        for id, figure in entry.figures.items()
        if figure is not None
    ]
