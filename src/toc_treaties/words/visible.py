"""Text as it may be shown on a terminal: nothing in it is a command to the screen, and nothing is unseen."""

import re

_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]")
"""Characters that count as printed and show nothing."""


NO_BREAK = "\u00a0\u202f"
"""The spaces that French writes before a colon, and between thousands."""


def visible(text: str, *, kept: str = "") -> str:
    """A text with each character that shows nothing written as its code point, but those `kept`; lines stay lines."""
    if text.isascii() and text.isprintable():
        return text
    shown = "".join(one if one.isprintable() or one == "\n" or one in kept else _code(one) for one in text)
    return _BLANK.sub(lambda match: _code(match.group()), shown)


def _code(character: str) -> str:
    return f"<U+{ord(character):04X}>"
