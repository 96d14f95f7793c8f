"""A file's text with its nodes: what each holds, where it begins and ends, and lines set between its own."""

from typing import Any

from toc_treaties.store.libyaml import yaml
from toc_treaties.store.nodes import BOM

Path = tuple[str | int, ...]
"""The way to a value of a file: keys, and places in a list, counted from 0."""


class PlacingError(Exception):
    """The place is written in a way that leaves none for a new line."""


def values(node: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    """What a node holds, as texts in lists and tables."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: values(value) for key, value in node.value}
    return [values(each) for each in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def held(content: bytes) -> Any:  # noqa: ANN401 - as above
    """What a file's content holds, as texts in lists and tables."""
    return values(composed(content.removeprefix(BOM).decode("utf-8")))


def composed(text: str) -> Any:  # noqa: ANN401 - as above
    """The node of a text, which is a table."""
    node = yaml.compose(text, Loader=yaml.CBaseLoader)
    if not isinstance(node, yaml.MappingNode):
        raise PlacingError
    return node


class FileText:
    """A file's text with its nodes, and where each begins and ends."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = composed(text)
        self.lines = text.split("\n")
        self.ending = "\r\n" if self.lines[0].endswith("\r") else "\n"
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def at(self, mark: Any) -> int:  # noqa: ANN401 - libyaml's
        """How many characters stand before a mark."""
        start: int = self.starts[mark.line]
        return min(start + int(mark.column), len(self.text))

    def after(self, node: Any) -> int:  # noqa: ANN401 - as above
        """The line below a node, counted from 0: below its last leaf, and not below the remarks that follow it."""
        if node.value and isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return max(self.after(part) for part in (last if isinstance(last, tuple) else (last,)))
        first, line = int(node.start_mark.line), int(node.end_mark.line)
        line = max(line if node.end_mark.column else line - 1, first)
        while line > first and not self.lines[line].strip():
            line -= 1
        return line + 1

    def stands_alone(self, key: Any, node: Any) -> bool:  # noqa: ANN401 - nodes
        """Whether a node is all that stands behind its key, on the key's own line but for a remark."""
        line = self.lines[key.start_mark.line]
        behind = line[node.end_mark.column :].strip()
        same = key.start_mark.line == node.start_mark.line == node.end_mark.line
        return same and not line[: key.start_mark.column].strip(" -") and behind[:1] in {"", "#"}

    def with_lines(self, line: int, added: list[str]) -> str:
        """The text with whole lines before one of its lines; the last line stays without an end where it had none."""
        ending = self.ending
        if line < len(self.lines) and self.starts[line] <= len(self.text):
            at = self.starts[line]
            return self.text[:at] + "".join(each + ending for each in added) + self.text[at:]
        return self.text + "".join(ending + each for each in added)

    def with_text(self, start: int, added: str, end: int | None = None) -> str:
        """The text with a few characters within a line."""
        return self.text[:start] + added + self.text[start if end is None else end :]


def reached(root: Any, path: Path) -> tuple[Any, Any, Path]:  # noqa: ANN401 - nodes
    """The last node there is on a way, the key that it stands under, and the rest of the way."""
    node, key_node = root, None
    for depth, step in enumerate(path):
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == step), None)
            if pair is None:
                return node, key_node, path[depth:]
            key_node, node = pair
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            key_node, node = None, node.value[step]
        else:
            return node, key_node, path[depth:]
    return node, key_node, ()
