"""`toc-treaties instrument`."""

from toc_treaties.cli.answer import Run, answering_of_states
from toc_treaties.cli.options import InstrumentName


@answering_of_states
def instrument(run: Run, instrument: InstrumentName) -> None:
    """Show who has signed and joined an instrument, and its clauses.

    Example: toc-treaties instrument uncac --group caricom
    """
    from toc_treaties.cli.spelling import instrument_named, together
    from toc_treaties.questions.instrument import instrument_profile as ask

    register = run.register()
    asked = together(register, instrument, instrument_named)
    run.show("instrument", ask(register, asked, run.scope(register), run.day))
