"""What is to be recorded, as a command line says it, as the edits that record it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from toc_treaties.cli.faults import CommandError
from toc_treaties.cli.record_kinds import AT_HOME, KINDS, LEFT_OUT, LIMITS, Family
from toc_treaties.edits import entries, measures, state_lists
from toc_treaties.model.measure import TAKES_PLACE
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
    body: str = ""
    """The body of the Organization whose assessment it is, where it is no state's."""

    @property
    def family(self) -> Family:
        """What kind of entry it is."""
        return KINDS[self.kind]

    @property
    def slugs(self) -> tuple[str, ...]:
        """The state whose file it is of; none of a body."""
        return () if self.body else (self.slug,)

    @property
    def file(self) -> str:
        """The file in which it stands."""
        if self.body:
            return state_lists.BODIES
        return entries.measures_file(self.slug) if self.beside else entries.state_file(self.slug)

    @property
    def beside(self) -> bool:
        """Whether its sources stand in the state's file of measures."""
        return self.family in AT_HOME


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
    """The edits that record an entry; `content` is that of its file."""
    fields = dict(request.fields)
    text, on = str(fields.pop("text", "")), str(fields.pop("on", ""))
    if request.sources:
        fields["source"] = request.sources
    return EDITS[request.family](Given(request, register, content, fields, text, on))


def _treaty_entry(given: Given) -> "list[FileEdit]":
    slug, what, kind, day, *_ = given.request
    fields = {**given.fields, **_steps(given)}
    return entries.treaty_entry(given.register, slug, given.content, what, kind.replace("-", "_"), day, fields)


def _no_information(given: Given) -> "list[FileEdit]":
    slug, what, *_ = given.request
    fields = given.dated("since")
    return [entries.new_entry(given.register, slug, what, "no_information", given.text, fields)]


def _seen(given: Given) -> "list[FileEdit]":
    slug, what, _, day, *_ = given.request
    return entries.seen_again(slug, given.content, what, day, given.fields)


def _conflict(given: Given) -> "list[FileEdit]":
    slug, what, _, day, *_ = given.request
    return entries.conflict(slug, given.content, what, day, {"says": given.text, **given.fields})


def _statement(given: Given) -> "list[FileEdit]":
    slug, what, kind, day, *_ = given.request
    fields = given.fields if day == given.on else given.dated("date")
    return entries.statement(slug, given.content, what, kind, given.text, fields, given.on or None)


def _statement_end(given: Given) -> "list[FileEdit]":
    slug, what, kind, day, _, sources, _ = given.request
    of = kind.removesuffix("-withdrawal")
    return entries.withdrawn_statement(slug, given.content, what, of, day, sources, given.text or None)


def _designation(given: Given) -> "list[FileEdit]":
    slug, what, *_ = given.request
    under = _under(what, given.fields)
    day = "notified" if "role" in under else "since"
    return state_lists.designation(given.register, slug, given.content, {**under, **given.dated(day)})


def _designation_end(given: Given) -> "list[FileEdit]":
    slug, what, _, day, _, sources, _ = given.request
    under = {**_under(what, given.fields), "institution": given.fields.get("institution", "")}
    return state_lists.ended_designation(slug, given.content, under, day, sources)


def _condition(given: Given) -> "list[FileEdit]":
    slug, what, *_ = given.request
    under = _under(what, given.fields)
    return state_lists.condition(given.register, slug, given.content, {**under, **given.dated("since")})


def _membership(given: Given) -> "list[FileEdit]":
    slug, what, kind, day, *_ = given.request
    return state_lists.membership(slug, given.content, what, kind, day, given.fields)


def _participation(given: Given) -> "list[FileEdit]":
    readings = given.fields.pop("readings", ())
    told = [str(reading).partition(":") for reading in readings]
    if any(not says.strip() for _, _, says in told):
        raise CommandError('write each reading as --reading "ID: TEXT", the id of its source first')
    fields: dict[str, Value] = {"status": LIMITS[given.request.kind], **given.dated("from")}
    if told:
        fields["readings"] = tuple({"says": says.strip(), "source": id.strip()} for id, _, says in told)
    return state_lists.participation(given.request.slug, given.content, fields)


