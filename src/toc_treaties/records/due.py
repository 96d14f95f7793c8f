"""What `due` answers, as plain data."""

from toc_treaties.questions.due import Due, Dues
from toc_treaties.records import Data, envelope, iso, lines

FIELDS = (
    "as_of", "state", "what", "about", "instrument", "article", "commitment", "meeting", "by", "lapsed",
    "unconfirmed",
)  # fmt: skip


def record(answer: Dues) -> Data:
    """Each thing not on record, of each state and body."""
    return {
        **envelope(answer.as_of, answer.scope),
        "states": [{"state": entry.state.iso3, "due": [_data(due) for due in entry.dues]} for entry in answer.states],
        "bodies": [
            {"body": entry.body.id, "commitments": [commitment.id for _, of in entry.of for commitment in of]}
            for entry in answer.bodies
        ],
    }


def _data(due: Due) -> Data:
    return {
        "what": due.what,
        "about": due.about,
        "instrument": due.asked_by.id if due.asked_by else None,
        "article": due.article,
        "commitment": due.commitment.id if due.commitment else None,
        "meeting": due.meeting.id if due.meeting else None,
        "by": iso(due.by),
        "lapsed": due.lapsed.institution if due.lapsed else None,
        "unconfirmed": due.marked,
    }


def rows(answer: Dues) -> list[Data]:
    """A line for each thing not on record."""
    whole = record(answer)
    dues = [{**entry, **due} for entry in whole["states"] for due in entry["due"]]
    return lines({**whole, "due": dues}, "due", FIELDS)
