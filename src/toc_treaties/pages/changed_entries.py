"""How an entry that is new, changed or gone is shown: what it is, and what of it is otherwise than before."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from itertools import takewhile
from typing import Any

from toc_treaties.model.action import Kind, StatementKind
from toc_treaties.model.assessment import AssessmentBasis, Status
from toc_treaties.model.instrument import Instrument, Tier
from toc_treaties.model.measure import MeasureKind, MeasureSource
from toc_treaties.model.source import Basis, Source
from toc_treaties.model.vocabulary import CrimeScope, InstitutionRole, Purpose, Subregion
from toc_treaties.model.when import When
from toc_treaties.pages.tables import gathered
from toc_treaties.questions.changed_entries import (
    OF_A_KIND,
    Change,
    EntryChange,
    FieldChange,
    kind_of,
    own_kind_of,
)
from toc_treaties.words.diff import BECOMES, ENTRY, YES_NO
from toc_treaties.words.fields import FIELD, STEP_WITHIN
from toc_treaties.words.language import Words
from toc_treaties.words.measures import KIND
from toc_treaties.words.phrases import (
    ACTION,
    ASSESSED,
    EVIDENCE,
    GROUPING,
    PURPOSE,
    ROLE,
    SCOPE,
    STATEMENT,
    STATUS,
    SUBREGION,
    TIER,
)

NAMED: Mapping[str, tuple[str, ...]] = {
    "action": ("when",),
    "statement": ("articles", "to"),
    "conflict": ("says",),
    "route_step": ("kind", "when"),
    "none_seen": ("as_of",),
    "no_information": ("since",),
    "invitation": ("decided",),
    "period": ("since",),
    "participation": ("status", "since"),
    "version": ("says",),
    "designation": ("article", "role", "institution"),
    "condition": ("article",),
    "assessment": ("commitment", "made"),
    "contribution": ("to", "year"),
    "return": ("year",),
    "measure": ("title", "number"),
    "search": ("topic", "kind", "date"),
    "agreement": ("title",),
    "agreement_party": ("state",),
    "replaced": ("between", "by"),
    "precedence": ("article",),
    "serving": ("articles",),
    "designation_due": ("article",),
    "joining_path": ("name",),
}
"""The fields that tell one entry from its like; of others the id."""
WORD: Mapping[type, Mapping[str, str]] = {
    Kind: ACTION,
    StatementKind: STATEMENT,
    MeasureKind: KIND,
    Status: STATUS,
    AssessmentBasis: ASSESSED,
    Basis: EVIDENCE,
    Tier: TIER,
    Purpose: PURPOSE,
    CrimeScope: SCOPE,
    Subregion: SUBREGION,
    InstitutionRole: ROLE,
}
"""The words of closed lists; a word of another list is the data's own."""
LONGEST = 160
"""How much of a text is shown; the whole text is in the record."""
AROUND = 40
"""How much is shown before the place at which two long texts part."""


def entry_text(entry: EntryChange, instruments: Mapping[str, Instrument], words: Words) -> str:
    """What an entry is: UNTOC: ratification, 19 Apr 2011; OAS: membership, 1948."""
    subject = entry.subject
    instrument = instruments.get(subject.instrument or "")
    within = None if isinstance(subject.within, Instrument) else subject.within
    of = (
        words.name(instrument.short) if instrument else subject.instrument or "",
        "" if entry.kind in {"return", "joining_path"} else words.term({**GROUPING, **PURPOSE}, subject.key),
        "" if within is None else _label(within, words),
    )
    label = _label(entry.record, words)
    return words.known("{of}: {entry}", of=", ".join(filter(None, of)), entry=label) or label


def head_of(record: Any, words: Words) -> str:  # noqa: ANN401 - a record of any kind
    """What a record is, by its kind: a ratification, a law, a membership."""
    return words.term(ENTRY, own_kind_of(record))


def _label(record: Any, words: Words) -> str:  # noqa: ANN401 - a record of any kind
    """What a record is, and what tells it from its like."""
    kind = kind_of(record)
    values = (value_text(getattr(record, field), words) for field in NAMED.get(kind, ()) if getattr(record, field))
    id = getattr(record, "id", "") if kind not in NAMED and kind != "instrument" else ""
    return ", ".join(filter(None, (head_of(record, words), id, *values)))


