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


class StateAuthorities(NamedTuple):
    """What one state owes and what is on record, in the Strategy's order."""

    state: State
    owed: tuple[Owed, ...]


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
    answers = tuple(StateAuthorities(state, tuple(_of_state(register, state, wanted, as_of))) for state in states)
    return Authorities(as_of, answers, register.sources)


def _of_state(register: Register, state: State, instruments: tuple[Instrument, ...], as_of: date) -> Iterable[Owed]:
    for instrument in instruments:
        now = standing(dossier(register, state, instrument), as_of)
        if now.name is not Name.PARTY:
            continue
        said = standing_statements(now, as_of)
        for due in instrument.designations:
            made = [one for one in state.designations if one.instrument == instrument.id and one.article == due.article]
            begun = [one for one in made if not (one.since is not None and one.since.earliest > as_of)]
            ended = tuple(one for one in begun if one.until is not None and one.until.latest <= as_of)
            yield Owed(
                instrument,
                due,
                now.in_force.day if now.in_force else None,
                tuple(one for one in begun if one not in ended),
                ended,
                tuple(one for one in said if any(covers(due.article, article) for article in one.articles)),
            )
