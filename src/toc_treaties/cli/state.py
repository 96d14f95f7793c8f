"""`toc-treaties state`."""

from toc_treaties.cli.answer import Run, answering_past
from toc_treaties.cli.options import StateName


@answering_past
def state(run: Run, state: StateName) -> None:
    """Show a state's full profile, with sources.

    Every action in order, with its source and basis, and why each standing is what it is; then, by topic, what it has
    done at home.

    Example: toc-treaties state bolivia
    """
    from toc_treaties.questions.profile import profile as ask

    register, named = run.state(state, objections=True)
    register = run.with_laws(register, [named.slug])
    run.show("profile", ask(register, named, run.day, register.instruments.values()))
