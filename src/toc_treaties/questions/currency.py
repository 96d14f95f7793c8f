"""How current and how strong the evidence is: the cells by instrument, the measures by topic, the other records."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import Evidence, cited, newest, strongest
from toc_treaties.law.gap import Doubt, Part, doubt_of, is_old, part_of
from toc_treaties.law.measures import was_searched
from toc_treaties.law.periods import possibly
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.strength import TO_VERIFY, MeasureStrength, Strength, age_of, measure_strength, strength_of
from toc_treaties.model.action import NoInformation, StatementKind
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.measure import Topic
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis, Source
from toc_treaties.model.state import State
from toc_treaties.model.when import When
from toc_treaties.questions.measures import held_of, on_record
from toc_treaties.questions.scope import Scope
from toc_treaties.questions.sources import citations

KINDS = ("statement", "invitation", "designation", "membership", "participation", "agreement", "assessment")
"""The kinds of record that are counted beside the cells and the measures."""
UNDER_INSTRUMENTS = KINDS[:3]
"""Those that belong to an instrument."""
BESIDE = frozenset(KINDS) - {"agreement"}
"""Those that a state's file records; agreements are between states."""
STATEMENTS = frozenset(map(str, StatementKind))


class CellEvidence(NamedTuple):
    """One state under one instrument: its standing on the day, and what that rests on.

    `doubt` is why it is to verify, `unknown` what was looked for.
    """

    state: State
    instrument: Instrument
    standing: Standing
    strength: Strength
    part: Part
    doubt: Doubt | None
    old: bool
    unknown: NoInformation | None

    @property
    def evidence(self) -> Evidence:
        """What the standing rests on."""
        return self.standing.evidence

    @property
    def seen(self) -> When | None:
        """The newest day of all its evidence; of what is not known, there is none."""
        return None if self.strength is Strength.OUTSIDE else self.evidence.newest

    @property
    def shown(self) -> bool:
        """Whether something is recorded that has an age: an act, or an absence."""
        return self.strength not in {Strength.OUTSIDE, Strength.LOOKED_FOR, Strength.NOTHING_KNOWN}

    @property
    def sources(self) -> tuple[str, ...]:
        """What the standing rests on, or, of one that is not known, where it was looked for."""
        return self.evidence.sources or (self.unknown.sources if self.unknown else ())


class InstrumentEvidence(NamedTuple):
    """The cells of one instrument, with what is counted of them."""

    instrument: Instrument
    cells: tuple[CellEvidence, ...]

    @property
    def counts(self) -> Mapping[Strength, int]:
        """How many cells have which strength."""
        return Counter(cell.strength for cell in self.cells)

    @property
    def counted(self) -> bool:
        """Whether a state can join on the day, so that evidence is asked for."""
        return self.counts[Strength.OUTSIDE] < len(self.cells)

    @property
    def to_verify(self) -> int:
        """How many cells are to verify."""
        return sum(self.counts[strength] for strength in TO_VERIFY)

    @property
    def undated(self) -> int:
        """How many cells rest on undated evidence alone."""
        return sum(cell.shown and cell.seen is None for cell in self.cells)

    @property
    def oldest(self) -> When | None:
        """The oldest among the newest days of the cells."""
        return min(self._days(), key=lambda when: when.latest, default=None)

    @property
    def newest(self) -> When | None:
        """The newest day of all."""
        return newest(self._days())

    @property
    def of_depositary(self) -> When | None:
        """The newest day of the depositary's own record."""
        return newest(dict(cell.evidence.days).get(Basis.DEPOSITARY) for cell in self.cells if cell.shown)

    @property
    def old(self) -> int:
        """How many gaps were last seen ten years before the day, or more."""
        return sum(cell.old and cell.part is Part.GAP for cell in self.cells)

    def ages(self, as_of: date) -> Mapping[int, int]:
        """How many cells have evidence of which band of age."""
        return Counter(age_of(cell.seen, as_of) for cell in self.cells if cell.shown and cell.seen)

    def _days(self) -> Iterator[When]:
        return (cell.seen for cell in self.cells if cell.shown and cell.seen is not None)


class TopicEvidence(NamedTuple):
    """The measures on a topic by what they rest on, and how many searches found none; None as topic: each once."""

    topic: Topic | None
    counts: Mapping[MeasureStrength, int]
    searches: int

    @property
    def recorded(self) -> bool:
        """Whether a measure is on record, or a search."""
        return bool(self.counts or self.searches)


