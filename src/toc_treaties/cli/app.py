"""The command line as a whole: which commands there are, and how they end."""

import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand
from typer.exceptions import TyperException
from typer.main import get_group

from toc_treaties.cli.faults import CommandError, UnprintableError, reason
from toc_treaties.cli.parameters import DirectCommand, DirectGroup
from toc_treaties.cli.streams import placed, prepare, tell

NAME = "toc-treaties"
LONGEST = 2000
"""Of a line of a refusal so many signs are shown: an argument of a user can be as long as a book."""
COMMANDS = {
    "gaps": "Show what a state has not joined, and the next steps.",
    "checklist": "Print a state's instruments and commitments with boxes to tick.",
    "table": "Print the hemisphere-wide table, with totals.",
    "basis": "Show what two states can rest a request on, or what comes first between one state and each other.",
    "changes": "List what changed in a span of time: acts, statements, invitations, memberships.",
    "calendar": "List the days ahead: entries into force, exits, invitations that lapse, meetings.",
    "progress": "Show how consent grew over time, and which signatures wait.",
    "explain": "Tell why a state stands as it does under an instrument.",
    "deposit": "Show what would follow if a state deposited its instrument on a day.",
    "authorities": "Show the authorities that parties owe or have named.",
    "commitments": "Show the commitments, or one across all states.",
    "measures": "Show what a state has done at home about the topics of the treaties.",
    "due": "Show what is not on record: designations, returns.",
    "state": "Show a state's full profile, with sources.",
    "brief": (
        "Write a brief for a meeting: of one state two pages, of the hemisphere or a grouping six; sources as an annex."
    ),
    "instrument": "Show who has signed and joined an instrument, and its clauses.",
    "map": "Show how each state stands under an instrument, on a map of the Americas.",
    "sources": (
        "Show how current and how strong the evidence is; with an id, one source and every record that rests on it."
    ),
    "export": "Write the whole register as tables for programs: every record, and every standing as a span of days.",
    "site": "Write the whole register as a website in four languages, for readers and for programs.",
    "record": "Record an act, or whatever else a state's file takes.",
    "reconcile": "Hold saved pages of depositaries against the register.",
    "diff": "Say what a change of the register's files means.",
    "check": "Check the register's files.",
    "returns": "Show, ask for and record annual figures.",
    "report": "Print the reports that meetings ask for.",
}
"""Each in the module of its name, which begins its own help with the same sentence, in the order of the help."""


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


class Commands(DirectGroup):
    """The commands, known by their sentences; reading the options of all would cost as much as answering one."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 - as Typer gives them
        super().__init__(**attributes)
        self.commands = {name: TyperCommand(name, help=sentence) for name, sentence in COMMANDS.items()}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - of the Click that Typer carries
        """The command that some words name, with its options, and the words that it takes."""
        name, _, rest = super().resolve_command(ctx, args)
        return name, self.whole(name), rest

    def whole(self, name: str | None) -> Any:  # noqa: ANN401 - as above
        """A command with its options."""
        app = typer.Typer(cls=DirectGroup, rich_markup_mode=None)
        found = getattr(import_module(f"toc_treaties.cli.{name}"), str(name))
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name)
        else:
            app.command(name, cls=Command)(found)
        return get_group(app).commands[str(name)]


def application() -> typer.Typer:
    """The application."""
    app = typer.Typer(
        name=NAME,
        cls=Commands,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(options)
    return app


def _version(asked: bool) -> None:
    if asked:
        from toc_treaties.cli.version import version_text

        typer.echo(version_text())
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
    prepare()
    placed()  # what another run of this process has left unsaid is not this one's
    try:
        application()(prog_name=NAME)
    except UnprintableError as error:
        # What was asked of a command that writes is done, though its account cannot be read.
        _end(*error.lines, code=error.code, done=0)
    except CommandError as error:
        _end(*error.lines, code=error.code)
    except OSError as error:
        _end(f"{error.filename or 'a file'} cannot be used: {reason(error)}")
    except UnicodeEncodeError as error:
        _end(f"{error.object[error.start : error.end]!r} of what was given is no sign of UTF-8: write it anew")
    except ImportError as error:
        _end(f"a library that this needs is damaged, or does not fit this system: {error}; install toc-treaties again")
    except MemoryError:
        _end("the memory is not enough for this", otherwise="; nothing was written")
    except SystemExit:
        if files := placed():
            tell(f"written: {files}")
        raise


def _end(*said: str, code: int = CommandError.code, done: int = CommandError.code, otherwise: str = "") -> NoReturn:
    """Say why a command ends, a line each, and what it has put in place before that; its exit code is `done` then."""
    *above, last = said
    whole = with_placed(last)
    refused(*above, last + otherwise if whole == last else whole)
    sys.exit(code if whole == last else done)


def with_placed(said: str) -> str:
    """Why a command ends, with what it has put in place before that."""
    files = placed()
    return f"{said}; written before that: {files}" if files else said


def completing() -> bool:
    """Whether a shell asks for completions, to which nothing is ever said but those."""
    return f"_{NAME.upper().replace('-', '_')}_COMPLETE" in os.environ


def refused(*said: str) -> None:
    """Say on standard error why a command ends, a line each; of one without end, its beginning and its end."""
    first, *below = (
        line if len(line) <= LONGEST else f"{line[: LONGEST // 2]} … {line[-LONGEST // 2 :]}" for line in said
    )
    tell(f"toc-treaties: {first}", *below)
