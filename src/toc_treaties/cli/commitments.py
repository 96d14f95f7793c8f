"""`toc-treaties commitments`."""

from typing import Annotated

import typer

from toc_treaties.cli.complete import complete_commitments
from toc_treaties.cli.options import AsOf, Data, FormatName, Output


def commitments(
    commitment: Annotated[
        str | None,
        typer.Argument(metavar="ID", autocompletion=complete_commitments, help="One commitment; none: the catalogue."),
    ] = None,
    as_of: AsOf = None,
    format: FormatName = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Show the commitments, or one across all states.

    The catalogue counts what is recorded by status, with the number of no information beside it.

    Example: toc-treaties commitments strategy-1
    """
    from toc_treaties.cli.faults import UnknownChoiceError
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.session import Session, day_asked, in_order
    from toc_treaties.questions.commitments import across, catalogue_of, overview
    from toc_treaties.reports import commitments as report

    session = Session.open(data)
    register = session.register(session.slugs, also=("catalogue", "bodies"))
    day = day_asked(as_of)
    if commitment is None:
        every = overview(register, in_order(register), day)
        page = Page(lambda: report.document(every), lambda: report.as_data(every), lambda: report.as_rows(every))
    else:
        known = catalogue_of(register).commitments
        if commitment not in known:
            raise UnknownChoiceError("commitment", commitment, known)
        one = across(register, in_order(register), known[commitment], day)
        page = Page(
            lambda: report.across_document(one), lambda: report.across_data(one), lambda: report.across_rows(one)
        )
    emit(session.origin, format, output, page)
