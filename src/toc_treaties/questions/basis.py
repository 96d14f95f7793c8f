"""What two states can rest a request on: every instrument and agreement in force between them on a date."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.agreements import Binding, between
from toc_treaties.law.dossier import dossier
from toc_treaties.law.standing import Name, Standing, standing
from toc_treaties.law.statements import bars_treaty, covers, excluded, standing_statements, touches
from toc_treaties.model.action import Statement
from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument, Serving
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import Designation, State
from toc_treaties.model.when import When, span

PURPOSES = ("extradition", "mutual-legal-assistance", "joint-investigation", "asset-recovery")

Said = tuple[State, Statement]
Pair = tuple[State, State]


class Line(NamedTuple):
    """One basis in force between the two, with what their statements do to it."""

    purpose: str
    by: Instrument | Agreement
    articles: tuple[str, ...]
    force: str | None
    scope: str | None
    since: When | None
    said: tuple[Said, ...] = ()
    authorities: tuple[tuple[State, Designation], ...] = ()
    not_known: tuple[State, ...] = ()
    marked: bool = False
    serving: Serving | None = None


class Barred(NamedTuple):
    """An instrument in force for both that a statement keeps from serving between them."""

    purpose: str
    instrument: Instrument
    said: Said


class Missing(NamedTuple):
    """An instrument that would serve if both were parties, and who is not.

    `doubtful` are those not known to be parties, `contracting` those that have consented, not yet in force for them.
    """

    purpose: str
    instrument: Instrument
    not_party: tuple[State, ...]
    doubtful: tuple[State, ...]
    contracting: tuple[State, ...] = ()


class Basis(NamedTuple):
    """The answer for two states on a date, in the same order whichever is named first."""

    as_of: date
    states: Pair
    purposes: tuple[str, ...]
    lines: tuple[Line, ...]
    barred: tuple[Barred, ...]
    missing: tuple[Missing, ...]
    to_verify: tuple[tuple[str, Agreement, Binding], ...]
    sources: Mapping[str, Source]
    cited: tuple[Source, ...] = ()
    """The sources of what is listed."""


def basis(register: Register, first: State, second: State, as_of: date, purposes: Iterable[str] = PURPOSES) -> Basis:
    """Every basis between two states on a date, agreements first, then instruments in the Strategy's order."""
    pair = (first, second) if first.iso3 <= second.iso3 else (second, first)
    wanted = tuple(purposes)
    standings = {
        id: tuple(standing(dossier(register, state, one), as_of) for state in pair)
        for id, one in register.instruments.items()
    }
    lines: list[Line] = []
    barred: list[Barred] = []
    missing: list[Missing] = []
    to_verify: list[tuple[str, Agreement, Binding]] = []
    for purpose in wanted:
        agreements = _agreements(register, pair, as_of, purpose)
        lines += [_agreement_line(purpose, one, binding) for one, binding in agreements if binding.certain]
        to_verify += [(purpose, one, binding) for one, binding in agreements if not binding.certain]
        for found in _instruments(register, pair, standings, as_of, purpose):
            match found:
                case Line():
                    lines.append(found)
                case Barred():
                    barred.append(found)
                case Missing():
                    missing.append(found)
    ids = _ids(lines, to_verify, standings)
    cited = tuple(source for id, source in register.sources.items() if id in ids)
    parts = tuple(lines), tuple(barred), tuple(_once(missing)), tuple(to_verify)
    return Basis(as_of, pair, wanted, *parts, register.sources, cited)


def _instruments(
    register: Register, pair: Pair, standings: Mapping[str, tuple[Standing, ...]], as_of: date, purpose: str
) -> Iterator[Line | Barred | Missing]:
    """What each instrument gives the two for a purpose; one that neither could join yet is not missed."""
    for id, one in register.instruments.items():
        for serving in one.serves.get(purpose, ()):
            found = between_parties(purpose, one, serving, pair, standings[id], as_of)
            if not isinstance(found, Missing) or (serving.force is not None and _open_to_both(standings[id])):
                yield found


def _ids(
    lines: list[Line], to_verify: list[tuple[str, Agreement, Binding]], standings: Mapping[str, tuple[Standing, ...]]
) -> set[str]:
    """The sources behind the lines: of both consents, of statements, authorities and agreements."""
    ids = {id for _, one, _ in to_verify for id in one.sources}
    for line in lines:
        ids.update(id for _, said in line.said for id in said.sources)
        ids.update(id for _, named in line.authorities for id in named.sources)
        if isinstance(line.by, Agreement):
            ids.update(line.by.sources)
        else:
            ids.update(id for now in standings[line.by.id] for id in now.evidence.sources)
    return ids


def _open_to_both(standings: tuple[Standing, ...]) -> bool:
    """Whether both could have joined on the date."""
    return all(now.name not in {Name.NOT_OPEN, Name.NOT_APPLICABLE} for now in standings)


