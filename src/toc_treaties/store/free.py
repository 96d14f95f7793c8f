"""Fields that hold a sentence or a name as their author likes it, and what a comment takes from them unseen."""

from collections.abc import Iterator

from toc_treaties.model.place import Place
from toc_treaties.model.problem import Problem
from toc_treaties.store import faults

_WORDS = """
    act adopted_at adopted_by amount as_recorded citation day_unconfirmed declaration definition en es evidence
    first_parties fr gazette institution local name no_information note notification number objection official_name
    parts places provision pt publication publisher reference registration replaced_by reservation says seen style text
    threshold title title_en title_english to unconfirmed what where why
"""
FREE = frozenset(_WORDS.split())
AMBIGUOUS = frozenset({"text", "to"})
"""Fields that hold a sentence in one record and an id in another."""


def lost_texts(file: str, text: str) -> list[Problem]:
    """Every free text that is cut short by ` #`, which begins a comment where a text has no quotes.

    Two blanks before the sign show that a comment is meant.
    """
    return list(_lost(file, text.split("\n")))


def _lost(file: str, lines: list[str]) -> Iterator[Problem]:
    from toc_treaties.store.lines import parts_of

    for number, written in enumerate(lines, 1):
        line = parts_of(written)
        at = line.value.find(" #")
        if at <= 0 or line.value[at - 1] == " " or line.value[0] in "\"'[{|>#&*!" or written.lstrip().startswith("#"):
            continue
        kept, lost = line.value[:at].rstrip(), line.value[at + 1 :].rstrip()
        field = field_of(lines, number)
        place = Place(file, number, line.value_at + at + 2)
        if field in FREE and (" " in kept or field not in AMBIGUOUS):
            yield faults.lost_text(place, kept, lost)
        elif lost[1:2].strip("# "):
            yield faults.lost_value(place, kept, lost)


def field_of(lines: list[str], number: int) -> str:
    """The field that a line's text belongs to: its own, or the one that stands above it."""
    from toc_treaties.store.lines import parts_of

    line = parts_of(lines[number - 1])
    for written in lines[number - 2 :: -1] if number > 1 and not line.key else ():
        above = parts_of(written)
        if above.key and above.column <= line.indent:
            return above.word
    return line.word
