"""What a supposed deposit would do to each pair: which bases arise with whom, which treaties of the two they meet."""

from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeVar

from toc_treaties.law.outcome import CONSENTED, StandingKind
from toc_treaties.law.statements import standing_statements
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Rule
from toc_treaties.questions.basis import ForPurpose, for_purpose
from toc_treaties.questions.between import By, MadeStatement, Relation, Standings, is_doubtful
from toc_treaties.questions.serving import Barred, BasisFound, Idle
from toc_treaties.questions.treaties import TREATY_FOR, Bound, order, treaties_between

States = tuple[State, ...]
Entry = TypeVar("Entry")


class Partners(NamedTuple):
    """The states for which the instrument is in force on the day; of which that is not known; not yet in force for."""

    parties: States
    marked: States
    doubtful: States
    contracting: States


class Arising(NamedTuple):
    """A basis that would be in force with some partners, on like terms; `line` is that with the first of them."""

    line: BasisFound
    bound: Bound | None
    to_state: bool
    to_partner: bool
    partners: States

    @property
    def one_way(self) -> bool:
        """Whether it serves for requests in one direction alone."""
        return not (self.to_state and self.to_partner)


class TakenOut(NamedTuple):
    """Articles that a statement keeps from serving with some partners."""

    barred: Barred
    partners: States


class Order(StrEnum):
    """How an earlier treaty of the pair and the instrument stand to each other."""

    TREATY_FIRST = "treaty_first"
    INSTRUMENT_FIRST = "instrument_first"
    NONE_FIRST = "none_first"
    WIDENED = "widened"
    SETS_TERMS = "sets_terms"
    GOVERNS = "governs"
    MAY_BIND = "may_bind"


class Meeting(NamedTuple):
    """An earlier treaty that binds some partners and the state, or may, and how the instrument stands to it."""

    purpose: str
    treaty: By
    order: Order
    articles: tuple[str, ...]
    """The clauses that say so: of the instrument, or, where it comes first, of the treaty."""
    partners: States


class Displaced(NamedTuple):
    """Provisions of another convention that would serve less than before: only by agreement, or no more at all."""

    purpose: str
    instrument: Instrument
    articles: tuple[str, ...]
    of: str | None
    clause: str | None
    """The clause by which they give way; None where their case no longer arises."""
    partners: States


class Effects(NamedTuple):
    """What a deposit does to the pairs, and what the other states have said of the instrument by then."""

    day: date
    partners: Partners
    arising: tuple[Arising, ...]
    taken_out: tuple[TakenOut, ...]
    meetings: tuple[Meeting, ...]
    displaced: tuple[Displaced, ...]
    reached_through: States
    """The partners with which the parent's provisions reach the protocol's offences from then on."""
    said: tuple[MadeStatement, ...]
    standings: Standings
    agreements: tuple[Agreement, ...]


def effects(before: Register, register: Register, state: State, instrument: Instrument, day: date) -> Effects:
    """What one instrument that a state is supposed to have joined gives it with each other state on a day."""
    standings, unjoined = Standings(register, day), Standings(before, day)
    others = [other for other in register.states.values() if other is not state and other.exists(day)]
    partners = _partners(standings, instrument, others)
    own = next(each for each in before.states.values() if each.slug == state.slug)
    lines: list[tuple[State, ForPurpose, Bound]] = []
    for other in partners.parties:
        relation, earlier = Relation(standings, state, other), Relation(unjoined, own, other)
        for purpose in instrument.serves:
            was = treaties_between(earlier, purpose).bound
            lines.append((other, for_purpose(relation, purpose), was))
    meetings = tuple(_met(lines, instrument))
    return Effects(
        day,
        partners,
        tuple(_arising(lines, instrument, state)),
        tuple(_taken_out(lines, instrument)),
        meetings,
        tuple(_displaced(lines, instrument)),
        _through(standings, state, instrument, partners.parties),
        tuple(_said(standings, instrument, others, day)),
        standings,
        tuple({by.id: by for each in meetings if isinstance(by := each.treaty, Agreement)}.values()),
    )


def _partners(standings: Standings, instrument: Instrument, others: Iterable[State]) -> Partners:
    found = [(other, standings.of(other, instrument)) for other in others]
    parties = [(other, held) for other, held in found if held.name is StandingKind.PARTY]
    return Partners(
        tuple(other for other, _ in parties),
        tuple(other for other, held in parties if held.evidence.marked),
        tuple(other for other, held in found if is_doubtful(held)),
        tuple(other for other, held in found if held.name is StandingKind.CONTRACTING and not is_doubtful(held)),
    )


def _merged(pairs: Iterable[tuple[Hashable, Entry, State]]) -> Iterator[tuple[Entry, States]]:
    """Entries that are alike, each once, with the states that they stand for."""
    found: dict[Hashable, tuple[Entry, dict[str, State]]] = {}
    for key, entry, other in pairs:
        found.setdefault(key, (entry, {}))[1].setdefault(other.slug, other)
    return ((entry, tuple(others.values())) for entry, others in found.values())


Lines = list[tuple[State, ForPurpose, Bound]]


def _arising(lines: Lines, instrument: Instrument, state: State) -> Iterator[Arising]:
    """The bases by the instrument, by purpose and terms."""
    pairs = []
    for other, part, _ in lines:
        for line in part.lines:
            if line.by.id == instrument.id:
                asked = {each.slug for each in line.requests_to}
                way = state.slug in asked, other.slug in asked
                bound = line.treaties.bound if line.treaties else None
                key = line.purpose, line.works, bound, line.articles, line.of, way
                pairs.append((key, (line, bound, *way), other))
    for (line, bound, to_state, to_partner), partners in _merged(pairs):
        yield Arising(line, bound, to_state, to_partner, partners)


