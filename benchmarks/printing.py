"""What a printed page costs beside the plain one, as ratios of whole processes in one run.

    python -m benchmarks.printing [ROUNDS]

Each format is written in turn with the plain page of the same question. Printed are the lowest, the median and the
highest ratio of processor time, the median ratio of wall time, and the most that the format may cost.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.processes import Process, median, ratios

MOST = {"pdf": 3.0, "docx": 4.0, "xlsx": 3.0, "html": 2.5}
QUESTIONS = (("table",), ("gaps", "haiti"))


def main() -> None:
    """Print the ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        bytecode = str(Path(folder) / "bytecode")
        print(f"ratios to the plain page, {rounds} rounds: processor lowest, median, highest; wall median; at most")
        for words in QUESTIONS:
            run = [sys.executable, "-m", "toc_treaties", *words, "-o"]
            for format, most in MOST.items():
                print_, plain = ([Process([*run, f"{folder}/page.{suffix}"])] for suffix in (format, "txt"))
                costs = ratios(print_, plain, rounds, bytecode)
                processor, middle = [cost.processor for cost in costs], median(costs)
                shown = (min(processor), middle.processor, max(processor))
                name = f"{' '.join(words)} -o page.{format}"
                print(f"{name:40}" + "".join(f" {ratio:5.2f}" for ratio in (*shown, middle.wall, most)), flush=True)


if __name__ == "__main__":
    main()
