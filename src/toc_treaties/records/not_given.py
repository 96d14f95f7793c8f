"""What a past revision of the register does not give, as data."""

from collections.abc import Iterable
from typing import Any

from toc_treaties.questions.day_taken import NotGiven


def record(taken: Iterable[object]) -> dict[str, list[Any]]:
    """The files, the ids, the cells and the places that an answer leaves out."""
    lacking = [each for each in taken if isinstance(each, NotGiven)]
    return {
        "files": [name for each in lacking for name in each.files],
        "ids": [id for each in lacking for id in each.ids],
        "cells": [
            {"state": state.iso3, "instrument": instrument.id} for each in lacking for state, instrument in each.cells
        ],
        "places": [place for each in lacking for place in each.places],
    }
