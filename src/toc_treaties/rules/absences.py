"""The absences family: what a list does not show is dated as the list is, and does not contradict what is recorded."""

from collections.abc import Iterator
from datetime import date

from toc_treaties.model.action import Action, NoneSeen
from toc_treaties.model.problem import Problem, warning
from toc_treaties.model.source import Basis, Source
from toc_treaties.rules.chronology import said
from toc_treaties.rules.state_file import SoundCell, StateFile
from toc_treaties.words.english import in_sentence


def absence_not_of_source(cases: StateFile, _today: date) -> Iterator[Problem]:
    """The date of an absence is that of a source cited, or a note says how it is known."""
    for case in cases.sound:
        for seen in case.cell.none_seen:
            found = [cases.register.sources[id] for id in seen.sources if id in cases.register.sources]
            dated = [source.as_of for source in found if source.as_of is not None]
            explained = seen.unconfirmed is not None or seen.note is not None
            if not found or explained or (seen.as_of is None and len(dated) < len(found)):
                continue
            if seen.as_of is None and dated:
                message = f"its source is of {dated[-1].text}, and not undated"
                yield _at_date(seen, message, f"write none_seen: {dated[-1].text}")
            elif seen.as_of is not None and len(dated) == len(found) and not any(seen.as_of == day for day in dated):
                message = f"none seen {in_sentence(seen.as_of)}, and no source cited is of that date"
                yield _at_date(
                    seen,
                    message,
                    f"write none_seen: {dated[-1].text}, or say in a note how that day is known",
                )


def _at_date(seen: NoneSeen, message: str, help_: str) -> Problem:
    return Problem("absence-not-of-source", seen.place.of("none_seen"), message, help_, width=10)


def deposit_beside_absence(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A deposit stands beside no later list of the depositary that shows none."""
    for case in cases.sound:
        for consent in case.consents:
            if consent.unconfirmed is None and not case.releases:
                yield from _contradicted(consent, case, cases)


def _contradicted(consent: Action, case: SoundCell, cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    sources = cases.register.sources
    for seen in case.cell.none_seen:
        lists = any(_of_depositary(sources.get(id)) for id in seen.sources)
        if lists and seen.as_of is not None and consent.when.latest <= seen.as_of.earliest:
            message = f"{said(consent)}, but line {seen.place.line} says that the depositary showed nothing"
            message += f" {in_sentence(seen.as_of)}"
            help_ = "compare both with the depositary's table; or say as_recorded: why"
            yield consent, warning("deposit-beside-absence", consent.place, message, help_, width=len(consent.kind))


def _of_depositary(source: Source | None) -> bool:
    return source is not None and source.kind is Basis.DEPOSITARY


OF_STATE = (absence_not_of_source,)
