"""`toc-treaties instrument`."""

from toc_treaties.cli.answer import Run, answering_of_states
from toc_treaties.cli.options import InstrumentName


@answering_of_states
def instrument(run: Run, instrument: InstrumentName) -> None:
    """Show who has signed and joined an instrument, and its clauses.

    Example: toc-treaties instrument uncac --group caricom
    """
    from toc_treaties.cli.spelling import one_instrument
    from toc_treaties.questions.instrument import instrument_profile as ask

    register = run.register()
    run.show("instrument", ask(register, one_instrument(register, instrument), run.scope(register), run.day))
