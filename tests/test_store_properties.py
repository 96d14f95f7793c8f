"""What holds of loading for any text at all."""

from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests import rulebook
from tests.harms import harmed, unplaced
from tests.registers import load_texts, state_text
from tests.strategies import ENTRIES, NEARLY_YAML, entry_text
from toc_treaties.model.action import CellEntry
from toc_treaties.model.problem import Problem


def _exists(problem: Problem, text: str) -> bool:
    lines = text.split("\n")
    return 1 <= problem.place.line <= len(lines) and problem.place.column >= 1


def _held(content: bytes) -> None:
    """Load a content as each of the files; every problem stands in its file."""
    shown = content.decode("utf-8", "replace").removeprefix("\ufeff")
    for file, (_, problems) in {
        "states/avalon": load_texts(content),
        "instruments": load_texts(state_text("  alpha: []\n"), instruments=content),
        "sources": load_texts(state_text("  alpha: []\n"), sources=content),
    }.items():
        for problem in problems:
            if file in problem.place.file:
                assert _exists(problem, shown), problem
            assert problem.message
            assert problem.help


@given(st.binary(max_size=200))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"\xff")
@example(b"a:\n  -\n")
@example(b"a: [")
@example("a: é\n\x01".encode())
@example("a: é\ufffe".encode())
def test_any_bytes_are_answered(content: bytes) -> None:
    """No content of a file makes loading fail, and each problem names a line that the file has."""
    _held(content)


@given(NEARLY_YAML)
@example("treaties:\n  alpha:\n    -")
@example("treaties:\n  alpha: [")
@example("treaties: {alpha: [{signature: ")
@example("a: \u2028b: [\x85c")
@example("'\n\n")
@example("treaties:\n  alpha:\n    - note:\n\n\n")
def test_any_text_near_to_yaml_is_answered(text: str) -> None:
    """No text that almost reads as a state's file makes loading fail either."""
    _held(text.encode())


@given(NEARLY_YAML)
def test_any_text_under_a_state_is_answered(text: str) -> None:
    """Whatever stands below `treaties:`, loading answers with the places of what it could not read."""
    _held(state_text("  alpha:\n    - " + text).encode())


@given(st.lists(ENTRIES, max_size=4))
def test_a_written_state_loads_to_the_same_values(entries: list[CellEntry]) -> None:
    """What is written as YAML is read back as the same entries, in the file's order, every letter kept."""
    text = state_text("  alpha:\n" + "".join(f"    - {entry_text(entry)}\n" for entry in entries))
    register, problems = load_texts(text)
    assert problems == []
    cell = register.states["avalon"].treaties["alpha"]
    kinds = [type(entry) for entry in cell.entries]
    assert list(cell.entries) == [entry for kind in dict.fromkeys(kinds) for entry in entries if type(entry) is kind]


@given(st.lists(ENTRIES, min_size=1, max_size=4), st.data())
def test_a_slip_costs_one_entry(entries: list[CellEntry], data: st.DataObject) -> None:
    """A faulty entry among others is dropped alone, wherever it stands."""
    lines = [f"    - {entry_text(entry)}\n" for entry in entries]
    lines.insert(data.draw(st.integers(0, len(lines))), "    - ratification: 2004-02-30\n")
    register, problems = load_texts(state_text("  alpha:\n" + "".join(lines)))
    assert [problem.rule for problem in problems] == ["impossible-date"]
    assert len(register.states["avalon"].treaties["alpha"].entries) == len(entries)


@settings(max_examples=300)
@given(st.randoms(use_true_random=False), st.sampled_from(sorted(rulebook.base())))
def test_any_edit_of_a_register_is_judged(random: Random, name: str) -> None:
    """However an edit left a file, `check` ends, each problem with a sentence, a remedy and a place that is there."""
    texts = {file: content.decode() for file, content in rulebook.base().items()}
    texts[name] = harmed(random, texts[name])
    problems = rulebook.problems_of({file: text.encode("utf-8", "surrogatepass") for file, text in texts.items()})
    assert unplaced(problems, texts) == []
