"""YAML text to nodes: every scalar stays the written text, every node keeps its line and column.

What is written as nearly all of the register is, `plain` reads by its lines; any other text, libyaml does (`composed`).
"""

from typing import NamedTuple

from toc_treaties.model.problem import Problem
from toc_treaties.store import faults
from toc_treaties.store.characters import may_hide, odd_characters

LARGEST = 1_000_000
BOM = b"\xef\xbb\xbf"
MERGE = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
"""What git writes into a file where two versions were not joined."""


class Scalar(NamedTuple):
    """A written value; `plain` where it carries no quotes."""

    text: str
    plain: bool
    line: int
    column: int


class Sequence(NamedTuple):
    """A list."""

    items: "list[Node]"
    line: int
    column: int


class Mapping(NamedTuple):
    """Keys with their values; `repeated` holds the later occurrences of a key, which are not in `pairs`."""

    pairs: "list[tuple[Scalar, Node]]"
    repeated: list[tuple[Scalar, Scalar]]
    odd_keys: "list[Node]"
    line: int
    column: int


class Broken(NamedTuple):
    """A node that YAML allows and the register does not; `problem` says why."""

    problem: Problem
    line: int
    column: int


Node = Scalar | Sequence | Mapping | Broken


def read_nodes(file: str, content: bytes) -> Node | list[Problem]:
    """The one document of a file as a node, or the Problems that keep it from being read."""
    text = _text(file, content)
    if isinstance(text, list):
        return text
    from toc_treaties.store.plain import plain_nodes

    node: Node | list[Problem] | None = plain_nodes(text)
    if node is None:
        from toc_treaties.store.composed import composed_node

        node = composed_node(file, text)
    if isinstance(node, list):
        return node
    return (may_hide(content, text) and _hidden(file, text, node)) or node


def _text(file: str, content: bytes) -> str | list[Problem]:
    """A file's text, or why it is none of ours; a byte order mark may stand at its beginning."""
    if len(content) > LARGEST:
        return [faults.too_large(file, f"{len(content):,}", LARGEST)]
    try:
        text = content.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        wide = faults.wide_encoding(file, content)
        return wide or [faults.bad_encoding(file, content[: error.start], content[error.start])]
    if "\0" in text[:4] and (wide := faults.wide_encoding(file, content)):
        return wide
    odd = odd_characters(file, content.removeprefix(BOM), text)
    if not odd and any(sign in text for sign in MERGE):
        from toc_treaties.store.syntax import unfinished_merge

        odd = unfinished_merge(file, text)
    return odd or text


def _hidden(file: str, text: str, node: Node) -> list[Problem]:
    """What the values of a text hide: looked for where its signs could hide anything."""
    from toc_treaties.store.hidden import hidden_characters

    return hidden_characters(file, text, node)
