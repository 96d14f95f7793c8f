"""The chronology family: actions stand in an order that the treaty allows."""

from collections.abc import Iterator
from datetime import date

from toc_treaties.law.membership import is_member
from toc_treaties.model.action import Action, Effect, Kind
from toc_treaties.model.instrument import Instrument
from toc_treaties.model.problem import Problem, warning
from toc_treaties.model.state import State
from toc_treaties.rules.state_file import StateFile
from toc_treaties.words.english import day, in_sentence
from toc_treaties.words.phrases import DONE, the

RECORDED = "or say as_recorded: why, if the depositary's table holds it so"
SIGNATURES = frozenset({Kind.SIGNATURE, Kind.DEFINITIVE_SIGNATURE})
SUCCESSIONS = frozenset({Kind.SUCCESSION, Kind.SIGNATURE_SUCCESSION})
AFTER_SIGNATURE = frozenset({Kind.RATIFICATION, Kind.ACCEPTANCE, Kind.APPROVAL})


def said(action: Action) -> str:
    """What was done and when: ratified on 19 Apr 1999."""
    return f"{DONE[action.kind]} {in_sentence(action.when)}"


def problem(rule: str, action: Action, message: str, help_: str) -> Problem:
    """An error at the kind of an action."""
    return Problem(rule, action.place, message, help_, width=len(action.kind))


def practice(rule: str, action: Action, message: str, help_: str) -> tuple[Action, Problem]:
    """A warning at the kind of an action that the entry can acknowledge, with that action."""
    join = "" if help_.endswith("?") else ";"
    return action, warning(rule, action.place, message, f"{help_}{join} {RECORDED}", width=len(action.kind))


def action_before_adoption(cases: StateFile, _today: date) -> Iterator[Problem]:
    """Nobody acts on a treaty before its text is adopted (VCLT art. 9)."""
    for instrument, action in cases.premature:
        message = f"{said(action)}, before the instrument was adopted on {day(instrument.adopted)}"
        window = instrument.signature
        opened = (
            f" opened for signature on {day(window.opened)}" if window else f" was adopted on {day(instrument.adopted)}"
        )
        help_ = f"{the(instrument.called)}{opened}; is this another instrument's date?"
        yield problem("action-before-adoption", action, message, help_)


