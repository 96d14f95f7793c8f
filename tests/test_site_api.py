"""The records for programs: each has the form that its schema says, and the list names each with what it is of."""

import json
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.api_schemas import DIALECT, ROOT, committed, leaves_of, record, register_in, widened
from toc_treaties.model.register import Register
from toc_treaties.records import FORMAT_VERSION
from toc_treaties.site import api
from toc_treaties.site.contents import contents
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.shelf import Shelf
from toc_treaties.words.site import on_site

DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def small() -> Register:
    """The small register with all its files."""
    return register_in(ROOT / "tests" / "register")


def _faults(leaf: Leaf) -> list[str]:
    """Where a record is not what its schema says."""
    validator = Draft202012Validator(committed()[api.kind_of(leaf)])
    return [f"{leaf.path} {error.json_path}: {error.message[:200]}" for error in validator.iter_errors(record(leaf))]


def _some(register: Register, day: date, most: int) -> list[Leaf]:
    """Some pages of each kind of record, apart from one another."""
    kinds: dict[str, list[Leaf]] = defaultdict(list)
    for leaf in leaves_of(register, day):
        kinds[api.kind_of(leaf)].append(leaf)
    return [leaf for leaves in kinds.values() for leaf in leaves[len(leaves) // 3 :: len(leaves) // most + 1]]


@pytest.mark.parametrize("day", [date(1997, 1, 1), DAY])
def test_a_record_has_the_form_that_its_schema_says(small: Register, day: date) -> None:
    """A program that reads by the schema meets no field that is not there, and no type that it does not name."""
    assert [fault for leaf in _some(small, day, 3) for fault in _faults(leaf)] == []


@pytest.mark.data
def test_a_record_of_the_register_has_it_too() -> None:
    """The same of the real register; what is new in its records is taken in by `python -m tests.api_schemas`."""
    assert [fault for leaf in _some(register_in(ROOT / "data"), DAY, 1) for fault in _faults(leaf)] == []


def test_a_schema_allows_no_field_that_it_does_not_name(small: Register) -> None:
    """A field that is added shows in the schema, and so in the review of the change."""
    leaf = next(leaf for leaf in leaves_of(small, DAY) if leaf.path == "states/haiti")
    schema = committed()[api.kind_of(leaf)]
    assert schema["$schema"] == DIALECT
    changed = {**record(leaf), "score": 1}
    (fault,) = Draft202012Validator(schema).iter_errors(changed)
    assert "'score' was unexpected" in fault.message


def test_a_schema_is_widened_and_never_narrowed() -> None:
    """What a record may hold stays allowed: a field that is null today may be a day again tomorrow."""
    day = {"type": "string", "format": "date"}
    both = widened(day, {"type": "null"})
    assert both == {"type": ["null", "string"], "format": "date"}
    assert widened(both, {"type": "string"}) == {"type": ["null", "string"]}
    entry = {"type": "object", "properties": {"a": day}, "required": ["a"], "additionalProperties": False}
    other = {"type": "object", "properties": {"b": day}, "required": ["b"], "additionalProperties": False}
    assert widened(entry, other) == {**entry, "properties": {"a": day, "b": day}, "required": []}
    by_id = {"type": "object", "additionalProperties": day}
    assert widened(by_id, {"type": "object", "additionalProperties": {"type": "null"}})["additionalProperties"] == both


def test_the_list_names_every_record_with_what_it_is_of(small: Register) -> None:
    """Who begins at index.json finds each address, its schema, and both numbers of the version."""
    shelf = Shelf(small, on_site("en"), DAY)
    leaves = tuple(contents(shelf))
    files = dict(api.around(shelf, leaves, api.Used({"from": "folder", "revision": None}, DAY)))
    content = files["api/v1/index.json"]
    assert (content.endswith(b"}\n"), content.count(b"\n")) == (True, 1)
    index = json.loads(content)
    assert (index["api_version"], index["format_version"], index["as_of"]) == ("v1", FORMAT_VERSION, "2026-11-26")
    records = {entry["json"]: entry for entry in index["records"]}
    assert len(records) == len([leaf for leaf in leaves if leaf.recorded])
    assert records["states/haiti.json"] == {
        "kind": "brief", "json": "states/haiti.json", "csv": "states/haiti.csv", "states": ["HTI"],
        "instrument": None, "topic": None, "commitment": None,
    }  # fmt: skip
    assert records["pairs/bolivia/haiti.json"]["states"] == ["BOL", "HTI"]
    assert {entry["instrument"] for entry in index["records"]} >= {*small.instruments}
    assert {"standings.json", "measures.json"} <= {*records}
    assert all(f"api/v1/{kind['schema']}" in files for kind in index["kinds"])


def test_each_kind_of_record_is_documented() -> None:
    """The page on the site names each kind of record; none is left out, and none is named that is not there."""
    page = (ROOT / "docs" / "site.md").read_text("utf-8")
    named = {line.split("`")[1] for line in page.splitlines() if line.startswith("| `") and "`, `schema/" in line}
    assert named == {path.stem for path in Path(api.SCHEMAS).glob("*.json")}
