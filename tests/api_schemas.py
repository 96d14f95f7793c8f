"""The schemas of the records for programs: `python -m tests.api_schemas` widens them by what the registers hold today.

`python -m tests.api_schemas FOLDER` holds the records of a built site to its schemas. These are drawn from the records
themselves: those of the real register and of the small one, on several days. What a schema allows is never narrowed
here, since a field that is null today was a date yesterday.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from toc_treaties.faces import record_of
from toc_treaties.model.register import Register
from toc_treaties.site.api import API, SCHEMAS, kind_of
from toc_treaties.site.contents import contents
from toc_treaties.site.leaves import Leaf
from toc_treaties.site.shelf import Shelf
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import MORE, load
from toc_treaties.words.site import on_site

ROOT = Path(__file__).parent.parent
DAYS = tuple(map(date.fromisoformat, ("1985-03-01", "2004-06-30", "2015-01-01", "2026-11-26")))
DAY = re.compile(r"\d{4}-\d\d-\d\d")
DIALECT = "https://json-schema.org/draft/2020-12/schema"
BY_WORD = frozenset({"evidence_days"})
"""Fields that hold a list by words, of which each may be missing."""
Schema = dict[str, Any]


def register_in(folder: Path) -> Register:
    """All that a folder's files hold."""
    origin = in_folder(folder)
    register, problems = load(origin.read, origin.slugs, "", (*MORE, "measures", "sources"))
    assert [problem for problem in problems if problem.severity == "error"] == []
    return register._replace(read_on=DAYS[-1])


def leaves_of(register: Register, day: date) -> list[Leaf]:
    """Every page with a record."""
    return [leaf for leaf in contents(Shelf(register, on_site("en"), day)) if leaf.recorded]


def record(leaf: Leaf) -> dict[str, Any]:
    """The record of a page, as a program reads it."""
    made = {**record_of(leaf.question, leaf.kind)(leaf.ask()), "data": {"from": "checkout", "revision": "1234567"}}
    read: dict[str, Any] = json.loads(json.dumps(made))
    return read


def keys_of_data(*registers: Register) -> frozenset[str]:
    """Ids and codes: an object that has them as keys is a list by id, and no record with fields."""
    found: set[str] = set()
    for register in registers:
        found |= {*register.instruments, *register.states, *register.topics, *register.sources, *register.agreements}
        found |= {state.iso3 for state in register.states.values()}
        found |= {*(register.catalogue.commitments if register.catalogue else ())}
    return frozenset(found)


class Drawn:
    """What was seen at one place of the records of a kind."""

    def __init__(self) -> None:
        self.types: set[str] = set()
        self.days_alone = True
        self.objects = 0
        self.fields: dict[str, Drawn] = {}
        self.present: dict[str, int] = {}
        self.items: Drawn | None = None
        self.by_id: Drawn | None = None

    def see(self, value: Any, ids: frozenset[str]) -> None:  # noqa: ANN401 - whatever a record holds
        """Widen by a value."""
        match value:
            case None:
                self.types.add("null")
            case bool():
                self.types.add("boolean")
            case int():
                self.types.add("integer")
            case float():
                self.types.add("number")
            case str():
                self.types.add("string")
                self.days_alone = self.days_alone and DAY.fullmatch(value) is not None
            case list():
                self.types.add("array")
                self.items = self.items or Drawn()
                for item in value:
                    self.items.see(item, ids)
            case dict():
                self._see_object(value, ids)

    def _see_object(self, value: dict[str, Any], ids: frozenset[str]) -> None:
        self.types.add("object")
        self.objects += 1
        if self.by_id is not None or (value and ids >= {*value}):
            self.by_id = self.by_id or Drawn()
            for each in value.values():
                self.by_id.see(each, ids)
            return
        for name, each in value.items():
            field = self.fields.setdefault(name, Drawn())
            if name in BY_WORD and isinstance(each, dict):
                field.by_id = field.by_id or Drawn()
            field.see(each, ids)
            self.present[name] = self.present.get(name, 0) + 1

    def schema(self) -> Schema:
        """What was seen, as a schema."""
        types = sorted({*self.types, "string"}) if self.types == {"null"} else sorted(self.types)
        made: Schema = {"type": types[0] if len(types) == 1 else types} if types else {}
        if "string" in self.types and self.days_alone:
            made["format"] = "date"
        if self.items is not None:
            made["items"] = self.items.schema()
        if "object" in self.types and self.by_id is not None:
            made["additionalProperties"] = self.by_id.schema()
        elif "object" in self.types:
            made["properties"] = {name: drawn.schema() for name, drawn in self.fields.items()}
            made["required"] = [name for name in self.fields if self.present[name] == self.objects]
            made["additionalProperties"] = False
        return made


