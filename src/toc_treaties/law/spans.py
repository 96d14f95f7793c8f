"""The spans of time during which a state has certainly consented to be bound, from all that is recorded."""

from datetime import date

from toc_treaties.law.standing import standing
from toc_treaties.model.dossier import Dossier

Span = tuple[date, date | None]


def consented_spans(dossier: Dossier) -> tuple[Span, ...]:
    """First day and end (the first day after it, None while it lasts) of each consent, each at its most careful.

    A consent counts from the last day on which it can have been given, to the first on which it can have ended.
    """
    worlds = standing(dossier, date.max).spells
    by_consent: dict[int, list[tuple[date, date | None]]] = {}
    for world in worlds:
        for spell in world:
            end = spell.end.day if spell.end else None
            by_consent.setdefault(id(spell.consent), []).append((spell.day, end))
    spans = []
    for found in by_consent.values():
        if len(found) < len(worlds):
            continue
        ends = [end for _, end in found if end is not None]
        spans.append((max(day for day, _ in found), min(ends) if ends else None))
    return tuple(sorted(spans, key=lambda span: span[0]))
