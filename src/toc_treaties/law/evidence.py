"""What a fact rests on, and how current that is. The basis is the source's kind, never written down."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.model.action import Action, Invitation, NoneSeen, Statement
from toc_treaties.model.source import Basis, Source
from toc_treaties.model.state import Period

Evidenced = Action | NoneSeen | Statement | Invitation | Period


class Evidence(NamedTuple):
    """The basis of a standing, the newest date of its sources (None where undated), and their ids."""

    basis: Basis
    as_of: date | None
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


def newest(ids: Iterable[str], sources: Mapping[str, Source]) -> date | None:
    """The newest date among sources, at its latest possible day; None where all are undated."""
    days = [as_of.latest for id in ids if id in sources and (as_of := sources[id].as_of) is not None]
    return max(days, default=None)


def evidence_of(fact: Evidenced, sources: Mapping[str, Source]) -> Evidence:
    """The evidence of one recorded fact."""
    return Evidence(basis_of(fact, sources), newest(fact.sources, sources), fact.sources)
