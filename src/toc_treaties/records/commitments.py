"""What `commitments` answers, as plain data."""

from collections.abc import Mapping

from toc_treaties.law.gap import part_of
from toc_treaties.model.assessment import Status
from toc_treaties.model.source import Source
from toc_treaties.questions.across import Across, Overview, StatusCounts
from toc_treaties.questions.commitments import CommitmentProgress
from toc_treaties.records import Data, envelope, lines, word, written
from toc_treaties.records.measures import measure_brief
from toc_treaties.records.standings import standing_data, total_data

FIELDS = (
    "as_of", "id", "document", "paragraph", "theme", "kind", "addressee", "measured", "text", *Status, "consented",
    "consented_most", "unconfirmed", "of",
)  # fmt: skip
ACROSS_FIELDS = (
    "as_of", "addressee", "id", "status", "standing", "part", "date", "basis", "measure", "measure_date",
    "measure_status",
)  # fmt: skip
_NO_CONSENTS: Data = {"consented": None, "consented_most": None, "unconfirmed": 0}


def record(answer: Overview) -> Data:
    """Every commitment with its counts by status."""
    return {
        **envelope(answer.as_of, answer.scope),
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
    return total_data(counts.total) if counts.total else {**_NO_CONSENTS, "of": counts.of}


def rows(answer: Overview) -> list[Data]:
    """A line for each commitment."""
    whole = record(answer)
    counts = [{**entry, **entry["counts"], "text": entry["text"]["en"]} for entry in whole["commitments"]]
    return lines({**whole, "commitments": counts}, "commitments", FIELDS)


def progress_data(progress: CommitmentProgress, sources: Mapping[str, Source]) -> Data:
    """One progress: a status, or the standing where the treaty register decides."""
    made = progress.assessment
    shown = made or progress.record
    decided = progress.decided[0][1] if progress.decided else None
    return {
        "id": progress.commitment.id,
        "status": word(progress.status),
        "standing": word(decided.name) if decided else None,
        "part": word(part_of(decided)) if decided else None,
        "date": written(progress.made),
        "basis": word(made.basis) if made else None,
        "source": list(shown.sources) if shown else [],
        "parts": list(made.parts) if made else [],
        "word": made.word if made else None,
        "evidence": [
            {"title": designation.institution, "act": None, "source": list(designation.sources)}
            for designation in progress.designations
        ],
        "measures": [measure_brief(standing) for standing in progress.measures],
        "beside": [
            {"instrument": instrument.id, **standing_data(standing, sources)}
            for instrument, standing in progress.beside
        ],
    }


def across_record(answer: Across) -> Data:
    """One commitment across states and bodies."""
    return {
        **envelope(answer.as_of, answer.scope),
        "commitment": _counts(answer.counts),
        "states": [{"state": row.state.iso3, **progress_data(row.progress, answer.sources)} for row in answer.states],
        "bodies": [{"body": row.body.id, **progress_data(row.progress, answer.sources)} for row in answer.bodies],
    }


def across_rows(answer: Across) -> list[Data]:
    """A line for each state and body."""
    whole = across_record(answer)
    rows = [{"addressee": row.get("state") or row["body"], **row} for row in (*whole["states"], *whole["bodies"])]
    return lines({**whole, "rows": rows}, "rows", ACROSS_FIELDS)
