"""`toc-treaties site`."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toc_treaties.cli.options import AsOf, Data
from toc_treaties.model.vocabulary import Language

if TYPE_CHECKING:
    from urllib.parse import SplitResult

    from toc_treaties.site.edition import Edition


def site(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder for the site: empty, or a site.")],
    base: Annotated[
        str, typer.Option("--base-url", metavar="URL", help="The address at which the site will stand.")
    ] = "",
    without_prints: Annotated[
        bool, typer.Option("--without-prints", help="Write no PDF and no workbook: it takes half the time.")
    ] = False,
    report_to: Annotated[
        str, typer.Option("--report-to", metavar="URL", help="The page on which readers report a mistake.")
    ] = "",
    as_of: AsOf = None,
    data: Data = None,
) -> None:
    """Write the whole register as a website in four languages, for readers and for programs.

    Example: toc-treaties site public --base-url https://treaties.example.org/
    """
    from toc_treaties.cli.faults import CannotWriteError, CommandError, NotInstalledError
    from toc_treaties.cli.streams import tell_placed
    from toc_treaties.edits.folder import NotOursError, replacing
    from toc_treaties.writers import FORMATS

    if not FORMATS["html"].is_there:
        raise NotInstalledError("a site")
    address, reported = base and _folder(base), report_to and _page(report_to)
    from toc_treaties.site.build import build, listed
    from toc_treaties.site.makers import StoppedError, processes_here
    from toc_treaties.site.prints import prints_here

    try:
        with replacing(folder, listed, "no site made") as (built, made):
            edition = _edition(as_of, data, address)._replace(
                prints=() if without_prints else prints_here(), report_to=reported
            )
            with _told() as told:
                made.update(build(edition, built, told, processes_here()))
    except NotOursError as error:
        raise CommandError(str(error)) from None
    except StoppedError:
        raise CommandError(
            f"a process that made pages was ended, perhaps for want of memory: {folder} is left as it was; "
            "run it again with fewer programs beside it, or with --without-prints"
        ) from None
    except OSError as error:
        raise CannotWriteError(folder, error.strerror or str(error)) from None
    tell_placed()


def _folder(base: str) -> str:
    """The address at which a site will stand, with a slash at its end."""
    from toc_treaties.cli.faults import CommandError

    parts = _parts("--base-url", base)
    if parts.query or parts.fragment or "@" in parts.netloc or ".." in parts.path.split("/"):
        raise CommandError(
            f"--base-url takes the address of a folder, without '?', '#', '@' and '..', and not {base!r}"
        )
    return base.rstrip("/") + "/"


def _page(address: str) -> str:
    """The address of a page; one that would publish a password is refused."""
    from toc_treaties.cli.faults import CommandError

    if "@" in _parts("--report-to", address).netloc:
        raise CommandError(f"--report-to takes an address without a name and a password, and not {address!r}")
    return address


def _parts(option: str, given: str) -> "SplitResult":
    """The parts of an address of something on the web."""
    from urllib.parse import urlsplit

    from toc_treaties.cli.faults import CommandError

    try:
        parts = urlsplit(given)
        _ = parts.port  # a number too large is found only when it is asked for
    except ValueError:
        parts = urlsplit("")
    plain = given.isascii() and given.isprintable() and not any(sign in ' "<>\\' for sign in given)
    if not (plain and parts.scheme in {"http", "https"} and parts.hostname):
        raise CommandError(f"{option} takes an address that begins with https:// or http://, and not {given!r}")
    return parts


def _edition(as_of: str | None, data: Path | None, base: str) -> "Edition":
    """The whole register on a day, as a site is made from it."""
    from toc_treaties.cli.answer import Run
    from toc_treaties.cli.output import data_used, with_data
    from toc_treaties.cli.streams import tell
    from toc_treaties.pages.cautions import caution_text
    from toc_treaties.site.edition import Edition
    from toc_treaties.store.load import MORE
    from toc_treaties.words.language import spoken

    run = Run(as_of, data, lang=Language.ENGLISH)
    day = run.day
    tell(*(caution_text(taken, run.words) for taken in run.taken))
    register = run.register(*MORE, "measures", "sources")
    others = [language for language in Language if language != Language.ENGLISH]
    origin = run.session.origin
    return Edition(
        register,
        {language: run.session.texts(language) for language in others},
        {language: data_used(origin, spoken(language), published=True) for language in Language},
        with_data({}, origin)["data"],
        day,
        base,
    )


@contextmanager
def _told() -> Iterator[Callable[[int, int], None]]:
    """What is told how much is done: on a terminal it shows a bar, which goes when all is."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("writing the site"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as progress:
        bar = progress.add_task("")
        progress.refresh()

        def tell(done: int, of: int) -> None:
            progress.update(bar, completed=done, total=of, refresh=True)

        yield tell
