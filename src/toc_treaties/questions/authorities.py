"""Which authorities and notifications parties owe under each article, and which are on record."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.evidence import cited
from toc_treaties.model.action import Statement
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import Condition, Designation, State
from toc_treaties.questions.duties import DesignationOwed, RoleHeld, duties, roles
from toc_treaties.questions.scope import Scope

Shown = Designation | Statement | Condition
"""What can stand on record under an article or for a role, or shows that an article's condition is met."""


class StateAuthorities(NamedTuple):
    """The roles of one state, what it owes under each article, and what is on record, in the Strategy's order."""

    state: State
    owed: tuple[DesignationOwed, ...]
    roles: tuple[RoleHeld, ...] = ()


class AcrossInstrument(NamedTuple):
    """One instrument with the states of the answer that are party to it, and for each article what each party owes."""

    instrument: Instrument
    parties: tuple[State, ...]
    articles: tuple[tuple[tuple[State, DesignationOwed], ...], ...]


class Authorities(NamedTuple):
    """Designations by state on a date; of several states also by role and by article."""

    as_of: date
    scope: Scope
    states: tuple[StateAuthorities, ...]
    sources: Mapping[str, Source]

    @property
    def shown(self) -> Iterator[Shown]:
        """Everything on record, and what shows that a condition is met."""
        for entry in self.states:
            for held in entry.roles:
                yield from (*held.designated, *held.lapsed)
            for owed in entry.owed:
                yield from owed.recorded
                yield from owed.lapsed
                yield from [owed.met] if owed.met else []

    @property
    def cited(self) -> tuple[Source, ...]:
        """The sources of everything on record, in the order of the register."""
        return cited(self.shown, self.sources)

    @property
    def by_role(self) -> Mapping[str, list[tuple[State, RoleHeld]]]:
        """Who holds each role, across the states that hold it or are asked to fill it."""
        found: dict[str, list[tuple[State, RoleHeld]]] = {}
        for entry in self.states:
            for held in entry.roles:
                found.setdefault(held.role, []).append((entry.state, held))
        return found

    @property
    def by_instrument(self) -> Iterator[AcrossInstrument]:
        """Each instrument that asks some of the states for something, with its articles in their order."""
        for instrument in self.scope.instruments:
            owed = [
                (entry.state, each) for entry in self.states for each in entry.owed if each.instrument is instrument
            ]
            articles = (tuple(pair for pair in owed if pair[1].due is due) for due in instrument.designations)
            parties = tuple({state.slug: state for state, _ in owed}.values())
            if parties:
                yield AcrossInstrument(instrument, parties, tuple(article for article in articles if article))


def authorities(register: Register, scope: Scope, as_of: date) -> Authorities:
    """The designations of each state under the instruments in force for it on a date; the roles beside all of them."""
    answers = tuple(
        StateAuthorities(
            state,
            tuple(duties(register, state, scope.instruments, as_of)),
            () if scope.of_some_instruments else roles(state, as_of),
        )
        for state in scope.states
    )
    return Authorities(as_of, scope, answers, register.sources)
