"""Whose files an answer on one state's reservations needs: those of the states that object."""

import re
from collections.abc import Mapping

from toc_treaties.store.opening import Reader

OBJECTS_TO = re.compile(rb"""\bto["']?: *["']?([A-Z]{3})\b""")
"""The reserving state of an objection, in either style of YAML; what is found too much costs a file more, no answer."""


def objecting(read: Reader, slug: str, codes: Mapping[str, str]) -> list[str]:
    """The states that object to a reservation of one, or to whose reservations it objects, as their files say.

    `codes` are those of the states, by the names of their files.
    """
    named = {other: _objects_to(read, other) for other in codes}
    own, code = named.get(slug, set()), codes.get(slug)
    return [other for other in codes if other != slug and (codes[other] in own or code in named[other])]


def _objects_to(read: Reader, slug: str) -> set[str]:
    """The codes of the states to whose reservations a state objects; none where its file is not there."""
    try:
        return {code.decode() for code in OBJECTS_TO.findall(read(f"states/{slug}.yaml"))}
    except OSError:
        return set()
