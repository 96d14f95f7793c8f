"""The form of `agreements.yaml` and `meetings.yaml`."""

from typing import Any

from toc_treaties.model.agreement import Agreement, AgreementParty
from toc_treaties.model.meeting import Meeting
from toc_treaties.model.when import When
from toc_treaties.store.common_shapes import EVIDENCE, ISO3, LINE, NAMES, SOURCES
from toc_treaties.store.dates import Date
from toc_treaties.store.instruments_shape import FORCES, PURPOSES, SCOPES
from toc_treaties.store.leaves import Choice, Text
from toc_treaties.store.shapes import Field, Keyed, Listing, Record


def _party(since: When | str | None = None, **fields: Any) -> AgreementParty:
    if isinstance(since, str):
        return AgreementParty(unknown=True, **fields)
    return AgreementParty(since=since, **fields)


PARTY = Record(
    _party,
    "a party",
    {
        "state": Field(ISO3, required=True),
        "since": Field(Date("where it differs from the agreement's, or: unknown", ("unknown",))),
        "source": Field(SOURCES, "sources"),
        "note": Field(LINE),
    },
)


def _agreement(id: str, seen: When | str | None = None, **fields: Any) -> Agreement:
    return Agreement(id, seen=None if isinstance(seen, str) else seen, **fields)


AGREEMENTS = Keyed(
    _agreement,
    "the agreement",
    {
        "title": Field(LINE, required=True),
        "kind": Field(Choice("bilateral", "regional"), required=True),
        "purposes": Field(Listing(Choice(*PURPOSES)), required=True),
        "force": Field(Choice(*FORCES)),
        "scope": Field(Choice(*SCOPES)),
        "articles": Field(Listing(Text())),
        "signed": Field(Date()),
        "in_force": Field(Date("the agreement's own entry into force; absent where it was not seen")),
        "until": Field(Date("the first day on which it is no longer in force")),
        "seen": Field(Date("the date of the register that lists it as in force, or: undated", ("undated",))),
        "parties": Field(Listing(PARTY, "the states it binds")),
        "signatories": Field(Listing(ISO3, "states that signed and were not seen to be bound")),
        **EVIDENCE,
    },
)
MEETINGS = Keyed(
    Meeting,
    "the meeting",
    {
        "name": Field(NAMES, required=True),
        "from": Field(Date("its first day"), "begins", required=True),
        "until": Field(Date("its last day"), "ends"),
        "place": Field(LINE, "where"),
        "source": Field(SOURCES, "sources"),
        "note": Field(LINE),
    },
)
