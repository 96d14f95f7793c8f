"""What a run stands on, made safe before anything is asked: standard streams and the width of the terminal.

A stream that is closed, full or no longer read is met at one place, whoever writes to it: Typer, Rich or a command.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EBADF
from io import TextIOWrapper

from toc_treaties.cli.faults import UnprintableError

MOST_DIGITS = 4
"""A terminal whose width has more digits than this does not exist."""


class StandardOutput(TextIOWrapper):
    """Where answers are printed: one that nobody reads to its end ends quietly, one that takes nothing is said."""

    def write(self, text: str) -> int:
        """Print a text."""
        with printing(self.fileno()):
            return super().write(text)
        return len(text)

    def flush(self) -> None:
        """Print what is left."""
        with printing(self.fileno()):
            super().flush()


class StandardError(TextIOWrapper):
    """Where remarks and refusals are said; that they cannot be changes neither an answer nor an exit code."""

    def write(self, text: str) -> int:
        """Say a text."""
        with suppress(OSError):
            return super().write(text)
        return len(text)

    def flush(self) -> None:
        """Say what is left."""
        with suppress(OSError):
            super().flush()


@contextmanager
def printing(handle: int) -> Iterator[None]:
    """What prints an answer to an open file: a reader that goes away is none, a full or closed one ends the command."""
    try:
        yield
    except BrokenPipeError:
        _leave_off(handle)  # the reader of the pipe went away, as `head` does
    except OSError as error:
        _leave_off(handle)
        why = "it is closed" if error.errno == EBADF else error.strerror
        raise UnprintableError(why) from None


def _leave_off(handle: int) -> None:
    """Let what is still to be written to an open file go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), handle)


def tell(*lines: str) -> None:
    """Say something on standard error, a line each; nothing in it, as in a file's name, parts or moves a line."""
    from toc_treaties.words.visible import on_one_line

    sys.stderr.write("".join(f"{on_one_line(line)}\n" for line in lines))


def placed() -> str:
    """The files that this run has put in place and has not said yet; they count as said then."""
    files = sys.modules.get("toc_treaties.store.putting")
    if files is None:
        return ""
    names = ", ".join(dict.fromkeys(map(str, files.PLACED)))
    files.PLACED.clear()
    return names


def tell_placed() -> None:
    """Say which files were put in place."""
    tell(f"written: {placed()}")


def prepare() -> None:
    """Make the run's streams and its environment such that nothing below has to doubt them."""
    for name in ("COLUMNS", "LINES"):
        value = os.environ.get(name, "0")
        if not (value.isascii() and value.isdigit() and len(value) <= MOST_DIGITS):
            del os.environ[name]
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _occupy()
    sys.stdout = _as(StandardOutput, sys.stdout, 1)
    sys.stderr = _as(StandardError, sys.stderr, 2)


def _occupy() -> None:
    """Put something in the place of standard streams that were closed, so that no file of ours gets their number.

    Standard output stays closed to whoever writes to it; what is said on standard error goes nowhere.
    """
    for handle, how in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(handle)
        except OSError:
            os.open(os.devnull, how)


def _as(kind: type[StandardOutput | StandardError], stream: object, handle: int) -> "StandardOutput | StandardError":
    """A standard stream in UTF-8, as one of ours; what stands in for one, as in a test, stays.

    A sign that UTF-8 has not, as of a file's name in another encoding, is written as its code. Windows would end the
    lines of a CSV twice, and write them in the letters of its code page.
    """
    if stream is None:
        return kind(open(handle, "wb", closefd=False), "utf-8", "backslashreplace", "\n")
    if not isinstance(stream, TextIOWrapper) or isinstance(stream, kind):
        return stream  # type: ignore[return-value]
    return kind(stream.buffer, "utf-8", "backslashreplace", "\n", line_buffering=stream.line_buffering)
