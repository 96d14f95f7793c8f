"""The catalogue family: instruments agree with the Strategy's lists, and with one another."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from toc_treaties.model.instrument import Instrument, Tier
from toc_treaties.model.problem import Problem
from toc_treaties.model.register import Register
from toc_treaties.rules.articles import ROMAN

LISTS = {"2.": Tier.URGED, "2.a.": Tier.COMPLEMENTARY}
"""The Strategy's two lists: what a paragraph begins with, before its Roman number."""


def tier_against_paragraph(register: Register, _today: date) -> Iterator[Problem]:
    """An instrument is urged or complementary as its paragraph has it, and stands in the Strategy's order."""
    for instrument in register.instruments.values():
        list_, number = _numbered(instrument)
        if list_ not in LISTS or not number:
            message = f"{instrument.paragraph} is no paragraph of the Strategy's two lists"
            yield _at_paragraph(instrument, message, "write 2.i and on for those urged, 2.a.i and on for the others")
        elif LISTS[list_] is not instrument.tier:
            message = f"{instrument.id} is {instrument.tier}, and paragraph {instrument.paragraph} is of the other list"
            yield Problem("tier-against-paragraph", instrument.place.of("tier"), message, "compare tier and paragraph")
    for first, then in pairwise(register.instruments.values()):
        if _numbered(then) < _numbered(first) and all(_is_of_its_list(one) for one in (first, then)):
            message = f"paragraph {then.paragraph} stands after {first.paragraph}"
            yield _at_paragraph(then, message, "put the instruments in the Strategy's order; compare both paragraphs")


def _is_of_its_list(instrument: Instrument) -> bool:
    """Whether the paragraph is one of the instrument's tier; of another, that alone is said."""
    list_, number = _numbered(instrument)
    return bool(number) and LISTS.get(list_) is instrument.tier


def _at_paragraph(instrument: Instrument, message: str, help_: str) -> Problem:
    place, width = instrument.place.of("paragraph"), len(instrument.paragraph)
    return Problem("tier-against-paragraph", place, message, help_, width=width)


def _numbered(instrument: Instrument) -> tuple[str, int]:
    """A paragraph's list and its number within it; 0 where it has none."""
    list_, dot, roman = instrument.paragraph.rpartition(".")
    values = [ROMAN.get(letter.upper(), 0) for letter in roman]
    number = sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return list_ + dot, number if all(values) else 0


def parents(register: Register, _today: date) -> Iterator[Problem]:
    """No instrument is its own parent; what takes a protocol along when it is left is its parent."""
    for instrument in register.instruments.values():
        requires, leaving, above = instrument.requires, instrument.exit, [instrument.id]
        while requires is not None and requires.instrument in register.instruments:
            if requires.instrument in above:
                message = f"{instrument.id} is its own parent"
                help_ = "name the convention that must be joined first"
                place = (instrument.requires or requires).place.of("instrument")
                yield Problem("wrong-parent", place, message, help_, width=len(requires.instrument))
                leaving = None
                break
            above.append(requires.instrument)
            requires = register.instruments[requires.instrument].requires
        if leaving is not None and leaving.along is not None:
            parent = instrument.requires.instrument if instrument.requires else None
            if leaving.along != parent and (parent is None or parent in register.instruments):
                message = f"{instrument.id} is left with {leaving.along}, and its parent is {parent or 'none'}"
                place = leaving.place.of("with")
                yield Problem("wrong-parent", place, message, "compare with and requires", width=len(leaving.along))


BESIDE = (tier_against_paragraph, parents)
