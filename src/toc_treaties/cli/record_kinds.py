"""The kinds of entries that `record` takes: what each is of, which options it has, and what it needs."""

from collections.abc import Iterator, Mapping
from enum import StrEnum, auto
from typing import TYPE_CHECKING

from toc_treaties.cli.faults import CommandError, UnknownChoiceError
from toc_treaties.cli.record_options import FLAGS
from toc_treaties.model.action import Kind, StatementKind
from toc_treaties.model.measure import MeasureKind
from toc_treaties.model.vocabulary import InstitutionRole

if TYPE_CHECKING:
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
    CONDITION = auto()
    MEMBERSHIP = auto()
    PARTICIPATION = auto()
    PARTICIPATION_END = auto()
    ASSESSMENT = auto()
    CONTRIBUTION = auto()
    MEASURE = auto()
    MEASURE_END = auto()
    MEASURE_CONFLICT = auto()
    SEARCH = auto()


EVIDENCE = frozenset({"source", "unconfirmed", "note"})
TAKES: Mapping[Family, frozenset[str]] = {
    Family.ACT: EVIDENCE
    | {"between", "day_unconfirmed", "in_force", "takes_effect", "effect_from", "via", "ratified_at_home", "gazette"}
    | {"area", "awaits", "depositary_notification", "as_recorded", "in_force_seen", "route"},
    Family.ABSENCE: EVIDENCE,
    Family.NO_INFORMATION: frozenset({"source", "note", "text"}),
    Family.INVITATION: EVIDENCE | {"until"},
    Family.SEEN: frozenset({"source", "day_unconfirmed", "in_force", "in_force_seen", "note"})
    | {"depositary_notification"},
    Family.CONFLICT: frozenset({"source", "unconfirmed", "text", "why"}),
    Family.STATEMENT: EVIDENCE | {"text", "articles", "effect", "to", "on", "as_recorded"},
    Family.STATEMENT_END: frozenset({"source", "text"}),
    Family.DESIGNATION: EVIDENCE | {"articles", "institution", "local", "since", "until", "as_recorded"},
    Family.DESIGNATION_END: frozenset({"source", "articles", "institution"}),
    Family.CONDITION: frozenset({"source", "note", "articles"}),
    Family.MEMBERSHIP: EVIDENCE | {"until"},
    Family.PARTICIPATION: EVIDENCE | {"until", "readings"},
    Family.PARTICIPATION_END: frozenset({"source"}),
    Family.ASSESSMENT: frozenset({"source", "note", "status", "basis", "mechanism", "word", "parts"}),
    Family.CONTRIBUTION: frozenset({"source", "note", "amount"}),
    Family.MEASURE: EVIDENCE
    | {"title", "title_english", "number", "provision", "institution", "published", "in_force", "until", "status"}
    | {"shown", "due", "also", "replaced_by"},
    Family.MEASURE_END: frozenset({"source", "title", "number", "status", "replaced_by", "on"}),
    Family.MEASURE_CONFLICT: frozenset({"source", "unconfirmed", "title", "number", "text", "why", "on"}),
    Family.SEARCH: frozenset({"note", "where", "looked_for"}),
}
"""The options of each family, by the field that they set."""
NEEDS: Mapping[Family, tuple[str, ...]] = {
    Family.NO_INFORMATION: ("text",),
    Family.INVITATION: ("until",),
    Family.CONFLICT: ("text",),
    Family.STATEMENT: ("text",),
    Family.DESIGNATION: ("institution",),
    Family.CONDITION: ("articles",),
    Family.ASSESSMENT: ("status", "basis"),
    Family.MEASURE: ("title", "status"),
    Family.MEASURE_END: ("status",),
    Family.MEASURE_CONFLICT: ("text",),
    Family.SEARCH: ("where",),
}
"""What a family cannot be recorded without."""
ASKS_FOR = {
    Family.DESIGNATION: "Under which instrument, or in which role",
    Family.DESIGNATION_END: "Under which instrument, or in which role",
    Family.MEMBERSHIP: "Which organization",
    Family.PARTICIPATION: "Which organization",
    Family.PARTICIPATION_END: "Which organization",
    Family.ASSESSMENT: "Which commitment",
    Family.CONTRIBUTION: "To whom it was paid",
    Family.MEASURE: "Which topics, with commas",
    Family.MEASURE_END: "Which topics, with commas",
    Family.MEASURE_CONFLICT: "Which topics, with commas",
    Family.SEARCH: "Which topic",
}
AT_HOME = (Family.MEASURE, Family.MEASURE_END, Family.MEASURE_CONFLICT, Family.SEARCH)
"""What stands in the state's file of measures."""
SHOWN = frozenset(
    {Family.SEEN, Family.STATEMENT_END, Family.DESIGNATION_END, Family.PARTICIPATION_END, Family.MEASURE_END}
)
"""What is said of an entry that is on record, which a source must show."""
LIMITS = {"no-participation": "none", "contested-participation": "contested"}
"""How a member takes less than full part in its organization, by the word of the command."""
MEMBERSHIPS = ("member", "associate", "suspended", "left")
ALSO: Mapping[Family, tuple[str, ...]] = {
    Family.ASSESSMENT: ("catalogue", "bodies", "sources"),
    Family.CONTRIBUTION: ("catalogue", "bodies", "sources"),
    **dict.fromkeys(AT_HOME, ("catalogue", "bodies", "topics", "measures", "sources")),
}
"""What is read and judged with the state's file; of all others, the sources alone."""


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
    yield "condition", Family.CONDITION
    yield from ((kind, Family.MEMBERSHIP) for kind in MEMBERSHIPS)
    yield from ((kind, Family.PARTICIPATION) for kind in LIMITS)
    yield "participation-end", Family.PARTICIPATION_END
    yield "assessment", Family.ASSESSMENT
    yield "contribution", Family.CONTRIBUTION
    yield from ((kind, Family.MEASURE) for kind in MeasureKind)
    yield "measure-end", Family.MEASURE_END
    yield "measure-conflict", Family.MEASURE_CONFLICT
    yield "search", Family.SEARCH


