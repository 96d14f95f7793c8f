"""The traps of YAML: what other readers take for something else is read as written, or refused in its place."""

import subprocess
import sys

import pytest

from tests.registers import load_texts, state_text
from toc_treaties.store.nodes import Broken, Mapping, Scalar, read_nodes

ENTRY = "  alpha:\n    - signature: 2000-12-12\n      source: seen\n"


def test_a_byte_order_mark_is_passed_over() -> None:
    """A file saved with a byte order mark reads as without, its places unchanged."""
    register, problems = load_texts(b"\xef\xbb\xbf" + state_text(ENTRY).encode())
    assert problems == []
    assert register.states["avalon"].place[1:3] == (1, 1)


def test_line_ends_of_other_systems_are_read() -> None:
    """A file with carriage returns holds the same entries at the same lines."""
    register, problems = load_texts(state_text(ENTRY).replace("\n", "\r\n").encode())
    plain, _ = load_texts(state_text(ENTRY))
    assert problems == []
    assert register == plain


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_ten_thousand_levels_are_refused(opening: str) -> None:
    """Nesting that no entry needs ends in a problem, not in a crash, whether its brackets are closed or not."""
    for text in (opening * 10_000, opening * 10_000 + "]" * 10_000, f"treaties: {opening * 10_000}"):
        _, problems = load_texts(text)
        assert problems
        assert {problem.rule for problem in problems} <= {"too-deep", "yaml-syntax", "missing-key", "wrong-type"}


@pytest.mark.parametrize("levels", [30, 500])
def test_what_stands_too_deep_is_one_problem(levels: int) -> None:
    """A value nested too deep is the one thing that is said of its file."""
    _, problems = load_texts(state_text(f"{ENTRY}      note: {'[' * levels}{']' * levels}\n"))
    assert [problem.rule for problem in problems] == ["too-deep"]


def test_an_alias_bomb_stays_small() -> None:
    """Aliases of aliases are never followed."""
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    _, problems = load_texts("\n".join(lines) + "\n")
    assert {problem.rule for problem in problems} == {"missing-key"}
    node = read_nodes("file", ("\n".join(lines) + "\n").encode())
    assert isinstance(node, Mapping)
    assert all(isinstance(value, Broken) for _, value in node.pairs)


def test_a_megabyte_is_the_most() -> None:
    """A file of a million bytes is read; one byte more is not."""
    entry = state_text(ENTRY).encode()
    comment = b"# " + b"x" * (1_000_000 - len(entry) - 3) + b"\n"
    assert load_texts(entry + comment)[1] == []
    (problem,) = load_texts(entry + comment + b"\n")[1]
    assert "1,000,001 bytes" in problem.message


@pytest.mark.parametrize(
    ("written", "text", "plain"),
    [
        ("NO", "NO", True),
        ('"NO"', "NO", False),
        ("'it''s'", "it's", False),
        ("2004-06", "2004-06", True),
        ("C.N.1 # a comment", "C.N.1", True),
        ("a#b", "a#b", True),
        ("|\n  one\n  two\n", "one\ntwo\n", False),
        (">-\n  one\n  two\n", "one two", False),
        ("one\n  two", "one two", True),
    ],
)
def test_a_scalar_is_its_text(written: str, text: str, plain: bool) -> None:
    """Quotes, comments and folded lines are YAML's; the words are the author's."""
    node = read_nodes("file", f"key: {written}".encode())
    assert isinstance(node, Mapping)
    assert node.pairs[0][1] == Scalar(text, plain, 1, 6)


def test_comments_and_document_marks_change_nothing() -> None:
    """A comment may stand anywhere, and one document mark at the top."""
    text = "---\n" + state_text(ENTRY).replace("\n", " # why\n")
    assert load_texts(text)[1] == []


def test_pyyaml_stays_whole_for_others() -> None:
    """Its expressions wait until they are used, and then do what they did; those of other libraries do not wait."""
    script = """
import re, sys
from toc_treaties.store import composed
import yaml, yaml.reader
assert not isinstance(yaml.reader.Reader.NON_PRINTABLE, re.Pattern)
assert isinstance(re.compile("a"), re.Pattern) and re.compile.__module__ == "re"
print(yaml.safe_load("{day: 2001-12-14, yes: 0x1F, text: a b}"))
try:
    yaml.safe_load("\\x01")
except yaml.reader.ReaderError:
    print("refused")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    read, refused = done.stdout.splitlines()
    assert read == "{'day': datetime.date(2001, 12, 14), True: 31, 'text': 'a b'}"
    assert refused == "refused"
