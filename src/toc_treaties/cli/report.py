"""`toc-treaties report`: pages that a meeting asks for."""

from typing import Annotated

import typer

from toc_treaties.cli.complete import complete_states
from toc_treaties.cli.options import Data, FormatName, Output

report = typer.Typer(no_args_is_help=True, help="Print the reports that meetings ask for.", rich_markup_mode=None)


@report.callback()
def options() -> None:
    """Print the reports that meetings ask for."""


@report.command("randot")
def randot(
    year: Annotated[
        int, typer.Option("--year", metavar="YEAR", help="The year that the figures describe.", min=1900, max=9998)
    ],
    state: Annotated[
        list[str] | None,
        typer.Option("--state", "-s", metavar="STATE", autocompletion=complete_states, help="Only this state."),
    ] = None,
    format: FormatName = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Print each state's annual report to the National Authorities.

    Cooperation figures, convictions and sentences, liability of legal persons: what is and is not reported.

    Example: toc-treaties report randot --year 2025 --state haiti
    """
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.session import Session, in_order
    from toc_treaties.pages import returns as pages
    from toc_treaties.questions.returns import year_figures

    session = Session.open(data)
    slugs = session.find(state) if state else session.slugs
    register = session.register(slugs, also=("catalogue", "bodies", "statistics"))
    answer = year_figures(register, in_order(register), year)
    page = Page(
        lambda: pages.randot_document(answer),
        lambda: pages.year_data(answer),
        lambda: pages.figure_rows(answer.states),
    )
    emit(session.origin, format, output, page)
