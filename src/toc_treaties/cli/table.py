"""`toc-treaties table`."""

from enum import StrEnum
from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.options import (
    Group,
    InstrumentIds,
    MembersChoice,
    MembersCounted,
    Tiers,
    TiersChoice,
    choices,
    completed,
    spelled,
)


class CellsShown(StrEnum):
    """What a cell shows."""

    SYMBOLS = "symbols"
    DATES = "dates"


@answering
def table(
    run: Run,
    cells: Annotated[
        CellsShown,
        typer.Option(
            "--cells",
            parser=spelled(CellsShown, "choice of cells"),
            metavar=choices(CellsShown),
            autocompletion=completed(CellsShown),
            help="Symbols, or dates of consent.",
        ),
    ] = CellsShown.SYMBOLS,
    tier: Annotated[Tiers, TiersChoice] = Tiers.BOTH,
    instrument: InstrumentIds = None,
    group: Group = None,
    subregion: Annotated[
        str | None, typer.Option("--subregion", metavar="NAME", help="Only one subregion, as caribbean.")
    ] = None,
    transpose: Annotated[bool, typer.Option("--transpose", help="Instruments down, states across.")] = False,
    members: MembersCounted = MembersChoice.ALL,
) -> None:
    """Print the hemisphere-wide table, with totals.

    Example: toc-treaties table --tier urged --group caricom
    """
    from toc_treaties.cli.selection import chosen_instruments, chosen_states, grouping_named
    from toc_treaties.law.membership import Members
    from toc_treaties.pages.table import Cells
    from toc_treaties.questions.table import table as ask

    register = run.register()
    columns, group = chosen_instruments(register, instrument, tier), grouping_named(register, group)
    rows = chosen_states(register, group, subregion, run.day)
    answer = ask(register, run.day, columns, rows, group, Members(members))
    run.show("table", answer, cells=Cells(cells), transpose=transpose)
