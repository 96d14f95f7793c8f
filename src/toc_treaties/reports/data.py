"""Standings and actions as plain data: ids, ISO dates, null where a day is not known."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from toc_treaties.law.evidence import basis_of
from toc_treaties.law.standing import Standing
from toc_treaties.model.action import Action, Statement
from toc_treaties.model.source import Source
from toc_treaties.model.when import When

Data = dict[str, Any]


def iso(value: When | date | None) -> str | None:
    """A day as ISO; None where it is not known to the day."""
    known = value.day if isinstance(value, When) else value
    return known.isoformat() if known is not None else None


def standing_data(now: Standing, sources: Mapping[str, Source]) -> Data:
    """The fields that every format gives for a standing."""
    return {
        "standing": str(now.name),
        "since": iso(now.since),
        "consent_date": iso(now.consent),
        "in_force": iso(now.in_force),
        "leaving_on": iso(now.leaving_on),
        "between": [str(name) for name in now.between] if now.between else None,
        "evidence": str(now.evidence.basis),
        "evidence_as_of": now.evidence.as_of.text if now.evidence.as_of else None,
        "actions": [action_data(action, sources) for action in now.actions],
    }


def action_data(action: Action, sources: Mapping[str, Source]) -> Data:
    """An action; its date is as precise as it is known, null where only a bracket is."""
    return {
        "kind": str(action.kind),
        "date": None if action.when.bracketed else action.when.text,
        "earliest": action.when.earliest.isoformat(),
        "latest": action.when.latest.isoformat(),
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
        "withdrawn": statement.withdrawn.text if statement.withdrawn else None,
        "to": statement.to,
        "basis": str(basis_of(statement, sources)),
        "source": list(statement.sources),
    }
