"""Texts that a spreadsheet would run as a formula, kept from it by a sign before them, and freed of it again."""

import re

_RUNS = re.compile("[\\s\\x00-\\x20\u200b-\u200f\u2060\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\\t\\r\\n]")
"""What begins a formula, behind blanks and unseen signs too, and as wide as an East Asian sign."""
GUARD = "'"


def guarded(text: str) -> str:
    """A text that no spreadsheet runs; `unguarded` gives back exactly what it was."""
    return GUARD + text if _RUNS.match(text.lstrip(GUARD)) else text


def unguarded(text: str) -> str:
    """A text without the sign that `guarded` put before it."""
    return text[1:] if text.startswith(GUARD) and _RUNS.match(text.lstrip(GUARD)) else text
