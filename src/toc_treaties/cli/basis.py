"""`toc-treaties basis`."""

from typing import TYPE_CHECKING, Annotated

import typer

from toc_treaties.cli.complete import complete_states
from toc_treaties.cli.faults import CommandError
from toc_treaties.cli.options import AsOf, Data, FormatName, Output, choices, completed, refuse_together, spelled
from toc_treaties.model.vocabulary import Purpose

if TYPE_CHECKING:
    from datetime import date

    from toc_treaties.cli.output import Page
    from toc_treaties.cli.session import Session


def basis(
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
    as_of: AsOf = None,
    format: FormatName = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Show what two states can rest a request on.

    Every agreement and instrument in force between the two on a day, with the article that serves.

    Example: toc-treaties basis haiti dominican-republic --for extradition
    """
    from toc_treaties.cli.days import day_asked
    from toc_treaties.cli.output import emit
    from toc_treaties.cli.session import Session

    refuse_together(context, "--matrix", "--what-if")
    session = Session.open(data)
    day = day_asked(session, as_of)
    if states and (matrix or what_if is not None):
        raise CommandError("--matrix and --what-if take no states as arguments")
    if what_if is not None:
        page = _what_if(session, what_if, purpose, day)
    elif matrix:
        page = _matrix(session, purpose, day)
    else:
        page = _pair(session, states or [], purpose, day)
    emit(session.origin, format, output, page)


def _pair(session: "Session", names: list[str], purpose: Purpose | None, day: "date") -> "Page":
    from toc_treaties.cli.output import Page
    from toc_treaties.pages.basis import document
    from toc_treaties.pages.basis_data import as_data, as_rows
    from toc_treaties.questions.basis import PURPOSES
    from toc_treaties.questions.basis import basis as ask

    slugs = session.find(names)
    if len(slugs) != 2:  # noqa: PLR2004 - a pair
        raise CommandError("name two different states, or use --matrix or --what-if")
    register = session.register(slugs, also=("agreements",))
    first, second = (register.states[slug] for slug in slugs)
    answer = ask(register, first, second, day, [str(purpose)] if purpose else PURPOSES)
    return Page(lambda: document(answer), lambda: as_data(answer), lambda: as_rows(answer))


def _matrix(session: "Session", purpose: Purpose | None, day: "date") -> "Page":
    from toc_treaties.cli.output import Page
    from toc_treaties.cli.session import in_order
    from toc_treaties.pages import pairs as report
    from toc_treaties.questions.pairs import matrix as ask

    if purpose is None:
        raise CommandError(f"--matrix needs --for, with one of {', '.join(Purpose)}")
    register = session.register(session.slugs, also=("agreements",))
    answer = ask(register, in_order(register), day, str(purpose))
    return Page(
        lambda: report.matrix_document(answer), lambda: report.matrix_data(answer), lambda: report.matrix_rows(answer)
    )


def _what_if(session: "Session", asked: str, purpose: Purpose | None, day: "date") -> "Page":
    from toc_treaties.cli.output import Page
    from toc_treaties.cli.session import in_order
    from toc_treaties.cli.spelling import instrument_named
    from toc_treaties.pages import pairs as report
    from toc_treaties.questions.pairs import what_if as ask

    name, colon, id = asked.partition(":")
    if not colon:
        raise CommandError("--what-if takes a state and an instrument, as haiti:mla")
    slug = session.find([name])[0]
    register = session.register(session.slugs, also=("agreements",))
    instrument = instrument_named(register, id)
    answer = ask(register, in_order(register), register.states[slug], instrument, day, purpose and str(purpose))
    return Page(
        lambda: report.what_if_document(answer),
        lambda: report.what_if_data(answer),
        lambda: report.what_if_rows(answer),
    )