def change_lines(entry: EntryChange, words: Words) -> tuple[str, ...]:
    """What became of an entry: of one that changed each field before and after, else what it says or said."""
    if entry.change is Change.CHANGED:
        return tuple(_field_text(field, words) for field in entry.fields)
    named = {*NAMED.get(entry.kind, ("id",)), "instrument", *(("kind",) if entry.kind in OF_A_KIND else ())}
    told = (_said(field, words) for field in entry.fields if field.path[0] not in named)
    undated = (
        words.say("undated") if isinstance(entry.record, Source | MeasureSource) and not entry.record.as_of else ""
    )
    text = words.joined((*told, undated))
    becomes = words.term(BECOMES, entry.change)
    return (words.known("{becomes}: {text}", becomes=becomes, text=text) or becomes,)


def _said(field: FieldChange, words: Words) -> str:
    """A field of an entry that is new or gone."""
    value = field.after if field.before is None or field.before == () else field.before
    return words.say("{field}: {value}", field=_name(field, words), value=value_text(value, words))


def _name(field: FieldChange, words: Words) -> str:
    """A field by its path: the word of each step, ids and languages as they stand."""
    return words.say(STEP_WITHIN).join(words.term(FIELD, step) for step in field.path)


def _field_text(field: FieldChange, words: Words) -> str:
    """A field that changed: of lists what was added and left out, of others both values."""
    name, before, after = _name(field, words), field.before, field.after
    if _is_list(before) and _is_list(after):
        added = ", ".join(value_text(item, words) for item in after if item not in before)
        out = ", ".join(value_text(item, words) for item in before if item not in after)
        clauses = (words.known("added {items}", items=added), words.known("left out {items}", items=out))
        how = words.joined(clauses) or words.say("in another order")
        return words.say("{field}: {how}", field=name, how=how)
    old, new = (value_text(value, words, whole=True) for value in (before, after))
    if min(len(old), len(new)) > LONGEST:
        old, new = _parted(old, new)
    old, new = (_cut(text) for text in (old, new))
    return words.say("{field}: {before} -> {after}", field=name, before=old, after=new)


def whats(entry: EntryChange, words: Words) -> list[str]:
    """What is otherwise of what an entry belongs to: its fields, or the entry where it stands within another."""
    if entry.subject.within is None and entry.change is Change.CHANGED:
        return [words.term(FIELD, field.path[0]) for field in entry.fields]
    what = head_of(entry.record, words) if entry.subject.within is not None else ""
    becomes = words.term(BECOMES, entry.change)
    return [words.say("{entry} {becomes}", entry=what, becomes=becomes) if what else becomes]


def _is_list(value: object) -> bool:
    return isinstance(value, tuple) and not hasattr(value, "_fields")


def _parted(old: str, new: str) -> tuple[str, str]:
    """Two long texts from shortly before the place at which they part."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    start = max(alike - AROUND, 0)
    return (f"…{old[start:]}", f"…{new[start:]}") if start else (old, new)


def _cut(text: str) -> str:
    """A text as far as there is room for it, cut after a word."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0] or text[:LONGEST]}…"


def value_text(value: Any, words: Words, *, whole: bool = False) -> str:  # noqa: ANN401 - whatever a field holds
    """A value as people read it; of nothing that it is nothing."""
    match value:
        case None | ():
            return words.say("nothing")
        case When():
            return words.say("unknown") if value.unseen else words.when(value)
        case date():
            return words.day(value)
        case bool():
            return words.term(YES_NO, str(value))
        case Enum():
            return words.term(WORD.get(type(value), {}), str(value.value)).replace("_", " ")
        case _:
            return _text_of(value, words, whole=whole)


def _text_of(value: Any, words: Words, *, whole: bool) -> str:  # noqa: ANN401 - whatever a field holds
    """Several values one after another; a text as far as there is room for it."""
    if isinstance(value, tuple):
        return ", ".join(value_text(each, words) for each in value)
    text = str(value)
    return text if whole or "://" in text else _cut(words.prose(text))


def counted_text(entries: Iterable[EntryChange], words: Words) -> str:
    """How many entries of which kind are new, changed or gone: new: source 3, law 12; changed: ratification 1."""
    counts = Counter((entry.change, head_of(entry.record, words)) for entry in entries)
    by_change = gathered((change, words.say("{kind} {n}", kind=kind, n=n)) for (change, kind), n in counts.items())
    return words.joined(
        words.say("{became}: {kinds}", became=words.term(BECOMES, change), kinds=", ".join(by_change[change]))
        for change in Change
        if change in by_change
    )
