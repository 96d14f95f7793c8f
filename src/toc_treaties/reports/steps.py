"""The next step in words, and what stands before it."""

from toc_treaties.law.gap import Doubt
from toc_treaties.law.next_step import Invited, NextStep, Step
from toc_treaties.law.standing import Standing
from toc_treaties.model.action import Invitation
from toc_treaties.model.instrument import Depositary, Instrument
from toc_treaties.words.dates import day, when
from toc_treaties.words.phrases import STEP, the


def step_text(step: NextStep) -> str:
    """The step itself: accede; join the Nassau Convention first, or the same day."""
    if step.step is Step.JOIN_PARENT_FIRST and step.parent is not None:
        return f"join {the(step.parent.short['en'])} first, or the same day"
    if step.step is not None:
        return STEP[step.step]
    return "ask the depositary" if step.ask_depositary else "–"


def before_text(step: NextStep, depositary: Depositary | None) -> str:
    """What stands before the step, and where it is taken."""
    where = depositary.short["en"] if depositary else ""
    parts = []
    if step.signature_closed is not None:
        parts.append(f"signature closed {day(step.signature_closed)}")
    if step.members_too:
        parts.append(f"the {where} also takes accessions")
        where = ""
    if step.american_too:
        parts.append("any American state may also accede")
    if step.invited is not None:
        parts.append(_invitation_text(step.invited, step.invitation))
    if where:
        parts.append(where)
    return "; ".join(parts)


def _invitation_text(invited: Invited, invitation: Invitation | None) -> str:
    """What is known of the invitation on which accession depends."""
    if invitation is None:
        return "accession is by invitation; none is recorded"
    decided = f" {when(invitation.decided)}" if invitation.decided else ""
    if invited is Invited.VALID:
        end = f" until {when(invitation.until)}" if invitation.until else ", without an end date"
        return f"invited to accede{decided}{end}"
    if invited is Invited.LAPSED and invitation.until is not None:
        return f"invited to accede{decided}; the invitation ended {when(invitation.until)}"
    return f"invited to accede{decided}; whether the invitation still stands was not seen"


def doubt_text(now: Standing, doubt: Doubt, instrument: Instrument, depositary: Depositary | None) -> str:
    """Why an entry is to verify, and where to look."""
    why = {
        Doubt.NO_INFORMATION: "nothing found either way",
        Doubt.UNCONFIRMED: "no source seen that shows it",
        Doubt.UNDATED: "no action seen, evidence undated",
        Doubt.DAY_NOT_KNOWN: "by when it was done is not shown",
        Doubt.CONTRADICTED: now.against.why if now.against else "",
    }[doubt]
    where = instrument.status_page or (depositary.site if depositary else None)
    reference = f" {instrument.reference}" if instrument.reference else ""
    return f"{why}; see{reference}{' ' + _host(where) if where else ''}"


def _host(address: str) -> str:
    """The site of an address, as people read it."""
    return address.split("//", 1)[-1].split("/", 1)[0].removeprefix("www.")
