"""`toc-treaties changes`."""

from typing import Annotated

import typer

from toc_treaties.cli.complete import complete_states
from toc_treaties.cli.options import AsOf, Data, FormatName, Group, InstrumentIds, Output, refuse_together


def changes(
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
    as_of: AsOf = None,
    format: FormatName = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """List every change in a span of time, in order.

    Actions, entries into force, exits and memberships, a sentence each.

    Example: toc-treaties changes --since 2023-09-14 --group caricom
    """
    from toc_treaties.cli.days import day_asked, first_day, last_day
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.selection import chosen_instruments, chosen_states, grouping_named, only
    from toc_treaties.cli.session import Session, today
    from toc_treaties.pages import changes as report
    from toc_treaties.questions.changes import changes as ask

    refuse_together(context, "--until", "--as-of")
    session = Session.open(data)
    wanted = set(session.find(state)) if state else None
    register = session.register(session.slugs, also=("meetings",))
    last = last_day(until, lambda: register.meetings, today()) if until else day_asked(session, as_of)
    first = first_day(since, lambda: register.meetings, last)
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
    page = Page(
        lambda: report.document(answer, shown, undated=undated),
        lambda: report.as_data(answer),
        lambda: report.as_rows(answer),
    )
    emit(session.origin, format, output, page)
