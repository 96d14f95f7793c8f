"""What a page of the site costs, over registers of four sizes: it may not grow faster than what the page holds.

    python -m benchmarks.site_pages [ROUNDS]

Four registers are made (`large_register.py`), and of each the pages of one language, by one process and without prints.
The pages of pairs grow with the square of the states, and a page about all of them with the states and the treaties, so
that the measure is the processor time for each page and for each kilobyte of pages. Exit code 1 where a kilobyte costs
more in the largest register than in the smallest, by more than runs differ.
"""

import gc
import subprocess
import sys
import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path
from time import process_time
from typing import NamedTuple

from benchmarks.scale import MAKER

SIZES = ((10, 18), (20, 18), (40, 18), (40, 36))
DAY = date(2026, 11, 26)
MOST = 1.25
"""The most that a kilobyte of pages may cost in the largest register, beside the smallest."""


class Pages(NamedTuple):
    """Some pages: how many, their kilobytes, and the seconds of processor time."""

    number: int = 0
    size: float = 0.0
    processor: float = 0.0

    @property
    def said(self) -> str:
        """The figures, and what a page and a kilobyte cost, in milliseconds."""
        page, kilobyte = 1000 * self.processor / self.number, 1000 * self.processor / self.size
        held = f"{self.number:6} pages {self.size:8.0f} KB {self.processor:7.2f} s"
        return f"{held} {page:7.2f} ms a page {kilobyte:6.3f} a KB"


def sections(folder: Path) -> dict[str, Pages]:
    """The pages of each section of the site of a register, made by this process."""
    from toc_treaties.cli.session import Session
    from toc_treaties.document import DataUsed
    from toc_treaties.site.edition import Edition
    from toc_treaties.store.load import MORE

    gc.disable()  # as a command does
    session = Session.open(folder)
    register = session.register(session.slugs, (*MORE, "measures", "sources"))
    edition = Edition(register, {}, {"en": DataUsed("Data", "")}, {"revision": None}, DAY)
    began = process_time()
    prepared = edition.prepared("en")
    made: dict[str, Pages] = defaultdict(Pages, {"prepared": Pages(1, 1, process_time() - began)})
    for leaf in prepared.leaves:
        began = process_time()
        one = prepared._replace(leaves=(leaf,))
        size = sum(len(content) for _, content in edition.made(one, 0, 1)) / 1000
        name = leaf.section or "first"
        number, before, processor = made[name]
        made[name] = Pages(number + 1, before + size, processor + process_time() - began)
    return made


def whole(made: dict[str, Pages]) -> Pages:
    """All pages of a site together, with what was prepared for them."""
    pages = [each for name, each in made.items() if name != "prepared"]
    seconds = sum(each.processor for each in made.values())
    return Pages(sum(each.number for each in pages), sum(each.size for each in pages), seconds)


def main() -> None:
    """Print the figures of each size; of a folder that is named, those of each section."""
    if sys.argv[1:] and not sys.argv[1].isdigit():
        for name, each in sections(Path(sys.argv[1])).items():
            print(f"{name:14}{each.number} {each.size} {each.processor}")
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    costs: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for states, instruments in SIZES:
            data = Path(folder) / f"{states}x{instruments}"
            subprocess.run([sys.executable, MAKER, str(data), str(states), str(instruments)], check=True)
            least: dict[str, Pages] = {}
            for _ in range(rounds):
                for name, each in _in_a_process(data).items():
                    least[name] = min(each, least.get(name, each), key=lambda pages: pages.processor)
            every = whole(least)
            costs.append(every.processor / every.size)
            print(f"{states} states, {instruments} treaties\n  {'all':14}{every.said}", flush=True)
            for name, each in least.items():
                print(f"  {name:14}{each.said}", flush=True)
    print(f"a KB in the largest costs {costs[-1] / costs[0]:.2f} of one in the smallest (at most {MOST})")
    sys.exit(costs[-1] > MOST * costs[0])


def _in_a_process(data: Path) -> dict[str, Pages]:
    """The sections of a site, made by a process of its own, so that nothing is known from one before."""
    command = [sys.executable, "-m", "benchmarks.site_pages", str(data)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    parts = (line.split() for line in lines)
    return {name: Pages(int(number), float(size), float(processor)) for name, number, size, processor in parts}


if __name__ == "__main__":
    main()
