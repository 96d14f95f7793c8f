"""What is to be recorded, as a command line says it, as the edits that record it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from toc_treaties.cli.faults import CommandError
from toc_treaties.cli.record_kinds import EVENTS, KINDS, LEFT_OUT, Family
from toc_treaties.edits import entries, measures, state_lists
from toc_treaties.model.vocabulary import InstitutionRole

if TYPE_CHECKING:
    from toc_treaties.edits.record import FileEdit
    from toc_treaties.edits.rendering import Value
    from toc_treaties.model.register import Register


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
    return [state_lists.designation(given.register, slug, {**under, **given.dated(day)})]


def _designation_end(given: Given) -> "list[FileEdit]":
    slug, what, _, day, _, sources = given.request
    under = {**_under(what, given.fields), "institution": given.fields.get("institution", "")}
    return state_lists.ended_designation(slug, given.content, under, day, sources)


def _membership(given: Given) -> "list[FileEdit]":
    slug, what, kind, day, *_ = given.request
    return state_lists.membership(slug, given.content, what, kind, day, given.fields)


def _assessment(given: Given) -> "list[FileEdit]":
    slug, what, _, day, *_ = given.request
    return [state_lists.assessment(given.register, slug, {"commitment": what, "date": day, **given.fields})]


def _measure(given: Given) -> "list[FileEdit]":
    slug, what, kind, *_ = given.request
    done = given.dated("held" if kind in EVENTS else "adopted")
    return [measures.measure(given.register, slug, {"kind": kind, "topics": tuple(what.split(",")), **done})]


def _search(given: Given) -> "list[FileEdit]":
    slug, what, _, day, *_ = given.request
    looked_for = given.fields.pop("looked_for", "")
    return [measures.search(given.register, slug, {"topic": what, "date": day, "kind": looked_for, **given.fields})]


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
