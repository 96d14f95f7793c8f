"""Whether a designation is in effect on a day, and whether the condition of a duty is met.

A designation stands until its end is certain: an authority known to have been named in a year answers requests in it.
"""

from datetime import date

from toc_treaties.law.evidence import is_marked
from toc_treaties.law.periods import certainly, possibly
from toc_treaties.model.state import Condition, Designation


def in_effect(designation: Designation, day: date) -> bool:
    """Whether a designation is in effect on a day, or may be."""
    return possibly(designation.since, designation.until, day)


def lapsed(designation: Designation, day: date) -> bool:
    """Whether a designation that was made has certainly ended by a day."""
    return possibly(designation.since, None, day) and not possibly(None, designation.until, day)


def notified(designation: Designation, day: date) -> bool:
    """Whether a designation and its notification were both seen, each on a day that had certainly come."""
    days = (designation.since, designation.notified)
    return not is_marked(designation) and all(when is not None and certainly(when, None, day) for when in days)


def met(condition: Condition, day: date) -> bool:
    """Whether a state certainly meets the condition of a duty on a day; one without a date it has always met."""
    return certainly(condition.since, None, day)
