"""YAML text to nodes: every scalar stays the written text, every node keeps its line and column.

The event stream of libyaml is read directly, because composed nodes show neither anchors nor duplicate
keys, and a composer recurses as deep as a file asks it to. Anchors, aliases and tags become `Broken`.
"""

from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser

from toc_treaties.model.problem import Problem
from toc_treaties.store import faults
from toc_treaties.store.characters import may_hide, odd_characters

DEEPEST = 24
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
    try:
        node = _document(file, CParser(text), text.count("\n") + (not text.endswith("\n")))
    except yaml.YAMLError:
        from toc_treaties.store.syntax import syntax_faults

        return syntax_faults(file, text)
    if isinstance(node, Problem):
        return [node]
    return (may_hide(content, text) and _hidden(file, text, node)) or node


def _text(file: str, content: bytes) -> str | list[Problem]:
    """A file's text, or why it is none of ours; a byte order mark may stand at its beginning."""
    if len(content) > LARGEST:
        return [faults.too_large(file, len(content), LARGEST)]
    try:
        text = content.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        return [faults.bad_encoding(file, content[: error.start], content[error.start])]
    odd = odd_characters(file, content.removeprefix(BOM), text)
    if not odd and any(sign in text for sign in MERGE):
        from toc_treaties.store.syntax import unfinished_merge

        odd = unfinished_merge(file, text)
    return odd or text


def _hidden(file: str, text: str, node: Node) -> list[Problem]:
    """What the values of a text hide: looked for where its signs could hide anything."""
    from toc_treaties.store.hidden import hidden_characters

    return hidden_characters(file, text, node)


def _document(file: str, parser: CParser, lines: int) -> Node | Problem:
    """The first document's node; a second document is a Problem. Nothing is placed below the last of its lines."""
    parser.get_event()
    if isinstance(parser.get_event(), yaml.StreamEndEvent):
        return faults.empty_file(file)
    node = _compose(file, parser)
    if isinstance(node, Scalar) and node.line > lines:
        node = node._replace(line=lines, column=1)
    if isinstance(node, Broken):
        return node.problem
    parser.get_event()
    after = parser.get_event()
    if after is not None and not isinstance(after, yaml.StreamEndEvent):
        return faults.second_document(file, after.start_mark.line + 1 if after.start_mark else 1)
    return node


_scalar = tuple.__new__
"""How a scalar is made, thousands of times, without the check that a named tuple makes of its own fields."""


def _compose(file: str, parser: CParser) -> Node:
    """The next node, read in one loop: the stack is a list, so a file cannot exhaust it."""
    event: Any
    node: Node
    get_event, scalar, ends = parser.get_event, yaml.ScalarEvent, (yaml.MappingEndEvent, yaml.SequenceEndEvent)
    open_nodes: list[_Open] = []
    add: Any = None
    while True:
        event = get_event()
        kind = type(event)
        if kind is scalar:
            mark = event.start_mark
            if event.anchor is None and event.tag is None:
                node = _scalar(Scalar, (event.value, not event.style, mark.line + 1, mark.column + 1))
            else:
                node = _broken(file, event)
        elif kind in ends:
            node = open_nodes.pop().closed(file)
            add = open_nodes[-1].add if open_nodes else None
        elif kind is yaml.AliasEvent:
            node = _broken(file, event)
        elif len(open_nodes) >= DEEPEST:
            return _broken(file, event, deep=True)
        else:
            open_nodes.append(_Open(event))
            add = open_nodes[-1].add
            continue
        if add is None:
            return node
        add(node)


def _broken(file: str, event: Any, *, deep: bool = False) -> Broken:
    """A node that the register does not allow."""
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    if deep:
        problem = faults.too_deep(file, line, column, DEEPEST)
    elif isinstance(event, yaml.AliasEvent):
        problem = faults.alias(file, line, column, str(event.anchor))
    else:
        problem = faults.anchor_or_tag(file, line, column, event)
    return Broken(problem, line, column)


class _Open:
    """A list or mapping whose end has not been read (the library's stubs do not tell what each event carries)."""

    __slots__ = ("add", "event", "first", "key", "node")

    def __init__(self, event: Any) -> None:
        self.event = event
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if type(event) is yaml.SequenceStartEvent:
            items: list[Node] = []
            self.node: Sequence | Mapping = Sequence(items, line, column)
            self.add = items.append
        else:
            self.node = Mapping([], [], [], line, column)
            self.key: Node | None = None
            self.first: dict[str, Scalar] = {}
            self.add = self._add_to_mapping

    def _add_to_mapping(self, node: Node) -> None:
        """A key, or the value of the key before it."""
        key = self.key
        if key is None:
            self.key = node
            return
        self.key = None
        if type(node) is Scalar and not node.text and node.plain:
            node = node._replace(line=key.line, column=key.column)  # the parser may put it below the last line
        mapping = self.node
        assert isinstance(mapping, Mapping)  # noqa: S101 - only a mapping adds this way
        if not isinstance(key, Scalar):
            mapping.odd_keys.append(key)
        elif key.text in self.first:
            mapping.repeated.append((key, self.first[key.text]))
        else:
            self.first[key.text] = key
            mapping.pairs.append((key, node))

    def closed(self, file: str) -> Node:
        """The node, or what is wrong with it as a whole."""
        if self.event.anchor is not None or self.event.tag is not None:
            return _broken(file, self.event)
        return self.node
