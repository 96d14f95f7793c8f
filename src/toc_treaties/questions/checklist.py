"""One state's whole list of instruments: what it has done about each, when, and on what evidence."""

from datetime import date
from typing import NamedTuple

from toc_treaties.law.membership import is_member
from toc_treaties.model.commitment import Catalogue
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.questions.case import Case, cited, item
from toc_treaties.questions.commitments import CommitmentProgress, state_progress


class StateChecklist(NamedTuple):
    """Every instrument for a state on a date, in the Strategy's order, with the sources cited."""

    as_of: date
    state: State
    member: bool
    items: tuple[Case, ...]
    sources: tuple[Source, ...]
    progress: tuple[CommitmentProgress, ...] = ()
    catalogue: Catalogue | None = None
    evidence: tuple[Source, ...] = ()
    """The sources of what is recorded about commitments."""


def checklist(register: Register, state: State, as_of: date) -> StateChecklist:
    """What a state has done about every instrument by a date."""
    items = tuple(item(register, state, instrument, as_of) for instrument in register.instruments.values())
    progress = state_progress(register, state, as_of)
    member = is_member(state, "oas", as_of)
    sources = cited(register, items)
    return StateChecklist(
        as_of, state, member, items, sources, progress, register.catalogue, _evidence(register, progress)
    )


def _evidence(register: Register, progress: tuple[CommitmentProgress, ...]) -> tuple[Source, ...]:
    """The sources of the assessments, designations, strategies and laws shown, each once, in the order of the texts."""
    ids: list[str] = []
    for one in progress:
        ids += one.assessment.sources if one.assessment else ()
        ids += one.record.sources if one.record else ()
        ids += (id for named in one.designations for id in named.sources)
        ids += (id for plan in one.strategies for id in plan.sources)
        ids += (id for law in one.laws for id in law.sources)
    return tuple(register.sources[id] for id in dict.fromkeys(ids) if id in register.sources)
