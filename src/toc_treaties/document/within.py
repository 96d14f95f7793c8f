"""What stands within blocks: their runs of text, the signs that they use, and all of it reworded."""

from collections.abc import Callable, Iterable
from operator import is_
from typing import Any

from toc_treaties.document.pictures import Tile
from toc_treaties.document.text import MARK, Cell, Span


def spans_in(value: object) -> list[Span]:
    """Every run of text within blocks, so that what a page cites can be asked."""
    return [part for part in _parts_of(value) if type(part) is Span]


def reworded(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - a block, or a part of one
    """Blocks with the text of each run changed; what does not change stays the same object."""
    if isinstance(value, Span):
        text = change(value.text)
        return value if text == value.text else value._replace(text=text)
    if not isinstance(value, tuple):
        return value
    parts = tuple([reworded(part, change) if isinstance(part, tuple) else part for part in value])
    if all(map(is_, parts, value)):
        return value
    return type(value)(*parts) if hasattr(value, "_fields") else parts


def marks_in(value: object, signs: Iterable[str]) -> dict[str, int]:
    """How often each of some signs stands within blocks; a marked cell carries its mark unwritten.

    A map repeats what the cells beside it say: its marks count where no cell has one.
    """
    parts = _parts_of(value)
    text = "\n".join([part for part in parts if isinstance(part, str)])
    marked = sum([part.marked for part in parts if type(part) is Cell])
    marked = marked or sum([part.marked for part in parts if type(part) is Tile])
    return {sign: text.count(sign) + (marked if sign == MARK else 0) for sign in signs}


def _parts_of(value: object) -> list[object]:
    """A value and all that it holds, however deep, in its order; of a run of text, its text alone."""
    parts: list[object] = []
    waiting = [value]
    while waiting:
        part = waiting.pop()
        parts.append(part)
        if type(part) is Span:
            parts.append(part.text)
        elif isinstance(part, _HOLDERS):
            waiting.extend(part[::-1])
    return parts


_HOLDERS = (tuple, list)
