"""What keeps the rooms apart, beyond the floors that the linter of imports knows."""

import ast
from pathlib import Path

import pytest

from tests.console import ROOT

SOURCE = ROOT / "src" / "toc_treaties"
MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_file_is_one_room(module: Path) -> None:
    """A file is short enough to be read at once, and says at its head what it does."""
    text = module.read_text("utf-8")
    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(ast.parse(text))


def test_the_clock_is_read_in_one_place() -> None:
    """Only the command line asks what day it is; everything else is told."""
    readers = [
        module.relative_to(SOURCE).as_posix()
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "time_ns", "monotonic"}
    ]
    assert readers == ["cli/session.py"]
