"""The form of the treaty register in a state's file: a list of entries for each instrument, each by its kind."""

from typing import Any

from toc_treaties.model.action import (
    Action,
    Cell,
    Invitation,
    Kind,
    NoInformation,
    NoneSeen,
    RouteStep,
    Statement,
    StatementKind,
)
from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.model.vocabulary import StatementEffect
from toc_treaties.model.when import UNSEEN, When
from toc_treaties.store import faults
from toc_treaties.store.articles import Article
from toc_treaties.store.common_shapes import AS_RECORDED, CONFLICT, EVIDENCE, ISO3, LINE
from toc_treaties.store.dates import Date, Day, bracket
from toc_treaties.store.keys import report_repeated
from toc_treaties.store.nodes import Mapping, Node, Scalar
from toc_treaties.store.reading import FileReading, Schema, Shape, Unreadable, mistaken
from toc_treaties.store.scalars import Choice, Reason, TextShape
from toc_treaties.store.shapes import Converted, Field, Listing, Record, Table

KINDS = tuple(Kind)
STATEMENT_KINDS = tuple(StatementKind)
OTHER_ENTRIES = ("none_seen", "no_information", "invitation")


class ByKind(Shape):
    """An entry that starts with its kind: the one key that says what is recorded."""

    def __init__(self, kinds: tuple[str, ...], records: dict[str, Record]) -> None:
        self.kinds = kinds
        self.records = records

    def read(self, node: Node, reading: FileReading) -> Any:
        """The entry, by its kind."""
        if not isinstance(node, Mapping):
            return mistaken(node, "an entry that starts with its kind", reading, self.records)
        written = [key for key, _ in node.pairs if key.text in self.records]
        if len(written) == 1:
            return self.records[written[0].text].read_pairs(node, reading)
        if written:
            return reading.fault(faults.several_kinds(reading.place(node), [key.text for key in written]))
        return reading.fault(self._kindless(node, reading))

    def _kindless(self, node: Mapping, reading: FileReading) -> Problem:
        """What is wrong with an entry that has no kind: a statement left alone, a misspelt kind, or nothing at all."""
        fields = {field for record in self.records.values() for field in record.fields}
        strange = [key for key, _ in node.pairs if key.text not in fields]
        for key in strange:
            if key.text in STATEMENT_KINDS:
                return faults.statement_without_action(reading.place(key), key.text)
        if node.pairs and not strange:
            key = node.pairs[0][0]
            return faults.split_entry(reading.place(key), key.text)
        if strange:
            key = strange[0]
            return faults.unknown_kind(reading.place(key), key.text, self.kinds)
        return faults.unknown_kind(reading.place(node), "nothing", self.kinds)

    def schema(self) -> Schema:
        """One of the kinds' objects."""
        kinds = [{"title": kind, **record.schema()} for kind, record in self.records.items()]
        return {"oneOf": kinds}


def _statement(kind: str) -> Record:
    def make(place: Place, text: str, **fields: Any) -> Statement:
        return Statement(StatementKind(kind), None if text == "not seen" else text, place=place, **fields)

    fields = {
        kind: Field(TextShape(), "text", required=True),
        "articles": Field(Listing(Article())),
        "effect": Field(Choice.of(StatementEffect)),
        "date": Field(Date(), "made"),
        "withdrawn": Field(Date()),
        "to": Field(ISO3),
        "as_recorded": AS_RECORDED,
        **EVIDENCE,
    }
    return Record(make, "a statement", fields)


STATEMENT = ByKind(STATEMENT_KINDS, {kind: _statement(kind) for kind in STATEMENT_KINDS})


def _step(kind: str) -> Record:
    def make(place: Place, when: When, of: str) -> RouteStep:
        return RouteStep(Kind(kind), when, of, place)

    fields = {
        kind: Field(Date(), "when", required=True),
        "of": Field(TextShape(), required=True),
    }
    return Record(make, "a step", fields)


STEP = ByKind(KINDS, {kind: _step(kind) for kind in KINDS})
BETWEEN = Converted(Listing(Day(edge=True)), bracket)


def _action(kind: str) -> Record:
    of_kind = Kind(kind)

    def make(when: When | str, between: When | None = None, **fields: Any) -> Action:
        return Action(of_kind, (between or UNSEEN) if isinstance(when, str) else when, **fields)

    fields = {
        kind: Field(Date("unknown"), "when", required=True),
        "between": Field(BETWEEN),
        "day_unconfirmed": Field(Reason()),
        "in_force": Field(Day()),
        "in_force_seen": Field(Listing(TextShape(), one_too=True)),
        "takes_effect": Field(Day()),
        "effect_from": Field(Date()),
        "via": Field(TextShape()),
        "route": Field(Listing(STEP)),
        "ratified_at_home": Field(Date()),
        "gazette": Field(TextShape()),
        "area": Field(TextShape()),
        "awaits": Field(TextShape()),
        "depositary_notification": Field(TextShape()),
        "as_recorded": AS_RECORDED,
        "conflict": Field(Listing(CONFLICT)),
        "statements": Field(Listing(STATEMENT)),
        **EVIDENCE,
    }
    return _Bounded(make, "an action", fields)


_OF_A_DAY = frozenset({"between", "day_unconfirmed"})
"""What is said of a day that is not simply known."""