def action_before_independence(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A state acts from its independence on; an earlier effect of a succession is `effect_from`."""
    if cases.state.independence is None:
        return
    for _instrument, action in cases.actions:
        if action.when.latest < cases.state.independence:
            message = f"{said(action)}, before independence on {day(cases.state.independence)}"
            help_ = "record the notification of succession, with effect_from for its earlier effect"
            yield practice("action-before-independence", action, message, help_)


def signature_outside_window(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A signature falls between opening and closing, on an instrument that has a signature procedure."""
    for instrument, action in cases.actions:
        if action.kind not in SIGNATURES:
            continue
        window = instrument.signature
        if window is None:
            message = f"{the(instrument.called)} has no signature procedure"
            help_ = "record the step under route, of the text that was signed"
            yield practice("signature-outside-window", action, message, help_)
        elif action.when.latest < window.opened:
            message = f"{said(action)}, before signature opened on {day(window.opened)}"
            yield practice("signature-outside-window", action, message, "compare the date with the depositary's table")
        elif window.closed is not None and action.when.earliest > window.closed:
            message = f"{said(action)}, after signature closed on {day(window.closed)}"
            help_ = "is this an accession, or another instrument's date?"
            yield practice("signature-outside-window", action, message, help_)


def action_in_future(cases: StateFile, today: date) -> Iterator[Problem]:
    """An action is recorded when it has been done."""
    for _instrument, action in cases.actions:
        if action.when.latest <= today or action.when.unseen:
            continue
        if action.when.bracketed and action.when.latest.year > today.year + 1:
            help_ = "an act that is recorded has been done: end the bracket with today, or earlier"
            yield problem(
                "action-in-future", action, f"the bracket ends on {day(action.when.latest)}, long after today", help_
            )
        elif action.when.earliest > today:
            message = f"{said(action)}, which is later than today, {day(today)}"
            yield problem("action-in-future", action, message, "check the year")


def consent_before_signature(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A state that is bound does not sign afterwards; depositaries' tables hold states that did."""
    for case in cases.sound:
        if case.releases:
            continue
        for consent in case.consents:
            for signature in case.signed:
                if signature.when.earliest > consent.when.latest:
                    message = f"{said(signature)}, after the state {said(consent)}"
                    yield practice("consent-before-signature", signature, message, "are the two dates exchanged?")


def denunciation_without_consent(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """Only a state that consented can leave (VCLT arts 54, 56); a consent of the notice's own day follows it."""
    for case in cases.sound:
        consents = case.consents
        for notice in case.releases:
            if not any(consent.when.earliest < notice.when.latest for consent in consents):
                message = f"{said(notice)}, without an earlier consent to be bound"
                help_ = "record the consent that it ended; what takes back a signature is a signature_withdrawal"
                yield practice("denunciation-without-consent", notice, message, help_)


def overlapping_consents(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A state consents once, until it has given notice of leaving or withdrawn its instrument."""
    for case in cases.sound:
        if len(case.consents) < 2:  # noqa: PLR2004 - one overlaps no other
            continue
        running: Action | None = None
        left: Action | None = None
        for action in sorted(case.cell.actions, key=lambda action: (action.when.latest, action.effect.value)):
            if action.effect in {Effect.RELEASES, Effect.WITHDRAWS_INSTRUMENT}:
                running, left = None, running
            elif action.effect is Effect.REVOKES_NOTICE:
                running = running or left
            elif action.effect is Effect.CONSENTS and running is not None:
                message = f"{said(action)}, although the state {said(running)} and has not left since"
                help_ = "seen again? add the newer source to the first entry instead"
                yield practice("overlapping-consents", action, message, help_)
            elif action.effect is Effect.CONSENTS:
                running = action


def succession_by_older_state(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A state succeeds to what bound its territory before it was a state (1978 Vienna Convention art. 2)."""
    born = cases.state.independence
    for instrument, action in cases.actions:
        older = born is None or born < instrument.adopted
        if action.kind in SUCCESSIONS and older:
            since = f"independent from {day(born)}" if born else "for which no independence is recorded"
            message = f"{said(action)}, by a state {since}; {the(instrument.called)} is of {day(instrument.adopted)}"
            yield practice("succession-by-older-state", action, message, "is it an accession?")


def ratification_without_signature(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A ratification, acceptance or approval follows a signature (VCLT art. 14); depositaries' tables hold others."""
    for case in cases.sound:
        if case.signed or case.instrument.signature is None:
            continue
        for action in case.cell.actions:
            if action.kind in AFTER_SIGNATURE:
                message = f"{said(action)}, but no signature is recorded"
                yield practice("ratification-without-signature", action, message, "record the signature")


def accession_after_signature(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """A signatory ratifies; accession is for those who did not sign (VCLT art. 15)."""
    for case in cases.sound:
        signed = case.signed
        for action in case.cell.actions:
            if action.kind is Kind.ACCESSION and any(
                signature.when.latest < action.when.earliest for signature in signed
            ):
                message = f"{said(action)}, although it had signed"
                yield practice("accession-after-signature", action, message, "is it a ratification?")


def accession_by_member(cases: StateFile) -> Iterator[tuple[Action, Problem]]:
    """Where members sign and any other state accedes, a member's accession is the depositary's own practice."""
    for case in cases.sound:
        for action in case.cell.actions:
            if action.kind is Kind.ACCESSION and not case.signed and _member(case.instrument, cases.state, action):
                message = f"{said(action)}, although member states sign and ratify {the(case.instrument.called)}"
                yield practice("accession-by-member", action, message, "is it a ratification?")


def _member(instrument: Instrument, state: State, action: Action) -> bool:
    """Whether the accession clause is for other states than this one on that day."""
    window, clause = instrument.signature, instrument.accession
    if (
        window is None
        or clause is None
        or window.by != "oas-members"
        or clause.by in {"american", "acceded-to-parent", "parties-to-parent"}
    ):
        return False
    return is_member(state, "oas", action.when.earliest)
