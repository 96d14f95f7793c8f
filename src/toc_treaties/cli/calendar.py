"""`toc-treaties calendar`."""

from toc_treaties.cli.answer import Run, answering_in_scope
from toc_treaties.cli.options import OnlyStates


@answering_in_scope
def calendar(run: Run, state: OnlyStates = None) -> None:
    """List the days ahead: entries into force, exits, invitations that lapse, meetings.

    With -o and the suffix .ics, as a file for a calendar program.

    Example: toc-treaties calendar --as-of 2026-07-01 -o ahead.ics
    """
    from toc_treaties.questions.calendar import days_ahead as ask

    register = run.register("meetings", states=state)
    run.show("calendar", ask(register, run.scope(register), run.day))
