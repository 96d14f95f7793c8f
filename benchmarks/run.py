"""What commands cost, as ratios of whole processes, each beside the most that it may cost.

    python benchmarks/run.py [--rounds 25] [--only WORDS]

Commands stand beside the smallest Typer program on the same interpreter, on a terminal where they do; `check` of
everything stands beside check-jsonschema, which reads the same files by the same schemas, a process a schema, in rounds
of its own because each takes long. Printed are the lowest, the median and the highest ratio of processor time, the
median ratio of wall time, and the most that the median of processor time may be. Exit 1 where one is more.

`check` of the states' files reads what they rest on too: all of the register but what states have done at home.
"""

import argparse
import importlib.util
import platform
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.processes import Process, median, ratios

ROOT = Path(__file__).resolve().parent.parent
HELLO = """
import typer

app = typer.Typer()


@app.command()
def main(name: str) -> None:
    print("Hello", name)


app()
"""
SCHEMA_ROUNDS = 5
"""How many rounds with check-jsonschema are a measurement; one takes a quarter of a minute."""


class Target(NamedTuple):
    """A command, and the most that it may cost; `complete` are words that a shell asks to complete."""

    words: str
    most: float
    terminal: bool = False
    complete: bool = False

    @property
    def called(self) -> str:
        """How the line is called."""
        shown = f"complete {self.words}" if self.complete else self.words
        return f"{shown} (terminal)" if self.terminal else shown

    @property
    def process(self) -> Process:
        """The process that answers."""
        run = [sys.executable, "-m", "toc_treaties"]
        if not self.complete:
            words = [*map(str, sorted(ROOT.glob(self.words.split()[-1])))] if "*" in self.words else []
            return Process([*run, *(["check", *words] if words else self.words.split())], terminal=self.terminal)
        asked = f"toc-treaties {self.words}"
        variables = {
            "_TOC_TREATIES_COMPLETE": "complete_bash",
            "COMP_WORDS": asked,
            "COMP_CWORD": str(len(asked.split()) - 1),
        }
        return Process(run, tuple(variables.items()))


STATES = "check data/states/*.yaml"
TARGETS = (
    Target("--help", 0.5),
    Target("gaps haiti", 1.25),
    Target("gaps haiti", 1.5, terminal=True),
    Target("gaps HTI", 1.3),
    Target("table", 1.45),
    Target("table", 1.8, terminal=True),
    Target("checklist haiti", 1.5),
    Target("basis haiti peru", 1.45),
    Target("changes --since 2023-01-01", 1.6),
    Target("progress", 1.6),
    Target("commitments", 1.6),
    Target("gaps ha", 1.15, complete=True),
    Target(STATES, 1.6),
)
AGAINST_SCHEMAS = 0.1


def by_schemas(folder: Path) -> list[Process]:
    """What holds the same files to the schemas alone; installed into the folder where this environment lacks it."""
    python = sys.executable
    if importlib.util.find_spec("check_jsonschema") is None:
        print("check-jsonschema is not installed here: into an environment of its own", flush=True)
        venv.create(folder, with_pip=True)
        python = str(next(path for path in (folder / "bin/python", folder / "Scripts/python.exe") if path.exists()))
        quiet = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "check-jsonschema>=0.39,<1"]
        subprocess.run([python, *quiet], check=True)
    several = {"state": "states/*.yaml", "measures": "measures/*.yaml"}
    return [
        Process([python, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, sorted(files))])
        for schema in sorted((ROOT / "schemas").glob("*.json"))
        if (files := [*(ROOT / "data").glob(several.get(schema.stem, f"{schema.stem}.yaml"))])
    ]


def told(
    called: str, processes: Sequence[Process], beside: Sequence[Process], most: float, run: tuple[int, str]
) -> bool:
    """Print one line, and say whether the command keeps to what it may cost."""
    costs = ratios(processes, beside, *run)
    processor, middle = [cost.processor for cost in costs], median(costs)
    shown = (min(processor), middle.processor, max(processor), middle.wall, most)
    kept = round(middle.processor, 2) <= most
    print(f"{called:42}" + "".join(f" {ratio:5.2f}" for ratio in shown) + ("" if kept else "  missed"), flush=True)
    return kept


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description="What commands cost beside the smallest program.")
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--only", default="", help="words that the lines to be measured hold")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        hello, bytecode = Path(folder) / "hello.py", str(Path(folder) / "bytecode")
        hello.write_text(HELLO, "utf-8")
        print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {asked.rounds} rounds")
        print(f"{'beside the smallest Typer program':42} low   median high wall  at most")
        kept = [
            told(
                target.called,
                [target.process],
                [Process([sys.executable, str(hello), "x"], terminal=target.terminal)],
                target.most,
                (asked.rounds, bytecode),
            )
            for target in TARGETS
            if asked.only in target.called
        ]
        if asked.only in "check, beside check-jsonschema":
            beside = by_schemas(Path(folder) / "schemas")
            whole = [Process([sys.executable, "-m", "toc_treaties", "check"])]
            rounds = min(asked.rounds, SCHEMA_ROUNDS)
            kept.append(told("check, beside check-jsonschema", whole, beside, AGAINST_SCHEMAS, (rounds, bytecode)))
    sys.exit(not all(kept))


if __name__ == "__main__":
    main()
