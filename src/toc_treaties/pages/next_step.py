"""The next step in words, and what stands before it."""

from collections.abc import Iterator

from toc_treaties.law.gap import Doubt
from toc_treaties.law.next_step import Invited, NextStep, Step
from toc_treaties.law.standing import Standing
from toc_treaties.model.action import Action
from toc_treaties.model.instrument import Depositary, Instrument
from toc_treaties.pages.standings import mark_of
from toc_treaties.words.dates import day, when
from toc_treaties.words.phrases import ACTION, STEP, the


def step_text(step: NextStep) -> str:
    """The step itself: accede; join the Nassau Convention first, or the same day."""
    if step.step is Step.JOIN_PARENT_FIRST and step.parent is not None:
        return f"join {the(step.parent.short['en'])} first{'' if step.parent_in_force else ', or the same day'}"
    if step.step is Step.SIGN_AND_RATIFY and step.definitive is not None:
        return "sign definitively, or sign and ratify"
    if step.step is not None:
        return STEP[step.step]
    return "ask the depositary" if step.ask_depositary else "–"


def before_text(step: NextStep, depositary: Depositary | None, eligibility: str | None = None) -> str:
    """What stands before the step, and where it is taken; first, why it is not settled whether the state may join."""
    where = depositary.short["en"] if depositary else ""
    parts = [
        *_why_none(step, eligibility),
        *_ways(step),
        *([_invitation_text(step)] if step.invited is not None else []),
    ]
    if step.members_too:
        parts.append(f"the {where} also takes accessions")
    elif where:
        parts.append(where)
    return "; ".join(parts)


def _why_none(step: NextStep, eligibility: str | None) -> Iterator[str]:
    """Why no step can be named, where an act or the clause is the reason."""
    if step.awaits is not None:
        yield _awaits_text(step.awaits)
    if step.step is None and step.parent is not None:
        yield f"whether it has joined {the(step.parent.short['en'])} is not known"
    doubt = step.in_doubt or eligibility
    if doubt is not None:
        yield f"whether the depositary would take its signature is not known: {doubt}"


def _ways(step: NextStep) -> Iterator[str]:
    """What the clauses say of the way to join."""
    if step.parent_in_force:
        yield "it must be in force for the state before it signs"
    if step.may_sign_first:
        yield "signature is open to it already"
    if step.definitive is not None:
        yield f"art. {step.definitive}"
    if step.signature_closed is not None:
        yield f"signature closed {day(step.signature_closed)}"
    if step.parties_too is not None:
        yield f"a party to {the(step.parties_too.short['en'])} may also accede at once"
    if step.american_too:
        yield "any American state may also accede"


def _awaits_text(action: Action) -> str:
    """The act after which no step can be named: an instrument lodged, and what it waits for."""
    text = f"{ACTION[action.kind]} {when(action.when)}"
    return f"{text}, {action.awaits}" if action.awaits else text


def _invitation_text(step: NextStep) -> str:
    """What is known of the invitation on which accession depends."""
    invited, invitation = step.invited, step.invitation
    if invitation is None:
        return f"by invitation{f' of the {step.invited_by}' if step.invited_by else ''}; none known here"
    if invited is Invited.NONE:
        return f"by invitation{f' of the {step.invited_by}' if step.invited_by else ''}; a source shows none"
    decided = f" {when(invitation.decided)}" if invitation.decided else ""
    text = f"invited to accede{decided}{mark_of(invitation)}"
    if invited is Invited.VALID:
        end = f" until {when(invitation.until)}" if invitation.until else ", without an end date"
        return f"{text}{end}"
    if invited is Invited.LAPSED and invitation.until is not None:
        return f"{text}; the invitation ended {when(invitation.until)}"
    return f"{text}; whether the invitation still stands was not seen"


def doubt_text(now: Standing, doubt: Doubt, instrument: Instrument, depositary: Depositary | None) -> str:
    """Why an entry is to verify, and where to look."""
    why = {
        Doubt.NO_INFORMATION: "nothing found either way",
        Doubt.UNCONFIRMED: "no source seen that shows it",
        Doubt.UNDATED: "no action seen, evidence undated",
        Doubt.DAY_NOT_KNOWN: "by when it was done is not shown",
        Doubt.CONTRADICTED: now.against.why if now.against else "",
        Doubt.ELIGIBILITY: "whether it may join is not settled",
    }[doubt]
    where = instrument.status_page or (depositary.site if depositary else None)
    reference = f" {instrument.reference}" if instrument.reference else ""
    return f"{why}; see{reference}{' ' + _host(where) if where else ''}"


def _host(address: str) -> str:
    """The site of an address, as people read it."""
    return address.split("//", 1)[-1].split("/", 1)[0].removeprefix("www.")
