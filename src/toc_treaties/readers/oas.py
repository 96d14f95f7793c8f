"""A page of signatures and ratifications of the OAS, saved as HTML or as text, in English or Spanish."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from toc_treaties.readers import markup, oas_columns, oas_table
from toc_treaties.readers.dates import adopted_on
from toc_treaties.readers.page import SAVE_AGAIN, DayNeededError, Page, PageFault, settled

ABOUT = r"(?:GENERAL INFORMATION OF THE TREATY|INFORMACI[OÓ]N GENERAL DEL TRATADO)\s*:\s*([A-Z]-\d+)"
TITLE = r"([A-Z]-\d+) ?: ?(.+)"
DATE = r"\s*(?:DATE|FECHA)\s*:\s*(\d{1,2}/\d{1,2}/\d{2}(?:\d\d)?)\s*"


class Facts(NamedTuple):
    """What stands above the table: the treaty, its title, and the day of its adoption."""

    treaty: str
    title: str
    adopted: date


def recognizes(text: str) -> bool:
    """Whether a page is one of the OAS: its head, or one of its tables."""
    return re.search(rf"{ABOUT}|(?m:^[^\S\n]*(?:ADOPTED AT|ADOPTADO EN)\s*:)", text) is not None


def read(content: bytes, as_of: date | None) -> Page:
    """The page; it prints no day of its own, and its years of two digits are those after the treaty's adoption."""
    lines = markup.lines_of(content)
    about = next((index for index, line in enumerate(lines) if re.search(ABOUT, line)), None)
    if about is None:
        raise PageFault("it is cut short: it ends before its table of signatures", SAVE_AGAIN, len(lines))
    table = [(number, line) for number, line in enumerate(lines, start=1) if number > about + 1]
    reader = next((each for each in (oas_columns, oas_table) if each.is_there(table)), None)
    if reader is None:
        message = "the heads of its columns are not those of a known table of the OAS, or it is cut short before them"
        raise PageFault(message, SAVE_AGAIN, about + 1)
    body = reader.body(table)
    if as_of is None:
        raise DayNeededError
    facts = _facts(lines, lines[about], as_of)
    rows = reader.rows(body, facts.adopted)
    treaty = f"OAS {facts.treaty}"
    return settled(Page(reader.READER, treaty, as_of, rows, title=facts.title, lists_all=reader.LISTS_ALL))


def _facts(lines: Sequence[str], about: str, as_of: date) -> Facts:
    """What the page says of its treaty; the number above the table is that of its title."""
    number = re.search(ABOUT, about)
    named = next((match for line in _joined(lines) if (match := re.fullmatch(TITLE, line))), None)
    if number is None or named is None or named[1] != number[1]:
        raise PageFault("its title and its table do not name one and the same treaty", SAVE_AGAIN)
    adopted = next(((match, at) for at, line in enumerate(lines, start=1) if (match := re.fullmatch(DATE, line))), None)
    if adopted is None:
        message = "it does not say when the treaty was adopted, so that the century of its years is not known"
        raise PageFault(message, SAVE_AGAIN)
    return Facts(number[1], named[2], adopted_on(adopted[0][1], as_of, adopted[1]))


def _joined(lines: Sequence[str]) -> list[str]:
    """The paragraphs of a page, each in one line, since a title may be longer than a line."""
    return [" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", "\n".join(lines))]
