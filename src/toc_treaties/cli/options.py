"""The options that commands share."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from toc_treaties.cli.complete import complete_formats, complete_instruments, complete_states
from toc_treaties.cli.faults import CommandError, UnknownChoiceError

Word = TypeVar("Word", bound=StrEnum)


def spelled(words: type[Word], what: str, printed: str = "") -> Callable[[str], Word]:
    """A reader of one of some words, in any case and with any hyphens, as the data or as pages write it."""

    def read(text: str) -> Word:
        from toc_treaties.cli.spelling import word_named

        shown: dict[str, str] = {}
        if printed:
            from toc_treaties.words import phrases

            shown = getattr(phrases, printed)
        return words(word_named(what, text, list(words), shown))

    return read


def refuse_together(context: typer.Context, *options: str) -> None:
    """Refuse options that a question cannot take together; one that the environment gives never conflicts."""
    given = [
        one
        for one in options
        for parameter in context.command.params
        if one in parameter.opts
        and (source := context.get_parameter_source(parameter.name or "")) is not None
        and source.name == "COMMANDLINE"
    ]
    if len(given) > 1:
        raise CommandError(f"{' and '.join(given)} cannot be given together: give one of them")


def choices(words: Iterable[str]) -> str:
    """Some words as a help lists them."""
    return f"[{'|'.join(words)}]"


def completed(words: Iterable[str]) -> Callable[[str], list[str]]:
    """A completion from some words."""
    return lambda incomplete: [word for word in words if word.startswith(incomplete.lower())]


AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE|YEAR|MEETING",
        envvar="TOC_TREATIES_AS_OF",
        help="The day asked about, or a year's or meeting's last; today if not given.",
    ),
]


def known_format(name: str | None) -> str | None:
    """A format's name; an unknown one is a usage error before anything is read."""
    from toc_treaties.writers import FORMATS

    if name is not None and name not in FORMATS:
        raise UnknownChoiceError("format", name, FORMATS)
    return name


def known_paper(name: str | None) -> str | None:
    """A size of paper; an unknown one is a usage error before anything is read."""
    if name is None:
        return None
    from toc_treaties.writers.sheet import Paper

    if name.lower() not in list(Paper):
        raise UnknownChoiceError("paper", name, Paper)
    return name.lower()


FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        callback=known_format,
        metavar="NAME",
        autocompletion=complete_formats,
        help="terminal, plain, markdown, csv, html or json.",
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file; its suffix chooses the format.")
]
PaperName = Annotated[
    str | None,
    typer.Option(
        "--paper", callback=known_paper, metavar="a4|letter", envvar="TOC_TREATIES_PAPER", help="The paper of a print."
    ),
]
Template = Annotated[
    Path | None,
    typer.Option("--template", metavar="FILE", exists=True, dir_okay=False, help="A Word file whose styles are used."),
]
Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", envvar="TOC_TREATIES_DATA", help="The folder with the register's files."),
]
StateName = Annotated[
    list[str], typer.Argument(metavar="STATE", autocompletion=complete_states, help="A name, code or file's name.")
]
StateNames = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="STATE", autocompletion=complete_states, help="Names, codes or files' names; none: all states."
    ),
]
OnlyStates = Annotated[
    list[str] | None,
    typer.Option(
        "--state", "-s", metavar="STATE", autocompletion=complete_states, help="Only this state; may be repeated."
    ),
]
InstrumentName = Annotated[
    list[str],
    typer.Argument(
        metavar="INSTRUMENT", autocompletion=complete_instruments, help="An id, title, reference or paragraph."
    ),
]
InstrumentIds = Annotated[
    list[str] | None,
    typer.Option(
        "--instrument",
        "-i",
        metavar="NAME",
        autocompletion=complete_instruments,
        help="Only this instrument; may be repeated.",
    ),
]
Group = Annotated[str | None, typer.Option("--group", metavar="NAME", help="Only members of a grouping, as caricom.")]
Subregion = Annotated[str | None, typer.Option("--subregion", metavar="NAME", help="Only one subregion, as caribbean.")]


class Tiers(StrEnum):
    """Which list of the Strategy is asked for."""

    URGED = "urged"
    COMPLEMENTARY = "complementary"
    BOTH = "both"


class MembersChoice(StrEnum):
    """Which OAS members a total counts."""

    ALL = "all"
    PARTICIPATING = "participating"


TiersChoice = typer.Option(
    "--tier",
    parser=spelled(Tiers, "tier", "TIER"),
    metavar=choices(Tiers),
    autocompletion=completed(Tiers),
    help="Only one list of the Strategy.",
)
TierChoice = Annotated[Tiers | None, TiersChoice]
MembersCounted = Annotated[
    MembersChoice,
    typer.Option(
        "--members",
        parser=spelled(MembersChoice, "choice of members"),
        metavar=choices(MembersChoice),
        autocompletion=completed(MembersChoice),
        help="Count all OAS members, or those that undisputedly take part.",
    ),
]
