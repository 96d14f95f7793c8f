"""The records for programs: where each lies, which kind it is, and the list of all."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from toc_treaties.faces import lines_of, record_of
from toc_treaties.records import FORMAT_VERSION
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.shelf import Shelf
from toc_treaties.writers import FORMATS, csv, json

VERSION = "v1"
"""It numbers the addresses; `format_version` numbers what the records hold."""
API = f"api/{VERSION}"
SCHEMAS = Path(__file__).with_name("schemas")
Data = dict[str, Any]


class Used(NamedTuple):
    """What every record is of: which data, the day, and the full address of the site, where it is known."""

    data: Mapping[str, object]
    as_of: date
    base: str = ""


def kind_of(leaf: Leaf) -> str:
    """The kind of a record: the question, and what sets it apart where a question has records of several kinds."""
    return "-".join(filter(None, (leaf.question, leaf.kind))).replace("_", "-")


def files(leaf: Leaf, answer: object, used: Used) -> Iterator[tuple[str, bytes]]:
    """An answer for programs: its record, and the lines of that."""
    path = f"{API}/{leaf.called}"
    record = {**record_of(leaf.question, leaf.kind)(answer), "data": used.data}
    yield f"{path}.json", json.compact(record).encode()
    lines = csv.write(lines_of(leaf.question, leaf.kind, answer), 0)
    yield f"{path}.csv", (FORMATS["csv"].opening + lines).encode()


def around(shelf: Shelf, leaves: tuple[Leaf, ...], used: Used) -> Iterator[tuple[str, bytes]]:
    """The list of all records, and the schema of each kind."""
    yield f"{API}/index.json", json.compact(_index(shelf, leaves, used)).encode()
    for file in sorted(SCHEMAS.iterdir()):
        yield f"{API}/schema/{file.name}", file.read_bytes()


def _index(shelf: Shelf, leaves: tuple[Leaf, ...], used: Used) -> Data:
    """Every address with what it holds."""
    recorded = [leaf for leaf in leaves if leaf.recorded]
    kinds = sorted({kind_of(leaf) for leaf in recorded})
    return {
        "api_version": VERSION,
        "format_version": FORMAT_VERSION,
        "as_of": used.as_of.isoformat(),
        "data": used.data,
        "base_url": f"{used.base}{API}/" if used.base else None,
        "kinds": [{"kind": kind, "schema": f"schema/{kind}.json"} for kind in kinds],
        "records": [_entry(shelf, leaf) for leaf in recorded],
    }


def _entry(shelf: Shelf, leaf: Leaf) -> Data:
    """One record: its kind, its addresses from the list's own, and what it is of, as far as its address says."""
    section, *named = leaf.path.split("/")
    register, path = shelf.register, leaf.called
    states = [register.states[name].iso3 for name in named if name in register.states]
    return {
        "kind": kind_of(leaf),
        "json": f"{path}.json",
        "csv": f"{path}.csv",
        "states": states,
        **{
            field: named[0] if section == place and named and named[0] in known else None
            for field, place, known in (
                ("instrument", "instruments", register.instruments),
                ("topic", "measures", register.topics),
                ("commitment", "commitments", {commitment.id for commitment in shelf.commitments}),
            )
        },
    }