class _Bounded(Record):
    """An action whose day is known, lies in a bracket, or was not seen."""

    def read_pairs(self, node: Mapping, reading: FileReading) -> Any:
        if not {key.text for key, _ in node.pairs}.isdisjoint(_OF_A_DAY):
            keys = {key.text: value for key, value in node.pairs}
            day = next((value for key, value in keys.items() if key in KINDS), None)
            written = isinstance(day, Scalar) and bool(day.text)
            unknown = isinstance(day, Scalar) and day.text == "unknown"
            if written and not unknown and "between" in keys:
                return reading.fault(faults.bound_beside_date(reading.place(keys["between"])))
            if "day_unconfirmed" in keys and (unknown or "unconfirmed" in keys):
                beside = "an unknown day" if unknown else "unconfirmed"
                return reading.fault(faults.day_mark_needless(reading.place(keys["day_unconfirmed"]), beside))
        action = super().read_pairs(node, reading)
        return self._listed(node, action, reading) if isinstance(action, Action) and action.in_force_seen else action

    @staticmethod
    def _listed(node: Mapping, action: Action, reading: FileReading) -> Action | Unreadable:
        """An action whose lists of what is in force are among its sources."""
        strange = {*action.in_force_seen} - {*action.sources}
        if not strange:
            return action
        place = next(reading.place(value) for key, value in node.pairs if key.text == "in_force_seen")
        return reading.fault(faults.list_not_cited(place, min(strange)))


def _none_seen(place: Place, as_of: When | str, **fields: Any) -> NoneSeen:
    return NoneSeen(None if isinstance(as_of, str) else as_of, place=place, **fields)


def _invitation(place: Place, decided: When | str, until: When | str = "none", **fields: Any) -> Invitation:
    return Invitation(
        None if isinstance(decided, str) else decided,
        None if isinstance(until, str) else until,
        until != "unknown",
        decided == "none",
        place=place,
        **fields,
    )


class _Invited(Record):
    """An invitation with its end, or the record that there is none."""

    def read_pairs(self, node: Mapping, reading: FileReading) -> Any:
        keys = {key.text: value for key, value in node.pairs}
        decided = keys.get("invitation")
        if "until" not in keys and not (isinstance(decided, Scalar) and decided.text == "none"):
            return reading.fault(faults.missing_key(reading.place(node), "until", self.called))
        return super().read_pairs(node, reading)


def _no_information(place: Place, why: str, **fields: Any) -> NoInformation:
    return NoInformation(why, place=place, **fields)


ENTRY = ByKind(
    KINDS + OTHER_ENTRIES,
    {
        **{kind: _action(kind) for kind in KINDS},
        "none_seen": Record(
            _none_seen,
            "an entry",
            {
                "none_seen": Field(Date("undated"), "as_of", required=True),
                **EVIDENCE,
            },
        ),
        "no_information": Record(
            _no_information,
            "an entry",
            {
                "no_information": Field(Reason(), "why", required=True),
                "since": Field(Date()),
                "source": EVIDENCE["source"],
                "note": Field(LINE),
            },
        ),
        "invitation": _Invited(
            _invitation,
            "an invitation",
            {
                "invitation": Field(
                    Date("unknown", "none"),
                    "decided",
                    required=True,
                ),
                "until": Field(Date("unknown", "none")),
                **EVIDENCE,
            },
        ),
    },
)


class Treaties(Table):
    """The cells of a state: a list of entries per instrument."""

    def __init__(self, instruments: tuple[str, ...]) -> None:
        super().__init__(Listing(ENTRY))
        self.instruments = instruments
        self._known = {id: id for id in instruments}

    def read(self, node: Node, reading: FileReading) -> Any:
        """The cells by instrument, and which instruments' entries were dropped ("*": could not be told)."""
        if not isinstance(node, Mapping):
            return mistaken(node, "one list per instrument", reading, self.instruments)
        faulty = {*(key.text for key, _ in node.repeated), *("*" for _ in node.repeated[:1])}
        report_repeated(node.repeated, reading)
        for odd in node.odd_keys:
            mistaken(odd, "an instrument", reading)
            faulty.add("*")
        cells: dict[str, Cell] = {}
        for key, item in node.pairs:
            id = self._known.get(key.text, key.text)
            if self._known and id not in self._known:
                present = {other.text: other.line for other, _ in node.pairs}
                fault = faults.unknown_instrument(reading.place(key), key.text, self.instruments, present)
                reading.fault(fault)
                faulty.add("*")
                continue
            before = reading.reported
            entries = () if _empty(item) else self.value.read(item, reading)
            if reading.reported > before:
                faulty.add(id)
            if not isinstance(entries, Unreadable):
                cells[id] = _cell(id, entries, id in faulty, reading.place(key))
        return cells, frozenset(faulty)

    def schema(self) -> Schema:
        """An object with the instruments as its keys."""
        properties = {key: {"$ref": "#/$defs/entries"} for key in self.instruments}
        return {"type": "object", "properties": properties, "additionalProperties": False}


def _empty(node: Node) -> bool:
    """Whether a key stands without any entry yet."""
    return isinstance(node, Scalar) and node.plain and not node.text


def _cell(instrument: str, entries: tuple[Any, ...], faulty: bool, place: Place) -> Cell:
    if {*map(type, entries)} == {Action}:
        return Cell(instrument, entries, faulty=faulty, place=place)
    kinds: dict[type, list[Any]] = {Action: [], NoneSeen: [], NoInformation: [], Invitation: []}
    for entry in entries:
        kinds[type(entry)].append(entry)
    actions, none_seen, no_information, invitations = map(tuple, kinds.values())
    return Cell(instrument, actions, none_seen, no_information, invitations, faulty, place)
