"""How git is asked: by its command, in a clean environment, within a time limit, running nothing that is configured.

A data folder may come from anybody, with the repository around it. What its configuration names (monitors, hooks,
filters, pagers, helpers) is never run, and nothing is fetched. Only commands are asked that read commits, trees and
blobs as they are stored; `status`, `diff`, `log` and `show` are not among them, because they ask filters, drivers or
programs of signatures that no option turns off.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha1, sha256
from pathlib import Path
from shutil import which
from threading import Event, Thread, Timer
from typing import TYPE_CHECKING, NamedTuple
from weakref import finalize

from toc_treaties.store.files import GitError
from toc_treaties.store.git_faults import (
    NOTHING_LEFT,
    DamagedError,
    NoGitError,
    SilentGitError,
    TooLargeError,
    UnstartedError,
)
from toc_treaties.store.opening import MOST_BYTES

if TYPE_CHECKING:
    from subprocess import Popen

LIMIT = 10.0
"""How many seconds git has for one answer."""
MOST_SAID = 100_000
"""How many bytes of what it complains of are read."""
LARGEST = MOST_BYTES
"""How many bytes a file of a revision can have, and what git says at once: as many as one of a folder."""
QUIET = (
    *("--no-pager", "--no-replace-objects", "--literal-pathspecs"),
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.pager=cat"),
    *("-c", "core.quotePath=false"),
    *("-c", "credential.helper="),
    *("-c", "protocol.allow=never"),
    *("-c", "safe.bareRepository=explicit"),
)
ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
    "LC_ALL": "C",
}
"""An empty list of protocols holds against any that a repository allows itself, so that a partial clone asks nobody."""


class Reply(NamedTuple):
    """What git printed, and whether it did what was asked."""

    done: bool
    text: bytes
    complaint: str


class Repository:
    """The repository around a folder, as git reads it.

    One that belongs to another user is read where the user has told git to trust it, and not otherwise.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.trusted: tuple[str, ...] = ()
        self.objects: Popen[bytes] | None = None

    def ask(self, *words: str) -> Reply:
        """What git answers."""
        reply = _run(*self.trusted, "-C", str(self.folder), *words)
        if not reply.done and FOREIGN in reply.complaint and not self.trusted:
            self.trusted = tuple(_trusted())
            return _run(*self.trusted, "-C", str(self.folder), *words)
        return reply

    def read(self, name: str) -> bytes:
        """The content of an object."""
        found = self._look_up(name)
        if found is None:
            raise DamagedError
        return found[1]

    def find(self, name: str) -> bytes:
        """The same; nothing where there is no such object."""
        found = self._look_up(name)
        return found[1] if found else b""

    def name_of(self, name: str) -> str | None:
        """The full name of an object; None where there is none."""
        found = self._look_up(name)
        return found[0] if found else None

    def _look_up(self, name: str) -> tuple[str, bytes] | None:
        """An object's full name and its content. One git answers for all, and is started with the first."""
        try:
            return self._asked(name)
        except DamagedError:
            if self.trusted or not self.ask("rev-parse").done or not self.trusted:
                raise
            return self._asked(name)

    def _asked(self, name: str) -> tuple[str, bytes] | None:
        from subprocess import DEVNULL, PIPE

        if self.objects is None:
            words = (*self.trusted, "-C", str(self.folder), "cat-file", "--batch")
            self.objects = _started(*words, stdin=PIPE, stderr=DEVNULL)
            finalize(self, _end, self.objects)
        process = self.objects
        late, timer = _ended_in_time(process)
        try:
            return _answer(process, name)
        except (OSError, GitError) as error:
            self.objects = None
            _stop(process)
            if late.is_set():
                raise SilentGitError(LIMIT) from None
            raise error if isinstance(error, GitError) else DamagedError from None
        finally:
            timer.cancel()


FOREIGN = "dubious ownership"
"""How git calls a repository of another user."""


