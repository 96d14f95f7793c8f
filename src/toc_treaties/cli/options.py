"""The options that commands share."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from toc_treaties.cli.complete import complete_formats, complete_instruments, complete_states
from toc_treaties.cli.faults import CommandError, UnknownChoiceError, content_of
from toc_treaties.model.vocabulary import Language, Members

if TYPE_CHECKING:
    from zipfile import ZipFile

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
    """Refuse options that a question cannot take together."""
    given = given_of(context, options)
    if len(given) > 1:
        raise CommandError(f"{' and '.join(given)} cannot be given together: give one of them")


def given_of(context: typer.Context, options: Iterable[str]) -> list[str]:
    """Those of some options that stand on the command line; one that the environment gives never conflicts."""
    sources = {
        option: context.get_parameter_source(parameter.name or "")
        for parameter in context.command.params
        for option in parameter.opts
    }
    return [option for option in options if (source := sources.get(option)) and source.name == "COMMANDLINE"]


def choice(flag: str, words: type[StrEnum], what: str, help: str, printed: str = "") -> Any:  # noqa: ANN401 - as Typer's
    """An option that takes one of some words."""
    return typer.Option(
        flag,
        parser=spelled(words, what, printed),
        metavar=f"[{'|'.join(words)}]",
        autocompletion=lambda incomplete: [word for word in words if word.startswith(incomplete.lower())],
        help=help,
    )


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

    if name is not None and name.lower() not in FORMATS:
        raise UnknownChoiceError("format", name, FORMATS)
    return None if name is None else name.lower()


def known_paper(name: str | None) -> str | None:
    """A size of paper; an unknown one is a usage error before anything is read."""
    if name is None:
        return None
    from toc_treaties.writers.sheet import Paper

    if name.lower() not in list(Paper):
        raise UnknownChoiceError("paper", name, Paper)
    return name.lower()


def word_file(template: Path | None) -> bytes | None:
    """A file of styles; what is not there, or is no Word document, is a usage error before anything is read."""
    if template is None:
        return None
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile
    from zlib import error as ZlibError  # noqa: N812 - a class, whatever it is called

    content = content_of(template)
    no_document = CommandError(f"{template} is no Word document: save the file as .docx, and name that")
    try:
        with ZipFile(BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
                raise CommandError(f"{template} cannot be read: it unpacks to more than {MOST_UNPACKED:,} bytes")
            if WORD not in parts.read("[Content_Types].xml"):
                raise no_document
            parse_whole(parts)
    except (BadZipFile, KeyError, SyntaxError, OSError, NotImplementedError, RuntimeError, ZlibError):
        raise no_document from None
    return content


MOST_UNPACKED = 64_000_000
"""So many bytes the parts of a file of styles have together, pictures too."""


def parse_whole(parts: "ZipFile") -> None:
    """Read each part of a Word document that is XML: SyntaxError where one is damaged."""
    from xml.parsers.expat import ExpatError, ParserCreate

    for name in parts.namelist():
        if name.endswith((".xml", ".rels")):
            try:
                ParserCreate(namespace_separator=" ").Parse(parts.read(name), True)
            except ExpatError as error:
                raise SyntaxError(name) from error


WORD = b"wordprocessingml.document.main+xml"
"""How a Word document calls itself; a template of Word (.dotx) has another name."""
FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        callback=known_format,
        metavar="NAME",
        autocompletion=complete_formats,
        help="terminal, plain, markdown, csv, json; html, pdf, docx or xlsx; ics of calendar.",
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
    typer.Option("--template", metavar="FILE", callback=word_file, help="A Word file whose styles are used."),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="en|es|pt|fr",
        envvar="TOC_TREATIES_LANG",
        autocompletion=lambda incomplete: [code for code in Language if code.startswith(incomplete.lower())],
        help="The language of the page; that of the system if not given, else English.",
    ),
]
Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", envvar="TOC_TREATIES_DATA", help="The folder with the register's files."),
]
KnownAt = Annotated[
    str | None,
    typer.Option(
        "--known",
        metavar="REV|DAY",
        help="What the register held at a revision, as HEAD~5 or a tag, or at the end of a day.",
    ),
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


TierChoice = Annotated[Tiers | None, choice("--tier", Tiers, "tier", "Only one list of the Strategy.", "TIER")]
MembersCounted = Annotated[
    Members,
    choice("--members", Members, "choice of members", "Count all OAS members, or those that undisputedly take part."),
]
