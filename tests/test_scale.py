"""A register of many states and treaties is at fault nowhere, and answered by work that grows with its cells alone."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from benchmarks.large_register import write

from tests.conftest import DATA
from tests.measures import measure
from tests.registers import scope
from toc_treaties.model.measure import StateMeasures
from toc_treaties.model.register import Register
from toc_treaties.pages import progress as progress_page
from toc_treaties.pages import table as table_page
from toc_treaties.questions.progress import progress
from toc_treaties.questions.table import table
from toc_treaties.rules import judged
from toc_treaties.rules.measures import measure_twice, replacement
from toc_treaties.rules.measures_file import MeasuresFile
from toc_treaties.store.folder import EVERY, folder_problems
from toc_treaties.store.load import ALL, load
from toc_treaties.words.language import ENGLISH

DAY = date(2026, 11, 26)


def slugs(folder: Path) -> list[str]:
    """The states of a register."""
    return sorted(path.stem for path in (folder / "states").iterdir())


def loaded(folder: Path) -> Register:
    """A register in which `check` finds no error; where states are few, nothing may cite some consultation."""
    register, form = load(lambda name: (folder / name).read_bytes(), slugs(folder), also=ALL)
    assert {problem.rule for problem in judged(register, form, DAY, whole=True)} <= {"source-never-cited"}
    return register


def test_a_generated_register_is_at_fault_nowhere_and_always_the_same(tmp_path: Path) -> None:
    """`check` finds nothing in it; no state of it is one of this world's register, by name or by code."""
    write(tmp_path / "one", 8, 30)
    write(tmp_path / "two", 8, 30)
    register = loaded(tmp_path / "one")
    assert (len(register.states), len(register.instruments)) == (8, 30)
    names = [path.relative_to(tmp_path / "one") for path in sorted((tmp_path / "one").rglob("*.yaml"))]
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in names)
    assert not {*register.states} & {*slugs(DATA)}


def steps(work: Callable[[], object]) -> int:
    """How many functions some work calls, and how often it goes on in a generator: its size, on any machine."""
    count = 0

    def step(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(step)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def works(folder: Path, treaties: int) -> dict[str, int]:
    """The steps of reading and judging a register with so many treaties, and of two pages about all of it."""
    write(folder, 6, treaties)
    register = loaded(folder)
    whole = scope(register, DAY)
    return {
        "check": steps(lambda: loaded(folder)),
        "table": steps(lambda: table_page.page(table(register, whole, DAY), ENGLISH)),
        "progress": steps(lambda: progress_page.page(progress(register, whole, DAY, "strategy-adopted"), ENGLISH)),
    }


def folder(states: int) -> None:
    """What is said of a folder in which each state's file stands twice and has none of measures beside it."""
    slugs = [f"land-{number}" for number in range(states)]
    there = [*EVERY, *(f"states/{slug}{copy}.yaml" for slug in slugs for copy in ("", " (1)"))]
    assert len(folder_problems([*there, "measures/README.md"], slugs, "data")) == 2 * states


def replaced(laws: int) -> None:
    """Nothing is said of a state's laws each of which was replaced by the next, and the last by the first."""
    held = [
        measure("repealed", title=f"Act {law}", number=f"No. {law}", replaced_by=f"no. {(law + 1) % laws}")
        for law in range(laws)
    ]
    file = MeasuresFile("land", StateMeasures(tuple(held)), Register({}, {}, {}, {}), "lan-", complete=True)
    assert [problem.rule for rule in (measure_twice, replacement) for problem in rule(file, DAY)] == []


@pytest.mark.parametrize("work", [folder, replaced])
def test_files_and_laws_are_judged_by_work_that_grows_with_their_number_alone(work: Callable[[int], None]) -> None:
    """Four times as many files of a folder, and laws of a file, take at most four times as many steps."""
    assert steps(lambda: work(160)) < 4.1 * steps(lambda: work(40))


def test_work_grows_with_the_cells_alone(tmp_path: Path) -> None:
    """Four times as many treaties take at most four times as many steps: to read and judge, and to answer."""
    few, many = works(tmp_path / "few", 20), works(tmp_path / "many", 80)
    assert {name: many[name] / few[name] for name in few if many[name] > 4.1 * few[name]} == {}
