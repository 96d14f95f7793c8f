"""`toc-treaties explain`."""

from typing import TYPE_CHECKING, Annotated

import typer

from toc_treaties.cli.complete import complete_state_then_instrument
from toc_treaties.cli.options import AsOf, Data, FormatName, Output

if TYPE_CHECKING:
    from toc_treaties.cli.session import Session


def explain(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="STATE INSTRUMENT",
            autocompletion=complete_state_then_instrument,
            help="A state, then an instrument.",
        ),
    ],
    as_of: AsOf = None,
    format: FormatName = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Tell why a state stands as it does under an instrument.

    Each action, the rule applied with its article, each computed date, and what is not known.

    Example: toc-treaties explain bolivia narcotics-1961
    """
    from toc_treaties.cli.days import day_asked
    from toc_treaties.cli.output import Page, emit
    from toc_treaties.cli.session import Session
    from toc_treaties.cli.spelling import one_instrument
    from toc_treaties.pages import explain as report
    from toc_treaties.questions.explain import explain as ask

    session = Session.open(data)
    slug, rest = _parted(session, words)
    register = session.register([slug])
    answer = ask(register, register.states[slug], one_instrument(register, rest), day_asked(session, as_of))
    page = Page(lambda: report.document(answer), lambda: report.as_data(answer), lambda: report.as_rows(answer))
    emit(session.origin, format, output, page)


def _parted(session: "Session", words: list[str]) -> tuple[str, list[str]]:
    """The state that the first words name, as many as are its name, and the words of the instrument."""
    from toc_treaties.cli.faults import CommandError

    if len(words) < 2:  # noqa: PLR2004 - a state and an instrument
        raise CommandError("name a state and an instrument")
    named = [count for count in range(len(words) - 1, 0, -1) if session.knows(" ".join(words[:count]))]
    count = named[0] if named else 1
    return session.find_one(words[:count]), words[count:]
