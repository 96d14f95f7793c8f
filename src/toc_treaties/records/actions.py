"""The actions within a record, each on a line of its own: what a workbook lists beside an answer."""

from collections.abc import Iterator
from typing import Any

from toc_treaties.records import Data

FIELDS = ("state", "instrument", "kind", "date", "earliest", "latest", "day_unconfirmed", "basis", "source")


def rows(record: Data) -> list[Data]:
    """Every action that a record holds, with its state and its instrument, bounds, basis and sources."""
    return list(_within(record, {}))


def _within(part: Any, of: Data) -> Iterator[Data]:  # noqa: ANN401 - whatever a record holds
    """The actions within a part of a record, which is `of` a state or an instrument where one is named above it."""
    if isinstance(part, list):
        for each in part:
            yield from _within(each, of)
    elif isinstance(part, dict):
        of = of | {key: part[key] for key in ("state", "instrument") if part.get(key)}
        for action in part.get("actions", ()):
            shown = {key: action.get(key) for key in FIELDS[2:]}
            yield of | shown | {"source": ", ".join(action["source"])}
        for key, each in part.items():
            if key != "actions":
                yield from _within(each, of)
