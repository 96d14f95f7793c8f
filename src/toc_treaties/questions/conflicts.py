"""Where two sources disagree, as recorded: what is followed, what the other says, and why."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from toc_treaties.law.dossier import dossier
from toc_treaties.law.evidence import among, basis_of, strongest
from toc_treaties.law.history import EventKind, history
from toc_treaties.law.measures import MeasureStanding
from toc_treaties.law.membership import limits
from toc_treaties.law.standing import standing
from toc_treaties.model.action import Action, Conflict
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.measure import MeasureBasis, MeasureSource
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis, Source
from toc_treaties.model.state import Participation, State
from toc_treaties.model.when import When
from toc_treaties.questions.measures import all_sources, on_record
from toc_treaties.questions.scope import Scope


class Disagreement(NamedTuple):
    """One conflict: what it is about (an instrument; a state's act under it; a measure), and what the other says.

    `followed` are the ids of the sources that are followed. `in_force` is when an act took effect, since some disagree
    on that day alone.
    """

    conflict: Conflict
    followed: tuple[str, ...]
    state: State | None = None
    instrument: Instrument | None = None
    action: Action | None = None
    in_force: When | None = None
    measure: MeasureStanding | None = None
    basis: Basis | MeasureBasis = Basis.UNCONFIRMED
    """The strongest kind among the sources that are followed."""

    @property
    def of_instrument(self) -> bool:
        """Whether it is about an instrument itself, and no act."""
        return self.action is None and self.measure is None


class Contested(NamedTuple):
    """A state's part in the OAS of which sources have several readings; none is followed."""

    state: State
    participation: Participation


class Conflicts(NamedTuple):
    """Every recorded conflict on a date: of instruments, of acts, of measures; and what is contested."""

    as_of: date
    scope: Scope
    instruments: tuple[Disagreement, ...]
    acts: tuple[Disagreement, ...]
    measures: tuple[Disagreement, ...]
    contested: tuple[Contested, ...]
    sources: tuple[Source | MeasureSource, ...]
    """The sources of both sides: of the register, then of the states' files of measures."""

    @property
    def every(self) -> tuple[Disagreement, ...]:
        """Every conflict in which one source is followed."""
        return (*self.instruments, *self.acts, *self.measures)


def conflicts(register: Register, scope: Scope, as_of: date) -> Conflicts:
    """The conflicts of what exists on a date, in the order of the Strategy, then of the states.

    An instrument's own are left out where only some states were asked about, and measures where only some instruments.
    """
    own = () if scope.of_some_states else tuple(_of_instruments(register, scope, as_of))
    acts = tuple(found for each in scope.instruments for found in _of_acts(register, scope.states, each, as_of))
    home = () if scope.of_some_instruments else tuple(_of_measures(register, scope.states, as_of))
    contested = () if scope.of_some_instruments else tuple(_contested(scope.states, as_of))
    ids = {id for each in (*own, *acts) for id in (*each.followed, *each.conflict.sources)}
    ids |= {id for each in contested for reading in each.participation.readings for id in reading.sources}
    home_ids = {id for each in home for id in (*each.followed, *each.conflict.sources)}
    of_register: tuple[Source | MeasureSource, ...] = among(ids, register.sources)
    sources = of_register + among(home_ids, all_sources(register, scope.states))
    return Conflicts(as_of, scope, own, acts, home, contested, sources)


def _of_instruments(register: Register, scope: Scope, as_of: date) -> Iterator[Disagreement]:
    """What is said otherwise of an instrument itself; its text is followed."""
    for instrument in scope.instruments:
        if instrument.adopted <= as_of:
            for conflict in instrument.conflict:
                basis = strongest(instrument.text, register.sources)
                yield Disagreement(conflict, instrument.text, instrument=instrument, basis=basis)


def _of_acts(
    register: Register, states: Iterable[State], instrument: Instrument, as_of: date
) -> Iterator[Disagreement]:
    """What is said otherwise of the acts that can have been done by a date."""
    for state in states:
        if not any(action.conflict for action in register.cell(state, instrument.id).actions):
            continue
        found = standing(dossier(register, state, instrument), as_of)
        effects = {id(event.action): event.when for event in history(found) if event.kind is EventKind.ENTRY_INTO_FORCE}
        for action in found.actions:
            basis = basis_of(action, register.sources)
            for conflict in action.conflict:
                in_force = effects.get(id(action))
                yield Disagreement(conflict, action.sources, state, instrument, action, in_force, basis=basis)


def _of_measures(register: Register, states: Iterable[State], as_of: date) -> Iterator[Disagreement]:
    """What is said otherwise of the measures that are there on a date."""
    for state in states:
        for standing_ in on_record(register, state, as_of):
            basis = MeasureBasis.OFFICIAL if standing_.official else MeasureBasis.SECONDARY
            measure = standing_.measure
            for conflict in measure.conflict:
                kind = Basis.UNCONFIRMED if standing_.marked else basis
                yield Disagreement(conflict, measure.sources, state, measure=standing_, basis=kind)


def _contested(states: Iterable[State], as_of: date) -> Iterator[Contested]:
    """The states whose part in the OAS is read in several ways on a date."""
    for state in states:
        for limit in limits([state], as_of):
            if limit.participation.readings:
                yield Contested(state, limit.participation)
