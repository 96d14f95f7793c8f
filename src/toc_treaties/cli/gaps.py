"""`toc-treaties gaps`."""

from typing import Annotated

import typer

from toc_treaties.cli.options import AsOf, Data, FormatName, Output, StateNames, Tiers, choices, completed, spelled


def gaps(
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
    as_of: AsOf = None,
    format: FormatName = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Show what a state has not joined, and the next steps.

    Urged and complementary instruments, each with its standing and what stands before the next step.

    Without a state: one line for each state, naming the instruments.

    Example: toc-treaties gaps haiti --as-of 2020-01-01
    """
    from toc_treaties.cli.days import day_asked
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.session import Session, in_order
    from toc_treaties.model.instrument import Tier
    from toc_treaties.pages import gaps as report
    from toc_treaties.questions.gaps import gaps as ask

    session = Session.open(data)
    register = session.register(session.find(states) if states else session.slugs)
    chosen = list(register.states.values()) if states else in_order(register)
    asked = tier or (Tiers.BOTH if states else Tiers.URGED)
    tiers = list(Tier) if asked is Tiers.BOTH else [Tier(asked)]
    answer = ask(register, chosen, day_asked(session, as_of), tiers)
    page = Page(
        lambda: report.document(answer) if states else report.overview(answer),
        lambda: report.as_data(answer),
        lambda: report.as_rows(answer),
    )
    emit(session.origin, format, output, page)
    wanted = {Tier.URGED} if tier is None else set(tiers)
    if fail_on_gap and answer.has_gap(wanted):
        raise typer.Exit(1)
