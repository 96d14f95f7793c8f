"""`toc-treaties progress`."""

from toc_treaties.cli.options import AsOf, Data, FormatName, Group, InstrumentIds, MembersChoice, MembersCounted, Output

STRATEGY = "strategy-adopted"
"""The id of the Strategy's adoption among the meetings."""


def progress(
    instrument: InstrumentIds = None,
    group: Group = None,
    members: MembersCounted = MembersChoice.ALL,
    as_of: AsOf = None,
    format: FormatName = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Show how consent grew over time, and which signatures wait.

    Example: toc-treaties progress --instrument uncac --group caricom
    """
    from toc_treaties.cli.days import day_asked
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.selection import chosen_instruments, chosen_states, grouping_named, only
    from toc_treaties.cli.session import Session
    from toc_treaties.law.membership import Members, counts
    from toc_treaties.pages import progress as report
    from toc_treaties.questions.progress import progress as ask

    session = Session.open(data)
    register = session.register(session.slugs, also=("meetings",))
    day = day_asked(session, as_of)
    group = grouping_named(register, group)
    states = chosen_states(register, group, None, day)
    who = Members(members)
    answer = ask(
        register, chosen_instruments(register, instrument), states, day, lambda one, on: counts(who, one, on), STRATEGY
    )
    number = sum(counts(who, state, day) for state in states)
    page = Page(
        lambda: report.document(answer, report.totals_text(number, who), only(group=group, instruments=[])),
        lambda: report.as_data(answer),
        lambda: report.as_rows(answer),
    )
    emit(session.origin, format, output, page)
