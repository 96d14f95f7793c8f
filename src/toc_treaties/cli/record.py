"""`toc-treaties record`."""

from collections.abc import Callable, Mapping, Sequence
from inspect import Parameter, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from toc_treaties.cli.complete import complete_states
from toc_treaties.cli.options import Data

if TYPE_CHECKING:
    from toc_treaties.cli.recording import Request
    from toc_treaties.cli.session import Session
    from toc_treaties.edits.entries import NewSource
    from toc_treaties.edits.record import Plan
    from toc_treaties.model.problem import Problem
    from toc_treaties.model.register import Register

ONE: Mapping[str, tuple[str, str, str]] = {
    "unconfirmed": ("--unconfirmed", "WHY", "Why no source shows it."),
    "note": ("--note", "TEXT", "A remark, on one line."),
    "as_recorded": ("--as-recorded", "WHY", "Acknowledges a warning: the depositary's table holds it so, and why."),
    "in_force": ("--in-force", "DATE", "Entry into force, only where a source prints it."),
    "takes_effect": ("--takes-effect", "DATE", "Of a denunciation, only where a source prints it."),
    "effect_from": ("--effect-from", "DATE", "Of a succession: the earlier day from which it takes effect."),
    "between": ("--between", "DATE/DATE", "Of an unknown day: the first and the last possible day."),
    "day_unconfirmed": ("--day-unconfirmed", "WHY", "Why no source shows the day, where one shows the act."),
    "depositary_notification": ("--notification", "REFERENCE", "The depositary's notification."),
    "ratified_at_home": ("--ratified-at-home", "DATE", "The national act."),
    "gazette": ("--gazette", "CITATION", "The gazette that printed the national act."),
    "via": ("--via", "PATH", "The text by which the state became bound."),
    "area": ("--area", "TEXT", "Of a suspension: where it applies."),
    "awaits": ("--awaits", "TEXT", "Of an instrument that was lodged: what it waits for."),
    "since": ("--since", "DATE", "Of a designation: its own day, where it is not that of the notification."),
    "until": ("--until", "DATE|none", "The last day of an invitation; the first without a designation or a measure."),
    "text": (
        "--text",
        "TEXT",
        "A statement in one line, or words of the one withdrawn; what another source says; why nothing is known.",
    ),
    "why": ("--why", "WHY", "Of a conflict: why the recorded date is kept."),
    "effect": ("--effect", "excludes|limits|informs", "What a statement does to its articles."),
    "to": ("--to", "ISO3", "Of an objection: the state whose reservation it is."),
    "on": ("--on", "DATE", "The day of the act to which a statement is attached."),
    "institution": ("--institution", "NAME", "Of a designation or a measure: the body; never a person."),
    "local": ("--local", "NAME", "The institution's name in the state's own language."),
    "status": ("--status", "STATUS", "Of an assessment or a measure."),
    "basis": ("--basis", "BASIS", "Of an assessment: self-reported, documented or assessed."),
    "mechanism": ("--mechanism", "NAME", "Who assessed it."),
    "word": ("--word", "TEXT", "The mechanism's own word."),
    "title": ("--title", "TITLE", "A measure's own title, in its own language."),
    "title_english": ("--title-english", "TITLE", "That title in English."),
    "number": ("--number", "NUMBER", "A measure's number, as the state cites it."),
    "provision": ("--provision", "TEXT", "Where in the measure its topic is dealt with."),
    "published": ("--published", "DATE", "The day of the gazette."),
    "shown": ("--shown", "text|listing|mention", "How much of a measure was seen."),
    "where": ("--where", "TEXT", "Of a search: the pages or registers that were searched."),
    "looked_for": ("--looked-for", "KIND", "Of a search: the kind of measure; a law if not given."),
}
"""The options of which one is given, by the field of the files that each sets."""
SEVERAL: Mapping[str, tuple[str, str, str]] = {
    "source": ("--source", "ID", "The id of a source that shows it; newest last."),
    "articles": ("--article", "ARTICLE", "An article that the statement or designation is under."),
}
OF_SOURCE: Mapping[str, tuple[str, str, str]] = {
    "title": ("--source-title", "TITLE", "Of a source that is new: its title."),
    "publisher": ("--source-publisher", "NAME", "Who publishes it."),
    "url": ("--source-url", "URL", "Where it is."),
    "as_of": ("--source-as-of", "DATE", "How current its content is, or: undated."),
    "kind": ("--source-kind", "KIND", "depositary or secondary; of a measure, official or secondary."),
    "archived": ("--source-archived", "URL", "Where a copy is kept."),
}
NEEDED = ("title", "publisher", "url", "as_of", "kind")
FLAGS = {field: flag for field, (flag, *_) in {**ONE, **SEVERAL}.items()}


