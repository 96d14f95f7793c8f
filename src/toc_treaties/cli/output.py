"""Where an answer goes: standard output or a file, in the format asked for."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from toc_treaties.cli.faults import CannotWriteError, CommandError, NotInstalledError, UnknownSuffixError
from toc_treaties.cli.streams import printing, tell, tell_placed
from toc_treaties.document import Caution, DataUsed, Document, line_of
from toc_treaties.store.files import GitError, Origin
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import ORIGIN
from toc_treaties.writers import FORMATS, Format, Takes, format_of

if TYPE_CHECKING:
    from toc_treaties.document.days import Days
    from toc_treaties.document.rows import Rows
    from toc_treaties.questions.day_taken import DayTaken, NotGiven
    from toc_treaties.writers.sheet import Sheet

FILE_WIDTH = 100


class Page(NamedTuple):
    """An answer in its three shapes, each made only when it is asked for."""

    document: Callable[[], Document]
    data: Callable[[], dict[str, Any]]
    rows: Callable[[], "Rows"]
    days: Callable[[], "Days"] | None = None


class Where(NamedTuple):
    """Where an answer goes: its format, its file, and the sheet that it is printed onto."""

    format: str | None = None
    output: Path | None = None
    paper: str | None = None
    template: bytes | None = None
    """The content of a Word file whose styles are used."""

    @property
    def chosen(self) -> Format:
        """The format; one whose library is not installed is refused, so that nothing is read in vain."""
        name = choose(self.format, self.output)
        if not FORMATS[name].is_there:
            raise NotInstalledError(name)
        if self.template is not None and name != "docx":
            raise CommandError("--template is for a Word file: name one with --output, ending in .docx")
        return FORMATS[name]

    @property
    def sheet(self) -> "Sheet":
        """The sheet that it is printed onto."""
        from toc_treaties.writers.sheet import Paper, Sheet

        return Sheet(Paper(self.paper or Paper.A4), self.template)


def emit(origin: Origin, where: Where, page: Page, taken: "Sequence[DayTaken | NotGiven]", words: Words) -> None:
    """Write an answer in the format asked for, or in the one that the file or the terminal suggests.

    What is to be said of the day stands on the page; of a record, which has no sentences, on standard error.
    """
    chosen = where.chosen
    cautions = _cautions(taken, words)
    match chosen.takes:
        case Takes.DOCUMENT | Takes.PRINTED:
            answer: Any = with_origin(page.document(), origin, words, cautions)
        case Takes.WORKBOOK:
            from toc_treaties.faces import workbook_of

            answer = workbook_of(with_origin(page.document(), origin, words, cautions), page.data(), page.rows())
        case Takes.RECORD:
            answer = with_data(page.data(), origin, taken)
        case Takes.ROWS:
            answer = _with_revision(page.rows(), origin, words)
        case Takes.DAYS:
            answer = page.days() if page.days else None
            if answer is not None and not answer.days:
                tell("nothing that is recorded here lies ahead: the calendar file holds no entry")
    if chosen.takes in {Takes.RECORD, Takes.ROWS, Takes.DAYS}:
        tell(*cautions)
    onto = where.sheet if chosen.needs else width_for(where.output)
    deliver(chosen.writer.write(answer, onto), where.output, chosen.opening, styled=chosen.module == "terminal")


def choose(format: str | None, output: Path | None) -> str:
    """The format's name: as asked, else by the file's suffix, else by what standard output is."""
    if format is not None:
        return format
    if output is not None and str(output) != "-":
        by_suffix = format_of(output.suffix)
        if os.path.isdir(output):  # noqa: PTH112 - a path that no file can have is none
            raise CannotWriteError(output, "it is a folder")
        if by_suffix is None:
            raise UnknownSuffixError(output, [suffix for known in FORMATS.values() for suffix in known.suffixes])
        return by_suffix
    return "terminal" if sys.stdout.isatty() else "plain"


def width_for(output: Path | None) -> int:
    """The columns of the terminal; COLUMNS where it says so; a page's width for a file."""
    if output is not None and str(output) != "-":
        asked = os.environ.get("COLUMNS", "")
        return max(int(asked), 40) if asked else FILE_WIDTH
    return max(shutil.get_terminal_size((80, 24)).columns, 40)


