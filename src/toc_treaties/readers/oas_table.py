"""The newer table of the OAS: every state stands in it, and a hyphen where it did nothing."""

import re
from collections.abc import Sequence
from datetime import date

from toc_treaties.model.action import Kind
from toc_treaties.readers.dates import month_day_year
from toc_treaties.readers.page import LONGEST, SAVE_AGAIN, PageFault, Row, refuse_shifted

READER = "oas-table"
LISTS_ALL = True
HEADS = re.compile(
    r"\s*(?:COUNTRY\s+SIGNATURE\s+RATIFICATION\s*/\s*ACCESSION\s+DEPOSIT\s+INFORMATION"
    r"|PA[IÍ]S\s+FIRMA\s+RATIFICACI[OÓ]N\s*/\s*ADHESI[OÓ]N\s+DEP[OÓ]SITO\s+INFORMACI[OÓ]N)\s*\*\s*"
)
END = re.compile(r"\s*\*\s*DECLARA")
DAY = r"(\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|-)"
ROW = re.compile(
    rf"([^\d/]*[^\d/\s])\s+{DAY}\s+{DAY}\s+(\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}})\s+(?:RA|AC|AD)|-)\s+(Yes|No|S[ií]|-)"
)
ACTS = {"RA": Kind.RATIFICATION, "AC": Kind.ACCESSION, "AD": Kind.ACCESSION}
"""AC is accession here, where the columns of fixed width have acceptance."""


def is_there(table: Sequence[tuple[int, str]]) -> bool:
    """Whether a table has these columns."""
    return any(HEADS.fullmatch(line) for _, line in table)


def body(table: Sequence[tuple[int, str]]) -> Sequence[tuple[int, str]]:
    """The rows between the heads and the note that ends the table."""
    at = next(index for index, (_, line) in enumerate(table) if HEADS.fullmatch(line))
    rest = [(number, line.strip()) for number, line in table[at + 1 :] if line.strip()]
    end = next((index for index, (_, line) in enumerate(rest) if END.match(line)), None)
    if end is None:
        raise PageFault("it is cut short: its table of signatures does not end", SAVE_AGAIN, table[-1][0])
    return rest[:end]


def rows(body: Sequence[tuple[int, str]], adopted: date) -> tuple[Row, ...]:
    """The rows; those of a treaty have no day before its adoption."""
    return tuple(_row(line, number, adopted) for number, line in body)


def _row(line: str, number: int, adopted: date) -> Row:
    """One row: a signature, the national act, the deposit with its act, and whether there is information."""
    match = ROW.fullmatch(line) if len(line) <= LONGEST else None
    if not match or re.search(r"(?:^|\s)-$", match[1]):
        raise PageFault(f"{line!r} is no row of a participant and its four cells", SAVE_AGAIN, number)
    name, signed, home, deposit = match[1], match[2], match[3], match[4]
    day, _, act = deposit.partition(" ")
    signature, at_home, consent = (
        None if text == "-" else month_day_year(text, number, adopted) for text in (signed, home, day)
    )
    refuse_shifted(name, signature, at_home, consent, number)
    return Row(number, name, line, signature, action=ACTS.get(act.strip()), consent=consent, at_home=at_home)
