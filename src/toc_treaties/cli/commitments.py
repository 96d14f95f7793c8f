"""`toc-treaties commitments`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering_in_scope
from toc_treaties.cli.complete import complete_commitments


@answering_in_scope
def commitments(
    run: Run,
    commitment: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", autocompletion=complete_commitments, help="One, by id or paragraph; none: all."),
    ] = None,
) -> None:
    """Show the commitments, or one across all states.

    The catalogue counts what is recorded by status, with the number of no information beside it.

    Example: toc-treaties commitments strategy-1
    """
    from toc_treaties.cli.spelling import one_commitment
    from toc_treaties.questions.across import across, overview

    register = run.register("catalogue", "bodies")
    scope = run.scope(register)
    if commitment:
        run.show("commitments", across(register, scope, one_commitment(register, commitment), run.day), "across")
    else:
        run.show("commitments", overview(register, scope, run.day))
