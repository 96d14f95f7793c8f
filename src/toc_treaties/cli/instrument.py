"""`toc-treaties instrument`."""

from toc_treaties.cli.options import AsOf, Data, FormatName, InstrumentName, Output


def instrument(
    instrument: InstrumentName, as_of: AsOf = None, format: FormatName = None, output: Output = None, data: Data = None
) -> None:
    """Show an instrument's clauses, and each state's standing.

    Example: toc-treaties instrument uncac
    """
    from toc_treaties.cli.days import day_asked
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.session import Session, in_order
    from toc_treaties.cli.spelling import one_instrument
    from toc_treaties.pages import instrument as report
    from toc_treaties.questions.instrument import instrument_profile as ask

    session = Session.open(data)
    register = session.register(session.slugs)
    answer = ask(register, one_instrument(register, instrument), in_order(register), day_asked(session, as_of))
    page = Page(
        lambda: report.document(answer),
        lambda: report.as_data(answer),
        lambda: report.as_rows(answer),
    )
    emit(session.origin, format, output, page)
