"""What two states can rest a request on: every instrument and agreement in force between them on a date."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from toc_treaties.law.agreements import Binding, grants
from toc_treaties.law.evidence import Recorded
from toc_treaties.law.membership import limits
from toc_treaties.law.outcome import OUTSIDE
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.measure import MeasureSource
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Purpose, Rule
from toc_treaties.model.when import When
from toc_treaties.questions.asked_for import AskedFor, asked_for
from toc_treaties.questions.between import By, Pair, Relation, Standings, WorkedOut
from toc_treaties.questions.measures import all_sources
from toc_treaties.questions.serving import Barred, BasisFound, Found, Idle, Missing, given, of_agreement
from toc_treaties.questions.treaties import Bound, Ordered, Treaties, order, treaties_between

PURPOSES = tuple(str(purpose) for purpose in Purpose)


class ForPurpose(NamedTuple):
    """What serves the two for one purpose, what comes before what, and what does not serve between them, and why.

    `ordered` are treaties put one before another by a clause; `unordered` those that bind both and of which no clause
    seen puts one first: the treaties on the purpose, where something gives way to them, else all that serves.
    """

    purpose: str
    treaties: Treaties
    ordered: tuple[Ordered, ...]
    unordered: tuple[By, ...]
    lines: tuple[BasisFound, ...]
    barred: tuple[Barred, ...]
    idle: tuple[Idle, ...]
    missing: tuple[Missing, ...]
    to_verify: tuple[tuple[Agreement, Binding], ...]
    asked_for: tuple[AskedFor, ...] = ()
    """How each of the two is asked, where that was read."""

    @property
    def gives_way(self) -> bool:
        """Whether a provision of another convention makes room for a treaty on the purpose, or widens one."""
        return _make_room(self.lines, self.idle)

    @property
    def first(self) -> tuple["First", ...]:
        """What comes first, and then what may bind both, of which that is not known."""
        one_of = self.treaties.one_of
        unsettled = len(self.unordered) > 1 or self.treaties.bound is Bound.PERHAPS
        alone = Comes.NONE_FIRST if unsettled else Comes.FIRST
        may = {by.id: by for by in (*self.treaties.possible, *(agreement for agreement, _ in self.to_verify))}
        return (
            *(self._first(by, alone) for by in self.unordered),
            *(self._first(by, Comes.ONE_OF) for by in one_of),
            *(self._first(by, Comes.MAY_BIND) for by in may.values() if by not in one_of),
        )

    def _first(self, by: By, comes: "Comes") -> "First":
        lines = [line for line in self.lines if line.by.id == by.id]
        articles = tuple(dict.fromkeys(article for line in lines for article in line.articles))
        since = lines[0].since if lines else self.treaties.since.get(by.id)
        return First(comes, by, articles, since, any(line.marked for line in lines))


class Comes(StrEnum):
    """In which place a basis comes: first; as one that nothing puts first; as one of two; or perhaps."""

    FIRST = "first"
    NONE_FIRST = "none_first"
    ONE_OF = "one_of"
    MAY_BIND = "may_bind"


class First(NamedTuple):
    """What comes first between two states for a purpose or may bind both, with the articles that serve."""

    comes: Comes
    by: By
    articles: tuple[str, ...]
    since: When | None
    marked: bool


class BasisAnswer(NamedTuple):
    """The answer for two states on a date, in the same order whichever is named first."""

    as_of: date
    states: Pair
    parts: tuple[ForPurpose, ...]
    """One for each purpose asked about."""
    protocols: tuple[Instrument, ...]
    """The protocols in force between the two whose offences their parent's provisions reach."""
    called: Mapping[str, Instrument]
    """The instruments, for articles that are another's."""
    sources: Mapping[str, Source]
    cited: tuple[Source, ...]
    """The sources of what is listed, in the register's order."""
    held: Mapping[str, MeasureSource] = {}
    """The sources of the laws of the two."""

    @property
    def lines(self) -> tuple[BasisFound, ...]:
        """Every basis, for each purpose in turn."""
        return tuple(chain.from_iterable(part.lines for part in self.parts))

    @property
    def barred(self) -> tuple[Barred, ...]:
        """All that a statement bars."""
        return tuple(chain.from_iterable(part.barred for part in self.parts))

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What would serve if both were parties, each instrument once for each purpose."""
        return tuple(chain.from_iterable(part.missing for part in self.parts))


def basis(
    register: Register,
    first: State,
    second: State,
    as_of: date,
    purposes: Iterable[str] = PURPOSES,
    worked_out: WorkedOut | None = None,
) -> BasisAnswer:
    """Every basis between two states on a date, agreements first, then instruments in the Strategy's order."""
    relation = Relation(Standings(register, as_of, worked_out), first, second)
    parts = tuple(_with_law(for_purpose(relation, purpose), register, relation.pair, as_of) for purpose in purposes)
    protocols = _protocols(relation)
    cited = relation.standings.cited(chain(limits(relation.pair, as_of), *map(_records, parts)))
    held = all_sources(register, relation.pair)
    return BasisAnswer(as_of, relation.pair, parts, protocols, register.instruments, register.sources, cited, held)


