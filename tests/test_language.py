"""Where English may stand: in the pages, each sentence whole, so that another language can say it; nowhere below."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.console import ROOT
from tests.source import MODULES, literals, named, room, tree

TWO_WORDS = re.compile(r"[^\W\d_]{2,}[,;:.]? [^\W\d_]{2,}")
A_PART = re.compile(r"[^\W\d_]{2,} | [^\W\d_]{2,}")
"""A word with a blank beside it, in a text that is put together."""
GLUE = (ast.JoinedStr, ast.BinOp, ast.IfExp, ast.BoolOp, ast.Call)
"""What makes a text of parts, or chooses among texts: a catalogue of messages cannot hold it."""
SPEECHLESS = [module for name in ("records", "questions", "law") for module in room(name)]
FOR_EDITORS = {"pages/problems.py"}
"""What `check` says to those who edit the data is English, as the files and the rules are."""


def texts(module: ast.AST) -> Iterator[tuple[int, str]]:
    """What reads as English among the texts of some code: two words, or a word that is glued to others."""
    glued = {id(part) for node in ast.walk(module) if isinstance(node, ast.JoinedStr) for part in node.values}
    for text in literals(module):
        pattern = A_PART if id(text) in glued else TWO_WORDS
        if pattern.search(str(text.value)):
            yield text.lineno, str(text.value)


def messages(module: ast.AST) -> Iterator[ast.expr]:
    """What is handed to `say`, `known` and `count` as their messages."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in {"say", "known"}:
                yield from node.args[:1]
            elif called == "count" and len(node.args) > 2:
                yield from node.args[:2]


def glued(module: ast.AST) -> list[int]:
    """The lines on which a message is put together or chosen within the call."""
    return [message.lineno for message in messages(module) if isinstance(message, GLUE)]


def unsaid(module: ast.AST) -> list[tuple[int, str]]:
    """The English of a page that is handed to no message."""
    said = {(text.lineno, text.value) for message in messages(module) for text in literals(message)}
    return [text for text in texts(module) if text not in said]


@pytest.mark.parametrize("module", SPEECHLESS, ids=named)
def test_records_questions_and_law_hold_no_english(module: Path) -> None:
    """What a program reads, and what is computed, are codes, ids and days: no sentence stands there."""
    assert list(texts(tree(module))) == []


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_message_is_whole(module: Path) -> None:
    """A translator is given whole sentences: none is put together, or chosen, where it is said."""
    assert glued(tree(module)) == []


@pytest.mark.parametrize("module", [page for page in room("pages") if named(page) not in FOR_EDITORS], ids=named)
def test_what_a_page_says_is_a_message(module: Path) -> None:
    """Every sentence of a page is a message, so that a page in another language holds no English."""
    assert unsaid(tree(module)) == []


@pytest.mark.parametrize(
    ("code", "sees"),
    [
        ('title = "Not the record"', True),
        ('title = f"{a} of {b}"', True),
        ('title = words.say("Not the record")', False),
        ('title = "untoc"', False),
        ('"""A docstring says what it likes."""', False),
    ],
)
def test_a_planted_sentence_is_seen(code: str, *, sees: bool) -> None:
    """A sentence outside a message is found wherever it is planted; ids, docstrings and messages are none."""
    assert bool(unsaid(ast.parse(code))) is sees


@pytest.mark.parametrize(
    ("code", "sees"),
    [
        ('words.say(f"{a} of {b}")', True),
        ('words.say("consented to " + number)', True),
        ('words.say("of %s" % state)', True),
        ('words.say("of {}".format(state))', True),
        ('words.say("one" if one else "many")', True),
        ('words.count("{n} source", "{n} " + what, 2)', True),
        ('words.say("{a} of {b}", a=first if first else last, b=last)', False),
        ('words.count("{n} source", "{n} sources", len(sources))', False),
        ('", ".count(text)', False),
    ],
)
def test_a_glued_message_is_seen(code: str, *, sees: bool) -> None:
    """However a message is put together, the line is found; its values may be computed."""
    assert bool(glued(ast.parse(code))) is sees


def test_the_linter_of_imports_keeps_words_out() -> None:
    """No record, question or rule of law can import a word, and no writer the law: contracts forbid it."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    forbidden = {
        (source.rpartition(".")[2], target.rpartition(".")[2])
        for contract in contracts
        if contract["type"] == "forbidden"
        for source in contract["source_modules"]
        for target in contract["forbidden_modules"]
    }
    assert {("records", "words"), ("questions", "words"), ("law", "words"), ("writers", "law")} <= forbidden
