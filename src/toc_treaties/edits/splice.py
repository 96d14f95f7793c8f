"""Setting figures in a state's file by whole lines: what is not touched stays as it was written."""

from collections.abc import Iterable

from toc_treaties.edits.forms import TERMS, Entered
from toc_treaties.store.nodes import Mapping, Node, Scalar, read_nodes


def set_figures(text: str, year: int, entered: Iterable[Entered]) -> str:
    """A state's file with some figures of a year's return set, each on a line of its own."""
    for one in entered:
        text = _set(text, year, one)
    return text


def _set(text: str, year: int, one: Entered) -> str:
    path = ["returns", str(year), "figures", one.slot.id] + ([one.slot.term] if one.slot.term else [])
    written = "null" if one.value is None else str(one.value)
    if one.slot.term == TERMS[-1] and one.value is not None:
        written = '"' + written.replace("\\", "\\\\").replace('"', '\\"') + '"'
    lines = text.splitlines(keepends=True)
    node: Node | None = read_nodes("", text.encode())  # type: ignore[assignment]
    depth = 0
    while depth < len(path) and isinstance(node, Mapping):
        found = next((value for key, value in node.pairs if key.text == path[depth]), None)
        if found is None:
            break
        node, depth = found, depth + 1
    if depth == len(path) and isinstance(node, Scalar):
        return _replaced(lines, node, written)
    return _inserted(lines, text, path, depth, written)


def _replaced(lines: list[str], node: Scalar, written: str) -> str:
    """The lines with one scalar replaced; what follows it on its line stays."""
    line = lines[node.line - 1]
    head, tail = line[: node.column - 1], line[node.column - 1 :]
    if tail.startswith(('"', "'")):
        end = tail.index(tail[0], 1) + 1
    else:
        end = len(node.text) if tail.startswith(node.text) else len(tail.rstrip("\r\n"))
    lines[node.line - 1] = head + written + tail[end:]
    return "".join(lines)


def _inserted(lines: list[str], text: str, path: list[str], depth: int, written: str) -> str:
    """The lines with the missing keys of a path added, deeper keys below, at the end of the block they belong to."""
    ending = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    new = [f"{'  ' * level}{path[level]}:" for level in range(depth, len(path))]
    new[-1] += f" {written}"
    at = _end_of_block(lines, text, path[:depth]) if depth else _before_treaties(lines)
    added = [line + ending for line in new]
    if at and not lines[at - 1].endswith("\n"):
        lines[at - 1] += ending
    return "".join([*lines[:at], *added, *lines[at:]])


def _before_treaties(lines: list[str]) -> int:
    """Where a new top-level key goes: before the treaties, which close the file."""
    return next((index for index, line in enumerate(lines) if line.startswith("treaties:")), len(lines))


def _end_of_block(lines: list[str], text: str, path: list[str]) -> int:
    """The line after the last leaf of a block."""
    node: Node | None = read_nodes("", text.encode())  # type: ignore[assignment]
    for key in path:
        assert isinstance(node, Mapping)  # noqa: S101 - the path was walked before
        node = next(value for name, value in node.pairs if name.text == key)
    return _last_line(node) if node is not None else len(lines)


def _last_line(node: Node) -> int:
    """The line of a node's last leaf, counted from 1."""
    if isinstance(node, Mapping) and node.pairs:
        key, value = node.pairs[-1]
        return max(key.line, _last_line(value))
    return node.line
