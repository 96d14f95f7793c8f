"""`toc-treaties --version`: which program, which edition of the data, and how a newer one is had."""

import os
from pathlib import Path

from toc_treaties import __version__
from toc_treaties.store.edition import edition_of
from toc_treaties.store.files import GitError, NoDataError, Origin, locate
from toc_treaties.store.opening import present_folder
from toc_treaties.words.language import ENGLISH
from toc_treaties.words.visible import on_one_line

UPDATES = {
    "checkout": "git pull in that checkout, and the data of today are read.",
    "installed copy": (
        "download the newest wheel from the project's releases, and run: pipx install --force ./FILE.whl "
        "(with pip: pip install --upgrade ./FILE.whl)."
    ),
    "folder": "whoever keeps that folder updates its data; the program is updated as it was installed.",
}
"""How a newer edition is had, by the kind of place from which the data is read."""


def version_text() -> str:
    """The version of the program, the place, revision and day of the data, and how to update both."""
    named = os.environ.get("TOC_TREATIES_DATA")
    lines = [f"toc-treaties {__version__}"]
    try:
        origin = locate(Path(named) if named else None, present_folder())
    except (NoDataError, OSError) as error:
        return "\n".join([*lines, on_one_line(f"Data    none: {error}")])
    return "\n".join([*lines, on_one_line(f"Data    {_data(origin)}"), f"Update  {UPDATES[origin.kind]}"])


def _data(origin: Origin) -> str:
    """Where the data lies, and of which revision and day it is."""
    where = origin.kind if origin.kind == "installed copy" else f"{origin.kind} {origin.folder}"
    if origin.folder is None:
        return where
    try:
        revision, day = edition_of(origin.folder, origin.ask_revision, installed=origin.kind == "installed copy")
    except GitError as error:
        return f"{where}, no revision known: {error}"
    if revision is None:
        return f"{where}, no revision known"
    commit, comma, modified = revision.partition(", ")
    since = f" of {ENGLISH.day(day)}" if day else ""
    return f"{where}, revision {commit}{since}{comma}{modified}"
