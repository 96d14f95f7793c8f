"""Which standings a change of the register alters on a day, and which of them only rest on something else."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.gap import Part, part_of
from toc_treaties.law.next_step import Step, next_step
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.register import Register
from toc_treaties.model.state import State


class Held(NamedTuple):
    """A standing, and the next step that it leaves."""

    standing: Standing
    step: Step | None = None

    @property
    def part(self) -> Part:
        """The part of the tier."""
        return part_of(self.standing)

    @property
    def of_law(self) -> tuple[object, ...]:
        """The standing itself, without what shows it."""
        found = self.standing
        return (
            *(found.name, found.since, found.consent, found.in_force, found.leaving_on, found.between),
            *(found.leaving is None, found.eligibility, found.against is None, self.part),
        )

    @property
    def act(self) -> str | None:
        """The kind of the act that decides."""
        return self.standing.deciding.kind if self.standing.deciding else None


class StandingChange(NamedTuple):
    """One state under one instrument on a day, as the register answered before and as it answers now.

    A side is None where the register does not hold the state or the instrument. `renamed` are the ids under which
    sources of before now stand.
    """

    state: State
    instrument: Instrument
    before: Held | None
    after: Held | None
    renamed: Mapping[str, str] = {}

    @property
    def parts(self) -> tuple[Part | None, Part | None]:
        """The part of the tier before and after."""
        return (self.before.part if self.before else None), (self.after.part if self.after else None)

    @property
    def of_law(self) -> bool:
        """Whether the standing itself is another; else what shows it, the act or the next step alone is."""
        return self.before is None or self.after is None or self.before.of_law != self.after.of_law

    @property
    def of_step(self) -> bool:
        """Whether the next step is another."""
        return bool(self.before and self.after) and self.before.step is not self.after.step  # type: ignore[union-attr]

    @property
    def of_act(self) -> bool:
        """Whether the act that decides is of another kind."""
        return bool(self.before and self.after) and self.before.act != self.after.act  # type: ignore[union-attr]

    @property
    def of_evidence(self) -> bool:
        """Whether the standing rests on other evidence, or is marked where it was not."""
        if self.before is None or self.after is None:
            return False
        was, found = (_evidence(held.standing) for held in (self.before, self.after))
        return was != found or any(self.sources)

    @property
    def of_basis(self) -> bool:
        """Whether it rests on evidence of another kind."""
        bases = [held and held.standing.evidence.basis for held in (self.before, self.after)]
        return bases[0] is not bases[1]

    @property
    def of_mark(self) -> bool:
        """Whether the standing or its day is marked on one side alone."""
        marks = [
            held and (held.standing.evidence.marked, held.standing.day_marked) for held in (self.before, self.after)
        ]
        return marks[0] != marks[1]

    @property
    def sources(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the sources that no longer stand behind it, and of those that do now."""
        was, found = (held.standing.evidence.sources if held else () for held in (self.before, self.after))
        had = tuple(self.renamed.get(id, id) for id in was)
        return tuple(id for id in had if id not in found), tuple(id for id in found if id not in had)


def standing_changes(
    before: Register,
    after: Register,
    slugs: Iterable[str],
    day: date,
    renamed: Mapping[str, str] = {},
) -> Iterator[StandingChange]:
    """Every standing of some states that differs between two readings, or rests on another act or other evidence.

    One that a reading could not give, because an entry behind it could not be read, is left out.
    """
    instruments = {**before.instruments, **after.instruments}
    settled = unchanged(before, after)
    for slug in slugs:
        same = same_state(before, after, slug)
        for id, instrument in instruments.items():
            if (same and id in settled) or _unreadable(before, slug, id) or _unreadable(after, slug, id):
                continue
            was, found = (_held(register, slug, id, day) for register in (before, after))
            state = after.states.get(slug) or before.states[slug]
            change = StandingChange(state, instrument, was, found, renamed)
            if (was or found) and (change.of_law or change.of_step or change.of_act or change.of_evidence):
                yield change


def unchanged(before: Register, after: Register) -> set[str]:
    """The instruments that are as they were, with those that they require."""
    same = {id for id, instrument in before.instruments.items() if instrument == after.instruments.get(id)}
    lost = {*before.instruments, *after.instruments} - same
    while True:
        above = {id for id in same if (needs := before.instruments[id].requires) and needs.instrument in lost}
        if not above:
            return same
        same, lost = same - above, lost | above


def same_state(before: Register, after: Register, slug: str) -> bool:
    """Whether all that is recorded of a state is as it was, with the sources that it cites."""
    old, new = before.states.get(slug), after.states.get(slug)
    if old is None or old != new:
        return False
    entries = [entry for cell in old.treaties.values() for entry in cell.entries]
    ids = {id for entry in entries for id in entry.sources}
    return all(before.sources.get(id) == after.sources.get(id) for id in ids)


def _unreadable(register: Register, slug: str, instrument: str) -> bool:
    """Whether a reading could not read all that is recorded of a state on an instrument, or on its parent."""
    state = register.states.get(slug)
    if state is None:
        return f"states/{slug}" in register.dropped
    above = register.instruments[instrument].requires if instrument in register.instruments else None
    ids = (instrument, above.instrument) if above else (instrument,)
    absent = any("*" in state.faulty and id not in state.treaties for id in ids)
    return absent or bool(state.faulty & {*ids}) or any(register.cell(state, id).faulty for id in ids)


def _held(register: Register, slug: str, id: str, day: date) -> Held | None:
    """A standing as one reading gives it, with the next step; nothing where it does not hold both."""
    state, instrument = register.states.get(slug), register.instruments.get(id)
    if state is None or instrument is None:
        return None
    case = dossier(register, state, instrument)
    found = standing(case, day)
    return Held(found, next_step(case, found, day).step)


def _evidence(found: Standing) -> tuple[object, ...]:
    return found.evidence.marked, found.day_marked, found.evidence.basis, found.evidence.days
