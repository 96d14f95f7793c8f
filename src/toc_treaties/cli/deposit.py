"""`toc-treaties deposit`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.complete import complete_state_then_instrument


@answering
def deposit(
    run: Run,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="STATE INSTRUMENT",
            autocompletion=complete_state_then_instrument,
            help="A state, then an instrument.",
        ),
    ],
    day: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="The day of the deposit; the day asked about if not given."),
    ] = None,
) -> None:
    """Show what would follow if a state deposited its instrument on a day.

    By which act, in force when, what to notify, which bases arise with whom, authorities, laws.

    Example: toc-treaties deposit haiti mla --on 2027-01-15
    """
    from toc_treaties.cli.spelling import instrument_named, state_and_rest, together
    from toc_treaties.questions.deposit import deposit as ask

    run.as_of = day or run.as_of
    name, rest = state_and_rest(run.session, words)
    slug = run.session.find_one([name])
    register = run.with_laws(run.register("agreements"), [slug])
    instrument = together(register, rest, instrument_named)
    run.show("deposit", ask(register, register.states[slug], instrument, run.day))
