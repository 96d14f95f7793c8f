"""What is to be recorded, as a command line says it: the kinds, what each is of, and which options it takes."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum, auto
from typing import TYPE_CHECKING, NamedTuple

from toc_treaties.cli.faults import CommandError
from toc_treaties.edits import entries
from toc_treaties.model.action import Kind, StatementKind
from toc_treaties.model.measure import MeasureKind
from toc_treaties.model.vocabulary import InstitutionRole

if TYPE_CHECKING:
    from toc_treaties.edits.record import FileEdit
    from toc_treaties.edits.rendering import Value
    from toc_treaties.model.register import Register


class Family(StrEnum):
    """Kinds of entries that have the same fields."""

    ACT = auto()
    ABSENCE = auto()
    NO_INFORMATION = auto()
    INVITATION = auto()
    SEEN = auto()
    CONFLICT = auto()
    STATEMENT = auto()
    STATEMENT_END = auto()
    DESIGNATION = auto()
    DESIGNATION_END = auto()
    MEMBERSHIP = auto()
    ASSESSMENT = auto()
    MEASURE = auto()
    SEARCH = auto()


EVIDENCE = frozenset({"source", "unconfirmed", "note"})
TAKES: Mapping[Family, frozenset[str]] = {
    Family.ACT: EVIDENCE
    | {"between", "day_unconfirmed", "in_force", "takes_effect", "effect_from", "via", "ratified_at_home", "gazette"}
    | {"area", "awaits", "depositary_notification", "as_recorded"},
    Family.ABSENCE: EVIDENCE,
    Family.NO_INFORMATION: frozenset({"source", "note", "text"}),
    Family.INVITATION: EVIDENCE | {"until"},
    Family.SEEN: frozenset({"source"}),
    Family.CONFLICT: frozenset({"source", "unconfirmed", "text", "why"}),
    Family.STATEMENT: EVIDENCE | {"text", "articles", "effect", "to", "on", "as_recorded"},
    Family.STATEMENT_END: frozenset({"source", "text"}),
    Family.DESIGNATION: EVIDENCE | {"articles", "institution", "local", "since", "until", "as_recorded"},
    Family.DESIGNATION_END: frozenset({"source", "articles", "institution"}),
    Family.MEMBERSHIP: EVIDENCE,
    Family.ASSESSMENT: frozenset({"source", "note", "status", "basis", "mechanism", "word"}),
    Family.MEASURE: EVIDENCE
    | {"title", "title_english", "number", "provision", "institution", "published", "in_force", "until", "status"}
    | {"shown"},
    Family.SEARCH: frozenset({"note", "where", "looked_for"}),
}
"""The options of each family, by the field that they set."""
NEEDS: Mapping[Family, tuple[str, ...]] = {
    Family.NO_INFORMATION: ("text",),
    Family.INVITATION: ("until",),
    Family.CONFLICT: ("text",),
    Family.STATEMENT: ("text",),
    Family.DESIGNATION: ("institution",),
    Family.ASSESSMENT: ("status", "basis"),
    Family.MEASURE: ("title", "status"),
    Family.SEARCH: ("where",),
}
"""What a family cannot be recorded without."""
ASKS_FOR = {
    Family.DESIGNATION: "Under which instrument, or in which role",
    Family.DESIGNATION_END: "Under which instrument, or in which role",
    Family.MEMBERSHIP: "Which organization",
    Family.ASSESSMENT: "Which commitment",
    Family.MEASURE: "Which topics, with commas",
    Family.SEARCH: "Which topic",
}
MEMBERSHIPS = ("member", "associate", "suspended", "left")
ALSO: Mapping[Family, tuple[str, ...]] = {
    Family.ASSESSMENT: ("catalogue", "bodies", "sources"),
    Family.MEASURE: ("catalogue", "bodies", "topics", "measures", "sources"),
    Family.SEARCH: ("catalogue", "bodies", "topics", "measures", "sources"),
}
"""What is read and judged with the state's file; of all others, the sources alone."""
EVENTS = frozenset({MeasureKind.REVIEW, MeasureKind.TRAINING, MeasureKind.QUESTIONNAIRE})


