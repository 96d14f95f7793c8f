"""Markdown, for pull requests and pages; tables through tabulate, escaped here because it does not."""

import re

from tabulate import tabulate

from toc_treaties.document import (
    Block,
    Box,
    Cell,
    Chart,
    Checklist,
    Column,
    ColumnKind,
    Document,
    Heading,
    Legend,
    Map,
    Paragraph,
    Sources,
    Table,
    Timeline,
    text_of,
)
from toc_treaties.words.visible import shown_whole
from toc_treaties.writers.drawn import map_lines, timeline_lines, timeline_signs
from toc_treaties.writers.layout import PROSE, foot_rows, map_rows
from toc_treaties.writers.printed import nested
from toc_treaties.writers.tables import texts
from toc_treaties.writers.text import TextLine, thinned

BOXES = {Box.DONE: "[x]", Box.NOT_APPLICABLE: "[ ] (–)"}
"""The boxes that are not simply to be ticked."""
ADDRESS = re.compile(r"https?://[^\s<>]+")
ALIGNED = 200
"""Of how many rows a table is laid so that its source can be read, too; a longer one would be blanks for the most."""
BLANKS = re.compile(" {2,}")
SPECIAL = re.compile(r"[\\`*_\[\]<>#|~$]|&(?=#?\w+;)")
"""What is a sign of Markdown wherever it stands, or begins the code of a sign."""
OPENS = re.compile(r"^(\d{0,9})([-+=.)])(?= |$|(?<=[-=])[-=])")
"""What at the beginning of a line makes a list or a rule of it."""


def write(document: Document, width: int) -> str:
    """The page as Markdown; the width is the reader's affair."""
    del width
    document = shown_whole(document)
    parts = [f"# {escaped(document.title)}", *([f"*{escaped(document.aside)}*"] if document.aside else [])]
    for block, level in nested(document.whole):
        text = _block(block, "#" * level)
        parts += [text] if text else []
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """A text that Markdown shows as it is, on one line; an address that stands alone is a link.

    Escaped, an address would lead elsewhere.
    """
    if ADDRESS.fullmatch(text):
        return f"<{text.replace('|', '%7C')}>"
    bare = SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    return OPENS.sub(r"\g<1>\\\g<2>", bare, count=1)


def _block(block: Block, head: str) -> str:  # noqa: PLR0911 - one line for each kind of block
    """A block, with the signs of a heading that is one level below those that are open above it."""
    match block:
        case Heading():
            aside = f" — {escaped(block.aside)}" if block.aside else ""
            return f"{head} {escaped(block.text)}{aside}"
        case Paragraph():
            return escaped(block.text)
        case Legend():
            return _legend(block)
        case Table():
            return _table(block, head)
        case Checklist():
            return _checklist(block, head)
        case Chart():
            return _chart(block, head)
        case Map():
            drawn = _as_drawn(map_lines(block))
            return "\n\n".join([f"{head} {escaped(block.caption)}", *drawn, *(_row(*row) for row in map_rows(block))])
        case Timeline():
            parts = [f"{head} {escaped(block.caption)}", *_as_drawn(timeline_lines(block, PROSE))]
            return "\n\n".join(filter(None, [*parts, _legend(timeline_signs(block))]))
        case Sources():
            return _sources(block, head)
        case _:
            return "\n\n".join(_row(*row) for row in foot_rows(block))


def _row(label: str, text: str) -> str:
    return f"**{escaped(label)}** {escaped(text)}" if label else escaped(text)


def _legend(block: Legend) -> str:
    return "; ".join(f"{escaped(symbol)} {escaped(meaning)}" for symbol, meaning in block.entries)


def _as_drawn(lines: list[TextLine]) -> list[str]:
    """Lines that keep their blanks, as a block of code; of none, nothing."""
    texts = [" ".join("".join(span.text for span in line).rstrip().split("\n")) for line in lines]
    return ["\n".join(f"    {text}".rstrip() for text in texts)] if texts else []


def _sources(block: Sources, head: str) -> str:
    """The sources as a list, each a link to its address."""
    rows = (
        f"- **{escaped(row.id)}** {escaped(text_of(row.line))}" + (f" {escaped(row.url)}" if row.url else "")
        for row in block.rows
    )
    return "\n".join([f"{head} {escaped(block.heading)}", "", *rows])


def _cell(cell: Cell) -> str:
    return "<br>".join(map(escaped, texts(cell)))


def _table(table: Table, head: str) -> str:
    rows: list[list[str]] = []
    for section in table.sections:
        if section.heading:
            rows.append([f"**{escaped(section.heading)}**", *[""] * (len(table.columns) - 1)])
        rows += [[_cell(cell) for cell in row] for row in section.rows]
    rows += [[f"**{_cell(cell)}**" if cell.text else "" for cell in row] for row in table.totals]
    headers = [escaped(column.heading) or " " for column in table.columns]
    align = [_alignment(column) for column in table.columns]
    text = tabulate(rows, headers=headers, tablefmt="pipe", disable_numparse=True, colalign=align if rows else None)
    if len(rows) > ALIGNED:
        text = BLANKS.sub(" ", text)
    return f"{head} {escaped(table.caption)}\n\n{text}" if table.caption else text


def _alignment(column: Column) -> str:
    return {ColumnKind.SYMBOL: "center", ColumnKind.COUNT: "right"}.get(column.kind, "left")


def _chart(chart: Chart, head: str) -> str:
    """The chart's numbers, which Markdown can show: each series at the axis's points."""
    kept = thinned(len(chart.axis), 8)
    first, last = (escaped(head) or " " for head in chart.heads)
    headers = [first, *(escaped(chart.axis[index]) for index in kept), last]
    rows = [[escaped(one.label), *(str(one.values[i]) for i in kept), escaped(one.remark)] for one in chart.series]
    table = tabulate(rows, headers=headers, tablefmt="pipe", disable_numparse=True)
    return f"{head} {escaped(chart.caption)}\n\n{table}"


def _checklist(block: Checklist, head: str) -> str:
    """A task list; two blanks at a line's end keep what follows on a line of its own."""
    items = []
    for item in block.items:
        label = f"- {BOXES.get(item.box, '[ ]')} **{escaped(item.label)}**"
        parts = [part for part in (_cell(item.standing), *map(escaped, map(text_of, item.details))) if part]
        first = f"{label} — {parts[0]}" if parts else label
        items.append("  \n  ".join([first, *parts[1:]]))
    return "\n".join([f"{head} {escaped(block.heading)}", "", *items])
