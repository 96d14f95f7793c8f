"""`toc-treaties gaps`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.options import StateNames, Tiers, choices, completed, spelled


@answering
def gaps(
    run: Run,
    states: StateNames = None,
    tier: Annotated[
        Tiers | None,
        typer.Option(
            "--tier",
            parser=spelled(Tiers, "tier", "TIER"),
            metavar=choices(Tiers),
            autocompletion=completed(Tiers),
            help="Which list; both for a state, urged for all.",
        ),
    ] = None,
    fail_on_gap: Annotated[
        bool, typer.Option("--fail-on-gap", help="Exit 1 where an urged instrument is a gap.")
    ] = False,
) -> None:
    """Show what a state has not joined, and the next steps.

    Urged and complementary instruments, each with its standing and what stands before the next step.

    Without a state: one line for each state, naming the instruments.

    Example: toc-treaties gaps haiti --as-of 2020-01-01
    """
    from toc_treaties.model.instrument import Tier
    from toc_treaties.questions.gaps import gaps as ask

    register = run.register(states=states)
    asked = tier or (Tiers.BOTH if states else Tiers.URGED)
    tiers = list(Tier) if asked is Tiers.BOTH else [Tier(asked)]
    answer = ask(register, run.states(register, states), run.day, tiers)
    run.show("gaps", answer, overview=not states)
    if fail_on_gap and answer.has_gap({Tier.URGED} if tier is None else set(tiers)):
        raise typer.Exit(1)
