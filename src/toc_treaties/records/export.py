"""The open data: every record of the register, and every standing as a span, as tables with keys."""

from collections.abc import Iterator

from toc_treaties.document.dataset import Column, Dataset, Publisher
from toc_treaties.model.measure import MeasureBasis, MeasureSource
from toc_treaties.model.register import Register
from toc_treaties.model.source import Basis, Source
from toc_treaties.questions.export import Export
from toc_treaties.records import export_commitments, export_measures, export_spans, export_treaties
from toc_treaties.records.export_columns import (
    Entry,
    Row,
    Sheet,
    names,
    needed,
    numbered,
    plain,
    sheet,
    text,
    when,
    when_cells,
)

ENGLISH = "en"
SOURCE = ("title", "publisher", "url", "archived", "note")


def record(answer: Export, revision: str | None) -> Dataset:
    """All tables, each after those whose keys it names."""
    register = answer.register
    held = [
        *export_treaties.sheets(register),
        *export_spans.sheets(register, answer.spans),
        *export_commitments.sheets(register),
        *export_measures.sheets(register),
    ]
    conflicts = _conflicts(held)
    sheets = [*held, _sources(register), conflicts, _citations([*held, conflicts])]
    publishers = (
        Publisher(each.name.get(ENGLISH, each.id), each.site) for each in register.depositaries.values() if each.site
    )
    return Dataset(answer.spans.as_of, revision, tuple(publishers), tuple(each.table for each in sheets))


def _sources(register: Register) -> Sheet:
    kinds = (*(str(basis) for basis in Basis if basis is not Basis.NONE), *map(str, MeasureBasis))
    columns = (
        needed("source"), Column("kind", required=True, words=tuple(dict.fromkeys(kinds))), needed("title"),
        needed("publisher"), needed("url"), when("as_of"), text("archived"), text("note"),
        names("state", "states", required=False),
    )  # fmt: skip
    of_treaties = [_source(each, None) for each in register.sources.values()]
    of_measures = [
        _source(each, state.iso3)
        for slug, state in register.states.items()
        if slug in register.measures
        for each in register.measures[slug].sources.values()
    ]
    return sheet("sources", "source", columns, [*of_treaties, *of_measures])


def _source(source: Source | MeasureSource, state: str | None) -> Row:
    return {
        "source": source.id,
        "state": state,
        **plain(source, "kind", *SOURCE),
        **when_cells("as_of", source.as_of),
    }


def _each(sheets: list[Sheet]) -> Iterator[tuple[Sheet, Entry, str]]:
    for held in sheets:
        for entry in held.entries:
            if entry.record is not None:
                yield held, entry, held.key_of(entry)


def _conflicts(sheets: list[Sheet]) -> Sheet:
    columns = (needed("conflict"), needed("table"), needed("key"), needed("says"), text("why"), text("unconfirmed"))
    entries = [
        Entry(
            {
                "conflict": f"{held.name}/{key}",
                "table": held.name,
                "key": of,
                **plain(each, "says", "why", "unconfirmed"),
            },
            each,
        )
        for held, entry, of in _each(sheets)
        for key, each in numbered(of, getattr(entry.record, "conflict", ()))
    ]
    return sheet("conflicts", "conflict", columns, entries)


def _citations(sheets: list[Sheet]) -> Sheet:
    columns = (needed("table"), needed("key"), names("source", "sources"))
    rows: Iterator[Row] = (
        {"table": held.name, "key": of, "source": source}
        for held, entry, of in _each(sheets)
        for source in dict.fromkeys(getattr(entry.record, "sources", ()))
    )
    return sheet("citations", "table,key,source", columns, rows)
