"""Do the tests notice? `python -m tests.mutants` plants small faults, one at a time, and says which were caught.

A fault is one line of `law`, `questions`, `records` or `pages`, changed by one of the operators below. Which lines are
taken is drawn by a hash of where they stand and of the seed, so that a change elsewhere does not change the draw. The
tests of the room then run on a copy until one fails. This takes minutes and is no part of the gate.
"""

import argparse
import ast
import copy
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path
from queue import Queue
from typing import NamedTuple

from tests.console import ROOT
from tests.source import named, room, tree

COPIED = ("src", "tests", "data", "docs", "schemas", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "pyproject.toml")
TESTS = {
    "law": ("test_law_*.py", "test_questions_*.py", "test_reports*.py", "test_data*.py", "test_pages_agree.py"),
    "questions": ("test_questions_*.py", "test_reports*.py", "test_data*.py", "test_law_*.py", "test_pages_agree.py"),
    "records": (
        "test_reports*.py",
        "test_questions_*.py",
        "test_export*.py",
        "test_writers_print.py",
        "test_no_grades.py",
        "test_pages_agree.py",
    ),
    "pages": (
        "test_reports*.py",
        "test_pages_*.py",
        "test_questions_*.py",
        "test_transcripts.py",
        "test_rules.py",
        "test_site_contents.py",
    ),
}
"""The tests of a room, those that are likeliest to notice first."""
QUOTA = {"law": 20, "questions": 20, "records": 10, "pages": 20}
ENOUGH = 0.9
OTHER = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip
"""Each comparison, junction and sum with the one that takes its place."""
FIELDS = [
    ("earliest", "latest"), ("since", "until"), ("opened", "closed"), ("adopted", "in_force"), ("days", "months"),
    ("begins", "ends"),
]  # fmt: skip
CALLS = [("min", "max"), ("any", "all"), ("certainly", "possibly")]
TWIN = {name: other for pair in (*FIELDS, *CALLS) for name, other in (pair, pair[::-1])}
"""Names that are easily taken for each other."""
Operator = Callable[[ast.AST], ast.AST | None]


class Mutant(NamedTuple):
    """A fault to plant: a file, a line, and what takes its place."""

    room: str
    file: Path
    line: int
    before: str
    after: str
    operator: str
    key: str

    def __str__(self) -> str:
        """The fault as a line of the report."""
        return f"{named(self.file)}:{self.line}\n    - {self.before.strip()}\n    + {self.after.strip()}"


def other_comparison(node: ast.AST) -> ast.AST | None:
    """The same comparison or junction with another sign."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OTHER:
        return ast.Compare(node.left, [OTHER[type(node.ops[0])](), *node.ops[1:]], node.comparators)  # type: ignore[list-item]
    return None


def other_junction(node: ast.AST) -> ast.AST | None:
    """`and` for `or`, a sum for a difference."""
    if isinstance(node, ast.BoolOp):
        return ast.BoolOp(OTHER[type(node.op)](), node.values)  # type: ignore[arg-type]
    if isinstance(node, ast.BinOp) and type(node.op) in OTHER and not _is_text(node):
        return ast.BinOp(node.left, OTHER[type(node.op)](), node.right)  # type: ignore[arg-type]
    return None


def _is_text(node: ast.BinOp) -> bool:
    """Whether a sum joins texts or lists, of which there is no difference."""
    kinds = (ast.JoinedStr, ast.List, ast.Tuple, ast.ListComp)
    sides = list(ast.walk(node))
    texts = any(isinstance(side, ast.Constant) and isinstance(side.value, str) for side in sides)
    return texts or any(isinstance(side, kinds) for side in sides)


def without_not(node: ast.AST) -> ast.AST | None:
    """What was denied, said."""
    return node.operand if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not) else None


def one_more(node: ast.AST) -> ast.AST | None:
    """A number that is one too great."""
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return ast.Constant(node.value + 1)
    return None


def other_branch(node: ast.AST) -> ast.AST | None:
    """A choice between two, the wrong way round."""
    return ast.IfExp(node.test, node.orelse, node.body) if isinstance(node, ast.IfExp) else None


def all_of_them(node: ast.AST) -> ast.AST | None:
    """What was chosen among some, with the rest."""
    if isinstance(node, ast.ListComp | ast.GeneratorExp | ast.SetComp) and node.generators[0].ifs:
        changed = copy.deepcopy(node)
        changed.generators[0].ifs = changed.generators[0].ifs[1:]
        return changed
    return None


def twin(node: ast.AST) -> ast.AST | None:
    """A name's twin."""
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and node.attr in TWIN:
        return ast.Attribute(node.value, TWIN[node.attr], node.ctx)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TWIN:
        return ast.Call(ast.Name(TWIN[node.func.id]), node.args, node.keywords)
    return None


def nothing(node: ast.AST) -> ast.AST | None:
    """A function that gives nothing."""
    if isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        return ast.Return(ast.Constant(None))
    return None


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


OPERATORS: tuple[Operator, ...] = (
    other_comparison, other_junction, without_not, one_more, other_branch, all_of_them, twin, nothing,
)  # fmt: skip


def mutants(name: str, seed: int) -> list[Mutant]:
    """Every fault of a room in the order of the draw, which takes one of each operator in turn."""
    found = [mutant for module in room(name) for mutant in _of_module(name, module)]
    found.sort(key=lambda mutant: sha256(f"{seed} {mutant.key}".encode()).hexdigest())
    turns: Counter[str] = Counter()
    placed = []
    for mutant in found:
        turns[mutant.operator] += 1
        placed.append((turns[mutant.operator], mutant))
    return [mutant for _turn, mutant in sorted(placed, key=lambda pair: pair[0])]