def _kinds() -> Iterator[tuple[str, Family]]:
    yield from ((kind.replace("_", "-"), Family.ACT) for kind in Kind)
    yield "none-seen", Family.ABSENCE
    yield "no-information", Family.NO_INFORMATION
    yield "invitation", Family.INVITATION
    yield "seen", Family.SEEN
    yield "conflict", Family.CONFLICT
    yield from ((kind, Family.STATEMENT) for kind in StatementKind)
    yield from ((f"{kind}-withdrawal", Family.STATEMENT_END) for kind in StatementKind)
    yield "designation", Family.DESIGNATION
    yield "designation-end", Family.DESIGNATION_END
    yield from ((kind, Family.MEMBERSHIP) for kind in MEMBERSHIPS)
    yield "assessment", Family.ASSESSMENT
    yield from ((kind, Family.MEASURE) for kind in MeasureKind)
    yield "search", Family.SEARCH


KINDS: Mapping[str, Family] = dict(_kinds())
"""Every kind of entry by its word on the command line."""
LEFT_OUT = ("unknown", "undated", "-")
"""What is written for a day that is not recorded, where an entry needs none."""


class Request(NamedTuple):
    """One entry to be recorded, its names found; `fields` are those of the files, `sources` ids, newest last."""

    slug: str
    what: str
    kind: str
    day: str
    fields: "Mapping[str, Value]"
    sources: tuple[str, ...] = ()

    @property
    def family(self) -> Family:
        """What kind of entry it is."""
        return KINDS[self.kind]

    @property
    def beside(self) -> bool:
        """Whether its sources stand in the state's file of measures."""
        return self.family in {Family.MEASURE, Family.SEARCH}


def kind_named(argument: str) -> str:
    """The kind that an argument names, with hyphens or without."""
    from toc_treaties.cli.spelling import word_named

    return word_named("kind of entry", argument.replace("_", "-"), KINDS, {})


def also(kind: str) -> tuple[str, ...]:
    """What is read and judged with the state's file to record an entry of a kind."""
    return ALSO.get(KINDS[kind], ("sources",))


def asks_for(kind: str) -> str:
    """What is asked for that an entry of a kind is of."""
    return ASKS_FOR.get(KINDS[kind], "Which instrument")


def what_named(register: "Register", kind: str, argument: str) -> str:
    """What an entry of a kind is of: an instrument, a role, an organization, a commitment, topics."""
    from toc_treaties.cli import spelling
    from toc_treaties.words.phrases import GROUPING, ROLE

    family = KINDS[kind]
    if family is Family.MEMBERSHIP:
        return spelling.word_named("organization", argument, GROUPING, GROUPING)
    if family is Family.ASSESSMENT:
        return spelling.commitment_named(register, argument).id
    if family in {Family.MEASURE, Family.SEARCH}:
        named = [spelling.topic_named(register.topics, topic).id for topic in argument.split(",")]
        rank = [*register.topics]
        return ",".join(sorted(named, key=rank.index))
    if family in {Family.DESIGNATION, Family.DESIGNATION_END} and argument in [*InstitutionRole, *ROLE.values()]:
        return spelling.word_named("role", argument, InstitutionRole, ROLE)
    return spelling.instrument_named(register, argument).id


def refuse_strange(kind: str, given: "Mapping[str, Value]", flags: Mapping[str, str]) -> None:
    """Refuse an option that an entry of a kind does not have."""
    strange = [field for field in given if field not in TAKES[KINDS[kind]]]
    if strange:
        taken = ", ".join(flags[field] for field in flags if field in TAKES[KINDS[kind]])
        raise CommandError(f"{flags[strange[0]]} is not of an entry of the kind {kind}, which takes {taken}")


class Given(NamedTuple):
    """A request with what its edits are made from."""

    request: Request
    register: "Register"
    content: bytes
    fields: "dict[str, Value]"
    text: str
    on: str

    def dated(self, field: str) -> "dict[str, Value]":
        """The day of the request under a field, where one is recorded, and the other fields."""
        day = self.request.day
        return {**({} if day in LEFT_OUT else {field: day}), **self.fields}


