"""`toc-treaties instrument`."""

from toc_treaties.cli.answer import Run, answering
from toc_treaties.cli.options import InstrumentName


@answering
def instrument(run: Run, instrument: InstrumentName) -> None:
    """Show an instrument's clauses, and each state's standing.

    Example: toc-treaties instrument uncac
    """
    from toc_treaties.cli.session import in_order
    from toc_treaties.cli.spelling import one_instrument
    from toc_treaties.questions.instrument import instrument_profile as ask

    register = run.register()
    run.show("instrument", ask(register, one_instrument(register, instrument), in_order(register), run.day))
