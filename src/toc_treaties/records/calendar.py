"""What `calendar` answers, as plain data."""

from toc_treaties.model.action import Action
from toc_treaties.model.meeting import Meeting
from toc_treaties.questions.calendar import Ahead, DaysAhead
from toc_treaties.records import Data, envelope, word, written

FIELDS = (
    "as_of", "id", "event", "date", "earliest", "latest", "until", "state", "instrument", "meeting", "act", "act_date",
    "unconfirmed", "day_unconfirmed", "source",
)  # fmt: skip
LISTED = "days"


def record(answer: DaysAhead) -> Data:
    """The days ahead, in their order."""
    return {**envelope(answer.as_of, answer.scope), "days": [_data(day) for day in answer.days]}


def _data(day: Ahead) -> Data:
    act = day.record if isinstance(day.record, Action) else None
    return {
        "id": day.id,
        "event": str(day.kind),
        "date": None if day.when.bracketed else day.when.text,
        "earliest": day.when.earliest.isoformat(),
        "latest": day.when.latest.isoformat(),
        "until": written(day.until),
        "state": day.state.iso3 if day.state else None,
        "instrument": day.instrument.id if day.instrument else None,
        "meeting": day.record.id if isinstance(day.record, Meeting) else None,
        "act": word(act.kind) if act else None,
        "act_date": act.when.text if act and not act.when.bracketed else None,
        "unconfirmed": day.marked,
        "day_unconfirmed": day.day_marked,
        "source": list(day.record.sources),
    }