def _taken_out(lines: Lines, instrument: Instrument) -> Iterator[TakenOut]:
    pairs = (
        ((barred.purpose, barred.articles, id(barred.said.statement), len(barred.requests_to)), barred, other)
        for other, part, _ in lines
        for barred in part.barred
        if barred.instrument.id == instrument.id
    )
    for barred, partners in _merged(pairs):
        yield TakenOut(barred, partners)


def _met(lines: Lines, instrument: Instrument) -> Iterator[Meeting]:
    """The treaties on a purpose that bind a pair, or may, beside the instrument, and how it stands to them."""
    pairs = []
    for other, part, _ in lines:
        if not any(line.by.id == instrument.id for line in part.lines) and not _gives_way(part, instrument):
            continue
        for treaty in (*part.treaties.certain, *part.treaties.one_of):
            if treaty.id != instrument.id:
                for order, articles in _orders(part, treaty, instrument):
                    key = part.purpose, treaty.id, order, articles
                    pairs.append((key, (part.purpose, treaty, order, articles), other))
        unsure = {by.id: by for by in (*part.treaties.possible, *(held for held, _ in part.to_verify))}
        for treaty in unsure.values():
            if treaty.id != instrument.id:
                key = part.purpose, treaty.id, Order.MAY_BIND, ()
                pairs.append((key, (part.purpose, treaty, Order.MAY_BIND, ()), other))
    for (purpose, treaty, order, articles), partners in _merged(pairs):
        yield Meeting(purpose, treaty, order, articles, partners)


def _gives_way(part: ForPurpose, instrument: Instrument) -> list[Idle]:
    """Its entries of which the case does not arise, since a treaty binds both."""
    return [idle for idle in part.idle if idle.instrument.id == instrument.id]


def _orders(part: ForPurpose, treaty: By, instrument: Instrument) -> Iterator[tuple[Order, tuple[str, ...]]]:
    """How the instrument stands to a treaty on the purpose: as one itself, or as one that makes room for it."""
    own = [line for line in part.lines if line.by.id == instrument.id]
    if added := [article for line in own if line.serving.widens == treaty.id for article in line.articles]:
        yield Order.WIDENED, tuple(added)
    elif TREATY_FOR.get(part.purpose) in instrument.treaty_on:
        yield _between(part, treaty, instrument)
    else:
        yield from _room(own) or [(Order.NONE_FIRST, ())]


def _between(part: ForPurpose, treaty: By, instrument: Instrument) -> tuple[Order, tuple[str, ...]]:
    """Which of two treaties on the purpose comes first, and by which clause.

    Also with a partner of which no source shows the consent: it is marked among the partners.
    """
    ordered, _ = order((treaty, instrument), part.treaties.since)
    for put in ordered:
        first = Order.TREATY_FIRST if put.first.id == treaty.id else Order.INSTRUMENT_FIRST
        return first, (put.clause.article,)
    return Order.NONE_FIRST, ()


def _room(own: Iterable[BasisFound]) -> list[tuple[Order, tuple[str, ...]]]:
    """In which ways the provisions of a convention make room for a treaty on the purpose, each with its articles."""
    found: dict[Order, dict[str, None]] = {}
    for line in own:
        if line.rule == Rule.WIDENS:
            found.setdefault(Order.WIDENED, {}).update(dict.fromkeys(line.articles))
        if line.serving.yields_to is not None:
            found.setdefault(Order.GOVERNS, {})[line.serving.yields_to.article] = None
        if line.serving.conforms_to:
            found.setdefault(Order.SETS_TERMS, {}).update(dict.fromkeys(line.serving.conforms_to))
    return [(order, tuple(articles)) for order, articles in found.items()]


def _displaced(lines: Lines, instrument: Instrument) -> Iterator[Displaced]:
    """Provisions that stand in for a treaty, with the pairs for which the instrument is the first that binds both.

    Those that no longer arise at all come without a clause.
    """
    pairs: list[tuple[Hashable, tuple[str, Instrument, tuple[str, ...], str | None, str | None], State]] = []
    for other, part, was in lines:
        if was is Bound.CERTAIN or instrument.id not in {by.id for by in part.treaties.certain}:
            continue
        for line in part.lines:
            clause = line.serving.yields_to
            if clause is not None and isinstance(line.by, Instrument):
                entry = part.purpose, line.by, line.yields, line.of, clause.article
                pairs.append(((part.purpose, line.by.id, line.yields, line.of, clause.article), entry, other))
        for idle in part.idle:
            gone = part.purpose, idle.instrument, idle.articles, idle.of, None
            pairs.append(((part.purpose, idle.instrument.id, idle.articles, idle.of, None), gone, other))
    for (purpose, by, articles, of, article), partners in _merged(pairs):
        yield Displaced(purpose, by, articles, of, article, partners)


def _through(standings: Standings, state: State, instrument: Instrument, partners: States) -> States:
    """The partners with which a protocol's parent is in force too, so that its provisions reach the offences."""
    through = instrument.serves_through
    parent = standings.register.instruments.get(through.instrument) if through else None
    if parent is None:
        return ()
    return tuple(other for other in partners if Relation(standings, state, other).under(parent).in_force)


def _said(standings: Standings, instrument: Instrument, others: Iterable[State], day: date) -> Iterator[MadeStatement]:
    """What the states that have consented have said of the instrument, and not withdrawn."""
    for other in others:
        held = standings.of(other, instrument)
        if held.name in CONSENTED:
            yield from (MadeStatement(other, statement) for statement in standing_statements(held, day))
