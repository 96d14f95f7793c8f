"""`toc-treaties returns`: annual figures shown, asked for and recorded."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toc_treaties.cli.answer import Run, answering_of_a_year
from toc_treaties.cli.complete import complete_states
from toc_treaties.cli.options import Data, Output, StateName

if TYPE_CHECKING:
    from toc_treaties.edits.returns import Plan

MORE = ("catalogue", "bodies", "statistics")
returns = typer.Typer(no_args_is_help=True, help="Show, ask for and record annual figures.", rich_markup_mode=None)
Year = Annotated[int, typer.Argument(metavar="YEAR", help="The year that the figures describe.", min=1900, max=9998)]


@returns.callback()
def options() -> None:
    """Show, ask for and record annual figures."""


@returns.command("show")
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
    from toc_treaties.cli.session import in_order
    from toc_treaties.questions.returns import over_years, year_figures

    if state is not None and year is None:
        run.show("returns", over_years(*run.state([state], *MORE)), "years")
    elif year is not None and state is None:
        register = run.register(*MORE)
        run.show("returns", year_figures(register, in_order(register), year), "year")
    else:
        raise CommandError("name a year, or a state with --state, and not both")


@returns.command("template")
def template(state: StateName, year: Year, output: Output = None, data: Data = None) -> None:
    """Write a form that a state can fill in.

    A CSV with each figure's definition beside it, or YAML where the file is named so.

    Example: toc-treaties returns template haiti 2025 -o haiti-2025.csv
    """
    from toc_treaties.cli.output import deliver
    from toc_treaties.cli.session import Session
    from toc_treaties.edits.forms import blank_csv, blank_yaml

    session = Session.open(data)
    register = session.register([session.find_one(state)], also=MORE)
    blank = blank_yaml if output is not None and output.suffix in {".yaml", ".yml"} else blank_csv
    deliver(blank(register, next(iter(register.states.values())), year), output)


@returns.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A form filled in: CSV or YAML.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be set, and write nothing.")] = False,
    data: Data = None,
) -> None:
    """Record a form that was filled in.

    Sets the figures that were filled in and differ; an empty one leaves the register as it is.

    Example: toc-treaties returns import haiti-2025.csv
    """
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.cli.session import Session, today
    from toc_treaties.edits.returns import BusyError, ChangedError, plan, write

    session = Session.open(data)
    if session.origin.kind == "installed copy":
        raise CommandError(
            f"{session.origin.folder} is the installed copy, which is not written to: "
            "run the command inside a checkout of the project, or name its folder with --data"
        )
    register = session.register(session.slugs, also=MORE)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}") from None
    found = plan(register, session.origin.folder, file.name, content, today())
    _refuse(file, found)
    if found.changes and not dry_run and found.state is not None:
        try:
            write(session.origin.folder, found.state.slug, found.before, found.text)
        except (BusyError, ChangedError, OSError) as error:
            raise CommandError(str(error)) from None
    typer.echo(_told(found, session.origin.shown_as, dry_run=dry_run), nl=False)


def _refuse(file: Path, found: "Plan") -> None:
    """Every fault of the form, or every error that it would add; nothing is written."""
    from toc_treaties.cli.faults import CommandError

    lines = [f"{file}: row {fault.row}, column {fault.column}: {fault.message}" for fault in found.faults]
    lines += [f"{file}: {problem.message} [{problem.rule}]: {problem.help}" for problem in found.problems]
    if lines:
        raise CommandError("\n".join(["the form is refused, and nothing is written:", *lines]))


def _told(found: "Plan", folder: str, *, dry_run: bool) -> str:
    """What is set, a line each, and in which file; of a dry run, that nothing was written."""
    name, slug = (found.state.name["en"], found.state.slug) if found.state else ("", "")
    file = f"{folder}/states/{slug}.yaml"
    if not found.changes:
        return f"{name}, {found.year}: nothing to set; {file} holds these figures already\n"
    lines = [f"{name}, {found.year}, in {file}:"]
    for one in found.changes:
        before, after = ("not reported" if value is None else value for value in (one.before, one.after))
        lines.append(f"  {one.figure}: {before} -> {after}")
    lines += ["nothing was written: this is a dry run"] if dry_run else []
    return "\n".join(lines) + "\n"