def _with_law(part: ForPurpose, register: Register, pair: Pair, as_of: date) -> ForPurpose:
    """The same with how each of the two is asked."""
    articles = [named for line in part.lines for named in line.authorities]
    return part._replace(asked_for=asked_for(register, pair, part.purpose, articles, as_of))


def for_purpose(relation: Relation, purpose: str) -> ForPurpose:
    """What serves two states for a purpose, and what does not."""
    treaties = treaties_between(relation, purpose)
    agreements = [(held, binding) for held, binding in relation.agreements if purpose in held.purposes]
    agreements.sort(key=lambda both: both[0].kind != "bilateral")
    found = list(served(relation, purpose, treaties))
    lines = (
        *(of_agreement(purpose, held, binding.since, relation.pair) for held, binding in agreements if binding.certain),
        *_arrangements(relation, purpose),
        *(line for line in found if isinstance(line, BasisFound)),
    )
    idle = tuple(line for line in found if isinstance(line, Idle))
    return ForPurpose(
        purpose,
        treaties,
        *_precedence(treaties, lines, room=_make_room(lines, idle)),
        lines,
        _merged(line for line in found if isinstance(line, Barred)),
        idle,
        tuple({line.instrument.id: line for line in found if isinstance(line, Missing)}.values()),
        tuple(both for both in agreements if not both[1].certain),
    )


def served(relation: Relation, purpose: str, treaties: Treaties) -> Iterator[Found]:
    """What each instrument gives the two for a purpose; one that neither could join yet is not missed."""
    instruments = relation.register.instruments
    for instrument in instruments.values():
        for serving in instrument.serves.get(purpose, ()):
            parent = instruments.get(serving.widens or "")
            if parent is not None and not relation.under(parent).in_force:
                continue
            between = relation.under(instrument)
            open_to_both = all(standing.name not in OUTSIDE for standing in between.standings)
            missed = open_to_both and (serving.force is not None or serving.rule is not None)
            if between.in_force or missed:
                yield from given(purpose, between, serving, treaties)


def _precedence(
    treaties: Treaties, lines: Iterable[BasisFound], *, room: bool
) -> tuple[tuple[Ordered, ...], tuple[By, ...]]:
    """What comes before what, among the treaties on the purpose or, without one, among all that certainly serves.

    Among all that serves, too, where nothing makes room for those treaties: they come before nothing then.
    """
    if treaties.one_of or (treaties.certain and room):
        return order(treaties.certain, treaties.since)
    open_ = {by.id for by in treaties.possible}
    serving = {line.by.id: line.by for line in lines if not line.is_arrangement and line.by.id not in open_}
    return order(({by.id: by for by in treaties.certain} | serving).values(), treaties.since)


def _make_room(lines: Iterable[BasisFound], idle: tuple[Idle, ...]) -> bool:
    """Whether a provision gives way to a treaty on the purpose, or widens one."""
    return bool(idle) or any(line.serving.yields_to or line.rule == Rule.WIDENS for line in lines)


def _protocols(relation: Relation) -> tuple[Instrument, ...]:
    """The protocols that serve through their parent, and are in force between the two: no basis of their own."""
    found = [
        relation.under(instrument)
        for instrument in relation.register.instruments.values()
        if instrument.serves_through is not None
    ]
    return tuple(between.instrument for between in found if between.in_force and between.bar is None)


def _records(part: ForPurpose) -> Iterator[Recorded]:
    """The records that are listed beside standings: statements, authorities and agreements."""
    yield from (agreement for agreement, _ in part.to_verify)
    yield from (barred.said.statement for barred in part.barred)
    yield from (said.statement for idle in part.idle for said in idle.said)
    yield from (named for asked in part.asked_for for named in asked.authorities)
    for line in part.lines:
        yield from (said.statement for said in (*line.said, *line.withdrawn))
        yield from (named for _, named in line.authorities)
        if isinstance(line.by, Agreement):
            yield line.by


def _merged(barred: Iterable[Barred]) -> tuple[Barred, ...]:
    """The articles that one statement takes out together."""
    merged: dict[tuple[object, ...], Barred] = {}
    for line in barred:
        key = (line.instrument.id, line.of, id(line.said.statement), *(state.iso3 for state in line.requests_to))
        known = merged[key].articles if key in merged else ()
        merged[key] = line._replace(articles=known + line.articles)
    return tuple(merged.values())


def _arrangements(relation: Relation, purpose: str) -> Iterator[BasisFound]:
    """The arrangements under national law by which one of the two can grant what the other asks."""
    first, second = relation.pair
    for agreement in relation.register.agreements.values():
        if purpose in agreement.purposes:
            granting = grants(agreement, first.iso3, second.iso3, relation.as_of)
            states = tuple(state for state in relation.pair if state.iso3 in granting)
            if states:
                yield of_agreement(purpose, agreement, agreement.in_force, states)
