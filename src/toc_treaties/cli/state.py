"""`toc-treaties state`."""

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.options import StateName


@answering
def state(run: Run, state: StateName) -> None:
    """Show a state's full profile, with sources.

    Every action in order, with its source and basis, and why each standing is what it is.

    Example: toc-treaties state bolivia
    """
    from toc_treaties.questions.profile import profile as ask

    register, named = run.state(state, objections=True)
    run.show("profile", ask(register, named, run.day, register.instruments.values()))
