"""Where an answer goes: standard output or a file, in the format asked for."""

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from toc_treaties.cli.faults import CannotWriteError, UnknownSuffixError
from toc_treaties.document import DataUsed, Document
from toc_treaties.store.files import Origin
from toc_treaties.writers import FORMATS, format_of

if TYPE_CHECKING:
    from toc_treaties.records import Rows

FILE_WIDTH = 100


class Page(NamedTuple):
    """An answer in its three shapes, each made only when it is asked for."""

    document: Callable[[], Document]
    data: Callable[[], dict[str, Any]]
    rows: Callable[[], "Rows"]


def emit(origin: Origin, format: str | None, output: Path | None, page: Page) -> None:
    """Write an answer in the format asked for, or in the one that the file or the terminal suggests."""
    chosen = FORMATS[choose(format, output)]
    match chosen.takes:
        case "document":
            answer: Any = with_origin(page.document(), origin)
        case "data":
            answer = with_data(page.data(), origin)
        case _:
            answer = page.rows()
    writer = import_module(f"toc_treaties.writers.{chosen.module}")
    deliver(writer.write(answer, width_for(output)), output, chosen.opening)


def choose(format: str | None, output: Path | None) -> str:
    """The format's name: as asked, else by the file's suffix, else by what standard output is."""
    if format is not None:
        return format
    if output is not None and str(output) != "-":
        by_suffix = format_of(output.suffix)
        if by_suffix is None:
            raise UnknownSuffixError(output, [suffix for one in FORMATS.values() for suffix in one.suffixes])
        return by_suffix
    return "terminal" if sys.stdout.isatty() else "plain"


def width_for(output: Path | None) -> int:
    """The columns of the terminal; COLUMNS where it says so; a page's width for a file."""
    if output is not None and str(output) != "-":
        asked = os.environ.get("COLUMNS", "")
        return max(int(asked), 40) if asked.isdecimal() else FILE_WIDTH
    return max(shutil.get_terminal_size((80, 24)).columns, 40)


def with_origin(document: Document, origin: Origin) -> Document:
    """The page with the line that says which data it rests on."""
    where = origin.shown_as if origin.kind == "folder" else origin.kind
    text = f"{where}, revision {origin.revision}" if origin.revision else f"{where}, no revision known"
    return document._replace(data=DataUsed("Data", text + "."))


def with_data(record: dict[str, Any], origin: Origin) -> dict[str, Any]:
    """The record with the field that says which data it rests on."""
    return {**record, "data": {"from": origin.kind, "revision": origin.revision}}


def deliver(text: str, output: Path | None, opening: str = "") -> None:
    """Print a text, or put it into a file as a whole, never half a file; `opening` is what a file begins with."""
    if output is None or str(output) == "-":
        _print(text)
        return
    try:
        _put(text, output, opening)
    except OSError as error:
        raise CannotWriteError(output, error.strerror or str(error)) from None
    sys.stderr.write(f"written: {output}\n")


def _print(text: str) -> None:
    """Print a text; the answer's exit code stands, whether or not anybody reads it to its end."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of the pipe went away, as `head` does: what is still to be written goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _put(text: str, output: Path, opening: str) -> None:
    """Put a text into a file as a whole; a device or a pipe is written to as it is."""
    target = output.resolve()
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("w", encoding="utf-8", newline="") as device:
            device.write(text)
        return
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="") as file:
            file.write(opening + text)
        draft.replace(target)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
