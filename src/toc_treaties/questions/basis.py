"""What two states can rest a request on: every instrument and agreement in force between them on a date."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.agreements import ARRANGEMENT, Binding, grants
from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import is_marked
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument, Serving
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Purpose
from toc_treaties.questions.between import instrument_between
from toc_treaties.questions.serving import Barred, BasisFound, Found, Idle, Missing, bar_of_treaty, between_parties
from toc_treaties.questions.treaties import By, Ordered, Pair, Treaties, agreements_between, order, treaties_between

PURPOSES = tuple(str(purpose) for purpose in Purpose)


class ComesFirst(NamedTuple):
    """What comes before what between the two for a purpose.

    `ordered` are treaties put one before another by a clause; `unordered` those that bind both and of which no clause
    seen puts one first: the treaties on the purpose, where there are any, else all that serves.
    """

    purpose: str
    treaties: Treaties
    ordered: tuple[Ordered, ...]
    unordered: tuple[By, ...]


class BasisAnswer(NamedTuple):
    """The answer for two states on a date, in the same order whichever is named first."""

    as_of: date
    states: Pair
    purposes: tuple[str, ...]
    lines: tuple[BasisFound, ...]
    barred: tuple[Barred, ...]
    idle: tuple[Idle, ...]
    missing: tuple[Missing, ...]
    to_verify: tuple[tuple[str, Agreement, Binding], ...]
    precedence: tuple[ComesFirst, ...]
    sources: Mapping[str, Source]
    protocols: tuple[Instrument, ...]
    """The protocols in force between the two whose offences their parent's provisions reach."""
    called: Mapping[str, str]
    """The instruments' short titles, for articles that are another's."""
    cited: tuple[Source, ...] = ()
    """The sources of what is listed."""

    def before(self, purpose: str) -> ComesFirst:
        """What comes before what for a purpose."""
        return next(one for one in self.precedence if one.purpose == purpose)


Standings = Mapping[str, tuple[Standing, ...]]


def basis(
    register: Register, first: State, second: State, as_of: date, purposes: Iterable[str] = PURPOSES
) -> BasisAnswer:
    """Every basis between two states on a date, agreements first, then instruments in the Strategy's order."""
    pair = (first, second) if first.iso3 <= second.iso3 else (second, first)
    wanted = tuple(purposes)
    standings = {
        id: tuple(standing(dossier(register, state, instrument), as_of) for state in pair)
        for id, instrument in register.instruments.items()
    }
    lines: list[BasisFound] = []
    barred: list[Barred] = []
    idle: list[Idle] = []
    missing: list[Missing] = []
    to_verify: list[tuple[str, Agreement, Binding]] = []
    precedence: list[ComesFirst] = []
    for purpose in wanted:
        treaties = treaties_between(register, pair, standings, as_of, purpose)
        agreements = _agreements(register, pair, as_of, purpose)
        found = [_agreement_line(purpose, pair, one, binding) for one, binding in agreements if binding.certain]
        found += _arrangements(register, pair, as_of, purpose)
        to_verify += [(purpose, one, binding) for one, binding in agreements if not binding.certain]
        for one in served(register, pair, standings, as_of, purpose, treaties):
            match one:
                case BasisFound():
                    found.append(one)
                case Barred():
                    barred.append(one)
                case Idle():
                    idle.append(one)
                case Missing():
                    missing.append(one)
        precedence.append(_precedence(purpose, treaties, found))
        lines += found
    ids = _ids(lines, barred, to_verify, standings)
    cited = tuple(source for id, source in register.sources.items() if id in ids)
    parts = (
        tuple(lines),
        tuple(_merged(barred)),
        tuple(idle),
        tuple(_once(missing)),
        tuple(to_verify),
        tuple(precedence),
    )
    protocols = _protocols(register, pair, standings, as_of)
    called = {id: instrument.called for id, instrument in register.instruments.items()}
    return BasisAnswer(as_of, pair, wanted, *parts, register.sources, protocols, called, cited)


def _precedence(purpose: str, treaties: Treaties, lines: list[BasisFound]) -> ComesFirst:
    """What comes before what, among the treaties on the purpose or, without one, among all that certainly serves."""
    open_ = {by.id for by in treaties.possible}
    serving = {line.by.id: line.by for line in lines if not _is_arrangement(line) and line.by.id not in open_}
    without = () if treaties.one_of else serving.values()
    ordered, unordered = order(treaties.certain or without, treaties.since)
    return ComesFirst(purpose, treaties, ordered, unordered)


