"""What whole processes cost: processor and wall time of a run, beside another in the same minute.

The two are run in turn, so that a machine whose speed drifts slows both, and from bytecode, as for anybody who runs
them twice.
"""

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from typing import NamedTuple

WARM_UPS = 2
COLUMNS, LINES = 120, 40
"""The size of the terminal."""


class Cost(NamedTuple):
    """What a run took, in seconds, of the process and of those that it starts; or a ratio of two such."""

    processor: float
    wall: float

    def over(self, other: "Cost") -> "Cost":
        """This cost as a ratio to another."""
        return Cost(self.processor / other.processor, self.wall / other.wall)


class Process(NamedTuple):
    """A command; `variables` are set for it, and its output goes to a terminal or nowhere."""

    command: Sequence[str]
    variables: tuple[tuple[str, str], ...] = ()
    terminal: bool = False

    def run(self, bytecode: str) -> Cost:
        """One run, its output thrown away."""
        own = {key: value for key, value in os.environ.items() if key not in OF_THE_CALLER}
        given = {**own, **dict(self.variables), "PYTHONPYCACHEPREFIX": bytecode}
        begun = time.perf_counter()
        if self.terminal:
            process = _on_a_terminal(self.command, given)
        else:
            process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, env=given)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(self.command)} ended with {process.returncode}")
        return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - begun)


OF_THE_CALLER = ("PYTHONDONTWRITEBYTECODE", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "TOC_TREATIES_DATA")
"""Variables that would make the runs others than a user's."""


def _on_a_terminal(command: Sequence[str], given: dict[str, str]) -> "subprocess.Popen[bytes]":
    """A process that has written its output to a terminal, to the end."""
    from pty import openpty
    from termios import tcsetwinsize

    ours, theirs = openpty()
    tcsetwinsize(theirs, (LINES, COLUMNS))
    variables = {**given, "TERM": "xterm-256color"}
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=variables)
    os.close(theirs)
    try:
        while os.read(ours, 1 << 16):
            pass
    except OSError:
        pass  # so Linux says that nobody holds the other end any more
    os.close(ours)
    return process


def together(processes: Sequence[Process], bytecode: str) -> Cost:
    """The cost of several processes, one after the other."""
    costs = [process.run(bytecode) for process in processes]
    return Cost(sum(cost.processor for cost in costs), sum(cost.wall for cost in costs))


def ratios(processes: Sequence[Process], beside: Sequence[Process], rounds: int, bytecode: str) -> list[Cost]:
    """The ratios of some processes to others, round by round, after the warm-ups."""
    pairs = [(together(processes, bytecode), together(beside, bytecode)) for _ in range(rounds + WARM_UPS)]
    return [ours.over(theirs) for ours, theirs in pairs[WARM_UPS:]]


def median(costs: Sequence[Cost]) -> Cost:
    """The median of processor time and that of wall time."""
    return Cost(statistics.median(cost.processor for cost in costs), statistics.median(cost.wall for cost in costs))
