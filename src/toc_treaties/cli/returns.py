"""`toc-treaties returns`: annual figures shown, asked for and recorded."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toc_treaties.cli.answer import Run, answering_of_a_year
from toc_treaties.cli.complete import complete_states
from toc_treaties.cli.options import Data, Lang, Output, StateName, spelled
from toc_treaties.cli.parameters import DirectCommand, DirectGroup

if TYPE_CHECKING:
    from toc_treaties.cli.session import Session
    from toc_treaties.edits.filled import Form
    from toc_treaties.edits.returns import Plan
    from toc_treaties.model.problem import Problem

MORE = ("catalogue", "bodies", "statistics")
returns = typer.Typer(
    cls=DirectGroup, no_args_is_help=True, help="Show, ask for and record annual figures.", rich_markup_mode=None
)
Year = Annotated[int, typer.Argument(metavar="YEAR", help="The year that the figures describe.", min=1900, max=9998)]


@returns.callback()
def options() -> None:
    """Show, ask for and record annual figures."""


@returns.command("show", cls=DirectCommand)
@answering_of_a_year
def show(
    run: Run,
    year: Annotated[
        int | None, typer.Argument(metavar="YEAR", help="The hemisphere's figures of a year.", min=1900, max=9998)
    ] = None,
    state: Annotated[
        str | None,
        typer.Option("--state", "-s", metavar="STATE", autocompletion=complete_states, help="One state by year."),
    ] = None,
) -> None:
    """Show the figures of a year, or of a state over the years.

    Example: toc-treaties returns show 2025
    """
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.questions.returns import over_years, year_figures

    if state is not None and year is None:
        run.show("returns", over_years(*run.state([state], *MORE)), "years")
    elif year is not None and state is None:
        register = run.register(*MORE)
        run.show("returns", year_figures(register, register.states.values(), year), "year")
    else:
        raise CommandError("name a year, or a state with --state, and not both")


class FormKind(StrEnum):
    """What a form is written as."""

    XLSX = "xlsx"
    CSV = "csv"
    YAML = "yaml"


SUFFIXES = {".xlsx": FormKind.XLSX, ".csv": FormKind.CSV, ".yaml": FormKind.YAML, ".yml": FormKind.YAML}


@returns.command("template", cls=DirectCommand)
def template(
    state: StateName,
    year: Year,
    format: Annotated[
        FormKind | None,
        typer.Option(
            "--format",
            "-f",
            parser=spelled(FormKind, "form"),
            metavar=f"[{'|'.join(FormKind)}]",
            autocompletion=lambda incomplete: [kind for kind in FormKind if kind.startswith(incomplete.lower())],
            help="What the form is; by its file's suffix, or CSV, if not given.",
        ),
    ] = None,
    output: Output = None,
    lang: Lang = None,
    data: Data = None,
) -> None:
    """Write a form that a state can fill in.

    A workbook (.xlsx), CSV or YAML, each figure with its definition and with what is recorded already.

    Example: toc-treaties returns template haiti 2025 -o haiti-2025.xlsx
    """
    from toc_treaties.cli.faults import NotInstalledError
    from toc_treaties.cli.language import language_asked
    from toc_treaties.cli.output import deliver
    from toc_treaties.cli.session import Session, today
    from toc_treaties.edits.blank import blank_csv, blank_yaml
    from toc_treaties.writers import FORMATS

    kind = format or _kind_of(output)
    if kind is FormKind.XLSX and not FORMATS["xlsx"].is_there:
        raise NotInstalledError("xlsx")
    words = language_asked(lang)
    session = Session.open(data)
    register = session.spoken([session.find_one(state)], MORE, words)
    of_state = next(iter(register.states.values()))
    if kind is FormKind.XLSX:
        from toc_treaties.edits.blank_sheet import blank_xlsx

        deliver(blank_xlsx(register, of_state, year, today(), words), output)
    elif kind is FormKind.YAML:
        deliver(blank_yaml(register, of_state, year), output)
    else:
        deliver(blank_csv(register, of_state, year, words), output)


def _kind_of(output: Path | None) -> FormKind:
    """What a form is by its file's suffix; CSV on standard output."""
    from toc_treaties.cli.faults import UnknownSuffixError

    if output is None or str(output) == "-":
        return FormKind.CSV
    kind = SUFFIXES.get(output.suffix.casefold())
    if kind is None:
        raise UnknownSuffixError(output, SUFFIXES)
    return kind


