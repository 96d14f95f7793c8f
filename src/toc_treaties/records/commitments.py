"""What `commitments` answers, as plain data."""

from toc_treaties.law.gap import part_of
from toc_treaties.law.tally import Tally
from toc_treaties.model.assessment import Status
from toc_treaties.questions.across import Across, Overview, StatusCounts
from toc_treaties.questions.commitments import CommitmentProgress
from toc_treaties.records import envelope
from toc_treaties.records.scope import scope_data
from toc_treaties.records.standings import Data, standing_data, total_data

FIELDS = (
    "as_of", "id", "document", "paragraph", "theme", "kind", "addressee", "measured", "text", *Status, "consented",
    "consented_most", "unconfirmed", "of",
)  # fmt: skip
ACROSS_FIELDS = ("as_of", "addressee", "id", "status", "standing", "part", "date", "basis")
_NO_CONSENTS: Data = {"consented": None, "consented_most": None}


def record(answer: Overview) -> Data:
    """Every commitment with its counts by status."""
    return {
        **envelope(answer.as_of),
        "scope": scope_data(answer.scope),
        "commitments": [_counts(counts) for counts in answer.counts],
    }


def _counts(counts: StatusCounts) -> Data:
    commitment = counts.commitment
    return {
        "id": commitment.id,
        "document": commitment.document,
        "paragraph": commitment.paragraph,
        "addressee": list(commitment.addressee),
        "theme": commitment.theme,
        "kind": commitment.kind,
        "measured": list(commitment.measured),
        "text": dict(commitment.text),
        "same_as": list(commitment.same_as),
        "counts": {str(status): number for status, number in counts.by_status.items()},
        **_total(counts),
    }


def _total(counts: StatusCounts) -> Data:
    """The total of those that consented, where the treaty register decides."""
    return total_data(counts.total) if counts.total else {**total_data(Tally(0, 0, 0, counts.of)), **_NO_CONSENTS}


def rows(answer: Overview) -> list[Data]:
    """A line for each commitment."""
    return [
        {
            "as_of": answer.as_of.isoformat(),
            **{key: getattr(counts.commitment, key) for key in ("id", "document", "paragraph", "theme", "kind")},
            "addressee": "; ".join(counts.commitment.addressee),
            "measured": "; ".join(counts.commitment.measured),
            "text": counts.commitment.text["en"],
            **{str(status): number for status, number in counts.by_status.items()},
            **_total(counts),
        }
        for counts in answer.counts
    ]


def progress_data(progress: CommitmentProgress, sources: Data) -> Data:
    """One progress: a status, or the standing where the treaty register decides."""
    made = progress.assessment
    shown = made or progress.record
    decided = progress.decided[0][1] if progress.decided else None
    return {
        "id": progress.commitment.id,
        "status": str(progress.status) if progress.status else None,
        "standing": str(decided.name) if decided else None,
        "part": part_of(decided).name.lower() if decided else None,
        "date": progress.made.text if progress.made else None,
        "basis": str(made.basis) if made else None,
        "source": list(shown.sources) if shown else [],
        "parts": list(made.parts) if made else [],
        "word": made.word if made else None,
        "evidence": [
            *({"title": plan.title, "act": plan.act, "source": list(plan.sources)} for plan in progress.strategies),
            *({"title": law.title, "act": law.citation, "source": list(law.sources)} for law in progress.laws),
            *(
                {"title": designation.institution, "act": None, "source": list(designation.sources)}
                for designation in progress.designations
            ),
        ],
        "beside": [
            {"instrument": instrument.id, **standing_data(standing, sources)}
            for instrument, standing in progress.beside
        ],
    }


def across_record(answer: Across) -> Data:
    """One commitment across states and bodies."""
    sources = dict(answer.sources)
    return {
        **envelope(answer.as_of),
        "scope": scope_data(answer.scope),
        "commitment": _counts(answer.counts),
        "states": [{"state": row.state.iso3, **progress_data(row.progress, sources)} for row in answer.states],
        "bodies": [{"body": row.body.id, **progress_data(row.progress, sources)} for row in answer.bodies],
    }


def across_rows(answer: Across) -> list[Data]:
    """A line for each state and body."""
    found = across_record(answer)
    keys = ("id", "status", "standing", "part", "date", "basis")
    return [
        {"as_of": found["as_of"], "addressee": row.get("state") or row.get("body"), **{key: row[key] for key in keys}}
        for row in (*found["states"], *found["bodies"])
    ]
