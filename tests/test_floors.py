"""What keeps the rooms apart, beyond the floors that the linter of imports knows."""

import ast
from pathlib import Path

import pytest

from tests.source import MODULES, named, tree


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_file_is_one_room(module: Path) -> None:
    """A file is short enough to be read at once, and says at its head what it does."""
    assert len(module.read_text("utf-8").splitlines()) <= 300
    assert ast.get_docstring(tree(module))


def test_the_clock_is_read_in_one_place() -> None:
    """Only the command line asks what day it is; everything else is told."""
    readers = [
        named(module)
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "time_ns", "monotonic"}
    ]
    assert readers == ["cli/session.py"]
