"""`toc-treaties gaps`."""

from enum import StrEnum
from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering_past_in_scope
from toc_treaties.cli.options import StateNames, Tiers, choice


class By(StrEnum):
    """What the page is ordered by."""

    STATE = "state"
    INSTRUMENT = "instrument"


@answering_past_in_scope
def gaps(
    run: Run,
    states: StateNames = None,
    by: Annotated[
        By,
        choice("--by", By, "order", "A page for each state, or one of all instruments with who has not joined."),
    ] = By.STATE,
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

    asked, overview = run.filters["tier"], not states and by is By.STATE
    if overview and not run.filters["instrument"]:
        run.filters["tier"] = asked or Tiers.URGED
    register = run.register(states=states)
    answer = ask(register, run.scope(register), run.day)
    if by is By.INSTRUMENT:
        run.show("gaps", answer, "by_instrument")
    else:
        run.show("gaps", answer, overview=overview)
    if fail_on_gap and answer.has_gap({Tier.URGED} if asked is None else {i.tier for i in answer.scope.instruments}):
        raise typer.Exit(1)
