"""What `pairs` answers, as plain data."""

from toc_treaties.questions.pairs import Matrix, ScopeCount, WhatIf
from toc_treaties.records import envelope
from toc_treaties.records.standings import Data

MATRIX_FIELDS = ("as_of", "purpose", *ScopeCount._fields, "of")
WHAT_IF_FIELDS = ("as_of", "state", "instrument", "purpose", "scope", "with", "unconfirmed")


def matrix_record(answer: Matrix) -> Data:
    """The counts, with their denominator."""
    return {
        **envelope(answer.as_of),
        "purpose": answer.purpose,
        "pairs": answer.pairs,
        "counts": [one._asdict() for one in answer.counts],
    }


def matrix_rows(answer: Matrix) -> list[Data]:
    """A line for each scope and rule."""
    return [
        {"as_of": answer.as_of.isoformat(), "purpose": answer.purpose, **one._asdict(), "of": answer.pairs}
        for one in answer.counts
    ]


def what_if_record(answer: WhatIf) -> Data:
    """The gains, and how many pairs are covered already."""
    return {
        **envelope(answer.as_of),
        "state": answer.state.iso3,
        "instrument": answer.instrument.id,
        "standing": str(answer.standing.name),
        "purpose": answer.purpose,
        "gains": [
            {"purpose": gain.purpose, "scope": gain.scope, "with": gain.other.iso3, "unconfirmed": gain.unconfirmed}
            for gain in answer.gains
        ],
        "covered": answer.covered,
    }


def what_if_rows(answer: WhatIf) -> list[Data]:
    """A line for each gain."""
    whole = what_if_record(answer)
    return [
        {"as_of": whole["as_of"], "state": whole["state"], "instrument": whole["instrument"], **gain}
        for gain in whole["gains"]
    ]
