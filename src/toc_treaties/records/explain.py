"""What `explain` answers, as plain data."""

from toc_treaties.law.history import Event
from toc_treaties.questions.case import Case, clause_of
from toc_treaties.questions.explain import Explanation
from toc_treaties.records import Data, envelope, word
from toc_treaties.records.standings import standing_data, statement_data

FIELDS = (
    "as_of", "state", "instrument", "event", "kind", "depositary_notification", "earliest", "latest", "ground",
    "article",
)  # fmt: skip
LISTED = "events"


def record(answer: Explanation) -> Data:
    """The standing, each event with what decides its day, and the next step."""
    item = answer.item
    sources = {source.id: source for source in answer.sources}
    return {
        **envelope(answer.as_of),
        "state": item.state.iso3,
        "member": answer.member,
        "instrument": item.instrument.id,
        **standing_data(item.standing, sources),
        "events": [_event_data(event, item) for event in item.events],
        "next_step": word(item.next_step.step),
        "statements": [statement_data(statement, sources) for statement in item.statements],
    }


def _event_data(event: Event, item: Case) -> Data:
    clause = clause_of(event, item.instrument)
    return {
        "event": word(event.kind),
        "kind": word(event.action.kind),
        "depositary_notification": event.action.depositary_notification,
        "earliest": event.when.earliest.isoformat(),
        "latest": event.when.latest.isoformat(),
        "ground": word(event.ground),
        "article": clause.article if clause else None,
    }
