"""The whole register with the standings that follow from it, for those who ask questions of their own."""

from datetime import date
from typing import NamedTuple

from toc_treaties.model.register import Register
from toc_treaties.questions.standing_spans import StandingSpans, standing_spans


class Export(NamedTuple):
    """What the files hold, and every standing to a date as a span."""

    register: Register
    spans: StandingSpans


def export(register: Register, as_of: date) -> Export:
    """The register and the spans of its standings to a date."""
    return Export(register, standing_spans(register, as_of))
