"""The corpus of rules: one Markdown file for each code, its examples run against a small made-up register.

A rule's file says what the rule finds and why, and shows a bad example with the message that `check` prints,
and a good one. An example names the files it changes; each key of its second level takes the place of the
same key in the base register, so that an example shows only what matters.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.registers import reader
from tests.source import SOURCE, tree
from toc_treaties.model.problem import Problem, in_order
from toc_treaties.pages.problems import as_text
from toc_treaties.rules import judged
from toc_treaties.store.folder import folder_problems
from toc_treaties.store.load import ALL, load
from toc_treaties.store.register_shape import codes_of

HERE = Path(__file__).parent
RULES = HERE / "rules"
BASE = RULES / "base"
TODAY = date(2026, 11, 21)
MAKERS = {"Problem", "warning", "problem", "practice"}
"""The functions that are given a rule's code first."""

Files = dict[str, bytes]


class Block(NamedTuple):
    """A fenced block with the line before it."""

    lead: str
    language: str
    text: str


class Example(NamedTuple):
    """Files that an example changes, and the message that is expected."""

    title: str
    blocks: tuple[Block, ...]
    expected: str

    @property
    def files(self) -> Files:
        """The whole register of the example."""
        files = base()
        for block in self.blocks:
            if block.language == "yaml":
                name, content = _changed(block, files)
                files[name] = content
                if block.lead.endswith(", removed:"):
                    del files[name]
        return files


class Rule(NamedTuple):
    """One rule's page."""

    code: str
    path: Path
    what: str
    why: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]


def base() -> Files:
    """The made-up register that every example changes."""
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.rglob("*.yaml"))}


def rules() -> list[Rule]:
    """Every rule's page, by code."""
    return [read(path) for path in sorted(RULES.glob("*.md"))]


def read(path: Path) -> Rule:
    """One rule's page."""
    title, *parts = re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)
    sections = [(head.strip(), body.strip()) for head, _, body in (part.partition("\n") for part in parts)]
    texts = dict(sections)
    examples = {
        kind: tuple(_example(head, body) for head, body in sections if head.split(":")[0] == kind)
        for kind in ("Bad", "Good")
    }
    code = title.removeprefix("# ").strip()
    return Rule(code, path, texts["What"], texts["Why"], examples["Bad"], examples["Good"])


def _example(head: str, body: str) -> Example:
    """A bad or good example: its fenced blocks, the last of a bad one being the message."""
    fences = re.finditer(
        r"^(?P<lead>[^\n]*)\n\n?```(?P<language>\w+)\n(?P<text>.*?)^```$", body, re.MULTILINE | re.DOTALL
    )
    blocks = [Block(one["lead"], one["language"], one["text"]) for one in fences]
    expected = "".join(block.text for block in blocks if block.language == "text")
    return Example(head, tuple(blocks), expected)


def _changed(block: Block, files: Mapping[str, bytes]) -> tuple[str, bytes]:
    """The name and the new content of the file that a block changes."""
    lead = re.fullmatch(
        r"`data/(?P<name>[^`]+)`(?P<whole> in full)?(?:, removed)?(?:, saved as (?P<coding>[\w-]+))?"
        r"(?:, and (?P<spaces>[\d,]+) spaces)?:",
        block.lead,
    )
    if lead is None:
        raise ValueError(f"this line names no file: {block.lead!r}")
    name = lead["name"]
    text = block.text if lead["whole"] else overlaid(files.get(name, b"").decode(), block.text)
    spaces = int((lead["spaces"] or "0").replace(",", ""))
    return name, text.encode(lead["coding"] or "utf-8") + b" " * spaces


def overlaid(base: str, fragment: str) -> str:
    """A file's text with the fragment's keys, of the first and second level, in the place of its own."""
    return _merged(base, fragment, 0)


def _merged(base: str, fragment: str, level: int) -> str:
    """The base's blocks, those of the fragment's keys replaced at the first place of each, new ones at the end."""
    ours, theirs = list(_blocks(base, level)), list(_blocks(fragment, level))
    new = {key: [text for other, text in theirs if other == key] for key, _ in theirs if key}
    lines = []
    for key, text in ours:
        if key not in new:
            lines.append(text)
            continue
        for one in new.pop(key):
            head, _, rest = text.partition("\n")
            is_parent = level == 0 and re.match(r"  [\w-]+:", one.partition("\n")[2])
            lines.append(f"{head}\n{_merged(rest, one.partition(chr(10))[2], 1)}" if is_parent else one)
    return "".join([*lines, *(one for texts in new.values() for one in texts)])


def _blocks(text: str, level: int) -> Iterator[tuple[str, str]]:
    """The text cut at the keys of a level: each key with its lines; lines before any key have none."""
    key, lines = "", ""
    for line in text.splitlines(keepends=True):
        found = re.match(rf" {{{2 * level}}}([\w-]+):", line)
        if found or (line.startswith("#") and level == 0):
            if lines:
                yield key, lines
            key, lines = (found[1] if found else ""), ""
        lines += line
    if lines:
        yield key, lines


def problems_of(files: Mapping[str, bytes], today: date = TODAY) -> list[Problem]:
    """What `check` finds in these files."""
    slugs = sorted(codes_of(reader(files))) or sorted(Path(name).stem for name in files if name.startswith("states/"))
    register, problems = load(reader(files), slugs, "data", ALL, partial=True)
    problems = judged(register, problems, today, whole=True)
    return in_order([*problems, *folder_problems(files, slugs, "data")])


def message_of(files: Mapping[str, bytes]) -> str:
    """What `check` prints about these files, without the count at its end."""
    problems = problems_of(files)
    text = as_text(problems, len(files), lambda file: _lines(files.get(file.removeprefix("data/"))))
    return "".join(text.splitlines(keepends=True)[:-1]).rstrip("\n") + "\n" if problems else ""


def accept(rule: Rule, example: Example, message: str) -> None:
    """Write the message that an example gives into its rule's page."""
    text = rule.path.read_text("utf-8")
    start = text.index(f"## {example.title}\n")
    opening = text.index("```text\n", start) + len("```text\n")
    closing = text.index("```", opening)
    rule.path.write_text(text[:opening] + message + text[closing:], "utf-8")


def _lines(content: bytes | None) -> list[str]:
    if content is None:
        return []
    return content.decode("utf-8-sig", "replace").split("\n")


@cache
def codes_in_source() -> dict[str, str]:
    """Every rule's code with the module that finds it, as written in the source."""
    shapes = [SOURCE / "store" / name for name in ("faults.py", "value_faults.py", "ids.py")]
    modules = [*shapes, *sorted((SOURCE / "rules").glob("*.py"))]
    codes: dict[str, str] = {}
    for module in modules:
        for code in _codes(ast.walk(tree(module))):
            codes.setdefault(code, "faults" if module in shapes else module.stem)
    return codes


def _codes(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The first argument of every call that makes a problem; a function may pass on the `rule` it was given."""
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS:
            code = node.args[0]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield code.value
            elif not (isinstance(code, ast.Name) and code.id == "rule"):
                raise ValueError(f"line {node.lineno}: a rule's code is written out where its problem is made")
