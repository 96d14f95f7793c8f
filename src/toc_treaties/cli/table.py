"""`toc-treaties table`."""

from enum import StrEnum
from typing import Annotated

import typer

from toc_treaties.cli.options import (
    AsOf,
    Data,
    FormatName,
    Group,
    InstrumentIds,
    MembersChoice,
    MembersCounted,
    Output,
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


def table(
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
    as_of: AsOf = None,
    format: FormatName = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Print the hemisphere-wide table, with totals.

    Example: toc-treaties table --tier urged --group caricom
    """
    from toc_treaties.cli.days import day_asked
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.selection import chosen_instruments, chosen_states, grouping_named
    from toc_treaties.cli.session import Session
    from toc_treaties.law.membership import Members
    from toc_treaties.pages import table as report
    from toc_treaties.questions.table import table as ask

    session = Session.open(data)
    register = session.register(session.slugs)
    day = day_asked(session, as_of)
    columns, group = chosen_instruments(register, instrument, tier), grouping_named(register, group)
    rows = chosen_states(register, group, subregion, day)
    answer = ask(register, day, columns, rows, group, Members(members))
    page = Page(
        lambda: report.document(answer, report.Cells(cells), transpose=transpose),
        lambda: report.as_data(answer),
        lambda: report.as_rows(answer),
    )
    emit(session.origin, format, output, page)
