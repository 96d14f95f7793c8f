"""The site built into a folder: how the work is shared among processes changes no byte of it."""

import os
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from toc_treaties.model.vocabulary import Language
from toc_treaties.site.edition import Edition
from toc_treaties.site.makers import PARTS, Digests, Task, made, written

LIST = "SHA256SUMS"
"""The file that names every other with its digest, as `sha256sum --check` takes it."""
ALWAYS = "api/v1/index.json"
"""A file that every site has, and nothing else: others make lists of that name too, as of what they release."""
BETWEEN = "  "

Told = Callable[[int, int], None]
"""Is told how much is done, and of how much."""


def build(edition: Edition, folder: Path, told: Told, processes: int) -> Digests:
    """Build the whole site into an empty folder; with one process, within this one. The digest of each file."""
    tasks = [Task(language, part) for language in Language for part in range(PARTS)]
    digests: Digests = {}
    with closing(made(edition, folder, tasks, processes)) as parts:
        for done, part in enumerate(parts, 1):
            digests |= part
            told(done, len(tasks))
    digests |= written(folder, edition.around_all())
    text = "".join(f"{digests[name]}{BETWEEN}{name}\n" for name in sorted(digests))
    digests |= written(folder, iter([(LIST, text.encode())]))
    _force()
    return digests


def _force() -> None:
    """Force the files to the disk, all at once, so that a loss of power cannot leave their names alone in place."""
    with suppress(AttributeError):  # Windows has no such call
        os.sync()


def listed(folder: Path) -> set[str]:
    """The files that a folder's list names, and the list; none where it has none, or where it is no site's."""
    try:
        lines = folder.joinpath(LIST).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    names = {line.partition(BETWEEN)[2] for line in lines}
    return {LIST, *names} if ALWAYS in names else set()
