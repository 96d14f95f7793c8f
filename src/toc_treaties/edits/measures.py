"""What a state has done at home, as the edits of its file of measures."""

from collections.abc import Mapping
from typing import Any

from toc_treaties.edits.entries import in_order_of
from toc_treaties.edits.placing import Added
from toc_treaties.edits.record import FileEdit
from toc_treaties.edits.rendering import Fields
from toc_treaties.model.register import Register

MEASURE_ORDER = (
    *("kind", "topics", "title", "title_english", "number", "provision", "institution", "adopted", "published"),
    *("in_force", "until", "held", "due", "status", "also", "shown", "source", "unconfirmed", "note"),
)
SEARCH_ORDER = ("topic", "date", "where", "kind", "note")


def measure(register: Register, slug: str, fields: Fields) -> FileEdit:
    """What a state has done at home, behind what has the same first topic or an earlier one."""
    rank = {id: place for place, id in enumerate(register.topics)}
    new = in_order_of(MEASURE_ORDER, fields)

    def place(entry: Mapping[str, Any]) -> int:
        return rank.get(str((entry.get("topics") or ("",))[0]), 0)

    return FileEdit(f"measures/{slug}.yaml", Added(("measures",), new, lambda other: place(other) <= place(new)))


def search(register: Register, slug: str, fields: Fields) -> FileEdit:
    """A search that found nothing, by its topic."""
    rank = {id: place for place, id in enumerate(register.topics)}
    new = in_order_of(SEARCH_ORDER, fields)
    return FileEdit(
        f"measures/{slug}.yaml",
        Added(
            ("searched",),
            new,
            lambda other: rank.get(other["topic"], 0) <= rank.get(str(new["topic"]), 0),
            order=("measures", "searched", "sources"),
        ),
    )
