"""What a fact rests on, and how current that is. The basis is the source's kind, never written down."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from toc_treaties.model.action import Action, Invitation, NoneSeen, Statement
from toc_treaties.model.source import Basis, Source
from toc_treaties.model.state import Period
from toc_treaties.model.when import When

Evidenced = Action | NoneSeen | Statement | Invitation | Period


class Evidence(NamedTuple):
    """The basis of a standing, how current its newest source is (None where undated), and the sources' ids."""

    basis: Basis
    as_of: When | None
    sources: tuple[str, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether it is shown with the mark of unconfirmed evidence."""
        return self.basis is Basis.UNCONFIRMED


NO_EVIDENCE = Evidence(Basis.NONE, None)


def basis_of(fact: Evidenced, sources: Mapping[str, Source]) -> Basis:
    """Unconfirmed where the entry says so or names no source; else the best kind among its sources."""
    if fact.unconfirmed is not None:
        return Basis.UNCONFIRMED
    kinds = {sources[id].kind for id in fact.sources if id in sources}
    if Basis.DEPOSITARY in kinds:
        return Basis.DEPOSITARY
    return Basis.SECONDARY if kinds else Basis.UNCONFIRMED


def newest(dates: Iterable[When | None]) -> When | None:
    """The newest of some dates, by their latest possible day; None where all are open."""
    return max((one for one in dates if one is not None), key=lambda one: one.latest, default=None)


def evidence_of(fact: Evidenced, sources: Mapping[str, Source]) -> Evidence:
    """The evidence of one recorded fact."""
    as_of = newest(sources[id].as_of for id in fact.sources if id in sources)
    return Evidence(basis_of(fact, sources), as_of, fact.sources)
