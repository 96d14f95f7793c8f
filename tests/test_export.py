"""The open data: what the tables hold, that they describe themselves, and how a folder is put in place."""

import csv
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.console import ROOT, toc
from tests.registers import scope
from toc_treaties.document.dataset import Dataset
from toc_treaties.edits import folder as folders
from toc_treaties.model.register import Register
from toc_treaties.model.vocabulary import Members
from toc_treaties.questions.export import export
from toc_treaties.questions.table import table
from toc_treaties.records import export_measures
from toc_treaties.records.export import record
from toc_treaties.words.dataset import of_column, of_table
from toc_treaties.writers import dataset_csv, dataset_parquet, dataset_sqlite

AS_OF = "2026-11-21"
DATA = {"TOC_TREATIES_DATA": "data"}
SQL = re.compile(r"```sql\n(.*?)```", re.DOTALL)
CONSENTED = """
    SELECT count(DISTINCT standings.state) FROM standings JOIN memberships ON memberships.state = standings.state
    WHERE instrument = :instrument AND standing IN ('contracting', 'party') AND NOT in_doubt
      AND standings."from" <= :day AND (standings.until IS NULL OR :day < standings.until)
      AND organization = 'oas' AND status <> 'associate'
      AND (memberships."from" IS NULL OR memberships."from" <= :day)
      AND (memberships.until IS NULL OR :day < memberships.until)
"""
PARTICIPATING = """
    AND NOT EXISTS (SELECT 1 FROM participation WHERE participation.state = standings.state
      AND (participation."from" IS NULL OR participation."from" <= :day)
      AND (participation.until IS NULL OR :day < participation.until))
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small register, exported as `open` with its database beside it."""
    folder = tmp_path_factory.mktemp("export")
    shutil.copytree(ROOT / "tests" / "register", folder / "data")
    result = toc("export", "open", "--sqlite", "open.sqlite", "--as-of", AS_OF, folder=folder, **DATA)
    assert (result.code, result.out, result.err) == (0, "", "written: open\nwritten: open.sqlite\n")
    return folder


@pytest.fixture(scope="module")
def described(small: Path) -> dict[str, Any]:
    """What the folder says of itself."""
    found: dict[str, Any] = json.loads((small / "open" / "datapackage.json").read_bytes())
    return found


@pytest.fixture(scope="module")
def dataset(register: Register) -> Dataset:
    """The tables of the real register, without its measures."""
    return record(export(register, date.fromisoformat(AS_OF)), "1234567")


