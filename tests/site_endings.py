"""End the making of pages in one line after another, and say where it does not end: `python -m tests.site_endings`.

A signal is raised in whatever line Python has come to. Here an exception takes its place, in each of many lines of the
process that hands out the work, its libraries' lines too. It is a program of its own, since a copy of a process that
runs tests may wait for their locks.
"""

import os
import sys
import threading
from multiprocessing import active_children
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from toc_treaties.site import makers

if TYPE_CHECKING:
    from _typeshed import TraceFunction

TASKS = [makers.Task("en", part) for part in range(12)]
EVERY = 75
PATIENCE = 20.0
"""Seconds after which a run counts as one that does not end."""


class Ended(BaseException):
    """What a signal would raise."""


class NoPages:
    """A maker that makes nothing."""

    def __init__(self, *_: object) -> None:
        """Of any edition, into any folder."""

    def make(self, task: makers.Task) -> makers.Digests:
        """The task itself as the only file."""
        return {str(task): ""}


class Lines:
    """Counts the lines of one process, and ends it in one of them."""

    def __init__(self, last: int) -> None:
        self.last, self.count, self.process = last, 0, os.getpid()

    def trace(self, _frame: FrameType, event: str, _of: object) -> "TraceFunction | None":
        """One line more."""
        if os.getpid() != self.process:
            sys.settrace(None)
            return None
        self.count += event == "line"
        if self.count == self.last:
            sys.settrace(None)
            raise Ended
        return self.trace


def lines_of(last: int) -> int:
    """Make all pages, or as many as until a line; how many lines that took."""
    lines = Lines(last)
    sys.settrace(lines.trace)
    try:
        list(makers.made(None, Path(), TASKS, 2))  # type: ignore[arg-type]
    except Ended:
        pass
    finally:
        sys.settrace(None)
    return lines.count


def ends(last: int) -> bool:
    """Whether a run that is ended in a line leaves no process that runs, and does not wait for ever."""
    done = threading.Event()
    threading.Thread(target=lambda: done.wait(PATIENCE) or os._exit(last % 255 or 1), daemon=True).start()
    lines_of(last)
    done.set()
    return not active_children()


def threads() -> int:
    """How many threads hand out the work: with one there is none that a signal could leave waiting."""
    return max(threading.active_count() for _ in makers.made(None, Path(), TASKS, 2))  # type: ignore[arg-type]


def main() -> int:
    """Print each line in which a run does not end."""
    makers.Maker = NoPages  # type: ignore[misc,assignment]
    said = [] if threads() == 1 else ["more than one thread hands out the work"]
    before_the_end = range(1, lines_of(0) * 3 // 4, EVERY)
    said += [f"a process runs on, ended in line {last}" for last in before_the_end if not ends(last)]
    sys.stdout.writelines(f"{line}\n" for line in said)
    return len(said)


if __name__ == "__main__":
    raise SystemExit(main())
