"""What describes a folder of CSV to programs: datapackage.json, as the Frictionless Data Package has it."""

import json
from collections.abc import Mapping
from hashlib import sha256
from re import sub
from typing import Any

from toc_treaties.document.dataset import Column, Dataset, Holds, Table
from toc_treaties.words.dataset import of_column, of_table
from toc_treaties.writers.dataset_csv import LINE_END

FILE = "datapackage.json"
NAME = "toc-treaties"
TABLES_VERSION = 1
"""The version of the tables: it grows where a table or a column is renamed, taken out or means something else."""
TITLE = "Treaties against transnational organized crime: the states of the Americas"
DESCRIPTION = (
    "What the depositaries record of the states of the Americas under the treaties that the Hemispheric Strategy "
    "names, with sources, and the standings that follow as spans of days. Not the depositaries' record, which "
    "prevails; no opinion on the status of any territory or government."
)
LICENCE = {
    "name": "CC0-1.0",
    "title": "CC0 1.0 Universal",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def write(data: Dataset, files: Mapping[str, bytes]) -> bytes:
    """The description of all tables, with the size and the digest of each file; `files` are theirs by their names."""
    described = {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "version": version(data),
        "tables_version": TABLES_VERSION,
        "as_of": data.as_of.isoformat(),
        "revision": data.revision,
        "licenses": [LICENCE],
        **({"sources": [publisher._asdict() for publisher in data.publishers]} if data.publishers else {}),
        "resources": [_resource(data, table, files[path_of(table)]) for table in data.tables],
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def version(data: Dataset) -> str:
    """The day on which the spans end and the revision of the data, in the form of a version."""
    day = data.as_of
    revision = sub(r"[^0-9A-Za-z.-]+", "-", data.revision or "unknown")
    return f"{day.year}.{day.month}.{day.day}+{revision}"


def _resource(data: Dataset, table: Table, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path_of(table),
        "description": of_table(table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": {"lineTerminator": LINE_END, "doubleQuote": True},
        "schema": _schema(data, table),
    }


def path_of(table: Table) -> str:
    """The file of a table in its folder."""
    return f"{table.name}.csv"


def _schema(data: Dataset, table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    named = [
        {"fields": column.name, "reference": _reference(data, table, column.names)}
        for column in table.columns
        if column.names
    ]
    return {**schema, "foreignKeys": named} if named else schema


def _reference(data: Dataset, table: Table, named: str) -> dict[str, str]:
    """The key of another table; the table itself is named by an empty text."""
    return {"resource": "" if named == table.name else named, "fields": data.table(named).key[0]}


def _field(table: Table, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": str(column.holds)}
    if column.holds is Holds.FLAG:
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    field["description"] = of_column(table.name, column.name)
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.words:
        constraints["enum"] = list(column.words)
    return {**field, "constraints": constraints} if constraints else field
