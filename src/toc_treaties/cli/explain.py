"""`toc-treaties explain`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering_past
from toc_treaties.cli.complete import complete_state_then_instrument


@answering_past
def explain(
    run: Run,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="STATE INSTRUMENT",
            autocompletion=complete_state_then_instrument,
            help="A state, then an instrument.",
        ),
    ],
) -> None:
    """Tell why a state stands as it does under an instrument.

    Each action, the rule applied with its article, each computed date, and what is not known.

    Example: toc-treaties explain bolivia narcotics-1961
    """
    from toc_treaties.cli.spelling import instrument_named, state_and_rest, together
    from toc_treaties.questions.explain import explain as ask

    name, rest = state_and_rest(run.session, words)
    register, state = run.state([name], objections=True)
    run.show("explain", ask(register, state, together(register, rest, instrument_named), run.day))