class RecordsOfKind(NamedTuple):
    """The records of a kind by what they rest on, with the oldest and the newest day of their sources."""

    kind: str
    counts: Mapping[Basis, int]
    oldest: When | None
    newest: When | None


class Currency(NamedTuple):
    """The evidence of the cells of some states and instruments on a date, and of what stands beside them.

    `measures` and `records` are empty where only some instruments were asked about, but for what belongs to these.
    """

    as_of: date
    scope: Scope
    instruments: tuple[InstrumentEvidence, ...]
    measures: tuple[TopicEvidence, ...]
    records: tuple[RecordsOfKind, ...]
    cited: tuple[Source, ...]
    """Every source behind the cells, in the order of the register."""

    @property
    def cells(self) -> Iterator[CellEvidence]:
        """Every cell, instrument by instrument."""
        return (cell for each in self.instruments for cell in each.cells)


def currency(register: Register, scope: Scope, as_of: date) -> Currency:
    """How current and how strong the evidence is on a date, in counts of cells, measures and records."""
    instruments = tuple(
        InstrumentEvidence(each, tuple(cells_of(register, scope.states, each, as_of))) for each in scope.instruments
    )
    measures = () if scope.of_some_instruments else tuple(_topics(register, scope, as_of))
    records = tuple(_records(register, scope, as_of))
    rests = cited((cell for each in instruments for cell in each.cells), register.sources)
    return Currency(as_of, scope, instruments, measures, records, rests)


def cells_of(
    register: Register, states: Iterable[State], instrument: Instrument, as_of: date
) -> Iterator[CellEvidence]:
    """The cells of some states under one instrument, with what each rests on."""
    for state in states:
        case = dossier(register, state, instrument)
        found = standing(case, as_of)
        yield CellEvidence(
            state,
            instrument,
            found,
            strength_of(found, case.cell),
            part_of(found),
            doubt_of(found),
            is_old(found, as_of),
            found.against or next(iter(case.cell.no_information), None),
        )


def _topics(register: Register, scope: Scope, as_of: date) -> Iterator[TopicEvidence]:
    """The measures of each topic, then all, each counted once."""
    standings = [each for state in scope.states for each in on_record(register, state, as_of)]
    searches = [
        search for state in scope.states for search in held_of(register, state).searched if was_searched(search, as_of)
    ]
    for topic in (*register.topics.values(), None):
        of_topic = [each for each in standings if topic is None or topic.id in each.measure.topics]
        searched = sum(topic is None or search.topic == topic.id for search in searches)
        yield TopicEvidence(topic, Counter(map(measure_strength, of_topic)), searched)


def _records(register: Register, scope: Scope, as_of: date) -> Iterator[RecordsOfKind]:
    """The other records of the states asked about, kind by kind."""
    found = list(_cited_records(register, scope, as_of))
    for kind in UNDER_INSTRUMENTS if scope.of_some_instruments else KINDS:
        of_kind = [(ids, marked) for of, ids, marked in found if of == kind]
        counts = Counter(Basis.UNCONFIRMED if marked else strongest(ids, register.sources) for ids, marked in of_kind)
        days = [
            source.as_of
            for ids, _ in of_kind
            for id in ids
            if (source := register.sources.get(id)) is not None and source.as_of is not None
        ]
        oldest = min(days, key=lambda when: when.latest, default=None)
        yield RecordsOfKind(kind, counts, oldest, newest(days))


def _cited_records(register: Register, scope: Scope, as_of: date) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """The kind of each record, its sources, and whether it is marked; records of a later day are left out."""
    wanted = {state.slug for state in scope.states}
    codes = {state.iso3 for state in scope.states}
    instruments = {instrument.id for instrument in scope.instruments}
    for citation in citations(register):
        kind = "statement" if citation.kind in STATEMENTS else str(citation.kind)
        if kind in BESIDE and citation.state is not None and citation.state.slug in wanted:
            under = citation.instrument.id in instruments if citation.instrument else not scope.of_some_instruments
            if under and possibly(citation.when, None, as_of):
                yield kind, citation.sources, citation.marked
    if scope.of_some_instruments:
        return
    for agreement in register.agreements.values():
        day = agreement.in_force or agreement.signed or agreement.seen
        concerned = {party.state for party in agreement.parties} | {*agreement.signatories}
        if codes & concerned and possibly(day, None, as_of):
            yield "agreement", agreement.sources, agreement.unconfirmed is not None
