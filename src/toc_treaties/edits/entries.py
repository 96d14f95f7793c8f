"""What can be recorded of a state, each as the edit of its file: where it stands, and in which order its fields do."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from toc_treaties.edits.again import NothingThereError, act_again, act_of, meets, more_of, same
from toc_treaties.edits.lined import Path, held
from toc_treaties.edits.placing import Added, Put
from toc_treaties.edits.record import SOURCES, FileEdit
from toc_treaties.edits.rendering import Fields, Value
from toc_treaties.model.action import Effect, Kind
from toc_treaties.model.register import Register
from toc_treaties.store.entries_shape import OTHER_ENTRIES

ORDER = (
    *("between", "in_force", "takes_effect", "effect_from", "until", "since", "via", "area", "awaits"),
    *("ratified_at_home", "gazette", "source", "in_force_seen", "depositary_notification", "day_unconfirmed"),
    *("unconfirmed", "as_recorded", "note", "route", "conflict", "statements"),
)
"""The fields of an entry of a treaty, below its kind."""
CONFLICT_ORDER = ("says", "source", "unconfirmed", "why")
STATEMENT_ORDER = ("articles", "effect", "date", "withdrawn", "to", "source", "unconfirmed", "as_recorded", "note")
SOURCE_ORDER = ("kind", "title", "publisher", "url", "as_of", "archived", "note")
ENTRY_KINDS = frozenset({*Kind, *OTHER_ENTRIES})


class NewSource(NamedTuple):
    """A consultation that the register does not hold yet."""

    id: str
    fields: Fields


def in_order_of(order: tuple[str, ...], fields: Mapping[str, Value]) -> dict[str, Value]:
    """Fields that hold anything, in the order of a record's."""
    given = {key: value for key, value in fields.items() if value not in ("", ())}
    return {key: given[key] for key in (*order, *given) if key in given}


def state_file(slug: str) -> str:
    """The file of a state."""
    return f"states/{slug}.yaml"


def measures_file(slug: str) -> str:
    """The file of what a state has done at home."""
    return f"measures/{slug}.yaml"


def on_record(
    file: str,
    entries: Iterable[Mapping[str, Any]],
    is_meant: Callable[[Mapping[str, Any]], bool],
    new: Added,
    order: tuple[str, ...],
    renewed: tuple[str, ...] = (),
) -> list[FileEdit]:
    """A new entry of a list; where the list has it already, what is new of it, in the `order` of its fields."""
    for at, entry in enumerate(entries):
        if is_meant(entry):
            more = more_of((*new.path, at), entry, new.fields, order, renewed=renewed)
            return [FileEdit(file, edit) for edit in more]
    return [FileEdit(file, new)]


def treaty_entry(
    register: Register, slug: str, content: bytes, instrument: str, kind: str, day: str, fields: Fields
) -> list[FileEdit]:
    """An act, an absence seen or an invitation: where it is on record already, what is new of it; else a new entry."""
    listed = held(content).get("treaties", {}).get(instrument) or []
    at = act_of(listed, kind, day) if kind in {*Kind} else _alike(listed, kind, day)
    if at is None:
        return [new_entry(register, slug, instrument, kind, day, fields)]
    path = ("treaties", instrument, at)
    return [FileEdit(state_file(slug), edit) for edit in act_again(path, listed[at], kind, day, fields, ORDER)]


def _alike(listed: Any, kind: str, day: str) -> int | None:  # noqa: ANN401 - what a file holds
    """The place of an entry of a kind and a day."""
    return next((at for at, entry in enumerate(listed) if str(entry.get(kind, "")) == day), None)


def new_entry(register: Register, slug: str, instrument: str, kind: str, day: str, fields: Fields) -> FileEdit:
    """An act, an absence seen, a gap of information or an invitation: among the entries of its treaty, by its day."""
    entry = {kind: day, **in_order_of(ORDER, fields)}
    new = day_of(entry)
    return FileEdit(
        state_file(slug),
        Added(
            ("treaties", instrument),
            entry,
            lambda other: _not_later(day_of(other), new),
            order=(*register.instruments,),
        ),
    )


def day_of(entry: Any) -> str | None:  # noqa: ANN401 - what a file holds
    """The day by which an entry stands in its list, as written; of a bracket its first, of what is not dated none."""
    if not isinstance(entry, Mapping):
        return None
    dates = [text for key, text in entry.items() if key in ENTRY_KINDS]
    between = entry.get("between") or ()
    return next(filter(_is_date, [*dates, *between[:1], entry.get("since")]), None)


def _is_date(text: object) -> bool:
    return isinstance(text, str) and re.match(r"\d{4}(-|$)", text) is not None


def _not_later(day: str | None, new: str | None) -> bool | None:
    """Whether an entry of a day stands before a new one; behind everything stands what is not dated."""
    return True if new is None else None if day is None else day[: len(new)] <= new


def seen_again(slug: str, content: bytes, instrument: str, day: str, fields: Fields) -> list[FileEdit]:
    """The entry of a day seen in a newer source: the source joins the others, its day is set, its mark is lifted."""
    path, entry = entry_of(content, instrument, day)
    kind = next(key for key in entry if key in ENTRY_KINDS)
    return [FileEdit(state_file(slug), edit) for edit in act_again(path, entry, kind, day, fields, ORDER)]


def conflict(slug: str, content: bytes, instrument: str, day: str, fields: Fields) -> list[FileEdit]:
    """What another source says of an act: it stands below the act, whose day is kept."""
    path, entry = entry_of(content, instrument, day)
    return conflict_of(state_file(slug), path, entry, fields, (next(iter(entry)), *ORDER))


