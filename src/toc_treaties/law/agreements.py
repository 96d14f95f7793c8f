"""Whether an agreement binds two states on a date, and since when."""

from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from toc_treaties.model.agreement import Agreement, AgreementParty
from toc_treaties.model.when import When, span


class Unsure(Enum):
    """Why an agreement is to verify."""

    UNCONFIRMED = auto()
    SIGNED_ONLY = auto()
    UNDATED = auto()
    SEEN_LATER = auto()
    DAY_NOT_KNOWN = auto()


class Binding(NamedTuple):
    """An agreement between two states: certain or to verify, why, and since when it was seen to bind both."""

    certain: bool
    since: When | None
    doubt: Unsure | None = None


def between(agreement: Agreement, first: str, second: str, as_of: date) -> Binding | None:
    """Whether an agreement is in force between two states on a date; None where it is not.

    One that a register lists as in force, without a date, counts from the day of that list, since when is open;
    an undated list leaves it to verify.
    """
    both = [party for code in (first, second) for party in agreement.parties if party.state == code]
    if len(both) < 2 or agreement.unconfirmed is not None:  # noqa: PLR2004 - two sides
        signed = {first, second} <= {party.state for party in agreement.parties} | set(agreement.signatories)
        doubt = Unsure.UNCONFIRMED if agreement.unconfirmed is not None else Unsure.SIGNED_ONLY
        return Binding(certain=False, since=None, doubt=doubt) if signed and _may_run(agreement, as_of) else None
    if not _may_run(agreement, as_of):
        return None
    days = [day for party in both if (day := _since(party, agreement)) is not None]
    if agreement.until is not None and agreement.until.earliest <= as_of:
        return Binding(certain=False, since=None, doubt=Unsure.DAY_NOT_KNOWN)
    if len(days) == len(both):
        return _on(span(max(day.earliest for day in days), max(day.latest for day in days)), as_of)
    return _listed(agreement.seen, as_of)


def _listed(seen: When | None, as_of: date) -> Binding:
    """What a list that names an agreement as in force, without a date, says on a date."""
    if seen is None:
        return Binding(certain=False, since=None, doubt=Unsure.UNDATED)
    earlier = seen.latest <= as_of
    return Binding(certain=earlier, since=None, doubt=None if earlier else Unsure.SEEN_LATER)


def _since(party: AgreementParty, agreement: Agreement) -> When | None:
    """The day since which a party is bound; None where it was not found, whatever the agreement's own is."""
    return None if party.unknown else party.since or agreement.in_force


def _on(since: When, as_of: date) -> Binding | None:
    if since.latest <= as_of:
        return Binding(certain=True, since=since)
    return Binding(certain=False, since=since, doubt=Unsure.DAY_NOT_KNOWN) if since.earliest <= as_of else None


def _may_run(agreement: Agreement, as_of: date) -> bool:
    """Whether an agreement not seen to be in force may be so on a date."""
    if agreement.until is not None and agreement.until.latest <= as_of:
        return False
    return agreement.signed is None or agreement.signed.earliest <= as_of
