"""Whether an agreement binds two states on a date, and since when."""

from datetime import date
from typing import NamedTuple

from toc_treaties.model.agreement import Agreement, AgreementParty
from toc_treaties.model.when import When, span


class Binding(NamedTuple):
    """An agreement between two states: certain or to verify, and since when it was seen to bind both."""

    certain: bool
    since: When | None


def between(agreement: Agreement, first: str, second: str, as_of: date) -> Binding | None:
    """Whether an agreement is in force between two states on a date; None where it is not.

    One that a register lists as in force, without a date, counts from the day of that list, since when is open;
    an undated list leaves it to verify.
    """
    both = [party for code in (first, second) for party in agreement.parties if party.state == code]
    if len(both) < 2 or agreement.unconfirmed is not None:  # noqa: PLR2004 - two sides
        signed = {first, second} <= {party.state for party in agreement.parties} | set(agreement.signatories)
        return Binding(certain=False, since=None) if signed and _may_run(agreement, as_of) else None
    if not _may_run(agreement, as_of):
        return None
    if agreement.until is not None and agreement.until.earliest <= as_of:
        return Binding(certain=False, since=None)
    days = [_since(party, agreement) for party in both]
    if all(day is not None for day in days):
        since = span(max(day.earliest for day in days if day), max(day.latest for day in days if day))
        return _on(since, as_of)
    seen = agreement.seen
    if seen is None:
        return Binding(certain=False, since=None)
    return Binding(certain=True, since=None) if seen.latest <= as_of else Binding(certain=False, since=None)


def _since(party: AgreementParty, agreement: Agreement) -> When | None:
    """The day since which a party is bound; None where it was not found, whatever the agreement's own is."""
    return None if party.unknown else party.since or agreement.in_force


def _on(since: When, as_of: date) -> Binding | None:
    if since.latest <= as_of:
        return Binding(certain=True, since=since)
    return Binding(certain=False, since=since) if since.earliest <= as_of else None


def _may_run(agreement: Agreement, as_of: date) -> bool:
    """Whether an agreement not seen to be in force may be so on a date."""
    if agreement.until is not None and agreement.until.latest <= as_of:
        return False
    return agreement.signed is None or agreement.signed.earliest <= as_of
