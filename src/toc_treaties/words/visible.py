"""Text as it may be shown on a terminal: nothing in it is a command to the screen, and nothing is unseen."""

import re
from collections.abc import Iterable
from operator import is_
from typing import Any

_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]")
"""Characters that count as printed and show nothing."""


NO_BREAK = "\u00a0\u202f"
"""The spaces that French writes before a colon, and between thousands."""
ON_A_PAGE = NO_BREAK + "\t"
"""What a page may hold: a tabulator moves what follows and hides nothing."""


def visible(text: str, *, kept: str = "") -> str:
    """A text with each character that shows nothing written as its code point, but those `kept`; lines stay lines."""
    if text.isascii() and text.isprintable():
        return text
    plain = text
    for sign in f"\n{kept}":
        plain = plain.replace(sign, "")
    if plain.isprintable() and (plain.isascii() or not _BLANK.search(plain)):
        return text
    shown = "".join(one if one.isprintable() or one == "\n" or one in kept else _code(one) for one in text)
    return _BLANK.sub(lambda match: _code(match.group()), shown)


def on_one_line(text: str) -> str:
    """A text as a part of a sentence: visible, and a break of the line, as in a file's name, as its code point."""
    return visible(text).replace("\n", _code("\n"))


def shown_whole(value: Any) -> Any:  # noqa: ANN401 - a page, or a part of one
    """A page with all its texts visible, whichever part of it they are; what does not change stays the same object."""
    texts: list[str] = []
    _gather((value,), texts)
    together = "".join(texts)  # an ordinary page is looked at once, as one text
    return value if visible(together, kept=ON_A_PAGE) is together else _shown(value)


def _gather(parts: Iterable[object], texts: list[str]) -> None:
    """All texts in some parts, however deep."""
    for part in parts:
        if type(part) is str:
            texts.append(part)
        elif part and isinstance(part, tuple):
            _gather(part, texts)


def _shown(value: Any) -> Any:  # noqa: ANN401 - a page, or a part of one
    if type(value) is str:
        return visible(value, kept=ON_A_PAGE)
    if not isinstance(value, tuple):
        return value
    parts = [_shown(part) for part in value]
    if all(map(is_, parts, value)):
        return value
    return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)


def _code(character: str) -> str:
    return f"<U+{ord(character):04X}>"
