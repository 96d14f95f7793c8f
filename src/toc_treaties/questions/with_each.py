"""What comes first between one state and each other, for every purpose on which there can be a treaty."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import TREATIES_ON
from toc_treaties.questions.between import WorkedOut
from toc_treaties.questions.pairs import WithAll, with_all


class WithEach(NamedTuple):
    """The answers for each purpose, in their order."""

    as_of: date
    state: State
    purposes: tuple[WithAll, ...]


def with_each(
    register: Register, states: Iterable[State], state: State, as_of: date, worked_out: WorkedOut | None = None
) -> WithEach:
    """What comes first between one state and each other on a day."""
    others, worked_out = tuple(states), worked_out or WorkedOut()
    answers = (with_all(register, others, state, as_of, purpose, worked_out) for purpose in TREATIES_ON)
    return WithEach(as_of, state, tuple(answers))
