"""`toc-treaties checklist`."""

from typing import Annotated

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.options import StateName, choice
from toc_treaties.model.vocabulary import Grouped, Listed


@answering
def checklist(
    run: Run,
    state: StateName,
    by: Annotated[
        Grouped,
        choice("--by", Grouped, "heading", "How the commitments are listed."),
    ] = Grouped.DOCUMENT,
    only: Annotated[
        Listed | None,
        choice("--only", Listed, "list", "One of the two lists; both if not given."),
    ] = None,
) -> None:
    """Print a state's instruments and commitments with boxes to tick.

    Each instrument with its standing, acts, next step, statements and sources; each commitment with its status.

    Example: toc-treaties checklist peru --only instruments
    """
    from toc_treaties.questions.checklist import checklist as ask

    listed = (only,) if only else tuple(Listed)
    needs = ("catalogue", "bodies", "topics", "measures") if Listed.COMMITMENTS in listed else ()
    register, found = run.state(state, *needs)
    kind = "commitments" if only is Listed.COMMITMENTS else ""
    run.show("checklist", ask(register, found, run.day, listed), kind, by=by)
