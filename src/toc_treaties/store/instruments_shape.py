"""The form of `instruments.yaml` and `depositaries.yaml`."""

from typing import Any

from toc_treaties.model.instrument import (
    Accession,
    Checked,
    Delay,
    Depositary,
    DesignationDue,
    Elected,
    Exit,
    Instrument,
    JoiningPath,
    NotBefore,
    Requires,
    Reservations,
    ServesThrough,
    Serving,
    Signature,
    Tier,
    YieldsTo,
)
from toc_treaties.model.place import Place
from toc_treaties.model.precedence import Precedence
from toc_treaties.model.vocabulary import TREATIES_ON, CrimeScope, Force, Language, Moment, Purpose, Rule
from toc_treaties.store.articles import Article, Clause, LastArticle
from toc_treaties.store.common_shapes import CONFLICT, ISO3, LINE, NAMES, SourceId
from toc_treaties.store.dates import Day, MonthDay
from toc_treaties.store.either import WordOrList
from toc_treaties.store.ids import Address
from toc_treaties.store.nodes import Node, Scalar
from toc_treaties.store.reading import FileReading, Schema, Unreadable
from toc_treaties.store.scalars import Choice, Count, Flag, Reason, TextShape
from toc_treaties.store.shapes import Field, Keyed, Listing, Record, Table

ARTICLE = Field(Clause())
NOTES = {"article": ARTICLE, "unconfirmed": Field(Reason()), "note": Field(LINE)}
SCOPES = tuple(scope for scope in CrimeScope if scope is not CrimeScope.LISTED_OFFENCES)
WAIT = {
    "days": Field(Count()),
    "months": Field(Count()),
    "then": Field(Choice("first-of-month")),
}


class _InDoubt(Table):
    """The states of which a clause does not settle whether they may join, by ISO 3 code, each with the reason."""

    def read_entry(self, key: Scalar, item: Node, reading: FileReading) -> Any:
        """The reason; its key is a state's code."""
        code = ISO3.read(key, reading)
        return code if isinstance(code, Unreadable) else super().read_entry(key, item, reading)


IN_DOUBT = _InDoubt(LINE)

SIGNATURE = Record(
    Signature,
    "the signature window",
    {
        "opened": Field(Day(needed=True), required=True),
        "closed": Field(Day()),
        "by": Field(WordOrList(("all", "oas-members", "american"), ISO3), required=True),
        "in_doubt": Field(IN_DOUBT),
        "definitive": Field(TextShape()),
        "places": Field(LINE),
        **NOTES,
    },
)
ACCESSION = Record(
    Accession,
    "accession",
    {
        "by": Field(
            WordOrList(("all", "american", "invited", "parties-to-parent", "acceded-to-parent"), ISO3),
            required=True,
        ),
        "invited_by": Field(LINE),
        "members_too": Field(Flag()),
        **NOTES,
    },
)
RESERVATIONS = Record(
    Reservations,
    "the clause on reservations",
    {"says": Field(TextShape(), required=True), **NOTES},
)
REQUIRES = Record(
    Requires,
    "the parent instrument",
    {
        "instrument": Field(TextShape(), required=True),
        "of": Field(TextShape()),
        "to_sign": Field(Flag()),
        **NOTES,
    },
)


def _not_before(place: Place, years: int, of: str = "state", article: str | None = None) -> NotBefore:
    del place
    return NotBefore(years, article, of == "instrument")


class _ExitOrNone(Record):
    """How a party leaves, or `none` where the text was read and has no rule."""

    def read(self, node: Node, reading: FileReading) -> Any:
        """The rule on leaving."""
        if isinstance(node, Scalar) and node.text == "none":
            return Exit("denunciation", provided=False, place=reading.place(node))
        return super().read(node, reading)

    def schema(self) -> Schema:
        """The word, or the record."""
        return {"anyOf": [{"const": "none"}, super().schema()]}


