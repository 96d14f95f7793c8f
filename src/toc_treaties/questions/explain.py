"""Why one state stands as it does under one instrument on a date."""

from datetime import date
from typing import NamedTuple

from toc_treaties.law.evidence import cited
from toc_treaties.law.membership import OAS, is_member, participation
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.questions.case import Case, item, with_objections


class Explanation(NamedTuple):
    """One standing with its path and every source behind it."""

    as_of: date
    item: Case
    member: bool
    sources: tuple[Source, ...]


def explain(register: Register, state: State, instrument: Instrument, as_of: date) -> Explanation:
    """The path of a state to its standing under an instrument on a date."""
    found = with_objections(register, item(register, state, instrument, as_of))
    sources = cited([found, *participation(state, as_of)], register.sources)
    return Explanation(as_of, found, is_member(state, OAS, as_of), sources)
