"""`toc-treaties report`: pages that a meeting asks for."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering_of_a_year
from toc_treaties.cli.options import OnlyStates
from toc_treaties.cli.parameters import DirectCommand, DirectGroup

report = typer.Typer(
    cls=DirectGroup, no_args_is_help=True, help="Print the reports that meetings ask for.", rich_markup_mode=None
)


@report.callback()
def options() -> None:
    """Print the reports that meetings ask for."""


@report.command("randot", cls=DirectCommand)
@answering_of_a_year
def randot(
    run: Run,
    year: Annotated[
        int, typer.Option("--year", metavar="YEAR", help="The year that the figures describe.", min=1900, max=9998)
    ],
    state: OnlyStates = None,
) -> None:
    """Print each state's annual report to the National Authorities.

    Cooperation figures, convictions and sentences, liability of legal persons: what is and is not reported.

    Example: toc-treaties report randot --year 2025 --state haiti
    """
    from toc_treaties.questions.returns import year_figures

    register = run.register("catalogue", "bodies", "statistics", states=state)
    run.show("returns", year_figures(register, register.states.values(), year), "randot")
