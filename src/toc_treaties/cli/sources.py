"""`toc-treaties sources`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering_in_scope
from toc_treaties.cli.options import OnlyStates, given_of, refuse_together

LIMITS = ("--as-of", "--state", "--group", "--subregion", "--instrument", "--tier")
"""What a source and their list cannot be limited by: what rests on one does so on any day."""


@answering_in_scope
def sources(
    run: Run,
    context: typer.Context,
    source: Annotated[
        str | None, typer.Argument(metavar="ID", help="A source, as pages name it in brackets: what rests on it.")
    ] = None,
    state: OnlyStates = None,
    every: Annotated[bool, typer.Option("--list", help="Every source of the treaties, a line each.")] = False,
    to_fetch: Annotated[
        bool, typer.Option("--worklist", help="Which page to fetch next: what it would settle, confirm or refresh.")
    ] = False,
    older: Annotated[
        int | None,
        typer.Option(
            "--older-than",
            metavar="YEARS",
            min=1,
            help="With --worklist: refresh what is this old; 5 if not given.",
        ),
    ] = None,
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="Where two sources disagree: both values, the one followed, why.")
    ] = False,
) -> None:
    """Show how current and how strong the evidence is; with an id, one source and every record that rests on it.

    In counts of cells by instrument, of measures by topic, of other records; with one state, cell by cell.

    Example: toc-treaties sources --worklist --state haiti
    """
    from toc_treaties.cli.faults import CommandError

    refuse_together(context, "--list", "--worklist", "--conflicts")
    if older is not None and not to_fetch:
        raise CommandError("--older-than says what is to be refreshed: add --worklist")
    if source is not None and (to_fetch or conflicts):
        raise CommandError("a source is shown alone: leave out its id, or --worklist and --conflicts")
    if source is not None or every:
        if given := given_of(context, LIMITS):
            raise CommandError(f"{given[0]} limits what is counted, and a source is shown whole: leave it out")
        _listed(run, source)
        return
    register = run.register("topics", "measures", *([] if to_fetch or conflicts else ["agreements"]), states=state)
    scope = run.scope(register)
    if to_fetch:
        from toc_treaties.questions.worklist import REFRESHED_AFTER, worklist

        run.show("worklist", worklist(register, scope, run.day, older or REFRESHED_AFTER))
    elif conflicts:
        from toc_treaties.questions.conflicts import conflicts as conflicts_of

        run.show("conflicts", conflicts_of(register, scope, run.day))
    else:
        from toc_treaties.questions.currency import currency

        run.show("currency", currency(register, scope, run.day))


def _listed(run: Run, source: str | None) -> None:
    """One source with what rests on it, or all."""
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.spelling import slug_of_source, source_named
    from toc_treaties.questions.sources import sources as ask

    register = run.register("agreements", "meetings", "catalogue", "bodies")
    slug = slug_of_source(register, source) if source else None
    if slug is not None:
        register = run.session.register([slug], also=("measures",))
    try:
        named = source_named(register, source) if source else None
    except CommandError:
        if source and run.session.knows(source):
            raise CommandError(
                f"{source} is a state and no source: what is shown of it is asked for with --state"
            ) from None
        raise
    run.show("sources", ask(register, named))
