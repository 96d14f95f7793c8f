"""What `gaps` answers, as plain data."""

from collections.abc import Iterable, Iterator

from toc_treaties.law.gap import Part
from toc_treaties.questions.gaps import Entries, GapEntry, Gaps, total
from toc_treaties.records import Data, codes, envelope, flat, iso, word
from toc_treaties.records.standings import evidence_data, total_data

FIELDS = (
    "as_of", "state", "part", "instrument", "tier", "standing", "since", "leaving_on", "between", "day_unconfirmed",
    "evidence", "evidence_as_of", "evidence_days", "old", "doubt", "next_step", "parent", "signature_closed",
    "invited", "source",
)  # fmt: skip
LISTS = {"gaps": Part.GAP, "to_verify": Part.TO_VERIFY, "in_doubt": Part.IN_DOUBT}
"""The lists of the record, with the part of the tier that each holds."""


def record(answer: Gaps) -> Data:
    """The gaps and what is to verify, by state."""
    return {
        **envelope(answer.as_of, answer.scope),
        "states": [
            {"state": entries.first.state.iso3, "member": entries.first.member, **_lists(entries)}
            for entries in answer.by_state
        ],
    }


def by_instrument_record(answer: Gaps) -> Data:
    """The same by instrument, with the total of each, and the states that are outside it."""
    return {
        **envelope(answer.as_of, answer.scope),
        "instruments": [
            {
                "instrument": entries.first.instrument.id,
                "tier": word(entries.first.instrument.tier),
                **total_data(total(entries)),
                **_lists(entries),
                "not_applicable": codes(entry.state for entry in entries.of(Part.NOT_APPLICABLE)),
                "not_open": codes(entry.state for entry in entries.of(Part.NOT_OPEN)),
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
        "tier": word(entry.instrument.tier),
        "standing": word(entry.standing.name),
        "since": iso(entry.standing.since),
        "leaving_on": iso(entry.standing.leaving_on),
        "between": [str(name) for name in entry.standing.between] if entry.standing.between else None,
        "day_unconfirmed": entry.standing.day_marked,
        **evidence_data(entry.standing.evidence),
        "old": entry.old,
        "doubt": word(entry.doubt),
        "next_step": word(step.step),
        "parent": step.parent.id if step.parent else None,
        "signature_closed": iso(step.signature_closed),
        "invited": word(step.invited),
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
        part = "leaving" if entry.leaving and entry.part is Part.CONSENTED else word(entry.part)
        yield {"as_of": answer.as_of.isoformat(), "state": entry.state.iso3, "part": part, **flat(_data(entry))}
