"""The next step in words, and what stands before it."""

from collections.abc import Iterator

from toc_treaties.law.gap import Doubt
from toc_treaties.law.next_step import Invited, NextStep, Step
from toc_treaties.law.standing import Standing
from toc_treaties.model.instrument import Depositary, Instrument
from toc_treaties.pages.standings import mark_of
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import ACTION, DOUBT, STEP, UNSETTLED


def step_text(step: NextStep, words: Words) -> str:
    """The step itself: accede; join the Nassau Convention first, or the same day; nothing where none can be named."""
    if step.step is Step.JOIN_PARENT_FIRST and step.parent is not None:
        parent = words.treaty(step.parent)
        if step.parent_in_force:
            return words.say("join {parent} first", parent=parent)
        return words.say("join {parent} first, or the same day", parent=parent)
    if step.step is Step.SIGN_AND_RATIFY and step.definitive is not None:
        return words.say("sign definitively, or sign and ratify")
    if step.step is not None:
        return words.term(STEP, step.step)
    return words.say("ask the depositary") if step.ask_depositary else ""


def before_text(step: NextStep, depositary: Depositary | None, eligibility: str | None, words: Words) -> str:
    """What stands before the step, and where it is taken; first, why it is not settled whether the state may join."""
    also = depositary.short if depositary and step.members_too else None
    return words.joined(
        (
            *_why_none(step, eligibility, words),
            *_ways(step, words),
            *_invitation_texts(step, words),
            words.known("the {depositary} also accepts accessions", depositary=also),
        )
    )


def _why_none(step: NextStep, eligibility: str | None, words: Words) -> Iterator[str]:
    """Why no step can be named, where an act or the clause is the reason."""
    if step.awaits is not None:
        yield words.say("{act} {day}", act=words.term(ACTION, step.awaits.kind), day=step.awaits.when)
        yield words.known("waiting: {wait}", wait=step.awaits.awaits)
    if step.step is None and step.parent is not None:
        yield words.say("whether it has joined {parent} is not known", parent=words.treaty(step.parent))
    why = words.term(UNSETTLED, step.in_doubt or eligibility)
    yield words.known("whether the depositary would take its signature is not known: {why}", why=why)


def _ways(step: NextStep, words: Words) -> Iterator[str]:
    """What the clauses say of the way to join."""
    if step.parent_in_force:
        yield words.say("it must be in force for the state before it signs")
    if step.may_sign_first:
        yield words.say("signature is open to it already")
    yield words.known("art. {article}", article=step.definitive)
    yield words.known("signature closed {day}", day=step.signature_closed)
    if step.parties_too is not None:
        yield words.say("a party to {parent} may also accede at once", parent=words.treaty(step.parties_too))
    if step.american_too:
        yield words.say("any American state may also accede")


def _invitation_texts(step: NextStep, words: Words) -> Iterator[str]:
    """What is known of the invitation on which accession depends."""
    invited, invitation = step.invited, step.invitation
    if invited is None:
        return
    if invitation is None or invited is Invited.NONE:
        yield words.known("by invitation of the {body}", body=step.invited_by) or words.say("by invitation")
        yield words.say("none known here") if invitation is None else words.say("a source shows none")
        return
    mark = mark_of(invitation)
    if invited is Invited.LAPSED and invitation.decided and invitation.until:
        until, decided = words.in_sentence(invitation.until), invitation.decided
        yield words.say("the invitation of {decided}{mark} lapsed {until}", decided=decided, mark=mark, until=until)
        return
    if invitation.decided:
        yield words.say("invited to accede {day}{mark}", day=invitation.decided, mark=mark)
    else:
        yield words.say("invited to accede{mark}", mark=mark)
    if invited is Invited.UNKNOWN:
        yield words.say("whether the invitation still stands was not seen")
    elif invitation.until is None:
        yield words.say("without an end date")
    elif invited is Invited.VALID:
        yield words.say("until {day}", day=invitation.until)
    else:
        yield words.say("the invitation lapsed {day}", day=words.in_sentence(invitation.until))


def why_text(standing: Standing, doubt: Doubt, words: Words) -> str:
    """Why an entry is to verify."""
    if doubt is Doubt.CONTRADICTED and standing.against is not None:
        return standing.against.why
    return words.term(DOUBT, doubt.name.lower())


def where_text(instrument: Instrument, depositary: Depositary | None, words: Words) -> str:
    """Where to look: the depositary's reference and its site."""
    address = instrument.status_page or (depositary.site if depositary else None) or ""
    return words.known("see {where}", where=", ".join(filter(None, (instrument.reference, _host(address)))))


def _host(address: str) -> str:
    """The site of an address, as people read it."""
    return address.split("//", 1)[-1].split("/", 1)[0].removeprefix("www.")
