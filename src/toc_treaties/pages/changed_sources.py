"""What the entries of a change rest on: the sources that stayed, and those on record before, each in full."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc_treaties.document import Block, Cell, Remark, cell, line_of
from toc_treaties.model.measure import MeasureSource
from toc_treaties.model.source import Source
from toc_treaties.pages.changed_entries import value_text
from toc_treaties.pages.foot import as_of_text
from toc_treaties.pages.tables import table
from toc_treaties.questions.changed_entries import Change, EntryChange
from toc_treaties.questions.diff import Diff
from toc_treaties.words.language import Words

if TYPE_CHECKING:
    from toc_treaties.pages.foot import Cited

SHOWN = 60


def as_before(entry: EntryChange, words: Words) -> Iterator[str]:
    """The sources of an entry that changed while they stayed: whoever corrects a day compares it with them."""
    ids = getattr(entry.record, "sources", ())
    stayed = entry.change is Change.CHANGED and all(field.path[0] != "sources" for field in entry.fields)
    if stayed and isinstance(ids, tuple):
        yield words.known("sources, as before: {ids}", ids=", ".join(ids))


def sources_of_entries(answer: Diff, words: Words) -> list[Block]:
    """Each source that an entry rests on now and that was on record before: whose it is, what it is, of which day."""
    shown = {entry.record.id for entry in answer.entries if isinstance(entry.record, Source | MeasureSource)}
    cited = [
        id
        for entry in answer.entries
        if entry.change is not Change.GONE and isinstance(getattr(entry.record, "sources", None), tuple)
        for id in entry.record.sources
    ]
    held: dict[str, Cited] = {**answer.after.register.sources}
    for measures in answer.after.register.measures.values():
        held |= measures.sources
    found = [held[id] for id in dict.fromkeys(cited) if id in held and id not in shown]
    rows = [(cell(source.id), _source_cell(source, words)) for source in found[:SHOWN]]
    caption = words.say("Sources on record that these entries rest on")
    blocks = table("sources", ("source", "evidence"), rows, words, caption=caption)
    if rest := found[SHOWN:]:
        blocks.append(Remark(line_of(words.count("{n} more source", "{n} more sources", len(rest)))))
    return blocks


def _source_cell(source: "Cited", words: Words) -> Cell:
    """A source in full: how strong it is, its publisher and title, its day and its address."""
    told = words.joined((value_text(source.kind, words), source.publisher, as_of_text(source, words)))
    return cell(told, source.title, source.url)
