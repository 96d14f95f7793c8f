"""`toc-treaties commitments`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering_in_scope
from toc_treaties.cli.complete import complete_commitments
from toc_treaties.cli.options import OnlyStates


@answering_in_scope
def commitments(
    run: Run,
    commitment: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", autocompletion=complete_commitments, help="One, by id or paragraph; none: all."),
    ] = None,
    state: OnlyStates = None,
) -> None:
    """Show the commitments, or one across all states.

    The catalogue counts what is recorded by status, with the number of no information beside it.

    Example: toc-treaties commitments strategy-1
    """
    from toc_treaties.cli.faults import CommandError, UnknownChoiceError
    from toc_treaties.cli.spelling import commitment_named, together
    from toc_treaties.questions.across import across, overview

    needs = ("catalogue", "bodies", *(("topics", "measures") if commitment else ()))
    register = run.register(*needs, states=state)
    scope = run.scope(register)
    if not commitment:
        run.show("commitments", overview(register, scope, run.day))
        return
    try:
        asked = together(register, commitment, commitment_named)
    except UnknownChoiceError:
        for name in (" ".join(commitment), commitment[-1]):
            if run.session.knows(name):
                raise CommandError(f"{name} is a state: name it with --state, or ask for its checklist") from None
        raise
    run.show("commitments", across(register, scope, asked, run.day), "across")
