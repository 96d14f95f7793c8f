"""`toc-treaties brief`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering_of_states
from toc_treaties.cli.complete import complete_states
from toc_treaties.cli.options import StateNames

HEMISPHERE = "hemisphere"


@answering_of_states
def brief(
    run: Run,
    states: StateNames = None,
    others: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="STATE",
            autocompletion=complete_states,
            help="What comes first with this state, for extradition and assistance; may be repeated.",
        ),
    ] = None,
    final: Annotated[
        bool, typer.Option("--final", help="Refuse, with the list, while anything unconfirmed would be printed.")
    ] = False,
) -> None:
    """Write a brief for a meeting: of one state two pages, of the hemisphere or a grouping six; sources as an annex.

    Standing, gaps and next steps, what changed since the last meeting, what is not on record, laws by topic.

    Example: toc-treaties brief haiti --with dominican-republic -o haiti.docx
    """
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.questions.brief import brief as ask

    named = [name for name in states or () if name.casefold() != HEMISPHERE]
    if len(run.session.find(named)) > 1 if named else False:
        raise CommandError("a brief is of one state, of a grouping (--group) or of the hemisphere")
    if others and not named:
        raise CommandError("--with names the neighbours of one state: name that state first")
    neighbours = run.session.find(others) if others else []
    if named and run.session.find_one(named) in neighbours:
        raise CommandError("--with names another state than the one that the brief is of")
    laws = () if named else ("topics", "measures")
    register = run.register("agreements", "bodies", "catalogue", "meetings", "statistics", *laws)
    if named:
        run.named = run.session.find(named)
        register = run.with_laws(register, [*run.named, *neighbours])
    beside = [register.states[slug] for slug in neighbours]
    answer = ask(register, run.scope(register), run.day, beside)
    if final:
        _refuse_unconfirmed(answer, run)
    run.show("brief", answer)


def _refuse_unconfirmed(answer: object, run: Run) -> None:
    """End with the list of what is not confirmed, where there is any."""
    from toc_treaties.cli.faults import UnconfirmedError
    from toc_treaties.pages import brief as pages

    found = pages.unconfirmed_in(pages.page(answer, run.words))  # type: ignore[arg-type]
    if found:
        raise UnconfirmedError(found)