def _once(missing: list[Missing]) -> list[Missing]:
    """Each instrument once for each purpose."""
    return list({(one.purpose, one.instrument.id): one for one in missing}.values())


def _agreements(register: Register, pair: Pair, as_of: date, purpose: str) -> list[tuple[Agreement, Binding]]:
    """The agreements for a purpose that bind both, or may."""
    if any(state.independence is not None and state.independence > as_of for state in pair):
        return []
    found = [
        (one, binding)
        for one in register.agreements.values()
        if purpose in one.purposes and (binding := between(one, pair[0].iso3, pair[1].iso3, as_of)) is not None
    ]
    return sorted(found, key=lambda both: both[0].kind != "bilateral")


def _agreement_line(purpose: str, one: Agreement, binding: Binding) -> Line:
    return Line(purpose, one, one.articles, one.force, one.scope, binding.since, marked=one.unconfirmed is not None)


def between_parties(
    purpose: str, one: Instrument, serving: Serving, pair: Pair, standings: tuple[Standing, ...], as_of: date
) -> Line | Barred | Missing:
    """What one entry of an instrument's legal bases gives two states, whose standings under it are given."""
    if not all(now.name is Name.PARTY for now in standings):
        return _missing(purpose, one, pair, standings)
    said = said_between(pair, standings, as_of)
    bar = bar_of(said, serving, pair)
    if bar is not None:
        return Barred(purpose, one, bar)
    articles = tuple(article for article in serving.articles if not any(excluded(s, article) for _, s in said))
    touching = tuple(both for both in said if touches(both[1], serving.articles))
    return Line(
        purpose,
        one,
        articles,
        serving.force,
        serving.scope,
        _later(standings),
        touching,
        tuple((state, due) for state in pair for due in _authorities(state, one, serving, as_of)),
        _not_known(one, serving, pair, said),
        any(now.evidence.marked for now in standings),
        serving,
    )


def _missing(purpose: str, one: Instrument, pair: Pair, standings: tuple[Standing, ...]) -> Missing:
    """Who keeps an instrument from being in force between the two."""
    both = list(zip(pair, standings, strict=True))
    doubtful = tuple(state for state, now in both if _doubtful(now))
    contracting = tuple(s for s, now in both if now.name is Name.CONTRACTING and s not in doubtful)
    others = (*doubtful, *contracting)
    absent = tuple(s for s, now in both if now.name is not Name.PARTY and s not in others)
    return Missing(purpose, one, absent, doubtful, contracting)


def _doubtful(now: Standing) -> bool:
    """Whether the state may be a party, for all that is known."""
    may_be = now.between is not None and Name.PARTY in now.between
    return may_be or now.name is Name.NO_INFORMATION


def said_between(pair: Pair, standings: tuple[Standing, ...], as_of: date) -> list[Said]:
    """What the two have said of an instrument; an objection concerns the state that it names, and no other."""
    return [
        (state, statement)
        for state, other, now in zip(pair, reversed(pair), standings, strict=True)
        for statement in standing_statements(now, as_of)
        if statement.to in {None, other.iso3}
    ]


def bar_of(said: list[Said], serving: Serving, pair: Pair) -> Said | None:
    """The statement that keeps the instrument from serving, if one does; the first, where it takes several together."""
    for state, statement in said:
        other = pair[1] if state is pair[0] else pair[0]
        if bars_treaty(statement, other.iso3):
            return state, statement
    turns_on = (serving.turns_on,) if serving.turns_on else serving.articles
    if not all(any(excluded(statement, article) for _, statement in said) for article in turns_on):
        return None
    return next(both for both in said if any(excluded(both[1], article) for article in turns_on))


def _later(standings: tuple[Standing, ...]) -> When | None:
    """The day since which it is in force between the two: the later of their own entries into force."""
    days = [now.in_force for now in standings if now.in_force is not None]
    if len(days) < len(standings):
        return None
    return span(max(day.earliest for day in days), max(day.latest for day in days))


def _authorities(state: State, one: Instrument, serving: Serving, as_of: date) -> list[Designation]:
    """The authorities that a state has designated under the articles that serve."""
    return [
        due
        for due in state.designations
        if due.instrument == one.id
        and due.article is not None
        and any(covers(article, due.article) for article in serving.articles)
        and not (due.since is not None and due.since.earliest > as_of)
        and not (due.until is not None and due.until.latest <= as_of)
    ]


def _not_known(instrument: Instrument, serving: Serving, pair: Pair, said: list[Said]) -> tuple[State, ...]:
    """The states of which it is not known whether they take an optional basis.

    Known is what was notified, and what was said of the paragraph on which the basis turns.
    """
    due = [
        entry.article for entry in instrument.designations if any(covers(a, entry.article) for a in serving.articles)
    ]
    if serving.force != "optional" or not due:
        return ()
    about = [*due, serving.turns_on] if serving.turns_on else due
    told = {state.iso3 for state, one in said if one.articles and one.text and touches(one, about)}
    return tuple(state for state in pair if state.iso3 not in told)
