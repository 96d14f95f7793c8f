"""The next step that would close a gap, by the instrument's own rules, and what stands before it."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toc_treaties.law.beside import declined, pending
from toc_treaties.law.dossier import Dossier
from toc_treaties.law.eligibility import Accedes, may_accede, may_sign
from toc_treaties.law.outcome import CONSENTED, StandingKind
from toc_treaties.law.periods import Holds, certainly, lasts, possibly
from toc_treaties.law.standing import Standing, standing
from toc_treaties.model.action import Action, Invitation, Kind
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.when import When


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
    NONE = "none"
    UNKNOWN = "unknown"


class NextStep(NamedTuple):
    """A step, or None where none can be named; the rest says what stands before it."""

    step: Step | None
    parent: Instrument | None = None
    parent_in_force: bool = False
    """Whether the parent must be in force for the state, and its consent is not enough."""
    may_sign_first: bool = False
    """Whether the state may sign already, though the parent must be joined before it consents."""
    definitive: str | None = None
    """The article by which a signature may bind."""
    signature_closed: date | None = None
    members_too: bool = False
    american_too: bool = False
    parties_too: Instrument | None = None
    """The parent whose parties may also accede at once."""
    invited: Invited | None = None
    invitation: Invitation | None = None
    invited_by: str | None = None
    ask_depositary: bool = False
    awaits: Action | None = None
    """The act after which no step can be named: an instrument lodged, or an intention declared."""
    in_doubt: str | None = None
    """Why it is not known whether the depositary would take the state's signature."""


NONE = NextStep(None)
_OPEN = frozenset({StandingKind.SIGNATORY, StandingKind.NO_ACTION, StandingKind.WITHDRAWN})


def next_step(dossier: Dossier, now: Standing, as_of: date) -> NextStep:
    """The next step of a state that has not consented; none for one that has, or that cannot be told."""
    if now.name not in _OPEN:
        return NONE
    awaits = pending(now) or declined(now)
    if awaits is not None or now.eligibility is not None:
        return NextStep(None, awaits=awaits, in_doubt=now.eligibility)
    return _joins(dossier, now, as_of)


def _joins(dossier: Dossier, now: Standing, as_of: date) -> NextStep:
    """The step by which a state can join, by the instrument's own clauses; the parent's standing is asked once."""
    above = standing(dossier.parent, as_of) if dossier.parent else None
    if above is not None and _lacks_parent(dossier, above) and _may_join(dossier, now, as_of):
        return _parent_first(dossier, above, now, as_of)
    if now.name is StandingKind.SIGNATORY:
        return NextStep(Step.RATIFY)
    accedes = may_accede(dossier.instrument, dossier.state, as_of) is not Accedes.NO
    comes_back = now.name is StandingKind.WITHDRAWN and accedes
    signs = may_sign(dossier.instrument, dossier.state, as_of) and not comes_back
    return _sign(dossier, as_of) if signs else _accede(dossier, above, as_of)


def _lacks_parent(dossier: Dossier, above: Standing) -> bool:
    """Whether the state has yet to consent to the parent, or, where its signature asks for that, to be bound by it."""
    requires = dossier.instrument.requires
    to_sign = requires is not None and requires.to_sign
    return above.name is not StandingKind.PARTY if to_sign else above.name not in CONSENTED


def _parent_first(dossier: Dossier, above: Standing, now: Standing, as_of: date) -> NextStep:
    """The parent comes first; where signature does not presuppose it, the state may sign already.

    Where it is not known whether the state has joined the parent, no step is named.
    """
    assert dossier.parent is not None  # noqa: S101 - asked only where there is one
    assert dossier.instrument.requires is not None  # noqa: S101 - the parent is the one required
    to_sign = dossier.instrument.requires.to_sign
    signs = now.name is not StandingKind.SIGNATORY and may_sign(dossier.instrument, dossier.state, as_of)
    known = above.name is not StandingKind.NO_INFORMATION
    return NextStep(
        Step.JOIN_PARENT_FIRST if known else None,
        dossier.parent.instrument,
        parent_in_force=to_sign,
        may_sign_first=signs and not to_sign,
    )


