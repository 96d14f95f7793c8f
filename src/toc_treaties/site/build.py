"""The site built into a folder: how the work is shared among processes changes no byte of it."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from hashlib import sha256
from multiprocessing import active_children, get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from toc_treaties.model.vocabulary import Language
from toc_treaties.site.edition import Edition, File, Prepared

PARTS = 24
"""Into how many parts the pages of a language are cut: a process that is done takes the next."""
LIST = "SHA256SUMS"
"""The file that names every other with its digest, as `sha256sum --check` takes it."""
BETWEEN = "  "
MOST_PROCESSES = 8

Digests = dict[str, str]
"""Each file with the digest of its bytes."""
Told = Callable[[int, int], None]
"""Is told how much is done, and of how much."""


class StoppedError(Exception):
    """A process that made pages was ended from outside."""


class Task(NamedTuple):
    """One part of the pages of a language."""

    language: str
    part: int


def build(edition: Edition, folder: Path, told: Told, processes: int) -> None:
    """Build the whole site into an empty folder; with one process, within this one."""
    tasks = [Task(language, part) for language in Language for part in range(PARTS)]
    digests: Digests = {}
    for done, made in enumerate(_made(edition, folder, tasks, processes), 1):
        digests |= made
        told(done, len(tasks))
    digests |= written(folder, edition.around_all())
    text = "".join(f"{digests[name]}{BETWEEN}{name}\n" for name in sorted(digests))
    folder.joinpath(LIST).write_text(text, "utf-8", newline="\n")


def processes_here() -> int:
    """How many processes can work at once on this machine."""
    asked = getattr(os, "process_cpu_count", None) or os.cpu_count
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)
    return min(asked() or 1, MOST_PROCESSES)


def listed(folder: Path) -> set[str]:
    """The files that a folder's list names, and the list; none where it has none."""
    try:
        lines = folder.joinpath(LIST).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    return {LIST, *(line.partition(BETWEEN)[2] for line in lines)}


def written(folder: Path, files: Iterator[File]) -> Digests:
    """Write files below a folder; the digest of each."""
    digests = {}
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        digests[name] = sha256(content).hexdigest()
    return digests


class Maker:
    """One process at work: it keeps what the pages of the language share that it makes at the time."""

    def __init__(self, edition: Edition, folder: Path) -> None:
        self.edition, self.folder = edition, folder
        self._prepared: tuple[str, Prepared] | None = None

    def make(self, task: Task) -> Digests:
        """The files of a task, written; the digest of each."""
        if self._prepared is None or self._prepared[0] != task.language:
            self._prepared = task.language, self.edition.prepared(task.language)
            gc.freeze()
        digests = written(self.folder, self.edition.made(self._prepared[1], task.part, PARTS))
        gc.collect()  # the program runs without, and a page leaves more behind than a command does
        return digests


def _made(edition: Edition, folder: Path, tasks: list[Task], processes: int) -> Iterator[Digests]:
    """What each task made, as one after another is done."""
    if processes == 1:
        yield from map(Maker(edition, folder).make, tasks)
        return
    with ProcessPoolExecutor(processes, get_context(_method()), _begin, (edition, folder)) as pool:
        waiting = [pool.submit(_make, task) for task in tasks]
        try:
            yield from map(Future.result, as_completed(waiting))
        except BrokenProcessPool:
            raise StoppedError from None
        finally:  # what is not done yet is wanted no more
            if not all(future.done() for future in waiting):
                pool.shutdown(wait=False, cancel_futures=True)
                makers = active_children()
                for process in makers:
                    process.terminate()
                for process in makers:
                    process.join()


def _method() -> str:
    """How processes begin: as copies of this one, where a copy may go on using the system's libraries."""
    return "fork" if "fork" in get_all_start_methods() and sys.platform != "darwin" else "spawn"


_MAKERS: list[Maker] = []
"""The maker of this process, where it was begun to make pages."""


def _begin(edition: Edition, folder: Path) -> None:
    """Begin a process: a key that is pressed is the first process's business, whose end is this one's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()
    _MAKERS[:] = [Maker(edition, folder)]


def _end_with_parent() -> None:
    """End with the process that began this one, however it ended."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _make(task: Task) -> Digests:
    """A task, done by the maker of this process."""
    return _MAKERS[0].make(task)
