"""Which entry of before is which of now: the same, else one alike by what tells an entry of its kind from its like."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from toc_treaties.model.action import Action, Conflict, Invitation, NoInformation, NoneSeen, RouteStep, Statement
from toc_treaties.model.agreement import AgreementParty, Replaced
from toc_treaties.model.assessment import Assessment, Contribution
from toc_treaties.model.instrument import DesignationDue, Serving
from toc_treaties.model.measure import Measure, Search
from toc_treaties.model.precedence import Precedence
from toc_treaties.model.state import Condition, Designation, Participation, Period, Version

Record = Any
"""A record of the model, whatever it is of."""
Pairs = Iterator[tuple[Record | None, Record | None]]
ANY: tuple[str, ...] = ()
ALIKE: Mapping[type, tuple[tuple[str, ...], ...]] = {
    Action: (("kind", "when"), ("kind",), ("when",)),
    Statement: (("kind", "articles", "to", "made"), ("kind", "text"), ("kind", "articles"), ("text",)),
    Conflict: (("says",), ("sources",), ANY),
    RouteStep: (("kind", "of"), ("of",)),
    NoneSeen: (("as_of",), ("sources",), ANY),
    NoInformation: (("since",), ANY),
    Invitation: (("decided",), ("until",), ANY),
    Period: (("since", "status"), ("status", "until"), ("since",)),
    Participation: (("status", "since"), ("status",), ANY),
    Version: (("says",), ("sources",), ANY),
    Designation: (
        ("instrument", "article", "role", "institution"),
        ("institution",),
        ("instrument", "article", "role"),
    ),
    Condition: (("instrument", "article"),),
    Assessment: (("commitment", "made", "basis"), ("commitment", "made"), ("commitment", "sources")),
    Contribution: (("year", "to"), ("to",)),
    Measure: (("kind", "title", "number"), ("title",), ("kind", "number", "adopted"), ("kind", "sources", "topics")),
    Search: (("topic", "kind", "date"), ("topic", "kind")),
    AgreementParty: (("state",),),
    Replaced: (("between", "by"), ("between",)),
    Precedence: (("article",), ("says",)),
    Serving: (("articles",), ("rule", "scope", "force"), ANY),
    DesignationDue: (("article",), ("what",)),
}
"""By which fields two entries of a list are one, the closest first; of the fields alone where none are named."""


def paired(old: Mapping[str, Record], new: Mapping[str, Record], *steps: tuple[str, ...]) -> Pairs:
    """Records of two mappings, two by two: by their keys, then as far as the steps say, then as all but their ids."""
    yield from ((record, new[key]) for key, record in old.items() if key in new)
    left = [record for key, record in old.items() if key not in new]
    right = [record for key, record in new.items() if key not in old]
    yield from matched(left, right, [*(_by(step) for step in steps), _nameless])


def _by(fields: tuple[str, ...]) -> Callable[[Record], object]:
    return lambda record: [getattr(record, field, None) for field in fields]


def _nameless(record: Record) -> object:
    """A record without its id."""
    return record._replace(id="") if "id" in record._fields else record


def matched(
    old: Iterable[Record], new: Iterable[Record], steps: Iterable[Callable[[Record], object]]
) -> list[tuple[Record | None, Record | None]]:
    """Which record of one list is which of another: the same, then those alike by each step in turn, in their order.

    What is new stands where the file has it, what is gone at the end.
    """
    left, right = list(old), list(new)
    found: list[tuple[int, Record, Record]] = []
    waiting = list(enumerate(right))
    for alike in (lambda record: record, *steps):
        still: list[tuple[int, Record]] = []
        keys = [alike(record) for record in left]
        for index, record in waiting:
            key = alike(record)
            if key in keys:
                at = keys.index(key)
                keys.pop(at)
                found.append((index, left.pop(at), record))
            else:
                still.append((index, record))
        waiting = still
    placed = [(index, (old_one, new_one)) for index, old_one, new_one in found]
    placed += [(index, (None, record)) for index, record in waiting]
    return [pair for _, pair in sorted(placed, key=lambda item: item[0])] + [(record, None) for record in left]


def listed(old: tuple[Record, ...], new: tuple[Record, ...]) -> Pairs:
    """Records of two lists, two by two."""
    first = next(iter((*old, *new)), None)
    yield from matched(old, new, [_by(step) for step in ALIKE.get(type(first), ())])
