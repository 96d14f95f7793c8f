"""The tables family: a depositary's table is cited for its own instrument, and is the depositary's."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from toc_treaties.model.names import Known, named, nearest, plain, slug_of
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis
from toc_treaties.rules.state_file import StateFile


def source_of_another(cases: StateFile, _today: date) -> Iterator[Problem]:
    """What is recorded under an instrument does not rest on another one's table alone.

    A source whose id begins with an instrument's reference is a page of that instrument.
    """
    instruments = cases.register.instruments
    tables = _tables(tuple([(one.reference, id) for id, one in instruments.items() if one.reference]))
    for case in cases.sound:
        records: list[Any] = [*case.cell.actions, *case.cell.none_seen]
        records += [statement for action in case.cell.actions for statement in action.statements]
        own = (None, case.instrument.id)
        for record in records:
            if not record.sources or tables[record.sources[0]] in own:
                continue
            others = [tables[id] for id in record.sources]
            if not any(other in own for other in others):
                message = f"{record.sources[-1]} is a page on {others[-1]}, and this is under {case.instrument.id}"
                place, help_ = record.place.of("source"), "is it the source of the entry above? cite this instrument's"
                yield Problem("source-of-another", place, message, help_, width=len(record.sources[-1]))


class _Tables(dict[str, str | None]):
    """The instrument whose page a source is, by the source's id, told once; None where its id does not tell."""

    def __init__(self, references: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.references = {slug_of(reference): id for reference, id in references}

    def __missing__(self, source: str) -> str | None:
        parts = source.split("-")
        beginnings = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
        return self.setdefault(
            source, next((self.references[beginning] for beginning in beginnings if beginning in self.references), None)
        )


@cache
def _tables(references: tuple[tuple[str, str], ...]) -> _Tables:
    """The pages of the instruments with some references, shared by the states of a run."""
    return _Tables(references)


def publisher_of_depositary(register: Register, _today: date) -> Iterator[Problem]:
    """A source is the depositary's where a depositary publishes there; not asked where one could not be read."""
    if any(instrument.depositary in register.dropped for instrument in register.instruments.values()):
        return
    published = {publisher for depositary in register.depositaries.values() for publisher in depositary.publishers}
    for source in register.sources.values() if published else ():
        if source.kind is Basis.DEPOSITARY and source.publisher not in published:
            message = f"no depositary publishes as {source.publisher}"
            help_ = _publishers_meant(register, source.publisher)
            yield Problem("not-the-depositarys", source.place.of("kind"), message, help_, width=len(source.kind))


A_SLIP = 0.9
"""So near is a publisher's name that is mistyped; the Treaty Series is no slip for the Treaty Collection."""


def _publishers_meant(register: Register, publisher: str) -> str:
    """What to write in the place of a publisher: the publisher of a depositary that it spells otherwise.

    Else that of the depositary whose own name it is, else that of each.
    """
    publishing = [depositary for depositary in register.depositaries.values() if depositary.publishers]
    known = {name: Known(name, (name,), name) for depositary in publishing for name in depositary.publishers}
    meant = [thing.id for thing in named(publisher, known.values())] or _mistyped(publisher, known)
    if meant:
        return f"write the publisher as the register does: {meant[0]}"
    names = [Known(each.id, (*each.name.values(), *each.short.values()), each.id) for each in publishing]
    own = {thing.id for thing in named(publisher, names)}
    first = [depositary.publishers[0] for depositary in publishing if depositary.id in own or not own]
    return (
        f"what a depositary publishes, its notifications too, stands under the publisher {'; '.join(first)}; "
        "what another publishes is kind: secondary; a new name of a depositary goes into depositaries.yaml"
    )


def _mistyped(publisher: str, known: Iterable[str]) -> list[str]:
    spelt = {plain(name): name for name in known}
    return [spelt[near] for near in nearest(plain(publisher), spelt, cutoff=A_SLIP)]


OF_STATE = (source_of_another,)
BESIDE = (publisher_of_depositary,)
