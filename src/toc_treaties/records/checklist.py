"""What `checklist` answers, as plain data: that of `state`, and the commitments."""

from toc_treaties.model.vocabulary import Listed
from toc_treaties.questions.checklist import StateChecklist
from toc_treaties.records import Data, profile
from toc_treaties.records.commitments import progress_data

FIELDS, LISTED = profile.FIELDS, profile.LISTED
COMMITMENTS_FIELDS = (
    "as_of", "state", "id", "status", "standing", "part", "date", "basis", "measure", "measure_date", "measure_status",
)  # fmt: skip
COMMITMENTS_LISTED = "commitments"


def record(answer: StateChecklist) -> Data:
    """Every instrument as in `state`, and every commitment addressed to member states; or one of the two lists."""
    data = profile.record(answer.profile)
    if Listed.INSTRUMENTS not in answer.listed:
        del data["instruments"]
    if Listed.COMMITMENTS in answer.listed:
        data["commitments"] = [progress_data(progress, answer.known) for progress in answer.progress]
    return data
