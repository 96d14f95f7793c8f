"""`toc-treaties due`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.complete import complete_states


@answering
def due(
    run: Run,
    state: Annotated[
        list[str] | None,
        typer.Option("--state", "-s", metavar="STATE", autocompletion=complete_states, help="Only this state."),
    ] = None,
) -> None:
    """Show what is not on record: designations, returns.

    Designations, questionnaires and returns of each state, and commitments of each body.

    Example: toc-treaties due --state haiti
    """
    from toc_treaties.cli.session import in_order
    from toc_treaties.questions.due import due as ask

    register = run.register("catalogue", "bodies", "statistics", "meetings", states=state)
    run.show("due", ask(register, in_order(register), run.day, bodies=not state))
