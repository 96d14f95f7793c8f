"""The treaties beside the instruments of the Strategy, as plain data."""

from toc_treaties.questions.agreements import AgreementEntry, Agreements
from toc_treaties.records import Data, codes, envelope, lines, written

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
    whole = record(answer)
    treaties = [
        {**entry, "parties": "; ".join(party["state"] for party in entry["parties"])} for entry in whole["agreements"]
    ]
    return lines({**whole, "agreements": treaties}, "agreements", FIELDS)
