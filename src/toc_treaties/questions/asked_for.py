"""How a request is asked for in a state: its law on it, and the authority that it has named for it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from toc_treaties.law.designations import in_effect
from toc_treaties.law.measures import SIGN, MeasureStanding, Sign
from toc_treaties.model.measure import MeasureKind
from toc_treaties.model.register import Register
from toc_treaties.model.state import Designation, State
from toc_treaties.model.vocabulary import InstitutionRole, Purpose
from toc_treaties.questions.measures import NOT_STANDING, TopicMeasures, of_state

SIGNS = tuple(Sign)
ROLES = {
    Purpose.EXTRADITION: InstitutionRole.EXTRADITION_AUTHORITY,
    Purpose.MUTUAL_LEGAL_ASSISTANCE: InstitutionRole.MLA_CENTRAL_AUTHORITY,
}
"""The purposes on which states have a law of their own, which are topics too, and who serves them."""


class AskedFor(NamedTuple):
    """A state's law on a purpose, and the institutions that it has named for it: in a role, else under an article."""

    state: State
    law: TopicMeasures
    authorities: tuple[Designation, ...]

    @property
    def laws(self) -> tuple[MeasureStanding, ...]:
        """The laws of the state on it: those in force first, then those adopted, each time the newest before others."""
        return tuple(sorted(self.law.of_kind, key=lambda each: (SIGNS.index(SIGN[each.stands]), each.marked)))

    @property
    def more(self) -> int:
        """How many others stand beside the first."""
        return sum(each.stands not in NOT_STANDING for each in self.laws[1:])


def asked_for(
    register: Register,
    states: Iterable[State],
    purpose: str,
    articles: Iterable[tuple[State, Designation]],
    as_of: date,
) -> tuple[AskedFor, ...]:
    """How each of two states is asked; nothing where no law serves the purpose, or topics were not read.

    `articles` are those designated under the articles that serve the two.
    """
    role, topic = ROLES.get(Purpose(purpose)), register.topics.get(purpose)
    if role is None or topic is None:
        return ()
    named = [*articles]
    found = []
    for state in states:
        (law,) = of_state(register, state, as_of, topic=topic, kind=MeasureKind.LAW).topics
        held = [each for each in state.designations if each.role is role and in_effect(each, as_of)]
        under = [designation for of, designation in named if of is state]
        by_name = {each.institution: each for each in reversed(held or under)}
        found.append(AskedFor(state, law, tuple(reversed(by_name.values()))))
    return tuple(found)
