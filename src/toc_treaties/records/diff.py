"""What `diff` answers, as plain data: each standing, membership, duty, sign, status and entry that is not as before."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any

from toc_treaties.model.state import State
from toc_treaties.model.when import When
from toc_treaties.questions.changed_cells import ProgressChange, SignChange
from toc_treaties.questions.changed_entries import EntryChange, FieldChange, own_kind_of
from toc_treaties.questions.changed_standings import Held, StandingChange
from toc_treaties.questions.diff import Diff, Side
from toc_treaties.records import Data, codes, envelope, iso, word

FIELDS = ("about", "file", "state", "instrument", "key", "kind", "entry", "change", "field", "before", "after")


def record(answer: Diff) -> Data:
    """Both readings, what follows from the change, and every entry with the fields that changed."""
    found = answer.meaning
    return {
        **envelope(answer.as_of),
        "before": _side(answer.before),
        "after": _side(answer.after),
        "new_states": codes(answer.new),
        "gone_states": codes(answer.gone),
        "standings": [_standing(change) for change in found.standings],
        "memberships": [
            {
                "state": change.state.iso3,
                "organization": change.organization,
                "before": word(change.before),
                "after": word(change.after),
            }
            for change in found.memberships
        ],
        "duties": [
            {
                "state": change.state.iso3,
                "instrument": change.instrument.id,
                "asked": [*change.asked],
                "answered": [*change.answered],
                "open": [*change.open],
            }
            for change in found.duties
        ],
        "signs": [_sign(change) for change in found.signs],
        "commitments": [_progress(change) for change in found.progress],
        "entries": [_entry(entry) for entry in answer.entries],
        "rearranged": [*answer.rearranged],
        "not_of_the_register": [*answer.strays],
    }


def rows(answer: Diff) -> list[Data]:
    """A line for each thing that is otherwise; of an entry one for each field."""
    found = [*_meant(answer), *(line for entry in answer.entries for line in _lines(entry))]
    found += [{"about": "rearranged", "file": name} for name in answer.rearranged]
    found += [{"about": "not_of_the_register", "file": name} for name in answer.strays]
    return [{field: row.get(field) for field in FIELDS} for row in found]


def _side(side: Side) -> Data:
    problems = [
        {"file": problem.place.file, "line": problem.place.line, "rule": problem.rule} for problem in side.problems
    ]
    of = {"revision": side.revision, "date": iso(side.day), "empty": side.empty}
    return {**of, "not_read": sorted(side.unread), "problems": problems}


def _standing(change: StandingChange) -> Data:
    return {
        "state": change.state.iso3,
        "instrument": change.instrument.id,
        "of_law": change.of_law,
        "before": _held(change.before),
        "after": _held(change.after),
    }


def _held(held: Held | None) -> Data | None:
    """One side of a standing; null where that reading does not hold the state or the instrument."""
    if held is None:
        return None
    standing = held.standing
    return {
        "standing": word(standing.name),
        "since": iso(standing.since),
        "consent_date": iso(standing.consent),
        "in_force": iso(standing.in_force),
        "leaving_on": iso(standing.leaving_on),
        "between": [word(each) for each in standing.between] if standing.between else None,
        "part": word(held.part),
        "act": held.act,
        "next_step": word(held.step),
        "evidence": word(standing.evidence.basis),
        "evidence_days": {word(kind): when.text for kind, when in standing.evidence.days},
        "day_unconfirmed": standing.day_marked,
        "source": [*standing.evidence.sources],
    }


def _sign(change: SignChange) -> Data:
    return {
        "state": change.state.iso3,
        "topic": change.topic.id,
        "kind": word(change.kind),
        "before": {"sign": word(change.before.sign), "official": change.before.official},
        "after": {"sign": word(change.after.sign), "official": change.after.official},
    }


def _progress(change: ProgressChange) -> Data:
    return {
        "addressee": change.addressee.iso3 if isinstance(change.addressee, State) else change.addressee.id,
        "commitment": change.commitment.id,
        "before": word(change.before.status),
        "after": word(change.after.status),
    }


def _entry(entry: EntryChange) -> Data:
    return {**_named(entry), "fields": [_field(field) for field in entry.fields]}


def _named(entry: EntryChange) -> Data:
    """Whose an entry is, what it is, and what became of it."""
    subject = entry.subject
    return {
        "file": subject.file,
        "state": subject.state.iso3 if subject.state else None,
        "instrument": subject.instrument,
        "key": subject.key,
        "kind": own_kind_of(entry.record),
        "entry": getattr(entry.record, "id", None),
        "change": word(entry.change),
    }


def _field(field: FieldChange) -> Data:
    return {"field": ".".join(field.path), "before": plain(field.before), "after": plain(field.after)}


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    """A value of the data as plain data."""
    if isinstance(value, When):
        return value.text if not value.bracketed else {"unknown": [_end(value.earliest), _end(value.latest)]}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return word(value)
    return [plain(each) for each in value] if isinstance(value, tuple) else value


def _end(day: date) -> str | None:
    """An end of a bracket; null where none is known."""
    return None if day in {date.min, date.max} else day.isoformat()


def _meant(answer: Diff) -> Iterator[Data]:
    """What follows from the change, a line each."""
    found = answer.meaning
    of: Data
    for change in found.standings:
        sides = [_held(held) for held in (change.before, change.after)]
        of = {"about": "standing", "state": change.state.iso3, "instrument": change.instrument.id}
        keys = [*dict.fromkeys(key for side in sides if side for key in side)]
        for key in keys:
            before, after = (side and side[key] for side in sides)
            if before != after:
                yield {**of, "field": key, "before": _flat(before), "after": _flat(after)}
    for member in found.memberships:
        of = {"about": "membership", "state": member.state.iso3, "key": member.organization}
        yield {**of, "before": word(member.before), "after": word(member.after)}
    for duty in found.duties:
        of = {"about": "duty", "state": duty.state.iso3, "instrument": duty.instrument.id}
        for key, articles in (("asked", duty.asked), ("answered", duty.answered), ("open", duty.open)):
            yield from ({**of, "change": key, "entry": article} for article in articles)
    for sign in found.signs:
        of = {"about": "sign", "state": sign.state.iso3, "key": sign.topic.id, "kind": word(sign.kind)}
        before, after = (
            " ".join((each.sign, "official" if each.official else "")).rstrip() for each in (sign.before, sign.after)
        )
        yield {**of, "before": before, "after": after}
    for progress in found.progress:
        told = _progress(progress)
        body = not isinstance(progress.addressee, State)
        of = {"about": "commitment", "state": None if body else told["addressee"]}
        whose = {"key": told["addressee"] if body else None, "entry": told["commitment"]}
        yield {**of, **whose, "before": told["before"], "after": told["after"]}


def _lines(entry: EntryChange) -> Iterator[Data]:
    """An entry, with a line for each of its fields."""
    of = {"about": "entry", **_named(entry)}
    for field in entry.fields or (None,):
        told = _field(field) if field else {}
        yield {**of, **{key: _flat(value) for key, value in told.items()}}


def _flat(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    """A value in one cell of a spreadsheet."""
    if isinstance(value, list):
        return "; ".join(str(_flat(each)) for each in value)
    if isinstance(value, dict):
        return "; ".join(f"{key} {_flat(each)}" for key, each in value.items())
    return value