KINDS: Mapping[str, Family] = dict(_kinds())
"""Every kind of entry by its word on the command line."""
LEFT_OUT = ("unknown", "undated", "-")
"""What is written for a day that is not recorded, where an entry needs none."""


IN_ITS_NOTE = (
    "no entry of its own: note it at the act that it ends, with record STATE INSTRUMENT seen DAY-OF-THE-ACT "
    "--source ID --note TEXT"
)
UNTIL_BY_HAND = "no entry of its own: an invitation that was withdrawn ends on that day, written as until by hand"
NO_ENTRY: Mapping[str, str] = {
    **dict.fromkeys(("suspension-end", "suspension-withdrawal", "resumption", "suspension-lifted"), IN_ITS_NOTE),
    **dict.fromkeys(("provisional-application-end", "provisional-application-withdrawal"), IN_ITS_NOTE),
    **dict.fromkeys(("no-intention-withdrawal", "no-intention-end"), IN_ITS_NOTE),
    **dict.fromkeys(("invitation-withdrawal", "invitation-withdrawn", "invitation-end"), UNTIL_BY_HAND),
    **dict.fromkeys(
        ("invitation-declined", "invitation-refused"),
        "no entry of its own: the invitation stands until its last day; note it there by hand",
    ),
    "condition-end": "no entry of its own: note the end at the condition by hand, in the state's file",
}
"""What has no entry in the files, and where it goes instead."""


def is_kind(argument: str) -> bool:
    """Whether an argument is the word of a kind, with hyphens or without."""
    return argument.replace("_", "-").lower() in KINDS


def kind_named(argument: str) -> str:
    """The kind that an argument names, with hyphens or without."""
    from toc_treaties.cli.spelling import word_named
    from toc_treaties.store.nearness import SAID_AS, WITHDRAWN

    word = argument.strip().casefold()
    if word in {"return", "returns", "figure", "figures"}:
        raise CommandError("the figures of a year are recorded with toc-treaties returns import")
    if word in {"withdrawal", "withdraw", "withdrew", "withdrawn"}:
        raise CommandError(f"there is no kind of entry {argument!r} alone: {WITHDRAWN.replace('_', '-')}")
    if (why := NO_ENTRY.get(word.replace("_", "-").replace(" ", "-"))) is not None:
        raise CommandError(f"{argument} has {why}")
    meant = SAID_AS.get(word.replace("-", "_").replace(" ", "_"))
    if meant is not None and not is_kind(word):
        raise UnknownChoiceError("kind of entry", argument, KINDS, [meant.replace("_", "-")])
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
    from toc_treaties.model.names import plain
    from toc_treaties.words.phrases import GROUPING, ROLE

    family = KINDS[kind]
    if family is Family.CONTRIBUTION:
        return argument
    if family in {Family.MEMBERSHIP, Family.PARTICIPATION, Family.PARTICIPATION_END}:
        return spelling.word_named("organization", argument, GROUPING, GROUPING)
    if family is Family.ASSESSMENT:
        return spelling.commitment_named(register, argument).id
    if family in AT_HOME:
        named = [spelling.topic_named(register.topics, topic).id for topic in argument.split(",")]
        rank = [*register.topics]
        return ",".join(sorted(named, key=rank.index))
    roles = {plain(word) for word in (*InstitutionRole, *ROLE.values())}
    if family in {Family.DESIGNATION, Family.DESIGNATION_END} and plain(argument) in roles:
        return str(spelling.word_named("role", argument, InstitutionRole, ROLE))
    return spelling.instrument_named(register, argument).id


def flags_of(kind: str) -> dict[str, str]:
    """The options that an entry of a kind takes, by the fields that they set."""
    return {field: flag for field, flag in FLAGS.items() if field in TAKES[KINDS[kind]]}


def refuse_strange(kind: str, given: "Mapping[str, Value]") -> None:
    """Refuse an option that an entry of a kind does not have."""
    strange = [field for field in given if field not in TAKES[KINDS[kind]]]
    if strange:
        taken = ", ".join(flags_of(kind).values())
        raise CommandError(f"{FLAGS[strange[0]]} is not of an entry of the kind {kind}, which takes {taken}")
