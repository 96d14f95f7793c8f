"""`toc-treaties table`."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from toc_treaties.cli.options import AsOf, Data, FormatName, InstrumentIds, Output

if TYPE_CHECKING:
    from datetime import date

    from toc_treaties.model.instrument import Instrument
    from toc_treaties.model.register import Register
    from toc_treaties.model.state import State


class Tiers(StrEnum):
    """Which list of the Strategy is asked for."""

    URGED = "urged"
    COMPLEMENTARY = "complementary"
    BOTH = "both"


class CellsShown(StrEnum):
    """What a cell shows."""

    SYMBOLS = "symbols"
    DATES = "dates"


def table(
    cells: Annotated[CellsShown, typer.Option("--cells", help="Symbols, or dates of consent.")] = CellsShown.SYMBOLS,
    tier: Annotated[Tiers, typer.Option("--tier", help="Which list of the Strategy.")] = Tiers.BOTH,
    instrument: InstrumentIds = None,
    group: Annotated[
        str | None, typer.Option("--group", metavar="NAME", help="Only members of a grouping, as caricom.")
    ] = None,
    subregion: Annotated[
        str | None, typer.Option("--subregion", metavar="NAME", help="Only one subregion, as caribbean.")
    ] = None,
    transpose: Annotated[bool, typer.Option("--transpose", help="Instruments down, states across.")] = False,
    as_of: AsOf = None,
    format: FormatName = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Print the hemisphere-wide table: states by instruments, with totals per instrument.

    Example: toc-treaties table --tier urged --group caricom
    """
    from toc_treaties.cli.output import emit
    from toc_treaties.cli.session import Session, today
    from toc_treaties.questions.table import table as ask
    from toc_treaties.reports import table as report

    session = Session.open(data)
    register = session.register(session.slugs)
    day = as_of or today()
    answer = ask(register, day, _columns(register, instrument, tier), _rows(register, group, subregion, day), group)
    emit(
        session.origin,
        format,
        output,
        document=lambda: report.document(answer, report.Cells(cells), transpose=transpose),
        data=lambda: report.as_data(answer),
        rows=lambda: report.as_rows(answer),
    )


def _columns(register: "Register", ids: list[str] | None, tier: Tiers) -> "list[Instrument]":
    """The instruments asked for, in the Strategy's order."""
    from toc_treaties.cli.session import find_instrument

    wanted = {find_instrument(register, id).id for id in ids or ()}
    everything = register.instruments.values()
    return [one for one in everything if (one.id in wanted if wanted else tier in (Tiers.BOTH, one.tier))]


def _rows(register: "Register", group: str | None, subregion: str | None, day: "date") -> "list[State]":
    """The states asked for, in alphabetical order."""
    from toc_treaties.cli.faults import UnknownChoiceError
    from toc_treaties.cli.session import in_order
    from toc_treaties.model.state import is_member

    states = in_order(register)
    groups = sorted({name for state in states for name in state.memberships})
    subregions = sorted({state.subregion for state in states})
    if group is not None and group not in groups:
        raise UnknownChoiceError("grouping", group, groups)
    if subregion is not None and subregion not in subregions:
        raise UnknownChoiceError("subregion", subregion, subregions)
    return [
        state
        for state in states
        if (group is None or is_member(state, group, day)) and subregion in (None, state.subregion)
    ]
