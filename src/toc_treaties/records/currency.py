"""How current the evidence is, as plain data."""

from toc_treaties.law.strength import MeasureStrength, Strength
from toc_treaties.questions.currency import CellEvidence, Currency, InstrumentEvidence
from toc_treaties.records import Data, envelope, iso, word, written
from toc_treaties.records.standings import evidence_data

FIELDS = (
    "as_of", "state", "instrument", "tier", "standing", "part", "strength", "day_unconfirmed", "evidence",
    "evidence_as_of", "evidence_days", "newest", "old", "doubt", "source",
)  # fmt: skip
LISTED = "cells"
AGES = ("under_2_years", "from_2_to_5", "from_5_to_10", "from_10_years")
"""The bands of age, in the order of the law's bounds."""


def record(answer: Currency) -> Data:
    """The counts of each instrument, topic and kind of record, and each cell."""
    return {
        **envelope(answer.as_of, answer.scope),
        "instruments": [_instrument(each, answer) for each in answer.instruments],
        "measures": [
            {
                "topic": each.topic.id if each.topic else None,
                **{str(strength): each.counts[strength] for strength in MeasureStrength},
                "searches": each.searches,
            }
            for each in answer.measures
        ],
        "records": [
            {
                "record": each.kind,
                **{str(basis): number for basis, number in sorted(each.counts.items())},
                "oldest": written(each.oldest),
                "newest": written(each.newest),
            }
            for each in answer.records
        ],
        "cells": [cell_data(each) for each in answer.cells],
    }


def _instrument(each: InstrumentEvidence, answer: Currency) -> Data:
    """The cells of an instrument by what they rest on and how old that is; where and when its table was compared."""
    checked, ages = each.instrument.checked, each.ages(answer.as_of)
    compared = checked if checked is not None and checked.as_of <= answer.as_of else None
    return {
        "instrument": each.instrument.id,
        "tier": word(each.instrument.tier),
        "cells": len(each.cells),
        **{str(strength): each.counts[strength] for strength in Strength},
        "to_verify": each.to_verify,
        "old": each.old,
        **{field: ages[band] for band, field in enumerate(AGES)},
        "undated": each.undated,
        "oldest": written(each.oldest),
        "newest": written(each.newest),
        "of_depositary": written(each.of_depositary),
        "status_page": each.instrument.status_page,
        "checked": {"as_of": iso(compared.as_of), "source": compared.source} if compared else None,
    }


def cell_data(each: CellEvidence) -> Data:
    """What one cell rests on."""
    return {
        "state": each.state.iso3,
        "instrument": each.instrument.id,
        "tier": word(each.instrument.tier),
        "standing": word(each.standing.name),
        "part": word(each.part),
        "strength": str(each.strength),
        "day_unconfirmed": each.standing.day_marked,
        **evidence_data(each.evidence),
        "newest": written(each.seen) if each.shown else None,
        "old": each.old,
        "doubt": word(each.doubt),
        "source": list(each.sources),
    }
