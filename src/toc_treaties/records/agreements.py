"""The treaties beside the instruments of the Strategy, as plain data."""

from toc_treaties.questions.agreements import AgreementEntry, Agreements
from toc_treaties.records import Data, codes, envelope, flat, written

FIELDS = (
    "as_of", "agreement", "kind", "title", "purposes", "articles", "parties", "signatories", "signed", "approved",
    "in_force", "until", "seen", "requests_to", "unconfirmed", "source",
)  # fmt: skip


def record(answer: Agreements) -> Data:
    """Each treaty with its parties, and since when each is bound."""
    return {**envelope(answer.as_of), "agreements": [_data(entry) for entry in answer.entries]}


def _data(entry: AgreementEntry) -> Data:
    agreement = entry.agreement
    return {
        "agreement": agreement.id,
        "kind": agreement.kind,
        "title": agreement.title,
        "purposes": list(agreement.purposes),
        "articles": list(agreement.articles),
        "parties": [
            {"state": state.iso3, "since": written(party.since), "source": list(party.sources)}
            for state, party in entry.parties
        ],
        "signatories": codes(entry.signatories),
        "signed": written(agreement.signed),
        "approved": written(agreement.approved),
        "in_force": written(agreement.in_force),
        "until": written(agreement.until),
        "seen": written(agreement.seen),
        "requests_to": codes(entry.requests_to),
        "unconfirmed": agreement.unconfirmed is not None,
        "source": list(agreement.sources),
    }


def rows(answer: Agreements) -> list[Data]:
    """A line for each treaty."""
    return [_row(answer, entry) for entry in answer.entries]


def _row(answer: Agreements, entry: AgreementEntry) -> Data:
    data = flat(_data(entry))
    listed = {key: "; ".join(data[key]) for key in ("purposes", "signatories")}
    return {
        "as_of": answer.as_of.isoformat(),
        **data,
        **listed,
        "parties": "; ".join(codes(state for state, _ in entry.parties)),
    }
