"""What `pairs` answers, as plain data."""

from toc_treaties.questions.basis import ComesFirst, ForPurpose
from toc_treaties.questions.between import By
from toc_treaties.questions.pairs import Matrix, ScopeCount, WhatIf, WithAll
from toc_treaties.records import envelope
from toc_treaties.records.basis import by_data
from toc_treaties.records.standings import Data, iso

MATRIX_FIELDS = ("as_of", "purpose", *ScopeCount._fields, "of")
WHAT_IF_FIELDS = ("as_of", "state", "instrument", "purpose", "scope", "with", "unconfirmed")
WITH_ALL_FIELDS = (
    "as_of", "state", "purpose", "with", "treaty", "comes", "basis", "articles", "since", "unconfirmed",
)  # fmt: skip


def matrix_record(answer: Matrix) -> Data:
    """The counts, with their denominator."""
    counts = [count._asdict() for count in answer.counts]
    return {**envelope(answer.as_of), "purpose": answer.purpose, "pairs": answer.pairs, "counts": counts}


def matrix_rows(answer: Matrix) -> list[Data]:
    """A line for each scope and rule."""
    common = {"as_of": answer.as_of.isoformat(), "purpose": answer.purpose}
    return [{**common, **count._asdict(), "of": answer.pairs} for count in answer.counts]


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
    return [{key: whole[key] for key in WHAT_IF_FIELDS[:3]} | gain for gain in whole["gains"]]


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
                "first": [_first(first) for first in part.first],
                "one_of": [by_data(by) for by in part.treaties.one_of],
                "may_bind": [by_data(by) for by in _possible(part)],
            }
            for other, part in answer.others
        ],
    }


def _first(first: ComesFirst) -> Data:
    articles = list(first.articles)
    return {**by_data(first.by), "articles": articles, "since": iso(first.since), "unconfirmed": first.marked}


def _possible(part: ForPurpose) -> tuple[By, ...]:
    """The treaties on the purpose, and the agreements for it, of which it is not known whether they bind both."""
    bys = {by.id: by for by in (*part.treaties.possible, *(agreement for agreement, _ in part.to_verify))}
    return tuple(by for by in bys.values() if by not in part.treaties.one_of)


def with_all_rows(answer: WithAll) -> list[Data]:
    """A line for each basis that comes first or may bind; one for a state with which there is none."""
    lines = []
    for other, part in answer.others:
        common = {
            "as_of": answer.as_of.isoformat(),
            "state": answer.state.iso3,
            "purpose": answer.purpose,
            "with": other.iso3,
            "treaty": part.treaties.bound.value,
        }
        one_of, alone = {by.id for by in part.treaties.one_of}, "none_first" if len(part.unordered) > 1 else "first"
        found = [
            {
                "comes": "one_of" if first.by.id in one_of else alone,
                "basis": first.by.id,
                "articles": "; ".join(first.articles),
                "since": iso(first.since),
                "unconfirmed": first.marked,
            }
            for first in part.first
        ]
        found += [{"comes": "may_bind", "basis": by.id} for by in _possible(part)]
        lines += [{**common, **line} for line in found or [{"comes": "none"}]]
    return lines
