"""An entry that is on record already and is seen again: what a better source adds to it, sets in it, or lifts.

No recorded value gives way to another, and nothing is marked that was not.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from toc_treaties.edits.lined import Path
from toc_treaties.edits.placing import Edit, Put, Taken
from toc_treaties.edits.rendering import Fields, Value
from toc_treaties.model.names import plain

MARKS = ("unconfirmed", "day_unconfirmed")
UNKNOWN = "unknown"
GROWING = frozenset({"source", "in_force_seen", "topics", "also", "parts"})
"""Fields that hold a list, to which what is new is added."""


class NothingThereError(Exception):
    """What is to be changed is not on record, or several are, a line each; or it says something else."""

    def __init__(self, said: str, *listed: str) -> None:
        super().__init__(
            said if listed or not said.endswith(":") else f"{said} none", *(f"  {line}" for line in listed)
        )


def same(entry: Mapping[str, Any], fields: Mapping[str, Any]) -> bool:
    """Whether an entry has all of some fields, but for the case and the accents of its letters."""
    return all(plain(str(entry.get(key, ""))) == plain(str(value)) for key, value in fields.items())


def meets(entry: Mapping[str, Any], kind: str, day: str) -> bool:
    """Whether an act on record can be that of a day: the same day, a month that holds it, a bracket, or no day."""
    written = str(entry.get(kind, ""))
    if written == UNKNOWN and day != UNKNOWN:
        first, last = (entry.get("between") or ("", "9"))[:2]
        return str(first)[: len(day)] <= day and day[: len(last)] <= str(last)
    return bool(written) and (written == day or written.startswith(f"{day}-") or day.startswith(f"{written}-"))


def act_of(entries: Sequence[Mapping[str, Any]], kind: str, day: str) -> int | None:
    """The place of the one act of a kind that can be that of a day; None where there is none, or several."""
    exact = [at for at, entry in enumerate(entries) if str(entry.get(kind, "")) == day]
    found = exact or [at for at, entry in enumerate(entries) if meets(entry, kind, day)]
    return found[0] if len(found) == 1 else None


def act_again(
    path: Path, entry: Mapping[str, Any], kind: str, day: str, fields: Fields, order: tuple[str, ...]
) -> list[Edit]:
    """An act seen again: with a day that is more precise, with sources and fields more, and without its mark."""
    written = str(entry[kind])
    precise = day != written and (written == UNKNOWN or len(day) > len(written))
    edits: list[Edit] = []
    if precise:
        edits.append(Put(path, kind, day))
        edits += [Taken(path, "between")] if "between" in entry else []
    shown = day != UNKNOWN and (precise or day == written) and "day_unconfirmed" not in fields
    if "unconfirmed" in entry and fields.get("source") and not shown and "day_unconfirmed" not in fields:
        raise NothingThereError(
            f"the act is on record as unconfirmed with the day {written}, and {day} does not show that day: "
            "say why with --day-unconfirmed"
        )
    return [*edits, *more_of(path, entry, fields, order, lifts=MARKS if shown else MARKS[:1])]


def more_of(
    path: Path,
    entry: Mapping[str, Any],
    fields: Fields,
    order: tuple[str, ...],
    *,
    lifts: tuple[str, ...] = MARKS[:1],
    renewed: tuple[str, ...] = (),
) -> list[Edit]:
    """An entry with what is new of some fields: sources behind its own, and no mark where one of them is new to it.

    `renewed` are fields whose newest value counts; of all others another value than the recorded one is refused.
    """
    if "unconfirmed" in fields and "unconfirmed" not in entry:
        raise NothingThereError("this is on record already, and is not marked as unconfirmed afterwards")
    edits = [edit for key, value in fields.items() for edit in _field(path, entry, key, value, order, renewed)]
    if any(isinstance(edit, Put) and edit.key == "source" for edit in edits) and "unconfirmed" not in fields:
        edits += [Taken(path, mark) for mark in lifts if mark in entry and mark not in fields]
    return edits


def _field(
    path: Path, entry: Mapping[str, Any], key: str, value: Value, order: tuple[str, ...], renewed: tuple[str, ...]
) -> Iterator[Edit]:
    """What sets one field of an entry, or adds to it."""
    had = entry.get(key)
    if had is None:
        yield Put(path, key, value, order=order)
    elif key in GROWING:
        held = [had] if isinstance(had, str) else had
        for each in value if isinstance(value, tuple) else (value,):
            if each not in held:
                yield Put(path, key, str(each), more=True, order=order)
    elif key in renewed and had != value:
        yield Put(path, key, str(value), order=order)
    elif _bare(had) != _bare(value):
        message = f"this is on record with {key.replace('_', ' ')} {_said(had)}, and not {_said(value)}"
        raise NothingThereError(f"{message}: what another source says is recorded as a conflict")


def _bare(value: Any) -> Any:  # noqa: ANN401 - what a file holds
    return [_bare(each) for each in value] if isinstance(value, (list, tuple)) else str(value)


def _said(value: Any) -> str:  # noqa: ANN401 - as above
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
