"""What a change of the register means: each standing that it changes on a day, and what was known of it before."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.gap import Part, part_of
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State


class StandingChange(NamedTuple):
    """One state under one instrument on a day, as the register answered before and as it answers now."""

    state: State
    instrument: Instrument
    before: Standing
    after: Standing

    @property
    def parts(self) -> tuple[Part, Part]:
        """The part of the tier before and after."""
        return part_of(self.before), part_of(self.after)

    @property
    def of_law(self) -> bool:
        """Whether the standing itself is another; else the evidence alone is."""
        return _law(self.before) != _law(self.after) or self.parts[0] is not self.parts[1]


def standing_changes(before: Register, after: Register, slugs: Iterable[str], day: date) -> Iterator[StandingChange]:
    """Every standing of some states that differs between two readings of the register, or rests on other evidence."""
    for slug in slugs:
        old, new = before.states.get(slug), after.states.get(slug)
        if old is None or new is None:
            continue
        for id, instrument in after.instruments.items():
            if id not in before.instruments:
                continue
            was = standing(dossier(before, old, before.instruments[id]), day)
            now = standing(dossier(after, new, instrument), day)
            if _law(was) != _law(now) or _evidence(was) != _evidence(now):
                yield StandingChange(new, instrument, was, now)


def _law(found: Standing) -> tuple[object, ...]:
    return (
        *(found.name, found.since, found.consent, found.in_force, found.leaving_on, found.between),
        *(found.leaving is None, found.eligibility, found.against is None),
    )


def _evidence(found: Standing) -> tuple[object, ...]:
    return found.evidence.marked, found.day_marked, found.evidence.sources, found.evidence.newest
