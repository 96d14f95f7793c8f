"""The sources of an entry that is recorded: on record, or new and given with it."""

from collections.abc import Mapping
from typing import Any

from toc_treaties.cli import asking
from toc_treaties.cli.asking import asked
from toc_treaties.cli.faults import CommandError
from toc_treaties.cli.record_kinds import SHOWN, TAKES
from toc_treaties.cli.record_options import NEEDED, OF_SOURCE
from toc_treaties.cli.recording import Request
from toc_treaties.cli.spelling import bare, source_named
from toc_treaties.edits.entries import NewSource
from toc_treaties.model.register import Register


def with_sources(register: Register, request: Request, new: dict[str, str]) -> tuple[Request, NewSource | None]:
    """The entry with its sources, and the one of them that is new; an unknown id offers the nearest."""
    fields = dict(request.fields)
    ids = tuple(bare(str(id)) for id in fields.pop("source", ()))
    held = register.measures[request.slug].sources if request.beside else register.sources
    if not ids and asking.on_terminal() and "source" in TAKES[request.family] and "unconfirmed" not in fields:
        ids = (_asked_for_source(register, held),)
    if not ids and (request.family in SHOWN or (request.kind == "left" and "unconfirmed" not in fields)):
        raise CommandError(f"an entry of the kind {request.kind} needs --source: name one that shows it")
    strange = [id for id in ids if id not in held]
    for id in strange[1:] if new or asking.on_terminal() else strange:
        try:
            source_named(register, id)
        except CommandError as error:
            raise CommandError(
                f"{error}; a new one needs {', '.join(OF_SOURCE[field][0] for field in NEEDED)}"
            ) from None
        raise CommandError(
            f"the source {id} stands in sources.yaml, and what was done at home cites sources of its own file: "
            f"give it there under an id that begins with {register.states[request.slug].iso3.lower()}-, "
            f"with {', '.join(OF_SOURCE[field][0] for field in NEEDED)}"
            if request.beside
            else f"the source {id} stands in a file of measures: give it an id of its own in sources.yaml"
        )
    request = request._replace(fields=fields, sources=ids)
    if not strange:
        same = all(str(getattr(held[ids[-1]], field)) == value for field, value in new.items() if field != "as_of")
        if new and not (ids and same):
            raise CommandError("no source named with --source is new: leave the options of a new source out")
        return request, None
    for field in NEEDED:
        flag, _, help_ = OF_SOURCE[field]
        new[field] = asked(help_.rstrip("."), new.get(field), str, f"the source {strange[0]} is new: it needs {flag}")
    return request, NewSource(strange[0], new)


def _asked_for_source(register: Register, held: Mapping[str, Any]) -> str:
    """The id of a source, asked for until it is known, or written a second time because it is new."""
    met: list[str] = []

    def read(id: str) -> str:
        if id not in held and id not in met:
            met.append(id)
            try:
                source_named(register, id)
            except CommandError as error:
                raise CommandError(f"{error}; if it is new, write it again") from None
        return id

    return asked("Which source shows it (its id)", None, read, "")
