"""The form of the files as JSON Schemas, for editors: what the shapes say of themselves, one document a file."""

from collections.abc import Iterable, Mapping
from typing import Any

from toc_treaties.store.agreements_shape import AGREEMENTS, MEETINGS
from toc_treaties.store.commitments_shape import BODIES, CATALOGUE, STATISTICS
from toc_treaties.store.entries_shape import ENTRY
from toc_treaties.store.instruments_shape import DEPOSITARIES, INSTRUMENTS
from toc_treaties.store.measures_shape import MEASURES, TOPICS
from toc_treaties.store.reading import Schema, Shape
from toc_treaties.store.register_shape import STATES
from toc_treaties.store.shapes import Listing
from toc_treaties.store.sources_shape import SOURCES
from toc_treaties.store.state_shape import state_record
from toc_treaties.store.texts_shape import TEXTS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SHARED = ("source", "between", "route", "conflict", "statements")
"""Fields that every kind of action has alike: written once, so that the schema stays small."""


def schemas(instruments: Mapping[str, str]) -> dict[str, Schema]:
    """Every published schema by its file's name, with a sentence on each field.

    A state's file may name these instruments, each given with its title.
    """
    from toc_treaties.store.field_sentences import told

    told_of = {
        f"treaties/{id}": f"What is recorded of the state under the {title}." for id, title in instruments.items()
    }
    return {name: told(form, name, told_of) for name, form in forms(instruments).items()}


def forms(instruments: Iterable[str]) -> dict[str, Schema]:
    """Every schema by its file's name, as the shapes say it."""
    return {
        "state.json": _state(tuple(instruments)),
        "instruments.json": _document("The instruments, in the Strategy's order", INSTRUMENTS),
        "register.json": _document("The states of the register", STATES),
        "depositaries.json": _document("Who keeps the instruments", DEPOSITARIES),
        "agreements.json": _document("Bilateral and regional agreements seen in a source", AGREEMENTS),
        "meetings.json": _document("The meetings of the OAS on the subject, in the order of their dates", MEETINGS),
        "commitments.json": _document("The commitments, in the order of the texts that hold them", CATALOGUE),
        "bodies.json": _document("The bodies of the Organization that commitments are addressed to", BODIES),
        "statistics.json": _document("The annual figures that states are asked for", STATISTICS),
        "topics.json": _document(
            "What measures are about, with the articles and the paragraphs that ask for it", TOPICS
        ),
        "texts.json": _document("What the files say in English sentences, in the other languages", TEXTS),
        "measures.json": _document("What a state has done at home, by topic", MEASURES),
        "sources.json": _document("Every consultation cited: one page on one date", SOURCES),
    }


def _state(instruments: tuple[str, ...]) -> Schema:
    """The schema of a state's file: its lists of entries are alike, and what they share stands apart."""
    definitions: dict[str, Schema] = {}
    entries = Listing(ENTRY).schema()
    definitions["entries"] = _pointing(entries, definitions)
    return {**_document("A state of the register", state_record("", instruments)), "$defs": definitions}


def _document(title: str, shape: Shape) -> Schema:
    """A shape's schema as a document of its own."""
    return {"$schema": DIALECT, "title": title, **shape.schema()}


def _pointing(schema: Any, definitions: dict[str, Schema]) -> Any:
    """The same schema, its shared fields put among the definitions and pointed to."""
    if isinstance(schema, list):
        return [_pointing(part, definitions) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _pointing(value, definitions) for key, value in schema.items()}
    fields = made.get("properties", {})
    for name in SHARED:
        if name in fields and definitions.setdefault(name, fields[name]) == fields[name]:
            fields[name] = {"$ref": f"#/$defs/{name}"}
    return made