def _answer(process: "Popen[bytes]", name: str) -> tuple[str, bytes] | None:
    """The answer to one name: a line with the full name, the kind and the length, the content, the end of a line."""
    ask, answer = process.stdin, process.stdout
    if ask is None or answer is None:
        raise DamagedError
    ask.write(os.fsencode(f"{name}\n"))
    ask.flush()
    head = answer.readline()
    if head.endswith((b" missing\n", b" ambiguous\n")):
        return None
    full, kind, length = head.split() if head.count(b" ") == 2 else (b"", b"", b"")  # noqa: PLR2004 - three words
    if not length.isdigit():
        raise DamagedError
    size = int(length)
    if size > LARGEST:
        raise TooLargeError(f"{size:,} bytes")
    content = answer.read(size + 1)[:-1]
    if len(content) != size or sum_of(kind, content, len(full)) != full.decode("ascii", "replace"):
        raise DamagedError
    return full.decode("ascii"), content


def sum_of(kind: bytes, content: bytes, length: int) -> str:
    """The name that git gives a content of a kind, of so many signs.

    What cat-file gives out is held to it: it does not look itself.
    """
    made = sha1 if length == SHA1 else sha256
    return made(b"%s %d\0" % (kind, len(content)) + content, usedforsecurity=False).hexdigest()


SHA1 = 40
"""How many signs a name has that SHA-1 made: the length of a name says by what it was made."""


def _trusted() -> Iterator[str]:
    """The folders that the configurations of the user and the system trust, as options; no more is taken of them."""
    for where in ("--global", "--system"):
        reply = _run("-C", os.path.sep, "config", where, "--null", "--get-all", "safe.directory", own=True)
        for folder in os.fsdecode(reply.text).split("\0")[:-1]:
            yield from ("-c", f"safe.directory={folder}")


def _run(*words: str, own: bool = False) -> Reply:
    """One run of git, to its end; `own` reads the configurations of the user and the system."""
    from subprocess import DEVNULL, PIPE

    process = _started(*words, own=own, stdin=DEVNULL, stderr=PIPE)
    late, timer = _ended_in_time(process)
    complaints: list[bytes] = []
    with process:
        answer, complaint = process.stdout, process.stderr
        if answer is None or complaint is None:
            raise DamagedError
        reader = Thread(target=lambda: complaints.append(complaint.read(MOST_SAID)), daemon=True)
        _start(reader, process)
        try:
            out = answer.read(LARGEST + 1)
            if len(out) > LARGEST:
                raise TooLargeError(f"more than {LARGEST:,} bytes")  # noqa: TRY301 - git is stopped below
            reader.join()
            process.wait()
        except BaseException:
            _stop(process)
            reader.join()
            raise
        finally:
            timer.cancel()
    if late.is_set():
        raise SilentGitError(LIMIT)
    return Reply(process.returncode == 0, out, b"".join(complaints).decode("utf-8", "replace"))


def _ended_in_time(process: "Popen[bytes]") -> "tuple[Event, Timer]":
    """A watch that ends a git which has not answered in time, and whether it did."""
    late = Event()

    def stop() -> None:
        late.set()
        _stop(process)

    timer = Timer(LIMIT, stop)
    timer.daemon = True
    _start(timer, process)
    return late, timer


def _start(thread: Thread, process: "Popen[bytes]") -> None:
    """Start a thread beside a git; where the system has no room for one, git is ended and memory is said to lack."""
    try:
        thread.start()
    except RuntimeError:
        _end(process)
        raise MemoryError from None


def _started(*words: str, own: bool = False, stdin: int, stderr: int) -> "Popen[bytes]":
    """Git, in a group of its own, so that what it starts can be stopped with it."""
    from subprocess import PIPE, Popen

    # A program that lies in the present folder is not run, whatever the path says.
    program = which("git", path=os.pathsep.join(entry for entry in os.get_exec_path() if Path(entry).is_absolute()))
    if program is None:
        raise NoGitError
    environment = {key: value for key, value in os.environ.items() if not key.upper().startswith("GIT_")}
    environment |= {"LC_ALL": "C"} if own else ENVIRONMENT
    try:
        return Popen(  # noqa: S603 - no option is a user's word
            [program, *QUIET, *words], stdin=stdin, stdout=PIPE, stderr=stderr, env=environment, start_new_session=True
        )
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno in NOTHING_LEFT:
            raise UnstartedError(error) from None
        raise NoGitError from None


def _stop(process: "Popen[bytes]") -> None:
    """End git, and all that it started."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _end(process: "Popen[bytes]") -> None:
    """End a git that waits for names."""
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    _stop(process)
    process.wait()
