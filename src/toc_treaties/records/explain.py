"""What `explain` answers, as plain data."""

from toc_treaties.pages.history import event_text, rule_text
from toc_treaties.questions.explain import Explanation
from toc_treaties.records import envelope
from toc_treaties.records.standings import Data, standing_data, statement_data

FIELDS = ("as_of", "state", "instrument", "event", "kind", "earliest", "latest", "text", "rule")


def record(answer: Explanation) -> Data:
    """The standing, and each event with what decides its day."""
    item = answer.item
    sources = {source.id: source for source in answer.sources}
    return {
        **envelope(answer.as_of),
        "state": item.state.iso3,
        "instrument": item.instrument.id,
        **standing_data(item.standing, sources),
        "events": [
            {
                "event": event.kind.name.lower(),
                "kind": str(event.action.kind),
                "earliest": event.when.earliest.isoformat(),
                "latest": event.when.latest.isoformat(),
                "text": event_text(event, item),
                "rule": rule_text(event, item) or None,
            }
            for event in item.events
        ],
        "statements": [statement_data(one, sources) for one in item.statements],
    }


def rows(answer: Explanation) -> list[Data]:
    """A line for each event."""
    whole = record(answer)
    same = {key: whole[key] for key in ("as_of", "state", "instrument")}
    return [{**same, **event} for event in whole["events"]]
