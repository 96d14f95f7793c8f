"""`toc-treaties map`."""

from toc_treaties.cli.answer import Run, answering_of_states
from toc_treaties.cli.options import InstrumentName


@answering_of_states
def map(run: Run, instrument: InstrumentName) -> None:
    """Show how each state stands under an instrument, on a map of the Americas.

    Example: toc-treaties map mla -o mla.html
    """
    from toc_treaties.cli.spelling import instrument_named, together
    from toc_treaties.questions.instrument import instrument_profile as ask

    register = run.register()
    asked = together(register, instrument, instrument_named)
    run.show("map", ask(register, asked, run.scope(register), run.day))
