"""`toc-treaties due`."""

from toc_treaties.cli.answer import Run, answering_in_scope
from toc_treaties.cli.options import OnlyStates, StateNames


@answering_in_scope
def due(run: Run, states: StateNames = None, state: OnlyStates = None) -> None:
    """Show what is not on record: designations, returns.

    Designations, questionnaires and returns of each state, and commitments of each body.

    Example: toc-treaties due haiti
    """
    from toc_treaties.questions.due import due as ask

    needs = ("catalogue", "bodies", "statistics", "meetings", "questionnaires")
    register = run.register(*needs, states=[*(state or ()), *(states or ())])
    run.show("due", ask(register, run.scope(register), run.day))