@returns.command("import", cls=DirectCommand)
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A form filled in: .xlsx, CSV or YAML.")],
    source: Annotated[
        str | None, typer.Option("--source", metavar="ID", help="The source of the figures: an id of the register's.")
    ] = None,
    submitted: Annotated[
        str | None, typer.Option("--submitted", metavar="DATE", help="The day on which the state gave its figures.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be set, and write nothing.")] = False,
    data: Data = None,
) -> None:
    """Record a form that was filled in.

    Sets the figures that were filled in and differ; an empty one leaves the register as it is.

    Example: toc-treaties returns import haiti-2025.csv
    """
    from toc_treaties.cli.asking import offered, on_terminal
    from toc_treaties.cli.days import day_written
    from toc_treaties.cli.session import Session
    from toc_treaties.cli.spelling import source_named
    from toc_treaties.cli.writing import writing_to

    session = Session.open(data)
    folder = session.writable()
    form, slug = _form(session, file)
    if on_terminal():
        known = session.register([slug], also=(*MORE, "sources"))
        source = offered("Which source shows the figures, its id", source, lambda given: source_named(known, given))
        submitted = offered("On which day they were given", submitted, day_written)
    with writing_to(folder, dry_run=dry_run):
        _import(Session.open(data), file, (form, slug), folder, source, submitted, dry_run=dry_run)


def _import(
    session: "Session",
    file: Path,
    read: "tuple[Form, str]",
    folder: Path,
    source: str | None,
    submitted: str | None,
    *,
    dry_run: bool,
) -> None:
    """Plan the change that a form makes in the state's file as it is now, and put it in place."""
    from toc_treaties.cli.days import day_written
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.session import today
    from toc_treaties.cli.spelling import source_named
    from toc_treaties.cli.writing import account
    from toc_treaties.edits.lined import PlacingError
    from toc_treaties.edits.returns import plan
    from toc_treaties.store.putting import FileChange, put_all

    form, slug = read
    register = session.register([slug], also=(*MORE, *(("sources",) if source is not None else ())))
    cited = source_named(register, source) if source is not None else None
    day = day_written(submitted) if submitted is not None else None
    try:
        planned = plan(register, form, session.origin.read, today(), cited, day)
    except PlacingError:
        place = f"{session.origin.shown_as}/states/{slug}.yaml"
        raise CommandError(f"{place} is written in a way that leaves no place for a line: record it by hand") from None
    _refuse([f"{file}: {problem.message} [{problem.rule}]: {_remedy(problem)}" for problem in planned.problems])
    if not dry_run and planned.text.encode() != planned.before:
        put_all(folder, [FileChange(planned.file, planned.before, planned.text.encode())])
    account(_told(planned, f"{session.origin.shown_as}/{planned.file}", dry_run=dry_run))


def _form(session: "Session", file: Path) -> "tuple[Form, str]":
    """A form without faults, read before anything of a state is, and the file's name of its state."""
    from toc_treaties.cli.faults import content_of
    from toc_treaties.cli.streams import tell
    from toc_treaties.edits.filled import FormFault
    from toc_treaties.edits.forms import read_form

    content = content_of(file)
    form = read_form(file.name, content, session.alone("statistics"))
    slug = session.heads.match(form.state) if form.state else None
    unknown = [FormFault("", f"there is no state {form.state!r}")] if form.state is not None and slug is None else []
    faults = [*form.faults, *unknown]
    _refuse([f"{file}: {fault.place}{': ' if fault.place else ''}{fault.message}" for fault in faults])
    for remark in form.remarks:
        tell(f"{file}: {remark}")
    return form, slug or ""


OPTIONS = {"source": "--source", "submitted": "--submitted"}
"""What is said of a return beside its figures, by the field that each option sets."""


def _remedy(problem: "Problem") -> str:
    """What would help whoever imports a form: another cell, or another option of this command."""
    from toc_treaties.cli.remedies import in_options

    if problem.rule == "day-after-sources":
        return "name with --source the document that shows the figures; or compare the day of --submitted with it"
    return in_options(problem.help, OPTIONS)


MOST_FAULTS = 40
"""So many faults of a form are named; who has more has handed in another file."""


def _refuse(lines: list[str]) -> None:
    """Refuse a form for every fault of it, or every error that it would add; nothing is written."""
    from toc_treaties.cli.faults import CommandError

    if len(lines) > MOST_FAULTS:
        lines = [*lines[:MOST_FAULTS], f"and {len(lines) - MOST_FAULTS} faults more"]
    if lines:
        raise CommandError("the form is refused, and nothing is written:", *lines)


def _told(planned: "Plan", file: str, *, dry_run: bool) -> str:
    """What is set, a line each, and in which file; of a dry run, that nothing was written."""
    name, year = planned.state.name["en"], planned.year
    if planned.text.encode() == planned.before:
        return f"{name}, {year}: nothing to set; {file} holds these figures already\n"
    lines = [f"{name}, {year}, in {file}:"]
    for change in planned.changes:
        before, after = ("not reported" if value is None else value for value in (change.before, change.after))
        lines.append(f"  {change.figure}: {before} -> {after}")
    lines += [f"  {key}: {value}" for key, value in planned.beside]
    lines += ["nothing was written: this is a dry run"] if dry_run else []
    return "\n".join(lines) + "\n"
