"""`toc-treaties table`."""

from enum import StrEnum
from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering_past_in_scope
from toc_treaties.cli.options import MembersCounted, choice
from toc_treaties.model.vocabulary import Members


class CellsShown(StrEnum):
    """What a cell shows."""

    SYMBOLS = "symbols"
    DATES = "dates"


@answering_past_in_scope
def table(
    run: Run,
    cells: Annotated[
        CellsShown,
        choice("--cells", CellsShown, "choice of cells", "Symbols, or dates of consent."),
    ] = CellsShown.SYMBOLS,
    wide: Annotated[
        bool, typer.Option("--wide", help="In CSV: a line for each state, a column for each instrument.")
    ] = False,
    transpose: Annotated[bool, typer.Option("--transpose", help="Instruments down, states across.")] = False,
    members: MembersCounted = Members.ALL,
) -> None:
    """Print the hemisphere-wide table, with totals.

    Example: toc-treaties table --tier urged --group caricom
    """
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.output import choose
    from toc_treaties.pages.table import Cells, wide_rows
    from toc_treaties.questions.table import table as ask

    if wide and choose(run.where.format, run.where.output) != "csv":
        raise CommandError("--wide is a layout of CSV: add --format csv, or name a file that ends in .csv")
    register = run.register()
    answer = ask(register, run.scope(register, members=members), run.day)
    rows = (lambda words: wide_rows(answer, words, Cells(cells))) if wide else None
    run.show("table", answer, rows=rows, cells=Cells(cells), transpose=transpose)
