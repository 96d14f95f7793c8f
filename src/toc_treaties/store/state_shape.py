"""The form of a state's file."""

import re
from typing import Any

from toc_treaties.model.action import Cell
from toc_treaties.model.place import Place
from toc_treaties.model.state import Condition, Designation, Participation, Period, State
from toc_treaties.model.state import Version as ReadingOf
from toc_treaties.model.vocabulary import InstitutionRole, MembershipStatus, ParticipationStatus, Subregion
from toc_treaties.store import faults
from toc_treaties.store.articles import Article
from toc_treaties.store.common_shapes import AS_RECORDED, EVIDENCE, ISO3, LINE, NAMES, SOURCES
from toc_treaties.store.dates import Date, Day
from toc_treaties.store.either import TextOrTable
from toc_treaties.store.entries_shape import Treaties
from toc_treaties.store.nodes import Mapping, Node, Scalar, Sequence
from toc_treaties.store.reading import FAULT, Deferred, FileReading, Unreadable
from toc_treaties.store.scalars import Choice, Count, TextShape
from toc_treaties.store.shapes import Converted, Field, Listing, Record, Table
from toc_treaties.words.phrases import GROUPING

PERIOD = Record(
    lambda place, since, until=None, **fields: Period(
        None if since == "unknown" else since, until, place=place, **fields
    ),
    "a membership",
    {
        "from": Field(Date("unknown"), "since", required=True),
        "until": Field(Date()),
        "status": Field(Choice.of(MembershipStatus)),
        **EVIDENCE,
    },
)
PARTICIPATION = Record(
    Participation,
    "a participation",
    {
        "status": Field(Choice.of(ParticipationStatus), required=True),
        "from": Field(Date(), "since"),
        "until": Field(Date()),
        "readings": Field(
            Listing(
                Record(
                    ReadingOf,
                    "a reading",
                    {"says": Field(LINE, required=True), "source": Field(SOURCES, "sources", required=True)},
                )
            )
        ),
        **EVIDENCE,
    },
)


COMPLIANCE = ("assessments", "contributions")
DESIGNATION = Record(
    Designation,
    "a designation",
    {
        "instrument": Field(TextShape()),
        "article": Field(Article()),
        "role": Field(Choice.of(InstitutionRole)),
        "institution": Field(TextShape(), required=True),
        "local": Field(TextShape()),
        "since": Field(Date()),
        "notified": Field(Date()),
        "until": Field(Date()),
        "as_recorded": AS_RECORDED,
        **EVIDENCE,
    },
)
CONDITION = Record(
    Condition,
    "a condition",
    {
        "instrument": Field(TextShape(), required=True),
        "article": Field(Article(), required=True),
        "since": Field(Date()),
        "source": Field(SOURCES, "sources", required=True),
        "note": Field(LINE),
    },
)


def _tile(numbers: tuple[int, ...], node: Node, reading: FileReading) -> tuple[int, ...] | Unreadable:
    """A place of two numbers."""
    if len(numbers) == 2:  # noqa: PLR2004 - a row and a column
        return numbers
    if isinstance(node, Sequence) and len(node.items) == 2:  # noqa: PLR2004 - what is wrong with one of them is said
        return FAULT
    written = f"[{', '.join(map(str, numbers))}]"
    help_ = "write the row and the column, as [3, 5]"
    return reading.fault(faults.bad_value(reading.place(node), written, "two whole numbers", help_))


TILE = Converted(Listing(Count()), _tile)


class _Memberships(Table):
    """The memberships of a state, and whether one of them could not be read."""

    def read(self, node: Node, reading: FileReading) -> Any:
        """The periods by organization, and whether any was dropped."""
        before = reading.reported
        periods = super().read(node, reading)
        return periods if isinstance(periods, Unreadable) else (periods, reading.reported > before)


class _Code(TextShape):
    """The code of a state, which the register lists."""

    def __init__(self, code: str) -> None:
        super().__init__(pattern=re.escape(code), expected=f"the code that register.yaml lists, {code}")
        self.code = code

    def read(self, node: Node, reading: FileReading) -> str | Unreadable:
        """The code, or what it is instead."""
        if type(node) is Scalar and node.text == self.code:
            return self.code
        if isinstance(node, Scalar) and node.text != self.code:
            help_ = f"write {self.code}, or correct register.yaml"
            return reading.fault(faults.bad_value(reading.place(node), node.text, self.expected, help_))
        return super().read(node, reading)


MEMBERSHIPS = _Memberships(Listing(PERIOD), keys=tuple(GROUPING))


class _State(Record):
    """A state's file, whose line `treaties:` parts the state from its treaties."""

    def read_pairs(self, node: Mapping, reading: FileReading) -> Any:
        """The state; where that line fell out, this is said, and nothing of what then stands elsewhere."""
        shape = self.fields["treaties"].shape
        known = shape.instruments if isinstance(shape, Treaties) else ()
        if not any(key.text == "treaties" for key, _ in node.pairs):
            tables = [item.pairs for key, item in node.pairs if isinstance(item, Mapping) and key.text in self.fields]
            first = next((key for pairs in (node.pairs, *tables) for key, _ in pairs if key.text in known), None)
            if first is not None:
                return reading.fault(faults.lost_line(reading.place(first), "treaties", first.text))
        return super().read_pairs(node, reading)


OF_EVERY_STATE = {
    "iso2": Field(TextShape(pattern="[A-Z]{2}", expected="two capital letters"), required=True),
    "name": Field(NAMES, required=True),
    "official_name": Field(TextOrTable("en", NAMES)),
    "style": Field(TextShape()),
    "other_names": Field(Listing(TextShape())),
    "subregion": Field(Choice.of(Subregion), required=True),
    "tile": Field(TILE),
    "independence": Field(Day()),
    "memberships": Field(MEMBERSHIPS, required=True),
    "participation": Field(Listing(PARTICIPATION)),
    "designations": Field(Listing(DESIGNATION)),
    "conditions": Field(Listing(CONDITION)),
    **{key: Field(Deferred("commitments_shape", key.upper())) for key in COMPLIANCE},
    "returns": Field(Deferred("returns_shape", "RETURNS")),
}
"""The fields of a state's file but its code and its treaties, which depend on the register."""


def state_record(slug: str, instruments: tuple[str, ...], code: str | None = None) -> Record:
    """The shape of a state's file; `instruments` are those it may name, `code` the one that the register lists."""

    def make(
        place: Place,
        memberships: tuple[dict[str, Any], bool],
        treaties: tuple[dict[str, Cell], frozenset[str]] = ({}, frozenset()),
        **fields: Any,
    ) -> State:
        cells, faulty = treaties
        periods, lost = memberships
        faulty |= {"memberships"} if lost else set()
        return State(slug, place=place, memberships=periods, treaties=cells, faulty=faulty, **fields)

    fields = {
        "iso3": Field(ISO3 if code is None else _Code(code), required=True),
        **OF_EVERY_STATE,
        "treaties": Field(Treaties(instruments), required=True),
    }
    return _State(make, "the state", fields, lenient=True)
