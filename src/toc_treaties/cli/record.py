"""`toc-treaties record`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from toc_treaties.cli.complete import complete_states
from toc_treaties.cli.options import Data, Lang
from toc_treaties.cli.record_options import OF_FIELD, OF_SOURCE, SEVERAL, with_options

if TYPE_CHECKING:
    from toc_treaties.cli.recording import Request
    from toc_treaties.cli.session import Session
    from toc_treaties.edits.entries import NewSource
    from toc_treaties.edits.record import Plan
    from toc_treaties.model.problem import Problem
    from toc_treaties.words.language import Words


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
    lang: Lang = None,
    data: Data = None,
) -> None:
    """Record an act, or whatever else a state's file takes.

    Adds one entry where it belongs, or what is new of it; shows the change and what it means; refused where a rule
    objects. Kinds: those of acts, as ratification; seen, none-seen, invitation, conflict; reservation,
    reservation-withdrawal; designation, condition; member, left; assessment, contribution; law, plan, review,
    measure-end; search. What is left out is asked for on a terminal.

    Example: toc-treaties record -n usa cifta approval 2020 --unconfirmed heard
    """
    from toc_treaties.cli.language import language_asked
    from toc_treaties.cli.session import Session
    from toc_treaties.cli.writing import writing_to

    words = language_asked(lang)
    session = Session.open(data)
    folder = session.writable()
    request, source = _asked(session, (state, what, kind, day), fields, new)
    with writing_to(folder, dry_run=dry_run):
        _record(Session.open(data), folder, request, source, words, dry_run=dry_run)


def _asked(
    session: "Session", given: tuple[str | None, ...], fields: dict[str, Any], new: dict[str, str]
) -> "tuple[Request, NewSource | None]":
    """What is to be recorded, each part given or asked for, and the source that is new, where one is."""
    from toc_treaties.cli import record_kinds as kinds
    from toc_treaties.cli.asking import asked
    from toc_treaties.cli.days import day_written
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.record_sources import with_sources
    from toc_treaties.cli.recording import Request

    missing = "name a state, an instrument, a kind and a date; what is left out is asked for on a terminal only"
    state, what, kind, day = given
    _refuse_other_order(session, given)
    slug, body = asked("State", state, lambda text: _who(session, text), missing)
    kind = asked("What is recorded, as ratification", kind, kinds.kind_named, missing)
    if body and kinds.KINDS[kind] is not kinds.Family.ASSESSMENT:
        raise CommandError("of a body of the Organization an assessment is recorded, and nothing else")
    session, _ = _with_file(session, slug, kind)
    register = session.register([slug] if slug else [], also=kinds.also(kind))
    what = asked(kinds.asks_for(kind), what, lambda text: kinds.what_named(register, kind, text), missing)
    day = asked("On which day", day, day_written, missing)
    kinds.refuse_strange(kind, fields)
    for field in kinds.NEEDS.get(kinds.KINDS[kind], ()):
        flag, _, help_ = OF_FIELD[field]
        needed = f"an entry of the kind {kind} needs {flag}"
        if field in SEVERAL:
            fields[field] = fields.get(field) or (asked(help_.rstrip("."), None, str, needed),)
        else:
            fields[field] = asked(help_.rstrip("."), fields.get(field), str, needed)
    if "between" in fields:
        fields["between"] = tuple(fields["between"].split("/"))
    request = Request(slug, what, kind, day, fields, body=body)
    return with_sources(register, request, new)


def _refuse_other_order(session: "Session", given: tuple[str | None, ...]) -> None:
    """Refuse the four words of an entry in another order than theirs, and say them in theirs."""
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.record_kinds import is_kind

    words = [word for word in given if word is not None]
    if len(words) != len(given) or (is_kind(words[2]) and session.knows(words[0])):
        return
    kinds = [word for word in words if is_kind(word)]
    days = [word for word in words if word[:4].isdecimal() or word == "unknown"]
    states = [word for word in words if word not in {*kinds, *days} and session.knows(word)]
    rest = [word for word in words if word not in {*kinds, *days, *states}]
    if len(kinds) == len(days) == len(states) == len(rest) == 1:
        ordered = " ".join(f'"{word}"' if " " in word else word for word in (*states, *rest, *kinds, *days))
        raise CommandError(f"the order is STATE INSTRUMENT KIND DATE: toc-treaties record {ordered}")


def _who(session: "Session", text: str) -> tuple[str, str]:
    """The state that a text names, or the body of the Organization; the one that it is not is empty."""
    from toc_treaties.model.names import Known, named

    if not session.knows(text):
        bodies = session.alone("bodies").bodies
        found = named(text, [Known(id, (id, *body.name.values()), id) for id, body in bodies.items()])
        if len(found) == 1:
            return "", found[0].id
    return session.find_one([text]), ""


def _with_file(session: "Session", slug: str, kind: str) -> "tuple[Session, tuple[str, ...]]":
    """The data as if the state's file of measures were there, where it is needed and is not; and that file's name."""
    from toc_treaties.cli.record_kinds import AT_HOME, KINDS
    from toc_treaties.edits.entries import measures_file
    from toc_treaties.edits.measures import EMPTY
    from toc_treaties.store.files import with_new

    name = measures_file(slug)
    if KINDS[kind] not in AT_HOME or session.origin.holds(name):
        return session, ()
    return session._replace(origin=with_new(session.origin, {name: EMPTY})), (name,)


def _record(
    session: "Session", folder: Path, request: "Request", source: "NewSource | None", words: "Words", *, dry_run: bool
) -> None:
    """Plan the entry from the files as they are now, show what changes, and put them in place."""
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.record_kinds import SHOWN, Family, also
    from toc_treaties.cli.recording import edits_of
    from toc_treaties.cli.session import today
    from toc_treaties.cli.writing import account, refuse
    from toc_treaties.edits import entries
    from toc_treaties.edits.again import NothingThereError
    from toc_treaties.edits.lined import PlacingError
    from toc_treaties.edits.placing import Added
    from toc_treaties.edits.record import plan
    from toc_treaties.store.putting import put_all

    session, new = _with_file(session, request.slug, request.kind)
    register = session.register(request.slugs, also=also(request.kind))
    every = request.family in {Family.STATEMENT, Family.STATEMENT_END}
    slugs = session.slugs if every else request.slugs
    try:
        edits = edits_of(request, register, session.origin.read(request.file))
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
            new=new,
        )
    except NothingThereError as error:
        raise CommandError(*error.args) from None
    except PlacingError:
        raise CommandError("the file is written in a way that leaves no place for a new line: add it by hand") from None
    refuse(planned.problems, "the entry is refused", lambda found: _remedy(found, request.kind))
    if not dry_run:
        put_all(folder, planned.files)
    again = request.family not in SHOWN and not any(
        isinstance(each.edit, Added) for each in edits[source is not None :]
    )
    account(_told(planned, session.origin.shown_as, words, again=again, dry_run=dry_run))


def _remedy(found: "Problem", kind: str) -> str:
    """What would help against a problem that an entry of a kind would add: another option, or another entry."""
    from toc_treaties.cli.record_kinds import flags_of
    from toc_treaties.cli.remedies import in_options

    of_source = {field: flag for field, (flag, *_) in OF_SOURCE.items()}
    options = of_source if found.place.file.endswith("sources.yaml") else flags_of(kind)
    otherwise = SEEN_OTHERWISE.get(f"{found.rule} {kind}", SEEN_OTHERWISE.get(found.rule, ""))
    return in_options(found.help, options) + otherwise


SEEN_OTHERWISE = {
    "overlapping-consents": (
        "; with the day on record the command adds the source; what another source says of that day is a conflict: "
        "record STATE INSTRUMENT conflict DAY-ON-RECORD --text"
    ),
    "search-contradicted": (
        "; where the search is answered now: take its lines out of that file by hand, below searched, "
        "and record the measure again"
    ),
    "search-contradicted search": "; a search is recorded where none was found",
}
"""What this command does in the place of an edit by hand, by the rule that objects and, where it tells, the kind."""


def _told(planned: "Plan", root: str, words: "Words", *, again: bool, dry_run: bool) -> str:
    """The lines that change, what they change in law in the language asked for, and which files were written."""
    from toc_treaties.cli.writing import files_of, follows, told
    from toc_treaties.pages.changed_beside import undated_texts
    from toc_treaties.pages.changed_cells import unchanged_text
    from toc_treaties.questions.changed_entries import entry_changes

    files = files_of(planned, root)
    if not files:
        return words.say("nothing to write: the register holds this already") + "\n"
    entries = entry_changes(planned.before, planned.after)
    said = [
        *([words.say("This is on record already: what is new of it is added.")] if again else []),
        *(follows(planned, entries, words) or [unchanged_text(words)]),
        *undated_texts(entries, planned.after, words),
        words.say("nothing was written: this is a dry run") if dry_run else words.say("written: {files}", files=files),
    ]
    return told(planned, root, said)
