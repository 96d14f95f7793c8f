"""What a state's file holds beside its treaties, each as the edit of its list."""

from collections.abc import Callable, Mapping
from typing import Any

from toc_treaties.edits.again import NothingThereError, more_of, same
from toc_treaties.edits.entries import cited, in_order_of, on_record, state_file
from toc_treaties.edits.lined import Path, held
from toc_treaties.edits.placing import Added, Key, Put
from toc_treaties.edits.record import FileEdit
from toc_treaties.edits.rendering import Fields
from toc_treaties.model.register import Register
from toc_treaties.store.state_shape import OF_EVERY_STATE

BODIES = "bodies.yaml"
DESIGNATION_ORDER = (
    *("role", "instrument", "article", "institution", "local", "since", "notified", "until"),
    *("source", "unconfirmed", "as_recorded", "note"),
)
CONDITION_ORDER = ("instrument", "article", "since", "source", "note")
PERIOD_ORDER = ("from", "until", "status", "source", "unconfirmed", "note")
PARTICIPATION_ORDER = ("status", "from", "until", "readings", "source", "unconfirmed", "note")
ASSESSMENT_ORDER = ("commitment", "status", "date", "basis", "mechanism", "word", "parts", "source", "note")
CONTRIBUTION_ORDER = ("year", "to", "amount", "source", "note")
KEYS = ("iso3", *OF_EVERY_STATE, "treaties")
BODY_KEYS = ("name", "assessments", "note")


def designation(register: Register, slug: str, content: bytes, fields: Fields) -> list[FileEdit]:
    """An authority: behind those of its treaty, or of roles, which come first."""
    place = _by_instrument(register)
    named = ("role", "instrument", "article", "institution")
    before = lambda other: place(other) <= place(fields)  # noqa: E731 - what is asked of each entry
    return _entry(slug, content, "designations", DESIGNATION_ORDER, fields, named, before)


def condition(register: Register, slug: str, content: bytes, fields: Fields) -> list[FileEdit]:
    """A condition of an article's duty that the state meets, in the order of the instruments."""
    place = _by_instrument(register)
    before = lambda other: place(other) <= place(fields)  # noqa: E731 - as above
    return _entry(slug, content, "conditions", CONDITION_ORDER, fields, ("instrument", "article"), before)


def _by_instrument(register: Register) -> Callable[[Mapping[str, Any]], int]:
    """The place of an entry's instrument among all, and before them what has none."""
    rank = {id: place for place, id in enumerate(register.instruments, 1)}
    return lambda entry: rank.get(str(entry.get("instrument", "")), 0)


def _entry(
    slug: str,
    content: bytes,
    listed: str,
    order: tuple[str, ...],
    fields: Fields,
    named: tuple[str, ...],
    before: Key = lambda _other: True,
) -> list[FileEdit]:
    """An entry of one of a state's lists: what is new of it where the list has it by `named`, else a new one."""
    new = in_order_of(order, fields)
    wanted = {key: new[key] for key in named if key in new}
    entries = held(content).get(listed) or []
    added = Added((listed,), new, before, order=KEYS)
    return on_record(
        state_file(slug), entries, lambda entry: same(entry, wanted) and "until" not in entry, added, order
    )


def ended_designation(slug: str, content: bytes, what: Fields, day: str, sources: tuple[str, ...]) -> list[FileEdit]:
    """The end of a designation: the first day on which it no longer holds, and the source that shows it."""
    listed = held(content).get("designations") or []
    found = [
        index
        for index, entry in enumerate(listed)
        if "until" not in entry and same(entry, {key: value for key, value in what.items() if value})
    ]
    if len(found) != 1:
        names = [listed[index]["institution"] for index in found]
        raise NothingThereError("which designation ended? give --article or --institution; on record:", *names)
    path: Path = ("designations", found[0])
    more = cited(path, listed[found[0]], sources, DESIGNATION_ORDER)
    puts = [Put(path, "until", day, order=DESIGNATION_ORDER), *more]
    return [FileEdit(state_file(slug), put) for put in puts]