def widened(old: Schema, new: Schema) -> Schema:
    """A schema that allows what either allows."""
    if not old or not new:
        return old or new
    types = sorted({*_types(old), *_types(new)})
    made: Schema = {"type": types[0] if len(types) == 1 else types}
    stringy = [each for each in (old, new) if "string" in _types(each)]
    if stringy and all(each.get("format") == "date" for each in stringy):
        made["format"] = "date"
    if "items" in old or "items" in new:
        made["items"] = widened(old.get("items", {}), new.get("items", {}))
    objects = [each for each in (old, new) if "object" in _types(each)]
    if any(isinstance(each["additionalProperties"], dict) for each in objects):
        by_id = [each["additionalProperties"] for each in objects if isinstance(each["additionalProperties"], dict)]
        made["additionalProperties"] = widened(by_id[0], by_id[-1])
    elif objects:
        first, last = (each["properties"] for each in (objects[0], objects[-1]))
        names = dict.fromkeys((*first, *last))
        made["properties"] = {name: widened(first.get(name, {}), last.get(name, {})) for name in names}
        made["required"] = [name for name in names if all(name in each["required"] for each in objects)]
        made["additionalProperties"] = False
    return made


def _types(schema: Schema) -> list[str]:
    types = schema.get("type", [])
    return [types] if isinstance(types, str) else types


def committed() -> dict[str, Schema]:
    """The schemas that are there, by their kinds."""
    return {path.stem: json.loads(path.read_bytes()) for path in SCHEMAS.glob("*.json")}


def drawn(records: Iterable[tuple[str, Mapping[str, Any]]], ids: frozenset[str]) -> dict[str, Schema]:
    """A schema for each kind of some records."""
    kinds: dict[str, Drawn] = {}
    for kind, each in records:
        kinds.setdefault(kind, Drawn()).see(each, ids)
    return {kind: kinds[kind].schema() for kind in sorted(kinds)}


def all_records(registers: Iterable[Register]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The records of some registers on several days, each with its kind."""
    for register in registers:
        for day in DAYS:
            for leaf in leaves_of(register, day):
                yield kind_of(leaf), record(leaf)


def faults(folder: Path) -> Iterator[str]:
    """Where a record of a built site is not what its schema says; `folder` is that of the addresses' version."""
    index = json.loads((folder / "index.json").read_bytes())
    schemas = {kind["kind"]: json.loads((folder / kind["schema"]).read_bytes()) for kind in index["kinds"]}
    validators = {kind: Draft202012Validator(schema) for kind, schema in schemas.items()}
    for entry in index["records"]:
        for fault in validators[entry["kind"]].iter_errors(json.loads((folder / entry["json"]).read_bytes())):
            yield f"{entry['json']} {fault.json_path}: {fault.message[:200]}"


def main() -> None:
    """Widen the schemas by the records of today; with a folder, hold the records of a built site to them instead."""
    if sys.argv[1:]:
        found = list(faults(Path(sys.argv[1], API)))
        sys.stdout.write("".join(f"{fault}\n" for fault in found[:100]))
        sys.exit(bool(found))
    registers = [register_in(ROOT / "data"), register_in(ROOT / "tests" / "register")]
    held = committed()
    SCHEMAS.mkdir(exist_ok=True)
    for kind, schema in drawn(all_records(registers), keys_of_data(*registers)).items():
        body = widened({key: value for key, value in held.get(kind, {}).items() if key not in HEAD}, schema)
        whole = {"$schema": DIALECT, "title": kind, **body}
        text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
        path = SCHEMAS / f"{kind}.json"
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            sys.stderr.write(f"written: {path.relative_to(ROOT)}\n")


HEAD = {"$schema", "title"}


if __name__ == "__main__":
    main()
