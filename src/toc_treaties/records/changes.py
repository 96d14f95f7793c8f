"""What `changes` answers, as plain data."""

from toc_treaties.model.action import Invitation, Statement
from toc_treaties.questions.changes import Change, Changes
from toc_treaties.questions.measure_changes import MeasureChange
from toc_treaties.records import Data, envelope, flat, iso, scope_data, word, written
from toc_treaties.records.measures import measure_brief

FIELDS = (
    "date", "earliest", "latest", "state", "instrument", "event", "kind", "act_date", "organization", "membership",
    "in_force", "takes_effect", "with_parent", "statement", "articles", "invited_until", "unconfirmed",
    "day_unconfirmed", "source", "measure",
)  # fmt: skip


def record(answer: Changes) -> Data:
    """The changes, and those of which only a bracket is known."""
    return {
        **envelope(answer.until),
        "since": answer.since.isoformat(),
        "until": answer.until.isoformat(),
        "meeting": answer.meeting.id if answer.meeting else None,
        "newest_source": written(answer.newest),
        "scope": scope_data(answer.scope),
        "changes": [_data(change) for change in answer.changes],
        "date_not_known": [_data(change) for change in answer.undated],
        "measures": [_measure(change) for change in answer.measures],
    }


def _data(change: Change) -> Data:
    act = change.earlier_act
    statement = change.record if isinstance(change.record, Statement) else None
    until = change.record.until if isinstance(change.record, Invitation) else None
    return {
        "date": None if change.when.bracketed else change.when.text,
        "earliest": change.when.earliest.isoformat(),
        "latest": change.when.latest.isoformat(),
        "state": change.state.iso3,
        "instrument": change.instrument.id if change.instrument else None,
        "event": str(change.kind),
        "kind": word(change.action.kind) if change.action else None,
        "act_date": act.when.text if act and not act.when.bracketed else None,
        "organization": change.organization,
        "membership": word(change.membership),
        "in_force": iso(change.in_force),
        "takes_effect": iso(change.ends),
        "with_parent": change.with_parent,
        "statement": word(statement.kind) if statement else None,
        "articles": list(statement.articles) if statement else [],
        "invited_until": written(until),
        "unconfirmed": change.marked,
        "day_unconfirmed": change.day_marked,
        "source": list(change.record.sources),
    }


def _measure(change: MeasureChange) -> Data:
    """What happened to a measure of a state."""
    day = {"date": change.when.text, "earliest": iso(change.when.earliest), "latest": iso(change.when.latest)}
    measure = measure_brief(change.standing)
    return {**measure, **day, "state": change.state.iso3, "event": str(change.event)}


def rows(answer: Changes) -> list[Data]:
    """A line for each change, those of treaties first."""
    acts = ({**flat(_data(change)), "measure": None} for change in (*answer.changes, *answer.undated))
    return [*acts, *map(_measure_row, answer.measures)]


def _measure_row(change: MeasureChange) -> Data:
    """The same line for what was done at home: its event is that of a measure."""
    data, name = _measure(change), change.standing.measure
    known = {field: data[field] for field in ("date", "earliest", "latest", "state", "kind")}
    sources = "; ".join(data["sources"])
    event = f"measure_{change.event}"
    shown = {
        "event": event,
        "unconfirmed": change.standing.marked,
        "source": sources,
        "measure": name.number or name.title,
    }
    return {**dict.fromkeys(FIELDS), **known, **shown}
