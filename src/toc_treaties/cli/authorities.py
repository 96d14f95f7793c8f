"""`toc-treaties authorities`."""

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.options import InstrumentIds, StateNames


@answering
def authorities(
    run: Run,
    states: StateNames = None,
    instrument: InstrumentIds = None,
) -> None:
    """Show the authorities that parties owe or have named.

    Example: toc-treaties authorities mexico --instrument untoc
    """
    from toc_treaties.cli.selection import chosen_instruments
    from toc_treaties.questions.authorities import authorities as ask

    register = run.register(states=states)
    run.show(
        "authorities", ask(register, run.states(register, states), chosen_instruments(register, instrument), run.day)
    )
