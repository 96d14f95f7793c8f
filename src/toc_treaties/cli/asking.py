"""Questions asked on a terminal, one at a time; a script is never asked anything."""

import sys
from collections.abc import Callable
from typing import TypeVar

from toc_treaties.cli.faults import CommandError
from toc_treaties.cli.streams import tell

Answered = TypeVar("Answered")


def on_terminal() -> bool:
    """Whether somebody can be asked: the answers are typed, and the questions are seen."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def asked(question: str, given: str | None, read: Callable[[str], Answered], missing: str) -> Answered:
    """What an answer means, given on the command line or asked for until it can be read.

    In a script what is `missing` ends the command, as what cannot be read does.
    """
    if not on_terminal():
        if given is None:
            raise CommandError(missing)
        return read(given)
    from typer import prompt

    while True:
        answer = given if given is not None else str(prompt(question, err=True))
        try:
            return read(answer)
        except CommandError as error:
            tell(*error.lines)
            given = None


def offered(question: str, given: str | None, read: Callable[[str], str] = str) -> str | None:
    """What can be left out: given, or asked for on a terminal until it can be read; an empty answer leaves it out."""
    if given is not None or not on_terminal():
        return given
    from typer import prompt

    while True:
        answer = str(prompt(f"{question} (nothing if not known)", default="", show_default=False, err=True))
        try:
            return read(answer) if answer else None
        except CommandError as error:
            tell(*error.lines)
