"""`toc-treaties check`."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toc_treaties.cli.options import Data, Output

if TYPE_CHECKING:
    from toc_treaties.cli.session import Session
    from toc_treaties.model.register import Register
    from toc_treaties.problem import Problem


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
    from toc_treaties.problem import Severity

    session = Session.open(data or _folder_of(paths or []))
    problems, files = find(session, paths or [])
    by_suffix = CheckFormat.JSON if output is not None and output.suffix == ".json" else CheckFormat.TEXT
    deliver(_shown(problems, files, format or by_suffix), output)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise typer.Exit(1)


def _folder_of(paths: list[Path]) -> Path | None:
    """The data folder that the first path lies in, where one does."""
    if not paths:
        return None
    first = paths[0].resolve()
    return next((folder for folder in (first, *first.parents) if (folder / "instruments.yaml").is_file()), None)


def find(session: "Session", paths: list[Path]) -> tuple[list["Problem"], int]:
    """The problems of the files named, or of the whole register, and how many files were read."""
    from toc_treaties.cli.session import today
    from toc_treaties.problem import in_order
    from toc_treaties.rules import judged
    from toc_treaties.store.load import MORE

    chosen = _slugs(session, paths)
    slugs = session.slugs if chosen is None else chosen
    register, form = _loaded(session, slugs)
    problems = judged(register, form, today(), whole=chosen is None)
    return in_order(problems), len(slugs) + 3 + len(MORE)


def _loaded(session: "Session", slugs: Sequence[str]) -> "tuple[Register, list[Problem]]":
    """The register with every file that is there."""
    from toc_treaties.store.load import MORE

    return session.load(slugs, [name for name, (file, *_) in MORE.items() if (session.origin.folder / file).is_file()])


def _slugs(session: "Session", paths: list[Path]) -> list[str] | None:
    """The states whose files are named; None for the whole register, also where another of its files is named."""
    from toc_treaties.cli.faults import CommandError

    folder = session.origin.folder.resolve()
    slugs = []
    for path in paths:
        if not _exists(path):
            raise CommandError(
                f"{path} is not there; name a file of the register, as {session.origin.shown_as}/states/NAME.yaml"
            )
        if path.resolve().parent != folder / "states":
            return None
        slugs.append(path.stem)
    return slugs or None


def _exists(path: Path) -> bool:
    """Whether a path is there; one that no file can have is not."""
    try:
        return path.exists()
    except OSError:
        return False


def _shown(problems: Sequence["Problem"], files: int, format: CheckFormat) -> str:
    from toc_treaties.reports.check import as_annotations, as_data, as_text
    from toc_treaties.writers.json import write

    match format:
        case CheckFormat.JSON:
            return write(as_data(problems), 0)
        case CheckFormat.GITHUB:
            return as_annotations(problems)
        case CheckFormat.TEXT:
            return as_text(problems, files, _lines)


def _lines(file: str) -> list[str]:
    """A file's lines as git counts them, for the excerpt; none where it cannot be read."""
    try:
        content = Path(file).read_bytes()
    except OSError:
        return []
    return content.decode("utf-8-sig", "replace").split("\n")
