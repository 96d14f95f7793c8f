"""A status page of the United Nations Treaty Collection, saved as HTML."""

import re
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from toc_treaties.model.action import Kind
from toc_treaties.model.names import plain
from toc_treaties.readers import markup
from toc_treaties.readers.dates import MONTHS, day_of
from toc_treaties.readers.page import SAVE_AGAIN, SAVE_HTML, SHIFTED, Page, PageFault, Row, refuse_moved, settled

READER = "untc"
LETTERS = {
    "ratification": ("", Kind.RATIFICATION),
    "accession": ("a", Kind.ACCESSION),
    "acceptance": ("A", Kind.ACCEPTANCE),
    "approval": ("AA", Kind.APPROVAL),
    "formal confirmation": ("c", Kind.FORMAL_CONFIRMATION),
    "succession": ("d", Kind.SUCCESSION),
    "definitive signature": ("s", Kind.DEFINITIVE_SIGNATURE),
    "consent to be bound": ("P", Kind.CONSENT_TO_BE_BOUND),
    "provisional application": ("n", Kind.PROVISIONAL_APPLICATION),
    "signature": ("", Kind.SIGNATURE),
    "succession to signature": ("d", Kind.SIGNATURE_SUCCESSION),
}
"""The acts that heads of columns name, with the letter that stands behind a day of each."""
SIGNING = (Kind.SIGNATURE, Kind.SIGNATURE_SUCCESSION)
DAY = re.compile(rf"(\[?) ?(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}}) ?([A-Za-z]{{0,2}}) ?(\]?)")


class Column(NamedTuple):
    """A column of the grid: what it is of, and the act of each letter; none where the page does not say the act."""

    of: str
    acts: dict[str, Kind]


class Entry(NamedTuple):
    """A cell with a day: the day, its letter, and whether it stands in brackets."""

    day: date
    letter: str
    withdrawn: bool


def recognizes(text: str) -> bool:
    """Whether a page is one of the Treaty Collection."""
    return re.search(r"tblgrid|STATUS AS AT|United Nations Treaty Collection|treaties\.un\.org", text) is not None


def read(content: bytes, as_of: date | None) -> Page:
    """The page: its treaty, its day, its totals and its rows."""
    del as_of
    tree = markup.tree_of(content)
    grid = _grid(tree, content)
    head, *rows = markup.rows_of(grid)
    columns = [_column(markup.cell_text(cell), head[0]) for cell in head[1][1:]]
    signs = any(column.of == "signature" for column in columns)
    read_rows = tuple(_row(line, cells, columns) for line, cells in rows)
    _alternate(grid)
    refuse_moved(read_rows, [plain(row.participant) for row in read_rows])
    totals = _totals(tree, signs=signs)
    title = tree.xpath('//*[contains(concat(" ", @class, " "), " treatyCenter ")]')
    name = markup.cell_text(title[0]) if title else None
    return settled(
        Page(READER, _treaty(tree, content), _as_at(tree), read_rows, totals, name, signs=signs, leaves=True)
    )


def _grid(tree: Any, content: bytes) -> Any:  # noqa: ANN401 - lxml has no types
    """The one table of participants, whole."""
    if not markup.is_html(markup.text_of(content)):
        message = "it is the text of the page, without its table of participants"
        raise PageFault(message, SAVE_HTML)
    grids = [table for table in tree.iter("table") if (table.get("id") or "").endswith("tblgrid")]
    if not grids:
        message = "there is no table of participants: the site gives such a page for maintenance or an unknown treaty"
        raise PageFault(message, "open the treaty's page again, and save it when its table is there")
    if len(grids) > 1:
        raise PageFault(f"there are {len(grids)} tables of participants", "save the status page of one treaty")
    if b"</table" not in content[content.rindex(b"tblgrid") :].lower():
        raise PageFault("it is cut short: its table of participants does not end", SAVE_AGAIN)
    if not markup.rows_of(grids[0]):
        raise PageFault("its table of participants is empty", SAVE_AGAIN)
    return grids[0]


def _column(heading: str, line: int) -> Column:
    """What a column holds, by its heading."""
    if heading.lower().startswith("participation"):
        return Column("consent", {})
    acts: dict[str, Kind] = {}
    for part in re.split(r" ?[,/;] ?", heading):
        match = re.fullmatch(r"(.+?)(?: under article [\w()]+?)??(?: ?\((\w{1,2})\))?", part)
        name, letter = (match[1].lower(), match[2] or "") if match else (part, "")
        if name.startswith("provisional application"):
            name, letter = "provisional application", "n"
        known = LETTERS.get(name)
        if known is None or known[0] != letter:
            raise PageFault(f"its heading {heading!r} names an act that is not known", SAVE_AGAIN, line)
        acts[letter] = known[1]
    kinds = set(acts.values())
    if kinds & {*SIGNING}:
        return Column("signature", acts)
    if kinds == {Kind.PROVISIONAL_APPLICATION}:
        return Column("provisional", {**acts, "": Kind.PROVISIONAL_APPLICATION})
    return Column("consent", acts)


