"""`toc-treaties record`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from toc_treaties.cli.complete import complete_states
from toc_treaties.cli.options import Data
from toc_treaties.cli.record_options import FLAGS, ONE, with_options

if TYPE_CHECKING:
    from toc_treaties.cli.recording import Request
    from toc_treaties.cli.session import Session
    from toc_treaties.edits.entries import NewSource
    from toc_treaties.edits.record import Plan
    from toc_treaties.model.problem import Problem


@with_options
def record(
    fields: "dict[str, Any]",
    new: dict[str, str],
    state: Annotated[
        str | None, typer.Argument(metavar="STATE", autocompletion=complete_states, help="A state.")
    ] = None,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="INSTRUMENT", help="An instrument; or an organization, a role, a commitment, topics with commas."
        ),
    ] = None,
    kind: Annotated[
        str | None, typer.Argument(metavar="KIND", help="The depositary's word for the act, or what is recorded.")
    ] = None,
    day: Annotated[
        str | None, typer.Argument(metavar="DATE", help="Its day, month or year at the depositary, or: unknown.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Show what would change, and write nothing.")
    ] = False,
    data: Data = None,
) -> None:
    """Record an act, or whatever else a state's file takes.

    Adds one entry where it belongs, shows the change and what it means; refused where a rule objects. Kinds: those of
    acts, as ratification; seen, none-seen, invitation; reservation, reservation-withdrawal; designation; member, left;
    assessment; law, plan, review; search. What is left out is asked for on a terminal.

    Example: toc-treaties record -n usa cifta approval 2020 --unconfirmed heard
    """
    from contextlib import nullcontext

    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.session import Session
    from toc_treaties.store.files import BusyError, ChangedError, alone_in

    session = Session.open(data)
    folder = session.writable()
    request, source = _asked(session, (state, what, kind, day), fields, new)
    try:
        with nullcontext() if dry_run else alone_in(folder):
            _record(Session.open(data), folder, request, source, dry_run=dry_run)
    except (BusyError, ChangedError) as error:
        raise CommandError(str(error)) from None
    except OSError as error:
        raise CommandError(f"{error.filename} cannot be read or written: {error.strerror}") from None


def _asked(
    session: "Session", given: tuple[str | None, ...], fields: dict[str, Any], new: dict[str, str]
) -> "tuple[Request, NewSource | None]":
    """What is to be recorded, each part given or asked for, and the source that is new, where one is."""
    from toc_treaties.cli import record_kinds as kinds
    from toc_treaties.cli.asking import asked
    from toc_treaties.cli.days import day_written
    from toc_treaties.cli.record_sources import with_sources
    from toc_treaties.cli.recording import Request

    missing = "name a state, an instrument, a kind and a date; what is left out is asked for on a terminal only"
    state, what, kind, day = given
    slug = asked("State", state, lambda text: session.find_one([text]), missing)
    kind = asked("What is recorded, as ratification", kind, kinds.kind_named, missing)
    register = session.register([slug], also=kinds.also(kind))
    what = asked(kinds.asks_for(kind), what, lambda text: kinds.what_named(register, kind, text), missing)
    day = asked("On which day", day, day_written, missing)
    kinds.refuse_strange(kind, fields, FLAGS)
    for field in kinds.NEEDS.get(kinds.KINDS[kind], ()):
        flag, _, help_ = ONE[field]
        fields[field] = asked(help_.rstrip("."), fields.get(field), str, f"an entry of the kind {kind} needs {flag}")
    if "between" in fields:
        fields["between"] = tuple(fields["between"].split("/"))
    request = Request(slug, what, kind, day, fields)
    return with_sources(register, request, new)


def _record(session: "Session", folder: Path, request: "Request", source: "NewSource | None", *, dry_run: bool) -> None:
    """Plan the entry from the files as they are now, show what changes, and put them in place."""
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.record_kinds import Family, also
    from toc_treaties.cli.recording import edits_of
    from toc_treaties.cli.session import today
    from toc_treaties.edits import entries
    from toc_treaties.edits.lined import PlacingError
    from toc_treaties.edits.record import plan
    from toc_treaties.store.files import put_all

    register = session.register([request.slug], also=also(request.kind))
    every = request.family in {Family.STATEMENT, Family.STATEMENT_END}
    slugs = session.slugs if every else [request.slug]
    try:
        edits = edits_of(request, register, session.origin.read(entries.state_file(request.slug)))
        if source is not None:
            edits.insert(0, entries.source(source, request.slug if request.beside else None))
        planned = plan(
            edits,
            slugs,
            session.origin.read,
            today(),
            session.origin.shown_as,
            also=also(request.kind),
            every=every,
        )
    except entries.NothingThereError as error:
        raise CommandError(str(error)) from None
    except PlacingError:
        raise CommandError("the file is written in a way that leaves no place for a new line: add it by hand") from None
    _refuse(planned.problems)
    if not dry_run:
        put_all(folder, planned.files)
    typer.echo(_told(planned, session.origin.shown_as, dry_run=dry_run), nl=False)


def _refuse(problems: "Sequence[Problem]") -> None:
    """Refuse an entry for each problem that it would add, and say where it is and what would help."""
    from toc_treaties.cli.faults import CommandError

    if problems:
        lines = [f"{found.place.file}: {found.message} [{found.rule}]: {found.help}" for found in problems]
        raise CommandError("\n".join(["the entry is refused, and nothing is written:", *lines]))


def _told(planned: "Plan", root: str, *, dry_run: bool) -> str:
    """The lines that change, what they change in law, and which files were written."""
    from toc_treaties.cli.session import today
    from toc_treaties.edits.record import difference
    from toc_treaties.pages.recorded import changes_text
    from toc_treaties.words.language import ENGLISH
    from toc_treaties.words.visible import visible

    changes = changes_text(planned.before, planned.after, planned.after.states, today(), ENGLISH)
    meant = changes or ["No standing, membership or duty changes."]
    names = [f"{root}/{change.name}" for change in planned.files]
    if not names:
        return "nothing to write: the register holds this already\n"
    done = "nothing was written: this is a dry run" if dry_run else f"written: {', '.join(names)}"
    return visible("\n".join([*difference(planned.files, root), "", *meant, done])) + "\n"
