"""How many states have consented to be bound: the one count behind every total."""

from collections.abc import Iterable
from typing import NamedTuple

from toc_treaties.law.standing import Standing


class Tally(NamedTuple):
    """How many have consented, of how many that can join; how many may have besides, and how many unconfirmed.

    An unconfirmed consent with a day counts; one that no dated source shows counts in `most` alone.
    """

    consented: int
    most: int
    unconfirmed: int
    of: int


def tally(standings: Iterable[Standing]) -> Tally:
    """The consents among some standings under one instrument on one day."""
    can_join = [found for found in standings if found.can_join]
    consented = [found for found in can_join if found.consented]
    possible = sum([found.may_have_consented for found in can_join])
    marked = sum([found.evidence.marked for found in consented])
    return Tally(len(consented), len(consented) + possible, marked, len(can_join))
