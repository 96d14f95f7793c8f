"""The processes that make the pages of a site, each one part after another.

The library's own pools hand work on by threads and locks. A signal that ends the run is raised in whatever line the
first process has come to: where that line held such a lock, the run waited for itself and never ended. Here one thread
asks each process for one part at a time, and holds no lock.
"""

import gc
import os
import signal
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from multiprocessing import active_children, get_all_start_methods, get_context, parent_process
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from toc_treaties.site.edition import Edition, File, Prepared

PARTS = 24
"""Into how many parts the pages of a language are cut: a process that is done takes the next."""
MOST_PROCESSES = 8

Digests = dict[str, str]
"""Each file with the digest of its bytes."""


class StoppedError(Exception):
    """A process that made pages was ended from outside."""


class MakerError(Exception):
    """A process that made pages met a fault of the program."""


class Task(NamedTuple):
    """One part of the pages of a language."""

    language: str
    part: int


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


def written(folder: Path, files: Iterator[File]) -> Digests:
    """Write files below a folder; the digest of each."""
    digests = {}
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        digests[name] = sha256(content).hexdigest()
    return digests


def processes_here() -> int:
    """How many processes can work at once on this machine."""
    asked = getattr(os, "process_cpu_count", None) or os.cpu_count
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)
    return min(asked() or 1, MOST_PROCESSES)


def made(edition: Edition, folder: Path, tasks: list[Task], processes: int) -> Generator[Digests, None, None]:
    """What each task made, as one after another is done; with one process, within this one."""
    try:
        makers = _begun(edition, folder, processes) if processes > 1 else []
        yield from _asked(makers, tasks) if makers else map(Maker(edition, folder).make, tasks)
    finally:  # what is not done yet is wanted no more
        begun = active_children()
        for process in begun:
            process.terminate()
        for process in begun:
            process.join()


def _begun(edition: Edition, folder: Path, processes: int) -> list[Connection]:
    """What asks each of several processes that have begun, as many as the system gives."""
    begin = get_context(_method()).Process  # type: ignore[attr-defined]
    makers = []
    with _none_stops(), suppress(OSError):
        for _ in range(processes):
            ours, theirs = Pipe()
            begin(target=_work, args=(theirs, edition, folder), daemon=True).start()
            theirs.close()  # so that the end of the process is the end of the pipe
            makers.append(ours)
    return makers


def _asked(makers: list[Connection], tasks: list[Task]) -> Iterator[Digests]:
    """What each task made; a process that is done is asked for the next."""
    left, free = iter(tasks), list(makers)
    busy: set[Connection] = set()
    while True:
        for maker, task in zip(free, left, strict=False):
            _ask(maker, task)
            busy.add(maker)
        if not busy:
            return
        done = wait(busy)
        free = [maker for maker in makers if maker in done]
        busy.difference_update(free)
        yield from map(_answer, free)


def _ask(maker: Connection, task: Task) -> None:
    """Ask a process for a part."""
    try:
        maker.send(task)
    except OSError:
        raise StoppedError from None


def _answer(maker: Connection) -> Digests:
    """What a process made, or what it could not do."""
    try:
        answer: Digests | Exception = maker.recv()
    except (EOFError, OSError):
        raise StoppedError from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _method() -> str:
    """How processes begin: as copies of this one, where a copy may go on using the system's libraries."""
    return "fork" if "fork" in get_all_start_methods() and sys.platform != "darwin" else "spawn"


STOPPING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""The signals that end a run."""


@contextmanager
def _none_stops() -> Iterator[None]:
    """Hold back the signals that end a run until processes have begun: one just begun would take them for its own."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, edition: Edition, folder: Path) -> None:
    """Make what the first process asks for, until it asks no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a key that is pressed is the first process's business
    for number in STOPPING[1:]:
        signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    Thread(target=_end_with_parent, daemon=True).start()
    maker = Maker(edition, folder)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_outcome(maker, pipe.recv()))


def _outcome(maker: Maker, task: Task) -> Digests | Exception:
    """What a maker made of a task, or what it could not do, for the first process to say."""
    try:
        return maker.make(task)
    except OSError as error:
        return OSError(error.errno, error.strerror)
    except MemoryError:
        return MemoryError()
    except ImportError as error:
        return ImportError(str(error))
    except Exception as error:  # noqa: BLE001 - of another kind, as of a library, it may not go through a pipe
        frame = error.__traceback__
        while frame is not None and frame.tb_next is not None:
            frame = frame.tb_next
        where = f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else "?"
        return MakerError(f"{type(error).__name__} at {where}, in part {task.part} of {task.language}: {error}")


def _end_with_parent() -> None:
    """End with the process that began this one, however it ended."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
