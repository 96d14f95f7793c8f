"""The command line as a whole: which commands there are, and how they end."""

import sys

import typer

from toc_treaties.cli.check import check
from toc_treaties.cli.checklist import checklist
from toc_treaties.cli.faults import CommandError
from toc_treaties.cli.gaps import gaps
from toc_treaties.cli.instrument import instrument
from toc_treaties.cli.state import state
from toc_treaties.cli.table import table

app = typer.Typer(
    name="toc-treaties",
    help="What the states of the Americas have done about the treaties against transnational organized crime.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (gaps, checklist, table, state, instrument, check):
    app.command()(command)


def _version(asked: bool) -> None:
    if asked:
        from toc_treaties import __version__

        typer.echo(f"toc-treaties {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    """What the states of the Americas have done about the treaties against transnational organized crime."""


def run() -> None:
    """Run a command; every mistake of a user ends in one sentence and its exit code."""
    try:
        app()
    except CommandError as error:
        sys.stderr.write(f"toc-treaties: {error}\n")
        sys.exit(error.code)
    except BrokenPipeError:
        # The reader of the pipe went away, as `head` does: nothing more to say, and nobody to say it to.
        sys.stderr.close()
        sys.exit(0)