def _of_module(name: str, module: Path) -> Iterator[Mutant]:
    lines = module.read_text("utf-8").splitlines()
    for function, node in _code(tree(module)):
        for operator in OPERATORS:
            changed = operator(node)
            if changed is not None and isinstance(node, ast.expr | ast.stmt) and node.lineno == node.end_lineno:
                before = lines[node.lineno - 1]
                encoded = before.encode()
                put = ast.unparse(ast.fix_missing_locations(changed)).encode()
                put = b"(" + put + b")" if isinstance(changed, ast.expr) else put
                after = (encoded[: node.col_offset] + put + encoded[node.end_col_offset :]).decode()
                key = f"{named(module)} {function} {before.strip()} {after.strip()}"
                yield Mutant(name, module, node.lineno, before, after, operator.__name__, key)


def _code(module: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Every part of the functions' code, with the function's name; annotations, decorators and faults raised apart."""
    for function in ast.walk(module):
        if isinstance(function, ast.FunctionDef):
            passed_over = {
                id(part) for node in ast.walk(function) for skip in _skipped(node) for part in ast.walk(skip)
            }
            yield from ((function.name, node) for node in ast.walk(function) if id(node) not in passed_over)


def _skipped(node: ast.AST) -> Iterator[ast.AST]:
    """What no answer depends on."""
    if isinstance(node, ast.FunctionDef):
        yield node.args
        yield from (*node.decorator_list, *([node.returns] if node.returns else []))
    elif isinstance(node, ast.AnnAssign):
        yield node.annotation
    elif isinstance(node, ast.Raise | ast.Assert):
        yield node


class Bench:
    """Copies of the project in which faults are planted, one at a time each."""

    def __init__(self, folder: Path, copies: int) -> None:
        self.free: Queue[Path] = Queue()
        for number in range(copies):
            place = folder / str(number)
            place.mkdir()
            for name in COPIED:
                source = ROOT / name
                copy_of = shutil.copytree if source.is_dir() else shutil.copy
                copy_of(source, place / name)
            self.free.put(place)

    def caught(self, mutant: Mutant | None, name: str) -> str:
        """The first test that notices a fault; empty where none does."""
        place = self.free.get()
        try:
            file = place / "src" / "toc_treaties" / named(mutant.file) if mutant else None
            if file is None or mutant is None:
                return self._first_failure(place, TESTS[name])
            text = file.read_text("utf-8")
            lines = text.splitlines(keepends=True)
            lines[mutant.line - 1] = mutant.after + "\n"
            file.write_text("".join(lines), "utf-8")
            try:
                near = f"test_*{mutant.file.stem}*.py"
                return self._first_failure(place, [near]) or self._first_failure(place, TESTS[name], but=near)
            finally:
                file.write_text(text, "utf-8")
        finally:
            self.free.put(place)

    def _first_failure(self, place: Path, patterns: Iterable[str], but: str = "") -> str:
        """The first test that fails among those of some files, but for those that were asked before."""
        tests = {path.relative_to(place): None for one in patterns for path in sorted(place.glob(f"tests/{one}"))}
        tests = {path: None for path in tests if not fnmatch(path.name, but)}
        if not tests:
            return ""
        environment = {**os.environ, "PYTHONPATH": str(place / "src"), "CI": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        options = ("-x", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist")
        try:
            done = subprocess.run(
                [sys.executable, "-m", "pytest", *options, *map(str, tests)],
                cwd=place, env=environment, capture_output=True, text=True, timeout=900, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return "no test ended"
        failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
        return "" if done.returncode == 0 else (failed or ["ERROR at import"])[0].split(" - ")[0]


def main() -> int:
    """Plant the faults that are drawn, and say which of them no test noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("rooms", nargs="*", default=list(TESTS), help=f"of {', '.join(TESTS)}; all by default")
    parser.add_argument("--quota", type=int, help="how many faults a room, instead of its own number")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other faults")
    parser.add_argument("--copies", type=int, default=2, help="how many are tried at once")
    parser.add_argument("--trust", action="store_true", help="do not first run the tests without any fault")
    parser.add_argument("--list", action="store_true", help="say what would be planted")
    chosen = parser.parse_args()
    drawn = [m for name in chosen.rooms for m in mutants(name, chosen.seed)[: chosen.quota or QUOTA[name]]]
    if chosen.list:
        sys.stdout.write("".join(f"{mutant}\n" for mutant in drawn))
        return 0
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(chosen.copies) as pool:
        bench = Bench(Path(folder), chosen.copies)
        rooms = [] if chosen.trust else chosen.rooms
        for name, failure in zip(rooms, pool.map(bench.caught, [None] * len(rooms), rooms), strict=True):
            if failure:
                sys.stderr.write(f"{name}: {failure} without any fault\n")
                return 2
        survived = []
        for mutant, failure in zip(drawn, pool.map(lambda one: bench.caught(one, one.room), drawn), strict=True):
            sys.stdout.write(f"{'caught' if failure else 'SURVIVED'} {mutant}\n    {failure}\n")
            sys.stdout.flush()
            survived += [] if failure else [mutant]
    caught = len(drawn) - len(survived)
    sys.stdout.write(f"{caught} of {len(drawn)} caught\n" + "".join(f"survived: {mutant}\n" for mutant in survived))
    return 0 if caught >= ENOUGH * len(drawn) else 1


if __name__ == "__main__":
    sys.exit(main())
