"""`toc-treaties changes`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.complete import complete_states
from toc_treaties.cli.options import Group, InstrumentIds, refuse_together


@answering
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
    state: Annotated[
        list[str] | None,
        typer.Option(
            "--state", "-s", metavar="STATE", autocompletion=complete_states, help="Only this state; may be repeated."
        ),
    ] = None,
    instrument: InstrumentIds = None,
    undated: Annotated[
        bool, typer.Option("--undated", help="List also acts of which only two days are known, between which they lie.")
    ] = False,
    group: Group = None,
) -> None:
    """List every change in a span of time, in order.

    Actions, entries into force, exits and memberships, a sentence each.

    Example: toc-treaties changes --since 2023-09-14 --group caricom
    """
    from toc_treaties.cli.days import first_day, last_day
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.selection import chosen_instruments, chosen_states, grouping_named, only
    from toc_treaties.cli.session import today
    from toc_treaties.questions.changes import changes as ask

    refuse_together(context, "--until", "--as-of")
    wanted = set(run.session.find(state)) if state else None
    register = run.register("meetings")
    last = last_day(until, lambda: register.meetings, today(), run.taken) if until else run.day
    first = first_day(since, lambda: register.meetings, last, run.taken)
    if last < first:
        raise CommandError(f"the span ends on {last.isoformat()}, before it begins on {first.isoformat()}")
    group = grouping_named(register, group)
    states = [one for one in chosen_states(register, group, None, last) if wanted is None or one.slug in wanted]
    instruments = chosen_instruments(register, instrument)
    answer = ask(register, states, instruments, first, last, memberships=not instrument)
    shown = only(
        group=group,
        states=[one.name["en"] for one in states] if wanted else [],
        instruments=instruments if instrument else [],
    )
    run.show("changes", answer, only=shown, undated=undated)