def _cautions(taken: "Sequence[DayTaken | NotGiven]", words: Words) -> list[str]:
    if not taken:
        return []
    from toc_treaties.pages.cautions import caution_text

    return [caution_text(day, words) for day in taken]


MODIFIED = ", modified"
"""How the revision of files ends that were changed since."""


def with_origin(document: Document, origin: Origin, words: Words, cautions: Sequence[str] = ()) -> Document:
    """The page with what its reader must know of its day above it, and below it which data it rests on.

    Where that is a past revision, the day on which it was known stands beside the day asked about, and its own below.
    """
    above = (Caution(line_of(caution)) for caution in cautions)
    if origin.known is not None:
        known = words.long_day(origin.known.on)
        document = document._replace(aside=words.say("{day}, as known on {known}", day=document.aside, known=known))
    return document._replace(blocks=(*above, *document.blocks), data=data_used(origin, words))


def data_used(origin: Origin, words: Words, *, published: bool = False) -> DataUsed:
    """Which data a page rests on, in words; what is published does not say how a folder is called on one's machine."""
    revision, day = _revision_of(origin), origin.known.day if origin.known else None
    where = words.term(ORIGIN, origin.kind)
    if origin.kind == "folder" and not published:
        where = origin.shown_as.removesuffix(f" at {revision}") if origin.known else origin.shown_as
    commit = (revision or "").removesuffix(MODIFIED)
    changed = commit if commit != revision else None
    text = (
        words.known("{where}, revision {revision} of {day}.", where=where, revision=revision, day=day)
        or words.known("{where}, revision {revision}, modified.", where=where, revision=changed)
        or words.known("{where}, revision {revision}.", where=where, revision=revision)
        or words.say("{where}, no revision known.", where=where)
    )
    return DataUsed(words.say("Data"), text)


def with_data(record: dict[str, Any], origin: Origin, taken: "Sequence[DayTaken | NotGiven]" = ()) -> dict[str, Any]:
    """The record with the field that says which data it rests on."""
    data: dict[str, Any] = {"from": origin.kind, "revision": _revision_of(origin)}
    if origin.known is not None:
        from toc_treaties.records.not_given import record as not_given

        asked, commit, *days = origin.known
        day, on = (each.isoformat() for each in days)
        data["known"] = {"asked": asked, "on": on, "commit": commit, "day": day, "not_given": not_given(taken)}
    return {**record, "data": data}


def _with_revision(rows: "Rows", origin: Origin, words: Words) -> "Rows":
    """The lines with the revision that knew them, where a past one was asked for; in words, where their head is."""
    if origin.known is None:
        return rows
    head = "known" if "as_of" in rows.fields else words.say("Revision")
    lines = [{**line, head: origin.revision} for line in rows.lines]
    return rows._replace(fields=(*rows.fields, head), lines=lines)


def _revision_of(origin: Origin) -> str | None:
    """The revision of the data; where git does not answer, this is said on standard error, and none is known."""
    try:
        return origin.revision
    except GitError as error:
        tell(f"no revision is known: {error}")
        return None


def deliver(content: str | bytes, output: Path | None, opening: str = "", *, styled: bool = False) -> None:
    """Print an answer, or put it into a file as a whole, never half a file; `opening` is what a file begins with.

    On a terminal nothing but the colours of a `styled` page is a command to the screen.
    """
    if output is None or str(output) == "-":
        if isinstance(content, str) and not styled and sys.stdout.isatty():
            from toc_treaties.words.visible import ON_A_PAGE, visible

            content = visible(content, kept=f"{ON_A_PAGE}\r")
        _print(content)
        return
    from toc_treaties.store.putting import put

    try:
        put(output, content if isinstance(content, bytes) else (opening + content).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise CannotWriteError(output, error) from None
    tell_placed()


def _print(content: str | bytes) -> None:
    """Print an answer; its exit code stands, whether or not anybody reads it to its end."""
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise CommandError("this format is no text: name a file for it with --output")
    if isinstance(content, bytes):
        with printing(sys.stdout.fileno()):
            sys.stdout.buffer.write(content)
    else:
        sys.stdout.write(content)
    sys.stdout.flush()
