"""One state's instruments and commitments, for a list to be ticked."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from toc_treaties.law.evidence import Recorded, cited
from toc_treaties.law.membership import participation
from toc_treaties.model.commitment import Catalogue, Commitment
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.measure import MeasureSource
from toc_treaties.model.register import Register
from toc_treaties.model.source import Source
from toc_treaties.model.state import State
from toc_treaties.model.vocabulary import Grouped, Listed
from toc_treaties.questions.commitments import CommitmentProgress, catalogue_of, state_progress
from toc_treaties.questions.measures import held_of
from toc_treaties.questions.profile import Profile, profile


class StateChecklist(NamedTuple):
    """A state's instruments on a date, and its progress on each commitment addressed to member states."""

    listed: tuple[Listed, ...]
    profile: Profile
    progress: tuple[CommitmentProgress, ...]
    catalogue: Catalogue
    instruments: Mapping[str, Instrument]
    sources: tuple[Source, ...]
    """What the standings rest on, and what is recorded about commitments, in the order of `sources.yaml`."""
    known: Mapping[str, Source]
    """Every source of the register: what an act rests on, of whatever standing."""
    held: Mapping[str, MeasureSource] = {}
    """The sources of what the state has done at home."""

    def grouped(self, by: Grouped) -> Iterable[tuple[str, list[CommitmentProgress]]]:
        """The commitments that no instrument answers, by what they are listed under, in the order of the texts."""
        groups: dict[str, list[CommitmentProgress]] = {}
        for progress in self.progress:
            if not progress.decided:
                groups.setdefault(_key(progress.commitment, by), []).append(progress)
        if by is not Grouped.ARTICLE:
            return groups.items()
        found = ((id, sorted(groups[id], key=_article)) for id in (*self.instruments, "") if id in groups)
        return tuple(found)


def _article(progress: CommitmentProgress) -> int:
    """The number of a commitment's first article; Roman numbers, and none, stand first."""
    number = next(iter(progress.commitment.articles), "").rpartition(" ")[2]
    return int(number) if number.isdecimal() else 0


def _key(commitment: Commitment, by: Grouped) -> str:
    """The heading of a commitment; of several articles the instrument of the first."""
    match by:
        case Grouped.THEME:
            return commitment.theme
        case Grouped.KIND:
            return commitment.kind
        case Grouped.ARTICLE:
            return next(iter(commitment.articles), "").partition(" ")[0]
        case Grouped.DOCUMENT:
            return commitment.document


def checklist(
    register: Register, state: State, as_of: date, listed: tuple[Listed, ...] = tuple(Listed)
) -> StateChecklist:
    """What a state has done about every instrument and every commitment by a date, or about one of the two."""
    instruments = register.instruments if Listed.INSTRUMENTS in listed else {}
    found = profile(register, state, as_of, instruments.values())
    progress = state_progress(register, state, as_of) if Listed.COMMITMENTS in listed else ()
    evidence = (case.standing.evidence for case in found.items)
    statements = (statement for case in found.items for statement in case.statements)
    beside = (*participation(state, as_of), *_beside(state, progress))
    return StateChecklist(
        listed,
        found,
        progress,
        catalogue_of(register),
        register.instruments,
        cited([*evidence, *statements, *beside], register.sources),
        register.sources,
        held_of(register, state).sources,
    )


def _beside(state: State, progress: tuple[CommitmentProgress, ...]) -> Iterator[Recorded]:
    """What is recorded about commitments."""
    for each in progress:
        yield from each.records
    if progress:
        yield from state.contributions