def _with_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose signature, as Typer reads it, ends in the options of every entry."""

    def run(**given: Any) -> None:  # noqa: ANN401 - whatever an option takes
        fields = {field: given.pop(field) for field in (*ONE, *SEVERAL)}
        new = {field: given.pop(f"source_{field}") for field in OF_SOURCE}
        command(
            fields={field: tuple(value) if field in SEVERAL else value for field, value in fields.items() if value},
            new={field: value for field, value in new.items() if value},
            **given,
        )

    def option(name: str, kind: object, row: tuple[str, str, str]) -> Parameter:
        flag, metavar, help_ = row
        annotation = Annotated[kind, typer.Option(flag, metavar=metavar, help=help_)]  # type: ignore[valid-type]
        return Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=annotation)

    own = [each for name, each in signature(command).parameters.items() if name not in {"fields", "new"}]
    made = [option(field, list[str] | None, row) for field, row in SEVERAL.items()]
    made += [option(f"source_{field}", str | None, row) for field, row in OF_SOURCE.items()]
    made += [option(field, str | None, row) for field, row in ONE.items()]
    every = [*(each.replace(kind=Parameter.KEYWORD_ONLY) for each in own), *made]
    run.__signature__ = signature(command).replace(parameters=every)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in every}
    run.__name__, run.__doc__, run.__module__ = command.__name__, command.__doc__, command.__module__
    return run


@_with_options
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
    from toc_treaties.cli import recording
    from toc_treaties.cli.asking import asked
    from toc_treaties.cli.days import day_written

    missing = "name a state, an instrument, a kind and a date; what is left out is asked for on a terminal only"
    state, what, kind, day = given
    slug = asked("State", state, lambda text: session.find_one([text]), missing)
    kind = asked("What is recorded, as ratification", kind, recording.kind_named, missing)
    register = session.register([slug], also=recording.also(kind))
    what = asked(recording.asks_for(kind), what, lambda text: recording.what_named(register, kind, text), missing)
    day = asked("On which day", day, day_written, missing)
    recording.refuse_strange(kind, fields, FLAGS)
    for field in recording.NEEDS.get(recording.KINDS[kind], ()):
        flag, _, help_ = ONE[field]
        fields[field] = asked(help_.rstrip("."), fields.get(field), str, f"an entry of the kind {kind} needs {flag}")
    if "between" in fields:
        fields["between"] = tuple(fields["between"].split("/"))
    request = recording.Request(slug, what, kind, day, fields)
    return _with_sources(register, request, new)


def _with_sources(register: "Register", request: "Request", new: dict[str, str]) -> "tuple[Request, NewSource | None]":
    """The entry with its sources, and the one of them that is new; an unknown id offers the nearest."""
    from toc_treaties.cli import asking
    from toc_treaties.cli.asking import asked
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.recording import TAKES
    from toc_treaties.cli.spelling import source_named
    from toc_treaties.edits.entries import NewSource

    fields = dict(request.fields)
    ids = tuple(str(id) for id in fields.pop("source", ()))
    held = register.measures[request.slug].sources if request.beside else register.sources
    if not ids and asking.on_terminal() and "source" in TAKES[request.family] and "unconfirmed" not in fields:
        ids = (_asked_for_source(register, held),)
    strange = [id for id in ids if id not in held]
    for id in strange[1:] if new or asking.on_terminal() else strange:
        try:
            source_named(register, id)
        except CommandError as error:
            raise CommandError(
                f"{error}; a new one needs {', '.join(OF_SOURCE[field][0] for field in NEEDED)}"
            ) from None
        raise CommandError(f"the source {id} is not of {'the state' if request.beside else 'the treaty register'}")
    request = request._replace(fields=fields, sources=ids)
    if not strange:
        same = all(str(getattr(held[ids[-1]], field)) == value for field, value in new.items() if field != "as_of")
        if new and not (ids and same):
            raise CommandError("no source named with --source is new: leave the options of a new source out")
        return request, None
    for field in NEEDED:
        flag, _, help_ = OF_SOURCE[field]
        new[field] = asked(help_.rstrip("."), new.get(field), str, f"the source {strange[0]} is new: it needs {flag}")
    return request, NewSource(strange[0], new)


def _asked_for_source(register: "Register", held: Mapping[str, Any]) -> str:
    """The id of a source, asked for until it is known, or written a second time because it is new."""
    from toc_treaties.cli.asking import asked
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.spelling import source_named

    met: list[str] = []

    def read(id: str) -> str:
        if id not in held and id not in met:
            met.append(id)
            try:
                source_named(register, id)
            except CommandError as error:
                raise CommandError(f"{error}; if it is new, write it again") from None
        return id

    return asked("Which source shows it (its id)", None, read, "")


def _record(session: "Session", folder: Path, request: "Request", source: "NewSource | None", *, dry_run: bool) -> None:
    """Plan the entry from the files as they are now, show what changes, and put them in place."""
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.recording import Family, also, edits_of
    from toc_treaties.cli.session import today
    from toc_treaties.edits import entries
    from toc_treaties.edits.placing import PlacingError
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
