"""What a change of the register means, in a line for each standing that it changes."""

from toc_treaties.law.gap import Part
from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.pages.standings import doubt_word
from toc_treaties.questions.recorded import StandingChange
from toc_treaties.words.language import Words
from toc_treaties.words.phrases import DAY_MARK, MARK, STANDING
from toc_treaties.words.recorded import CLOSES, OPENS


def change_text(change: StandingChange, words: Words) -> str:
    """One standing that changed: United States: CIFTA signatory -> contracting, party from 3 December 2026."""
    state, treaty = words.name(change.state.name), words.treaty(change.instrument)
    if not change.of_law:
        stays = words.say(
            "{state}: {treaty} stays {standing}", state=state, treaty=treaty, standing=_said(change.after, words)
        )
        return words.joined((stays, _evidence(change, words)))
    turned = words.say(
        "{state}: {treaty} {before} -> {after}",
        state=state,
        treaty=treaty,
        before=_said(change.before, words),
        after=_said(change.after, words),
    )
    return words.joined((turned, _part(change, words)))


def _said(standing: Standing, words: Words) -> str:
    """A standing in a few words, with the day from which it binds or bound, its mark, and that it is to verify."""
    leaving = words.known("leaving on {day}", day=standing.leaving_on)
    mark = MARK if standing.evidence.marked else DAY_MARK if standing.day_marked else ""
    return ", ".join(filter(None, (_with_day(standing, words) + mark, leaving, doubt_word(standing, words))))


def _with_day(standing: Standing, words: Words) -> str:
    name = words.term(STANDING, standing.name)
    if standing.name is StandingKind.CONTRACTING and standing.in_force is not None:
        day = standing.in_force
        from_day = words.long_day(day.day) if day.day else words.when(day)
        return words.say("{standing}, party from {day}", standing=name, day=from_day)
    if standing.name is StandingKind.PARTY and standing.since is not None:
        return words.say("{standing} since {day}", standing=name, day=words.since(standing.since))
    return name


def _part(change: StandingChange, words: Words) -> str:
    """What becomes of the gap: closed, opened, settled, or to verify from now on."""
    match change.parts:
        case Part.GAP, Part.CONSENTED:
            return words.term(CLOSES, change.instrument.tier)
        case Part.TO_VERIFY, Part.CONSENTED | Part.GAP:
            return words.say("settles what was to verify")
        case first, Part.GAP if first is not Part.GAP:
            return words.term(OPENS, change.instrument.tier)
        case _:
            return ""


def _evidence(change: StandingChange, words: Words) -> str:
    """What is new of the evidence, where the standing is the same."""
    was, now = change.before, change.after
    if was.evidence.marked and not now.evidence.marked:
        return words.say("no longer unconfirmed")
    if was.day_marked and not now.day_marked:
        return words.say("its day is no longer unconfirmed")
    if now.evidence.marked and not was.evidence.marked:
        return words.say("unconfirmed from now on")
    if now.evidence.newest != was.evidence.newest and now.evidence.newest is not None:
        return words.say("seen {day}", day=now.evidence.newest)
    return words.say("other sources")
