"""`toc-treaties checklist`."""

from toc_treaties.cli.options import AsOf, Data, FormatName, Output, StateName


def checklist(
    state: StateName, as_of: AsOf = None, format: FormatName = None, output: Output = None, data: Data = None
) -> None:
    """Print a state's list of instruments with boxes.

    Every instrument with its standing, dates, entry into force, reservations and source.

    Example: toc-treaties checklist peru -o peru.md
    """
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.session import Session, today
    from toc_treaties.questions.checklist import checklist as ask
    from toc_treaties.reports import checklist as report

    session = Session.open(data)
    slugs = session.find([state])
    register = session.register(slugs)
    answer = ask(register, register.states[slugs[0]], as_of or today())
    page = Page(
        lambda: report.document(answer),
        lambda: report.as_data(answer),
        lambda: report.as_rows(answer),
    )
    emit(session.origin, format, output, page)
