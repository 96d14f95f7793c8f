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
        "since": Field(Date("where it differs from the agreement's, or: unknown", ("unknown",))),
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
        "between": Field(Listing(ISO3, "the two parties"), required=True),
        "by": Field(TextShape("the id of the agreement that took its place"), required=True),
        "since": Field(
            Date("the first day on which it no longer binds the two, or: unknown", ("unknown",)), required=True
        ),
        "seen": Field(Date("the date of a source that shows it in force, where its first day is unknown")),
    },
)


def _agreement(id: str, seen: When | str | None = None, **fields: Any) -> Agreement:
    return Agreement(id, seen=None if isinstance(seen, str) else seen, **fields)


AGREEMENTS = Keyed(
    _agreement,
    "the agreement",
    {
        "title": Field(LINE, required=True),
        "short": Field(TextShape("the title as pages call it; absent: the whole title")),
        "kind": Field(Choice("bilateral", "regional", "arrangement"), required=True),
        "purposes": Field(Listing(Choice.of(Purpose)), required=True),
        "force": Field(Choice.of(Force)),
        "scope": Field(Choice.of(CrimeScope, "absent: articles and scope not seen")),
        "threshold": Field(TextShape("the shortest penalty, or what else an offence must meet")),
        "articles": Field(Listing(Article())),
        "treaty_on": Field(TREATY_ON),
        "requests_to": Field(Listing(ISO3, "of an arrangement: the states whose law lets them grant a request")),
        "precedence": Field(PRECEDENCE),
        "signed": Field(Date()),
        "approved": Field(Date("the day of an approval, where nothing shows the entry into force")),
        "in_force": Field(Date("the agreement's own entry into force; absent where it was not seen")),
        "until": Field(Date("the first day on which it is no longer in force")),
        "seen": Field(Date("the date of the register that lists it as in force, or: undated", ("undated",))),
        "replaced": Field(Listing(REPLACED, "pairs between which another agreement took its place")),
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
        "series": Field(TextShape("the meetings of one name, as randot")),
        "place": Field(LINE, "where"),
        **EVIDENCE,
    },
)
