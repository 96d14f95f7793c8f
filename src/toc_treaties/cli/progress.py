"""`toc-treaties progress`."""

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.options import Group, InstrumentIds, MembersChoice, MembersCounted

STRATEGY = "strategy-adopted"
"""The id of the Strategy's adoption among the meetings."""


@answering
def progress(
    run: Run,
    instrument: InstrumentIds = None,
    group: Group = None,
    members: MembersCounted = MembersChoice.ALL,
) -> None:
    """Show how consent grew over time, and which signatures wait.

    Example: toc-treaties progress --instrument uncac --group caricom
    """
    from toc_treaties.cli.selection import chosen_instruments, chosen_states, grouping_named, only
    from toc_treaties.law.membership import Members, counts
    from toc_treaties.pages.progress import totals_text
    from toc_treaties.questions.progress import progress as ask

    register = run.register("meetings")
    group = grouping_named(register, group)
    states = chosen_states(register, group, None, run.day)
    who = Members(members)
    answer = ask(
        register,
        chosen_instruments(register, instrument),
        states,
        run.day,
        lambda one, on: counts(who, one, on),
        STRATEGY,
    )
    number = sum(counts(who, state, run.day) for state in states)
    run.show("progress", answer, totals=totals_text(number, who), only=only(group=group, instruments=[]))
