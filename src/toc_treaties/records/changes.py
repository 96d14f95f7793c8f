"""What `changes` answers, as plain data."""

from toc_treaties.pages.changes import sentence
from toc_treaties.questions.changes import Change, Changes
from toc_treaties.records import envelope
from toc_treaties.records.standings import Data, iso

FIELDS = (
    "date", "earliest", "latest", "state", "instrument", "event", "kind", "organization", "in_force", "unconfirmed",
    "day_unconfirmed", "sentence",
)  # fmt: skip


def record(answer: Changes) -> Data:
    """The changes, and those of which only a bracket is known."""
    return {
        **envelope(answer.until),
        "since": answer.since.isoformat(),
        "until": answer.until.isoformat(),
        "changes": [_data(one) for one in answer.changes],
        "date_not_known": [_data(one) for one in answer.undated],
    }


def _data(one: Change) -> Data:
    return {
        "date": one.when.day.isoformat() if one.when.day else None if one.when.bracketed else one.when.text,
        "earliest": one.when.earliest.isoformat(),
        "latest": one.when.latest.isoformat(),
        "state": one.state.iso3,
        "instrument": one.instrument.id if one.instrument else None,
        "event": str(one.kind),
        "kind": str(one.action.kind) if one.action else None,
        "organization": one.organization,
        "in_force": iso(one.in_force),
        "unconfirmed": one.marked,
        "day_unconfirmed": one.day_marked,
        "sentence": sentence(one),
    }


def rows(answer: Changes) -> list[Data]:
    """A line for each change."""
    return [_data(one) for one in (*answer.changes, *answer.undated)]
