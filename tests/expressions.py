"""Which expression takes longer than a text is long? `python -m tests.expressions` tries each; data may hold any text.

The expressions are found where they are used. Texts are made from each (`tests/pumps`), and a time is compared with
that of the same expression and a shorter text. Times are no part of the gate; that each expression is found is.
"""

import ast
import importlib
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from time import process_time
from types import ModuleType
from typing import Any

from tests.pumps import pumps
from tests.source import MODULES, named, tree
from toc_treaties.readers import coe
from toc_treaties.rules import institutions
from toc_treaties.store import articles, ids

WAYS = {"search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
BEHIND = ("", "\0", "!")
SIZES = ((4, 16), (8, 32), (16, 64), (64, 256), (256, 1024))
MORE = 8
"""Of a text four times as long an expression takes four times as long; one that tries all pairs of places, sixteen."""
TOLD = 1e-4
"""Less than so many seconds says nothing: a text of a thousand signs takes a tenth of it."""
HELD = {
    "edits/counts.py: pattern.match": (),  # found as patterns, in a tuple
    "cli/returns.py: session.heads.match": (),  # no expression, as the next three
    "cli/session.py: self.heads.match": (),
    "store/names.py: self.match": (),
    "readers/coe.py: re.search": tuple(rf"{words}[\s:|]*(\d+)" for words in coe.TOTALS.values()),
    "readers/untc.py: re.search": (r"Participants ?: ?(\d+)",),
    "rules/institutions.py: re.finditer": (institutions.OFFICE_HOLDER, institutions.HELD_OFFICE),
    "store/articles.py: re.fullmatch": (articles.ARTICLE, f"{articles.ID} {articles.ARTICLE}"),
    "store/ids.py: re.fullmatch": (ids.Address.page, ids.Address.committed),
    "store/lines.py: re.match": (r'"(?:[^"\\]|\\.)*"', r"'(?:[^']|'')*'"),
    "store/scalars.py: re.fullmatch": (r"\S+", "[A-Z]{3}"),
    "store/scalars.py: self.none.fullmatch": (),  # a pattern of a class
}
"""What a call uses that names its expression by a variable of its own."""

Use = tuple[str | bytes, int, str]
"""An expression, its flags, and the way in which it is used."""


def uses(name: str, module: ModuleType, calls: ast.AST) -> Iterator[tuple[Use | None, str]]:
    """Each use of an expression in a module, with its call; none where the call names it by a variable of its own."""
    for call in ast.walk(calls):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or call.func.attr not in WAYS:
            continue
        held, way, told = call.func.value, call.func.attr, f"{name}: {ast.unparse(call.func)}"
        if isinstance(held, ast.Name) and held.id == "re":
            try:
                expression, *rest = (_value(part, module) for part in [call.args[0], *_flags(call)])
            except NameError:
                yield None, told
                continue
            yield (expression, int(sum(rest)), way), told
        elif isinstance(held, ast.Name | ast.Attribute) and way not in {"split", "findall"}:
            try:
                pattern = _value(held, module)
            except NameError:
                yield None, told
                continue
            if isinstance(pattern, re.Pattern):
                yield (pattern.pattern, pattern.flags, way), told


def _value(node: ast.expr, module: ModuleType) -> Any:  # noqa: ANN401 - whatever stands there
    return eval(compile(ast.Expression(node), "", "eval"), vars(module))  # noqa: S307 - our own source


def _flags(call: ast.Call) -> list[ast.expr]:
    """The flags that a call gives, by name or as its third argument."""
    by_name = [keyword.value for keyword in call.keywords if keyword.arg == "flags"]
    third = call.args[2:3] if isinstance(call.func, ast.Attribute) and call.func.attr not in {"sub", "split"} else []
    return [*by_name, *third]


@cache
def all_uses() -> tuple[set[Use], set[str]]:
    """Every expression of the program in each way in which it is used, and the calls that name theirs by a variable."""
    found: set[Use] = set()
    unknown: set[str] = set()
    patterns: dict[tuple[str | bytes, int], set[str]] = {}
    for path in MODULES:
        name = named(path)
        if name.endswith("__main__.py"):
            continue
        module = importlib.import_module(
            "toc_treaties." + name.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        )
        for use, told in uses(name, module, tree(path)):
            if use is None:
                unknown.add(told)
            else:
                found.add(use)
        for pattern in _patterns(vars(module), 3):
            patterns.setdefault((pattern.pattern, pattern.flags), set())
    for expression, flags, _ in found:
        patterns.pop((expression, flags), None)
    found |= {(expression, flags, "match") for expression, flags in patterns}
    found |= {(expression, 0, told.rpartition(".")[2]) for told, held in HELD.items() for expression in held}
    return found, unknown


def _patterns(held: object, deep: int) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    """The patterns in what a module holds: its own, those of its classes, and in tuples and tables."""
    if isinstance(held, re.Pattern):
        yield held
    elif deep and isinstance(held, type) and held.__module__.startswith("toc_treaties"):
        yield from _patterns(dict(vars(held)), deep - 1)
    elif deep and isinstance(held, list | tuple | set | frozenset | dict):
        for part in held.values() if isinstance(held, dict) else held:
            yield from _patterns(part, deep - 1)


def worker(expression: str | bytes, flags: int, way: str) -> Callable[[str], float]:
    """What tells how long an expression takes over a text."""
    pattern = re.compile(expression, flags)
    work = pattern.match if way == "match" else pattern.fullmatch if way == "fullmatch" else pattern.search

    def once(text: str) -> float:
        given = text.encode("latin-1", "replace") if isinstance(expression, bytes) else text
        begun = process_time()
        if way in {"match", "fullmatch", "search"}:
            work(given)  # type: ignore[arg-type]
        else:
            for _ in pattern.finditer(given):  # type: ignore[arg-type]
                pass
        return process_time() - begun

    return once


def worst(expression: str | bytes, flags: int, way: str) -> str | None:
    """A text over which an expression takes longer than it is long, by what it begins with, repeats and ends with."""
    once = worker(expression, flags, way)
    for begun, unit in pumps(expression, flags):
        for behind in BEHIND:
            for few, many in SIZES:
                short, long = (begun + unit * (size // len(unit) + 1) + behind for size in (few, many))
                if once(long) > TOLD and _grows(once, short, long):
                    return f"{begun!r}, {unit!r} again and again, {behind!r}"
    return None


def _grows(once: Callable[[str], float], short: str, long: str) -> bool:
    """Whether a text takes out of proportion longer than one of a quarter, each time it is asked."""
    return all(_longer(once, short, long) for _ in range(3))


def _longer(once: Callable[[str], float], short: str, long: str) -> bool:
    """The same, by the least of several times of each."""
    return min(once(long) for _ in range(5)) > MORE * max(min(once(short) for _ in range(5)), TOLD / MORE)


TRYING_ALL_PAIRS = ((r"\s+x", "search"), (r"(a|a)*b", "match"), (r"\s*[^x]+?[ .]*y", "fullmatch"))
"""One that looks anew from each blank of a run, one of choices that mean one thing, one of three runs in a row."""


def main() -> int:
    """Say of each expression that takes longer than a text is long over which text it does."""
    for expression, way in TRYING_ALL_PAIRS:
        if not worst(expression, 0, way):
            sys.stderr.write(f"{expression!r} is not told, and takes longer\n")
            return 2
    found = sorted(all_uses()[0], key=repr)
    slow = [(use, text) for use in found if (text := worst(*use))]
    sys.stdout.write("".join(f"{use}: {text}\n" for use, text in slow))
    sys.stdout.write(f"{len(found)} uses of expressions, {len(slow)} that take longer than a text is long\n")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
