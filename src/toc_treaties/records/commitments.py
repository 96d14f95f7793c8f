"""What `commitments` answers, as plain data."""

from toc_treaties.law.gap import part_of
from toc_treaties.law.tally import Tally
from toc_treaties.model.assessment import Status
from toc_treaties.questions.commitments import Across, CommitmentProgress, Overview, StatusCounts
from toc_treaties.records import envelope
from toc_treaties.records.standings import Data, standing_data, total_data

FIELDS = (
    "as_of", "id", "document", "paragraph", "theme", "kind", "addressee", "text", *Status, "consented",
    "consented_most", "unconfirmed", "of",
)  # fmt: skip
ACROSS_FIELDS = ("as_of", "addressee", "id", "status", "standing", "part", "date", "basis")


def record(answer: Overview) -> Data:
    """Every commitment with its counts by status."""
    return {
        **envelope(answer.as_of),
        "commitments": [_counts_data(one) for one in answer.counts],
    }


def _counts_data(one: StatusCounts) -> Data:
    commitment = one.commitment
    return {
        "id": commitment.id,
        "document": commitment.document,
        "paragraph": commitment.paragraph,
        "addressee": list(commitment.addressee),
        "theme": commitment.theme,
        "kind": commitment.kind,
        "text": dict(commitment.text),
        "same_as": list(commitment.same_as),
        "counts": {str(status): number for status, number in one.by_status.items()},
        **_total_data(one),
    }


def _total_data(one: StatusCounts) -> Data:
    """The total of those that consented, where the treaty register decides."""
    return total_data(one.total) if one.total else {**total_data(Tally(0, 0, 0, one.of)), **_NO_CONSENTS}


_NO_CONSENTS: Data = {"consented": None, "consented_most": None}


def progress_data(one: CommitmentProgress, sources: Data) -> Data:
    """One progress: a status, or the standing where the treaty register decides."""
    made = one.assessment
    shown = made or one.record
    return {
        "id": one.commitment.id,
        "status": str(one.status) if one.status else None,
        "standing": str(one.decided[0][1].name) if one.decided else None,
        "part": part_of(one.decided[0][1]).name.lower() if one.decided else None,
        "date": one.made.text if one.made else None,
        "basis": str(made.basis) if made else None,
        "source": list(shown.sources) if shown else [],
        "parts": list(made.parts) if made else [],
        "word": made.word if made else None,
        "evidence": [
            *({"title": plan.title, "source": list(plan.sources)} for plan in one.strategies),
            *({"title": law.title, "source": list(law.sources)} for law in one.laws),
            *({"title": named.institution, "source": list(named.sources)} for named in one.designations),
        ],
        "beside": [{"instrument": id.id, **standing_data(now, sources)} for id, now in one.beside],
    }


def rows(answer: Overview) -> list[Data]:
    """A line for each commitment."""
    return [
        {
            "as_of": answer.as_of.isoformat(),
            **{key: one.commitment._asdict()[key] for key in ("id", "document", "paragraph", "theme", "kind")},
            "addressee": "; ".join(one.commitment.addressee),
            "text": one.commitment.text["en"],
            **{str(status): number for status, number in one.by_status.items()},
            **_total_data(one),
        }
        for one in answer.counts
    ]


def across_record(answer: Across) -> Data:
    """One commitment across states and bodies."""
    sources = dict(answer.sources)
    return {
        **envelope(answer.as_of),
        "commitment": _counts_data(answer.counts),
        "states": [{"state": row.state.iso3, **progress_data(row.progress[0], sources)} for row in answer.states],
        "bodies": [{"body": row.body.id, **progress_data(row.progress[0], sources)} for row in answer.bodies],
    }


def across_rows(answer: Across) -> list[Data]:
    """A line for each state and body."""
    whole = across_record(answer)
    keys = ("id", "status", "standing", "part", "date", "basis")
    rows = [{"addressee": one["state"], **{key: one[key] for key in keys}} for one in whole["states"]]
    rows += [{"addressee": one["body"], **{key: one[key] for key in keys}} for one in whole["bodies"]]
    return [{"as_of": whole["as_of"], **row} for row in rows]
