"""What is on a long page: its parts by their headings, so that a reader is led to each from its head."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from toc_treaties.model.names import plain
from toc_treaties.words.visible import NO_BREAK
from toc_treaties.writers.blocks import Part

LONG = 3000
"""From how many signs on a page is longer than about six screens of a phone."""
FEW, SHORT, MANY = 6, 12, 60
"""Fewer chief parts than FEW are listed with their own; a list is open up to SHORT, and has letters above MANY."""
CHIEF = 2
"""The level of the chief parts, below the title."""
APART, NAMED = "  ", 2
"""What parts the number and the name of a caption from what else it says."""
MARKUP = re.compile("<[^<>]*>")


class Within(NamedTuple):
    """The parts to which a page leads; of very many, the first of each letter too."""

    parts: tuple[Part, ...] = ()
    letters: tuple[Part, ...] = ()

    @property
    def short(self) -> bool:
        """Whether the list is so short that it stands open."""
        return len(self.parts) <= SHORT


def within(parts: Sequence[Part], written: str) -> Within:
    """What a page leads to, from its parts as they were written; nothing of a page that is short or has no parts."""
    if len(MARKUP.sub("", written)) < LONG:
        return Within()
    chief = [part for part in parts if part.level == CHIEF]
    deeper = [part for part in parts if part.level <= CHIEF + 1]
    chosen = deeper if len(chief) < FEW else chief
    named = tuple(part._replace(text=_name(part)) for part in chosen)
    return Within(named, _letters(named)) if len(named) > 1 else Within()


def _name(part: Part) -> str:
    """A part by its name alone, without what a caption says behind it, and what is said of a part of a part."""
    name = " ".join(part.text.split(APART)[:NAMED])
    return name if part.level == CHIEF else name.partition(": ")[0].rstrip(NO_BREAK)


def _letters(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The first of many parts under each letter, where they stand in the order of the alphabet but for the last."""
    names = [plain(part.text) for part in parts[:-1]]
    if len(parts) <= MANY or names != sorted(names):
        return ()
    first: dict[str, Part] = {}
    for name, part in zip(names, parts, strict=False):
        letter = name[:1].upper()
        first.setdefault(letter, part._replace(text=letter))
    return tuple(first.values())
