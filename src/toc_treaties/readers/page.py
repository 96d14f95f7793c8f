"""What a saved page of a depositary says, read cell by cell, and why one is refused."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from toc_treaties.model.action import Kind

LONGEST = 500
"""A row of a page has fewer signs than this; a longer line is none, and is not looked at sign by sign."""


class PageFault(Exception):  # noqa: N818 - a fault of the page, as a problem is one of the data
    """Why a page cannot be read: its file, line, what stands there, and what helps."""

    def __init__(self, message: str, help: str, line: int = 0) -> None:
        super().__init__(message)
        self.message, self.help, self.line = message, help, line


class DayNeededError(PageFault):
    """The page prints no day of its own, and none was given."""

    def __init__(self) -> None:
        super().__init__("the page prints no day on which it was so", "give the day on which it was saved with --as-of")


LONG = 366
"""More days than these between a national ratification and a later signature are a shift of columns."""
SMALL, MOVED = 12, 2
"""Fewer names than these may stand in any order; more than these out of order stand in no order."""
SAVE_AGAIN = "save the whole page again, and change nothing in it"
SHIFTED = f"its columns may be shifted: {SAVE_AGAIN}"
SAVE_HTML = "open the page in a browser, and save it as HTML"


class Row(NamedTuple):
    """A row as the page has it: the participant as printed, its signature, and its consent to be bound.

    `action` is None where the page does not say by what act it consented. `withdrawn` is whether the page shows the
    consent as no longer in effect, or the signature where there is no consent. `at_home` is the day of the national
    ratification where the page has it, `left` that of the notice by which the state left, `left_effect` that from which
    it has. `state` is the state's code, where the page has one beside the name.
    """

    line: int
    participant: str
    raw: str
    signature: date | None = None
    signature_kind: Kind = Kind.SIGNATURE
    signature_withdrawn: bool = False
    action: Kind | None = None
    consent: date | None = None
    consent_withdrawn: bool = False
    provisional: date | None = None
    provisional_withdrawn: bool = False
    at_home: date | None = None
    left: date | None = None
    left_effect: date | None = None
    state: str = ""

    @property
    def withdrawn(self) -> bool:
        """Whether what the row shows last is no longer in effect."""
        return self.consent_withdrawn if self.consent else self.signature_withdrawn


class Page(NamedTuple):
    """A page read whole.

    `totals` are those that it prints. `signs` is whether it has signatures, `leaves` whether it shows who left. Where
    `lists_all`, every state stands in it, blank where it did nothing; a page with totals shows absences too.
    """

    reader: str
    treaty: str | None
    as_at: date
    rows: tuple[Row, ...]
    totals: dict[str, int] = {}  # noqa: RUF012 - never changed
    title: str | None = None
    signs: bool = True
    leaves: bool = False
    lists_all: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """What was counted: rows, signatures and consents in effect, and those withdrawn."""
        signed = [row for row in self.rows if row.signature]
        joined = [row for row in self.rows if row.consent]
        return {
            "rows": len(self.rows),
            "signatories": sum(not row.signature_withdrawn for row in signed),
            "parties": sum(not row.consent_withdrawn for row in joined),
            "signatures_withdrawn": sum(row.signature_withdrawn for row in signed),
            "consents_withdrawn": sum(row.consent_withdrawn for row in joined),
            "signed_only": sum(not row.consent for row in signed if not row.signature_withdrawn),
        }

    @property
    def of_depositary(self) -> bool:
        """Whether it is a page of a depositary itself, and no table that somebody wrote."""
        return self.reader != "csv"

    @property
    def shows_absence(self) -> bool:
        """Whether a state that does not stand in it did nothing: its own totals are met, so that no row is missing."""
        return "parties" in self.totals


def settled(page: Page) -> Page:
    """A page that agrees with itself: nobody twice, no act after its day, none before what precedes it, its totals."""
    if not page.rows:
        raise PageFault("there is no row in its table", SAVE_AGAIN)
    _once(page.rows)
    for row in page.rows:
        days = [day for day in (row.signature, row.at_home, row.consent, row.provisional) if day]
        if any(day > page.as_at for day in days):
            help_ = "check the day of the page, and whether the row was changed"
            raise PageFault(f"{row.participant}: an act after {page.as_at}, the day of the page", help_, row.line)
        _provisional_between(row)
        _left_after(row)
        first = max((day for day in (row.signature, row.at_home) if day), default=None)
        if row.consent and first and row.consent < first:
            message = f"{row.participant}: the deposit of {row.consent} stands before {first}"
            raise PageFault(message, SHIFTED, row.line)
    _met(page)
    return page


def refuse_shifted(name: str, signature: date | None, at_home: date | None, deposit: date | None, line: int) -> None:
    """Refuse a row of the OAS whose days seem to stand in other columns than their own.

    Each deposit has its national act there, which can come before the signature, but not long before.
    """
    message = ""
    if deposit and not at_home:
        message = f"{name}: a deposit without a national ratification or accession"
    elif at_home and not deposit and not signature:
        message = f"{name}: a national ratification or accession without a signature or a deposit"
    elif signature and at_home and (signature - at_home).days > LONG:
        message = f"{name}: a signature more than a year after the national ratification"
    if message:
        raise PageFault(message, SHIFTED, line)


def _left_after(row: Row) -> None:
    """Refuse a notice of leaving without a consent or before it, and an end before its notice."""
    if (row.left or row.left_effect) and not row.consent:
        raise PageFault(f"{row.participant}: a denunciation without a consent", SAVE_AGAIN, row.line)
    if row.left and ((row.consent and row.left < row.consent) or (row.left_effect and row.left_effect < row.left)):
        message = f"{row.participant}: a denunciation before the consent, or an effect before the notice"
        raise PageFault(message, SAVE_AGAIN, row.line)


def _provisional_between(row: Row) -> None:
    """Refuse a provisional application with no other act beside it, before the signature, or after the consent.

    It is declared at signature or deposit, and ends with the entry into force that the consent brings.
    """
    if row.provisional is None:
        return
    message = ""
    if row.signature is None and row.consent is None:
        message = f"{row.participant}: a provisional application without a signature or a consent"
    elif row.consent and row.provisional > row.consent:
        message = f"{row.participant}: a provisional application after the consent of {row.consent}"
    elif row.signature and row.provisional < row.signature:
        message = f"{row.participant}: a provisional application before the signature of {row.signature}"
    if message:
        raise PageFault(message, SHIFTED, row.line)


def refuse_moved(rows: Sequence[Row], names: Sequence[str]) -> None:
    """Refuse a page whose names stand in the order of the alphabet, all but one or two: these were moved.

    With them the whole column may have slipped a row, which no total tells. `names` are those of the rows, bare.
    """
    kept = _in_order(names)
    moved = [row for at, row in enumerate(rows) if at not in kept]
    if len(rows) > SMALL and 0 < len(moved) <= MOVED:
        message = f"{moved[0].participant} does not stand where the alphabet has it: names may stand in other rows"
        raise PageFault(message, SAVE_AGAIN, moved[0].line)


def _in_order(names: Sequence[str]) -> set[int]:
    """The places of the longest series of names that stand in order."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for at, name in enumerate(names):
        length = bisect_right(ends, name, key=names.__getitem__)
        before[at] = ends[length - 1] if length else None
        ends[length : length + 1] = [at]
    kept, last = set[int](), ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def _once(rows: Sequence[Row]) -> None:
    names = Counter(row.participant.casefold() for row in rows)
    twice = next((row for row in reversed(rows) if names[row.participant.casefold()] > 1), None)
    if twice:
        raise PageFault(f"{twice.participant} stands in it twice", SAVE_AGAIN, twice.line)


def _met(page: Page) -> None:
    """Refuse a page whose own totals what was read does not meet."""
    for key, total in page.totals.items():
        counted = page.counts[key]
        if counted != total:
            cut = ": it is cut short, or rows are missing" if counted < total else ""
            message = f"it prints {total} as its number of {TOTALS[key]}, and its rows hold {counted}{cut}"
            raise PageFault(message, SAVE_AGAIN)


TOTALS = {
    "signatories": "signatories",
    "parties": "parties",
    "signed_only": "signatures not followed by ratification",
}
