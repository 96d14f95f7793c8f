"""What a party owes to a depositary or secretariat under each article, and which roles a member is asked to fill.

The one place that says what is due: the questions `authorities` and `due` both ask here.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.law.designations import in_effect, lapsed, met
from toc_treaties.law.dossier import dossier
from toc_treaties.law.membership import is_member
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.statements import covers, standing_statements
from toc_treaties.model.action import Statement
from toc_treaties.model.instrument import DesignationDue, Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import Condition, Designation, State

ASKED_FOR = ("national-authority", "national-point-of-contact")
"""The roles that every member is asked to fill, in the order of the paragraphs; others are shown where recorded."""


class DesignationOwed(NamedTuple):
    """One designation or notification under an article, for one party: what is on record of it, and what has lapsed.

    `met` is the condition that the party is known to meet, where the article asks only such parties. `marked` says
    that no source shows the consent on which the duty rests.
    """

    instrument: Instrument
    due: DesignationDue
    since: date | None
    designated: tuple[Designation, ...]
    lapsed: tuple[Designation, ...]
    statements: tuple[Statement, ...]
    met: Condition | None = None
    marked: bool = False

    @property
    def on_record(self) -> bool:
        """Whether anything answers the article."""
        return bool(self.designated or self.statements)

    @property
    def is_due(self) -> bool:
        """Whether the party shall give it: a conditional duty, where its condition is known to be met."""
        return self.due.due and (self.due.condition is None or self.met is not None)


class RoleHeld(NamedTuple):
    """One role in a state: the institutions that hold it, and those that held it before."""

    role: str
    designated: tuple[Designation, ...]
    lapsed: tuple[Designation, ...]


def duties(
    register: Register, state: State, instruments: Iterable[Instrument], as_of: date
) -> Iterator[DesignationOwed]:
    """What each instrument in force for a state on a date asks it to notify or designate (VCLT arts 26, 2(1)(g)).

    What an article only allows is there where something is on record.
    """
    for instrument in instruments:
        if not instrument.designations:
            continue
        found = standing(dossier(register, state, instrument), as_of)
        if found.name is StandingKind.PARTY:
            owed = (_owed(state, instrument, due, found, as_of) for due in instrument.designations)
            yield from (one for one in owed if not one.due.may or one.on_record or one.lapsed)


def _owed(state: State, instrument: Instrument, due: DesignationDue, found: Standing, as_of: date) -> DesignationOwed:
    key = (instrument.id, due.article)
    running, ended = _parted([one for one in state.designations if (one.instrument, one.article) == key], as_of)
    said = standing_statements(found, as_of)
    return DesignationOwed(
        instrument,
        due,
        found.in_force.day if found.in_force else None,
        running,
        ended,
        tuple(one for one in said if any(covers(due.article, article) for article in one.articles)),
        next((one for one in state.conditions if (one.instrument, one.article) == key and met(one, as_of)), None),
        found.evidence.marked,
    )


def roles(state: State, as_of: date) -> tuple[RoleHeld, ...]:
    """The roles that a member is asked to fill, and others that a state has on record."""
    asked = ASKED_FOR if is_member(state, "oas", as_of) else ()
    held = [one.role for one in state.designations if one.role is not None]
    return tuple(_held(state, role, as_of) for role in sorted({*asked, *held}, key=[*ASKED_FOR, *held].index))


def _held(state: State, role: str, as_of: date) -> RoleHeld:
    return RoleHeld(role, *_parted([one for one in state.designations if one.role == role], as_of))


def _parted(made: list[Designation], as_of: date) -> tuple[tuple[Designation, ...], tuple[Designation, ...]]:
    """The designations in effect on a date, until their end is certain, and those that have lapsed."""
    running = tuple(one for one in made if in_effect(one, as_of))
    return running, tuple(one for one in made if lapsed(one, as_of))