def _participation_end(given: Given) -> "list[FileEdit]":
    return state_lists.ended_participation(given.request.slug, given.content, given.request.day, given.request.sources)


def _assessment(given: Given) -> "list[FileEdit]":
    slug, what, _, day, *_ = given.request
    fields = {"commitment": what, "date": day, **given.fields}
    return state_lists.assessment(given.register, slug, given.content, fields, given.request.body)


def _contribution(given: Given) -> "list[FileEdit]":
    slug, what, _, day, *_ = given.request
    if not (len(day) == len("2026") and day.isdecimal()):
        raise CommandError("a contribution is of a year: write the year in the place of the date")
    return state_lists.contribution(slug, given.content, {"year": day, "to": what, **given.fields})


def _measure(given: Given) -> "list[FileEdit]":
    slug, what, kind, *_ = given.request
    done = given.dated("held" if kind in TAKES_PLACE else "adopted")
    where = _provision(done.pop("provision", ()), given.register)
    fields = {"kind": kind, "topics": tuple(what.split(",")), **done, **where}
    return measures.measure(given.register, slug, given.content, fields)


def _provision(told: "Value", register: "Register") -> "dict[str, Value]":
    """Where in a measure its topics are dealt with: one text, or a text for each topic."""
    texts = [str(text) for text in told]
    parts = [text.partition(":") for text in texts]
    if texts and all(topic.strip() in register.topics and says.strip() for topic, _, says in parts):
        return {"provision": {topic.strip(): says.strip() for topic, _, says in parts}}
    if len(texts) > 1:
        raise CommandError('write each of several provisions as --provision "TOPIC: TEXT"')
    return {"provision": texts[0]} if texts else {}


def _measure_end(given: Given) -> "list[FileEdit]":
    return measures.ended_measure(given.request.slug, given.content, _named(given), given.request.day, given.fields)


def _measure_conflict(given: Given) -> "list[FileEdit]":
    words = _named(given)
    return measures.conflicting_measure(given.request.slug, given.content, words, {"says": given.text, **given.fields})


def _named(given: Given) -> measures.Named:
    """What names a measure that is on record: its number or words of its title, its topics, and its day."""
    title, number = (str(given.fields.pop(field, "")) for field in ("title", "number"))
    if not (title or number):
        raise CommandError("which measure? give its number with --number, or words of its title with --title")
    return measures.Named(number or title, tuple(given.request.what.split(",")), given.on)


def _search(given: Given) -> "list[FileEdit]":
    slug, what, _, day, *_ = given.request
    looked_for = given.fields.pop("looked_for", "")
    fields = {"topic": what, "date": day, "kind": looked_for, **given.fields}
    return measures.search(given.register, slug, given.content, fields)


def _steps(given: Given) -> "dict[str, Value]":
    """The earlier steps under other texts, each its kind, its day and the path of the text."""
    steps = [str(step).split() for step in given.fields.pop("route", ())]
    if any(len(step) != len(("kind", "date", "path")) for step in steps):
        raise CommandError("write each step as its kind, its day and its path: --step 'signature 1961-04-03 PATH'")
    return {"route": tuple({kind.replace("-", "_"): day, "of": of} for kind, day, of in steps)} if steps else {}


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
    Family.CONDITION: _condition,
    Family.MEMBERSHIP: _membership,
    Family.PARTICIPATION: _participation,
    Family.PARTICIPATION_END: _participation_end,
    Family.ASSESSMENT: _assessment,
    Family.CONTRIBUTION: _contribution,
    Family.MEASURE: _measure,
    Family.MEASURE_END: _measure_end,
    Family.MEASURE_CONFLICT: _measure_conflict,
    Family.SEARCH: _search,
}


def _under(what: str, fields: "dict[str, Value]") -> "dict[str, Value]":
    """What a designation is under: an article of an instrument, or a role."""
    articles = fields.pop("articles", ())
    if what in {*InstitutionRole}:
        return {"role": what}
    if len(articles) != 1:
        raise CommandError("name its one article with --article")
    return {"instrument": what, "article": articles[0] if isinstance(articles, tuple) else articles}
