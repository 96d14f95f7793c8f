"""The program's own source, parsed once, for the tests that hold it to its rules."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "toc_treaties"
MODULES = sorted(SOURCE.rglob("*.py"))


@cache
def tree(module: Path) -> ast.Module:
    """A module as it is parsed."""
    return ast.parse(module.read_text("utf-8"))


def named(module: Path) -> str:
    """A module's file, from the package on."""
    return module.relative_to(SOURCE).as_posix()


@cache
def room(name: str) -> tuple[Path, ...]:
    """The modules of a room, which is a folder or one module."""
    return tuple(module for module in MODULES if named(module).split("/")[0].removesuffix(".py") == name)


def literals(node: ast.AST) -> Iterator[ast.Constant]:
    """The texts of some code; docstrings, where examples stand, are left out."""
    said = {id(statement.value) for statement in ast.walk(node) if isinstance(statement, ast.Expr)}
    for text in ast.walk(node):
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and id(text) not in said:
            yield text
