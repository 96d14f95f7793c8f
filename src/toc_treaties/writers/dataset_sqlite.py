"""Open data as an SQLite database: keys, indices, and a view of the day on which its spans end."""

import sqlite3
from contextlib import closing
from datetime import date

from toc_treaties.document.dataset import Column, Dataset, Holds, Table, Value

TYPES = {Holds.TEXT: "TEXT", Holds.DAY: "TEXT", Holds.NUMBER: "INTEGER", Holds.FLAG: "INTEGER"}
STRICT = " STRICT" if sqlite3.sqlite_version_info >= (3, 37) else ""
"""How a table ends that takes no value of another type, from the version on that knows such tables."""
APPLICATION = int.from_bytes(b"toct")
"""By this number, in its place in the file's header, a database is known as an export."""
HEADER = 100
MAGIC, APPLICATION_AT = b"SQLite format 3\x00", slice(68, 72)
TODAY = """
CREATE VIEW today AS
SELECT standings.state, states.name_en AS state_name, standings.instrument, instruments.short_en AS instrument_name,
       instruments.tier, standings.standing, standings."from", part, between_least, between_most, day_unconfirmed,
       evidence, in_doubt
FROM standings
JOIN standing_certainty AS certainty
  ON certainty.state = standings.state AND certainty.instrument = standings.instrument AND certainty.until IS NULL
JOIN states ON states.state = standings.state
JOIN instruments ON instruments.instrument = standings.instrument
WHERE standings.until IS NULL
ORDER BY states.rowid, instruments.position
"""
"""How each state stands on the day on which the spans end."""


def write(data: Dataset) -> bytes:
    """The database as the bytes of its file, with every key checked; the same data give the same bytes."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA temp_store = MEMORY")  # none of its drafts in the system's folder, which may be full
        database.execute("PRAGMA foreign_keys = ON")
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute("BEGIN")
        database.execute("PRAGMA defer_foreign_keys = ON")
        for table in data.tables:
            for statement in _schema(table):
                database.execute(statement)
            places = ", ".join("?" * len(table.columns))
            database.executemany(
                f"INSERT INTO {_quoted(table.name)} VALUES ({places})",  # noqa: S608 - names are the program's own
                ([_stored(value) for value in line] for line in table.lines),
            )
        database.execute(TODAY)
        _about(database, data)
        database.execute("COMMIT")
        database.execute("ANALYZE")
        database.execute("VACUUM")
        return database.serialize()


def is_export(header: bytes) -> bool:
    """Whether a file that begins with these bytes is a database that was written here."""
    return header.startswith(MAGIC) and header[APPLICATION_AT] == APPLICATION.to_bytes(4)


def _about(database: sqlite3.Connection, data: Dataset) -> None:
    """Which day and which revision the database is of."""
    database.execute(f"CREATE TABLE about (as_of TEXT NOT NULL, revision TEXT){STRICT}")
    database.execute("INSERT INTO about VALUES (?, ?)", (data.as_of.isoformat(), data.revision))


def _schema(table: Table) -> list[str]:
    """The statements that make a table, and an index for each column that names another and does not begin the key."""
    columns = [_column(column) for column in table.columns]
    columns.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    made = [f"CREATE TABLE {_quoted(table.name)} (\n  {', '.join(columns)}\n){STRICT}"]
    named = [column.name for column in table.columns if column.names and column.name != table.key[0]]
    return made + [
        f"CREATE INDEX {_quoted(f'{table.name}_{name}')} ON {_quoted(table.name)} ({_quoted(name)})" for name in named
    ]


def _column(column: Column) -> str:
    name = _quoted(column.name)
    parts = [name, TYPES[column.holds]]
    if column.required:
        parts.append("NOT NULL")
    if column.words:
        words = ", ".join(f"'{word}'" for word in column.words)
        parts.append(f"CHECK ({name} IN ({words}))")
    if column.holds is Holds.DAY:
        parts.append(f"CHECK ({name} = date({name}))")
    if column.holds is Holds.FLAG:
        parts.append(f"CHECK ({name} IN (0, 1))")
    if column.names:
        parts.append(f"REFERENCES {_quoted(column.names)}")
    return " ".join(parts)


def _quoted(name: str) -> str:
    """A name of a table or column, which may be a word of SQL."""
    return f'"{name}"'


def _stored(value: Value) -> str | int | None:
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date) else value
