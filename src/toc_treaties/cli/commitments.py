"""`toc-treaties commitments`."""

from typing import Annotated

import typer

from toc_treaties.cli.complete import complete_commitments
from toc_treaties.cli.options import AsOf, Data, FormatName, Output


def commitments(
    commitment: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", autocompletion=complete_commitments, help="One, by id or paragraph; none: all."),
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
    from toc_treaties.cli.days import day_asked
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.session import Session, in_order
    from toc_treaties.cli.spelling import one_commitment
    from toc_treaties.pages import commitments as report
    from toc_treaties.questions.commitments import across, overview

    session = Session.open(data)
    register = session.register(session.slugs, also=("catalogue", "bodies"))
    day = day_asked(session, as_of)
    if not commitment:
        every = overview(register, in_order(register), day)
        page = Page(lambda: report.document(every), lambda: report.as_data(every), lambda: report.as_rows(every))
    else:
        one = across(register, in_order(register), one_commitment(register, commitment), day)
        page = Page(
            lambda: report.across_document(one), lambda: report.across_data(one), lambda: report.across_rows(one)
        )
    emit(session.origin, format, output, page)
