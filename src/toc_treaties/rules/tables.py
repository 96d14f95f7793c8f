"""The tables family: a depositary's table is cited for its own instrument, and is the depositary's."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from toc_treaties.model.names import slug_of
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis
from toc_treaties.rules.state_file import StateFile


def source_of_another(cases: StateFile, _today: date) -> Iterator[Problem]:
    """What is recorded under an instrument does not rest on another one's table alone.

    A source whose id begins with an instrument's reference is a page of that instrument.
    """
    references = {slug_of(one.reference): id for id, one in cases.register.instruments.items() if one.reference}
    for case in cases.sound:
        records: list[Any] = [*case.cell.actions, *case.cell.none_seen]
        records += [statement for action in case.cell.actions for statement in action.statements]
        for record in records:
            others = [_table_of(id, references) for id in record.sources]
            if others and all(other not in {None, case.instrument.id} for other in others):
                message = f"{record.sources[-1]} is a page on {others[-1]}, and this is under {case.instrument.id}"
                place, help_ = record.place.of("source"), "is it the source of the entry above? cite this instrument's"
                yield Problem("source-of-another", place, message, help_, width=len(record.sources[-1]))


def _table_of(source: str, references: Mapping[str, str]) -> str | None:
    """The instrument whose page a source is, by its id; None where its id does not tell."""
    parts = source.split("-")
    beginnings = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((references[one] for one in beginnings if one in references), None)


def publisher_of_depositary(register: Register, _today: date) -> Iterator[Problem]:
    """A source is the depositary's where a depositary publishes there."""
    published = {one for depositary in register.depositaries.values() for one in depositary.publishers}
    for source in register.sources.values() if published else ():
        if source.kind is Basis.DEPOSITARY and source.publisher not in published:
            message = f"no depositary publishes as {source.publisher}"
            help_ = "write kind: secondary; or add the publisher to its depositary in depositaries.yaml"
            yield Problem("not-the-depositarys", source.place.of("kind"), message, help_, width=len(source.kind))


OF_STATE = (source_of_another,)
BESIDE = (publisher_of_depositary,)