def _may_join(dossier: Dossier, now: Standing, as_of: date) -> bool:
    """Whether any way of joining is open once the parent is joined."""
    signs = now.name is StandingKind.SIGNATORY or may_sign(dossier.instrument, dossier.state, as_of)
    return signs or may_accede(dossier.instrument, dossier.state, as_of) is not Accedes.NO


def _sign(dossier: Dossier, as_of: date) -> NextStep:
    """Signature is open: the depositary may also take an accession instead."""
    clause, window = dossier.instrument.accession, dossier.instrument.signature
    parent = dossier.parent.instrument if dossier.parent and clause and clause.by == "parties-to-parent" else None
    american = may_accede(dossier.instrument, dossier.state, as_of) is Accedes.FREELY and clause is not None
    return NextStep(
        Step.SIGN_AND_RATIFY,
        definitive=window.definitive if window is not None else None,
        parties_too=parent,
        members_too=clause is not None and clause.members_too,
        american_too=american and clause is not None and clause.by == "american",
    )


def _accede(dossier: Dossier, above: Standing | None, as_of: date) -> NextStep:
    """Signature is closed to the state, or it has withdrawn."""
    window = dossier.instrument.signature
    closed = window.closed if window and window.closed and window.closed < as_of else None
    match may_accede(dossier.instrument, dossier.state, as_of):
        case Accedes.FREELY:
            return NextStep(Step.ACCEDE, signature_closed=closed)
        case Accedes.ON_INVITATION:
            return _invited(dossier, as_of)
        case Accedes.AFTER_PARENT:
            return NextStep(Step.ACCEDE) if _acceded(above) else NextStep(None, ask_depositary=True)
        case Accedes.NO:
            return NextStep(None, ask_depositary=True)


def _acceded(above: Standing | None) -> bool:
    """Whether the state joined the parent by accession."""
    deciding = above.deciding if above else None
    return deciding is not None and deciding.kind is Kind.ACCESSION


def _invited(dossier: Dossier, as_of: date) -> NextStep:
    """By the newest invitation decided by the date: valid, lapsed, or not known."""
    clause = dossier.instrument.accession
    by = clause.invited_by if clause is not None else None
    dated = [(_shown_on(invitation, dossier), invitation) for invitation in dossier.cell.invitations]
    decided = [pair for pair in dated if possibly(pair[0], None, as_of)]
    if not decided:
        return NextStep(None, invited=Invited.UNKNOWN, invited_by=by)
    _, newest = max(decided, key=lambda pair: pair[0].latest if pair[0] else date.min)
    known = _validity(newest, as_of)
    return NextStep(INVITED[known], invited=known, invitation=newest, invited_by=by)


INVITED = {
    Invited.VALID: Step.ACCEDE,
    Invited.LAPSED: Step.REQUEST_INVITATION,
    Invited.NONE: Step.REQUEST_INVITATION,
    Invited.UNKNOWN: None,
}


def _shown_on(invitation: Invitation, dossier: Dossier) -> When | None:
    """The day from which an invitation counts: that of the decision, or of the source that shows that there is none."""
    if not invitation.none:
        return invitation.decided
    days = [dossier.sources[id].as_of for id in invitation.sources if id in dossier.sources]
    return max((day for day in days if day is not None), key=lambda day: day.latest, default=None)


def _validity(invitation: Invitation, as_of: date) -> Invited:
    """Whether an invitation stands on a date; a day within an end known only as a year is not known."""
    if invitation.unconfirmed is not None or not invitation.until_known:
        return Invited.UNKNOWN
    if invitation.none:
        return Invited.NONE
    if not certainly(invitation.decided, None, as_of):
        return Invited.UNKNOWN
    match lasts(invitation.until, as_of):
        case Holds.CERTAIN:
            return Invited.VALID
        case Holds.POSSIBLE:
            return Invited.UNKNOWN
        case Holds.NO:
            return Invited.LAPSED
