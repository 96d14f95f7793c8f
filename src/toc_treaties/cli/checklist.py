"""`toc-treaties checklist`."""

from enum import StrEnum
from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.options import StateName, choices, completed, spelled


class Grouped(StrEnum):
    """The headings under which commitments are listed."""

    DOCUMENT = "document"
    THEME = "theme"
    ARTICLE = "article"
    KIND = "kind"


@answering
def checklist(
    run: Run,
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
) -> None:
    """Print a state's instruments and commitments with boxes.

    Every instrument with its standing, dates, entry into force, reservations and source.

    Example: toc-treaties checklist peru -o peru.md
    """
    from toc_treaties.questions.checklist import checklist as ask

    register, named = run.state(state, "catalogue", "bodies")
    run.show("checklist", ask(register, named, run.day), by=str(by))
