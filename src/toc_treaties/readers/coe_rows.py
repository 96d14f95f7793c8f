"""The rows of the service behind the Council of Europe's chart, saved as JSON."""

import json
import re
from datetime import date
from typing import Any

from toc_treaties.readers.dates import day_month_year, iso_day
from toc_treaties.readers.markup import text_of
from toc_treaties.readers.page import SAVE_AGAIN, DayNeededError, Page, PageFault, Row, settled

READER = "coe-rows"
DATES = ("DateSignature", "DateConsentement", "DateEntreeVigueur")
LEAVING = ("DateDenonciation", "DateEffetDenonciation")
NEEDED = ("LibPaysOrga", "NumSTE", *DATES)
MIDNIGHT = re.compile(r"T00:00:00(?:\.0+)?Z?")


def recognizes(text: str) -> bool:
    """Whether a file is rows of that service."""
    return text.lstrip()[:1] in {"[", "{"} and '"NumSTE"' in text


def read(content: bytes, as_of: date | None) -> Page:
    """The rows; they say neither their day, nor by what act a state consented, nor how many they are."""
    try:
        held = json.loads(text_of(content))
    except (ValueError, RecursionError):
        raise PageFault("it is cut short, or is no JSON", SAVE_AGAIN) from None
    entries = held if isinstance(held, list) else [held]
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict) or any(key not in entry for key in NEEDED):
            raise PageFault(f"its row {number} lacks one of {', '.join(NEEDED)}", SAVE_AGAIN)
    treaties = {str(entry["NumSTE"]).lstrip("0") for entry in entries}
    if len(treaties) != 1:
        raise PageFault(f"its rows are of {len(treaties)} treaties", "save the rows of one treaty")
    if as_of is None:
        raise DayNeededError
    rows = tuple(_row(entry, number) for number, entry in enumerate(entries, start=1))
    return settled(Page(READER, f"ETS {treaties.pop()}", as_of, rows, leaves=True))


def _row(entry: dict[str, Any], number: int) -> Row:
    name = entry["LibPaysOrga"]
    if not isinstance(name, str) or not name.strip():
        raise PageFault(f"its row {number} names no state or organization", SAVE_AGAIN)
    signed, joined, since, left, left_effect = (_day(entry.get(key), name) for key in (*DATES, *LEAVING))
    if since and not joined:
        raise PageFault(f"{name}: an entry into force without a consent", SAVE_AGAIN)
    if since and joined and since < joined:
        raise PageFault(f"{name}: an entry into force before the consent", SAVE_AGAIN)
    raw = json.dumps(entry, ensure_ascii=False)
    ended = left is not None or left_effect is not None
    row = Row(number, name.strip(), raw, signed, consent=joined, consent_withdrawn=ended)
    return row._replace(left=left, left_effect=left_effect)


def _day(value: object, name: str) -> date | None:
    """A day, or nothing; an hour other than midnight may be another day elsewhere."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise PageFault(f"{name}: {value!r} is no day", SAVE_AGAIN)
    day, _, rest = value.partition("T")
    if rest and not MIDNIGHT.fullmatch("T" + rest):
        raise PageFault(f"{name}: {value} has an hour, so that its day is not certain", "look the day up on the chart")
    return day_month_year(day) if "/" in day else iso_day(day)