def conflict_of(
    file: str, path: Path, entry: Mapping[str, Any], fields: Fields, order: tuple[str, ...]
) -> list[FileEdit]:
    """What another source says of an entry, below it; `order` is that of the entry's own fields."""
    said = in_order_of(CONFLICT_ORDER, fields)
    new = Added((*path, "conflict"), said, order=order)
    noted = entry.get("conflict") or []
    return on_record(file, noted, lambda other: same(other, {"says": said["says"]}), new, CONFLICT_ORDER)


def entry_of(content: bytes, instrument: str, day: str) -> tuple[Path, Mapping[str, Any]]:
    """The one entry of a treaty on a day, and the way to it; NothingThereError where there is none, or several."""
    entries = held(content).get("treaties", {}).get(instrument) or []
    found = [(index, entry) for index, entry in enumerate(entries) if day in (day_of(entry), *_kind_values(entry))]
    found = found or [
        (index, entry)
        for index, entry in enumerate(entries)
        for kind in entry
        if kind in {*Kind} and meets(entry, kind, day)
    ]
    if len(found) != 1:
        days = ", ".join(f"{next(iter(entry))} {next(iter(entry.values()))}" for entry in entries) or "none"
        raise NothingThereError(f"no one entry of {day} is on record; on record: {days}")
    index, entry = found[0]
    return ("treaties", instrument, index), entry


def _kind_values(entry: Mapping[str, Any]) -> list[str]:
    return [str(value) for key, value in entry.items() if key in ENTRY_KINDS]


def cited(path: Path, entry: Mapping[str, Any], sources: tuple[str, ...], order: tuple[str, ...]) -> list[Put]:
    """The edits that add sources to those of an entry which it does not cite yet."""
    had = entry.get("source") or []
    held = {had} if isinstance(had, str) else {*had}
    return [Put(path, "source", source, more=True, order=order) for source in sources if source not in held]


def statement(
    slug: str, content: bytes, instrument: str, kind: str, text: str, fields: Fields, on: str | None
) -> list[FileEdit]:
    """A reservation, declaration, objection or notification, below the act to which it is attached.

    That is the act of the day `on`; else the one consent that stands, or the one act.
    """
    for at, act in enumerate(held(content).get("treaties", {}).get(instrument) or []):
        for index, said in enumerate(act.get("statements") or []):
            if same(said, {kind: text}) and on in {None, *_kind_values(act)}:
                path: Path = ("treaties", instrument, at, "statements", index)
                more = more_of(path, said, _apart(fields, act), STATEMENT_ORDER)
                return [FileEdit(state_file(slug), edit) for edit in more]
    index = _act(held(content), instrument, on)
    own = _apart(fields, held(content)["treaties"][instrument][index])
    entry = {kind: text, **in_order_of(STATEMENT_ORDER, own)}
    path = ("treaties", instrument, index, "statements")
    return [FileEdit(state_file(slug), Added(path, entry))]


def _apart(fields: Fields, act: Mapping[str, Any]) -> Fields:
    """The fields of a statement without its day where that is the day of its act."""
    return {key: value for key, value in fields.items() if key != "date" or value not in _kind_values(act)}


def _act(values: Any, instrument: str, on: str | None) -> int:  # noqa: ANN401 - what a file holds
    entries = values.get("treaties", {}).get(instrument) or []
    acts = [(index, kind, day) for index, entry in enumerate(entries) for kind, day in entry.items() if kind in {*Kind}]
    if on is not None:
        found = [index for index, _, day in acts if day == on]
    else:
        consents = [index for index, kind, _ in acts if Kind(kind).effect is Effect.CONSENTS]
        found = consents[-1:] or [index for index, *_ in acts]
    if len(found) != 1:
        days = ", ".join(f"{kind} {day}" for _, kind, day in acts) or "none"
        raise NothingThereError(f"to which act is the statement attached? name its day with --on (acts: {days})")
    return found[0]


def withdrawn_statement(
    slug: str, content: bytes, instrument: str, kind: str, day: str, sources: tuple[str, ...], text: str | None
) -> list[FileEdit]:
    """A statement's withdrawal: its day beside the statement, and the source that shows it among the sources."""
    entries = held(content).get("treaties", {}).get(instrument) or []
    found = [
        (at, index, said)
        for at, entry in enumerate(entries)
        for index, said in enumerate(entry.get("statements") or [])
        if kind in said and "withdrawn" not in said and (text is None or text.casefold() in _searched(said))
    ]
    if len(found) != 1:
        listed = [said[kind] for *_, said in found]
        raise NothingThereError(f"which {kind} was withdrawn? give words of it with --text; on record:", *listed)
    at, index, said = found[0]
    path: Path = ("treaties", instrument, at, "statements", index)
    puts = [Put(path, "withdrawn", day, order=STATEMENT_ORDER), *cited(path, said, sources, STATEMENT_ORDER)]
    return [FileEdit(state_file(slug), put) for put in puts]


def _searched(said: Mapping[str, Any]) -> str:
    return " ".join(str(value) for value in said.values()).casefold()


def source(new: NewSource, slug: str | None = None) -> FileEdit:
    """A new source, by its id: in the register's file, or where a state is given in its file of measures."""
    file = SOURCES if slug is None else measures_file(slug)
    path = () if slug is None else ("sources",)
    fields = in_order_of(SOURCE_ORDER, new.fields)
    return FileEdit(file, Added(path, fields, lambda other: other < new.id, key=new.id))
