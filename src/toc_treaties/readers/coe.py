"""The Council of Europe's chart of signatures and ratifications, saved as HTML or as text.

Its days are day/month/year. In text its empty cells are told by the width of the gap, or by bars; a copy with a cell a
line has lost them, and is refused.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from toc_treaties.model.action import Kind
from toc_treaties.readers import markup
from toc_treaties.readers.dates import day_month_year
from toc_treaties.readers.page import SAVE_AGAIN, SHIFTED, Page, PageFault, Row, settled

READER = "coe-chart"
Cells = tuple[int, list[str]]
HEADS = ("signature", "ratification", "entry into force", "notes")
DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
NOTES = {"a": Kind.ACCESSION, "s": Kind.DEFINITIVE_SIGNATURE}
"""What the notes say of the act; other notes say nothing of it."""
FLAGS = re.compile(r"(?:X|R\.|D\.|A\.|T\.|C\.|O\.|\d+|\*|)")
TOTALS = {
    "signed_only": r"Total number of signatures not followed by ratifications?",
    "parties": r"Total number of ratifications\s*/\s*accessions",
}
GAP = " {3,}"
"""What parts two cells of a line of text: three blanks, and four more for each empty cell between them."""


def recognizes(text: str) -> bool:
    """Whether a page is a chart of the Council of Europe."""
    return re.search(r"\bCETS No|\bETS No|Chart of signatures and ratifications", text) is not None


def read(content: bytes, as_of: date | None) -> Page:
    """The chart: its treaty, its day, its totals and its rows."""
    del as_of
    lines = markup.lines_of(content)
    text = "\n".join(lines)
    as_at = _as_at(text)
    totals = _totals(text)
    rows = tuple(_row(line, cells) for line, cells in _rows(content, lines))
    found = sum(bool(DAY.fullmatch(line.strip())) for line in lines)
    if "parties" in totals and not rows and found:
        message = f"it prints {totals['parties']} ratifications, and holds {found} days: it is cut short"
        lost = "its cells stand a line each, so that empty ones are lost"
        raise PageFault(message if found < totals["parties"] else lost, SAVE_AGAIN)
    if totals.keys() != TOTALS.keys():
        raise PageFault("it is cut short: its totals, which stand at its foot, are missing", SAVE_AGAIN, len(lines))
    return settled(Page(READER, _treaty(text), as_at, rows, totals, leaves=False))


def _treaty(text: str) -> str:
    """The treaty's number in the series; the places that print it agree."""
    numbers = set(re.findall(r"\bC?ETS No\.?\s*(?::\s*)?(\d+)", text)) | set(re.findall(r"of Treaty (\d+)\b", text))
    if len(numbers) != 1:
        said = (
            f"it names the treaties {', '.join(sorted(numbers))}"
            if numbers
            else "it does not say of which treaty it is"
        )
        raise PageFault(said, SAVE_AGAIN)
    return f"ETS {numbers.pop()}"


def _as_at(text: str) -> date:
    match = re.search(rf"Status as of\s*(?::\s*)?({DAY.pattern})", text)
    if not match:
        raise PageFault("it does not say on which day it was so (Status as of)", SAVE_AGAIN)
    return day_month_year(match[1])


def _totals(text: str) -> dict[str, int]:
    """The totals that it prints."""
    found = {key: re.search(rf"{words}[\s:|]*(\d+)", text, re.IGNORECASE) for key, words in TOTALS.items()}
    return {key: int(match[1]) for key, match in found.items() if match}


def _rows(content: bytes, lines: Sequence[str]) -> list[Cells]:
    """The rows of states in cells, whatever parts these."""
    if markup.is_html(markup.text_of(content)):
        found = [*_rows_of_html(content)]
    else:
        found = [(number, cells) for number, line in enumerate(lines, start=1) if (cells := _cells(line))]
    heads = [index for index, (_, cells) in enumerate(found) if _is_head(cells)]
    after = found[heads[0] + 1 :] if heads else []
    width = len(found[heads[0]][1]) if heads and not _are_spaced(lines) else None
    for number, cells in after:
        if width not in {None, len(cells)} and not _is_foot(cells):
            message = f"{cells[0]}: {len(cells)} cells, where the heads are {width}"
            raise PageFault(message, SAVE_AGAIN, number)
    return [(number, cells) for number, cells in after if not _is_head(cells) and cells[0] and not _is_foot(cells)]


def _are_spaced(lines: Sequence[str]) -> bool:
    """Whether the cells of a text stand apart by blanks alone, so that empty ones at the end of a row are lost."""
    return any(_is_head(re.split(r" {2,}", line)) for line in lines)


def _rows_of_html(content: bytes) -> Iterator[Cells]:
    for table in markup.tree_of(content).iter("table"):
        for line, cells in markup.rows_of(table):
            texts = [markup.cell_text(cell) for cell in cells]
            if len(texts) > len(HEADS):
                yield line, texts


def _cells(line: str) -> list[str] | None:
    """A line of text in cells: parted by bars, by tabs, or by gaps whose width tells of empty cells."""
    if line.count("|") > len(HEADS):
        cells = [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
        return None if set("".join(cells)) <= {"-"} else cells
    if line.count("\t") >= len(HEADS):
        return [cell.strip() for cell in line.split("\t")]
    if _is_head(re.split(r" {2,}", line)):
        return re.split(r" {2,}", line)
    return _spaced(line)


def _spaced(line: str) -> list[str] | None:
    """A line whose cells stand apart by blanks; None where it is none."""
    parts = re.split(f"({GAP})", line.rstrip())
    if len(parts) < 3 or not parts[0]:  # noqa: PLR2004 - two cells and what parts them
        return None
    cells = [parts[0]]
    for gap, text in zip(parts[1::2], parts[2::2], strict=True):
        empty, odd = divmod(len(gap) - 3, 4)
        if odd:
            raise PageFault(f"{parts[0]}: the gap before {text!r} does not tell its column", SAVE_AGAIN)
        cells += [""] * empty + [text]
    return cells


def _is_head(cells: Sequence[str]) -> bool:
    """Whether cells are the heads of the columns."""
    heads = [cell.lower() for cell in cells if cell]
    return tuple(heads[:4]) == HEADS


def _is_foot(cells: Sequence[str]) -> bool:
    return cells[0].lower().startswith("total number")


def _row(line: int, cells: list[str]) -> Row:
    """One row: signature, ratification, entry into force, notes, and marks of what was made with them."""
    name, *rest = cells
    signed, joined, in_force, note = [*rest, *[""] * 4][:4]
    name = name.strip(" *")
    raw = " | ".join(cells)
    strange = [cell for cell in rest[4:] if not FLAGS.fullmatch(cell)]
    if strange or any(text and not DAY.fullmatch(text) for text in (signed, joined, in_force)):
        raise PageFault(f"{name}: {raw!r} is no row of three days, notes and marks", SAVE_AGAIN, line)
    signature, consent, since = (day_month_year(text, line) if text else None for text in (signed, joined, in_force))
    if (since and not consent) or (since and consent and since < consent):
        message = f"{name}: an entry into force without a ratification, or before it"
        raise PageFault(message, SHIFTED, line)
    act = NOTES.get(note)
    if DAY.search(note) or (act is Kind.ACCESSION and (not consent or signature)):
        raise PageFault(f"{name}: the note {note!r} does not fit its days", SAVE_AGAIN, line)
    if consent and not act and signature:
        act = Kind.RATIFICATION
    return Row(line, name, raw, signature, action=act if consent else None, consent=consent)
