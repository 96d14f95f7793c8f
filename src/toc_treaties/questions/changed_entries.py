"""What the files say otherwise than before, entry by entry: each one that is new, changed or gone, and in which fields.

The walk knows the records by their form alone: whatever the model holds is compared, a field that is added later too.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum, auto
from typing import Any, NamedTuple

from toc_treaties.model.action import Cell
from toc_treaties.model.assessment import Sentence
from toc_treaties.model.commitment import Catalogue
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.measure import StateMeasures
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.when import When
from toc_treaties.questions.alike import Record, listed, paired


class Change(StrEnum):
    """What became of an entry; what is gone stands first, because nothing else shows it.

    What one reading lacks where it could not be read whole may be gone from it, or new since, and may as well not.
    """

    GONE = auto()
    MAY_BE_GONE = auto()
    CHANGED = auto()
    NEW = auto()
    MAY_BE_NEW = auto()


class FieldChange(NamedTuple):
    """A field of an entry with its values; the path leads into what an entry holds, as `signature`, `opened`."""

    path: tuple[str, ...]
    before: Any
    after: Any


class Subject(NamedTuple):
    """What an entry belongs to: its file, the state and the instrument, a key as an organization, the entry above."""

    file: str
    state: State | None = None
    instrument: str | None = None
    key: str | None = None
    within: Record | None = None


class EntryChange(NamedTuple):
    """An entry that is new, changed or gone; `record` is the newest that there is of it."""

    subject: Subject
    record: Record
    change: Change
    fields: tuple[FieldChange, ...]

    @property
    def kind(self) -> str:
        """What the entry is: `action`, `none_seen`, `measure_source`; `states` of the list of the states."""
        return kind_of(self.record)


def kind_of(record: Record) -> str:
    """What a record is, by the name of its form."""
    return "states" if record is None else _CAPITAL.sub("_", type(record).__name__).lower()


def own_kind_of(record: Record) -> str:
    """What a record is, by its own kind where those of its form are called so: a ratification, a reservation, a law."""
    kind = kind_of(record)
    return str(record.kind) if kind in OF_A_KIND else kind


OF_A_KIND = ("action", "statement", "measure")
"""Records that are called by their own kind."""
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")

NOT_RECORDED = frozenset({"place", "faulty", "slug"})
"""Fields that say where and how well something was read."""
HOLDERS = (Cell, Catalogue, StateMeasures)
"""What holds entries and is none."""
TREATIES = "treaties"
BY_ID = frozenset({"sources", "documents", "commitments"})
"""Fields that hold records by their own ids, and `treaties`, which holds what a state has done by instrument."""


def entry_changes(before: Register, after: Register) -> tuple[EntryChange, ...]:
    """Every entry of two readings of the register that is new, changed or gone, file by file."""
    return tuple(
        EntryChange(subject, record, change, tuple(fields))
        for subject, record, change, fields in _of_registers(before, after)
    )


Found = Iterator[tuple[Subject, Record, Change, list[FieldChange]]]


def _of_registers(before: Register, after: Register) -> Found:
    yield from _codes(before.codes, after.codes)
    for file, held in SHARED.items():
        yield from _records(held(before), held(after), Subject(file))
    yield from _pair(before.catalogue, after.catalogue, Subject("commitments.yaml"))
    for old, new in paired(before.states, after.states, ("slug",), ("iso3",)):
        state = old if new is None else new
        if state is None:
            continue
        if old is not None and old.slug != state.slug:
            renamed = FieldChange(("file",), old.slug, state.slug)
            yield Subject(_file("states", state), state), state, Change.CHANGED, [renamed]
        yield from _pair(old, new, Subject(_file("states", state), state))
        yield from _pair(
            before.measures.get(old.slug) if old else None,
            after.measures.get(new.slug) if new else None,
            Subject(_file("measures", state), state),
        )


def _file(folder: str, state: State) -> str:
    return f"{folder}/{state.slug}.yaml"


SHARED: Mapping[str, Callable[[Register], Mapping[str, Record]]] = {
    "instruments.yaml": lambda register: register.instruments,
    "depositaries.yaml": lambda register: register.depositaries,
    "agreements.yaml": lambda register: register.agreements,
    "meetings.yaml": lambda register: register.meetings,
    "bodies.yaml": lambda register: register.bodies,
    "statistics.yaml": lambda register: register.statistics,
    "topics.yaml": lambda register: register.topics,
    "texts.yaml": lambda register: register.texts,
    "sources.yaml": lambda register: register.sources,
}
"""The files that all states share, with the records that each holds by their ids."""


def _codes(old: Mapping[str, str], new: Mapping[str, str]) -> Found:
    """The list of the states, whose entries are a name and a code."""
    fields = [*_leaf_changes(("states",), old, new)]
    if fields:
        yield Subject("register.yaml"), None, Change.CHANGED, fields


def _records(old: Mapping[str, Record], new: Mapping[str, Record], subject: Subject) -> Found:
    """Records by their ids; one that has another id and is otherwise the same is the same."""
    for left, right in paired(old, new, ("id",)):
        yield from _pair(left, right, subject)


def _pair(old: Record | None, new: Record | None, subject: Subject) -> Found:
    """One entry before and after, with the entries that it holds."""
    record = new if new is not None else old
    if record is None or old == new:
        return
    change = Change.NEW if old is None else Change.GONE if new is None else Change.CHANGED
    of = record.id if isinstance(record, Instrument) else getattr(record, "instrument", None)
    if of and not subject.instrument:
        subject = subject._replace(instrument=of)
    holder = isinstance(record, HOLDERS)
    fields: list[FieldChange] = []
    inner: list[tuple[str, Any, Any]] = []
    for field in record._fields:
        if field in NOT_RECORDED:
            continue
        left, right = _value(old, field, record), _value(new, field, record)
        if left == right:
            continue
        alone = holder and (_is_entry(left) or _is_entry(right))
        if alone or _holds_entries(left) or _holds_entries(right):
            inner.append((field, left, right))
        else:
            fields += _leaf_changes((field,), left, right)
    if not holder and (fields or change is not Change.CHANGED):
        yield subject, record, change, fields
    below = subject if holder or isinstance(record, State) else subject._replace(within=record)
    for field, left, right in inner:
        yield from _inner(field, left, right, below)


def _value(record: Record | None, field: str, like: Record) -> Any:  # noqa: ANN401 - whatever a field holds
    """What a record has in a field; of a record that is not there, what stands for nothing."""
    return like._field_defaults.get(field) if record is None else getattr(record, field)


def _inner(field: str, old: Any, new: Any, subject: Subject) -> Found:  # noqa: ANN401 - entries, in whatever way
    """The entries that an entry holds: one, in a list, by ids, or by keys that say what they are of."""
    if _is_entry(old) or _is_entry(new):
        yield from _pair(old, new, subject)
    elif not isinstance(old or new, Mapping):
        yield from _listed(old or (), new or (), subject)
    elif field in BY_ID:
        yield from _records(old or {}, new or {}, subject)
    else:
        old, new = old or {}, new or {}
        for key in dict.fromkeys((*old, *new)):
            of = subject._replace(instrument=key) if field == TREATIES else subject._replace(key=str(key))
            yield from _at_key(old.get(key), new.get(key), of)


def _at_key(old: Any, new: Any, of: Subject) -> Found:  # noqa: ANN401 - an entry, a list of entries, or a cell
    """What stands under one key: a cell that holds nothing is told where the key itself is new or gone."""
    record = new if new is not None else old
    if not _is_entry(record):
        yield from _listed(old or (), new or (), of)
    elif isinstance(record, Cell) and not record.entries and (old is None or new is None):
        yield of, record, Change.NEW if old is None else Change.GONE, []
    else:
        yield from _pair(old, new, of)


def _listed(old: tuple[Record, ...], new: tuple[Record, ...], subject: Subject) -> Found:
    """The entries of a list."""
    for left, right in listed(old, new):
        yield from _pair(left, right, subject)


def _leaf_changes(path: tuple[str, ...], old: Any, new: Any) -> Iterator[FieldChange]:  # noqa: ANN401 - any value
    """The values that differ, each by its path."""
    if old == new:
        return
    record = new if new is not None else old
    if _is_record(record):
        for field in record._fields:
            if field not in NOT_RECORDED:
                left, right = (_value(each, field, record) for each in (old, new))
                yield from _leaf_changes((*path, field), left, right)
    elif isinstance(record, Mapping):
        for key in dict.fromkeys((*(old or {}), *(new or {}))):
            yield from _leaf_changes((*path, str(key)), (old or {}).get(key), (new or {}).get(key))
    else:
        yield FieldChange(path, old, new)


def _is_record(value: object) -> bool:
    return hasattr(value, "_fields") and not isinstance(value, When)


def _is_entry(value: object) -> bool:
    """Whether a value is an entry of its own; the sentences of an annual figure are a value of it."""
    return _is_record(value) and not isinstance(value, Sentence)


def _holds_entries(value: object) -> bool:
    """Whether a value is a list of entries, or entries by their keys."""
    if isinstance(value, Mapping):
        return any(_is_entry(each) or _holds_entries(each) for each in value.values())
    return isinstance(value, tuple) and not hasattr(value, "_fields") and any(_is_entry(each) for each in value)
