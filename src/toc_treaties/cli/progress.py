"""`toc-treaties progress`."""

from toc_treaties.cli.answer import Run, answering_in_scope
from toc_treaties.cli.options import MembersCounted, OnlyStates
from toc_treaties.model.vocabulary import Members


@answering_in_scope
def progress(run: Run, state: OnlyStates = None, members: MembersCounted = Members.ALL) -> None:
    """Show how consent grew over time, and which signatures wait.

    Example: toc-treaties progress --instrument uncac --group caricom
    """
    from toc_treaties.questions.progress import STRATEGY
    from toc_treaties.questions.progress import progress as ask

    register = run.register("meetings", states=state)
    run.show("progress", ask(register, run.scope(register, members=members), run.day, STRATEGY))