def membership(slug: str, content: bytes, organization: str, kind: str, day: str, fields: Fields) -> list[FileEdit]:
    """A membership that begins, changes or ends on a day: the period that runs is closed, and the next one follows."""
    periods = (held(content).get("memberships") or {}).get(organization) or []
    for at, period in enumerate(periods):
        if period.get("from") == day and period.get("status", "member") == kind:
            more = more_of(("memberships", organization, at), period, fields, PERIOD_ORDER)
            return [FileEdit(state_file(slug), edit) for edit in more]
    running = [] if "until" in fields else [at for at, period in enumerate(periods) if "until" not in period]
    sources = fields.get("source", ())
    edits = []
    for index in running:
        path: Path = ("memberships", organization, index)
        shown = tuple(str(source) for source in sources) if kind == "left" else ()
        more_cited = cited(path, periods[index], shown, PERIOD_ORDER)
        edits += [Put(path, "until", day, order=PERIOD_ORDER), *more_cited]
    made = [FileEdit(state_file(slug), edit) for edit in edits]
    if kind == "left":
        if not running:
            raise NothingThereError(f"no membership of {organization} is on record that could end")
        return made
    status = {} if kind == "member" else {"status": kind}
    period = in_order_of(PERIOD_ORDER, {"from": day, **status, **fields})
    placed = Added(("memberships", organization), period, lambda other: str(other.get("from")) <= day, order=KEYS)
    return [*made, FileEdit(state_file(slug), placed)]


def participation(slug: str, content: bytes, fields: Fields) -> list[FileEdit]:
    """A time in which a member of the Organization takes no part, or in which that is contested."""
    return _entry(slug, content, "participation", PARTICIPATION_ORDER, fields, ("status", "from"))


def ended_participation(slug: str, content: bytes, day: str, sources: tuple[str, ...]) -> list[FileEdit]:
    """The end of such a time: its first day afterwards, and the source that shows it."""
    listed = held(content).get("participation") or []
    found = [at for at, entry in enumerate(listed) if "until" not in entry]
    if len(found) != 1:
        raise NothingThereError("no limit of participation is on record that could end")
    path: Path = ("participation", found[0])
    more = [] if "readings" in listed[found[0]] else cited(path, listed[found[0]], sources, PARTICIPATION_ORDER)
    return [FileEdit(state_file(slug), put) for put in (Put(path, "until", day, order=PARTICIPATION_ORDER), *more)]


def assessment(register: Register, slug: str, content: bytes, fields: Fields, body: str = "") -> list[FileEdit]:
    """The progress on a commitment, in the order of the commitments: of a state, or of a body of the Organization."""
    known = register.catalogue.commitments if register.catalogue else {}
    rank = {id: place for place, id in enumerate(known)}
    new = in_order_of(ASSESSMENT_ORDER, fields)

    def place(entry: Mapping[str, Any]) -> tuple[int, str]:
        return rank.get(str(entry.get("commitment")), 0), str(entry.get("date"))

    wanted = {key: value for key, value in new.items() if key in {"commitment", "date", "status", "basis"}}
    file, path, order = (
        (BODIES, (body, "assessments"), BODY_KEYS) if body else (state_file(slug), ("assessments",), KEYS)
    )
    values = held(content)
    listed = (values[body] if body else values).get("assessments") or []
    added = Added(path, new, lambda other: place(other) <= place(new), order=order)
    return on_record(file, listed, lambda entry: same(entry, wanted), added, ASSESSMENT_ORDER)


def contribution(slug: str, content: bytes, fields: Fields) -> list[FileEdit]:
    """What a state has paid in a year to what the Strategy asks to be financed, by its year."""
    before = lambda other: str(other.get("year")) <= str(fields["year"])  # noqa: E731 - as above
    return _entry(slug, content, "contributions", CONTRIBUTION_ORDER, fields, ("year", "to"), before)
