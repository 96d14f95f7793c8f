"""What `table` answers, as plain data."""

from toc_treaties.questions.table import RatificationTable
from toc_treaties.records import Data, envelope
from toc_treaties.records.standings import STANDING, standing_data, total_data

FIELDS = ("as_of", "state", "instrument", *STANDING)
LISTED = "cells"


def record(answer: RatificationTable) -> Data:
    """Every cell, and the totals with their denominators."""
    return {
        **envelope(answer.as_of, answer.scope),
        "cells": [
            {"state": state.iso3, "instrument": instrument.id, **standing_data(standing, answer.sources)}
            for state, instrument, standing in answer.cells
        ],
        "totals": [
            {"instrument": instrument.id, **total_data(total)}
            for instrument, total in zip(answer.scope.instruments, answer.totals, strict=True)
        ],
    }
