"""What `pairs` answers, as plain data."""

from toc_treaties.questions.basis import First
from toc_treaties.questions.pairs import Matrix, ScopeCount, WhatIf, WithAll
from toc_treaties.records import Data, envelope, flat, iso, lines, word
from toc_treaties.records.basis import by_data

MATRIX_FIELDS = ("as_of", "purpose", *ScopeCount._fields, "of")
WHAT_IF_FIELDS = ("as_of", "state", "instrument", "purpose", "scope", "with", "unconfirmed")
WHAT_IF_LISTED = "gains"
WITH_ALL_FIELDS = (
    "as_of", "state", "purpose", "with", "treaty", "comes", "basis", "articles", "since", "unconfirmed",
)  # fmt: skip


def matrix_record(answer: Matrix) -> Data:
    """The counts, with their denominator."""
    counts = [count._asdict() for count in answer.counts]
    return {**envelope(answer.as_of), "purpose": answer.purpose, "pairs": answer.pairs, "counts": counts}


def matrix_rows(answer: Matrix) -> list[Data]:
    """A line for each scope and rule."""
    return lines({**matrix_record(answer), "of": answer.pairs}, "counts", MATRIX_FIELDS)


def what_if_record(answer: WhatIf) -> Data:
    """The gains, and how many pairs are covered already."""
    return {
        **envelope(answer.as_of),
        "state": answer.state.iso3,
        "instrument": answer.instrument.id,
        "standing": word(answer.standing.name),
        "purpose": answer.purpose,
        "gains": [
            {"purpose": gain.purpose, "scope": gain.scope, "with": gain.other.iso3, "unconfirmed": gain.unconfirmed}
            for gain in answer.gains
        ],
        "covered": answer.covered,
    }


def with_all_record(answer: WithAll) -> Data:
    """What comes first with each other state, and what may bind."""
    return {
        **envelope(answer.as_of),
        "state": answer.state.iso3,
        "purpose": answer.purpose,
        "others": [
            {
                "with": other.iso3,
                "treaty": part.treaties.bound.value,
                "bases": [{**by_data(first.by), **_first(first)} for first in part.first],
            }
            for other, part in answer.others
        ],
    }


def _first(first: First) -> Data:
    return {
        "comes": word(first.comes),
        "articles": list(first.articles),
        "since": iso(first.since),
        "unconfirmed": first.marked,
    }


def with_all_rows(answer: WithAll) -> list[Data]:
    """A line for each basis that comes first or may bind; one for a state with which there is none."""
    common = {"as_of": answer.as_of.isoformat(), "state": answer.state.iso3, "purpose": answer.purpose}
    return [
        {
            **common,
            "with": other.iso3,
            "treaty": part.treaties.bound.value,
            **({**flat(_first(first)), "basis": first.by.id} if first else {"comes": "none"}),
        }
        for other, part in answer.others
        for first in part.first or (None,)
    ]
