"""What a user can do wrong, one class each, with the exit code it ends in."""

import os
from collections.abc import Iterable
from errno import ENOENT
from pathlib import Path

from toc_treaties.store.opening import MOST_BYTES

A_FEW = 40
"""How many words an error can list."""


class CommandError(Exception):
    """A sentence for the user, with lines below it, and an exit code: 1 the answer is no, 2 usage, 3 data not readable.

    A break of the line within one, as a file's name may have, parts none.
    """

    code = 2

    def __init__(self, said: str, *below: str) -> None:
        super().__init__(said, *below)

    def __str__(self) -> str:
        """The sentence, with the lines below it."""
        return "\n".join(self.lines)

    @property
    def lines(self) -> list[str]:
        """The sentence and the lines below it, each of them one."""
        from toc_treaties.words.visible import on_one_line

        return [on_one_line(line) for line in self.args]


class UnprintableError(CommandError):
    """Standard output takes nothing."""

    def __init__(self, why: str | None) -> None:
        super().__init__(f"standard output cannot be written to: {why}")


class UnreadableDataError(CommandError):
    """The files a question needs hold errors, so its answer would not be true."""

    code = 3

    def __init__(self, files: Iterable[str], count: int, command: str) -> None:
        named = sorted(set(files))
        listed = ", ".join(named[:3]) + (f" and {len(named) - 3} more" if len(named) > 3 else "")  # noqa: PLR2004 - a line's worth
        errors = "1 error" if count == 1 else f"{count} errors"
        super().__init__(f"{listed}: {errors}, so the answer would not be true. Run: {command}")


class MissingDataError(CommandError):
    """A file that the question needs is not there, or cannot be read."""

    code = 3


class UnknownChoiceError(CommandError):
    """A word that is not among those an option or argument takes."""

    def __init__(self, what: str, word: str, known: Iterable[str], near: list[str] | None = None) -> None:
        from toc_treaties.model.names import nearest

        self.what, self.word = what, word
        words = list(known)
        near = near or nearest(word, words)
        few = words if len(words) <= A_FEW else [*words[:3], f"{len(words) - 3} more"]
        remedy = f"did you mean {' or '.join(near)}?" if near else f"one of {', '.join(few)} is expected"
        super().__init__(f"there is no {what} {word!r}: {remedy}")


class AmbiguousError(CommandError):
    """A name that several things have."""

    def __init__(self, what: str, word: str, candidates: list[str]) -> None:
        super().__init__(f"{word!r} names more than one {what}: write {' or '.join(candidates)}")


class CannotWriteError(CommandError):
    """The output file cannot be written."""

    def __init__(self, file: Path, why: str | OSError) -> None:
        super().__init__(f"{file} cannot be written: {why if isinstance(why, str) else _why_not(file, why)}")


def _why_not(file: Path, error: OSError) -> str:
    """Why a file cannot be written: for want of a folder, its own or that to which a link leads, or as is said."""
    if error.errno == ENOENT:
        for folder in (file.parent, Path(error.filename or file).parent):
            if not os.path.isdir(folder):  # noqa: PTH112 - Path raises where this says no
                return f"there is no folder {folder}: make it first"
    return reason(error)


def reason(error: OSError) -> str:
    """Why the system refused a file, in its own words."""
    return error.strerror or str(error) or type(error).__name__


class UnconfirmedError(CommandError):
    """A final brief would print what no source shows."""

    code = 1

    def __init__(self, found: list[str]) -> None:
        count = "1 thing is" if len(found) == 1 else f"{len(found)} things are"
        super().__init__(f"{count} unconfirmed, and nothing is written:", *(f"  {line}" for line in found))


def content_of(path: Path) -> bytes:
    """The content of a file that a user named, of at most `MOST_BYTES`; an address is refused.

    What comes out of a pipe, as `<(…)` of a shell, is read as a file is.
    """
    _refuse_address(path)
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {reason(error)}") from None
    if len(content) > MOST_BYTES:
        raise CommandError(f"{path} cannot be read: it has more than {MOST_BYTES:,} bytes")
    return content


def _refuse_address(path: Path) -> None:
    """Refuse an address where a file is to be named; as a path, it has lost one of its slashes."""
    scheme, colon, rest = str(path).partition(":")
    if colon and scheme.lower() in {"http", "https"}:
        address = f"{scheme}://{rest.lstrip('/')}"
        raise CommandError(
            f"{address} is an address, and nothing is fetched: save the page from a browser, and name its file"
        )


class NotInstalledError(CommandError):
    """What prints a format is not installed."""

    def __init__(self, format: str) -> None:
        super().__init__(
            f"{format} needs what is installed by: pip install 'toc-treaties[print]'; in a checkout: "
            "pip install '.[print]'"
        )


class NoDaysError(CommandError):
    """A calendar file is asked of a question that has no days for one."""

    def __init__(self, command: str, with_days: str) -> None:
        super().__init__(f"{command} has no days for a calendar file, as {with_days} has: choose another format")


class UnknownSuffixError(CommandError):
    """The output file's suffix chooses no format."""

    def __init__(self, file: Path, known: Iterable[str]) -> None:
        super().__init__(
            f"{file.name}: no format has the suffix {file.suffix or '(none)'}; {', '.join(known)} do, or add --format"
        )
