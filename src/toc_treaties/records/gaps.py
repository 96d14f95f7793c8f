"""What `gaps` answers, as plain data."""

from collections.abc import Iterator
from datetime import date

from toc_treaties.law.gap import Part, is_old
from toc_treaties.questions.gaps import GapEntry, Gaps, TierGaps
from toc_treaties.records import envelope
from toc_treaties.records.scope import scope_data
from toc_treaties.records.standings import Data, evidence_data, flat, iso

FIELDS = (
    "as_of", "state", "part", "instrument", "tier", "standing", "since", "leaving_on", "between", "day_unconfirmed",
    "evidence", "evidence_as_of", "evidence_days", "old", "doubt", "next_step",
)  # fmt: skip


def record(answer: Gaps) -> Data:
    """The gaps and what is to verify, by state."""
    return {
        **envelope(answer.as_of),
        "scope": scope_data(answer.scope),
        "states": [
            {
                "state": one.state.iso3,
                "member": one.member,
                "gaps": [_data(entry, answer.as_of) for tier in one.tiers for entry in tier.of(Part.GAP)],
                "to_verify": [_data(entry, answer.as_of) for tier in one.tiers for entry in tier.of(Part.TO_VERIFY)],
                "leaving": [_data(entry, answer.as_of) for tier in one.tiers for entry in tier.leaving],
                "in_doubt": [_data(entry, answer.as_of) for tier in one.tiers for entry in tier.of(Part.IN_DOUBT)],
            }
            for one in answer.states
        ],
    }


def _data(entry: GapEntry, as_of: date) -> Data:
    return {
        "instrument": entry.instrument.id,
        "tier": str(entry.instrument.tier),
        "standing": str(entry.standing.name),
        "since": iso(entry.standing.since),
        "leaving_on": iso(entry.standing.leaving_on),
        "between": [str(name) for name in entry.standing.between] if entry.standing.between else None,
        "day_unconfirmed": entry.standing.day_marked,
        **evidence_data(entry.standing.evidence),
        "old": is_old(entry.standing, as_of),
        "doubt": entry.doubt.name.lower() if entry.doubt else None,
        "next_step": str(entry.next_step.step) if entry.next_step.step else None,
    }


def rows(answer: Gaps) -> list[Data]:
    """A line for each gap, each instrument to verify, each that it is leaving, and each in doubt."""
    return [
        {
            "as_of": answer.as_of.isoformat(),
            "state": one.state.iso3,
            "part": part,
            **flat(_data(entry, answer.as_of)),
        }
        for one in answer.states
        for tier in one.tiers
        for part, entries in _parts(tier)
        for entry in entries
    ]


def _parts(tier: TierGaps) -> Iterator[tuple[str, tuple[GapEntry, ...]]]:
    """The lists of a tier, in the order of the page."""
    yield "gap", tier.of(Part.GAP)
    yield "to_verify", tier.of(Part.TO_VERIFY)
    yield "leaving", tuple(entry for entry in tier.leaving if entry.part is Part.CONSENTED)
    yield "in_doubt", tier.of(Part.IN_DOUBT)
