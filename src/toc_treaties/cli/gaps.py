"""`toc-treaties gaps`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering_in_scope
from toc_treaties.cli.options import StateNames, Tiers


@answering_in_scope
def gaps(
    run: Run,
    states: StateNames = None,
    fail_on_gap: Annotated[
        bool, typer.Option("--fail-on-gap", help="Exit 1 where an urged instrument is a gap.")
    ] = False,
) -> None:
    """Show what a state has not joined, and the next steps.

    Urged and complementary instruments, each with its standing and what stands before the next step.

    Without a state: one line for each state, naming the urged instruments.

    Example: toc-treaties gaps haiti --as-of 2020-01-01
    """
    from toc_treaties.model.instrument import Tier
    from toc_treaties.questions.gaps import gaps as ask

    asked = run.filters["tier"]
    if not states and not run.filters["instrument"]:
        run.filters["tier"] = asked or Tiers.URGED
    register = run.register(states=states)
    answer = ask(register, run.scope(register), run.day)
    run.show("gaps", answer, overview=not states)
    if fail_on_gap and answer.has_gap({Tier.URGED} if asked is None else {i.tier for i in answer.scope.instruments}):
        raise typer.Exit(1)
