"""`toc-treaties checklist`."""

from enum import StrEnum
from typing import Annotated

import typer

from toc_treaties.cli.options import AsOf, Data, FormatName, Output, StateName, choices, completed, spelled


class Grouped(StrEnum):
    """The headings under which commitments are listed."""

    DOCUMENT = "document"
    THEME = "theme"
    ARTICLE = "article"
    KIND = "kind"


def checklist(
    state: StateName,
    by: Annotated[
        Grouped,
        typer.Option(
            "--by",
            parser=spelled(Grouped, "heading"),
            metavar=choices(Grouped),
            autocompletion=completed(Grouped),
            help="How the commitments are listed.",
        ),
    ] = Grouped.DOCUMENT,
    as_of: AsOf = None,
    format: FormatName = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Print a state's instruments and commitments with boxes.

    Every instrument with its standing, dates, entry into force, reservations and source.

    Example: toc-treaties checklist peru -o peru.md
    """
    from toc_treaties.cli.days import day_asked
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.session import Session
    from toc_treaties.pages import checklist as report
    from toc_treaties.questions.checklist import checklist as ask

    session = Session.open(data)
    slug = session.find_one(state)
    register = session.register([slug], also=("catalogue", "bodies"))
    answer = ask(register, register.states[slug], day_asked(session, as_of))
    page = Page(
        lambda: report.document(answer, str(by)),
        lambda: report.as_data(answer),
        lambda: report.as_rows(answer),
    )
    emit(session.origin, format, output, page)
