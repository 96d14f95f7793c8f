"""The form of `agreements.yaml` and `meetings.yaml`."""

from typing import Any

from toc_treaties.model.agreement import Agreement, AgreementParty, Replaced
from toc_treaties.model.meeting import Meeting
from toc_treaties.model.vocabulary import CrimeScope, Force, Purpose
from toc_treaties.model.when import When
from toc_treaties.store.articles import Article
from toc_treaties.store.common_shapes import EVIDENCE, ISO3, LINE, NAMES, SOURCES
from toc_treaties.store.dates import Date
from toc_treaties.store.instruments_shape import PRECEDENCE, TREATY_ON
from toc_treaties.store.scalars import Choice, TextShape
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
        "since": Field(Date("unknown")),
        "source": Field(SOURCES, "sources"),
        "note": Field(LINE),
    },
)


def _replaced(since: When | str | None = None, **fields: Any) -> Replaced:
    return Replaced(since=None if isinstance(since, str) else since, **fields)


REPLACED = Record(
    _replaced,
    "a replacement",
    {
        "between": Field(Listing(ISO3), required=True),
        "by": Field(TextShape(), required=True),
        "since": Field(Date("unknown"), required=True),
        "seen": Field(Date()),
    },
)


def _agreement(id: str, seen: When | str | None = None, **fields: Any) -> Agreement:
    return Agreement(id, seen=None if isinstance(seen, str) else seen, **fields)


AGREEMENTS = Keyed(
    _agreement,
    "the agreement",
    {
        "title": Field(LINE, required=True),
        "short": Field(TextShape()),
        "kind": Field(Choice("bilateral", "regional", "arrangement"), required=True),
        "purposes": Field(Listing(Choice.of(Purpose)), required=True),
        "force": Field(Choice.of(Force)),
        "scope": Field(Choice.of(CrimeScope)),
        "threshold": Field(TextShape()),
        "articles": Field(Listing(Article())),
        "treaty_on": Field(TREATY_ON),
        "requests_to": Field(Listing(ISO3)),
        "precedence": Field(PRECEDENCE),
        "signed": Field(Date()),
        "approved": Field(Date()),
        "in_force": Field(Date()),
        "until": Field(Date()),
        "seen": Field(Date("undated")),
        "replaced": Field(Listing(REPLACED)),
        "parties": Field(Listing(PARTY)),
        "signatories": Field(Listing(ISO3)),
        **EVIDENCE,
    },
)
MEETINGS = Keyed(
    Meeting,
    "the meeting",
    {
        "name": Field(NAMES, required=True),
        "from": Field(Date(), "begins", required=True),
        "until": Field(Date(), "ends"),
        "series": Field(TextShape()),
        "place": Field(LINE, "where"),
        **EVIDENCE,
    },
)
