"""Whatever can be recorded is shown: a field that no page, record or rule of law reads is refused, or excused here."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.source import SOURCE, named, room, tree

READERS = [module for name in ("pages", "records", "questions", "law") for module in room(name)]
"""Who reads a field shows it, or gives another answer for it."""
NOT_OF_FILES = {"model/glossary.py", "model/names.py", "model/place.py", "model/problem.py", "model/register.py"}
"""Modules whose values are made while the files are read, or are the glossary's; nobody records them of a state."""
EXCUSED = {
    "last_article": "holds what is cited of a treaty to its articles; `check` says where it is not",
    "other_names": "a name by which something is found; what is typed is answered under its own name",
    "publishers": "holds a table to its depositary; `check` says where it is not",
}
"""Fields that no answer has, each with the reason."""


def fields(module: Path) -> Iterator[str]:
    """The fields of a module's records."""
    for made in tree(module).body:
        if isinstance(made, ast.ClassDef) and any(isinstance(b, ast.Name) and b.id == "NamedTuple" for b in made.bases):
            for field in made.body:
                if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                    yield field.target.id


RECORDED = sorted({field for module in room("model") if named(module) not in NOT_OF_FILES for field in fields(module)})


def read_in(code: ast.AST) -> set[str]:
    """The attributes that some code reads."""
    return {node.attr for node in ast.walk(code) if isinstance(node, ast.Attribute)}


def unread(recorded: list[str]) -> list[str]:
    """The fields among some that nobody who answers reads."""
    read = set().union(*(read_in(tree(module)) for module in READERS))
    return [field for field in recorded if field not in read]


def test_every_field_that_is_recorded_is_shown() -> None:
    """Who records something finds it in an answer; the few fields that no answer has are excused, with the reason."""
    assert len(RECORDED) > 150
    assert unread(RECORDED) == sorted(EXCUSED)


def test_a_field_that_nobody_shows_is_seen(tmp_path: Path) -> None:
    """A field added to a record alone is found."""
    record, planted = SOURCE / "model" / "action.py", tmp_path / "planted.py"
    text = record.read_text("utf-8")
    planted.write_text(text.replace("    gazette: ", "    seal_of_the_day: str | None = None\n    gazette: "), "utf-8")
    assert set(unread(list(fields(planted)))) - set(unread(list(fields(record)))) == {"seal_of_the_day"}
