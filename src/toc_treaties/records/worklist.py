"""The pages to fetch next, as plain data."""

from toc_treaties.questions.worklist import PageOfInstrument, PagesOfPublisher, Use, Worklist
from toc_treaties.records import Data, envelope, word, written

FIELDS = ("as_of", "instrument", "address", "depositary", "settles", "confirms", "refreshes", "seen", "to_verify")
COUNTED = {Use.SETTLE: "settles", Use.CONFIRM: "confirms", Use.REFRESH: "refreshes"}


def record(answer: Worklist) -> Data:
    """Each page with the cells that it would settle, confirm or refresh; each publisher with its measures."""
    return {
        **envelope(answer.as_of, answer.scope),
        "older_than": answer.years,
        "pages": [_page(each) for each in answer.pages],
        "publishers": [_publisher(each) for each in answer.at_home],
    }


def rows(answer: Worklist) -> list[Data]:
    """A line for each page of a depositary; `to_verify` are the states of which it would settle something."""
    return [
        {
            "as_of": answer.as_of.isoformat(),
            **{field: value for field, value in _page(each).items() if field != "cells"},
            "to_verify": "; ".join(cell.state.iso3 for cell in each.of(Use.SETTLE)),
        }
        for each in answer.pages
    ]


def _page(each: PageOfInstrument) -> Data:
    return {
        "instrument": each.instrument.id,
        "address": each.address,
        "depositary": each.depositary.id if each.depositary else None,
        **{field: len(each.of(use)) for use, field in COUNTED.items()},
        "seen": written(each.seen),
        "cells": [
            {
                "state": cell.state.iso3,
                "use": str(use),
                "strength": str(cell.strength),
                "doubt": word(cell.doubt),
                "newest": written(cell.seen) if cell.shown else None,
                "source": list(cell.sources),
            }
            for cell, use in each.uses
        ],
    }


def _publisher(each: PagesOfPublisher) -> Data:
    return {
        "publisher": each.publisher,
        "pages": [{"source": page.id, "url": page.url, "as_of": written(page.as_of)} for page in each.pages],
        "measures": [
            {
                "state": waiting.state.iso3,
                "kind": str(waiting.standing.measure.kind),
                "title": waiting.standing.measure.title,
                "number": waiting.standing.measure.number,
                "wait": str(waiting.wait),
                "sources": list(waiting.standing.measure.sources),
            }
            for waiting in each.measures
        ],
    }
