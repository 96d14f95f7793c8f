"""A plain table in CSV: a participant a row, with its signature, its act and its day, as `reconcile --rows` writes."""

import csv
import io
import re
from datetime import date

from toc_treaties.model.action import Effect, Kind
from toc_treaties.readers.dates import iso_day
from toc_treaties.readers.markup import text_of
from toc_treaties.readers.page import DayNeededError, Page, PageFault, Row, settled

READER = "csv"
WITHIN = ("signature", "action", "date", "withdrawn")
COLUMNS = {
    "treaty", "as_at", "participant", "state", *WITHIN, "signature_kind", "signature_withdrawn", "provisional",
    "ratified_at_home", "left", "left_effect", "raw",
}  # fmt: skip
FLAG = {"": False, "false": False, "no": False, "true": True, "yes": True}
SIGNING = [kind for kind in Kind if kind.effect is Effect.SIGNS]
CONSENTING = [kind for kind in Kind if kind.effect is Effect.CONSENTS]
FEW = 3


def recognizes(text: str) -> bool:
    """Whether a file is such a table: its first line names a participant, and an act or a signature."""
    names = {name.strip().strip('"').lower() for name in _first(text).replace(";", ",").replace("\t", ",").split(",")}
    return bool(names & {"participant", "state"}) and bool(names & {*WITHIN})


def _first(text: str) -> str:
    return _table(text).split("\n", 1)[0]


def _table(text: str) -> str:
    """A text without the line in which a spreadsheet names its sign between cells."""
    return re.sub(r"\A\ufeff?(?:sep=.\r?\n)?", "", text)


def read(content: bytes, as_of: date | None) -> Page:
    """The table; a row with blanks says that its participant did nothing, and one that is not there says nothing."""
    text = text_of(content)
    sign = max(",;\t", key=_first(text).count)
    table = csv.reader(io.StringIO(_table(text)), delimiter=sign, strict=True)
    try:
        heads, *lines = [(table.line_num, cells) for cells in table if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise PageFault(f"it is no CSV: {error}", "save it as CSV again", table.line_num) from None
    names = [name.strip().lower() for name in heads[1]]
    strange = [name for name in names if name not in COLUMNS or names.count(name) > 1]
    if strange:
        raise PageFault(
            f"its column {strange[0]!r} is not known, or stands twice", f"use {', '.join(sorted(COLUMNS))}", 1
        )
    entries = [(number, _entry(names, cells, number)) for number, cells in lines]
    as_at = _alike(entries, "as_at")
    if as_at is None and as_of is None:
        raise DayNeededError
    day = iso_day(as_at) if as_at else as_of or date.min
    rows = tuple(_row(entry, number) for number, entry in entries)
    signs, leaves = "signature" in names, bool({"withdrawn", "left"} & {*names})
    return settled(Page(READER, _alike(entries, "treaty"), day, rows, signs=signs, leaves=leaves))


def _entry(names: list[str], cells: list[str], number: int) -> dict[str, str]:
    if len(cells) != len(names):
        message = f"{len(cells)} cells, where the heads are {len(names)}"
        raise PageFault(message, "give each row a cell for each column, empty where there is nothing", number)
    return {name: cell.strip() for name, cell in zip(names, cells, strict=True)}


def _alike(entries: list[tuple[int, dict[str, str]]], name: str) -> str | None:
    """What every row has in a column; None where there is none."""
    found = {entry.get(name, "") for _, entry in entries}
    if len(found) > 1:
        raise PageFault(f"its rows do not agree in {name}", "put the rows of one page into one file")
    return next(iter(found), "") or None


def _row(entry: dict[str, str], number: int) -> Row:
    name = entry.get("participant") or entry.get("state", "")
    signed, joined, applied, home, left, left_effect = (
        iso_day(text, number) if (text := entry.get(key, "")) else None
        for key in ("signature", "date", "provisional", "ratified_at_home", "left", "left_effect")
    )
    action = entry.get("action", "").replace(" ", "_").lower()
    if not name or (action and action not in CONSENTING) or (action and not joined):
        message = f"{name or 'a row without a name'}: {action or 'nothing'} is no act of consent with its day"
        raise PageFault(message, f"write the act as {', '.join(CONSENTING[:FEW])} …, and its day as 2001-11-23", number)
    withdrawn = _flag(entry, "withdrawn", number) or left is not None
    signature_withdrawn = _flag(entry, "signature_withdrawn", number) or (withdrawn and not joined)
    signature_kind = entry.get("signature_kind") or Kind.SIGNATURE
    if signature_kind not in SIGNING:
        help_ = f"write {' or '.join(SIGNING)}, or nothing"
        raise PageFault(f"{name}: {signature_kind!r} is no kind of signature", help_, number)
    return Row(
        number,
        name,
        entry.get("raw") or " | ".join(entry.values()),
        signature=signed,
        signature_kind=Kind(signature_kind),
        signature_withdrawn=signature_withdrawn,
        action=Kind(action) if action else None,
        consent=joined,
        consent_withdrawn=withdrawn and joined is not None,
        provisional=applied,
        at_home=home,
        left=left,
        left_effect=left_effect,
        state=entry.get("state", ""),
    )


def _flag(entry: dict[str, str], name: str, number: int) -> bool:
    text = entry.get(name, "").lower()
    if text not in FLAG:
        raise PageFault(f"{text!r} is neither true nor false", f"write true or false under {name}", number)
    return FLAG[text]