def edits_of(request: Request, register: "Register", content: bytes) -> "list[FileEdit]":
    """The edits that record an entry; `content` is that of the state's file."""
    fields = dict(request.fields)
    text, on = str(fields.pop("text", "")), str(fields.pop("on", ""))
    if request.sources:
        fields["source"] = request.sources
    return EDITS[request.family](Given(request, register, content, fields, text, on))


def _treaty_entry(given: Given) -> "list[FileEdit]":
    slug, what, kind, day, *_ = given.request
    return [entries.treaty_entry(given.register, slug, what, kind.replace("-", "_"), day, given.fields)]


def _no_information(given: Given) -> "list[FileEdit]":
    slug, what, *_ = given.request
    fields = given.dated("since")
    return [entries.treaty_entry(given.register, slug, what, "no_information", given.text, fields)]


def _seen(given: Given) -> "list[FileEdit]":
    slug, what, _, day, _, sources = given.request
    return entries.seen_again(slug, given.content, what, day, sources)


def _conflict(given: Given) -> "list[FileEdit]":
    slug, what, _, day, *_ = given.request
    return [entries.conflict(slug, given.content, what, day, {"says": given.text, **given.fields})]


def _statement(given: Given) -> "list[FileEdit]":
    slug, what, kind, day, *_ = given.request
    fields = given.fields if day == given.on else given.dated("date")
    return [entries.statement(slug, given.content, what, kind, given.text, fields, given.on or None)]


def _statement_end(given: Given) -> "list[FileEdit]":
    slug, what, kind, day, _, sources = given.request
    of = kind.removesuffix("-withdrawal")
    return entries.withdrawn_statement(slug, given.content, what, of, day, sources, given.text or None)


def _designation(given: Given) -> "list[FileEdit]":
    slug, what, *_ = given.request
    under = _under(what, given.fields)
    day = "notified" if "role" in under else "since"
    return [entries.designation(given.register, slug, {**under, **given.dated(day)})]


def _designation_end(given: Given) -> "list[FileEdit]":
    slug, what, _, day, _, sources = given.request
    under = {**_under(what, given.fields), "institution": given.fields.get("institution", "")}
    return entries.ended_designation(slug, given.content, under, day, sources)


def _membership(given: Given) -> "list[FileEdit]":
    slug, what, kind, day, *_ = given.request
    return entries.membership(slug, given.content, what, kind, day, given.fields)


def _assessment(given: Given) -> "list[FileEdit]":
    slug, what, _, day, *_ = given.request
    return [entries.assessment(given.register, slug, {"commitment": what, "date": day, **given.fields})]


def _measure(given: Given) -> "list[FileEdit]":
    slug, what, kind, *_ = given.request
    done = given.dated("held" if kind in EVENTS else "adopted")
    return [entries.measure(given.register, slug, {"kind": kind, "topics": tuple(what.split(",")), **done})]


def _search(given: Given) -> "list[FileEdit]":
    slug, what, _, day, *_ = given.request
    looked_for = given.fields.pop("looked_for", "")
    return [entries.search(given.register, slug, {"topic": what, "date": day, "kind": looked_for, **given.fields})]


EDITS: "Mapping[Family, Callable[[Given], list[FileEdit]]]" = {
    Family.ACT: _treaty_entry,
    Family.ABSENCE: _treaty_entry,
    Family.INVITATION: _treaty_entry,
    Family.NO_INFORMATION: _no_information,
    Family.SEEN: _seen,
    Family.CONFLICT: _conflict,
    Family.STATEMENT: _statement,
    Family.STATEMENT_END: _statement_end,
    Family.DESIGNATION: _designation,
    Family.DESIGNATION_END: _designation_end,
    Family.MEMBERSHIP: _membership,
    Family.ASSESSMENT: _assessment,
    Family.MEASURE: _measure,
    Family.SEARCH: _search,
}


def _under(what: str, fields: "dict[str, Value]") -> "dict[str, Value]":
    """What a designation is under: an article of an instrument, or a role."""
    articles = fields.pop("articles", ())
    if what in {*InstitutionRole}:
        return {"role": what}
    if len(articles) != 1:
        raise CommandError("name the one article of the designation with --article")
    return {"instrument": what, "article": articles[0] if isinstance(articles, tuple) else articles}
