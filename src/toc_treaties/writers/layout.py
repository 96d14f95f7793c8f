"""Documents as lines of styled spans, at a given width: the layout that plain text and the terminal share."""

from collections.abc import Sequence
from itertools import groupby

from toc_treaties.document import (
    Block,
    Box,
    Caution,
    Chart,
    Checklist,
    Document,
    Facts,
    Foot,
    Footnote,
    Heading,
    Item,
    Layout,
    Legend,
    Line,
    Map,
    Paragraph,
    Provenance,
    Reference,
    Remark,
    Role,
    Sources,
    Table,
    Timeline,
    line_of,
    text_of,
)
from toc_treaties.words.visible import ON_A_PAGE, shown_whole, visible
from toc_treaties.writers.drawn import map_lines, timeline_lines, timeline_signs
from toc_treaties.writers.tables import lay_table, shown
from toc_treaties.writers.text import Styled, TextLine, gathered, spark, thinned, wrapped

PROSE = 100
BOXES = {
    Box.DONE: "[x]",
    Box.NOT_APPLICABLE: "[–]",
}
"""The boxes that are filled; every other is left to a pen."""
PEN_ROOM = 12
"""The shortest line that can be written on."""


EMPTY: TextLine = ()


def lines_of(document: Document, width: int) -> list[TextLine]:
    """The whole page: as wide as prose is read, but for a matrix, which takes the room that there is.

    A page that holds what shows nothing, or what a screen obeys, is laid again with all of it written as code points.
    """
    lines = _laid(document, width)
    text = "".join([span.text for line in lines for span in line])
    return lines if visible(text, kept=ON_A_PAGE) is text else _laid(shown_whole(document), width)


