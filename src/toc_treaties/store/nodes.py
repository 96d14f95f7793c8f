"""YAML text to nodes: every scalar stays the written text, every node keeps its line and column.

The event stream of libyaml is read directly, because composed nodes show neither anchors nor duplicate
keys, and a composer recurses as deep as a file asks it to. Anchors, aliases and tags become `Broken`.
"""

from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser

from toc_treaties.problem import Problem
from toc_treaties.store import faults

DEEPEST = 24
LARGEST = 1_000_000


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


def read_nodes(file: str, content: bytes) -> Node | Problem:
    """The one document of a file as a node, or the Problem that keeps it from being read."""
    if len(content) > LARGEST:
        return faults.too_large(file, len(content), LARGEST)
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        return faults.bad_encoding(file, content[: error.start], content[error.start])
    if "\t" in text:
        return faults.tab(file, text)
    try:
        return _document(file, CParser(text))
    except yaml.MarkedYAMLError as error:
        return faults.yaml_syntax(file, text, error)
    except yaml.reader.ReaderError as error:
        return faults.control_character(file, text, error.position)


def _document(file: str, parser: CParser) -> Node | Problem:
    """The first document's node; a second document is a Problem."""
    parser.get_event()
    if isinstance(parser.get_event(), yaml.StreamEndEvent):
        return faults.empty_file(file)
    node = _node(file, parser, parser.get_event(), 1)
    parser.get_event()
    after = parser.get_event()
    if after is not None and not isinstance(after, yaml.StreamEndEvent):
        return faults.second_document(file, after.start_mark.line + 1 if after.start_mark else 1)
    return node


def _node(file: str, parser: CParser, event: Any, depth: int) -> Node:
    """The node that starts with this event (the library's stubs do not tell what each event carries)."""
    mark = event.start_mark
    line, column = mark.line + 1, mark.column + 1
    kind = type(event)
    if kind is yaml.ScalarEvent:
        if event.anchor is None and (event.tag is None or event.tag == "!"):
            return Scalar(event.value, event.style is None or event.style == "", line, column)
        return Broken(faults.anchor_or_tag(file, line, column, event), line, column)
    if kind is yaml.AliasEvent:
        return Broken(faults.alias(file, line, column, event.anchor), line, column)
    if depth > DEEPEST:
        _skip(parser)
        return Broken(faults.too_deep(file, line, column, DEEPEST), line, column)
    is_list = kind is yaml.SequenceStartEvent
    read = _sequence if is_list else _mapping
    node = read(file, parser, depth, line, column)
    if event.anchor is not None or event.tag is not None:
        return Broken(faults.anchor_or_tag(file, line, column, event), line, column)
    return node


def _sequence(file: str, parser: CParser, depth: int, line: int, column: int) -> Node:
    items: list[Node] = []
    while type(event := parser.get_event()) is not yaml.SequenceEndEvent:
        items.append(_node(file, parser, event, depth + 1))
    return Sequence(items, line, column)


def _mapping(file: str, parser: CParser, depth: int, line: int, column: int) -> Node:
    pairs: list[tuple[Scalar, Node]] = []
    repeated: list[tuple[Scalar, Scalar]] = []
    odd_keys: list[Node] = []
    first: dict[str, Scalar] = {}
    while type(event := parser.get_event()) is not yaml.MappingEndEvent:
        key = _node(file, parser, event, depth + 1)
        value = _node(file, parser, parser.get_event(), depth + 1)
        if not isinstance(key, Scalar):
            odd_keys.append(key)
        elif key.text in first:
            repeated.append((key, first[key.text]))
        else:
            first[key.text] = key
            pairs.append((key, value))
    return Mapping(pairs, repeated, odd_keys, line, column)


def _skip(parser: CParser) -> None:
    """Leave a list or mapping behind, however deep it is, without recursion."""
    open_nodes = 1
    while open_nodes:
        event = parser.get_event()
        if isinstance(event, yaml.CollectionStartEvent):
            open_nodes += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            open_nodes -= 1
