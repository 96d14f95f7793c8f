"""The command line as a whole: which commands there are, and how they end."""

import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

import typer
from typer.exceptions import TyperException

from toc_treaties.cli.faults import CommandError
from toc_treaties.cli.parameters import DirectCommand, DirectGroup

NAME = "toc-treaties"
COMMANDS = (
    "gaps",
    "checklist",
    "table",
    "basis",
    "changes",
    "calendar",
    "progress",
    "explain",
    "deposit",
    "authorities",
    "commitments",
    "measures",
    "returns",
    "due",
    "report",
    "state",
    "brief",
    "instrument",
    "map",
    "sources",
    "export",
    "site",
    "record",
    "reconcile",
    "diff",
    "check",
)
"""Each in the module of its name, in the order of the help."""


class Command(DirectCommand):
    """A command that tells how states are named to it, and how a name of several words is."""

    def parse_args(self, ctx: object, args: list[str]) -> list[str]:
        """The arguments, as Typer reads them."""
        try:
            return super().parse_args(ctx, args)  # type: ignore[arg-type]
        except TyperException as error:
            message = getattr(error, "message", "")
            if message.startswith("Got unexpected extra argument"):
                options = {option for parameter in self.params for option in parameter.opts}
                states = "--state" if "--state" in options else "--group or --subregion" if "--group" in options else ""
                named = f"states are named with {states}, and " if states else ""
                error.message = f"{message}: {named}a name of several words stands in quotes"
            raise


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """The application for some arguments: with the command they name alone, or with all where they name none.

    Reading the options of every command costs as much as answering one.
    """
    app = typer.Typer(
        name=NAME,
        cls=DirectGroup,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(options)
    named = arguments[0] if arguments and arguments[0] in COMMANDS else None
    for name in (named,) if named else COMMANDS:
        found = getattr(import_module(f"toc_treaties.cli.{name}"), name)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name)
        else:
            app.command(name, cls=Command)(found)
    return app


def _version(asked: bool) -> None:
    if asked:
        from toc_treaties.cli.version import version_text
        from toc_treaties.words.visible import visible

        typer.echo(visible(version_text()))
        raise typer.Exit


def options(
    version: bool = typer.Option(
        False,
        "--version",
        callback=_version,
        is_eager=True,
        help="Show the version, the data's revision and day, and how to update.",
    ),
) -> None:
    """What the states of the Americas have done about the treaties against transnational organized crime."""


def run() -> None:
    """Run a command; every mistake of a user ends in one sentence and its exit code."""
    if sys.stdout is None:
        sys.exit(0)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Windows would end the lines of a CSV twice, and write them in the letters of its code page.
            stream.reconfigure(encoding="utf-8", newline="\n")
    try:
        app_for(sys.argv[1:])(prog_name=NAME)
    except CommandError as error:
        from toc_treaties.words.visible import visible

        sys.stderr.write(visible(f"toc-treaties: {error}\n"))
        sys.exit(error.code)
