"""What stands within blocks: their runs of text, the signs that they use, and all of it reworded."""

from collections.abc import Callable, Iterable
from operator import is_
from typing import Any

from toc_treaties.document.pictures import Tile
from toc_treaties.document.text import MARK, Cell, Span


def spans_in(value: object) -> list[Span]:
    """Every run of text within blocks, so that what a page cites can be asked."""
    found: list[Span] = []
    _gather_spans((value,), found)
    return found


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
    texts: list[str] = []
    cells: list[bool] = []
    tiles: list[bool] = []
    _gather_texts((value,), texts, cells, tiles)
    text, marked = "\n".join(texts), sum(cells) or sum(tiles)
    return {sign: text.count(sign) + (marked if sign == MARK else 0) for sign in signs}


def _gather_spans(parts: Iterable[object], found: list[Span]) -> None:
    """The runs of text in some parts, however deep, in their order."""
    for part in parts:
        if type(part) is Cell:
            found += part.line
            for line in part.below:
                found += line
        elif type(part) is Span:
            found.append(part)
        elif part and isinstance(part, _HOLDERS):
            _gather_spans(part, found)


def _gather_texts(parts: Iterable[object], texts: list[str], cells: list[bool], tiles: list[bool]) -> None:
    """The texts in some parts, however deep, and which cells and tiles are marked; of a run of text, its text alone."""
    for part in parts:
        if type(part) is Span:
            texts.append(part.text)
        elif isinstance(part, str):
            texts.append(part)
        elif type(part) is Cell:
            cells.append(part.marked)
            for line in (part.line, *part.below):
                texts += [span.text for span in line]
        elif part and isinstance(part, _HOLDERS):
            if type(part) is Tile:
                tiles.append(part.marked)
            _gather_texts(part, texts, cells, tiles)


_HOLDERS = (tuple, list)
