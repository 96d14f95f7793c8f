"""Standings and actions as plain data: ids, ISO dates, null where a day is not known."""

from collections.abc import Mapping

from toc_treaties.law.evidence import Evidence, basis_of
from toc_treaties.law.gap import part_of
from toc_treaties.law.standing import Standing
from toc_treaties.law.tally import Tally
from toc_treaties.model.action import Action, Statement
from toc_treaties.model.source import Source
from toc_treaties.records import Data, iso, word, written

STANDING = (
    "standing", "since", "consent_date", "in_force", "leaving_on", "between", "part", "day_unconfirmed", "evidence",
    "evidence_as_of", "evidence_days", "actions",
)  # fmt: skip
"""The fields of a standing, as a line of a table has them."""


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
