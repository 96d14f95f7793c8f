"""`toc-treaties explain`."""

from toc_treaties.cli.options import AsOf, Data, FormatName, InstrumentId, Output, StateName


def explain(
    state: StateName,
    instrument: InstrumentId,
    as_of: AsOf = None,
    format: FormatName = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Tell why a state stands as it does under an instrument.

    Each action, the rule applied with its article, each computed date, and what is not known.

    Example: toc-treaties explain bolivia narcotics-1961
    """
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.session import Session, day_asked, find_instrument
    from toc_treaties.questions.explain import explain as ask
    from toc_treaties.reports import explain as report

    session = Session.open(data)
    slugs = session.find([state])
    register = session.register(slugs)
    answer = ask(register, register.states[slugs[0]], find_instrument(register, instrument), day_asked(as_of))
    page = Page(lambda: report.document(answer), lambda: report.as_data(answer), lambda: report.as_rows(answer))
    emit(session.origin, format, output, page)
