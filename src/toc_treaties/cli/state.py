"""`toc-treaties state`."""

from toc_treaties.cli.options import AsOf, Data, FormatName, Output, StateName


def state(
    state: StateName, as_of: AsOf = None, format: FormatName = None, output: Output = None, data: Data = None
) -> None:
    """Show a state's full profile, with sources.

    Every action in order, with its source and basis, and why each standing is what it is.

    Example: toc-treaties state bolivia
    """
    from toc_treaties.cli.days import day_asked
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.session import Session
    from toc_treaties.pages import profile as report
    from toc_treaties.questions.checklist import checklist as ask

    session = Session.open(data)
    slug = session.find_one(state)
    register = session.register([slug])
    answer = ask(register, register.states[slug], day_asked(session, as_of))
    page = Page(
        lambda: report.document(answer),
        lambda: report.as_data(answer),
        lambda: report.as_rows(answer),
    )
    emit(session.origin, format, output, page)