@pytest.fixture(scope="module")
def database(dataset: Dataset) -> Iterator[sqlite3.Connection]:
    """The same as a database."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(dataset_sqlite.write(dataset))
        yield connection


def _rows(folder: Path, resource: dict[str, Any]) -> list[dict[str, str]]:
    with (folder / resource["path"]).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


READ: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "date": date.fromisoformat,
    "boolean": ("true", "false").index,
}


def test_every_cell_is_what_the_description_says(small: Path, described: dict[str, Any]) -> None:
    """A program that reads the description alone finds each file, type, word, key and reference as it says."""
    held = {resource["name"]: _rows(small / "open", resource) for resource in described["resources"]}
    for resource in described["resources"]:
        content = (small / "open" / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{sha256(content).hexdigest()}")
        schema, rows = resource["schema"], held[resource["name"]]
        assert content.decode().partition("\r\n")[0].split(",") == [field["name"] for field in schema["fields"]]
        for field in schema["fields"]:
            values = [row[field["name"]] for row in rows]
            assert all(values) or not field.get("constraints", {}).get("required")
            for value in filter(None, values):
                READ[field["type"]](value)
            assert {value for value in values if value} <= {*field.get("constraints", {}).get("enum", values)}
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len({*keys}) == len(keys)
        for key in schema.get("foreignKeys", ()):
            to = held[key["reference"]["resource"] or resource["name"]]
            named = {row[key["fields"]] for row in rows} - {""}
            assert named <= {row[key["reference"]["fields"]] for row in to}
    assert len(held["standings"]) > len(held["states"]) * len(held["instruments"])


def test_the_folder_says_its_licence_day_revision_and_publishers(described: dict[str, Any]) -> None:
    """Who passes the folder on passes on with it what it is, of which day, and what may be done with it."""
    assert [licence["name"] for licence in described["licenses"]] == ["CC0-1.0"]
    assert (described["as_of"], described["version"]) == (AS_OF, "2026.11.21+unknown")
    assert described["profile"] == "tabular-data-package"
    assert all(source["path"].startswith("http") for source in described["sources"])


def test_each_table_and_column_has_its_sentence_and_its_line(described: dict[str, Any]) -> None:
    """No column stands without a sentence, and the page on the open data names each table with its key."""
    page = (ROOT / "docs" / "export.md").read_text("utf-8")
    for resource in described["resources"]:
        assert resource["description"] == of_table(resource["name"])
        for field in resource["schema"]["fields"]:
            assert field["description"] == of_column(resource["name"], field["name"])
        key = ", ".join(f"`{name}`" for name in resource["schema"]["primaryKey"])
        assert f"| `{resource['name']}` | {key}" in page


def test_the_database_holds_the_same_and_its_keys_hold(small: Path, described: dict[str, Any]) -> None:
    """SQLite finds no key broken, and counts in each table as many rows as its file has."""
    with sqlite3.connect(small / "open.sqlite") as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for resource in described["resources"]:
            count = connection.execute(f'SELECT count(*) FROM "{resource["name"]}"').fetchone()[0]  # noqa: S608
            assert count == len(_rows(small / "open", resource))
        today = connection.execute("SELECT count(*), count(DISTINCT state || instrument) FROM today").fetchone()
        states, instruments = (len(_rows(small / "open", described["resources"][place])) for place in (1, 2))
        assert today == (states * instruments, states * instruments)
    connection.close()


def test_two_exports_are_the_same_bytes_in_any_language(small: Path) -> None:
    """The same data on the same day give the same files, whatever the language of the pages."""
    result = toc(
        "export", "twice", "--sqlite", "twice.sqlite", "--as-of", AS_OF, folder=small, TOC_TREATIES_LANG="es", **DATA
    )
    assert result.code == 0
    names = sorted(path.name for path in (small / "open").iterdir())
    assert names == sorted(path.name for path in (small / "twice").iterdir())
    for name in names:
        assert (small / "open" / name).read_bytes() == (small / "twice" / name).read_bytes()
    assert (small / "open.sqlite").read_bytes() == (small / "twice.sqlite").read_bytes()


@pytest.mark.data
def test_a_count_of_spans_is_the_total_of_the_table(register: Register, database: sqlite3.Connection) -> None:
    """How many members of a day had consented is the table's total of that day, of all and of those that take part."""
    random, first = Random(14), date(1961, 1, 1)  # noqa: S311 - the same days in each run
    ids = list(register.instruments)
    days = [first + timedelta(days=random.randrange(24_000)) for _ in range(30)]
    for instrument, day in [("cifta", date(2020, 1, 1)), *((random.choice(ids), day) for day in days)]:
        for members, more in ((Members.ALL, ""), (Members.PARTICIPATING, PARTICIPATING)):
            asked = scope(register, day, instruments=[register.instruments[instrument]])
            total = table(register, asked._replace(members=members), day).totals[0].consented
            counted = database.execute(CONSENTED + more, {"instrument": instrument, "day": day.isoformat()}).fetchone()[
                0
            ]
            assert (instrument, day, counted) == (instrument, day, total)


@pytest.mark.data
def test_instruments_have_the_position_that_they_have_in_tables(
    register: Register, database: sqlite3.Connection
) -> None:
    """The first has the position 1, and the others follow in their order."""
    positions = database.execute("SELECT position, instrument FROM instruments ORDER BY position").fetchall()
    assert positions == [*enumerate(register.instruments, 1)]


@pytest.mark.data
def test_both_states_are_named_between_which_a_treaty_gave_way(whole: Register) -> None:
    """Each replacement has its two states, in the order in which they are recorded."""
    (sheet,) = (sheet for sheet in export_measures.sheets(whole) if sheet.name == "agreement_replacements")
    found = [(row["agreement"], row["state"], row["other_state"]) for row, *_ in sheet.entries]
    agreements = whole.agreements.values()
    assert found == [(each.id, *gone.between) for each in agreements for gone in each.replaced]
    assert len(found) > 1


@pytest.mark.parametrize("page", ["README.md", "docs/export.md"])
def test_the_questions_of_the_documentation_have_answers(
    page: str, dataset: Dataset, database: sqlite3.Connection, tmp_path: Path
) -> None:
    """Each question in SQL that a page shows runs as it stands, in SQLite and in DuckDB, and both answer alike."""
    duckdb = pytest.importorskip("duckdb", reason="it comes with the extra export")
    questions = SQL.findall((ROOT / page).read_text("utf-8"))
    assert len(questions) == 3
    other = duckdb.connect()
    for name in ("standings", "standing_certainty", "memberships", "states", "instruments"):
        (tmp_path / name).write_bytes(dataset_csv.write(dataset.table(name)))
        other.execute(f"CREATE TABLE {name} AS FROM read_csv($1, header = true)", [str(tmp_path / name)])
    other.execute(dataset_sqlite.TODAY)
    for question in questions:
        answer = [tuple(map(str, row)) for row in database.execute(question).fetchall()]
        assert answer
        assert sorted(answer) == sorted(tuple(map(str, row)) for row in other.execute(question).fetchall())
    assert database.execute(questions[0]).fetchone() == (31,)


