"""What commands cost beside the smallest Typer program, as ratios of whole processes in one run.

    python benchmarks/startup.py [ROUNDS]

The two are run in turn, so that a machine whose speed drifts slows both. Printed are the lowest, the median and the
highest ratio of processor time, of the process and of those that it starts, and the median ratio of wall time. Both
run from bytecode, as they do for anybody who runs them twice.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

HELLO = """
import typer

app = typer.Typer()


@app.command()
def main(name: str) -> None:
    print("Hello", name)


app()
"""
COMMANDS = (
    ("gaps", "haiti"),
    ("gaps", "HTI"),
    ("table",),
    ("check",),
    ("progress",),
    ("commitments",),
    ("changes", "--since", "2023-01-01"),
    ("basis", "haiti", "jamaica", "--for", "extradition"),
    ("checklist", "haiti"),
    ("explain", "haiti", "untoc"),
    ("instrument", "untoc"),
    ("due",),
    ("authorities",),
)
WARM_UPS = 2


class Cost(NamedTuple):
    """What one run took, in seconds."""

    processor: float
    wall: float


def cost(command: list[str], bytecode: str) -> Cost:
    """The cost of one run, its output thrown away."""
    own = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**own, "PYTHONPYCACHEPREFIX": bytecode})
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - begun)


def ratios(command: list[str], beside: list[str], rounds: int, bytecode: str) -> list[Cost]:
    """Ratios of the two, pair by pair, after the warm-ups."""
    pairs = [(cost(command, bytecode), cost(beside, bytecode)) for _ in range(rounds + WARM_UPS)]
    return [Cost(ours.processor / theirs.processor, ours.wall / theirs.wall) for ours, theirs in pairs[WARM_UPS:]]


def main() -> None:
    """Print the ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    with tempfile.TemporaryDirectory() as folder:
        hello, bytecode = Path(folder) / "hello.py", str(Path(folder) / "bytecode")
        hello.write_text(HELLO, "utf-8")
        beside = [sys.executable, str(hello), "x"]
        print(f"ratios to the smallest Typer program, {rounds} rounds: processor lowest, median, highest; wall median")
        for words in COMMANDS:
            found = ratios([sys.executable, "-m", "toc_treaties", *words], beside, rounds, bytecode)
            processor, wall = [one.processor for one in found], [one.wall for one in found]
            shown = (min(processor), statistics.median(processor), max(processor), statistics.median(wall))
            print(f"{' '.join(words):48}" + "".join(f" {ratio:5.2f}" for ratio in shown), flush=True)


if __name__ == "__main__":
    main()
