"""`toc-treaties authorities`."""

from toc_treaties.cli.answer import Run, answering_in_scope
from toc_treaties.cli.options import StateNames


@answering_in_scope
def authorities(run: Run, states: StateNames = None) -> None:
    """Show the authorities that parties owe or have named.

    Without a state: under each article, of which parties a designation is on record.

    Example: toc-treaties authorities mexico --instrument untoc
    """
    from toc_treaties.questions.authorities import authorities as ask

    register = run.register(states=states)
    run.show("authorities", ask(register, run.scope(register), run.day), "" if states else "overview")
