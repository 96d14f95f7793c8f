"""`toc-treaties basis`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.complete import complete_states
from toc_treaties.cli.faults import CommandError
from toc_treaties.cli.options import choice, refuse_together
from toc_treaties.model.vocabulary import Purpose


@answering
def basis(
    run: Run,
    context: typer.Context,
    states: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="STATE [STATE]",
            autocompletion=complete_states,
            help="Two states, or one and --for.",
            show_default=False,
        ),
    ] = None,
    purpose: Annotated[
        Purpose | None,
        choice("--for", Purpose, "purpose", "Only this purpose; all if not given.", "PURPOSE"),
    ] = None,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Count the hemisphere's pairs by scope; needs --for.")
    ] = False,
    what_if: Annotated[
        str | None,
        typer.Option("--what-if", metavar="STATE:INSTRUMENT", help="The pairs that would gain a title, as haiti:mla."),
    ] = None,
) -> None:
    """Show what two states can rest a request on, or what comes first between one state and each other.

    What comes first, then every agreement and instrument in force on a day, with the articles that serve.

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
        _states(run, states or [], purpose)


def _states(run: Run, names: list[str], purpose: Purpose | None) -> None:
    """One pair, or one state with each other."""
    from toc_treaties.questions.basis import PURPOSES, basis

    slugs = run.session.find(names)
    if len(slugs) == 1 and len(names) > 1 and all(map(run.session.knows, names)):
        raise CommandError(f"{' and '.join(names)} are one state: name another beside it")
    if len(slugs) == 1:
        _with_all(run, slugs[0], purpose)
    elif len(slugs) == 2:  # noqa: PLR2004 - a pair
        register = run.register("agreements", "topics", "measures", states=names)
        first, second = register.states.values()
        run.show("basis", basis(register, first, second, run.day, [purpose] if purpose else PURPOSES))
    else:
        raise CommandError("name two states, or one and --for; or use --matrix or --what-if")


def _with_all(run: Run, slug: str, purpose: Purpose | None) -> None:
    from toc_treaties.questions.pairs import with_all

    if purpose is None:
        raise CommandError(f"name a second state, or add --for ({', '.join(Purpose)}) to ask about all others")
    register = run.register("agreements")
    answer = with_all(register, register.states.values(), register.states[slug], run.day, purpose)
    run.show("pairs", answer, "with_all")


def _matrix(run: Run, purpose: Purpose | None) -> None:
    from toc_treaties.questions.pairs import matrix

    if purpose is None:
        raise CommandError(f"--matrix needs --for, with one of {', '.join(Purpose)}")
    register = run.register("agreements")
    run.show("pairs", matrix(register, register.states.values(), run.day, purpose), "matrix")


def _what_if(run: Run, asked: str, purpose: Purpose | None) -> None:
    from toc_treaties.cli.spelling import instrument_named
    from toc_treaties.questions.pairs import what_if

    name, colon, id = asked.partition(":")
    if not colon:
        raise CommandError("--what-if takes a state and an instrument, as haiti:mla")
    slug = run.session.find_one([name])
    register = run.register("agreements")
    state, instrument = register.states[slug], instrument_named(register, id)
    run.show("pairs", what_if(register, register.states.values(), state, instrument, run.day, purpose), "what_if")
