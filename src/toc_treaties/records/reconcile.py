"""What `reconcile` answers, as plain data."""

from toc_treaties.questions.reconcile import Finding, Reconciled, SavedRows, Stated
from toc_treaties.readers.page import Row
from toc_treaties.records import Data, codes, envelope, iso, word, written

FIELDS = (
    "file", "treaty", "instrument", "as_at", "state", "about", "found", "differs",
    "page_act", "page_date", "page_withdrawn", "register_act", "register_date", "register_withdrawn",
    "unconfirmed", "source",
)  # fmt: skip
SAVED_FIELDS = (
    "treaty", "as_at", "participant", "state", "signature", "signature_kind", "signature_withdrawn", "action", "date",
    "withdrawn", "left", "left_effect", "provisional", "ratified_at_home", "raw",
)  # fmt: skip
SAVED_LISTED = "rows"


def record(answer: tuple[Reconciled, ...]) -> Data:
    """Each page with what differs, what it settles, and the states of which both say the same."""
    return {**envelope(), "pages": [_page(reconciled) for reconciled in answer]}


def rows(answer: tuple[Reconciled, ...]) -> list[Data]:
    """A line for each thing found."""
    return [{**_head(reconciled), **_line(finding)} for reconciled in answer for finding in reconciled.findings]


def saved_record(answer: SavedRows) -> Data:
    """A page as it was read: each row with what it has, and the cells as they are printed."""
    page = answer.page
    return {
        **envelope(),
        "treaty": page.treaty,
        "title": page.title,
        "instrument": answer.instrument.id if answer.instrument else None,
        "as_at": iso(page.as_at),
        "reader": page.reader,
        "totals": page.totals or None,
        "counts": page.counts,
        "rows": [_row(row, answer.states[row.participant]) for row in page.rows],
    }


def _row(row: Row, state: str | None) -> Data:
    return {
        "participant": row.participant,
        "state": state,
        "signature": iso(row.signature),
        "signature_kind": word(row.signature_kind) if row.signature else None,
        "signature_withdrawn": row.signature_withdrawn,
        "action": word(row.action),
        "date": iso(row.consent),
        "withdrawn": row.withdrawn,
        "left": iso(row.left),
        "left_effect": iso(row.left_effect),
        "provisional": iso(row.provisional),
        "ratified_at_home": iso(row.at_home),
        "raw": row.raw,
    }


def _head(reconciled: Reconciled) -> Data:
    page = reconciled.page
    return {
        "file": reconciled.file,
        "treaty": page.treaty,
        "instrument": reconciled.instrument.id,
        "as_at": iso(page.as_at),
    }


def _page(reconciled: Reconciled) -> Data:
    page = reconciled.page
    return {
        **_head(reconciled),
        "reader": page.reader,
        "totals": page.totals or None,
        "counts": page.counts,
        "shows_absence": page.shows_absence or page.lists_all,
        "differences": [_finding(finding) for finding in reconciled.differences],
        "settled": [_finding(finding) for finding in reconciled.settled],
        "agreeing": codes(reconciled.agreeing),
        "not_shown": codes(reconciled.unsaid),
        "outside": reconciled.outside,
    }


def _finding(finding: Finding) -> Data:
    return {
        "state": finding.state.iso3,
        "about": word(finding.about),
        "found": word(finding.found),
        "page": _stated(finding.page) if finding.page else None,
        "register": _in_register(finding.register),
    }


def _stated(stated: Stated) -> Data:
    return {"act": word(stated.act), "date": written(stated.when), "withdrawn": stated.withdrawn}


def _in_register(stated: Stated | None) -> Data | None:
    if stated is None:
        return None
    return {**_stated(stated), "unconfirmed": stated.marked, "source": [*stated.sources]}


def _line(finding: Finding) -> Data:
    """A finding in the columns of a line; what one of the two does not have is empty."""
    line: Data = {key: value for key, value in _finding(finding).items() if key not in {"page", "register"}}
    line |= {"differs": finding.differs, "unconfirmed": finding.register.marked if finding.register else None}
    for side, stated in (("page", finding.page), ("register", finding.register)):
        shown = _stated(stated) if stated else {"act": None, "date": None, "withdrawn": None}
        line |= {f"{side}_{key}": value for key, value in shown.items()}
    return {**line, "source": "; ".join(finding.register.sources) if finding.register else ""}
