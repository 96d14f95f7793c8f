"""Standings and actions as plain data: ids, ISO dates, null where a day is not known."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum, StrEnum

from toc_treaties.law.evidence import Evidence, basis_of
from toc_treaties.law.gap import part_of
from toc_treaties.law.standing import Standing
from toc_treaties.law.tally import Tally
from toc_treaties.model.action import Action, Statement
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.model.when import When
from toc_treaties.records import Data

STANDING = (
    "standing", "since", "consent_date", "in_force", "leaving_on", "between", "part", "day_unconfirmed", "evidence",
    "evidence_as_of", "evidence_days", "actions",
)  # fmt: skip
"""The fields of a standing, as a line of a table has them."""


def iso(value: When | date | None) -> str | None:
    """A day as ISO; None where it is not known to the day."""
    known = value.day if isinstance(value, When) else value
    return known.isoformat() if known is not None else None


def written(when: When | None) -> str | None:
    """A day, month or year as it is recorded."""
    return when.text if when is not None else None


def word(member: Enum | None) -> str | None:
    """A word of a closed list."""
    if member is None:
        return None
    return str(member) if isinstance(member, StrEnum) else member.name.lower()


def codes(states: Iterable[State]) -> list[str]:
    """The codes of some states."""
    return [state.iso3 for state in states]


def lines(record: Data, listed: str, fields: Iterable[str]) -> list[Data]:
    """A line of a table for each entry of a list in a record: its own fields, and those that the record has for all."""
    rows = ({**record, **flat(entry)} for entry in record[listed])
    return [{field: row[field] for field in fields} for row in rows]


def standing_data(standing: Standing, sources: Mapping[str, Source]) -> Data:
    """The fields that every format gives for a standing."""
    return {
        "standing": word(standing.name),
        "since": iso(standing.since),
        "consent_date": iso(standing.consent),
        "in_force": iso(standing.in_force),
        "leaving_on": iso(standing.leaving_on),
        "between": [str(name) for name in standing.between] if standing.between else None,
        "part": word(part_of(standing)),
        "day_unconfirmed": standing.day_marked,
        **evidence_data(standing.evidence),
        "actions": [action_data(action, sources) for action in standing.actions],
    }


def evidence_data(evidence: Evidence) -> Data:
    """The strongest kind of evidence, its newest day, and the newest day of each kind."""
    return {
        "evidence": str(evidence.basis),
        "evidence_as_of": written(evidence.as_of),
        "evidence_days": {str(basis): when.text for basis, when in evidence.days},
    }


def total_data(total: Tally) -> Data:
    """A total: at least, at most, how many of them unconfirmed, and of how many."""
    return {
        "consented": total.consented,
        "consented_most": total.most,
        "unconfirmed": total.unconfirmed,
        "of": total.of,
    }


def flat(row: Data) -> Data:
    """A row whose lists and objects are texts, for a line of a table."""
    shown = dict(row)
    for key in ("addressee", "articles", "between", "measured", "requests_to", "source"):
        if key in row:
            shown[key] = "; ".join(row[key] or ())
    if "actions" in row:
        shown["actions"] = "; ".join(f"{action['kind']} {action['date'] or 'unknown'}" for action in row["actions"])
    if "statements" in row:
        shown["statements"] = len(row["statements"])
    if "evidence_days" in row:
        shown["evidence_days"] = "; ".join(f"{kind} {day}" for kind, day in row["evidence_days"].items())
    return shown


def action_data(action: Action, sources: Mapping[str, Source]) -> Data:
    """An action; its date is as precise as it is known, null where only a bracket is."""
    return {
        "kind": str(action.kind),
        "date": None if action.when.bracketed else action.when.text,
        "earliest": action.when.earliest.isoformat(),
        "latest": None if action.when.unseen else action.when.latest.isoformat(),
        "day_unconfirmed": action.day_unconfirmed is not None,
        "basis": str(basis_of(action, sources)),
        "source": list(action.sources),
    }


def statement_data(statement: Statement, sources: Mapping[str, Source]) -> Data:
    """A statement; `text` is null where it was not seen."""
    return {
        "kind": str(statement.kind),
        "text": statement.text,
        "articles": list(statement.articles),
        "effect": statement.effect,
        "withdrawn": written(statement.withdrawn),
        "to": statement.to,
        "basis": str(basis_of(statement, sources)),
        "source": list(statement.sources),
    }
