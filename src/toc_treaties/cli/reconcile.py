"""`toc-treaties reconcile`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toc_treaties.cli.answer import Run, answering_of_a_year
from toc_treaties.cli.complete import complete_instruments

if TYPE_CHECKING:
    from toc_treaties.model.instrument import Instrument
    from toc_treaties.model.names import Known
    from toc_treaties.model.register import Register
    from toc_treaties.readers import Page

    Matched = dict[str, str | None]


@answering_of_a_year
def reconcile(
    run: Run,
    pages: Annotated[
        list[Path], typer.Argument(metavar="PAGE", help="A depositary's page as it was saved: HTML, text, JSON or CSV.")
    ],
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", help="The day of a page that prints none; its own day counts otherwise."
        ),
    ] = None,
    instrument: Annotated[
        str | None,
        typer.Option(
            "--instrument",
            "-i",
            metavar="NAME",
            autocompletion=complete_instruments,
            help="The instrument of a page that names none.",
        ),
    ] = None,
    rows: Annotated[bool, typer.Option("--rows", help="Print what was read of one page, of whatever treaty.")] = False,
    propose: Annotated[bool, typer.Option("--propose", help="Show the edits that one page gives rise to.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Make them.")] = False,
    source: Annotated[
        str | None, typer.Option("--source", metavar="ID", help="The source that the page is, for the edits.")
    ] = None,
) -> None:
    """Hold saved pages of depositaries against the register.

    A page that cannot be read cell by cell is refused with the reason. Exit 1 where page and register differ.

    Example: toc-treaties reconcile a-59.html --as-of 2026-11-20
    """
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.questions.reconcile import SavedRows
    from toc_treaties.questions.reconcile import reconcile as ask
    from toc_treaties.words.visible import on_one_line

    if (rows or propose or write) and len(pages) > 1:
        raise CommandError("--rows, --propose and --write take one page: name one")
    known = run.session.heads.every
    saved = [(on_one_line(str(path)), *_read(path, run, as_of, known)) for path in pages]
    if rows:
        file, page, matched = saved[0]
        register = run.session.register([id for id in matched.values() if id is not None])
        states = {name: register.states[id].iso3 if id is not None else None for name, id in matched.items()}
        held = _held(page, register, instrument)
        run.show("reconcile", SavedRows(file, page, held, states), "saved")
        return
    if propose or write:
        from toc_treaties.cli.proposing import propose as show_edits

        file, page, matched = saved[0]
        show_edits(
            run.data,
            lambda register: ask(file, page, matched, _instrument(file, page, register, instrument), register),
            source,
            run.words,
            write=write,
        )
        return
    register = run.register()
    answer = tuple(
        ask(file, page, matched, _instrument(file, page, register, instrument), register)
        for file, page, matched in saved
    )
    run.show("reconcile", answer)
    if any(reconciled.differences for reconciled in answer):
        raise typer.Exit(1)


def _read(path: Path, run: Run, as_of: str | None, known: "tuple[Known, ...]") -> "tuple[Page, Matched]":
    """A page, and the state that each participant is; a refusal names the file, the line, the reason and a remedy."""
    from toc_treaties.cli.asking import on_terminal
    from toc_treaties.cli.faults import CommandError, content_of
    from toc_treaties.readers import DayNeededError, PageFault, read
    from toc_treaties.readers.participants import matched, refuse_missing
    from toc_treaties.words.visible import on_one_line

    content = content_of(path)
    day = _day(run, as_of) if as_of is not None else None
    try:
        try:
            page = read(content, day)
        except DayNeededError:
            if not on_terminal():
                raise
            page = read(
                content,
                _day(
                    run, typer.prompt(f"{on_one_line(str(path))} prints no day. As of which day was it saved", err=True)
                ),
            )
        found = matched(page, known)
        refuse_missing(page, found.values(), known)
    except PageFault as fault:
        line = f":{fault.line}" if fault.line else ""
        raise CommandError(f"{path}{line} is refused: {fault.message}; {fault.help}") from None
    return page, found


def _day(run: Run, text: str) -> date:
    """The day that was given, and no month or year; a page is of no day to come."""
    from toc_treaties.cli.days import day_asked, first_day
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.session import today

    day = day_asked(run.session, text, [])
    if day > today():
        raise CommandError(f"--as-of {text} is still to come: give the day on which the page was saved")
    if first_day(text, lambda: run.session.alone("meetings").meetings, day, [])[0] != day:
        raise CommandError(f"--as-of {text} is more than a day: give the day on which the page was saved")
    return day


def _held(page: "Page", register: "Register", named: str | None) -> "Instrument | None":
    """The instrument that a page is of, or that is named for one that names none; None of another treaty."""
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.spelling import instrument_named
    from toc_treaties.questions.reconcile import instrument_of

    found = instrument_of(page.treaty, register.instruments)
    given = instrument_named(register, named) if named else None
    if given is not None and page.treaty is not None and given != found:
        raise CommandError(f"the page is of {page.treaty}, and --instrument names {given.id}: leave --instrument out")
    return given or found


def _instrument(file: str, page: "Page", register: "Register", named: str | None) -> "Instrument":
    """The instrument that a page is held against."""
    from toc_treaties.cli.faults import CommandError

    found = _held(page, register, named)
    if found is None and page.treaty is None:
        raise CommandError(f"{file} does not say of which treaty it is: name it with --instrument")
    if found is None:
        raise CommandError(f"{file} is of {page.treaty}, which the register does not hold; --rows prints what was read")
    return found
