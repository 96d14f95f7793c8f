"""What comes first with each other state, as plain data: the record of `pairs`, for each purpose."""

from toc_treaties.questions.with_each import WithEach
from toc_treaties.records import Data, envelope
from toc_treaties.records.pairs import WITH_ALL_FIELDS, with_all_record, with_all_rows

FIELDS = WITH_ALL_FIELDS


def record(answer: WithEach) -> Data:
    """What comes first for each purpose."""
    purposes = [{"purpose": part.purpose, "others": with_all_record(part)["others"]} for part in answer.purposes]
    return {**envelope(answer.as_of), "state": answer.state.iso3, "purposes": purposes}


def rows(answer: WithEach) -> list[Data]:
    """A line for each basis, purpose by purpose."""
    return [row for part in answer.purposes for row in with_all_rows(part)]
