"""The options that commands share."""

import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from toc_treaties.cli.complete import complete_formats, complete_instruments, complete_states
from toc_treaties.cli.faults import UnknownChoiceError


def parse_day(text: str) -> date:
    """A day written 2026-11-21."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise typer.BadParameter(f"{text!r} is not a day: write it as 2026-11-21")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day that the calendar has") from None


AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=parse_day,
        metavar="DATE",
        envvar="TOC_TREATIES_AS_OF",
        help="The day asked about; today if not given.",
    ),
]


def known_format(name: str | None) -> str | None:
    """A format's name; an unknown one is a usage error before anything is read."""
    from toc_treaties.writers import FORMATS

    if name is not None and name not in FORMATS:
        raise UnknownChoiceError("format", name, FORMATS)
    return name


FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        callback=known_format,
        metavar="NAME",
        autocompletion=complete_formats,
        help="terminal, plain, markdown, csv or json.",
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file; its suffix chooses the format.")
]
Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", envvar="TOC_TREATIES_DATA", help="The folder with the register's files."),
]
StateName = Annotated[
    str, typer.Argument(metavar="STATE", autocompletion=complete_states, help="A name, code or file's name.")
]
StateNames = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="STATE", autocompletion=complete_states, help="Names, codes or files' names; none: all states."
    ),
]
InstrumentId = Annotated[
    str, typer.Argument(metavar="INSTRUMENT", autocompletion=complete_instruments, help="An id of instruments.yaml.")
]
InstrumentIds = Annotated[
    list[str] | None,
    typer.Option(
        "--instrument",
        "-i",
        metavar="ID",
        autocompletion=complete_instruments,
        help="Only this instrument; may be repeated.",
    ),
]
Group = Annotated[str | None, typer.Option("--group", metavar="NAME", help="Only members of a grouping, as caricom.")]


class Tiers(StrEnum):
    """Which list of the Strategy is asked for."""

    URGED = "urged"
    COMPLEMENTARY = "complementary"
    BOTH = "both"


class MembersChoice(StrEnum):
    """Which OAS members a total counts."""

    ALL = "all"
    PARTICIPATING = "participating"


MembersCounted = Annotated[
    MembersChoice, typer.Option("--members", help="Count all OAS members, or those that undisputedly take part.")
]
