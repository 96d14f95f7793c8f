"""Text as it may be shown on a terminal: nothing in it is a command to the screen, and nothing is unseen."""


def visible(text: str) -> str:
    """A text with each character that is not printed written as its code point; lines stay lines."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one == "\n" else f"<U+{ord(one):04X}>" for one in text)
