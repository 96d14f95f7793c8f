"""The next step that would close a gap, by the instrument's own rules, and what stands before it."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.law.dossier import Dossier
from toc_treaties.law.eligibility import Accedes, may_accede, may_sign
from toc_treaties.law.standing import CONSENTED, Name, Standing, standing
from toc_treaties.model.action import Action, Invitation, Kind
from toc_treaties.model.instrument import Instrument


class Step(StrEnum):
    """What a state could do next, as the data formats spell it."""

    RATIFY = "ratify"
    ACCEDE = "accede"
    SIGN_AND_RATIFY = "sign_and_ratify"
    JOIN_PARENT_FIRST = "join_parent_first"
    REQUEST_INVITATION = "request_invitation"


class Invited(StrEnum):
    """What is known of an invitation on a date."""

    VALID = "valid"
    LAPSED = "lapsed"
    UNKNOWN = "unknown"


class NextStep(NamedTuple):
    """A step, or None where none can be named; the rest says what stands before it."""

    step: Step | None
    parent: Instrument | None = None
    signature_closed: date | None = None
    members_too: bool = False
    american_too: bool = False
    invited: Invited | None = None
    invitation: Invitation | None = None
    ask_depositary: bool = False


NONE = NextStep(None)
_OPEN = frozenset({Name.SIGNATORY, Name.NO_ACTION, Name.WITHDRAWN})


def next_step(dossier: Dossier, now: Standing, as_of: date) -> NextStep:
    """The next step of a state that has not consented; none for one that has, or that cannot be told."""
    if now.name not in _OPEN:
        return NONE
    parent = dossier.parent
    if parent is not None and standing(parent, as_of).name not in CONSENTED and _may_join(dossier, now, as_of):
        return NextStep(Step.JOIN_PARENT_FIRST, parent.instrument)
    if now.name is Name.SIGNATORY:
        return NextStep(Step.RATIFY)
    if now.name is Name.NO_ACTION and may_sign(dossier.instrument, dossier.state, as_of):
        return _sign(dossier, as_of)
    return _accede(dossier, as_of)


def _may_join(dossier: Dossier, now: Standing, as_of: date) -> bool:
    """Whether any way of joining is open once the parent is joined."""
    signs = now.name is Name.SIGNATORY or may_sign(dossier.instrument, dossier.state, as_of)
    return signs or may_accede(dossier.instrument, dossier.state, as_of) is not Accedes.NO


def _sign(dossier: Dossier, as_of: date) -> NextStep:
    """Signature is open: the depositary may also take an accession instead."""
    clause = dossier.instrument.accession
    american = may_accede(dossier.instrument, dossier.state, as_of) is Accedes.FREELY and clause is not None
    return NextStep(
        Step.SIGN_AND_RATIFY,
        members_too=clause is not None and clause.members_too,
        american_too=american and clause is not None and clause.by == "american",
    )


def _accede(dossier: Dossier, as_of: date) -> NextStep:
    """Signature is closed to the state, or it has withdrawn."""
    window = dossier.instrument.signature
    closed = window.closed if window and window.closed and window.closed < as_of else None
    match may_accede(dossier.instrument, dossier.state, as_of):
        case Accedes.FREELY:
            return NextStep(Step.ACCEDE, signature_closed=closed)
        case Accedes.ON_INVITATION:
            return _invited(dossier, as_of)
        case Accedes.AFTER_PARENT:
            return NextStep(Step.ACCEDE) if _acceded(dossier.parent, as_of) else NextStep(None, ask_depositary=True)
        case Accedes.NO:
            return NextStep(None, ask_depositary=True)


def _acceded(parent: Dossier | None, as_of: date) -> bool:
    """Whether the state joined the parent by accession."""
    deciding: Action | None = standing(parent, as_of).deciding if parent else None
    return deciding is not None and deciding.kind is Kind.ACCESSION


def _invited(dossier: Dossier, as_of: date) -> NextStep:
    """By the newest invitation decided by the date: valid, lapsed, or not known."""
    decided = [
        invitation
        for invitation in dossier.cell.invitations
        if invitation.decided is None or invitation.decided.earliest <= as_of
    ]
    if not decided:
        return NextStep(None, invited=Invited.UNKNOWN)
    newest = max(decided, key=lambda invitation: invitation.decided.latest if invitation.decided else date.min)
    known = _validity(newest, as_of)
    step = {Invited.VALID: Step.ACCEDE, Invited.LAPSED: Step.REQUEST_INVITATION, Invited.UNKNOWN: None}[known]
    return NextStep(step, invited=known, invitation=newest)


def _validity(invitation: Invitation, as_of: date) -> Invited:
    """Whether an invitation stands on a date; a day within an end known only as a year is not known."""
    if invitation.unconfirmed is not None or not invitation.until_known:
        return Invited.UNKNOWN
    if invitation.decided is not None and invitation.decided.latest > as_of:
        return Invited.UNKNOWN
    if invitation.until is None or as_of <= invitation.until.earliest:
        return Invited.VALID
    return Invited.LAPSED if as_of > invitation.until.latest else Invited.UNKNOWN
