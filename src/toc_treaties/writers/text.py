"""Breaking text into lines."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Styled(NamedTuple):
    """A run of text with one style: the name of a role, or `title`, `heading`, `column`."""

    text: str
    style: str = "plain"


TextLine = tuple[Styled, ...]
LEAST = 8
"""No line is narrower, however little room a page leaves beside what stands before it, but in a narrow column."""


def wrapped(text: str, width: int, least: int = LEAST) -> list[str]:
    """Lines of at most `width` characters, broken at spaces; a longer word is cut, an address is not. Never empty.

    A word is cut behind a hyphen where it has one: Saint-Vincent-et-les-Grenadines.
    """
    width = max(width, least)
    if len(text) <= width and "\n" not in text:
        return [text]
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            rest = word
            if line and len(line) + 1 + len(rest) <= width:
                line = f"{line} {rest}"
                continue
            if line:
                lines.append(line)
            while len(rest) > width and "://" not in rest:
                cut = rest.rfind("-", 1, width) + 1 or width
                lines.append(rest[:cut])
                rest = rest[cut:]
            line = rest
        lines.append(line)
    return lines or [""]


def fitted(natural: Sequence[int], fixed: Sequence[bool], room: int, least: Sequence[int]) -> list[int]:
    """Widths of columns that fit into `room`: fixed ones keep theirs, the widest of the others give way first.

    No column falls below its `least`, the width of its longest word, where that is not itself too wide.
    """
    if sum(natural) <= room:
        return list(natural)
    free = [index for index, is_fixed in enumerate(fixed) if not is_fixed]
    widths = list(natural)
    left = room - sum(width for width, is_fixed in zip(natural, fixed, strict=True) if is_fixed)
    lowest = [min(wanted, max(word, LEAST)) for wanted, word in zip(natural, least, strict=True)]
    if sum(lowest[index] for index in free) > left:
        lowest = [min(wanted, word) for wanted, word in zip(natural, least, strict=True)]
    if sum(lowest[index] for index in free) > left:
        lowest = [min(wanted, LEAST) for wanted in natural]
    reserve = sum(lowest[index] for index in free)
    for position, index in enumerate(sorted(free, key=lambda i: natural[i])):
        reserve -= lowest[index]
        share = min(left // (len(free) - position), left - reserve)
        widths[index] = max(min(natural[index], share), lowest[index])
        left -= widths[index]
    return widths


def gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The texts under each label, in the order in which the labels first come."""
    found: dict[str, list[str]] = {}
    for label, text in pairs:
        found.setdefault(label, []).append(text)
    return found


BARS = " ▁▂▃▄▅▆▇█"


def spark(value: int, top: int) -> str:
    """A value as a bar one character wide; nothing at all only for nothing."""
    if value <= 0 or top <= 0:
        return BARS[0]
    return BARS[max(1, min(len(BARS) - 1, round(value * (len(BARS) - 1) / top)))]


def thinned(count: int, room: int) -> list[int]:
    """At most `room` of `count` positions, evenly spread, the first and the last among them."""
    if count <= room:
        return list(range(count))
    return sorted({round(index * (count - 1) / (room - 1)) for index in range(room)})