def served(
    register: Register, pair: Pair, standings: Standings, as_of: date, purpose: str, treaties: Treaties
) -> Iterator[Found]:
    """What each instrument gives the two for a purpose; one that neither could join yet is not missed."""
    for id, instrument in register.instruments.items():
        servings = [one for one in instrument.serves.get(purpose, ()) if _parent_serves(one, standings)]
        if not servings:
            continue
        between_them = instrument_between(instrument, pair, standings[id], as_of)
        for serving in servings:
            for found in between_parties(purpose, between_them, serving, treaties):
                if not isinstance(found, Missing) or (_is_a_basis(serving) and _open_to_both(standings[id])):
                    yield found


def _protocols(register: Register, pair: Pair, standings: Standings, as_of: date) -> tuple[Instrument, ...]:
    """The protocols that serve through their parent, and are in force between the two: no basis of their own."""
    found = [
        instrument_between(instrument, pair, standings[id], as_of)
        for id, instrument in register.instruments.items()
        if instrument.serves_through is not None
    ]
    return tuple(one.instrument for one in found if one.in_force and bar_of_treaty(one.said, pair) is None)


def _parent_serves(serving: Serving, standings: Standings) -> bool:
    """Whether the instrument that an entry widens is in force between the two."""
    parent = standings.get(serving.widens or "")
    return parent is None or all(one.name is StandingKind.PARTY for one in parent)


def _is_a_basis(serving: Serving) -> bool:
    """Whether an entry gives a basis, and does not only widen or regulate another."""
    return serving.force is not None or serving.rule is not None


def _ids(
    lines: list[BasisFound], barred: list[Barred], to_verify: list[tuple[str, Agreement, Binding]], standings: Standings
) -> set[str]:
    """The sources behind what is listed: of both consents, of statements, authorities and agreements."""
    ids = {id for _, agreement, _ in to_verify for id in agreement.sources}
    ids.update(id for one in barred for id in one.said.statement.sources)
    for line in lines:
        ids.update(id for said in line.said for id in said.statement.sources)
        ids.update(id for _, named in line.authorities for id in named.sources)
        if isinstance(line.by, Instrument):
            ids.update(id for one in standings[line.by.id] for id in one.evidence.sources)
        else:
            ids.update(line.by.sources)
    return ids


def _merged(barred: list[Barred]) -> list[Barred]:
    """The articles that one statement takes out together."""
    merged: dict[tuple[object, ...], Barred] = {}
    for one in barred:
        key = (
            one.purpose,
            one.instrument.id,
            one.of,
            id(one.said.statement),
            tuple(state.iso3 for state in one.requests_to),
        )
        known = merged.get(key)
        merged[key] = one._replace(articles=known.articles + one.articles) if known else one
    return list(merged.values())


def _open_to_both(standings: tuple[Standing, ...]) -> bool:
    """Whether both could have joined on the date."""
    return all(one.name not in {StandingKind.NOT_OPEN, StandingKind.NOT_APPLICABLE} for one in standings)


def _once(missing: list[Missing]) -> list[Missing]:
    """Each instrument once for each purpose."""
    return list({(one.purpose, one.instrument.id): one for one in missing}.values())


def _agreements(register: Register, pair: Pair, as_of: date, purpose: str) -> list[tuple[Agreement, Binding]]:
    """The agreements for a purpose that bind both, or may."""
    found = [one for one in agreements_between(register, pair, as_of) if purpose in one[0].purposes]
    return sorted(found, key=lambda both: both[0].kind != "bilateral")


def _agreement_line(purpose: str, pair: Pair, agreement: Agreement, binding: Binding) -> BasisFound:
    """An agreement in force between the two; it serves both ways."""
    marked = is_marked(agreement)
    force, scope = agreement.force, agreement.scope
    return BasisFound(purpose, agreement, agreement.articles, force, scope, binding.since, pair, marked=marked)


def _is_arrangement(line: BasisFound) -> bool:
    """Whether a basis is no treaty, but an arrangement under national law."""
    return isinstance(line.by, Agreement) and line.by.kind == ARRANGEMENT


def _arrangements(register: Register, pair: Pair, as_of: date, purpose: str) -> Iterator[BasisFound]:
    """The arrangements under national law by which one of the two can grant what the other asks."""
    for agreement in register.agreements.values():
        if purpose in agreement.purposes:
            codes = grants(agreement, pair[0].iso3, pair[1].iso3, as_of)
            states = tuple(state for state in pair if state.iso3 in codes)
            if states:
                yield BasisFound(
                    purpose, agreement, agreement.articles, None, agreement.scope, agreement.in_force, states
                )