def _laid(document: Document, width: int) -> list[TextLine]:
    page = min(width, PROSE)
    lines, before = _title(document, page), False
    kinds = groupby(document.whole, lambda block: (isinstance(block, Foot), isinstance(block, Sources)))
    for (is_foot, are_sources), run in kinds:
        if is_foot:
            rows = [row for block in run if isinstance(block, Foot) for row in foot_rows(block)]
            lines += [*([] if before else [EMPTY]), *_foot(rows, page, page // 2 if are_sources else 0)]
        else:
            for block in run:
                is_matrix = isinstance(block, Table) and block.layout is Layout.MATRIX
                lines += _block(block, width if is_matrix else page)
        before = is_foot
    return _single_blanks(lines)


def foot_rows(block: Foot) -> list[tuple[str, str]]:
    """The labels and texts of what stands in two columns; one without a label starts at the margin."""
    return [(label, text_of(line)) for label, line in foot_lines(block)]


def foot_lines(block: Foot) -> list[tuple[str, Line]]:
    """The same with the runs of text, for a writer that links what they cite."""
    match block:
        case Facts():
            return list(block.rows)
        case Footnote():
            return [(block.sign, block.line)]
        case Sources() if block.between:
            return [("", line_of(block.heading)), ("", _running(block.rows, block.between))]
        case Sources():
            return [("", line_of(block.heading)), *((row.id, row.line) for row in block.rows)]
        case Provenance():
            return [(block.label, block.line)]
        case Remark() | Caution():
            return [("", block.line)]


def _running(sources: Sequence[Reference], between: str) -> Line:
    """Sources one after another, each with its id."""
    lines = (
        line_of(f"{between if index else ''}{source.id} ") + (source.again or source.line)
        for index, source in enumerate(sources)
    )
    return tuple(span for line in lines for span in line)


def _title(document: Document, width: int) -> list[TextLine]:
    room = width - len(document.title) - len(document.aside)
    title, aside = Styled(document.title, "title"), Styled(document.aside, "quiet")
    if room < 2:  # noqa: PLR2004 - a gap
        return [*((Styled(line, "title"),) for line in wrapped(document.title, width)), (aside,)]
    return [(title, Styled(" " * room), aside)]


def map_rows(block: Map) -> list[tuple[str, str]]:
    """The states of each standing, by its sign and word, and what the map is not."""
    signs = ((f"{tile.shown} {tile.sign.says}", tile.name) for tile in block.tiles)
    rows = gathered(signs)
    return [*((word, ", ".join(names)) for word, names in rows.items()), ("", text_of(block.disclaimer))]


def _block(block: Block, width: int) -> list[TextLine]:  # noqa: PLR0911 - one line for each kind of block
    match block:
        case Heading():
            return [EMPTY, *_heading(block, width)]
        case Paragraph():
            return _paragraph(block, width)
        case Table():
            caption = [(Styled(text, "heading"),) for text in wrapped(block.caption, width) if text]
            return [EMPTY, *caption, *lay_table(block, width)]
        case Checklist():
            return [EMPTY, *_checklist(block, width)]
        case Chart():
            return [EMPTY, *_chart(block, width)]
        case Legend():
            return [EMPTY, *_legend(block, width)]
        case Map():
            drawn = map_lines(block)
            return [EMPTY, (Styled(block.caption, "heading"),), *drawn, EMPTY, *_foot(map_rows(block), width)]
        case Timeline():
            return [EMPTY, *_timeline(block, width)]
        case _:
            return _foot(foot_rows(block), width)


def _paragraph(block: Paragraph, width: int) -> list[TextLine]:
    style = _style(block.line[0].role) if block.line else "plain"
    return [(Styled("  " + text, style),) for text in wrapped(block.text, width - 2)]


def _style(role: Role) -> str:
    return role.style


def _heading(block: Heading, width: int) -> list[TextLine]:
    style = "title" if block.level == 1 else "heading"
    if not block.aside:
        return [(Styled(line, style),) for line in wrapped(block.text, width)]
    if len(block.text) + len(block.aside) + 2 <= width:
        return [(Styled(block.text, style), Styled("  "), Styled(block.aside, "plain"))]
    return [(Styled(block.text, style),), *[(Styled("  " + line),) for line in wrapped(block.aside, width - 2)]]


def _foot(rows: Sequence[tuple[str, str]], width: int, room: int = 0) -> list[TextLine]:
    """Texts with their labels in one column, a third of the width at most; one without a label starts at the margin."""
    room = room or width // 3
    widest = max((len(label) for label, _ in rows), default=0)
    lines: list[TextLine] = []
    for label, text in rows:
        indent = min(widest + 2, room) if label else 0
        start = label.ljust(indent)
        if label and len(label) + 2 > indent:
            lines.append((Styled(label, "heading"),))
            start = " " * indent
        for part in wrapped(text, max(width - indent, 20)):
            lines.append((Styled(start, "heading"), Styled(part, "quiet")))
            start = " " * indent
    return lines


def _checklist(block: Checklist, width: int) -> list[TextLine]:
    """Items with their boxes, what is known of each, and a line for a pen beside it."""
    lines: list[TextLine] = [(Styled(line, "heading"),) for line in wrapped(block.heading, width)]
    widest = max((len(item.label) for item in block.items if item.standing.line), default=0)
    for item in block.items:
        lines += _item(item, widest, width)
    return lines


def _item(item: Item, widest: int, room: int) -> list[TextLine]:
    """An item: its standing beside its label, or its first detail where nothing is said of it; a line for a pen.

    Where that has no room behind the first, it stands behind the last of the details.
    """
    head = f"{BOXES.get(item.box, '[ ]')} {item.label.ljust(widest if item.standing.line else 0)}  "
    details, indent, style = list(map(text_of, item.details)), len(head), _style(item.standing.role)
    beside = shown(item.standing)
    if not beside and details:
        beside, indent, style = details.pop(0), 4, "quiet"
    first, *rest = wrapped(head[indent:] + beside, room - indent)
    lines: list[TextLine] = [(Styled(head, "strong"), Styled(first[len(head) - indent :], style))]
    lines += [(Styled(" " * indent + text, style),) for text in rest]
    below: list[TextLine] = [
        (Styled(f"    {text}", "quiet"),) for detail in details for text in wrapped(detail, room - 4)
    ]
    last = below if below and not _pen_fits(lines, room) and _pen_fits(below, room) else lines
    if not _pen_fits(last, room):
        last.append((Styled("   "),))
    used = sum(len(part.text) for part in last[-1])
    last[-1] = (*last[-1], Styled(f" {'_' * (room - used - 1)}", "quiet"))
    return [*lines, *below]


def _pen_fits(lines: list[TextLine], room: int) -> bool:
    """Whether the last line leaves room to write on."""
    return room - sum(len(part.text) for part in lines[-1]) > PEN_ROOM


def _chart(block: Chart, width: int) -> list[TextLine]:
    """A chart as one bar of blocks for each series, under its axis."""
    label = max((len(one.label) for one in block.series), default=0)
    remark = max((len(one.remark) for one in block.series), default=0)
    room = max(width - label - remark - 8, 8)
    kept = thinned(len(block.axis), room)
    first, last = (block.axis[kept[0]], block.axis[kept[-1]]) if kept else ("", "")
    gap = " " * max(len(kept) - len(first) - len(last), 1)
    lines: list[TextLine] = [(Styled(block.caption, "heading"),)]
    lines.append((Styled(f"  {' ' * label}  {first}{gap}{last}", "column"),))
    for one in block.series:
        bar = "".join(spark(one.values[index], block.top) for index in kept)
        lines.append((Styled(f"  {one.label.ljust(label)}  "), Styled(bar, "good"), Styled(f"  {one.remark}")))
    return lines


def _timeline(block: Timeline, width: int) -> list[TextLine]:
    """A timeline under its caption, and below it the signs that occur in it."""
    lines = timeline_lines(block, width)
    legend = _legend(timeline_signs(block), width - 2)
    return [(Styled(block.caption, "heading"),), *lines, *((Styled("  "), *line) for line in legend if line)]


def _legend(block: Legend, width: int) -> list[TextLine]:
    """Symbols with their meanings, parted between entries; one that is longer than a line goes on below itself."""
    lines: list[list[Styled]] = [[]]
    used = 0
    for symbol, meaning in block.entries:
        if used and used + len(symbol) + len(meaning) + 3 > width:
            lines.append([])
            used = 0
        indent = len(symbol) + 1
        first, *rest = wrapped(meaning, width - indent)
        lines[-1] += [Styled(symbol, "strong"), Styled(f" {first}  ", "quiet")]
        lines += ([Styled(" " * indent), Styled(f"{text}  ", "quiet")] for text in rest)
        used = width if rest else used + indent + len(first) + 2
    return [tuple(line) for line in lines]


def _single_blanks(lines: list[TextLine]) -> list[TextLine]:
    """The lines with no two blank ones in a row."""
    kept: list[TextLine] = []
    for line in lines:
        shown = line if any(span.text.strip() for span in line) else EMPTY
        if shown or (kept and kept[-1]):
            kept.append(shown)
    return kept
