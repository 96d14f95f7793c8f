"""Characters that a file's text does not show and its values hold: written as escapes, in keys, or as false quotes."""

import re
from collections.abc import Iterator

from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.store import faults
from toc_treaties.store.character_words import code_of, name_of, remedy_of, said_of
from toc_treaties.store.characters import CURLY, doubtful, odd_in
from toc_treaties.store.nodes import Mapping, Node, Scalar, Sequence

_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)


def hidden_characters(file: str, text: str, node: Node) -> list[Problem]:
    """Every odd character that an escape stands for, or a key holds; and every text that curly quotes enclose.

    A text without escapes shows its odd characters of plain ASCII, and they were found there.
    """
    lines, escaped = text.split("\n"), "\\" in text
    scalars: list[tuple[Scalar, str | None]] = []
    _gather(scalars, node, None)
    doubted = (found for found in scalars if escaped or not found[0].text.isascii())
    return [problem for scalar, key in doubted for problem in _hidden(file, lines, scalar, key)]


def _gather(scalars: list[tuple[Scalar, str | None]], node: Node, key: str | None) -> None:
    """Gather every scalar with the key that it stands under; a key stands under none."""
    match node:
        case Scalar():
            scalars.append((node, key))
        case Sequence():
            for item in node.items:
                _gather(scalars, item, key)
        case Mapping():
            for name, value in node.pairs:
                scalars.append((name, ""))
                _gather(scalars, value, name.text)
            scalars.extend((name, "") for name, _ in node.repeated)
            for odd in node.odd_keys:
                _gather(scalars, odd, "")


def _hidden(file: str, lines: list[str], scalar: Scalar, key: str | None) -> Iterator[Problem]:
    """What is wrong with the characters of one scalar."""
    if scalar.plain and scalar.text[:1] in CURLY and scalar.text:
        yield _curly(Place(file, scalar.line, scalar.column), scalar.text)
    if "\n" not in scalar.text and not doubtful().search(scalar.text):
        return
    for kind in _odd_kinds(scalar.text, key):
        line, column, width = _place_of(lines, scalar, kind)
        if kind != "\n" or lines[line - 1][column - 1 : column] == "\\":
            yield faults.odd_character(Place(file, line, column), said_of(kind), remedy_of(kind), width)


def _odd_kinds(text: str, key: str | None) -> dict[str, None]:
    """Each odd character of a value, or of a key, where even French blanks are odd; line ends are among them."""
    kinds = dict.fromkeys(kind for _, kind in odd_in(f"{key}: {text}"))
    return kinds | dict.fromkeys(
        character for character in text if character in "\r\n" or (not key and not character.isprintable())
    )


def _place_of(lines: list[str], scalar: Scalar, kind: str) -> tuple[int, int, int]:
    """The line, column and width of the escape that stands for a character, or of the character itself."""
    line, start = scalar.line, scalar.column - 1
    while line <= len(lines):
        written = lines[line - 1]
        for match in _ESCAPE.finditer(written, start):
            if _stands_for(match.group()) == kind[0]:
                return line, match.start() + 1, len(match.group())
        at = written.find(kind, start)
        if at >= 0:
            return line, at + 1, len(kind)
        line, start = line + 1, 0
    return scalar.line, scalar.column, 1


_SHORT = dict(zip("0abtnvfre_NLP", "\0\a\b\t\n\v\f\r\x1b\u00a0\x85\u2028\u2029", strict=True))


def _stands_for(escape: str) -> str:
    """The character that an escape stands for."""
    if len(escape) > 2:  # noqa: PLR2004 - a code in hexadecimal
        number = int(f"0x{escape[2:]}", 0)
        return chr(number) if number <= 0x10FFFF else ""  # noqa: PLR2004 - Unicode ends there
    return _SHORT.get(escape[1:], escape[1:])


def _curly(place: Place, text: str) -> Problem:
    """Curly quotes are letters to YAML: what they enclose is not quoted."""
    said = f"{code_of(text[0])} {name_of(text[0])} stands where a plain quote belongs"
    inside = text[1:-1] if len(text) > 1 and text[-1] in CURLY else ""
    help_ = (
        f'write "{inside}"' if inside and not set(inside) & {'"', "\\"} else "put plain quotes around the whole text"
    )
    return faults.odd_character(place, said, help_, len(text))
