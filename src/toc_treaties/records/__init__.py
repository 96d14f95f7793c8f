"""Answers to plain data for programs: codes, ids and ISO days, one module per question; never a sentence."""

from collections.abc import Iterable
from datetime import date
from enum import Enum, StrEnum
from typing import Any

from toc_treaties.model.state import State
from toc_treaties.model.when import When
from toc_treaties.questions.scope import Scope

FORMAT_VERSION = 2
Data = dict[str, Any]
LISTS = (
    "addressee", "articles", "between", "measured", "other_source", "purposes", "requests_to", "signatories", "source",
)  # fmt: skip
"""The fields of a record that hold lists of words."""


def envelope(as_of: date | None = None, scope: Scope | None = None) -> Data:
    """What every record begins with: the version of its format, the day asked about, and what the answer covers."""
    day = {"as_of": as_of.isoformat()} if as_of else {}
    return {"format_version": FORMAT_VERSION, **day, **({"scope": scope_data(scope)} if scope else {})}


def scope_data(scope: Scope) -> Data:
    """The filters, null where none was set, and the states and instruments that they leave."""
    return {
        "group": scope.group,
        "subregion": scope.subregion,
        "tier": word(scope.tier),
        "members": word(scope.members),
        "states": codes(scope.states),
        "instruments": [instrument.id for instrument in scope.instruments],
    }


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


def flat(row: Data) -> Data:
    """A row whose lists and objects are texts, for a line of a table."""
    shown = dict(row)
    for key in LISTS:
        if isinstance(row.get(key), list):
            shown[key] = "; ".join(row[key])
    if "actions" in row:
        shown["actions"] = "; ".join(f"{action['kind']} {action['date'] or 'unknown'}" for action in row["actions"])
    if "statements" in row:
        shown["statements"] = len(row["statements"])
    if "measures" in row:
        first = next(iter(row["measures"]), {"title": None, "number": None, "date": None, "status": None})
        shown["measure"] = first["number"] or first["title"]
        shown |= {f"measure_{field}": first[field] for field in ("date", "status")}
    if "evidence_days" in row:
        shown["evidence_days"] = "; ".join(f"{kind} {day}" for kind, day in row["evidence_days"].items())
    return shown


def lines(record: Data, listed: str, fields: Iterable[str]) -> list[Data]:
    """A line of a table for each entry of a list in a record: its own fields, and those that the record has for all."""
    rows = ({**record, **flat(entry)} for entry in record[listed])
    return [{field: row[field] for field in fields} for row in rows]
