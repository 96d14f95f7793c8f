"""Whether an agreement binds two states on a date, and since when."""

from collections.abc import Mapping
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from toc_treaties.law.periods import Holds, certainly, holds, possibly
from toc_treaties.model.agreement import Agreement, AgreementParty
from toc_treaties.model.when import When, span

ARRANGEMENT = "arrangement"


NO_OTHERS: Mapping[str, Agreement] = {}


class Unsure(Enum):
    """Why an agreement is to verify."""

    UNCONFIRMED = auto()
    APPROVED = auto()
    SIGNED_ONLY = auto()
    UNDATED = auto()
    SEEN_LATER = auto()
    DAY_NOT_KNOWN = auto()
    REPLACED = auto()


class Binding(NamedTuple):
    """An agreement between two states: certain or to verify, why, and since when it was seen to bind both."""

    certain: bool
    since: When | None
    doubt: Unsure | None = None


def between(
    agreement: Agreement, first: str, second: str, as_of: date, agreements: Mapping[str, Agreement] = NO_OTHERS
) -> Binding | None:
    """Whether an agreement is in force between two states on a date; None where it is not.

    `agreements` are all of the register, among them what may have taken its place between the two.

    One that a register lists as in force, without a date, counts from the day of that list, since when is open;
    an undated list leaves it to verify. One that was approved and not seen in force binds nobody for certain. An
    arrangement under national law is no treaty, and is asked of `grants`.
    """
    named = [*agreement.signatories, *(party.state for party in agreement.parties)]
    if first not in named or second not in named or agreement.kind == ARRANGEMENT or not _may_run(agreement, as_of):
        return None
    both = [party for code in (first, second) for party in agreement.parties if party.state == code]
    replaced = next((one for one in agreement.replaced if set(one.between) == {first, second}), None)
    if replaced is not None and _certainly_by(replaced.since or replaced.seen, as_of):
        return None
    doubt = _not_seen_in_force(agreement, as_of, bound=len(both) == 2)  # noqa: PLR2004 - two sides
    if doubt is not None:
        return Binding(certain=False, since=None, doubt=doubt)
    binding = _in_force(agreement, both, as_of)
    if binding is None or not binding.certain or replaced is None:
        return binding
    successor = agreements.get(replaced.by)
    may_have_ended = possibly(replaced.since, None, as_of) and (successor is None or _may_run(successor, as_of))
    return Binding(certain=False, since=None, doubt=Unsure.REPLACED) if may_have_ended else binding


def successor_of(agreement: Agreement, first: str, second: str) -> str | None:
    """The id of the agreement that takes the place of another between two states (VCLT art. 59), if one does."""
    return next((one.by for one in agreement.replaced if set(one.between) == {first, second}), None)


def grants(agreement: Agreement, first: str, second: str, as_of: date) -> tuple[str, ...]:
    """Which of two states can grant what the other asks by an arrangement under national law, on a date."""
    named = {party.state for party in agreement.parties}
    shown = agreement.in_force or agreement.seen
    if agreement.kind != ARRANGEMENT or not {first, second} <= named or not _may_run(agreement, as_of):
        return ()
    if not _certainly_by(shown, as_of) or agreement.unconfirmed is not None:
        return ()
    return tuple(code for code in (first, second) if code in agreement.requests_to)


def _not_seen_in_force(agreement: Agreement, as_of: date, *, bound: bool) -> Unsure | None:
    """Why an agreement was not seen to be in force between two states that it names, if it was not."""
    if agreement.unconfirmed is not None:
        return Unsure.UNCONFIRMED
    approved = agreement.approved
    if approved is not None and agreement.in_force is None and agreement.seen is None:
        return Unsure.APPROVED if possibly(approved, None, as_of) else Unsure.SIGNED_ONLY
    return None if bound else Unsure.SIGNED_ONLY


def _in_force(agreement: Agreement, both: list[AgreementParty], as_of: date) -> Binding | None:
    """Whether it is in force between two states that were both seen to be bound."""
    days = [day for party in both if (day := _since(party, agreement)) is not None]
    if not certainly(None, agreement.until, as_of):
        return Binding(certain=False, since=None, doubt=Unsure.DAY_NOT_KNOWN)
    if len(days) == len(both):
        return _on(span(max(day.earliest for day in days), max(day.latest for day in days)), as_of)
    return _listed(agreement.seen, as_of)


def _listed(seen: When | None, as_of: date) -> Binding:
    """What a list that names an agreement as in force, without a date, says on a date."""
    if seen is None:
        return Binding(certain=False, since=None, doubt=Unsure.UNDATED)
    earlier = certainly(seen, None, as_of)
    return Binding(certain=earlier, since=None, doubt=None if earlier else Unsure.SEEN_LATER)


def _since(party: AgreementParty, agreement: Agreement) -> When | None:
    """The day since which a party is bound; None where it was not found, whatever the agreement's own is."""
    return None if party.unknown else party.since or agreement.in_force


def _on(since: When, as_of: date) -> Binding | None:
    match holds(since, None, as_of):
        case Holds.CERTAIN:
            return Binding(certain=True, since=since)
        case Holds.POSSIBLE:
            return Binding(certain=False, since=since, doubt=Unsure.DAY_NOT_KNOWN)
        case Holds.NO:
            return None


def _may_run(agreement: Agreement, as_of: date) -> bool:
    """Whether an agreement not seen to be in force may be so on a date."""
    return possibly(agreement.signed, agreement.until, as_of)


def _certainly_by(shown: When | None, as_of: date) -> bool:
    """Whether a day was seen at all, and had certainly come."""
    return shown is not None and certainly(shown, None, as_of)
