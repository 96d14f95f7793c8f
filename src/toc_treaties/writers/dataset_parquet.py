"""A table of open data as Parquet, through DuckDB: days are days, numbers numbers, and a text is never a statement."""

import os
import re
from errno import EIO
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import TYPE_CHECKING

from toc_treaties.document.dataset import Holds, Table
from toc_treaties.writers import dataset_csv

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NEEDS = "duckdb"
TYPES = {Holds.TEXT: "VARCHAR", Holds.DAY: "DATE", Holds.NUMBER: "INTEGER", Holds.FLAG: "BOOLEAN"}


def connect() -> "DuckDBPyConnection":
    """A database in memory for many tables, which keeps the order of rows and reads nothing from outside."""
    import duckdb

    return duckdb.connect(config={"threads": 1, "autoinstall_known_extensions": False})


def write(table: Table, database: "DuckDBPyConnection") -> bytes:
    """The table, each column of its own type; the same data give the same bytes."""
    import duckdb

    try:
        return _written(table, database)
    except duckdb.OutOfMemoryException:
        raise MemoryError from None
    except (OSError, duckdb.IOException) as error:
        said = re.search(r'"errno":"(\d+)"', str(error))
        number = error.errno if isinstance(error, OSError) else int(said[1]) if said else EIO
        raise OSError(number, f"{os.strerror(number or EIO)}, where the system keeps drafts ({gettempdir()})") from None


def _written(table: Table, database: "DuckDBPyConnection") -> bytes:
    """The same, by way of two files in the system's folder for drafts."""
    types = {column.name: TYPES[column.holds] for column in table.columns}
    with TemporaryDirectory() as folder:
        rows, written = Path(folder) / "rows.csv", Path(folder) / "rows.parquet"
        rows.write_bytes(dataset_csv.write(table))
        read = database.read_csv(
            str(rows), header=True, columns=types, auto_detect=False, delimiter=",", quotechar='"', escapechar='"',
        )  # fmt: skip
        read.write_parquet(str(written), compression="zstd")
        return written.read_bytes()
