"""What a state has done at home, as the edits of its file of measures."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from toc_treaties.edits.again import NothingThereError, more_of, same
from toc_treaties.edits.entries import conflict_of, in_order_of, measures_file, on_record
from toc_treaties.edits.lined import held
from toc_treaties.edits.placing import Added
from toc_treaties.edits.record import FileEdit
from toc_treaties.edits.rendering import Fields
from toc_treaties.model.names import plain
from toc_treaties.model.register import Register

MEASURE_ORDER = (
    *("kind", "topics", "title", "title_english", "number", "provision", "institution", "adopted", "published"),
    *("in_force", "until", "held", "due", "status", "replaced_by", "also", "shown", "source", "conflict"),
    *("unconfirmed", "note"),
)
SEARCH_ORDER = ("topic", "date", "where", "kind", "note")
KEYS = ("measures", "searched", "sources")
EMPTY = b"# yaml-language-server: $schema=../../schemas/measures.json\nmeasures: []\n"
"""A file of measures in which nothing stands yet."""
RENEWED = ("status", "shown")
"""Fields that say how the newest source shows a measure."""


def measure(register: Register, slug: str, content: bytes, fields: Fields) -> list[FileEdit]:
    """What a state has done at home: what is new of it, or behind what has the same first topic or an earlier one."""
    rank = {id: place for place, id in enumerate(register.topics)}
    new = in_order_of(MEASURE_ORDER, fields)

    def place(entry: Mapping[str, Any]) -> int:
        return rank.get(str((entry.get("topics") or ("",))[0]), 0)

    added = Added(("measures",), new, lambda other: place(other) <= place(new))
    listed = held(content)["measures"]
    return on_record(measures_file(slug), listed, lambda entry: _is(entry, new), added, MEASURE_ORDER, RENEWED)


def _is(entry: Mapping[str, Any], new: Fields) -> bool:
    """Whether a measure on record is the one given: of its kind, with its number and title, made on no other day."""
    days = {key: new[key] for key in ("adopted", "held") if key in new and key in entry}
    number = {key: new[key] for key in ("number",) if key in new and key in entry}
    return same(entry, {"kind": new["kind"], "title": new["title"], **days, **number})


class Named(NamedTuple):
    """What names a measure on record: its number or words of its title, its topics, and its day where that is given."""

    words: str
    topics: tuple[str, ...]
    on: str = ""


def _named(content: bytes, named: Named) -> tuple[int, Mapping[str, Any]]:
    """The one measure about some topics whose number is some words, or whose title holds them."""
    words = plain(named.words)
    about = [(at, entry) for at, entry in enumerate(held(content)["measures"]) if {*named.topics} & {*entry["topics"]}]
    if named.on:
        about = [(at, entry) for at, entry in about if named.on in {entry.get("adopted"), entry.get("held")}]
    numbered = [(at, entry) for at, entry in about if plain(str(entry.get("number", ""))) == words]
    titled = [
        (at, entry) for at, entry in about if words in plain(f"{entry['title']} {entry.get('title_english', '')}")
    ]
    found = numbered or titled
    if len(found) != 1:
        shown = [
            ", ".join(entry[key] for key in ("title", "number", "adopted", "held") if key in entry)
            for _, entry in found or about
        ]
        message = "which measure? give its number with --number, words of its title with --title, its day with --on"
        raise NothingThereError(f"{message}; on record:", *shown)
    return found[0]


def ended_measure(slug: str, content: bytes, named: Named, day: str, fields: Fields) -> list[FileEdit]:
    """The end of a measure: the first day on which it no longer stands, why, and the source that shows it."""
    at, entry = _named(content, named)
    if "until" in entry and entry["until"] != day:
        raise NothingThereError(f"this measure has ended already, on record: until {entry['until']}")
    more = more_of(("measures", at), entry, {"until": day, **fields}, MEASURE_ORDER, renewed=RENEWED)
    return [FileEdit(measures_file(slug), edit) for edit in more]


def conflicting_measure(slug: str, content: bytes, named: Named, fields: Fields) -> list[FileEdit]:
    """What another source says of a measure, below what is recorded, which stays."""
    at, entry = _named(content, named)
    return conflict_of(measures_file(slug), ("measures", at), entry, fields, MEASURE_ORDER)


def search(register: Register, slug: str, content: bytes, fields: Fields) -> list[FileEdit]:
    """A search that found nothing, by its topic."""
    rank = {id: place for place, id in enumerate(register.topics)}
    new = in_order_of(SEARCH_ORDER, fields)
    wanted = {key: new.get(key, "law" if key == "kind" else "") for key in ("topic", "date", "kind")}

    def place(entry: Mapping[str, Any]) -> int:
        return rank.get(str(entry["topic"]), 0)

    added = Added(("searched",), new, lambda other: place(other) <= place(new), order=KEYS)
    listed = held(content).get("searched") or []
    return on_record(
        measures_file(slug), listed, lambda entry: same({"kind": "law", **entry}, wanted), added, SEARCH_ORDER
    )
