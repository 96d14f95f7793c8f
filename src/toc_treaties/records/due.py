"""What `due` answers, as plain data."""

from toc_treaties.questions.due import Due, Dues
from toc_treaties.records import envelope
from toc_treaties.records.standings import Data

FIELDS = (
    "as_of", "state", "what", "about", "instrument", "article", "commitment", "meeting", "by", "lapsed",
    "unconfirmed",
)  # fmt: skip


def record(answer: Dues) -> Data:
    """Each thing not on record."""
    return {
        **envelope(answer.as_of),
        "states": [{"state": one.state.iso3, "due": [_data(due) for due in one.dues]} for one in answer.states],
        "bodies": [{"body": one.id, "commitments": [open.id for open in found]} for one, found in answer.bodies],
    }


def _data(one: Due) -> Data:
    return {
        "what": one.what,
        "about": one.about,
        "instrument": one.asked_by.id if one.asked_by else None,
        "article": one.article,
        "commitment": one.commitment,
        "meeting": one.meeting.id if one.meeting else None,
        "by": one.by.isoformat() if one.by else None,
        "lapsed": one.lapsed.institution if one.lapsed else None,
        "unconfirmed": one.marked,
    }


def rows(answer: Dues) -> list[Data]:
    """A line for each thing not on record."""
    return [
        {"as_of": answer.as_of.isoformat(), "state": one.state.iso3, **_data(due)}
        for one in answer.states
        for due in one.dues
    ]
