"""`toc-treaties export`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toc_treaties.cli.options import AsOf, Data
from toc_treaties.model.vocabulary import Language

CLEARED = "\r\x1b[K"
"""What a terminal takes as: begin this line anew."""

if TYPE_CHECKING:
    from toc_treaties.document.dataset import Dataset


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder for the tables: empty, or an export.")],
    sqlite: Annotated[
        Path | None, typer.Option("--sqlite", metavar="FILE", help="Write an SQLite database of the tables too.")
    ] = None,
    parquet: Annotated[bool, typer.Option("--parquet", help="Write each table as Parquet too.")] = False,
    as_of: AsOf = None,
    data: Data = None,
) -> None:
    """Write the whole register as tables for programs: every record, and every standing as a span of days.

    CSV with a description (datapackage.json), as a Frictionless Data Package has them.

    Example: toc-treaties export open-data --sqlite open-data.sqlite
    """
    from toc_treaties.cli.faults import CannotWriteError, CommandError
    from toc_treaties.edits.folder import NotOursError, put_folder, refuse_other_file
    from toc_treaties.store.opening import real
    from toc_treaties.store.putting import put
    from toc_treaties.writers.dataset_package import NAME

    _refuse_parquet(asked=parquet)
    if sqlite is not None and real(sqlite).is_relative_to(real(folder)):
        raise CommandError(f"{sqlite} lies in {folder}, which is replaced as a whole: name a file outside it")
    try:
        if sqlite is not None:
            refuse_other_file(sqlite)
        tables = _tables(as_of, data)
        put_folder(folder, _files(tables, parquet=parquet), NAME)
        _written()
        if sqlite is not None:
            from toc_treaties.writers import dataset_sqlite

            _tell("writing the database")
            put(sqlite, dataset_sqlite.write(tables))
            _written()
    except NotOursError as error:
        raise CommandError(str(error)) from None
    except OSError as error:
        of_database = sqlite is not None and error.filename == str(real(sqlite))
        raise CannotWriteError(sqlite if sqlite and of_database else Path(error.filename or folder), error) from None


def _refuse_parquet(*, asked: bool) -> None:
    """Refuse what the extra that is not installed would write, before anything is read."""
    from importlib.util import find_spec

    from toc_treaties.cli.faults import CommandError
    from toc_treaties.writers.dataset_parquet import NEEDS

    if asked and find_spec(NEEDS) is None:
        raise CommandError("parquet needs what is installed by: pip install 'toc-treaties[export]'")


def _tables(as_of: str | None, data: Path | None) -> "Dataset":
    """The whole register on a day, as tables."""
    from toc_treaties.cli.answer import Run
    from toc_treaties.cli.streams import tell
    from toc_treaties.pages.cautions import caution_text
    from toc_treaties.questions.export import export as ask
    from toc_treaties.records.export import record
    from toc_treaties.store.load import MORE

    run = Run(as_of, data, lang=Language.ENGLISH)
    day = run.day
    tell(*(caution_text(taken, run.words) for taken in run.taken))
    _tell("reading the register")
    register = run.register(*MORE, "measures", "sources")
    _tell("working out the spans")
    return record(ask(register, day), run.session.origin.revision)


def _files(tables: "Dataset", *, parquet: bool) -> dict[str, bytes]:
    """Every file of the folder: a table each, and what describes them."""
    from toc_treaties.writers import dataset_csv, dataset_package

    files = {dataset_package.path_of(table): dataset_csv.write(table) for table in tables.tables}
    described = dataset_package.write(tables, files)
    if parquet:
        from toc_treaties.writers import dataset_parquet

        with dataset_parquet.connect() as database:
            for table in tables.tables:
                _tell(f"writing {table.name}.parquet")
                files[f"{table.name}.parquet"] = dataset_parquet.write(table, database)
    return {**files, dataset_package.FILE: described}


def _tell(what: str) -> None:
    """Say on a terminal what is being made; the next line takes its place."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{CLEARED}{what} …")
        sys.stderr.flush()


def _written() -> None:
    """Say what is in place now, on a line of its own."""
    from toc_treaties.cli.streams import tell_placed

    if sys.stderr.isatty():
        sys.stderr.write(CLEARED)
    tell_placed()
