"""What a fact rests on, and how current that is. The basis is the source's kind, never written down.

A day and its kind come from the same source: the newest page of all lends its day to no stronger kind.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from toc_treaties.model.action import Action, Invitation, NoneSeen, Statement
from toc_treaties.model.source import Basis, Source
from toc_treaties.model.state import Period
from toc_treaties.model.when import When


class Recorded(Protocol):
    """A record of the files, of whatever kind: it names its sources."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that show it."""


AnySource = TypeVar("AnySource")
Evidenced = Action | NoneSeen | Statement | Invitation | Period
Dated = tuple[Basis, When]
_STRENGTH = tuple(Basis)


class Evidence(NamedTuple):
    """The basis of a standing, the ids of the sources behind it, and the newest day of each kind of source."""

    basis: Basis
    sources: tuple[str, ...] = ()
    days: tuple[Dated, ...] = ()

    @property
    def as_of(self) -> When | None:
        """The newest day of the kind that the standing rests on; None where that is undated."""
        return dict(self.days).get(self.basis)

    @property
    def newest(self) -> When | None:
        """The newest day of all: how old the evidence is."""
        return newest(when for _, when in self.days)

    @property
    def marked(self) -> bool:
        """Whether it is shown with the mark of unconfirmed evidence."""
        return self.basis is Basis.UNCONFIRMED


NO_EVIDENCE = Evidence(Basis.NONE)


def cited(records: Iterable[Recorded], sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """The sources of some records, each once, in the order of the register."""
    return among({id for record in records for id in record.sources}, sources)


def among(ids: Collection[str], sources: Mapping[str, AnySource]) -> tuple[AnySource, ...]:
    """The sources of some ids, each once, in their own order."""
    return tuple(source for id, source in sources.items() if id in ids)


def is_marked(record: Recorded) -> bool:
    """Whether a record of any kind is unconfirmed: its entry says so, or names no source."""
    return not record.sources or getattr(record, "unconfirmed", None) is not None


def basis_of(fact: Evidenced, sources: Mapping[str, Source]) -> Basis:
    """Unconfirmed where the entry says so or names no source; else the best kind among its sources."""
    return Basis.UNCONFIRMED if is_marked(fact) else strongest(fact.sources, sources)


def strongest(ids: Iterable[str], sources: Mapping[str, Source]) -> Basis:
    """The best kind among some sources; unconfirmed where there is none."""
    kinds = [sources[id].kind for id in ids if id in sources]
    return kinds[0] if len(kinds) == 1 else min(kinds, key=_STRENGTH.index, default=Basis.UNCONFIRMED)


def newest(dates: Iterable[When | None]) -> When | None:
    """The newest of some dates, by their latest possible day; None where all are open."""
    return max((when for when in dates if when is not None), key=lambda when: when.latest, default=None)


def evidence_of(fact: Evidenced, sources: Mapping[str, Source]) -> Evidence:
    """The evidence of one recorded fact."""
    dated = _absent(fact, sources) if isinstance(fact, NoneSeen) else _dated(fact, sources)
    return Evidence(basis_of(fact, sources), fact.sources, newest_of_each(dated))


def newest_of_each(dated: Iterable[Dated]) -> tuple[Dated, ...]:
    """The newest day of each kind, the strongest kind first."""
    found: dict[Basis, When] = {}
    for basis, when in dated:
        before = found.get(basis)
        if before is None or when.latest > before.latest:
            found[basis] = when
    return tuple(
        sorted(found.items(), key=lambda dated: _STRENGTH.index(dated[0])) if len(found) > 1 else found.items()
    )


def with_newer(evidence: Evidence, others: Iterable[Evidence]) -> Evidence:
    """Evidence that others refresh: the newest day of each kind, and the sources that give it; the basis stays."""
    found = tuple(others)
    if not found:
        return evidence
    days = newest_of_each((*evidence.days, *(dated for other in found for dated in other.days)))
    newer = {*days} - {*evidence.days}
    ids = (id for other in found if newer & {*other.days} for id in other.sources)
    return Evidence(evidence.basis, tuple(dict.fromkeys((*evidence.sources, *ids))), days)


def _dated(fact: Evidenced, sources: Mapping[str, Source]) -> list[Dated]:
    """The kind and day of each dated source; of what rests on none that shows it, the days are unconfirmed too."""
    known = [sources[id] for id in fact.sources if id in sources]
    if fact.unconfirmed:
        return [(Basis.UNCONFIRMED, source.as_of) for source in known if source.as_of is not None]
    return [(source.kind, source.as_of) for source in known if source.as_of is not None]


def _absent(seen: NoneSeen, sources: Mapping[str, Source]) -> Iterator[Dated]:
    """The same of an absence: no source shows it on a later day than that which is recorded.

    Where none is of that day, or later, it is the weakest one's.
    """
    known = list(_known(seen, sources))
    weakest = max((source.kind for source in known), key=_STRENGTH.index, default=Basis.UNCONFIRMED)
    if seen.as_of is None:
        return
    reached = False
    for source in known:
        if source.as_of is not None:
            reached = reached or source.as_of.latest >= seen.as_of.latest
            yield (Basis.UNCONFIRMED if seen.unconfirmed else source.kind), min(source.as_of, seen.as_of, key=_end)
    if not reached:
        yield (Basis.UNCONFIRMED if seen.unconfirmed else weakest), seen.as_of


def _known(fact: Evidenced, sources: Mapping[str, Source]) -> Iterator[Source]:
    return (sources[id] for id in fact.sources if id in sources)


def _end(when: When) -> date:
    return when.latest
