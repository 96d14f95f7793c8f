"""The table of the OAS in columns of fixed width: cut by position, and checked by what stands in each place.

People edit these pages by hand, with tabs and years of four digits: a row is its days and blanks in their order, each
of which must stand under its head.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from toc_treaties.model.action import Kind
from toc_treaties.readers.dates import month_day_year
from toc_treaties.readers.page import LONGEST, SAVE_AGAIN, SHIFTED, PageFault, Row, refuse_shifted

READER = "oas-columns"
LISTS_ALL = False
HEADS = re.compile(
    r"\s*(?:SIGNATORY COUNTRIES|PA[IÍ]SES SIGNATARIOS)\s+(?P<signature>SIGNATURE|FECHA)\s+REF\s+(?P<home>RA/AC/AD)\s+"
    r"REF\s+(?P<deposit>DEP[OÓ]SITO?)\s+(?P<act>INST)\s+(?P<informa>INFORMA)\s+REF\s*"
)
RULE = re.compile(r"\s*={20,}\s*")
END = re.compile(r"\s*REF\s*=\s*REFERENC")
NAME = re.compile(r"\s*+(?P<name>[^\d/]+)(?<=[ .])(?P<rest>[\d/].*)")
TOKEN = re.compile(
    r"(?P<day>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/]))|(?P<blank>/ *?/)|(?P<act>(?:RA|AC|AD)(?!\S))|(?P<other>\S+)"
)
REFERENCE = re.compile(r"[A-Z]?\d{1,2}(?:[,-]\d{1,2})*,?|[A-Z]")
ACTS = {"RA": Kind.RATIFICATION, "AC": Kind.ACCEPTANCE, "AD": Kind.ACCESSION}
PLACES = ("signature", "home", "deposit", "informa")
LEFT = 3
"""How far to the left of its head a day can begin."""


class Body(NamedTuple):
    """Where the columns begin, and the rows of the table, each with its line."""

    begins: Mapping[str, int]
    lines: Sequence[tuple[int, str]]


class Token(NamedTuple):
    """What stands in a row behind the name: what it looks like, and where its middle is."""

    looks: str
    text: str
    middle: float


def is_there(table: Sequence[tuple[int, str]]) -> bool:
    """Whether a table has these columns."""
    return any(HEADS.fullmatch(line.expandtabs()) for _, line in table)


def body(table: Sequence[tuple[int, str]]) -> Body:
    """The rows between the heads and the rule that ends the table, with what explains the columns below it."""
    at, heads = next(
        (index, match) for index, (_, line) in enumerate(table) if (match := HEADS.fullmatch(line.expandtabs()))
    )
    rest = [(number, line.expandtabs().rstrip()) for number, line in table[at + 1 :] if line.strip()]
    rules = [index for index, (_, line) in enumerate(rest) if RULE.fullmatch(line)]
    if len(rules) < 2 or not any(END.match(line) for _, line in rest[rules[1] + 1 :]):  # noqa: PLR2004 - one above, one below
        raise PageFault("it is cut short: its table of signatures does not end", SAVE_AGAIN, table[-1][0])
    begins = {place: heads.start(place) for place in (*PLACES, "act")}
    return Body(begins, rest[rules[0] + 1 : rules[1]])


def rows(body: Body, adopted: date) -> tuple[Row, ...]:
    """The rows; those of a treaty have no day before its adoption."""
    return tuple(_row(line, number, body.begins, adopted) for number, line in body.lines)


def _row(line: str, number: int, begins: Mapping[str, int], adopted: date) -> Row:
    """One row: a signature, the national ratification, the deposit with its act, and information."""
    match = NAME.fullmatch(line) if len(line) <= LONGEST else None
    if not match:
        raise PageFault(f"{line.strip()!r} is no row of a participant and its days", SAVE_AGAIN, number)
    name = match["name"].strip(" .")
    tokens = [
        Token(found.lastgroup or "", found[0], (found.start() + found.end()) / 2)
        for found in TOKEN.finditer(line, match.start("rest"))
    ]
    days = [token for token in tokens if token.looks in {"day", "blank"}]
    acts = [token for token in tokens if token.looks == "act"]
    other = [token for token in tokens if token.looks == "other" and not REFERENCE.fullmatch(token.text)]
    if len(days) != len(PLACES) or len(acts) > 1 or other:
        message = f"{name}: its row is not four days or blanks with at most one act"
        raise PageFault(message, SAVE_AGAIN, number)
    for place, token in zip((*PLACES, *(["act"] if acts else [])), (*days, *acts), strict=True):
        _in_place(name, place, token, begins, number)
    found = [month_day_year(token.text, number, adopted) if token.looks == "day" else None for token in days[:3]]
    signature, home, deposit = found
    if acts and deposit is None:
        raise PageFault(f"{name}: an act without a deposit", SAVE_AGAIN, number)
    refuse_shifted(name, signature, home, deposit, number)
    action = ACTS[acts[0].text] if acts else None
    return Row(number, name, line.strip(), signature, action=action, consent=deposit, at_home=home)


def _in_place(name: str, place: str, token: Token, begins: Mapping[str, int], line: int) -> None:
    """Refuse what does not stand under its head."""
    after = min((start for start in begins.values() if start > begins[place]), default=None)
    if token.middle < begins[place] - LEFT or (after is not None and token.middle >= after):
        message = f"{name}: {token.text!r} does not stand under the head of its column"
        raise PageFault(message, SHIFTED, line)
