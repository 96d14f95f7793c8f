"""Documents as lines of styled spans, at a given width: the layout that plain text and the terminal share."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from toc_treaties.document import Block, Box, Chart, Checklist, Document, Heading, Legend, Note, Paragraph, Role, Table
from toc_treaties.writers.tables import lay_table
from toc_treaties.writers.text import spark, thinned, wrapped

PROSE = 100
BOXES = {
    Box.DONE: "[x]",
    Box.PARTLY: "[/]",
    Box.RECORDED: "[r]",
    Box.OPEN: "[ ]",
    Box.UNKNOWN: "[?]",
    Box.NOT_APPLICABLE: "[–]",
}


class Span(NamedTuple):
    """A run of text with one style: the name of a role, or `title`, `heading`, `column`."""

    text: str
    style: str = "plain"


Line = tuple[Span, ...]
EMPTY: Line = ()


def lines_of(document: Document, width: int) -> list[Line]:
    """The whole page."""
    lines = _title(document, width)
    for is_note, run in groupby(document.blocks, lambda block: isinstance(block, Note)):
        if is_note:
            lines += [EMPTY, *_notes([block for block in run if isinstance(block, Note)], width)]
        else:
            for block in run:
                lines += _block(block, width)
    return _single_blanks(lines)


def _title(document: Document, width: int) -> list[Line]:
    room = min(width, PROSE) - len(document.title) - len(document.aside)
    title, aside = Span(document.title, "title"), Span(document.aside, "quiet")
    if room < 2:  # noqa: PLR2004 - a gap
        return [(title,), (aside,)]
    return [(title, Span(" " * room), aside)]


def _block(block: Block, width: int) -> list[Line]:  # noqa: PLR0911 - one line for each kind of block
    match block:
        case Heading():
            return [EMPTY, *_heading(block, width)]
        case Paragraph():
            lines = wrapped(block.text, min(width, PROSE) - 2)
            return [(Span("  " + line, _style(block.role)),) for line in lines]
        case Table():
            return [EMPTY, *([_spans(line) for line in lay_table(block, width)])]
        case Checklist():
            return [EMPTY, *_checklist(block, width)]
        case Chart():
            return [EMPTY, *_chart(block, width)]
        case Legend():
            return [EMPTY, *_legend(block, width)]
        case Note():
            return _notes([block], width)


def _spans(line: Iterable[tuple[str, str]]) -> Line:
    return tuple(Span(text, style) for text, style in line)


def _style(role: Role) -> str:
    return role.name.lower()


def _heading(block: Heading, width: int) -> list[Line]:
    style = "title" if block.level == 1 else "heading"
    if not block.aside:
        return [(Span(line, style),) for line in wrapped(block.text, width)]
    if len(block.text) + len(block.aside) + 2 <= width:
        return [(Span(block.text, style), Span("  "), Span(block.aside, "plain"))]
    return [(Span(block.text, style),), *[(Span("  " + line),) for line in wrapped(block.aside, width - 2)]]


def _notes(notes: list[Note], width: int) -> list[Line]:
    """Notes with their labels in one column; a note without a label starts at the margin."""
    widest = max((len(note.label) for note in notes), default=0)
    lines: list[Line] = []
    for note in notes:
        indent = min(widest + 2, width // 3) if note.label else 0
        text = wrapped(note.text, max(min(width, PROSE) - indent, 20))
        label = note.label.ljust(indent)
        if note.label and len(note.label) + 2 > indent:
            lines.append((Span(note.label, "heading"),))
            label = " " * indent
        for index, line in enumerate(text):
            start = label if index == 0 else " " * indent
            lines.append((Span(start, "heading"), Span(line, "quiet")))
    return lines


def _checklist(block: Checklist, width: int) -> list[Line]:
    lines: list[Line] = [(Span(line, "heading"),) for line in wrapped(block.heading, width)]
    widest = max((len(item.label) for item in block.items), default=0)
    for item in block.items:
        standing = item.standing.text + ("†" if item.standing.marked else "")
        head = f"  {BOXES[item.box]} {item.label.ljust(widest)}  "
        first, *rest = wrapped(standing, max(width - len(head), 16))
        style = _style(item.standing.role)
        lines.append((Span(head, "strong"), Span(first, style)))
        lines += [(Span(" " * len(head)), Span(line, style)) for line in rest]
        for detail in item.details:
            lines += [(Span(" " * 6 + line, "quiet"),) for line in wrapped(detail, min(width, PROSE) - 6)]
    return lines


def _chart(block: Chart, width: int) -> list[Line]:
    """A chart as one bar of blocks for each series, under its axis."""
    label = max((len(one.label) for one in block.series), default=0)
    remark = max((len(one.remark) for one in block.series), default=0)
    room = max(width - label - remark - 8, 8)
    kept = thinned(len(block.axis), room)
    first, last = (block.axis[kept[0]], block.axis[kept[-1]]) if kept else ("", "")
    gap = " " * max(len(kept) - len(first) - len(last), 1)
    lines: list[Line] = [(Span(block.heading, "heading"),)]
    lines.append((Span(f"  {' ' * label}  {first}{gap}{last}", "column"),))
    for one in block.series:
        bar = "".join(spark(one.values[index], block.top) for index in kept)
        lines.append((Span(f"  {one.label.ljust(label)}  "), Span(bar, "good"), Span(f"  {one.remark}")))
    return lines


def _legend(block: Legend, width: int) -> list[Line]:
    """Symbols with their meanings, parted only between entries."""
    lines: list[list[Span]] = [[]]
    used = 0
    for symbol, meaning in block.entries:
        size = len(symbol) + len(meaning) + 3
        if used and used + size > width:
            lines.append([])
            used = 0
        lines[-1] += [Span(symbol, "strong"), Span(f" {meaning}  ", "quiet")]
        used += size
    return [tuple(line) for line in lines]


def _single_blanks(lines: list[Line]) -> list[Line]:
    """The lines with no two blank ones in a row."""
    kept: list[Line] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept
