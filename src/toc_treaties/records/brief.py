"""What `brief` answers, as plain data: the records of its questions."""

from toc_treaties.questions.brief import Brief
from toc_treaties.questions.measures import MeasuresOfState
from toc_treaties.records import Data, calendar, changes, due, envelope, gaps, measures, pairs, table

FIELDS = gaps.FIELDS


def record(answer: Brief) -> Data:
    """The record of each part under its question's name."""
    topics = answer.topics
    parts = {
        "table": table.record(answer.table),
        "gaps": gaps.record(answer.gaps),
        "changes": changes.record(answer.changes) if answer.changes else None,
        "calendar": calendar.record(answer.ahead),
        "due": due.record(answer.due),
        "measures": measures.record(topics) if isinstance(topics, MeasuresOfState) else measures.matrix_record(topics),
        "basis": [pairs.with_all_record(basis) for basis in answer.bases],
    }
    return {**envelope(answer.as_of), **parts}


def rows(answer: Brief) -> list[Data]:
    """A line for each gap and what is to verify."""
    return gaps.rows(answer.gaps)
