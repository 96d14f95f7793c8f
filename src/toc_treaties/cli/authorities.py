"""`toc-treaties authorities`."""

from toc_treaties.cli.options import AsOf, Data, FormatName, InstrumentIds, Output, StateNames


def authorities(
    states: StateNames = None,
    instrument: InstrumentIds = None,
    as_of: AsOf = None,
    format: FormatName = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Show the authorities that parties owe or have named.

    Example: toc-treaties authorities mexico --instrument untoc
    """
    from toc_treaties.cli.days import day_asked
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.selection import chosen_instruments
    from toc_treaties.cli.session import Session, in_order
    from toc_treaties.pages import authorities as report
    from toc_treaties.questions.authorities import authorities as ask

    session = Session.open(data)
    register = session.register(session.find(states) if states else session.slugs)
    chosen = list(register.states.values()) if states else in_order(register)
    answer = ask(register, chosen, chosen_instruments(register, instrument), day_asked(session, as_of))
    page = Page(lambda: report.document(answer), lambda: report.as_data(answer), lambda: report.as_rows(answer))
    emit(session.origin, format, output, page)
