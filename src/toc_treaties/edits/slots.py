"""The figures that a form asks of a state, and what a return holds for each."""

from typing import NamedTuple

from toc_treaties.model.assessment import Figure, Return, Sentence
from toc_treaties.model.commitment import Level, Statistic
from toc_treaties.model.register import Register

COLUMNS = ("state", "year", "figure", "value", "unit", "asked", "definition")
NEEDED = COLUMNS[:4]
TERMS = ("min", "median", "max", "life", "text")


class Slot(NamedTuple):
    """One figure of a form: its id, the term of a sentence where it is one, and the statistic that defines it."""

    id: str
    term: str | None
    statistic: Statistic

    @property
    def name(self) -> str:
        """The figure as the form names it."""
        return f"{self.id}.{self.term}" if self.term else self.id


def slots(register: Register) -> tuple[Slot, ...]:
    """Every figure that a state enters, sentences by their terms."""
    found: list[Slot] = []
    for id, one in register.statistics.items():
        if one.level is Level.DERIVED or one.unit == "date":
            continue
        terms: tuple[str | None, ...] = TERMS if one.unit == "months" else (None,)
        found += [Slot(id, term, one) for term in terms]
    return tuple(found)


def value_of(given: Return | None, slot: Slot) -> int | str | None:
    """What a return holds for a slot; None where it is not reported."""
    figure: Figure = given.figures.get(slot.id) if given else None
    if slot.term is None:
        return figure if isinstance(figure, int) else None
    if not isinstance(figure, Sentence):
        return None
    return {"min": figure.least, "median": figure.median, "max": figure.most, "life": figure.life, "text": figure.text}[
        slot.term
    ]
