"""Do the tests notice? `python -m tests.mutants` plants small faults, one at a time, and says which were caught.

A fault is one line of `law`, `questions`, `records` or `pages`, changed by one of the operators below. Which lines are
taken is drawn by a hash of where they stand and of the seed, so that a change elsewhere does not change the draw.

Tests are asked in three turns, until one fails. First those tests of the room (`TESTS`) that run the line, by a run
without any fault; with each, those of the same file with the same parameter, because the first test of an answer asks
it for all. Then the other tests of the room. Both are asked within one process that has everything loaded
(`tests.planted`). Last, on a copy of the project, all other tests, those of the browser apart: a fault has survived
only if the suite does not notice it. This takes minutes and is no part of the gate.
"""

import argparse
import ast
import copy
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from queue import Queue
from typing import Any, NamedTuple

from tests.console import ROOT
from tests.source import named, room, tree

TESTS = {
    "law": ("test_law_*.py", "test_questions_*.py", "test_reports*.py", "test_data*.py", "test_pages_agree.py"),
    "questions": ("test_questions_*.py", "test_reports*.py", "test_data*.py", "test_law_*.py", "test_pages_agree.py"),
    "records": (
        "test_walk.py",
        "test_reports*.py",
        "test_questions_*.py",
        "test_export*.py",
        "test_writers_print.py",
        "test_no_grades.py",
        "test_pages_agree.py",
    ),
    "pages": (
        "test_walk.py",
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
ENOUGH = 0.95
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
    function: range

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
                key = f"{named(module)} {function.name} {before.strip()} {after.strip()}"
                inside = range(function.lineno, (function.end_lineno or function.lineno) + 1)
                yield Mutant(name, module, node.lineno, before, after, operator.__name__, key, inside)


def _code(module: ast.Module) -> Iterator[tuple[ast.FunctionDef, ast.AST]]:
    """Every part of the functions' code, with its function; annotations, decorators and faults raised apart."""
    for function in ast.walk(module):
        if isinstance(function, ast.FunctionDef):
            passed_over = {
                id(part) for node in ast.walk(function) for skip in _skipped(node) for part in ast.walk(skip)
            }
            yield from ((function, node) for node in ast.walk(function) if id(node) not in passed_over)


def _skipped(node: ast.AST) -> Iterator[ast.AST]:
    """What no answer depends on."""
    if isinstance(node, ast.FunctionDef):
        yield node.args
        yield from (*node.decorator_list, *([node.returns] if node.returns else []))
    elif isinstance(node, ast.AnnAssign):
        yield node.annotation
    elif isinstance(node, ast.Raise | ast.Assert):
        yield node


class Known(NamedTuple):
    """What a run without any fault has shown: which tests run which line, and how long each takes."""

    lines: dict[str, dict[int, list[str]]]
    took: dict[str, float]

    def running(self, mutant: Mutant) -> list[str]:
        """The tests that run the line of a fault, or its function, the quickest first."""
        lines = self.lines.get(named(mutant.file), {})
        run = lines.get(mutant.line) or [id for line in mutant.function for id in lines.get(line, ())]
        asked = {(id.split("::")[0], id.partition("[")[2]) for id in run if "[" in id}
        same = [id for id in self.took if "[" in id and (id.split("::")[0], id.partition("[")[2]) in asked]
        return sorted(dict.fromkeys(id for id in (*run, *same) if id in self.took), key=self.took.__getitem__)

    def others(self, name: str, asked: Iterable[str]) -> list[str]:
        """The other tests of a room, in the order of its files."""
        places = {path.name: place for place, path in enumerate(_files(ROOT, TESTS[name]))}
        left = [id for id in self.took if id not in set(asked) and Path(id.split("::")[0]).name in places]
        return sorted(left, key=lambda test: places[Path(test.split("::")[0]).name])


class Stand:
    """A copy of the project, and a process that has its tests loaded."""

    def __init__(self, place: Path, rooms: Iterable[str]) -> None:
        self.place = place / "project"
        shutil.copytree(ROOT / "src", self.place / "src", ignore=shutil.ignore_patterns("__pycache__"))
        for name in _tracked():
            (self.place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.place / name, follow_symlinks=False)
        self.loaded = _files(self.place, (pattern for name in rooms for pattern in TESTS[name]))
        orders, self.orders = (os.fdopen(end, mode) for end, mode in zip(os.pipe(), "rw", strict=True))
        self.answers, answers = (os.fdopen(end, mode) for end, mode in zip(os.pipe(), "rw", strict=True))
        self.process = subprocess.Popen(
            self._pytest("-p", "tests.planted", f"--basetemp={place / 'temporary'}", *map(str, self.loaded)),
            cwd=self.place, env=self._environment(f"{orders.fileno()},{answers.fileno()}"), text=True,
            stdout=subprocess.DEVNULL, pass_fds=(orders.fileno(), answers.fileno()),
        )  # fmt: skip
        orders.close()
        answers.close()

    def ask(self, **order: object) -> Any:  # noqa: ANN401 - whatever JSON holds
        """What the process answers to an order."""
        self.orders.write(json.dumps(order) + "\n")
        self.orders.flush()
        return json.loads(self.answers.readline())

    def end(self) -> None:
        """Let the process end."""
        self.orders.close()
        self.process.wait()

    def caught(self, mutant: Mutant, known: Known) -> str:
        """The first test that notices a fault; empty where none does."""
        file = self.place / "src" / "toc_treaties" / named(mutant.file)
        text = file.read_text("utf-8")
        lines = text.splitlines(keepends=True)
        lines[mutant.line - 1] = mutant.after + "\n"
        order = {"file": named(mutant.file), "text": "".join(lines)}
        running = known.running(mutant)
        for tests in (running, known.others(mutant.room, running)):
            if failed := self.ask(**order, tests=tests)["failed"]:
                return str(failed[0])
        file.write_text("".join(lines), "utf-8")
        try:
            return self._caught_elsewhere(file, text)
        finally:
            file.write_text(text, "utf-8")

    def _caught_elsewhere(self, file: Path, text: str) -> str:
        """The first test of all other files that fails with the fault, and passes without it."""
        planted = file.read_text("utf-8")
        left = [path for path in _files(self.place, ["test_*.py"]) if path not in self.loaded]
        passed_over: list[str] = []
        while failed := self._first_failure(*map(str, left), *(f"--deselect={id}" for id in passed_over)):
            file.write_text(text, "utf-8")
            if not self._first_failure(failed):
                return failed
            file.write_text(planted, "utf-8")
            passed_over.append(failed)
        return ""

    def _first_failure(self, *tests: str) -> str:
        """The first that fails among some tests, in a process of their own."""
        try:
            done = subprocess.run(
                self._pytest("-x", *tests),
                cwd=self.place, env=self._environment(), capture_output=True, text=True, timeout=1800, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return "no test ended"
        failed = [line.split(" ", 1)[1] for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
        return "" if done.returncode == 0 else (failed or ["error at import"])[0].split(" - ")[0]

    @staticmethod
    def _pytest(*options: str) -> list[str]:
        quiet = ("-q", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist")
        return [sys.executable, "-m", "pytest", *quiet, *options]

    def _environment(self, pipes: str = "") -> dict[str, str]:
        own = {"PYTHONPATH": str(self.place / "src"), "CI": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        return {**os.environ, **own, "TOC_TREATIES_PLANTED": pipes}


def _tracked() -> list[str]:
    """The files of the project that git holds or would hold; what is made beside the sources is copied with these."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    named_files = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in named_files.split("\0") if name and (ROOT / name).is_file()]


def _files(place: Path, patterns: Iterable[str]) -> list[Path]:
    """The files of tests that some patterns name, each once."""
    found = (path.relative_to(place) for pattern in patterns for path in sorted(place.glob(f"tests/{pattern}")))
    return list(dict.fromkeys(found))


def known_without_fault(stands: list[Stand], rooms: list[str]) -> Known:
    """Run each test of the rooms once without any fault; a test that fails then is asked about none."""
    with ThreadPoolExecutor(len(stands)) as pool:
        parts = range(len(stands))
        answers = list(pool.map(lambda part: stands[part].ask(rooms=rooms, part=part, parts=len(parts)), parts))
    failed = {id for answer in answers for id in answer["failed"]}
    for id in sorted(failed):
        sys.stderr.write(f"fails without any fault, and is not asked: {id}\n")
    lines: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for answer in answers:
        for file, by_line in answer["lines"].items():
            for line, ids in by_line.items():
                lines[file][int(line)] += ids
    return Known(lines, {id: took for answer in answers for id, took in answer["took"].items() if id not in failed})


def main() -> int:
    """Plant the faults that are drawn, and say which of them no test noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("rooms", nargs="*", default=list(TESTS), help=f"of {', '.join(TESTS)}; all by default")
    parser.add_argument("--quota", type=int, help="how many faults a room, instead of its own number")
    parser.add_argument("--seed", type=int, default=[1], nargs="+", help="another seed draws other faults")
    parser.add_argument("--copies", type=int, default=2, help="how many are tried at once")
    parser.add_argument("--list", action="store_true", help="say what would be planted")
    chosen = parser.parse_args()
    drawn = {
        seed: [m for name in chosen.rooms for m in mutants(name, seed)[: chosen.quota or QUOTA[name]]]
        for seed in chosen.seed
    }
    if chosen.list:
        sys.stdout.write("".join(f"{mutant}\n" for each in drawn.values() for mutant in each))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        stands = [Stand(Path(folder) / str(number), chosen.rooms) for number in range(chosen.copies)]
        known = known_without_fault(stands, chosen.rooms)
        enough = [_tried(seed, each, stands, known) >= ENOUGH for seed, each in drawn.items()]
        for stand in stands:
            stand.end()
    return 0 if all(enough) else 1


def _tried(seed: int, drawn: list[Mutant], stands: list[Stand], known: Known) -> float:
    """Plant the faults of a draw, say what became of each, and give the share of those that were caught."""
    free: Queue[Stand] = Queue()
    for stand in stands:
        free.put(stand)

    def caught(mutant: Mutant) -> str:
        stand = free.get()
        try:
            return stand.caught(mutant, known)
        finally:
            free.put(stand)

    survived = []
    with ThreadPoolExecutor(len(stands)) as pool:
        for mutant, failure in zip(drawn, pool.map(caught, drawn), strict=True):
            sys.stdout.write(f"{'caught' if failure else 'SURVIVED'} {mutant}\n    {failure}\n")
            sys.stdout.flush()
            survived += [] if failure else [mutant]
    share = (len(drawn) - len(survived)) / len(drawn)
    sys.stdout.write(f"seed {seed}: {len(drawn) - len(survived)} of {len(drawn)} caught\n")
    sys.stdout.write("".join(f"survived: {mutant}\n" for mutant in survived))
    return share


if __name__ == "__main__":
    sys.exit(main())