def _row(line: int, cells: list[Any], columns: list[Column]) -> Row:
    """One participant, each cell by its place and its letter."""
    texts = [markup.cell_text(cell) for cell in cells]
    if len(texts) != len(columns) + 1:
        message = f"{texts[0] if texts else 'a row'}: {len(texts)} cells, where the heading has {len(columns) + 1}"
        raise PageFault(message, SAVE_AGAIN, line)
    participant = texts[0]
    row = Row(line, participant, " | ".join(texts))
    if not participant or not any(texts[1:]):
        raise PageFault(f"{participant or 'a row'}: a row without a name or without any day", SAVE_AGAIN, line)
    for column, text in zip(columns, texts[1:], strict=True):
        if text:
            row = _with(row, column, _entry(text, participant, line))
    if row.action is Kind.RATIFICATION and row.signature is None:
        if row.consent_withdrawn:
            message = f"{participant}: a day in brackets without a signature and without a letter"
            raise PageFault(message, SHIFTED, line)
        return row._replace(action=None)
    return row


def _entry(text: str, participant: str, line: int) -> Entry:
    match = DAY.fullmatch(text)
    if not match or bool(match[1]) != bool(match[6]):
        raise PageFault(f"{participant}: {text!r} is no day, as 14 Nov 1980 a", SAVE_AGAIN, line)
    return Entry(day_of(int(match[4]), MONTHS[match[3]], int(match[2]), line), match[5], bool(match[1]))


def _with(row: Row, column: Column, entry: Entry) -> Row:
    """A row with one more cell; a letter that its column does not announce stands in the wrong place."""
    if column.acts and entry.letter not in column.acts:
        named = f"the letter {entry.letter}" if entry.letter else "a day without a letter"
        message = f"{row.participant}: {named} stands where the heading announces none"
        raise PageFault(message, SHIFTED, row.line)
    kind = column.acts.get(entry.letter)
    if not column.acts and entry.letter:
        raise PageFault(f"{row.participant}: a letter where the heading announces none", SAVE_AGAIN, row.line)
    if column.of == "provisional":
        return row._replace(provisional=entry.day, provisional_withdrawn=entry.withdrawn)
    if column.of == "signature":
        signed = row._replace(signature=entry.day, signature_withdrawn=entry.withdrawn)
        if kind is Kind.DEFINITIVE_SIGNATURE:
            return signed._replace(action=kind, consent=entry.day, consent_withdrawn=entry.withdrawn)
        return signed._replace(signature_kind=kind or Kind.SIGNATURE)
    if row.consent:
        raise PageFault(f"{row.participant}: two consents in one row", SAVE_AGAIN, row.line)
    return row._replace(action=kind, consent=entry.day, consent_withdrawn=entry.withdrawn)


def _alternate(grid: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Refuse a grid two rows of which have one shade, since shades alternate: a row between them is missing."""
    shades = [(row.get("class") or "", row.sourceline or 0) for row in grid.iter("tr")][1:]
    if {shade for shade, _ in shades} <= {"trBWhite", "trBGGrey"}:
        for (before, _), (shade, line) in pairwise(shades):
            if before == shade:
                raise PageFault("a row is missing: two rows that follow one another have one shade", SAVE_AGAIN, line)


def _treaty(tree: Any, content: bytes) -> str:  # noqa: ANN401 - lxml has no types
    """The treaty's number in the collection, as its page's XML is called, or the page itself was when it was saved."""
    for address in tree.xpath("//a/@href"):
        match = re.search(r"/([IVXL]+-\d+(?:-[a-z0-9]+)*)\.[a-z]{2}\.xml", address)
        if match:
            return f"UNTC {match[1]}"
    for saved in re.finditer(rb"saved from url=([^>]*)", content):
        if number := re.search(rb"[?&]mtdsg_no=([IVXL]+-\d+(?:-[a-z0-9]+)*)", saved[1]):
            return f"UNTC {number[1].decode()}"
    raise PageFault("it does not say which treaty it is of: the address of its XML is missing", SAVE_AGAIN)


def _as_at(tree: Any) -> date:  # noqa: ANN401 - lxml has no types
    text = " ".join(markup.cell_text(span) for span in tree.xpath('//*[contains(@class, "asat")]'))
    match = re.search(r"STATUS AS AT ?: ?(\d\d)-(\d\d)-(\d{4})", text)
    if not match:
        raise PageFault("it does not say on which day it was so (STATUS AS AT)", "save the page in English, whole")
    day, month, year = map(int, match.groups())
    return day_of(year, month, day)


def _totals(tree: Any, *, signs: bool) -> dict[str, int]:  # noqa: ANN401 - lxml has no types
    """The totals that the page prints; without them, nobody can tell whether it is whole."""
    text = " ".join(markup.cell_text(element) for element in tree.xpath('//*[contains(@id, "rptStatus")]'))
    found = {
        key: int(match[1])
        for key, word in (("signatories", "Signatories"), ("parties", "Parties"))
        if (match := re.search(rf"{word} ?: ?(\d+)", text))
    }
    if "parties" not in found or (signs and "signatories" not in found):
        raise PageFault("it does not print its number of signatories and parties", SAVE_AGAIN)
    return found
