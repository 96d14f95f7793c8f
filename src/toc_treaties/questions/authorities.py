"""Which authorities and notifications a party owes under each article, and which are on record."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.standing import Name, standing
from toc_treaties.law.statements import covers, standing_statements
from toc_treaties.model.action import Statement
from toc_treaties.model.dossier import dossier
from toc_treaties.model.instrument import DesignationDue, Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import Designation, State


class Owed(NamedTuple):
    """One designation under an article, for one party: what is on record of it, and what has lapsed."""

    instrument: Instrument
    due: DesignationDue
    since: date | None
    designated: tuple[Designation, ...]
    lapsed: tuple[Designation, ...]
    statements: tuple[Statement, ...]

    @property
    def on_record(self) -> bool:
        """Whether anything answers the article."""
        return bool(self.designated or self.statements)


class Held(NamedTuple):
    """One role in a state: the institutions that hold it, and those that held it before."""

    role: str
    designated: tuple[Designation, ...]
    lapsed: tuple[Designation, ...]


class StateAuthorities(NamedTuple):
    """The roles of one state, what it owes under each article, and what is on record, in the Strategy's order."""

    state: State
    owed: tuple[Owed, ...]
    roles: tuple[Held, ...] = ()


class Authorities(NamedTuple):
    """Designations by state on a date."""

    as_of: date
    states: tuple[StateAuthorities, ...]
    sources: Mapping[str, Source]


def authorities(
    register: Register, states: Iterable[State], instruments: Iterable[Instrument], as_of: date
) -> Authorities:
    """The designations of each state under the instruments in force for it on a date."""
    wanted = tuple(one for one in instruments if one.designations)
    answers = tuple(
        StateAuthorities(state, tuple(_of_state(register, state, wanted, as_of)), _roles(state, as_of))
        for state in states
    )
    return Authorities(as_of, answers, register.sources)


ASKED_FOR = ("national-authority", "national-point-of-contact")
"""The roles that every state is asked to fill; others are shown where they are recorded."""


def _roles(state: State, as_of: date) -> tuple[Held, ...]:
    """The roles that a state is asked to fill (Strategy 5.a, 5.b), and others that it has."""
    others = [one.role for one in state.designations if one.role is not None]
    return tuple(_held(state, role, as_of) for role in dict.fromkeys([*ASKED_FOR, *others]))


def _held(state: State, role: str, as_of: date) -> Held:
    made = [one for one in state.designations if one.role == role and _begun(one, as_of)]
    ended = tuple(one for one in made if one.until is not None and one.until.latest <= as_of)
    return Held(role, tuple(one for one in made if one not in ended), ended)


def _begun(one: Designation, as_of: date) -> bool:
    return one.since is None or one.since.earliest <= as_of


def _of_state(register: Register, state: State, instruments: tuple[Instrument, ...], as_of: date) -> Iterable[Owed]:
    for instrument in instruments:
        now = standing(dossier(register, state, instrument), as_of)
        if now.name is not Name.PARTY:
            continue
        said = standing_statements(now, as_of)
        for due in instrument.designations:
            made = [one for one in state.designations if one.instrument == instrument.id and one.article == due.article]
            begun = [one for one in made if _begun(one, as_of)]
            ended = tuple(one for one in begun if one.until is not None and one.until.latest <= as_of)
            yield Owed(
                instrument,
                due,
                now.in_force.day if now.in_force else None,
                tuple(one for one in begun if one not in ended),
                ended,
                tuple(one for one in said if any(covers(due.article, article) for article in one.articles)),
            )
