"""Markdown, for pull requests and pages; tables through tabulate, escaped here because it does not."""

from tabulate import tabulate

from toc_treaties.document import Block, Box, Cell, Checklist, Column, Document, Heading, Legend, Note, Paragraph, Table
from toc_treaties.writers.tables import shown

BOXES = {
    Box.DONE: "[x]",
    Box.PARTLY: "[ ] (signed)",
    Box.OPEN: "[ ]",
    Box.UNKNOWN: "[ ] (?)",
    Box.NOT_APPLICABLE: "[ ] (–)",
}
SPECIAL = "\\`*_[]<>#|"


def write(document: Document, width: int) -> str:
    """The page as Markdown; the width is the reader's affair."""
    del width
    parts = [f"# {escaped(document.title)}", f"*{escaped(document.aside)}*"]
    parts += [text for block in document.blocks if (text := _block(block))]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    bare = "".join("\\" + character if character in SPECIAL else character for character in text)
    return " ".join(bare.split())


def _block(block: Block) -> str:
    match block:
        case Heading():
            aside = f" — {escaped(block.aside)}" if block.aside else ""
            return f"{'#' * (block.level + 1)} {escaped(block.text)}{aside}"
        case Paragraph():
            return escaped(block.text)
        case Note():
            return f"**{escaped(block.label)}** {escaped(block.text)}" if block.label else escaped(block.text)
        case Legend():
            return " · ".join(f"{escaped(symbol)} {escaped(meaning)}" for symbol, meaning in block.entries)
        case Table():
            return _table(block)
        case Checklist():
            return _checklist(block)


def _cell(cell: Cell) -> str:
    below = f"<br>{escaped(cell.below)}" if cell.below else ""
    return escaped(shown(cell)) + below


def _table(table: Table) -> str:
    rows: list[list[str]] = []
    for section in table.sections:
        if section.heading:
            rows.append([f"**{escaped(section.heading)}**", *[""] * (len(table.columns) - 1)])
        rows += [[_cell(cell) for cell in row] for row in section.rows]
    rows += [[f"**{_cell(cell)}**" if cell.text else "" for cell in row] for row in table.totals]
    headers = [escaped(column.heading) or " " for column in table.columns]
    align = [_alignment(column) for column in table.columns]
    return tabulate(rows, headers=headers, tablefmt="pipe", disable_numparse=True, colalign=align if rows else None)


def _alignment(column: Column) -> str:
    return "center" if column.centred else "right" if column.numeric else "left"


def _checklist(block: Checklist) -> str:
    lines = [f"### {escaped(block.heading)}", ""]
    for item in block.items:
        lines.append(f"- {BOXES[item.box]} **{escaped(item.label)}** — {_cell(item.standing)}")
        lines += [f"  {escaped(detail)}  " for detail in item.details]
    return "\n".join(lines)
