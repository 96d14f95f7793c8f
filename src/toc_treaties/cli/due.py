"""`toc-treaties due`."""

from typing import Annotated

import typer

from toc_treaties.cli.complete import complete_states
from toc_treaties.cli.options import AsOf, Data, FormatName, Output


def due(
    state: Annotated[
        list[str] | None,
        typer.Option("--state", "-s", metavar="STATE", autocompletion=complete_states, help="Only this state."),
    ] = None,
    as_of: AsOf = None,
    format: FormatName = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Show what is not on record: designations, returns.

    Designations, questionnaires and returns of each state, and commitments of each body.

    Example: toc-treaties due --state haiti
    """
    from toc_treaties.cli.days import day_asked
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.session import Session, in_order
    from toc_treaties.pages import due as report
    from toc_treaties.questions.due import due as ask

    session = Session.open(data)
    slugs = session.find(state) if state else session.slugs
    register = session.register(slugs, also=("catalogue", "bodies", "statistics", "meetings"))
    answer = ask(register, in_order(register), day_asked(session, as_of))
    if state:
        answer = answer._replace(bodies=())
    page = Page(lambda: report.document(answer), lambda: report.as_data(answer), lambda: report.as_rows(answer))
    emit(session.origin, format, output, page)