EXIT = _ExitOrNone(
    Exit,
    "the exit",
    {
        "word": Field(Choice("denunciation", "withdrawal"), required=True),
        "years": Field(Count()),
        "months": Field(Count()),
        "then": WAIT["then"],
        "notice_by": Field(MonthDay()),
        "ends": Field(MonthDay()),
        "not_before": Field(
            Record(
                _not_before,
                "a shortest time",
                {
                    "years": Field(Count(), required=True),
                    "of": Field(Choice("state", "instrument")),
                    "article": ARTICLE,
                },
            )
        ),
        "later_day": Field(Flag()),
        "with": Field(TextShape(), "along"),
        **NOTES,
    },
)
SERVING = Record(
    Serving,
    "what it serves",
    {
        "articles": Field(Listing(Article()), required=True),
        "rule": Field(Choice.of(Rule)),
        "force": Field(Choice.of(Force)),
        "scope": Field(Choice(*SCOPES, make=CrimeScope)),
        "threshold": Field(TextShape()),
        "excludes": Field(TextShape()),
        "beside_treaty": Field(TextShape()),
        "yields_to": Field(
            Record(
                YieldsTo,
                "a clause",
                {
                    "article": Field(Clause(), required=True),
                    "articles": Field(Listing(Article())),
                    "also": Field(TextShape()),
                },
            )
        ),
        "conforms_to": Field(Listing(Article())),
        "widens": Field(TextShape()),
        "elected": Field(
            Record(
                Elected,
                "an election",
                {
                    "under": Field(Article(), required=True),
                    "default": Field(Flag()),
                    "coastal": Field(Flag()),
                },
            )
        ),
        "turns_on": Field(Article()),
        "of": Field(TextShape()),
        "unconfirmed": NOTES["unconfirmed"],
        "note": NOTES["note"],
    },
)
TREATY_ON = Listing(Choice(*TREATIES_ON, make=Purpose))
PRECEDENCE = Record(
    Precedence,
    "a clause",
    {
        "article": Field(Clause(), required=True),
        "says": Field(LINE, required=True),
        "first": Field(Choice("earlier", "listing", "others")),
        "on": Field(Day()),
        "unconfirmed": NOTES["unconfirmed"],
    },
)
DESIGNATION = Record(
    DesignationDue,
    "a designation",
    {
        "article": Field(Article(), required=True),
        "what": Field(LINE, required=True),
        "due": Field(Flag(), required=True),
        "moment": Field(Choice.of(Moment)),
        "condition": Field(TextShape()),
        "may": Field(Flag()),
        "unconfirmed": NOTES["unconfirmed"],
        "note": NOTES["note"],
    },
)
FIELDS = {
    "tier": Field(Choice.of(Tier), required=True),
    "paragraph": Field(TextShape(), required=True),
    "short": Field(NAMES, required=True),
    "column": Field(TextShape(pattern=".{1,4}", expected="at most four letters"), required=True),
    "title": Field(NAMES, required=True),
    "other_names": Field(Listing(TextShape())),
    "title_unconfirmed": Field(Listing(Choice.of(Language))),
    "adopted": Field(Day(needed=True), required=True),
    "adopted_at": Field(LINE),
    "adopted_by": Field(LINE),
    "signature": Field(SIGNATURE),
    "in_force": Field(Day()),
    "first_parties": Field(LINE),
    "later_parties": Field(Record(Delay, "the wait", {**WAIT, **NOTES})),
    "accession": Field(ACCESSION),
    "reservations": Field(RESERVATIONS),
    "requires": Field(REQUIRES),
    "exit": Field(EXIT),
    "paths": Field(
        Table(
            Record(
                JoiningPath,
                "a path",
                {"name": Field(NAMES, required=True), "in_force": Field(Day()), "note": Field(LINE)},
            )
        )
    ),
    "depositary": Field(TextShape(), required=True),
    "reference": Field(LINE),
    "registration": Field(TextShape()),
    "publication": Field(LINE),
    "status_page": Field(Address()),
    "checked": Field(
        Record(
            Checked,
            "a check",
            {"as_of": Field(Day(needed=True), required=True), "source": Field(SourceId(), required=True)},
        )
    ),
    "text": Field(Listing(SourceId(), one_too=True)),
    "last_article": Field(LastArticle()),
    "serves": Field(Table(Listing(SERVING), keys=tuple(Purpose))),
    "serves_through": Field(
        Record(
            ServesThrough,
            "the parent through which a protocol serves",
            {
                "instrument": Field(TextShape(), required=True),
                "article": Field(Clause(), required=True),
            },
        )
    ),
    "treaty_on": Field(TREATY_ON),
    "precedence": Field(Listing(PRECEDENCE)),
    "designations": Field(Listing(DESIGNATION)),
    "conflict": Field(Listing(CONFLICT)),
    "unconfirmed": Field(Reason()),
    "note": Field(LINE),
}


INSTRUMENTS = Keyed(Instrument, "the instrument", FIELDS)
DEPOSITARIES = Keyed(
    Depositary,
    "the depositary",
    {
        "name": Field(NAMES, required=True),
        "short": Field(NAMES, required=True),
        "site": Field(Address()),
        "publishers": Field(Listing(TextShape())),
    },
)
