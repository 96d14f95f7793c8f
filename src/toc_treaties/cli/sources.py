"""`toc-treaties sources`."""

from typing import Annotated

import typer

from toc_treaties.cli.answer import Run, answering_of_a_year


@answering_of_a_year
def sources(
    run: Run,
    source: Annotated[
        str | None, typer.Argument(metavar="ID", help="A source, as pages name it in brackets; none: all.")
    ] = None,
) -> None:
    """Show a source, and every record that rests on it.

    Its publisher, kind, address and day. Without an id: the list of all sources.

    Example: toc-treaties sources oas-ga-12-09
    """
    from toc_treaties.cli.spelling import slug_of_source, source_named
    from toc_treaties.questions.sources import sources as ask

    register = run.register("agreements", "meetings", "catalogue", "bodies")
    slug = slug_of_source(register, source) if source else None
    if slug is not None:
        register = run.session.register([slug], also=("measures",))
    run.show("sources", ask(register, source_named(register, source) if source else None))
