"""`toc-treaties changes`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering_in_scope
from toc_treaties.cli.options import OnlyStates, refuse_together


@answering_in_scope
def changes(
    run: Run,
    context: typer.Context,
    since: Annotated[
        str,
        typer.Option("--since", metavar="DATE|YEAR|MEETING", help="First day, or a year's or meeting's: randot-iii."),
    ],
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DATE|YEAR|MEETING", help="Last day; that of --as-of, or today, if not given."),
    ] = None,
    state: OnlyStates = None,
    undated: Annotated[
        bool, typer.Option("--undated", help="List also acts of which only two days are known, between which they lie.")
    ] = False,
    measures: Annotated[
        bool, typer.Option("--measures", help="List also, apart, what was done at home: laws, plans, reviews.")
    ] = False,
) -> None:
    """List what changed in a span of time: acts, statements, invitations, memberships.

    Each act has one line, with its entry into force.

    Example: toc-treaties changes --since 2023-09-14 --group caricom
    """
    from toc_treaties.cli.days import first_day, last_day
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.session import today
    from toc_treaties.questions.changes import changes as ask

    refuse_together(context, "--until", "--as-of")
    register = run.register("meetings", *(("measures",) if measures else ()), states=state)
    last = last_day(until, lambda: register.meetings, today(), run.taken) if until else run.day
    first, meeting = first_day(since, lambda: register.meetings, last, run.taken)
    if last < first:
        raise CommandError(f"the span ends on {last.isoformat()}, before it begins on {first.isoformat()}")
    run.show("changes", ask(register, run.scope(register, last), first, last, meeting), undated=undated)
