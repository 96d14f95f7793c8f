"""libyaml's events to nodes, of whatever YAML allows.

The event stream is read directly, because composed nodes show neither anchors nor duplicate keys, and a composer
recurses as deep as a file asks it to. Anchors, aliases and tags become `Broken`.
"""

from typing import Any

from toc_treaties.model.problem import Problem
from toc_treaties.store import faults
from toc_treaties.store.libyaml import CParser, yaml
from toc_treaties.store.nodes import Broken, Mapping, Node, Scalar, Sequence

DEEPEST = 24


def composed_node(file: str, text: str) -> Node | list[Problem]:
    """The node of the one document of a text, or the Problems that keep it from being read."""
    try:
        node = _document(file, CParser(text), text.count("\n") + (not text.endswith("\n")))
    except yaml.YAMLError:
        from toc_treaties.store.syntax import syntax_faults

        return syntax_faults(file, text)
    return [node] if isinstance(node, Problem) else node


def _document(file: str, parser: CParser, lines: int) -> Node | Problem:
    """The first document's node; a second document is a Problem. Nothing is placed below the last of its lines."""
    parser.get_event()
    if isinstance(parser.get_event(), yaml.StreamEndEvent):
        return faults.empty_file(file)
    try:
        node = _Composer(file, parser).node(parser.get_event(), 0)
    except _TooDeepError as error:
        node = _broken(file, error.event, deep=True)
    if isinstance(node, Scalar) and node.line > lines:
        node = node._replace(line=lines, column=1)
    if isinstance(node, Broken):
        return node.problem
    parser.get_event()
    after = parser.get_event()
    if after is not None and not isinstance(after, yaml.StreamEndEvent):
        return faults.second_document(file, after.start_mark.line + 1 if after.start_mark else 1)
    return node


class _Composer:
    """Nodes made from one file's events, each list and mapping by a call of its own, at most `DEEPEST` deep."""

    __slots__ = ("file", "get_event")

    def __init__(self, file: str, parser: CParser) -> None:
        self.file = file
        self.get_event: Any = parser.get_event

    def node(self, event: Any, depth: int) -> Node:
        """The node that an event begins."""
        kind = type(event)
        if kind is _SCALAR:
            return _scalar(self.file, event)
        if kind is yaml.AliasEvent:
            return _broken(self.file, event)
        if depth >= DEEPEST:
            raise _TooDeepError(event)
        node = self.mapping(event, depth + 1) if kind is yaml.MappingStartEvent else self.sequence(event, depth + 1)
        return node if event.anchor is None and event.tag is None else _broken(self.file, event)

    def sequence(self, begun: Any, depth: int) -> Sequence:
        """A list, to its end."""
        items: list[Node] = []
        get_event = self.get_event
        event = get_event()
        while type(event) is not _SEQUENCE_END:
            items.append(self.node(event, depth))
            event = get_event()
        return Sequence(items, begun.start_mark.line + 1, begun.start_mark.column + 1)

    def mapping(self, begun: Any, depth: int) -> Mapping:
        """Keys with their values, to their end."""
        file, get_event = self.file, self.get_event
        pairs: list[tuple[Scalar, Node]] = []
        node = Mapping(pairs, [], [], begun.start_mark.line + 1, begun.start_mark.column + 1)
        first: dict[str, Scalar] = {}
        event = get_event()
        while type(event) is not _MAPPING_END:
            key: Node = _plainly(event) if type(event) is _SCALAR else self.node(event, depth)
            if type(key) is Scalar and not (event.anchor is None and event.tag is None):
                node.odd_keys.append(_broken(file, event))  # what it is the key of is read all the same
            event = get_event()
            value = _scalar(file, event) if type(event) is _SCALAR else self.node(event, depth)
            if type(value) is Scalar and value.plain and not value.text:
                value = value._replace(line=key.line, column=key.column)  # the parser may put it below the last line
            if type(key) is not Scalar:
                node.odd_keys.append(key)
            elif first.setdefault(key.text, key) is key:
                pairs.append((key, value))
            else:
                node.repeated.append((key, first[key.text]))
            event = get_event()
        return node


_SCALAR, _MAPPING_END, _SEQUENCE_END = yaml.ScalarEvent, yaml.MappingEndEvent, yaml.SequenceEndEvent
_made = tuple.__new__
"""How a scalar is made, thousands of times: without the check that a named tuple makes of its own fields."""


def _scalar(file: str, event: Any) -> Scalar | Broken:
    """A written value; one that carries an anchor or a tag is none of ours."""
    return _plainly(event) if event.anchor is None and event.tag is None else _broken(file, event)


def _plainly(event: Any) -> Scalar:
    """A written value, whatever it carries."""
    mark = event.start_mark
    made: Scalar = _made(Scalar, (event.value, not event.style, mark.line + 1, mark.column + 1))
    return made


class _TooDeepError(Exception):
    """A list or mapping stands within too many others."""

    def __init__(self, event: Any) -> None:
        super().__init__()
        self.event = event


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
