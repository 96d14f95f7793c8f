"""How strong the evidence of a standing or a measure is, in one word, and how old it is: never a grade of a state."""

from datetime import date
from enum import StrEnum

from toc_treaties.law.gap import OLD_YEARS, Doubt, Part, doubt_of, part_of
from toc_treaties.law.measures import MeasureStanding, Stands
from toc_treaties.law.standing import Standing
from toc_treaties.law.waits import years_passed
from toc_treaties.model.action import Cell
from toc_treaties.model.measure import Shown
from toc_treaties.model.when import When


class Strength(StrEnum):
    """What a standing rests on; each cell has exactly one, and the order is that of the pages."""

    DEPOSITARY = "depositary"
    SECONDARY = "secondary"
    DAY_UNCONFIRMED = "day_unconfirmed"
    """A source shows the act, and none its day."""
    UNCONFIRMED = "unconfirmed"
    UNCERTAIN = "uncertain"
    """An absence on an undated page, a gap that a source contradicts, or an act whose open day leaves it open."""
    LOOKED_FOR = "looked_for"
    """It was looked for, and nothing was found either way."""
    NOTHING_KNOWN = "nothing_known"
    OUTSIDE = "outside"
    """The state cannot join on the day, or it is not settled whether it may."""


TO_VERIFY = (Strength.UNCONFIRMED, Strength.UNCERTAIN, Strength.LOOKED_FOR, Strength.NOTHING_KNOWN)
"""The strengths of what is to verify: together as many cells as every other page says."""


class MeasureStrength(StrEnum):
    """What a measure rests on; each has exactly one."""

    OFFICIAL_TEXT = "official_text"
    OFFICIAL_LISTING = "official_listing"
    """An official page lists or mentions it."""
    SECONDARY = "secondary"
    NAMED = "named"
    """It is known by name alone."""
    UNCONFIRMED = "unconfirmed"


YEARS = (2, 5, OLD_YEARS)
"""The bands by which the age of evidence is counted: below the first, between two, from the last on."""


def strength_of(standing: Standing, cell: Cell) -> Strength:
    """What the standing of a cell rests on."""
    part = part_of(standing)
    if part in {Part.NOT_APPLICABLE, Part.NOT_OPEN, Part.IN_DOUBT}:
        return Strength.OUTSIDE
    if part is Part.TO_VERIFY:
        if standing.evidence.marked:
            return Strength.UNCONFIRMED
        if doubt_of(standing) is not Doubt.NO_INFORMATION:
            return Strength.UNCERTAIN
        return Strength.LOOKED_FOR if cell.no_information else Strength.NOTHING_KNOWN
    return Strength.DAY_UNCONFIRMED if standing.day_marked else Strength(standing.evidence.basis)


def measure_strength(standing: MeasureStanding) -> MeasureStrength:
    """What a measure rests on."""
    if standing.stands is Stands.NAMED:
        return MeasureStrength.NAMED
    if standing.marked:
        return MeasureStrength.UNCONFIRMED
    if not standing.official:
        return MeasureStrength.SECONDARY
    shown = standing.measure.shown
    return MeasureStrength.OFFICIAL_TEXT if shown is Shown.TEXT else MeasureStrength.OFFICIAL_LISTING


def age_of(seen: When, as_of: date) -> int:
    """The band of the age of evidence: how many of the bounds it has passed."""
    return sum(years_passed(seen, years, as_of) for years in YEARS)
