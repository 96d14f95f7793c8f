"""`toc-treaties basis`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.complete import complete_states
from toc_treaties.cli.faults import CommandError
from toc_treaties.cli.options import choices, completed, refuse_together, spelled
from toc_treaties.model.vocabulary import Purpose


@answering
def basis(
    run: Run,
    context: typer.Context,
    states: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="STATE STATE", autocompletion=complete_states, help="The two states.", show_default=False
        ),
    ] = None,
    purpose: Annotated[
        Purpose | None,
        typer.Option(
            "--for",
            parser=spelled(Purpose, "purpose", "PURPOSE"),
            metavar=choices(Purpose),
            autocompletion=completed(Purpose),
            help="Only this purpose; all if not given.",
        ),
    ] = None,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Count the hemisphere's pairs by scope; needs --for.")
    ] = False,
    what_if: Annotated[
        str | None,
        typer.Option("--what-if", metavar="STATE:INSTRUMENT", help="The pairs that would gain a title, as haiti:mla."),
    ] = None,
) -> None:
    """Show what two states can rest a request on.

    Every agreement and instrument in force between the two on a day, with the article that serves.

    Example: toc-treaties basis haiti dominican-republic --for extradition
    """
    refuse_together(context, "--matrix", "--what-if")
    if states and (matrix or what_if is not None):
        raise CommandError("--matrix and --what-if take no states as arguments")
    if what_if is not None:
        _what_if(run, what_if, purpose)
    elif matrix:
        _matrix(run, purpose)
    else:
        _pair(run, states or [], purpose)


def _pair(run: Run, names: list[str], purpose: Purpose | None) -> None:
    from toc_treaties.questions.basis import PURPOSES
    from toc_treaties.questions.basis import basis as ask

    if len(run.session.find(names)) != 2:  # noqa: PLR2004 - a pair
        raise CommandError("name two different states, or use --matrix or --what-if")
    register = run.register("agreements", states=names)
    first, second = register.states.values()
    run.show("basis", ask(register, first, second, run.day, [str(purpose)] if purpose else PURPOSES))


def _matrix(run: Run, purpose: Purpose | None) -> None:
    from toc_treaties.cli.session import in_order
    from toc_treaties.questions.pairs import matrix as ask

    if purpose is None:
        raise CommandError(f"--matrix needs --for, with one of {', '.join(Purpose)}")
    register = run.register("agreements")
    run.show("pairs", ask(register, in_order(register), run.day, str(purpose)), "matrix")


def _what_if(run: Run, asked: str, purpose: Purpose | None) -> None:
    from toc_treaties.cli.session import in_order
    from toc_treaties.cli.spelling import instrument_named
    from toc_treaties.questions.pairs import what_if as ask

    name, colon, id = asked.partition(":")
    if not colon:
        raise CommandError("--what-if takes a state and an instrument, as haiti:mla")
    slug = run.session.find_one([name])
    register = run.register("agreements")
    instrument, states = instrument_named(register, id), in_order(register)
    run.show(
        "pairs", ask(register, states, register.states[slug], instrument, run.day, purpose and str(purpose)), "what_if"
    )
