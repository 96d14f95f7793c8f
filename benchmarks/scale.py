"""What a register of many states and treaties costs, beside loading the same files as YAML and doing nothing with them.

    python benchmarks/scale.py [ROUNDS]

Four registers are made (`large_register.py`), the largest of 200 states and 600 treaties. Of each are measured the
processor time and the memory of `check`, `table`, `progress` and `gaps` of one state, and of a process that loads every
file by `yaml.load` with libyaml and holds what it loaded, as the commands hold the register; the least of each over the
rounds. Exit code 1 where a target is missed.
"""

import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.processes import OF_THE_CALLER

MAKER = str(Path(__file__).with_name("large_register.py"))
SIZES = ((50, 150), (100, 300), (200, 300), (200, 600))
READ = """
import sys, yaml
from pathlib import Path

files = sorted(Path(sys.argv[1]).rglob("*.yaml"))
"""
LOAD = f"{READ}documents = [yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files]"
PASS = f"{READ}for file in files: yaml.load(file.read_bytes(), yaml.CSafeLoader)"
"""The same with nothing held, for comparison: most of the difference is Python's search for rings of objects."""
TARGETS = {"check": 0.6, "table": 0.7, "progress": 0.8, "gaps": 0.1}
"""The greatest ratio of processor time to that of the bare load, at the largest size."""
MEMORY = 5.0
"""The most kilobytes for each cell more."""
GROWTH = 1.05
"""The greatest exponent of the cells with which a cost may grow."""


class Cost(NamedTuple):
    """What a process took: seconds of processor time, and kilobytes at its peak."""

    processor: float
    memory: int


def cost(command: list[str], bytecode: str) -> Cost:
    """The cost of one process, its output thrown away."""
    own = {key: value for key, value in os.environ.items() if key not in OF_THE_CALLER}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**own, "PYTHONPYCACHEPREFIX": bytecode})
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss)


def least(costs: Iterable[Cost]) -> Cost:
    """The least processor time and the least memory of several runs."""
    processor, memory = zip(*costs, strict=True)
    return Cost(min(processor), min(memory))


def measured(folder: Path, rounds: int, bytecode: str) -> dict[str, Cost]:
    """The costs of the bare load and of each command over one register, the processes of a round one after another."""
    state = min(path.stem for path in (folder / "states").iterdir())
    ours = [sys.executable, "-m", "toc_treaties"]
    commands = {
        "load": [sys.executable, "-c", LOAD, str(folder)],
        "pass": [sys.executable, "-c", PASS, str(folder)],
        "start": [*ours, "--version"],
        **{name: [*ours, name, "--data", str(folder)] for name in ("check", "table", "progress")},
        "gaps": [*ours, "gaps", state, "--data", str(folder)],
    }
    for name in commands:  # once before, for bytecode
        cost([*ours, name, "--help"] if name in TARGETS else commands["start"], bytecode)
    runs = [{name: cost(command, bytecode) for name, command in commands.items()} for _ in range(rounds)]
    return {name: least(run[name] for run in runs) for name in commands}


def exponent(sizes: list[int], costs: list[float]) -> float:
    """The exponent with which costs grow, by the straight line that fits their logarithms best."""
    across, up = [math.log(size) for size in sizes], [math.log(max(cost, 0.001)) for cost in costs]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    slope = sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return slope / sum((x - middle) ** 2 for x in across)


def main() -> None:
    """Print the figures, each with its target."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    found: list[dict[str, Cost]] = []
    with tempfile.TemporaryDirectory() as folder:
        for states, instruments in SIZES:
            data = Path(folder) / f"{states}x{instruments}"
            # By a process of its own: what ours holds at its peak would count as each command's.
            subprocess.run([sys.executable, MAKER, str(data), str(states), str(instruments)], check=True)
            size = sum(path.stat().st_size for path in data.rglob("*.yaml")) / 1e6
            found.append(measured(data, rounds, str(Path(folder) / "bytecode")))
            print(f"{states} states, {instruments} treaties: {states * instruments} cells, {size:.1f} MB of YAML")
            for name, each in found[-1].items():
                ratio = each.processor / found[-1]["load"].processor
                print(
                    f"  {name:10}{each.processor:8.2f} s {ratio:8.2f} of the load {each.memory / 1024:8.0f} MB",
                    flush=True,
                )
    cells = [states * instruments for states, instruments in SIZES]
    missed = False
    for name, target in TARGETS.items():
        ratio = found[-1][name].processor / found[-1]["load"].processor
        grown = exponent(cells, [each[name].processor - each["start"].processor for each in found])
        memory = (found[-1][name].memory - found[0][name].memory) / (cells[-1] - cells[0])
        figures = ((ratio, target), (memory, MEMORY), (grown, GROWTH))
        missed |= any(figure > most for figure, most in figures)
        said = [f"{figure:.2f} (at most {most:g}{', missed' if figure > most else ''})" for figure, most in figures]
        print(f"{name}: {said[0]} of the load; {said[1]} KB a cell; grows with the cells to the power of {said[2]}")
    sys.exit(missed)


if __name__ == "__main__":
    main()
