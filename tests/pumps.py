"""Texts that an expression has to try many ways of: what it repeats, again and again, behind what it begins with.

They are made from the expression itself, as Python's own reader of expressions takes it apart.
"""

import re
from collections.abc import Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

SIGNS = "aA1 \n-.,:;'\"()[]{}<>/\\_é\u00a0=+*#&|"
MANY = 20
"""Who may repeat a part so often may repeat it without end."""
REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}
KINDS = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}
Part = tuple[Any, Any]


def pumps(expression: str | bytes, flags: int) -> list[tuple[str, str]]:
    """Beginnings and what is repeated behind each, for an expression; none where it repeats nothing without end."""
    text = expression if isinstance(expression, str) else expression.decode("latin-1")
    parts = parser.parse(text, flags & ~re.UNICODE)
    repeated = list(_repeated(parts, [""]))
    units = list(dict.fromkeys(unit for _, some in repeated for unit in some if unit))
    pairs = [(begun, unit) for begins, some in repeated for begun in begins[:3] for unit in some if unit]
    pairs += [("", begun + unit) for begun, unit in pairs]
    pairs += [("", one + other) for one in units[:6] for other in units[:6]]
    whole = [text[:length] for text in _texts(parts, 3)[:4] for length in (1, 2, 3, len(text) - 1, len(text))]
    return list(dict.fromkeys([*pairs, *(("", text) for text in whole if text)])) if units else []


def _repeated(parts: Iterable[Part], before: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Each part that may be repeated without end, as texts, with texts that lead to it."""
    for code, value in parts:
        if code in REPEATS:
            if value[1] is codes.MAXREPEAT or value[1] >= MANY:
                yield before, _texts(value[2], 4)
            yield from _repeated(value[2], before)
        for within in _within(code, value):
            yield from _repeated(within, before)
        before = [begun + text for begun in before for text in _texts([(code, value)], 2)][:4]


def _within(code: Any, value: Any) -> list[Any]:  # noqa: ANN401 - as the reader of expressions has it
    """The parts within a group, a choice, or what has to stand behind or before."""
    if code is codes.SUBPATTERN:
        return [value[3]]
    if code is codes.BRANCH:
        return list(value[1])
    if code in {codes.ASSERT, codes.ASSERT_NOT}:
        return [value[1]]
    return [value] if code is codes.ATOMIC_GROUP else []


def _texts(parts: Iterable[Part], few: int) -> list[str]:
    """A few texts that some parts match."""
    texts = [""]
    for code, value in parts:
        texts = [text + more for text in texts for more in _of(code, value, few)][: few * 3]
    return texts


def _of(code: Any, value: Any, few: int) -> list[str]:  # noqa: ANN401 - as above
    """A few texts that one part matches; an empty one for what only looks."""
    if code is codes.LITERAL:
        return [chr(value)]
    if code in {codes.IN, codes.NOT_LITERAL, codes.ANY, codes.CATEGORY}:
        return _signs(code, value)[: few + 1]
    if code in REPEATS:
        least, _, repeated = value
        texts = [text * max(least, 1) for text in _texts(repeated, few)]
        return [*texts[:3], *([] if least else [""])]
    if code in {codes.ASSERT, codes.ASSERT_NOT}:
        return [""]
    return [text for within in _within(code, value) for text in _texts(within, few)[:3]] or [""]


def _signs(code: Any, value: Any) -> list[str]:  # noqa: ANN401 - as above
    """Signs that a class takes, those of its own among them."""
    if code is not codes.IN:
        value = [(code, value)]
    own = [part if code is codes.LITERAL else part[0] for code, part in value if code in {codes.LITERAL, codes.RANGE}]
    signs = dict.fromkeys([*SIGNS, *map(chr, own)])
    return [
        sign for sign in signs if any(_takes(code, part, sign) for code, part in value) != (value[0][0] is codes.NEGATE)
    ]


def _takes(code: Any, part: Any, sign: str) -> bool:  # noqa: ANN401 - as above
    if code is codes.LITERAL:
        return sign == chr(part)
    if code is codes.NOT_LITERAL:
        return sign != chr(part)
    if code is codes.RANGE:
        return bool(part[0] <= ord(sign) <= part[1])
    if code is codes.CATEGORY:
        return re.fullmatch(KINDS[part], sign) is not None
    return code is codes.ANY and sign != "\n"
