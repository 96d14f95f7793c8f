"""`toc-treaties check`."""

import os
from collections.abc import Collection, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toc_treaties.cli.options import Data, Output

if TYPE_CHECKING:
    from toc_treaties.cli.session import Session
    from toc_treaties.model.problem import Problem
    from toc_treaties.pages.problems import LinesOf
    from toc_treaties.store.files import Origin


class CheckFormat(StrEnum):
    """How problems are shown."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", help="State files to check; none: the whole register.")
    ] = None,
    format: Annotated[
        CheckFormat | None, typer.Option("--format", "-f", help="text, github (annotations) or json.")
    ] = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Check the register's files.

    Every problem in one run, each with its place and a remedy. Exit 1 where there are errors.

    Example: toc-treaties check data/states/haiti.yaml
    """
    from toc_treaties.cli.output import deliver
    from toc_treaties.cli.session import Session
    from toc_treaties.model.problem import Severity

    session = Session.open(data or _folder_of(paths or []))
    problems, files = find(session, paths or [])
    by_suffix = CheckFormat.JSON if output is not None and output.suffix == ".json" else CheckFormat.TEXT
    deliver(_shown(problems, files, format or by_suffix, session.origin), output)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise typer.Exit(1)


def _folder_of(paths: list[Path]) -> Path | None:
    """The data folder that the first path lies in, or holds, where one does."""
    if not paths:
        return None
    from toc_treaties.store.opening import holds_register, real

    first = real(paths[0])
    return next(filter(holds_register, (first, first / "data", *first.parents)), None)


def find(session: "Session", paths: list[Path]) -> tuple[list["Problem"], int]:
    """The problems of the files named, or of the whole register, and how many files were read."""
    from toc_treaties.cli.session import today
    from toc_treaties.model.problem import in_order
    from toc_treaties.rules import judged
    from toc_treaties.rules.causes import with_unlisted
    from toc_treaties.store.folder import EVERY, FOLDERS, files_of, folder_problems, unreadable
    from toc_treaties.store.load import ALL, MORE

    origin, root, slugs = session.origin, session.origin.shown_as, session.slugs
    wanted = files_of(slugs)
    named = _named(session, paths, wanted)
    of_states = [name for name in named if name.partition("/")[0] in FOLDERS]
    whole = not named or len(of_states) < len(named)
    asked = dict.fromkeys(Path(name).stem for name in of_states)
    measures = whole or any(name.startswith("measures/") for name in of_states)
    register, form = session.load(slugs if whole else asked, ALL if measures else MORE, partial=True)
    problems = judged(register, form, today(), whole=whole)
    if not named:
        there = origin.names("")
        closed = unreadable(origin.read, wanted, there, root)
        shut = [name for name in FOLDERS if any(problem.place.file == f"{root}/{name}" for problem in closed)]
        problems += [*folder_problems(there, slugs, root, shut), *closed]
        problems = with_unlisted(problems)
    elif whole:
        files = {f"{root}/{name}" for name in (*named, *register.unread)}
        problems = [problem for problem in problems if problem.place.file in files]
        return in_order(problems), len(named)
    else:
        left = {f"{root}/{folder}/{slug}.yaml" for folder in FOLDERS for slug in asked}
        left -= {f"{root}/{name}" for name in named}
        problems = [problem for problem in problems if problem.place.file not in left]
        return in_order(problems), len(of_states) + len(EVERY)
    return in_order(problems), len(register.states) + len(register.measures) + len(EVERY)


def _named(session: "Session", paths: list[Path], wanted: Collection[str]) -> list[str]:
    """The register's files that are named; none for the whole register. What nothing reads is refused."""
    from toc_treaties.cli.faults import CommandError
    from toc_treaties.store.folder import folder_problems
    from toc_treaties.store.opening import real

    folder = real(session.origin.folder or Path(session.origin.shown_as))
    named: list[str] = []
    for path in paths:
        if not os.path.exists(path):  # noqa: PTH110 - Path raises where this says no
            why = "is a link that leads nowhere" if os.path.islink(path) else "is not there"  # noqa: PTH114 - as above
            help_ = f"name a file of the register, as {session.origin.shown_as}/states/NAME.yaml"
            raise CommandError(f"{path} {why}; {help_}")
        place = real(path)
        if place in {folder, folder / "states", folder / "measures", folder.parent}:
            continue
        if not place.is_relative_to(folder):
            raise CommandError(f"{path} is not in {session.origin.shown_as}, where the register is: it is not checked")
        name = place.relative_to(folder).as_posix()
        if name not in wanted:
            found = folder_problems({*session.origin.names(""), name}, session.slugs, "")
            strays = (problem for problem in found if problem.rule == "stray-file")
            stray = next(problem for problem in strays if f"/{name}".startswith(problem.place.file))
            raise CommandError(f"{path} is not checked: {stray.message}; {stray.help}")
        named.append(name)
    return list(dict.fromkeys(named)) if len(named) == len(paths) else []


def _shown(problems: Sequence["Problem"], files: int, format: CheckFormat, origin: "Origin") -> str:
    from toc_treaties.pages.problems import as_annotations, as_data, as_text
    from toc_treaties.writers.json import write

    match format:
        case CheckFormat.JSON:
            return write(as_data(problems), 0)
        case CheckFormat.GITHUB:
            return as_annotations(problems)
        case CheckFormat.TEXT:
            return as_text(problems, files, _lines_of(origin))


def _lines_of(origin: "Origin") -> "LinesOf":
    """A file's lines as git counts them, for the excerpt; none where it cannot be read. Each file is parted once."""

    @cache
    def lines(file: str) -> list[str]:
        try:
            content = origin.read(file.removeprefix(f"{origin.shown_as}/"))
        except OSError:
            return []
        return content.decode("utf-8-sig", "replace").split("\n")

    return lines
