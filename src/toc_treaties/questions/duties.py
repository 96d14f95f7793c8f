"""What a party owes to a depositary or secretariat under each article, and which roles a member is asked to fill.

The one place that says what is due: the questions `authorities` and `due` both ask here.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.law.designations import in_effect, lapsed, met
from toc_treaties.law.dossier import dossier
from toc_treaties.law.membership import OAS, is_member
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing, standing
from toc_treaties.law.statements import covers, standing_statements
from toc_treaties.model.action import Statement
from toc_treaties.model.instrument import DesignationDue, Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import Condition, Designation, State

ASKED_FOR = ("national-authority", "national-point-of-contact")
"""The roles that every member is asked to fill, in the order of the paragraphs; others are shown where recorded."""


class Duty(StrEnum):
    """What an article asks of a party: to notify, to notify on a condition, to designate alone, or nothing."""

    DUE = "due"
    CONDITIONAL = "conditional"
    NOT_NOTIFIED = "not_notified"
    ALLOWED = "allowed"


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
    def recorded(self) -> tuple[Designation | Statement, ...]:
        """What answers the article on the day."""
        found: list[Designation | Statement] = [*self.designated, *self.statements]
        return tuple(found)

    @property
    def on_record(self) -> bool:
        """Whether anything answers the article."""
        return bool(self.recorded)

    @property
    def is_due(self) -> bool:
        """Whether the party shall give it: a conditional duty, where its condition is known to be met."""
        return self.duty is Duty.DUE

    @property
    def duty(self) -> Duty:
        """What the article asks of this party; on a condition where the party is not known to meet it."""
        if not self.due.due:
            return Duty.ALLOWED if self.due.may else Duty.NOT_NOTIFIED
        return Duty.DUE if self.due.condition is None or self.met else Duty.CONDITIONAL


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
        held = standing(dossier(register, state, instrument), as_of)
        if held.name is StandingKind.PARTY:
            for due in instrument.designations:
                owed = _owed(state, instrument, due, held, as_of)
                if not due.may or owed.on_record or owed.lapsed:
                    yield owed


def _owed(state: State, instrument: Instrument, due: DesignationDue, held: Standing, as_of: date) -> DesignationOwed:
    key = (instrument.id, due.article)
    running, ended = _parted([made for made in state.designations if (made.instrument, made.article) == key], as_of)
    conditions = (each for each in state.conditions if (each.instrument, each.article) == key)
    return DesignationOwed(
        instrument,
        due,
        held.in_force.day if held.in_force else None,
        running,
        ended,
        tuple(
            statement
            for statement in standing_statements(held, as_of)
            if any(covers(due.article, article) for article in statement.articles)
        ),
        next((condition for condition in conditions if met(condition, as_of)), None),
        held.evidence.marked,
    )


def roles(state: State, as_of: date) -> tuple[RoleHeld, ...]:
    """The roles that a member is asked to fill, and others that a state has on record."""
    asked = ASKED_FOR if is_member(state, OAS, as_of) else ()
    held = [made.role for made in state.designations if made.role is not None]
    return tuple(
        RoleHeld(role, *_parted([made for made in state.designations if made.role == role], as_of))
        for role in sorted({*asked, *held}, key=[*ASKED_FOR, *held].index)
    )


def _parted(made: list[Designation], as_of: date) -> tuple[tuple[Designation, ...], tuple[Designation, ...]]:
    """The designations in effect on a date, until their end is certain, and those that have lapsed."""
    running = tuple(designation for designation in made if in_effect(designation, as_of))
    return running, tuple(designation for designation in made if lapsed(designation, as_of))
