"""Which edition of the register's data a run reads: its revision, the day of that, and the note that carries both."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

NOTE = "REVISION"
"""The file beside the data of a release that says of which revision it is, and of which day."""


class Edition(NamedTuple):
    """A revision of the data, *modified* where files differ from it, and the day on which it was committed."""

    revision: str | None = None
    day: date | None = None


def noted(data: Path) -> Edition:
    """What the note beside a release's data says; one of an older release says no day."""
    try:
        revision, _, rest = (data / NOTE).read_text("utf-8").strip().partition("\n")
    except (OSError, UnicodeDecodeError):
        return Edition()
    with suppress(ValueError):
        return Edition(revision.strip() or None, date.fromisoformat(rest.partition("\n")[0].strip()))
    return Edition(revision.strip() or None)


def edition_of(data: Path, ask_revision: Callable[[], str | None], *, installed: bool) -> Edition:
    """The edition of a folder's files: by the note of an installed copy, else by the repository around them."""
    if installed:
        return noted(data)
    revision = ask_revision()
    if revision is None:
        return Edition()
    from toc_treaties.store.trees import day_of

    return Edition(revision, day_of(data))
