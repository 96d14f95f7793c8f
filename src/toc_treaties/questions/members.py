"""Who counts: the members of the OAS on a day, all of them or those that take part."""

from datetime import date
from enum import StrEnum

from toc_treaties.model.state import State, is_member


class Members(StrEnum):
    """Which members a total counts."""

    ALL = "all"
    PARTICIPATING = "participating"


def counts(members: Members, state: State, day: date) -> bool:
    """Whether a state counts on a day; a member whose participation is contested is not among those that take part."""
    if not is_member(state, "oas", day):
        return False
    return members is Members.ALL or not any(
        (one.since is None or one.since.latest <= day) and (one.until is None or day < one.until.earliest)
        for one in state.participation
    )
