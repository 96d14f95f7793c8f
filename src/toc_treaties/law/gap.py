"""What a standing means for a list of instruments: consented, a gap, to verify, or outside the list."""

from datetime import date
from enum import Enum, auto

from toc_treaties.law.outcome import CONSENTED, GAPS, StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.law.waits import years_passed

OLD_YEARS = 10


class Part(Enum):
    """The parts into which a tier falls for one state on one date; each instrument is in exactly one."""

    CONSENTED = auto()
    GAP = auto()
    TO_VERIFY = auto()
    NOT_APPLICABLE = auto()
    NOT_OPEN = auto()
    IN_DOUBT = auto()
    """It is not settled whether the state may join: outside every denominator."""


class Doubt(Enum):
    """Why an instrument is to verify."""

    NO_INFORMATION = auto()
    UNCONFIRMED = auto()
    UNDATED = auto()
    DAY_NOT_KNOWN = auto()
    CONTRADICTED = auto()
    ELIGIBILITY = auto()


def part_of(now: Standing) -> Part:
    """The part of the tier an instrument is in."""
    if now.name is StandingKind.NOT_APPLICABLE:
        return Part.NOT_APPLICABLE
    if now.name is StandingKind.NOT_OPEN:
        return Part.NOT_OPEN
    if now.eligibility is not None:
        return Part.IN_DOUBT
    if doubt_of(now) is not None:
        return Part.TO_VERIFY
    return Part.CONSENTED if now.name in CONSENTED else Part.GAP


def doubt_of(now: Standing) -> Doubt | None:
    """Why a standing is to verify, if it is: not known, unconfirmed, or an absence whose evidence is undated."""
    if now.eligibility is not None:
        return Doubt.ELIGIBILITY
    if now.against is not None:
        return Doubt.CONTRADICTED
    if now.evidence.marked and now.name is not StandingKind.NOT_APPLICABLE:
        return Doubt.UNCONFIRMED
    if now.name is StandingKind.NO_INFORMATION:
        return Doubt.NO_INFORMATION if now.between is None else Doubt.DAY_NOT_KNOWN
    if now.name is StandingKind.NO_ACTION and now.evidence.newest is None and not now.acted_later:
        return Doubt.UNDATED
    return None


def is_old(standing: Standing, as_of: date) -> bool:
    """Whether a gap was last seen ten years or more before a date, by the newest of all its evidence."""
    if standing.name not in GAPS:
        return False
    seen = standing.evidence.newest
    return seen is not None and years_passed(seen, OLD_YEARS, as_of)
