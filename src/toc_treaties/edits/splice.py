"""Setting figures in a state's file by whole lines: what is not touched stays as it was written."""

import re
from collections.abc import Iterable

from toc_treaties.edits.filled import Entered
from toc_treaties.edits.slots import TERMS
from toc_treaties.store.nodes import Mapping, Node, Scalar, Sequence, read_nodes

QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""", re.DOTALL)


def set_figures(text: str, year: int, entered: Iterable[Entered]) -> str:
    """A state's file with some figures of a year's return set, each on a line of its own where that is the style."""
    for one in entered:
        text = _set(text, year, one)
    return text


def set_field(text: str, year: int, field: str, written: str) -> str:
    """A state's file with one field of a year's return set, as it is written."""
    return _set_path(text, ["returns", str(year), field], written)


def set_unconfirmed(text: str, year: int, why: str) -> str:
    """A state's file whose return of a year says why it rests on no source."""
    return _set_path(text, ["returns", str(year), "unconfirmed"], why)


def quoted(text: str) -> str:
    """A text as YAML writes it on one line."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _set(text: str, year: int, one: Entered) -> str:
    path = ["returns", str(year), "figures", one.slot.id] + ([one.slot.term] if one.slot.term else [])
    text_wanted = one.slot.term == TERMS[-1] and one.value is not None
    written = "null" if one.value is None else quoted(str(one.value)) if text_wanted else str(one.value)
    return _set_path(text, path, written)


def _set_path(text: str, path: list[str], written: str) -> str:
    lines = text.splitlines(keepends=True)
    node = _nodes(text)
    depth = 0
    while depth < len(path) and isinstance(node, Mapping):
        found = next((value for key, value in node.pairs if key.text == path[depth]), None)
        if found is None:
            break
        node, depth = found, depth + 1
    if isinstance(node, Scalar):
        return _replaced(lines, node, written if depth == len(path) else f"{{{path[-1]}: {written}}}")
    if isinstance(node, Mapping) and lines[node.line - 1][node.column - 1] == "{":
        return _inserted_in_flow(lines, node, path[depth:], written)
    return _inserted(lines, node, path[depth:], written)


def _nodes(text: str) -> Node:
    node = read_nodes("", text.encode())
    assert isinstance(node, Mapping)  # noqa: S101 - the file was read before
    return node


def _replaced(lines: list[str], node: Scalar, written: str) -> str:
    """The lines with one scalar replaced; what follows it on its line stays."""
    before, after = _at(lines, node)
    return before + written + after[_length(node, after) :]


def _at(lines: list[str], node: Node) -> tuple[str, str]:
    """The text before a node, and from it on."""
    line = lines[node.line - 1]
    head = "".join(lines[: node.line - 1]) + line[: node.column - 1]
    return head, line[node.column - 1 :] + "".join(lines[node.line :])


def _length(node: Scalar, tail: str) -> int:
    """How many characters of a text a scalar takes at its beginning: its quotes, or itself, or the rest of its line."""
    found = QUOTED.match(tail) if not node.plain else None
    if found is not None:
        return found.end()
    return len(node.text) if tail.startswith(node.text) else len(tail.splitlines()[0])


def _inserted_in_flow(lines: list[str], node: Mapping, keys: list[str], written: str) -> str:
    """A key added to a mapping in braces: behind its last value where that is one word, else at its beginning."""
    added = "".join(f"{key}: {{" for key in keys[:-1]) + f"{keys[-1]}: {written}" + "}" * (len(keys) - 1)
    last = node.pairs[-1][1] if node.pairs else None
    if isinstance(last, Scalar):
        before, after = _at(lines, last)
        length = _length(last, after)
        return f"{before}{after[:length]}, {added}{after[length:]}"
    before, after = _at(lines, node)
    return f"{before}{{{added}{', ' if node.pairs else ''}{after[1:]}"


def _inserted(lines: list[str], node: Node, keys: list[str], written: str) -> str:
    """The lines with missing keys added, deeper ones below, at the end of the block that they belong to."""
    ending = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    first = node.pairs[0][0] if isinstance(node, Mapping) and node.pairs else None
    indent = " " * (first.column - 1) if first else ""
    added = [f"{indent}{'  ' * level}{key}:" for level, key in enumerate(keys)]
    added[-1] += f" {written}"
    at = _before_treaties(lines) if keys[0] == "returns" else _end_of_block(lines, node)
    if at and not lines[at - 1].endswith("\n"):
        lines[at - 1] += ending
    return "".join([*lines[:at], *(line + ending for line in added), *lines[at:]])


def _before_treaties(lines: list[str]) -> int:
    """Where a new top-level key goes: before the treaties, which close the file, and the remarks right above them."""
    at = next((index for index, line in enumerate(lines) if line.startswith("treaties:")), len(lines))
    while at > 1 and at < len(lines) and lines[at - 1].startswith("#"):
        at -= 1
    return at


def _end_of_block(lines: list[str], node: Node) -> int:
    """The line after a block: after its last leaf, and the further lines of that leaf."""
    key = node
    while isinstance(node, Mapping) and node.pairs:
        key, node = node.pairs[-1]
    at = max(key.line, _last_line(node))
    while at < len(lines) and lines[at].strip() and len(lines[at]) - len(lines[at].lstrip(" ")) >= key.column:
        if lines[at].lstrip().startswith("#"):
            break
        at += 1
    return at


def _last_line(node: Node) -> int:
    """The line on which the last item of a node begins, counted from 1."""
    return _last_line(node.items[-1]) if isinstance(node, Sequence) and node.items else node.line
