"""`toc-treaties explain`."""

from typing import TYPE_CHECKING, Annotated

import typer

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.complete import complete_state_then_instrument

if TYPE_CHECKING:
    from toc_treaties.cli.session import Session


@answering
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
    from toc_treaties.cli.spelling import instrument_named, together
    from toc_treaties.questions.explain import explain as ask

    name, rest = _parted(run.session, words)
    register, state = run.state([name], objections=True)
    run.show("explain", ask(register, state, together(register, rest, instrument_named), run.day))


def _parted(session: "Session", words: list[str]) -> tuple[str, list[str]]:
    """The state that the first words name, as many as are its name, and the words of the instrument."""
    from toc_treaties.cli.faults import CommandError

    if len(words) < 2:  # noqa: PLR2004 - a state and an instrument
        raise CommandError("name a state and an instrument")
    named = [count for count in range(len(words) - 1, 0, -1) if session.knows(" ".join(words[:count]))]
    count = named[0] if named else 1
    return session.find_one(words[:count]), words[count:]
