"""A page on paper, as a tagged PDF (PDF/UA-1): fonts embedded, heads that repeat, legend and evidence on every page."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typst

from toc_treaties.document import (
    Block,
    Cell,
    Chart,
    Checklist,
    Document,
    Foot,
    Heading,
    Legend,
    Line,
    Map,
    Paragraph,
    Sources,
    Table,
    Timeline,
    facts,
    line_of,
    reworded,
)
from toc_treaties.words.visible import shown_whole
from toc_treaties.writers.citing import Numbers, cited, numbers_of
from toc_treaties.writers.joined import Joined, joined, lies_across
from toc_treaties.writers.layout import foot_lines, foot_rows, map_rows
from toc_treaties.writers.pictures import picture_of
from toc_treaties.writers.printed import (
    box_sign,
    followed,
    in_foot,
    is_of_short_headings,
    legend_signs,
    made_on,
    nested,
    tag_of,
    weights,
)
from toc_treaties.writers.sheet import Sheet
from toc_treaties.writers.typeset import FONTS, typeset

HERE = Path(__file__).parent
FOOT_SIGNS, FOOT_LINE, FOOT_LEAST = {False: 140, True: 230}, 3.4, 10
"""Of the foot of a sheet, upright and across: the signs of a line, its height and the least of all in millimetres."""
UNSEEN = "▯"
"""What stands for a sign that the font lacks."""
Data = dict[str, Any]


def write(document: Document, sheet: Sheet) -> bytes:
    """The page as a PDF file; the same page gives the same bytes."""
    document = shown_whole(document)
    try:
        return _compiled(document, sheet)
    except typst.TypstError:
        shown, lacking = _within_font(document)
        if not lacking:
            raise
        import logging

        signs = ", ".join(f"U+{ord(sign):04X}" for sign in sorted(lacking))
        logging.getLogger(__name__).warning("the font of the PDF lacks %s, shown as %s", signs, UNSEEN)
        return _compiled(shown, sheet)


def _compiled(document: Document, sheet: Sheet) -> bytes:
    template = (HERE / "templates" / "page.typ").read_bytes()
    page = json.dumps(_page(document, sheet), ensure_ascii=False)
    return typeset(template, {"page": page}, pdf_standards=["ua-1"], timestamp=made_on(document))


def _within_font(document: Document) -> tuple[Document, set[str]]:
    """The page with a box for each sign that the font lacks, and these signs."""
    from fontTools.ttLib import TTFont

    known = TTFont(FONTS / "DejaVuSansCondensed.ttf").getBestCmap()
    lacking: set[str] = set()

    def shown(text: str) -> str:
        unknown = {sign for sign in text if ord(sign) not in known and not sign.isspace()}
        lacking.update(unknown)
        return "".join(UNSEEN if sign in unknown else sign for sign in text)

    return reworded(document, shown), lacking


def _page(document: Document, sheet: Sheet) -> Data:
    """The page as plain data for the template, so that nothing of it is ever markup."""
    blocks = [*joined(document.body_of_print), *document.annex]
    used = [facts((document.data.label, document.data.text))] if document.data else []
    numbers = numbers_of(document.printed)
    across = lies_across(blocks)
    foot = in_foot(document.blocks)
    return {
        "title": document.title,
        "aside": document.aside,
        "language": document.language,
        "region": tag_of(document.language).partition("-")[2] or None,
        "paper": {"a4": "a4", "letter": "us-letter"}[sheet.paper],
        "across": across,
        "foot": [_block(block, numbers) for block in (*foot, *used)],
        "bottom": FOOT_LEAST + FOOT_LINE * sum(_lines(block, FOOT_SIGNS[across]) for block in (*foot, *used)),
        "blocks": [
            {**_block(block, numbers), "level": level, "apart": bool(document.annex) and block is document.annex[0]}
            for block, level in nested(blocks)
            if block not in foot and not is_of_short_headings(block)
        ],
    }


def _lines(block: Block, signs: int) -> int:
    """How many lines a block takes in the foot."""
    entries = legend_signs(block) if isinstance(block, Legend) else foot_rows(block) if isinstance(block, Foot) else []
    return -(-sum(len(sign) + len(meaning) + 4 for sign, meaning in entries) // signs)


def _block(block: Block | Joined, numbers: Numbers) -> Data:  # noqa: PLR0911 - one line for each kind of block
    match block:
        case Heading():
            return {"kind": "heading", "text": block.text, "aside": block.aside}
        case Paragraph():
            return {"kind": "paragraph", "line": _line(block.line, numbers)}
        case Table():
            return _table(Joined(block), numbers)
        case Joined():
            return _table(block, numbers)
        case Checklist():
            return _checklist(block, numbers)
        case Chart() | Map() | Timeline():
            return _picture(block, numbers)
        case Legend():
            return {"kind": "legend", "entries": legend_signs(block)}
        case Sources():
            return {
                "kind": "sources",
                "annex": block.annex,
                "heading": block.heading,
                "rows": list(_sources(block, numbers)),
            }
        case _:
            return _foot(block, numbers)


def _foot(block: Foot, numbers: Numbers) -> Data:
    rows = [{"label": label, "line": _line(line, numbers)} for label, line in foot_lines(block)]
    return {"kind": "facts", "rows": rows}


def _picture(block: Chart | Map | Timeline, numbers: Numbers) -> Data:
    """A picture, with the states of each standing below a map."""
    picture = picture_of(block)
    below = map_rows(block) if isinstance(block, Map) else []
    rows = [{"label": label, "line": _line(line_of(text), numbers)} for label, text in below]
    return {"kind": "picture", "caption": block.caption, **picture._asdict(), "rows": rows}


def _sources(block: Sources, numbers: Numbers) -> Iterator[Data]:
    """The sources by number, with their addresses; where they run on, a page has no room for these."""
    for source in block.rows:
        line = _line(source.line, numbers)
        url = "" if block.between else followed(source.url)
        yield {"number": numbers[source.id], "id": source.id, "line": line, "url": url}


def _line(line: Line, numbers: Numbers) -> list[Data]:
    """Runs of text; what each cites, by number."""
    return [{"text": span.text, "role": span.role.style, "cites": cited(span, numbers)} for span in line]


def _cell(cell: Cell, numbers: Numbers) -> Data:
    below = [_line(line, numbers) for line in cell.below]
    shade = {"OPEN": "gap", "QUIET": "unknown"}.get(cell.role.name, "") if cell.line else ""
    return {"line": _line(cell.line, numbers), "below": below, "marked": cell.marked, "shade": shade}


def _table(joined: Joined, numbers: Numbers) -> Data:
    table = joined.table
    columns = [
        {
            "heading": column.full or column.heading,
            "kind": column.kind.name.lower(),
            "whole": column.whole,
            "weight": weight,
        }
        for column, weight in zip(table.columns, weights(table), strict=True)
    ]
    sections = [
        {"heading": section.heading, "rows": [[_cell(cell, numbers) for cell in row] for row in section.rows]}
        for section in table.sections
        if section.rows
    ]
    totals = [[_cell(cell, numbers) for cell in row] for row in table.totals]
    parts: list[Mapping[str, Any]] = [{"caption": caption, "columns": count} for caption, count in joined.parts]
    layout = table.layout.name.lower()
    head = {"kind": "table", "layout": layout, "caption": table.caption, "columns": columns}
    return {**head, "parts": parts, "sections": sections, "totals": totals}


def _checklist(block: Checklist, numbers: Numbers) -> Data:
    items = [
        {
            "box": box_sign(item.box),
            "label": item.label,
            "standing": _cell(item.standing, numbers),
            "details": [_line(line, numbers) for line in item.details],
        }
        for item in block.items
    ]
    return {"kind": "checklist", "heading": block.heading, "items": items}
