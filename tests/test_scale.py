"""A register of many states and treaties is at fault nowhere, and answered by work that grows with its cells alone."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any
from unittest.mock import patch

import pytest
from benchmarks.large_register import write

from tests.conftest import DATA
from tests.measures import TOPICS, measure, search
from tests.registers import reader, scope
from toc_treaties.law.measures import sign_of, standings_of
from toc_treaties.model.measure import Measure, MeasureKind, Search, StateMeasures
from toc_treaties.model.names import at_most, nearest
from toc_treaties.model.register import Register
from toc_treaties.pages import progress as progress_page
from toc_treaties.pages import table as table_page
from toc_treaties.questions.measures import TopicMeasures
from toc_treaties.questions.progress import progress
from toc_treaties.questions.table import table
from toc_treaties.rules import judged, measures
from toc_treaties.rules.measure_searches import searched_in_vain
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


def operations(work: Callable[[], object]) -> int:
    """How many operations of the interpreter some work takes, those of a loop within one expression among them."""
    count = 0

    def step(frame: FrameType, event: str, _argument: object) -> Any:  # noqa: ANN401 - as the interpreter asks
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return step

    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(None)
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


def laws_of(*laws: Measure, searched: tuple[Search, ...] = ()) -> list[str]:
    """The rules that find fault with a state's measures, each once."""
    file = MeasuresFile("land", StateMeasures(laws, searched), Register({}, {}, {}, {}), "lan-", complete=True)
    rules = (measure_twice, replacement, searched_in_vain)
    return sorted({problem.rule for rule in rules for problem in rule(file, DAY)})


def titled_alike(laws: int) -> None:
    """Laws of one title, told apart by their numbers or by their days, and replaced by what is on record nowhere."""
    acts = [measure("repealed", title="Act", number=f"No. {law}", replaced_by=f"Decree {law}") for law in range(laws)]
    dated = [measure("adopted", title="Code", adopted=f"{1700 + law}-01-01") for law in range(laws)]
    with at_most(40), patch.object(measures, "MOST_ALIKE", 4):
        assert laws_of(*acts, *dated) == ["unknown-measure"]


def searched_again(laws: int) -> None:
    """Searches of each year, and laws each of which was repealed in the year after it."""
    held = [
        measure("repealed", title=f"Act {law}", adopted=f"{1700 + law}-06-01", until=f"{1701 + law}-01-01")
        for law in range(laws)
    ]
    searches = [search("drugs", f"{1700 + law}-03-01") for law in range(laws)]
    assert laws_of(*held, searched=tuple(searches)) == []


def signs(laws: int) -> None:
    """The sign of a topic on which a state has many laws, and how many of them stand beside the one shown."""
    held = StateMeasures(tuple(measure("in-force", title=f"Act {law}") for law in range(laws)))
    standings, law = standings_of(held, DAY), MeasureKind.LAW
    on_topic = TopicMeasures(TOPICS["drugs"], standings, (), sign_of(standings, (), "drugs", law, DAY), law)
    assert (on_topic.standing, on_topic.more) == (True, laws - 1)


def unknown_fields(fields: int) -> None:
    """Languages that there are not, in the name of a body."""
    words = "".join(f"    e{field}: Office\n" for field in range(fields))
    files = {"bodies.yaml": f"office:\n  name:\n    en: Office\n{words}".encode()}
    _, problems = load(reader(files), (), also=("bodies",), partial=True)
    assert len([problem for problem in problems if problem.rule == "unknown-key"]) == fields


@pytest.mark.parametrize("work", [folder, replaced, titled_alike, searched_again, signs, unknown_fields])
def test_files_and_laws_are_judged_by_work_that_grows_with_their_number_alone(work: Callable[[int], None]) -> None:
    """Four times as many files of a folder, and laws of a file, take at most four times as many steps."""
    work(2)  # what is read once is read now
    assert operations(lambda: work(160)) < 4.5 * operations(lambda: work(40))


def test_thousands_of_unknown_words_are_said_without_a_guess() -> None:
    """The first of them are compared with what is known, and the last are not: a guess takes as long as the list."""
    known = [f"source-{number}" for number in range(100)]
    with at_most(1_000):
        guessed = [nearest(f"source-x{number}", known) for number in range(20)]
    assert [bool(near) for near in guessed] == [True] * 10 + [False] * 10
    assert nearest("source-x1", known)
    assert nearest("s" * 1_000, ["s" * 1_001]) == []


def test_work_grows_with_the_cells_alone(tmp_path: Path) -> None:
    """Four times as many treaties take at most four times as many steps: to read and judge, and to answer."""
    few, many = works(tmp_path / "few", 20), works(tmp_path / "many", 80)
    assert {name: many[name] / few[name] for name in few if many[name] > 4.1 * few[name]} == {}
