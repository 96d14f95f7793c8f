"""What a state's file holds beside its treaties, each as the edit of its list."""

from collections.abc import Mapping
from typing import Any

from toc_treaties.edits.entries import NothingThereError, cited, in_order_of, state_file
from toc_treaties.edits.lined import Path, held
from toc_treaties.edits.placing import Added, Put
from toc_treaties.edits.record import FileEdit
from toc_treaties.edits.rendering import Fields
from toc_treaties.model.register import Register
from toc_treaties.store.state_shape import OF_EVERY_STATE

DESIGNATION_ORDER = (
    *("role", "instrument", "article", "institution", "local", "since", "notified", "until"),
    *("source", "unconfirmed", "as_recorded", "note"),
)
PERIOD_ORDER = ("from", "until", "status", "source", "unconfirmed", "note")
ASSESSMENT_ORDER = ("commitment", "status", "date", "basis", "mechanism", "word", "parts", "source", "note")
KEYS = ("iso3", *OF_EVERY_STATE, "treaties")


def designation(register: Register, slug: str, fields: Fields) -> FileEdit:
    """An authority: behind those of its treaty, or of roles, which come first."""
    rank = {id: place for place, id in enumerate(register.instruments, 1)}
    new = in_order_of(DESIGNATION_ORDER, fields)

    def place(entry: Mapping[str, Any]) -> int:
        return rank.get(str(entry.get("instrument", "")), 0)

    return FileEdit(
        state_file(slug), Added(("designations",), new, lambda other: place(other) <= place(new), order=KEYS)
    )


def ended_designation(slug: str, content: bytes, what: Fields, day: str, sources: tuple[str, ...]) -> list[FileEdit]:
    """The end of a designation: the first day on which it no longer holds, and the source that shows it."""
    listed = held(content).get("designations") or []
    found = [
        index
        for index, entry in enumerate(listed)
        if "until" not in entry and all(str(entry.get(key, "")) == value for key, value in what.items() if value)
    ]
    if len(found) != 1:
        names = "".join(f"\n  {listed[index]['institution']}" for index in found) or " none"
        raise NothingThereError(f"which designation ended? give --article or --institution; on record:{names}")
    path: Path = ("designations", found[0])
    more = cited(path, listed[found[0]], sources, DESIGNATION_ORDER)
    puts = [Put(path, "until", day, order=DESIGNATION_ORDER), *more]
    return [FileEdit(state_file(slug), put) for put in puts]


def membership(slug: str, content: bytes, organization: str, kind: str, day: str, fields: Fields) -> list[FileEdit]:
    """A membership that begins, changes or ends on a day: the period that runs is closed, and the next one follows."""
    periods = (held(content).get("memberships") or {}).get(organization) or []
    running = [index for index, period in enumerate(periods) if "until" not in period]
    sources = fields.get("source", ())
    edits = []
    for index in running:
        path: Path = ("memberships", organization, index)
        shown = tuple(str(source) for source in sources) if kind == "left" else ()
        more = cited(path, periods[index], shown, PERIOD_ORDER)
        edits += [Put(path, "until", day, order=PERIOD_ORDER), *more]
    made = [FileEdit(state_file(slug), edit) for edit in edits]
    if kind == "left":
        if not running:
            raise NothingThereError(f"no membership of {organization} is on record that could end")
        return made
    status = {} if kind == "member" else {"status": kind}
    period = in_order_of(PERIOD_ORDER, {"from": day, **status, **fields})
    made.append(FileEdit(state_file(slug), Added(("memberships", organization), period, order=KEYS)))
    return made


def assessment(register: Register, slug: str, fields: Fields) -> FileEdit:
    """The progress on a commitment, in the order of the commitments."""
    known = register.catalogue.commitments if register.catalogue else {}
    rank = {id: place for place, id in enumerate(known)}
    new = in_order_of(ASSESSMENT_ORDER, fields)

    def place(entry: Mapping[str, Any]) -> tuple[int, str]:
        return rank.get(str(entry.get("commitment")), 0), str(entry.get("date"))

    return FileEdit(
        state_file(slug), Added(("assessments",), new, lambda other: place(other) <= place(new), order=KEYS)
    )
