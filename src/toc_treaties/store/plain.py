"""Nodes of a text that is plainly written: a key with its value, or an item, a line, as the register's files are.

libyaml reads whatever YAML allows, event by event, which is most of what reading a register costs. The lines of a plain
text say the same by themselves: `key: value`, `- key: value`, `- item`, and `key:` with what stands indented below it.
At the first line that could mean something else the text is given up, and libyaml reads it. What is read here becomes
the nodes that libyaml's events become, line and column too, which a test holds on every text of the corpus.
"""

import re
from typing import Any

from toc_treaties.store.characters import FRENCH
from toc_treaties.store.nodes import Mapping, Node, Scalar, Sequence

DEEPEST = 12
_KEY = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}"
_SENTENCE = r"\w[\w ,.;()'/°-]{0,300}+(?<! )|\"[^\"\\\n]{1,300}\""
"""A key that is a text of several words, or stands in quotes."""
_LINE = re.compile(rf"^(?:( *)(- )?(?:({_KEY}|{_SENTENCE}):(?: ([^ \n].*))?|([^ #\n].*))|#.*|)$|^(.+)$", re.MULTILINE)
"""The indent, the hyphen, the key with its value, an item; a remark, or nothing; a line of any other kind."""
_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What a value begins with that may be no plain text."""
_QUOTED = re.compile(r"\"[^\"\\]*\"|'[^']*'")
_BEFORE = re.compile(rf"({_KEY}): ")
_WITHIN = re.compile(r"[^\W_](?:[^][{},:?#]*[^][{},:?# ])?(?=[]},])")
"""A plain text within brackets."""
_WORDS = re.compile(r"\[[a-z0-9][a-z0-9-]*(?:, [a-z0-9][a-z0-9-]*)*\]")
"""A list of ids."""
_made = tuple.__new__
"""A node without the call of its class: each line has two."""
_NO_KEYS: set[str] = set()
"""The keys of a list."""


class _OtherwiseError(Exception):
    """A text is written otherwise than plainly."""


def plain_nodes(text: str) -> Mapping | None:
    """The mapping that a plainly written text is; None of any other text, and of one that has a key twice."""
    if " #" in text or " \n" in text or text.endswith(" ") or not _is_printed(text):
        return None
    try:
        return _Lines().read(text)
    except _OtherwiseError:
        return None


def _is_printed(text: str) -> bool:
    """Whether each sign of a text is printed, but for the ends of lines, and blanks that are letters to YAML."""
    for sign in ("\n", *FRENCH):
        text = text.replace(sign, " ")
    return text.isprintable()


class _Lines:
    """A text read line by line.

    `held` is what the innermost open mapping or list holds so far, `at` its column, and `keys` those that it has;
    `around` are those that it stands in. `waiting` is a key whose value is still to come.
    """

    __slots__ = ("around", "at", "held", "keys", "root", "waiting")

    def __init__(self) -> None:
        self.root: Mapping | None = None
        self.held: list[Any] = []
        self.at = 0
        self.keys: set[str] = set()
        self.around: list[tuple[list[Any], int, set[str]]] = []
        self.waiting: Scalar | None = None

    def read(self, text: str) -> Mapping:
        """The mapping of the whole text. A key that stands right below another one is read without a call."""
        held, at, keys = self.held, self.at, self.keys
        for line, (indent, hyphen, key, value, item, other) in enumerate(_LINE.findall(text), 1):
            if not key or hyphen or self.waiting is not None or len(indent) + 1 != at:
                if other or (item and not hyphen):
                    raise _OtherwiseError
                if key or item:
                    self.turn(line, len(indent) + 1, hyphen, item)
                    held, at, keys = self.held, self.at, self.keys
                if not key:
                    at = 0  # where items stand, no key does
                    continue
            called = key if key[0] != '"' else key[1:-1]
            if called in keys:
                raise _OtherwiseError
            keys.add(called)
            name = _made(Scalar, (called, called is key, line, at))
            if not value:
                self.waiting = name
            elif value[0] in _SIGNS or ": " in value or value[-1] == ":":
                held.append((name, _value(value, line, at + len(key) + 2)))
            else:
                held.append((name, _made(Scalar, (value, True, line, at + len(key) + 2))))
        if self.root is None:
            raise _OtherwiseError
        self.leave_empty()
        return self.root

    def turn(self, line: int, column: int, hyphen: str, item: str) -> None:
        """Open and close what a line does by its column and its hyphen; an item that is a value is taken in."""
        if self.waiting is not None and column > self.at:
            self.begin(_made(Sequence, ([], line, column)) if hyphen else _made(Mapping, ([], [], [], line, column)))
        elif self.root is None:
            self.root = Mapping(self.held, [], [], line, 1)
            self.at = 1
        else:
            self.leave_empty()
            while self.at > column:
                self.held, self.at, self.keys = self.around.pop()
        if self.at != column or (self.keys is _NO_KEYS) != (hyphen != ""):
            raise _OtherwiseError
        if item:
            self.held.append(_value(item, line, column + 2))
        elif hyphen:
            self.begin(_made(Mapping, ([], [], [], line, column + 2)))

    def begin(self, node: Mapping | Sequence) -> None:
        """Open a mapping or a list: the value of the key that waits, or an item."""
        if len(self.around) > DEEPEST:
            raise _OtherwiseError
        self.around.append((self.held, self.at, self.keys))
        self.held.append(node if self.waiting is None else (self.waiting, node))
        self.held, self.at, self.waiting = node[0], node.column, None
        self.keys = _NO_KEYS if type(node) is Sequence else set()

    def leave_empty(self) -> None:
        """Leave the key that waits, if any, without a value."""
        if self.waiting is not None:
            self.held.append((self.waiting, self.waiting._replace(text="", plain=True)))
            self.waiting = None


def _value(text: str, line: int, column: int) -> Node:
    """A value or an item that ends with its line: plain, in quotes, or within brackets."""
    if text[0] not in _SIGNS:
        if ": " in text or text[-1] == ":":
            raise _OtherwiseError
        return _made(Scalar, (text, True, line, column))
    if _WORDS.fullmatch(text):
        items: list[Node] = []
        for word in text[1:-1].split(", "):
            column += 1
            items.append(_made(Scalar, (word, True, line, column)))
            column += len(word) + 1
        return Sequence(items, line, column - len(text))
    node, end = _within(text, 0, line, column, 0)
    if end != len(text):
        raise _OtherwiseError
    return node


def _within(text: str, start: int, line: int, column: int, depth: int) -> tuple[Node, int]:
    """What begins at a place of a line, and where it ends."""
    if text.startswith(("[", "{"), start) and depth < DEEPEST:
        return _brackets(text, start, line, column, depth + 1)
    quoted = _QUOTED.match(text, start)
    if quoted:
        return Scalar(quoted[0][1:-1], False, line, column + start), quoted.end()
    plain = _WITHIN.match(text, start)
    if not plain:
        raise _OtherwiseError
    return Scalar(plain[0], True, line, column + start), plain.end()


def _brackets(text: str, start: int, line: int, column: int, depth: int) -> tuple[Node, int]:
    """A list, or fields, within brackets."""
    items: list[Node] = []
    pairs: list[tuple[Scalar, Node]] = []
    listing = text[start] == "["
    closing = "]" if listing else "}"
    at, more = start + 1, not text.startswith(closing, start + 1)
    while more:
        name = None if listing else _BEFORE.match(text, at)
        if not listing and (not name or any(name[1] == key.text for key, _ in pairs)):
            raise _OtherwiseError
        node, end = _within(text, name.end() if name else at, line, column, depth)
        if name:
            pairs.append((Scalar(name[1], True, line, column + at), node))
        else:
            items.append(node)
        more = text.startswith(", ", end)
        at = end + 2 if more else end
    if not text.startswith(closing, at):
        raise _OtherwiseError
    place = (line, column + start)
    return Sequence(items, *place) if listing else Mapping(pairs, [], [], *place), at + 1
