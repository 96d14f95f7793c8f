"""What a question reads: each file once, no file that it does not need, and the sources that are cited."""

from pathlib import Path
from textwrap import dedent

import pytest

from tests.console import ROOT
from tests.registers import DEPOSITARIES, filled_each, reader, state_text
from toc_treaties.cli.session import Session
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.store.files import Origin, in_folder
from toc_treaties.store.load import load
from toc_treaties.store.objections import objecting
from toc_treaties.store.sources_shape import cited_alone

CITED = """# Sources

first-page:
  kind: secondary
  title: A page that nothing cites
  publisher: A paper
  url: https://a.example/
  as_of: 2020-01-01
# of the depositary
seen:
  kind: depositary
  title: Table
  publisher: The depositary
  url: https://b.example/
  as_of: 2021-06
"""
CITES = state_text("  alpha:\n  - accession: 2005-01-01\n    source: seen\n")


def _loaded(sources: str, *also: str, partial: bool = False) -> tuple[Register, list[Problem]]:
    """A register of one state, which cites one source, with these sources."""
    files = {
        "instruments.yaml": filled_each("\nalpha:\n  accession: {by: all}\n"),
        "depositaries.yaml": dedent(DEPOSITARIES),
        "sources.yaml": sources,
        "states/avalon.yaml": CITES,
    }
    return load(reader(files), ["avalon"], also=also, partial=partial)


def test_an_answer_holds_the_sources_that_it_cites_at_their_places() -> None:
    """A source that nothing cites is not read for an answer; one that is stands where it stands in the file."""
    register, problems = _loaded(CITED)
    assert (list(register.sources), problems) == (["seen"], [])
    assert (register.sources["seen"].place.line, register.sources["seen"].place.of("as_of").line) == (10, 15)
    assert list(_loaded(CITED, "sources")[0].sources) == ["first-page", "seen"]
    assert list(_loaded(CITED, partial=True)[0].sources) == ["first-page", "seen"]


def test_a_fault_in_a_source_refuses_the_answers_that_cite_it_alone() -> None:
    """A stranger's wrong date refuses no answer; that of a source cited does, and `check` finds both."""
    elsewhere, cited = CITED.replace("2020-01-01", "2020-13-01"), CITED.replace("2021-06", "2021-16")
    assert _loaded(elsewhere)[1] == []
    assert [problem.rule for problem in _loaded(cited)[1]] == ["impossible-date"]
    assert [problem.place.line for problem in _loaded(elsewhere, partial=True)[1]] == [8]


@pytest.mark.parametrize(
    "sources",
    [
        CITED.replace("first-page:", "first-page: {}"),
        CITED.replace("first-page:", "First page:"),
        CITED.replace("first-page:", '"first-page":'),
        CITED.replace("first-page:", "- first-page:"),
        CITED.replace("first-page:", "---\nfirst-page:"),
        CITED.replace("first-page:", "<<<<<<< HEAD\nfirst-page:"),
        "\ufeff" + CITED,
        "\t" + CITED,
    ],
)
def test_a_file_that_is_not_plainly_one_entry_after_another_is_read_whole(sources: str) -> None:
    """What could be read as something else than entries is left to the reader of the whole file."""
    assert cited_alone(sources.encode(), {"seen"}) == sources.encode()


def test_the_lines_of_windows_part_entries_too() -> None:
    """A file with carriage returns is read like another."""
    left = cited_alone(CITED.replace("\n", "\r\n").encode(), {"seen"}).splitlines()
    assert [line.decode() for line in left if line] == CITED.splitlines()[9:]


DATA = in_folder(ROOT / "data")
ALWAYS = {"register.yaml", "instruments.yaml", "depositaries.yaml", "sources.yaml"}


def _session() -> tuple[Session, list[str]]:
    """The real register as something that is no folder, and what was read of it."""
    asked: list[str] = []

    def read(name: str) -> bytes:
        asked.append(name)
        return DATA.read(name)

    return Session(Origin("memory", "data", read, DATA.names, lambda: None)), asked


@pytest.mark.parametrize("argument", ["haiti", "Haiti", "HTI", "hti"])
def test_a_state_named_by_its_file_or_code_opens_no_other(argument: str) -> None:
    """Five files answer what one state has not joined, whether it is named or coded."""
    session, asked = _session()
    register = session.register(session.find([argument]))
    assert [state.iso3 for state in register.states.values()] == ["HTI"]
    assert set(asked) == {*ALWAYS, "states/haiti.yaml"}


def test_a_name_opens_the_states_up_to_the_one_that_has_it() -> None:
    """Another name than its file's is looked for file by file, and no further than where it is found."""
    session, asked = _session()
    assert session.find(["Brasil"]) == ["brazil"]
    states = [name for name in asked if name.startswith("states/")]
    assert (len(states), states[-1]) == (len(set(states)), "states/brazil.yaml")
    assert all(name <= "states/brazil.yaml" for name in states)


def test_an_answer_rests_on_one_reading_of_a_file(tmp_path: Path) -> None:
    """A file that changes while a command runs is for that command what it was when it was first read."""
    (tmp_path / "sources.yaml").write_bytes(b"a: 1\n")
    origin = in_folder(tmp_path)
    first = origin.read("sources.yaml")
    (tmp_path / "sources.yaml").write_bytes(b"a: 2\n")
    assert (origin.read("sources.yaml"), in_folder(tmp_path).read("sources.yaml")) == (first, b"a: 2\n")


def test_a_file_that_is_not_there_is_named_as_in_the_data(tmp_path: Path) -> None:
    """Whatever the files are read from, what is missing is named by its place in the register."""
    with pytest.raises(OSError, match=r"states/nowhere\.yaml") as caught:
        in_folder(tmp_path).read("states/nowhere.yaml")
    assert caught.value.filename == "states/nowhere.yaml"
    assert not in_folder(tmp_path).holds("states/nowhere.yaml")


@pytest.mark.parametrize(
    "written", ["    to: XXB", "- {objection: 2012-01-01, to: XXB}", '- {"objection": 2012, "to": "XXB"}']
)
def test_who_objects_to_whom_is_told_in_either_style(written: str) -> None:
    """A state that objects, and the state whose reservation it is, are each found beside the other, and no third."""
    files = {"states/a.yaml": f"treaties:\n{written}\n", "states/b.yaml": "iso3: XXB\n", "states/c.yaml": "to: none\n"}
    codes = {"a": "XXA", "b": "XXB", "c": "XXC"}
    found = {slug: objecting(reader(files), slug, codes) for slug in codes}
    assert found == {"a": ["b"], "b": ["a"], "c": []}