def test_parquet_holds_days_as_days_and_a_text_as_it_is(small: Path) -> None:
    """A program that reads Parquet gets dates, and a text that looks like SQL is a text."""
    duckdb = pytest.importorskip("duckdb", reason="it comes with the extra export")
    assert toc("export", "parquet", "--parquet", "--as-of", AS_OF, folder=small, **DATA).code == 0
    read = duckdb.read_parquet(str(small / "parquet" / "standings.parquet"))
    assert dict(zip(read.columns, map(str, read.types), strict=True)) == {
        "state": "VARCHAR", "instrument": "VARCHAR", "standing": "VARCHAR", "from": "DATE", "until": "DATE",
        "in_doubt": "BOOLEAN",
    }  # fmt: skip
    assert read.shape[0] == len(_rows(small / "open", {"path": "standings.csv"}))


@pytest.mark.skipif(os.name == "nt", reason="limits of Unix")
def test_the_database_is_made_without_a_draft_in_the_systems_folder() -> None:
    """A full disk under that folder cannot stop it: not a byte is written to any file before the database is whole."""
    made = """
import resource
from datetime import date
from toc_treaties.document.dataset import Column, Dataset, Table
from toc_treaties.writers.dataset_sqlite import write
rows = tuple({"id": f"{number:0900}"} for number in range(5000))
table = Table("many", (Column("id"),), ("id",), rows)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
print(len(write(Dataset(date(2026, 11, 21), None, (), (table,)))) > 5_000_000)
"""
    done = subprocess.run([sys.executable, "-c", made], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr


@pytest.mark.parametrize(
    ("raised", "says"),
    [
        (
            'IOException(\'IO Error: write failed: {"errno":"28"}\')',
            "No space left on device, where the system keeps drafts",
        ),
        ("IOException('IO Error')", "Input/output error, where the system keeps drafts ("),
        ("OutOfMemoryException('failed to allocate')", "the memory is not enough for this; nothing was written"),
    ],
)
def test_what_the_writer_of_parquet_meets_is_said_as_of_any_file(
    raised: str, says: str, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk under the folder for drafts, and too little memory, end in a sentence, and nothing is written."""
    duckdb = pytest.importorskip("duckdb", reason="it comes with the extra export")
    name, _, text = raised.partition("(")

    def fail(*_: object) -> bytes:
        raise getattr(duckdb, name)(text)

    monkeypatch.setattr(dataset_parquet, "_written", fail)
    result = toc("export", "none", "--parquet", folder=small, **DATA)
    assert (result.code, says in result.err, result.err.count("\n")) == (2, True, 1), result.err
    assert not (small / "none").exists()


def test_parquet_without_its_library_says_what_installs_it(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks the extra is told its name before anything is read or written."""
    monkeypatch.setattr(dataset_parquet, "NEEDS", "a_library_that_is_not_there")
    result = toc("export", "none", "--parquet", folder=small, **DATA)
    assert (result.code, "pip install 'toc-treaties[export]'" in result.err) == (2, True)
    assert not (small / "none").exists()


def test_an_export_takes_the_place_of_an_earlier_one_alone(small: Path, tmp_path: Path) -> None:
    """A folder with anything else in it, a file, and a database of somebody else's are refused and stay as they are."""
    (tmp_path / "data").symlink_to(small / "data")
    shutil.copytree(small / "open", tmp_path / "open")
    (tmp_path / "open" / "states.csv").write_text("old", "utf-8")
    assert toc("export", "open", folder=tmp_path, **DATA).code == 0
    assert (tmp_path / "open" / "states.csv").read_text("utf-8") != "old"
    (tmp_path / "open" / "notes.txt").write_text("mine", "utf-8")
    (tmp_path / "file").write_text("mine", "utf-8")
    with sqlite3.connect(tmp_path / "mine.sqlite") as mine:
        mine.execute("CREATE TABLE mine (id)")
    mine.close()
    for arguments, says in (
        (("open",), "open holds notes.txt, which no export made"),
        (("file",), "file is a file: name a folder"),
        (("data",), "data holds"),
        (("new", "--sqlite", "mine.sqlite"), "mine.sqlite is a file that no export made"),
        (("new", "--sqlite", "new/x.sqlite"), "lies in new, which is replaced as a whole"),
    ):
        result = toc("export", *arguments, folder=tmp_path, **DATA)
        assert (result.code, says in result.err) == (2, True)
    assert (tmp_path / "open" / "notes.txt").read_text("utf-8") == "mine"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("stop", [1, 2])
def test_whatever_stops_the_run_leaves_the_earlier_folder_whole(
    stop: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped at either step of putting it in place, the earlier export stands as before, alone.

    So it is where the system cannot exchange two folders at one stroke.
    """
    monkeypatch.setattr(folders, "_swapped", lambda _one, _other: False)
    first = {"a.csv": b"1", "datapackage.json": b'{"name": "x", "resources": [{"path": "a.csv"}]}'}
    folders.put_folder(tmp_path / "out", first, "x")
    rename, steps = Path.rename, iter(range(1, 9))

    def stopping(path: Path, target: Path) -> Path:
        if next(steps) == stop:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stopping)
    with pytest.raises(KeyboardInterrupt):
        folders.put_folder(tmp_path / "out", {**first, "a.csv": b"2"}, "x")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out" / "a.csv").read_bytes() == b"1"
