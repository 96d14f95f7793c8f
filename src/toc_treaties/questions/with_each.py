"""What comes first between one state and each other, for every purpose on which there can be a treaty."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from toc_treaties.model.register import Register
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import TREATIES_ON
from toc_treaties.questions.pairs import WithAll, with_all


class WithEach(NamedTuple):
    """The answers for each purpose, in their order."""

    as_of: date
    state: State
    purposes: tuple[WithAll, ...]


def with_each(register: Register, states: Iterable[State], state: State, as_of: date) -> WithEach:
    """What comes first between one state and each other on a day."""
    others = tuple(states)
    return WithEach(as_of, state, tuple(with_all(register, others, state, as_of, purpose) for purpose in TREATIES_ON))
