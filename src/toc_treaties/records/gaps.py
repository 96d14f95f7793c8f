"""What `gaps` answers, as plain data."""

from collections.abc import Iterable, Iterator

from toc_treaties.law.gap import Part
from toc_treaties.questions.gaps import Entries, GapEntry, Gaps, total
from toc_treaties.records import envelope
from toc_treaties.records.scope import scope_data
from toc_treaties.records.standings import Data, evidence_data, flat, iso, total_data

FIELDS = BY_INSTRUMENT_FIELDS = (
    "as_of", "state", "part", "instrument", "tier", "standing", "since", "leaving_on", "between", "day_unconfirmed",
    "evidence", "evidence_as_of", "evidence_days", "old", "doubt", "next_step", "parent", "signature_closed",
    "invited", "source",
)  # fmt: skip
LISTS = {"gaps": Part.GAP, "to_verify": Part.TO_VERIFY, "in_doubt": Part.IN_DOUBT}
"""The lists of the record, with the part of the tier that each holds."""


def record(answer: Gaps) -> Data:
    """The gaps and what is to verify, by state."""
    return {
        **envelope(answer.as_of),
        "scope": scope_data(answer.scope),
        "states": [
            {"state": entries[0].state.iso3, "member": entries[0].member, **_lists(entries)}
            for entries in answer.by_state
        ],
    }


def by_instrument_record(answer: Gaps) -> Data:
    """The same by instrument, with the total of each, and the states that are outside it."""
    return {
        **envelope(answer.as_of),
        "scope": scope_data(answer.scope),
        "instruments": [
            {
                "instrument": entries[0].instrument.id,
                "tier": str(entries[0].instrument.tier),
                **total_data(total(entries)),
                **_lists(entries),
                "not_applicable": [entry.state.iso3 for entry in entries.of(Part.NOT_APPLICABLE)],
                "not_open": [entry.state.iso3 for entry in entries.of(Part.NOT_OPEN)],
            }
            for entries in answer.by_instrument
        ],
    }


def _lists(entries: Entries) -> Data:
    lists = {name: entries.of(part) for name, part in LISTS.items()} | {"leaving": entries.leaving}
    return {name: [_data(entry) for entry in listed] for name, listed in lists.items()}


def _data(entry: GapEntry) -> Data:
    step = entry.next_step
    return {
        "state": entry.state.iso3,
        "instrument": entry.instrument.id,
        "tier": str(entry.instrument.tier),
        "standing": str(entry.standing.name),
        "since": iso(entry.standing.since),
        "leaving_on": iso(entry.standing.leaving_on),
        "between": [str(name) for name in entry.standing.between] if entry.standing.between else None,
        "day_unconfirmed": entry.standing.day_marked,
        **evidence_data(entry.standing.evidence),
        "old": entry.old,
        "doubt": entry.doubt.name.lower() if entry.doubt else None,
        "next_step": str(step.step) if step.step else None,
        "parent": step.parent.id if step.parent else None,
        "signature_closed": iso(step.signature_closed),
        "invited": str(step.invited) if step.invited else None,
        "source": list(entry.sources),
    }


def rows(answer: Gaps) -> list[Data]:
    """A line for each gap, each instrument to verify, each that a state is leaving, and each in doubt."""
    return [row for entries in answer.by_state for row in _rows(answer, entries.listed)]


def by_instrument_rows(answer: Gaps) -> list[Data]:
    """A line for each state that has not joined an instrument, whatever the reason."""
    return [
        row
        for entries in answer.by_instrument
        for row in _rows(answer, (entry for entry in entries if entry.part is not Part.CONSENTED or entry.leaving))
    ]


def _rows(answer: Gaps, entries: Iterable[GapEntry]) -> Iterator[Data]:
    for entry in entries:
        part = "leaving" if entry.leaving and entry.part is Part.CONSENTED else entry.part.name.lower()
        yield {"as_of": answer.as_of.isoformat(), "state": entry.state.iso3, "part": part, **flat(_data(entry))}
