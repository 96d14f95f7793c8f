"""How long commands take beside the smallest Typer program, as ratios of whole processes in one run.

    python benchmarks/startup.py [ROUNDS]

The two are run in turn, so that a machine whose speed drifts slows both; the median ratio is printed.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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
    ("table",),
    ("basis", "haiti", "jamaica", "--for", "extradition"),
    ("changes", "--since", "2023-01-01"),
    ("progress",),
    ("checklist", "haiti"),
    ("check",),
)
WARM_UPS = 2


def seconds(command: list[str]) -> float:
    """The wall time of one run, its output thrown away."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def ratio(command: list[str], beside: list[str], rounds: int) -> list[float]:
    """Ratios of the two, pair by pair, after the warm-ups."""
    pairs = [(seconds(command), seconds(beside)) for _ in range(rounds + WARM_UPS)]
    return [ours / theirs for ours, theirs in pairs[WARM_UPS:]]


def main() -> None:
    """Print the ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO, "utf-8")
        beside = [sys.executable, str(hello), "x"]
        print(f"ratios to the smallest Typer program, {rounds} rounds: lowest, median, highest")
        for words in COMMANDS:
            found = ratio([sys.executable, "-m", "toc_treaties", *words], beside, rounds)
            print(f"{' '.join(words):48} {min(found):5.2f} {statistics.median(found):5.2f} {max(found):5.2f}")


if __name__ == "__main__":
    main()
