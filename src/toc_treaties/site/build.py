"""The site built into a folder: how the work is shared among processes changes no byte of it."""

from collections.abc import Callable
from pathlib import Path

from toc_treaties.model.vocabulary import Language
from toc_treaties.site.edition import Edition
from toc_treaties.site.makers import PARTS, Digests, Task, made, written

LIST = "SHA256SUMS"
"""The file that names every other with its digest, as `sha256sum --check` takes it."""
BETWEEN = "  "

Told = Callable[[int, int], None]
"""Is told how much is done, and of how much."""


def build(edition: Edition, folder: Path, told: Told, processes: int) -> None:
    """Build the whole site into an empty folder; with one process, within this one."""
    tasks = [Task(language, part) for language in Language for part in range(PARTS)]
    digests: Digests = {}
    for done, part in enumerate(made(edition, folder, tasks, processes), 1):
        digests |= part
        told(done, len(tasks))
    digests |= written(folder, edition.around_all())
    text = "".join(f"{digests[name]}{BETWEEN}{name}\n" for name in sorted(digests))
    folder.joinpath(LIST).write_text(text, "utf-8", newline="\n")


def listed(folder: Path) -> set[str]:
    """The files that a folder's list names, and the list; none where it has none."""
    try:
        lines = folder.joinpath(LIST).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    return {LIST, *(line.partition(BETWEEN)[2] for line in lines)}
